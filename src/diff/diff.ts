/**
 * What changed between two runs over the same files, or over some that are new, release by release. Releases are matched by
 * the hashes of the files that they share, not by ids, which change when a release gains a file. Pure functions of records;
 * nothing is said of what made them, nor of ids, which follow from the rest.
 */
import { createHash } from 'node:crypto'
import type { Document, ReleaseRecord, Version } from '../model.js'
import { byCodeUnit, type Found, isSame } from './changes.js'
import { documentChanges, warningChanges } from './documents.js'
import { unitChanges } from './units.js'

/** What is kept of a release: about a kilobyte, whatever its size. */
export interface RecordDigest {
  readonly id: string
  readonly files: readonly string[]
  readonly paths: readonly string[]
  /** Of everything but what made it. */
  readonly digest: string
}

/** The digest of a record whose keys are in the order of the schema. */
export function digestOf({ generator: _, ...record }: ReleaseRecord): RecordDigest {
  return {
    id: record.id,
    files: record.documents.map(({ sha256 }) => sha256),
    paths: record.documents.map(({ path }) => path),
    digest: createHash('sha256').update(JSON.stringify(record)).digest('hex'),
  }
}

/** Numbers of releases: for each new one those that it was, and for each old one those that it is; rising. */
export interface Matched {
  readonly olds: readonly (readonly number[])[]
  readonly news: readonly (readonly number[])[]
}

/** Releases belong together where they share a file. Linear in the number of files. */
export function matched(before: readonly RecordDigest[], after: readonly RecordDigest[]): Matched {
  const places = new Map<string, number[]>()
  for (const [i, { files }] of before.entries()) {
    for (const file of files) {
      const known = places.get(file)
      if (!known) places.set(file, [i])
      else if (known.at(-1) !== i) known.push(i)
    }
  }
  const news: number[][] = before.map(() => [])
  const olds = after.map(({ files }, k) => {
    const own = [...new Set(files.flatMap(file => places.get(file) ?? []))].sort((a, b) => a - b)
    for (const i of own) news[i]!.push(k)
    return own
  })
  return { olds, news }
}

/** Changes between the releases that one was, of which there is at least one, and what it is now. */
export function releaseChanges(olds: readonly ReleaseRecord[], now: ReleaseRecord): Found[] {
  const before = olds.flatMap(({ documents }) => documents)
  const pairs = pairsOf(before, now.documents)
  const known = new Set(pairs.map(([old]) => old))
  const kept = new Set(pairs.map(([, own]) => own))
  const common = new Set(pairs.map(([, { sha256 }]) => sha256))
  const shared = (record: ReleaseRecord) => record.documents.filter(({ sha256 }) => common.has(sha256)).length
  const main = olds.reduce((best, old) => (shared(old) > shared(best) ? old : best))
  return [
    ...fieldChanges(main, now),
    ...now.documents.filter(d => !kept.has(d)).map(added),
    ...before.filter(d => !known.has(d)).map(removed),
    ...pairs.flatMap(([old, own]) => documentChanges(old, own)),
    ...unitChanges(olds, now, common),
    ...reasonChanges(olds, now, pairs),
    ...warningChanges(main.warnings, now.warnings),
  ]
}

const added = ({ path, sha256, language }: Document): Found => ({
  change: 'document-added',
  path,
  sha256,
  after: language.tag,
})

const removed = ({ path, sha256, language }: Document): Found => ({
  change: 'document-removed',
  path,
  sha256,
  before: language.tag,
})

type Pair = readonly [before: Document, after: Document]

/** Documents of the same bytes, in the order in which they are now; of copies those of the same path, or the first. */
function pairsOf(before: readonly Document[], after: readonly Document[]): Pair[] {
  const free = new Map<string, Document[]>()
  for (const document of before) free.set(document.sha256, [...(free.get(document.sha256) ?? []), document])
  const own = new Map<Document, Document>()
  const take = (document: Document, old: Document | undefined) => {
    if (!old || own.has(document)) return
    own.set(document, old)
    free.set(
      document.sha256,
      free.get(document.sha256)!.filter(other => other !== old),
    )
  }
  for (const document of after)
    take(
      document,
      free.get(document.sha256)?.find(({ path }) => path === document.path),
    )
  for (const document of after) take(document, free.get(document.sha256)?.[0])
  return after.flatMap(document => (own.has(document) ? [[own.get(document)!, document] as const] : []))
}

/** What a release says as a whole, with paths instead of ids of documents. */
function fieldChanges(before: ReleaseRecord, after: ReleaseRecord): Found[] {
  const [was, is] = [frameOf(before), frameOf(after)]
  return (Object.keys(is) as (keyof typeof is)[]).flatMap((field): Found[] =>
    isSame(was[field], is[field]) ? [] : [{ change: 'field', field, before: was[field], after: is[field] }],
  )
}

function frameOf({ issued, wire, issuer, languages, versions, nearest, documents }: ReleaseRecord) {
  const files = new Map(documents.map(({ id, sha256 }) => [id, sha256.slice(0, SHORT)]))
  const named = ({ document, versionOf, kind }: Version) =>
    `${files.get(document)} is a ${kind} of ${files.get(versionOf)}`
  return {
    issued: issued && { date: issued.date, by: issued.by, statedBy: issued.statedBy.map(id => files.get(id)).sort() },
    wire,
    issuer,
    languages,
    versions: versions.map(named).sort(byCodeUnit),
    nearest,
  }
}

/** Of a hash, as people read one. */
const SHORT = 12

/** Why blocks stand alone that stood alone before. */
function reasonChanges(olds: readonly ReleaseRecord[], now: ReleaseRecord, pairs: readonly Pair[]): Found[] {
  const reasonsIn = (records: readonly ReleaseRecord[]) =>
    new Map(
      records.flatMap(({ documents, alignment }) => {
        const own = new Map(documents.flatMap(document => document.blocks.map(block => [block.id, block] as const)))
        return alignment.unaligned.map(({ block, reason }) => [own.get(block)!, reason] as const)
      }),
    )
  const [was, is] = [reasonsIn(olds), reasonsIn([now])]
  return pairs.flatMap(([old, { path, sha256, blocks }]) => {
    const known = new Map(old.blocks.map(block => [JSON.stringify(block.spans), was.get(block)]))
    return blocks.flatMap((block): Found[] => {
      const [before, after] = [known.get(JSON.stringify(block.spans)), is.get(block)]
      if (before === undefined || after === undefined || before === after) return []
      const at = { start: block.spans[0]!.start, end: block.spans.at(-1)!.end }
      return [{ change: 'field', field: 'reason', path, sha256, at, before, after }]
    })
  })
}
