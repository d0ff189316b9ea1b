/** The parts of grouping: profiles as bytes, candidates, chains, versions, names, modes, explanations. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UserError } from '../src/errors.js'
import { candidatePairs } from '../src/group/candidates.js'
import { explainGroup } from '../src/group/explain.js'
import { type Group, type GroupableDocument, groupProfiles } from '../src/group/group.js'
import {
  groupByFolder,
  groupByManifest,
  groupByName,
  languageWords,
  nameKey,
  readManifest,
} from '../src/group/modes.js'
import { packProfile, unpackProfile } from '../src/group/packed.js'
import { profileOf } from '../src/group/profile.js'
import { revisionOf } from '../src/group/revisions.js'
import { positionMap, risingChain } from '../src/group/similarity.js'
import { packOf, packs } from '../src/languages/index.js'
import { groupable as doc } from './group-texts.js'

const grouped = (documents: readonly GroupableDocument[]): Group[] =>
  groupProfiles({ count: documents.length, profileAt: k => profileOf(documents[k]!, packOf) })

describe('a profile as bytes', () => {
  test('comes back the same, wherever the bytes stand', () => {
    const law = fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.nat({ max: 7 }), (texts, offset) => {
      const profile = profileOf(doc('en', ['CORRECTION: Velmora builds 312 kilns', ...texts], '2031-05'), packOf)
      const bytes = packProfile(profile)
      const moved = new Uint8Array(bytes.length + offset)
      moved.set(bytes, offset)
      expect(unpackProfile(moved.subarray(offset))).toEqual(profile)
    })
    fc.assert(law, { numRuns: 50 })
  })

  test('other bytes are no profile', () => {
    const bytes = packProfile(profileOf(doc('en', ['Velmora']), packOf))
    expect(unpackProfile(bytes.slice(0, -1))).toBeNull()
    expect(unpackProfile(new Uint8Array(3))).toBeNull()
    expect(unpackProfile(bytes.with(0, 99))).toBeNull()
  })
})

describe('candidates', () => {
  const anchors = (lists: readonly (readonly number[])[]) => ({
    starts: lists.reduce(
      (starts, list, k) => {
        starts[k + 1] = starts[k]! + list.length
        return starts
      },
      new Uint32Array(lists.length + 1),
    ),
    key: Int32Array.from(lists.flat()),
    weight: new Uint8Array(lists.flat().length).fill(10),
    language: Uint8Array.from(lists, (_, k) => k % 3),
  })
  const listed = (lists: readonly (readonly number[])[]) => {
    const { x, y } = candidatePairs(anchors(lists))
    return Array.from(x, (left, k) => [left, y[k]!])
  }

  test('are pairs that share a key, of either sign', () => {
    expect(listed([[1, -5], [2], [-5, 7], [7]])).toEqual([
      [0, 2],
      [2, 3],
    ])
    expect(listed([])).toEqual([])
  })

  test('law: of few documents all that share a key, once', () => {
    const keys = fc.uniqueArray(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 1 })
    const law = fc.property(fc.array(keys, { maxLength: 6 }), lists => {
      const right = lists.flatMap((a, i) =>
        lists.flatMap((b, j) => (i < j && a.some(key => b.includes(key)) ? [[i, j]] : [])),
      )
      expect(listed(lists)).toEqual(right)
    })
    fc.assert(law)
  })

  test('a key that all have takes no square of time', () => {
    const pairs = candidatePairs(anchors(Array.from({ length: 20_000 }, () => [1])))
    expect(pairs.x.length).toBe(0)
  })
})

test('a chain leads past a run that one text leaves out; chance is none', () => {
  const steps = Array.from({ length: 20 }, (_, k) => ({
    x: 1000 * k,
    y: k < 10 ? 1000 * k : 1000 * k + 9000,
    weight: 1,
  }))
  const stray = { x: 3500, y: 25_000, weight: 1 }
  expect(risingChain([...steps, stray])).toEqual(steps)
  expect(positionMap(steps)(12_500)).toBe(21_500)
  expect(risingChain(steps.map(({ x, y }, k) => ({ x, y: (y * 7919 * k) % 65_535, weight: 1 })))).toEqual([])
})

const NEWS = [
  'Velmora Solar opens a plant in Ostermoor',
  'The plant in Ostermoor cost 312 million euros and employs 840 people, says Tomas Erlund of Velmora Solar.',
  'It makes modules of 455 watts for Norvik Energi. The first lorry leaves for Kvistholm on Monday at noon.',
  'Output doubles to 1.5 gigawatts by 2033, and a second hall will then be built behind the harbour.',
]
const changed = (from: string, to: string) => NEWS.map(text => text.replace(from, to))
const versionsOf = (documents: readonly GroupableDocument[]) =>
  grouped(documents).map(({ members }) => members.map(({ document, versionOf, kind }) => [document, versionOf, kind]))

describe('versions', () => {
  const first = doc('en', NEWS, '2031-05-04')

  test.each([
    ['a copy with other white space', { ...first, sha256: 'f'.repeat(64) }, 'copy'],
    ['one figure, the same day', doc('en', changed('840', '841'), '2031-05-04'), 'near-copy'],
    ['a correction the week after', doc('en', ['CORRECTION:', ...changed('312', '321')], '2031-05-10'), 'correction'],
    [
      'an update',
      doc('en', [`UPDATE 2-${NEWS[0]}`, ...NEWS.slice(1), 'Shares rose 7.1 % in Brunstad.'], '2031-05-04'),
      'update',
    ],
  ])('%s is found, behind the first one', (_, second, kind) => {
    const right = [
      [0, null, null],
      [1, 0, kind],
    ]
    expect(versionsOf([first, second])).toEqual([right])
    const turned = [right.map(([document, of, what]) => [1 - (document as number), of === null ? null : 1, what])]
    expect(versionsOf([second, first])).toEqual(turned)
  })

  test.each([
    [
      'three other figures',
      doc(
        'en',
        NEWS.map(text => text.replace('312', '298').replace('840', '77').replace('455', '460')),
        '2031-05-04',
      ),
    ],
    [
      'another name and figure',
      doc(
        'en',
        changed('312', '298').map(text => text.replaceAll('Ostermoor', 'Lunnevik')),
        '2031-05-04',
      ),
    ],
    ['the week after', doc('en', NEWS.with(3, `${NEWS[3]} It is so.`), '2031-05-11')],
  ])('%s: another release', (_, second) => {
    expect(versionsOf([first, second]).map(group => group.length)).toEqual([1, 1])
  })

  test('files with the same bytes are copies, whatever they are called', () => {
    const files = ['b.txt', 'a.txt', 'c.txt'].map(path => ({ ...first, path }))
    expect(versionsOf(files)).toEqual([
      [
        [1, null, null],
        [0, 1, 'copy'],
        [2, 1, 'copy'],
      ],
    ])
    expect(versionsOf([doc('en', []), doc('en', [])])).toEqual([
      [
        [0, null, null],
        [1, 0, 'copy'],
      ],
    ])
  })
})

describe('marks of corrections and updates', () => {
  test.each([
    ['en', 'CORRECTION: Velmora opens', 'correction', 1],
    ['en', '*** Corrected version ***', 'correction', 1],
    ['en', 'UPDATE 2-Velmora opens', 'update', 2],
    ['en', 'Velmora opens a plant (updated)', 'update', 1],
    ['de', 'Berichtigung – Velmora eröffnet Werk', 'correction', 1],
    ['de', 'Velmora eröffnet Werk (korrigierte Fassung)', 'correction', 1],
    ['da', 'RETTELSE: Velmora åbner fabrik', 'correction', 1],
    ['it', 'Errata corrige: Velmora apre', 'correction', 1],
    ['nl', 'Rectificatie - Velmora opent', 'correction', 1],
    ['he', 'תיקון: ולמורה פותחת מפעל', 'correction', 1],
    ['he', 'עדכון 3: ולמורה פותחת מפעל', 'update', 3],
  ])('%s: %s', (tag, text, kind, part) => {
    expect(revisionOf([{ text }], packOf(tag)!)).toEqual({ kind, part })
  })

  test.each([
    ['en', 'Update on the offer of Velmora'],
    ['en', 'Correction fluid sells well'],
    ['de', 'Update-Prozess beschleunigt'],
    ['it', 'Corretto il bilancio di Velmora'],
    ['he', 'תיקון חוק החברות'],
  ])('%s: %s is none', (tag, text) => {
    expect(revisionOf([{ text }], packOf(tag)!)).toBeNull()
  })

  test('every pack has such words, none of them twice', () => {
    for (const { tag, correctionWords, updateWords } of packs) {
      const words = [...correctionWords, ...updateWords].map(word => word.toLowerCase())
      expect([tag, correctionWords.length > 2, updateWords.length > 2]).toEqual([tag, true, true])
      expect(new Set(words).size).toBe(words.length)
    }
  })
})

describe('names', () => {
  const words = languageWords(packs)
  const same = [
    ['acme-q3.de.txt', 'acme-q3.en.txt'],
    ['de/acme-q3.txt', 'it/acme-q3.txt'],
    ['acme_q3_deutsch.txt', 'acme_q3_english.txt'],
  ] as const

  test.each(same)('%s and %s are called alike', (a, b) => {
    expect(nameKey(a, words)).not.toBeNull()
    expect(nameKey(a, words)).toBe(nameKey(b, words))
  })

  test.each(['00017.txt', '000_f09e57e131457e16.txt', 'acme-q3.txt', 'de/00017.txt', 'en.txt', ''])(
    '"%s" says nothing',
    path => {
      expect(nameKey(path, words)).toBeNull()
    },
  )

  test('a name settles a doubt, and brings no strangers together', () => {
    const stranger = ['Der Hafen bleibt zu', 'Eis von 41 Zentimetern liegt vor Lunnevik, schreibt Orsolya Benke.']
    const documents = [doc('en', NEWS, null, 'acme.en.txt'), doc('de', stranger, null, 'acme.de.txt')]
    const profiles = documents.map(document => profileOf(document, packOf))
    const groups = groupProfiles({
      count: 2,
      profileAt: k => profiles[k]!,
      nameAt: k => nameKey(documents[k]!.path, words),
    })
    expect(groups.map(({ members }) => members.length)).toEqual([1, 1])
  })

  test('grouping by name, by folder, by manifest', () => {
    const paths = ['x/acme.de.txt', 'y/0001.txt', 'x/acme.en.txt', 'x/other.en.txt', 'loose.txt']
    expect(groupByName(paths, words)).toEqual([[4], [0, 2], [3], [1]])
    expect(groupByFolder(paths)).toEqual([[4], [0, 2, 3], [1]])
    const manifest = readManifest('\ufeff# mine\r\nr1\tx/acme.de.txt\n\nr1\t./y/0001.txt\nr2\tloose.txt', 'm.tsv')
    expect(groupByManifest(paths, manifest)).toEqual([[4], [0, 1], [2], [3]])
  })

  test.each(['no tab', '\tpath', 'release\t', 'a\tx\nb\tx'])('a manifest of %j is refused', text => {
    expect(() => readManifest(text, 'm.tsv')).toThrow(UserError)
  })
})

test('what brought documents together is told in words; what is alone names the nearest', () => {
  const german = [
    'Velmora Solar eröffnet Werk in Ostermoor',
    'Das Werk in Ostermoor kostete 312 Millionen Euro und beschäftigt 840 Menschen, sagt Tomas Erlund.',
    'Es baut Module mit 455 Watt für Norvik Energi. Der erste Lastwagen fährt am Montag nach Kvistholm.',
    'Bis 2033 verdoppelt sich die Leistung auf 1,5 Gigawatt.',
  ]
  const documents = [doc('en', NEWS, '2031-05-04'), doc('de', german, '2031-05-04')]
  const [explained, none] = grouped(documents).map(group => explainGroup(group, k => documents[k]!, packOf))
  expect(none).toBeUndefined()
  expect(explained!.alone).toBeNull()
  const [pair] = explained!.pairs
  expect(pair!.score).toBeGreaterThan(0.8)
  expect(pair!.shared.name).toEqual(expect.arrayContaining(['Velmora', 'Ostermoor']))
  expect(pair!.shared.number).toEqual(expect.arrayContaining(['312', '840', '455']))
  const others = [
    documents[0]!,
    doc(
      'de',
      german.map(text => text.replace('312', '97').replace('840', '55').replace('455', '71')),
    ),
  ]
  const [alone] = grouped(others).filter(({ nearest }) => nearest)
  expect(alone!.nearest).toMatchObject({ document: 1 - alone!.members[0]!.document, reason: 'other-figures' })
})
