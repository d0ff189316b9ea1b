/** Records to look at: those of the fixtures, and others that are large, small or hostile. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Document, RecordUnit, ReleaseRecord } from '../../src/model.js'
import { releaseId } from '../../src/record/record.js'
import { recordOf, texts } from '../check-texts.js'
import { cases } from '../fixtures.js'

const all = cases.map(({ name, folder }) => {
  const read = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as ReleaseRecord | ReleaseRecord[]
  return [name.split('/')[1]!, [read].flat()] as const
})

/** Every record of every fixture. */
export const fixtures: readonly ReleaseRecord[] = all.flatMap(([, records]) => records)

/** The first record of a fixture. */
export const fixture = (name: string): ReleaseRecord => all.find(([own]) => own === name)![1][0]!

const ATTACKS = [
  '<script>document.title="owned";alert(1)</script>',
  '<img src=x onerror=alert(2)>',
  '"><svg/onload=alert(3)>',
  '</script></style></textarea><script>alert(4)</script>',
  '<a href="javascript:alert(5)" onclick="alert(6)">javascript:alert(7)</a>',
  '<iframe srcdoc="<script>alert(8)</script>"></iframe><base href="https://attack.example/">',
  '\u202egnp.exe\u202c \u2066isolated\u2069 \u200fmarked',
  `Donau${'dampfschifffahrts'.repeat(40)}gesellschaft`,
]

/** A release whose every document has all that a page could trip over, in its texts and in its name. */
export const hostile = (): ReleaseRecord => {
  const { en, it } = texts
  const bad = [...en!.slice(0, 2), ...ATTACKS.map((attack, i) => `Paragraph ${i} has this in it: ${attack}`)]
  const record = recordOf({ en: [`${ATTACKS[0]} ${en![0]}`, ...bad], it: [it![0]!, ...bad] })
  const documents = record.documents.map(document => ({ ...document, path: `${ATTACKS[1]}\u202e${document.path}` }))
  return { ...record, issuer: ATTACKS[2]!, documents }
}

/** A document with another hash; its charset is given, so that nobody holds its text against that. */
const other = (document: Document, seed: string): Document => ({
  ...document,
  charset: { name: 'utf-8', evidence: 'given' },
  sha256: createHash('sha256').update(`${seed} ${document.id}`).digest('hex'),
})

const withId = (record: ReleaseRecord): ReleaseRecord => ({ ...record, id: releaseId(record.documents) })

/** As many short releases, each of its own title. */
export function many(count: number): ReleaseRecord[] {
  const base = recordOf({ da: texts.da!.slice(0, 2), en: texts.en!.slice(0, 2) })
  return Array.from({ length: count }, (_, i) =>
    withId({
      ...base,
      documents: base.documents.map(d => other({ ...d, title: `${d.title}, part n${i}x` }, `n${i}`)),
    }),
  )
}

/** A release of as many documents: one text in Danish, and the same English one again and again. */
export function wide(count: number): ReleaseRecord {
  const base = recordOf({ da: texts.da!, en: texts.en! })
  const ids = Array.from({ length: count - base.documents.length }, (_, i) => `en-${i + 2}`)
  const json = JSON.stringify(base.documents[1]!)
  const copies = ids.map((id): Document => {
    const copy = JSON.parse(json.replaceAll('"en:', `"${id}:`)) as Document
    return other({ ...copy, id, path: `a/folder/of/copies/${id}.txt` }, 'wide')
  })
  const units = base.alignment.units.map(unit => ({
    ...unit,
    blocks: {
      ...unit.blocks,
      ...Object.fromEntries(ids.map(id => [id, (unit.blocks.en ?? []).map(own => own.replace(/^en/, id))])),
    },
    segments: [],
  }))
  const versions = ids.map(document => ({ document, versionOf: 'en', kind: 'copy' as const }))
  const documents = [...base.documents, ...copies]
  return withId({ ...base, documents, versions, alignment: { units, unaligned: [] }, warnings: [] })
}

/** A release of two documents with as many units. */
export function long(count: number): ReleaseRecord {
  const base = recordOf({ en: texts.en!, it: texts.it! })
  const numbers = Array.from({ length: count }, (_, i) => i)
  const documents = base.documents.map((document): Document => {
    const own = document.blocks.filter(b => b.kind === 'paragraph')
    let end = -2
    const blocks = numbers.map(i => {
      const block = own[i % own.length]!
      const start = end + 2
      end = start + block.text.length
      return { ...block, id: `${document.id}:${i}`, spans: [{ start, end }] }
    })
    return {
      ...other(document, 'long'),
      blocks,
      ...{ dateline: null, repairs: [], dates: [], quantities: [], links: [], tickers: [], identifiers: [] },
    }
  })
  const units = numbers.map(
    (i): RecordUnit => ({
      ...{ id: `u${i}`, kind: 'paragraph', missing: [], moved: [], confidence: (i % 100) / 100, segments: [] },
      blocks: Object.fromEntries(documents.map(({ id }) => [id, [`${id}:${i}`]])),
    }),
  )
  return withId({ ...base, documents, alignment: { units, unaligned: [] } })
}
