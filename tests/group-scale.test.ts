/** Grouping of many alike documents, and what serves it: tables, pairs, common features two at a time. */

import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidatePairs, Tally } from '../src/group/candidates.js'
import { type GroupableDocument, groupProfiles, versionsOf } from '../src/group/group.js'
import { Growing, GrowingPairs } from '../src/group/growing.js'
import { profileOf } from '../src/group/profile.js'
import { packOf } from '../src/languages/index.js'
import type { BlockKind } from '../src/model.js'
import { english, german } from './group-texts.js'

describe('tables that grow', () => {
  test('law: sums are those of a Map, before and after it was cleared', () => {
    const visits = fc.array(fc.tuple(fc.nat({ max: 3_000_000 }), fc.integer({ min: 1, max: 99 })), { maxLength: 500 })
    const tally = new Tally()
    const law = fc.property(visits, list => {
      const right = new Map<number, number>()
      for (const [document, value] of list) {
        tally.add(document, value)
        right.set(document, (right.get(document) ?? 0) + value)
      }
      const found = Array.from({ length: tally.size }, (_, k) => [tally.document[k]!, tally.sum[k]!])
      expect(found).toEqual([...right])
      tally.clear()
      expect(tally.size).toBe(0)
    })
    fc.assert(law, { numRuns: 50 })
  })

  test('law: pairs come sorted, each once, the smaller number first', () => {
    const pair = fc.uniqueArray(fc.nat({ max: 12 }), { minLength: 2, maxLength: 2 })
    const law = fc.property(fc.array(pair, { maxLength: 60 }), list => {
      const pairs = new GrowingPairs()
      for (const [a, b] of list) pairs.add(a!, b!)
      const right = new Set(list.map(([a, b]) => 100 * Math.min(a!, b!) + Math.max(a!, b!)))
      const { x, y } = pairs.sorted(13)
      expect(Array.from(x, (low, k) => 100 * low + y[k]!)).toEqual([...right].sort((a, b) => a - b))
    })
    fc.assert(law)
  })

  test('numbers past the first size are kept', () => {
    const [list, pairs] = [new Growing(Int32Array), new GrowingPairs()]
    for (let k = 0; k < 5000; k++) {
      list.push(-k)
      pairs.add(k, k + 1)
    }
    expect([list.size, list.taken().length, list.taken()[4999]]).toEqual([5000, 5000, -4999])
    expect(pairs.sorted(5001).x.length).toBe(5000)
  })
})

test('two documents that share four common keys are found, though each key is in hundreds of others', () => {
  const keys: number[] = []
  for (let set = 0; set < 1 << 16; set++) {
    const own = Array.from({ length: 16 }, (_, bit) => bit).filter(bit => (set >> bit) & 1)
    if (own.length === 4) keys.push(...own, ...own)
  }
  const count = keys.length / 4
  const { x, y } = candidatePairs({
    starts: Uint32Array.from({ length: count + 1 }, (_, k) => 4 * k),
    key: Int32Array.from(keys),
    weight: new Uint8Array(keys.length).fill(10),
    language: Uint8Array.from({ length: count }, (_, k) => 1 + (k % 2)),
  })
  const found = new Set(Array.from(x, (low, k) => `${low} ${y[k]}`))
  for (let k = 0; k < count; k += 2) expect(found.has(`${k} ${k + 1}`)).toBe(true)
})

const doc = (
  tag: string,
  texts: readonly string[],
  given: Partial<GroupableDocument> & { kinds?: readonly BlockKind[] } = {},
): GroupableDocument => ({
  sha256: createHash('sha256')
    .update(`${tag} ${texts.join('\n\n')}`)
    .digest('hex'),
  path: '',
  language: { tag },
  dateline: null,
  blocks: texts.map((text, k) => ({ kind: given.kinds?.[k] ?? 'paragraph', text })),
  ...given,
})
const sizes = (documents: readonly GroupableDocument[]) =>
  groupProfiles({ count: documents.length, profileAt: k => profileOf(documents[k]!, packOf) }).map(
    ({ members }) => members.length,
  )

describe('groups', () => {
  test('a text with sixty versions of one day, of which each differs in a figure, is one group with its translation', () => {
    const versions = Array.from({ length: 60 }, (_, k) =>
      doc(
        'en',
        english.map(text => text.replace('840', String(841 + k))),
        { dateline: { date: '2031-05-04' } },
      ),
    )
    expect(sizes([...versions, doc('de', german)])).toEqual([61])
  })

  test('six hundred texts that hardly differ are one group, though each of their features is too common', () => {
    const versions = Array.from({ length: 600 }, (_, k) =>
      doc(
        'en',
        english.map(text => text.replace('840', String(1841 + k))),
        { dateline: { date: '2031-05-04' } },
      ),
    )
    expect(Math.max(...sizes(versions))).toBeGreaterThan(580)
  })

  test('a long text with two other names and the same figures is nearly a copy, with one other figure too it is not', () => {
    const ends = ['holm', 'vik', 'moor', 'sund', 'by', 'dorf', 'feld', 'wald']
    const names = ['Bran', 'Kvist', 'Oster', 'Lunne', 'Velmo', 'Tarn', 'Quor'].flatMap(a => ends.map(b => a + b))
    const said = names.map((name, k) => `The harbour of ${name} is open to all ships of its class from pier ${10 + k}.`)
    const [first, last] = [said[0]!, said.at(-1)!]
    const other = said.with(0, first.replace(names[0]!, 'Grelau')).with(-1, last.replace(names.at(-1)!, 'Mirzano'))
    expect(sizes([doc('en', said), doc('en', other)])).toEqual([2])
    expect(sizes([doc('en', said), doc('en', other.with(3, other[3]!.replace('13', '99')))])).toEqual([1, 1])
  })

  test('a group that somebody made is ordered and marked', () => {
    const documents = [
      doc('en', ['CORRECTION:', ...english.map(text => text.replace('312', '321'))]),
      doc('de', german),
      doc('en', english),
      doc('en', ['Harbour of Lunnevik closed', 'Ice of 41 centimetres closed the harbour, writes Orsolya Benke.']),
    ]
    const members = versionsOf([0, 1, 2, 3], k => profileOf(documents[k]!, packOf))
    expect(members[0]).toEqual({ document: 1, versionOf: null, kind: null })
    expect(members.filter(member => member.kind)).toEqual([{ document: 0, versionOf: 2, kind: 'correction' }])
    expect(members.map(({ document }) => document).sort()).toEqual([0, 1, 2, 3])
    expect(members.findIndex(m => m.document === 2)).toBeLessThan(members.findIndex(m => m.document === 0))
  })

  test('the name of a wire brings no short texts together', () => {
    const line = 'Brunstad, 4 May 2031 (POLARWIRE) --'
    const [first, second] = [line, 'Kvistholm, 17 juni 2033 (POLARWIRE) --']
    const dateline = { date: null, wire: 'POLARWIRE' }
    const a = doc('en', [`${first} The harbour is closed for ice.`], { dateline: { ...dateline, text: first! } })
    const b = doc('nl', [`${second} De haven is dicht door ijs.`], { dateline: { ...dateline, text: second! } })
    const keyed = (document: GroupableDocument) => new Set(profileOf(document, packOf).key)
    const shared = [...keyed(a)].filter(key => keyed(b).has(key))
    const named = doc('en', ['POLARWIRE'])
    expect(profileOf(named, packOf).key.filter(key => shared.includes(key))).toHaveLength(0)
    expect(sizes([a, b])).toEqual([1, 1])
  })

  test('a text that is translated in part may join one in its language; one that is not may not', () => {
    const blocks = [...english.slice(0, 2), ...german.slice(2)].map((text, k) => ({
      kind: 'paragraph' as const,
      text,
      ...(k > 1 && { language: 'de' }),
    }))
    const half = { ...doc('en', ['half']), blocks }
    expect(sizes([half, doc('en', english)])).toEqual([2])
    const unmarked = { ...half, blocks: blocks.map(({ kind, text }) => ({ kind, text })) }
    expect(sizes([unmarked, doc('en', english)])).toEqual([1, 1])
  })

  test('short texts, of which one is just short enough to be read with its boilerplate', () => {
    const about =
      'Velmora Solar AG was founded in 1998 in Brunstad by Petra Lindqvist and has 2210 people in 27 countries.'
    const kinds: BlockKind[] = ['title', 'paragraph', 'about', 'about']
    const texts = [
      'Velmora Solar is in Ostermoor',
      `Tomas Erlund leads 840 people in Ostermoor. ${'It is so. '.repeat(10)}`,
    ]
    const short = doc('en', [...texts, about, `${about} Contact: +99 5550 1234, Mirela Oduya.`], { kinds })
    const long = doc('nl', [texts[0]!, `${texts[1]!} ${'Zo is het. '.repeat(5)}`, about, about], { kinds })
    const [x, y] = [profileOf(short, packOf), profileOf(long, packOf)]
    expect([x.body, x.blocks, y.body, y.blocks]).toEqual([2, 4, 2, 2])
    expect(sizes([short, long])).toEqual([2])
  })
})
