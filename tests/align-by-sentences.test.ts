/** What is read by sentences: paragraphs cut in other places, paragraphs that one text lacks, and runs of them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AlignableText, align } from '../src/align/align.js'
import { bandOf } from '../src/align/band.js'
import { insideSums, sideOf } from '../src/align/inside.js'
import { posteriorsOf } from '../src/align/posteriors.js'
import type { Scores } from '../src/align/scores.js'
import { packOf } from '../src/languages/index.js'

const EN = [
  ['Norrvik Bridges will build the crossing at Aldersund.', 'The contract is worth 84 million euros.'],
  [
    'Work begins on 3 March 2032.',
    'The first of 14 piers will stand in June.',
    'Engineers from Kolmarden designed them.',
    'They reach 41 metres into the water.',
  ],
  [
    'Ferries keep running until the bridge opens.',
    'Tickets cost 6 euros.',
    'The crossing is expected to carry 9,500 cars a day.',
  ],
  ['“This is the day we waited for,” said mayor Runa Thalberg.', 'She has led Aldersund since 2019.'],
]
const DE = [
  ['Norrvik Bridges baut die Querung bei Aldersund.', 'Der Auftrag ist 84 Millionen Euro wert.'],
  [
    'Die Arbeiten beginnen am 3. März 2032.',
    'Der erste von 14 Pfeilern soll im Juni stehen.',
    'Ingenieure aus Kolmarden haben sie entworfen.',
    'Sie reichen 41 Meter tief ins Wasser.',
  ],
  [
    'Die Fähren fahren weiter, bis die Brücke öffnet.',
    'Fahrkarten kosten 6 Euro.',
    'Über die Querung sollen am Tag 9.500 Autos fahren.',
  ],
  ['„Auf diesen Tag haben wir gewartet“, sagte Bürgermeisterin Runa Thalberg.', 'Sie leitet Aldersund seit 2019.'],
]
const text = (id: string, paragraphs: readonly (readonly string[])[]): AlignableText => ({
  id,
  pack: packOf(id) ?? null,
  paragraphs: paragraphs.map(sentences => ({ text: sentences.join(' ') })),
})
const beadsOf = (en: readonly (readonly string[])[], de: readonly (readonly string[])[]) =>
  align([text('en', en), text('de', de)]).beads('en', 'de')

test('paragraphs that are cut after another sentence are one bead of two and two', () => {
  const moved = [DE[0]!, DE[1]!.slice(0, 2), [...DE[1]!.slice(2), ...DE[2]!], DE[3]!]
  expect(beadsOf(EN, moved)).toEqual([
    [[0], [0]],
    [
      [1, 2],
      [1, 2],
    ],
    [[3], [3]],
  ])
})

test('a paragraph in two pieces, and one whose last sentence is left out', () => {
  const cut = [DE[0]!, DE[1]!.slice(0, 3), DE[1]!.slice(3), DE[2]!.slice(0, 2), DE[3]!]
  expect(beadsOf(EN, cut)).toEqual([
    [[0], [0]],
    [[1], [1, 2]],
    [[2], [3]],
    [[3], [4]],
  ])
})

test('a paragraph that one text lacks is no partner of a stranger in its place', () => {
  const people = ['Olsker', 'Venholt', 'Maranski', 'Tjeldvik', 'Rossdorf', 'Quellmann']
  const en = people.map((name, k) => [
    `Berth ${k + 31} is ${120 + 7 * k} metres long, said ${name} of the port office.`,
  ])
  const de = people.map((name, k) => [
    `Der Liegeplatz ${k + 31} misst ${120 + 7 * k} Meter, sagte ${name} vom Hafenamt.`,
  ])
  const lacking = 'Ferries run until 5 May 2035; Adlersen expects 9,500 cars a day.'
  const stranger = 'Falkenried sucht 12 Lehrer und 31 Pfleger, so Brinkhoff und Sandgruber.'
  const same = people.map((_, k) => [[k < 3 ? k : k + 1], [k < 3 ? k : k + 1]])
  expect(beadsOf(en.toSpliced(3, 0, [lacking]), de.toSpliced(3, 0, [stranger]))).toEqual([
    ...same.slice(0, 3),
    [[3], []],
    [[], [3]],
    ...same.slice(3),
  ])
})

const NEVER = Number.NEGATIVE_INFINITY
const NOTHING = Math.log(0.03)
/** Scores of single rows against single rows; no other bead is possible. */
const scoresOf = (n: number, m: number, score: (i: number, j: number) => number): Scores => {
  const band = bandOf(n, m, () => [])
  const table = new Float64Array(band.size).fill(NEVER)
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) table[band.offset[i]! + j] = score(i, j)
  return { band, tables: [table], nothing: NOTHING }
}

test('law: a row has a partner or none, whatever the scores', () => {
  const score = fc.double({ min: -12, max: 6, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), fc.array(score), (n, m, given) => {
      const { matches, alone } = posteriorsOf(scoresOf(n, m, (i, j) => given[i * m + j] ?? -5))
      for (let i = 0; i < n; i++) {
        const paired = matches.reduce((sum, match) => (match.i === i ? sum + match.bead : sum), 0)
        expect(paired + alone[0][i]!).toBeCloseTo(1, 1)
      }
      for (let j = 0; j < m; j++) {
        const paired = matches.reduce((sum, match) => (match.j === j ? sum + match.bead : sum), 0)
        expect(paired + alone[1][j]!).toBeCloseTo(1, 1)
      }
    }),
  )
})

test('three lone rows in a run are likelier than three that stand apart', () => {
  const lonely = (rows: readonly number[]) => {
    const { alone } = posteriorsOf(scoresOf(9, 9, (i, j) => (i !== j ? NEVER : rows.includes(i) ? -7 : 0)))
    return rows.reduce((sum, row) => sum + alone[0][row]!, 0) / rows.length
  }
  expect(lonely([3, 4, 5])).toBeGreaterThan(lonely([1, 4, 7]) + 0.2)
})

/** Scores of beads of one sentence against one of two texts of `n` and `m` sentences; others do not exist. */
const ones = (n: number, m: number, score: (i: number, j: number) => number) => {
  const tables = Array.from({ length: 9 }, () => new Float64Array(n * m).fill(NEVER))
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) tables[0]![i * m + j] = score(i, j)
  return tables
}

test('single sentences: a bead of rows is worth what its sentences are worth', () => {
  const start = [0, 1, 2]
  const sums = insideSums(
    ones(2, 2, (i, j) => -1 - i - j),
    2,
    sideOf(start, [0, 1]),
    sideOf(start, [0, 1]),
  )
  expect(sums[0]![0]).toBe(-1)
  // Two and two would fall apart between the rows, and one sentence cannot be a partner of two.
  expect([sums[0]![1], sums[1]![0], sums[1]![1]]).toEqual([NEVER, NEVER, NEVER])
})

test('every row must be heard of: a way that leaves out a whole row does not count', () => {
  const beads = ones(3, 2, (i, j) => (i < 2 && i === j ? 0 : NEVER))
  const sums = insideSums(beads, 2, sideOf([0, 2, 3], [0, 1]), sideOf([0, 2], [0]))
  expect(sums[0]![0]).toBeCloseTo(0, 1)
  expect(sums[1]![0]).toBe(NEVER)
})

test('a sentence without a partner costs, and is passed over', () => {
  const beads = ones(2, 1, i => (i === 0 ? 0 : NEVER))
  const sums = insideSums(beads, 1, sideOf([0, 2], [0]), sideOf([0, 1], [0]))
  expect(sums[0]![0]).toBeLessThan(-2)
  expect(sums[0]![0]).toBeGreaterThan(-4)
})
