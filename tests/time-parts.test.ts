/**
 * What `time.test.ts` shows at sizes too large for a test, shown on the part that it is about: thousands of lines,
 * blocks, contacts, boundaries that are all alike or all different.
 */
import { expect, test } from 'vitest'
import { issuerOf } from '../src/anatomy/issuer.js'
import { applyRepairs } from '../src/edits/edits.js'
import { check, readDocument, repair } from '../src/index.js'
import { packOf } from '../src/languages/index.js'
import type { Document } from '../src/model.js'
import { oneRelease, releaseRecord } from '../src/pipeline/release-record.js'
import { recut } from '../src/reconcile/recut.js'
import { nullLinks } from '../src/record/null-links.js'
import { cutOf, hyphenJoins } from '../src/segment/joins.js'
import { growsTooFast } from './growth.js'

const read = (language: string, text: string): Document =>
  readDocument({ path: `${language}.txt`, bytes: Buffer.from(text) }, { language })

const once = <T>(make: (size: number) => T) => {
  const made = new Map<number, T>()
  return (size: number): T => {
    const known = made.get(size) ?? make(size)
    made.set(size, known)
    return known
  }
}

test('one word of any length that holds capitals, in a language that is given', async () => {
  const text = once(size => 'aaaaaaaaaA'.repeat(size))
  expect(await growsTooFast(1000, size => repair(text(size), { language: 'de' }))).toEqual([])
})

test('hundreds of thousands of places are mended without a limit of arguments', () => {
  for (const unit of ['\u00c3\u0192', '&nbsp;']) {
    const text = unit.repeat(200_000)
    const { repairs, text: mended } = repair(text)
    expect(applyRepairs(text, repairs)).toBe(mended)
  }
})

test('Hebrew prefixes at line ends: the text is looked through once, however many lines ask', () => {
  let looks = 0
  const lines = Array.from({ length: 400 }, (_, k) => ({
    get text() {
      looks++
      return k % 2 === 0 ? 'הודיעה היום כי ב-' : '20 עובדים'
    },
  }))
  const join = hyphenJoins(lines, packOf('he')!)
  for (let k = 0; k < 200; k++) join(cutOf('הודיעה היום כי ב-', '20 עובדים')!)
  expect(looks).toBeLessThan(4 * lines.length)
})

test('blocks that repeat one another', async () => {
  const [german, english] = [read('de', '1\n2'), read('en', '1\n2')]
  const documents = once(size => [
    { ...german, blocks: Array.from({ length: size }, (_, k) => ({ ...german.blocks[0]!, id: `de:${k}`, text: '1' })) },
    english,
  ])
  expect(await growsTooFast(4000, size => nullLinks(documents(size), new Set(), packOf))).toEqual([])
})

test('contacts with hosts of their own, and headings that each name another issuer', async () => {
  const document = once(size =>
    read(
      'de',
      Array.from(
        { length: size },
        (_, k) => `Über Werft${k}\n\n${`Pressekontakt: presse@werft${'abcdefgh'[k % 8]}${k}.example`}\n\n`,
      ).join(''),
    ),
  )
  expect(await growsTooFast(400, size => issuerOf([{ document: document(size), pack: packOf('de')! }]))).toEqual([])
})

test('boundaries that siblings settled', async () => {
  const cases = once(size => {
    const lines = Array.from(
      { length: size },
      (_, k) => `Die Werft in Hamburg baut heute und morgen viele neue Boote ${k}.`,
    )
    const document = read('de', lines.join('\n\n'))
    const blocks = document.blocks.slice(0, -1)
    return { document, settled: { split: new Map(), join: new Map(blocks.map(({ id }) => [id, 'en:0'])) } }
  })
  expect(await growsTooFast(500, size => recut([cases(size).document], cases(size).settled))).toEqual([])
})

test('dates of one paragraph', async () => {
  const record = once(size => {
    const dates = Array.from({ length: size }, (_, k) => `${1 + (k % 28)}. Mai ${1900 + (k % 100)}`).join(' ')
    return releaseRecord(oneRelease([read('de', dates), read('da', dates.replaceAll('Mai', 'maj'))]))
  })
  expect(await growsTooFast(400, size => check(record(size)))).toEqual([])
})
