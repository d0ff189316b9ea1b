/** Shapes in which two texts differ that once led the aligner astray. Texts are invented. */
import { expect, test } from 'vitest'
import { align } from '../src/align/align.js'
import { packOf } from '../src/languages/index.js'

/** Sentences of no language, of given lengths; `letters` are those of the text. */
const invented = (letters: string, lengths: readonly number[]) =>
  lengths.map((length, k) => {
    let text = ''
    for (let n = 0; text.length < length; n++) {
      let word = ''
      for (let at = 0; at < 3 + ((n * 7 + k) % 6); at++)
        word += letters[(k * 11 + n * 5 + at * 3 + n * at) % letters.length]
      text += `${text === '' ? '' : ' '}${word}`
    }
    return { text: `${text.slice(0, length).trim()}.` }
  })

const LENGTHS = [8, 130, 8, 190, 240, 8, 52, 8, 120, 8, 66, 8, 125, 8, 60, 8, 165, 210, 8, 175, 8, 50, 70, 8, 60, 150]

test('long strangers in one text do not turn over how long the other is beside it', () => {
  const longer = LENGTHS.map(length => Math.round(length * 1.4))
  const left = invented('aeioubcdfg', LENGTHS)
  const stranger = invented('aeioubcdfg', [1800])
  const texts = [
    {
      id: 'a',
      pack: null,
      paragraphs: [...left.slice(0, 9), ...stranger, ...left.slice(9, 17), ...stranger, ...left.slice(17)],
    },
    { id: 'b', pack: null, paragraphs: invented('ymnprstvwx', longer) },
  ]
  const found = align(texts).beads('a', 'b')
  const place = (row: number) => row + (row > 8 ? 1 : 0) + (row > 16 ? 1 : 0)
  const right = found.filter(([x, y]) => x.length === 1 && y.length === 1 && x[0] === place(y[0]!))
  expect(right.length).toBe(LENGTHS.length)
})

test('a sentence that one text has at the end of a paragraph and the other at the start of the next joins the two', () => {
  const de = [
    'Die Werft in Kiel hat 2024 vier Fähren gebaut. Zwei davon fahren nach Oslo. Ein Besuch im Hafen lohnt sich.',
    'Im Sommer kommt ein Schiff für 450 Gäste dazu. Der Bau kostet 31 Millionen Euro. Getauft wird es am 12. Mai.',
    'Die Reederei sucht 19 Lehrlinge. Wer sich bewirbt, schreibt an das Büro in Flensburg.',
    'Der Hafen wird bis 2027 vertieft. Dafür sind 64 Tage nötig.',
  ]
  const en = [
    'The yard in Kiel built four ferries in 2024. Two of them sail to Oslo.',
    'The harbour is worth a visit. In summer a ship for 450 guests joins them. It costs 31 million euros to build. It is christened on 12 May.',
    'The line is looking for 19 apprentices. Those who apply write to the office in Flensburg.',
    'The harbour is deepened until 2027. That takes 64 days.',
  ]
  const paragraphs = (list: readonly string[]) => list.map(text => ({ text }))
  const texts = [
    { id: 'de', pack: packOf('de') ?? null, paragraphs: paragraphs(de) },
    { id: 'en', pack: packOf('en') ?? null, paragraphs: paragraphs(en) },
  ]
  expect(align(texts).beads('de', 'en')).toEqual([
    [
      [0, 1],
      [0, 1],
    ],
    [[2], [2]],
    [[3], [3]],
  ])
})

test('a unit of three texts is no surer than the pair that knows least, and a text that is a stranger is not believed', () => {
  const de = [
    'Die Firma Elbwerk hat 214 Leute.',
    'Sie baut in Stade seit 1987 Pumpen.',
    'Der Umsatz stieg um 8,4 Prozent.',
  ]
  const nl = [
    'De firma Elbwerk heeft 214 mensen.',
    'Zij bouwt in Stade sinds 1987 pompen.',
    'De omzet steeg met 8,4 procent.',
  ]
  const odd = invented('ymnprstvwx', [31, 36, 33]).map(({ text }) => text)
  const texts = (lists: Record<string, readonly string[]>) =>
    Object.entries(lists).map(([id, list]) => ({
      id,
      pack: packOf(id) ?? null,
      paragraphs: list.map(text => ({ text })),
    }))
  const pair = align(texts({ de, nl })).units
  const three = align(texts({ de, nl, odd })).units.filter(({ paragraphs }) => 'odd' in paragraphs)
  expect(pair.every(({ confidence }) => confidence > 0.9)).toBe(true)
  expect(three.every(({ confidence }) => confidence < 0.9)).toBe(true)
})
