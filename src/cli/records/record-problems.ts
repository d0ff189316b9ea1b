/**
 * What is wrong with a record, for all commands that read one: that it is none, that a law of records is broken, or that
 * one of its units cannot be used. Each problem begins with a JSON path where there is one.
 */
import { packOf } from '../../languages/index.js'
import type { Block, Document, RecordUnit, ReleaseRecord, Tag } from '../../model.js'
import { releaseRecordSchema } from '../../record/schema.js'
import { jsonPath } from '../../record/schema-anatomy.js'
import { brokenLaws, brokenLawsAlone } from './laws.js'

const OWN_VERSION = '1.0'
/** Characters of another version that are shown. */
const SHOWN = 20

/** The record that a value is, or all that speaks against it. A newer version, and what other commands print, are told before the schema complains of each field. */
export function recordIn(
  value: unknown,
): { readonly record: ReleaseRecord } | { readonly problems: readonly string[] } {
  const other = otherThing(value)
  if (other !== null) return { problems: [other] }
  const result = releaseRecordSchema.safeParse(value)
  if (result.success) return { record: result.data }
  return { problems: result.error.issues.map(({ path, message }) => `${jsonPath(path)}: ${message}`) }
}

function otherThing(value: unknown): string | null {
  if (!(value instanceof Object)) return null
  if ('schemaVersion' in value && typeof value.schemaVersion === 'string' && value.schemaVersion !== OWN_VERSION)
    return `schemaVersion ${JSON.stringify(value.schemaVersion.slice(0, SHOWN))} is unknown to this version of parawire, which reads "${OWN_VERSION}"; update parawire, or build the corpus again`
  if ('blocks' in value && !('documents' in value))
    return '$: a document, as parse prints it; give records, as build prints them'
  if ('documents' in value && !('alignment' in value) && !('schemaVersion' in value))
    return '$: documents of a release, as group prints them; give records, as align prints them'
  return null
}

/** The record that a value is, as far as it can be used, and what is wrong with it; null for what is of no use. */
export function usableRecord(
  value: unknown,
  needs: 'laws' | 'units',
): { readonly record: ReleaseRecord | null; readonly problems: readonly string[] } {
  const none = (problem: string, what: string) => {
    // Where a problem has a place, all of them can be had.
    const line = problem.startsWith('$') ? `${what}, ${problem}; parawire validate lists all problems` : problem
    return { record: null, problems: [line] }
  }
  const result = recordIn(value)
  if ('problems' in result) return none(result.problems[0]!, 'not a record')
  const { record } = result
  const [problem] = needs === 'laws' ? lawProblems(record) : [...languageProblems(record), ...idProblems(record)]
  if (problem !== undefined) return none(problem, 'invalid record')
  return needs === 'laws' ? { record, problems: [] } : withSoundUnits(record)
}

/** All laws that a record breaks, those of its languages and units among them. */
export const lawProblems = (record: ReleaseRecord): string[] => [
  ...brokenLaws(record),
  ...languageProblems(record),
  ...emptyUnits(record),
]

/** All laws that a document breaks before it is in a record, that of its language among them. */
export const documentProblems = (document: Document): string[] => [
  ...(document.id === document.language.tag ? [] : [`$.id: should be its language, "${document.language.tag}"`]),
  ...document.blocks.flatMap(({ id }, i) =>
    id.startsWith(`${document.id}:`) ? [] : [`$.blocks[${i}].id: "${id}" should begin with "${document.id}:"`],
  ),
  ...brokenLawsAlone(document),
  ...languageProblems({ documents: [document] }).map(problem => problem.replace('.documents[0]', '')),
]

/** A tag that a record may have. */
export const isKnown = (tag: Tag): boolean => tag === 'und' || packOf(tag) !== undefined

/** Languages that this version does not know; a newer one may. */
const languageProblems = ({ documents }: Pick<ReleaseRecord, 'documents'>): string[] =>
  documents.flatMap(({ language: { tag } }, i) =>
    isKnown(tag) ? [] : [`$.documents[${i}].language.tag: language "${tag}" is unknown to this version of parawire`],
  )

/** Ids that stand twice, so that nobody knows what a unit means. */
function idProblems({ documents }: ReleaseRecord): string[] {
  const [names, ids] = [new Set<string>(), new Set<string>()]
  const problems: string[] = []
  for (const [i, { id: name, blocks }] of documents.entries()) {
    if (names.has(name)) problems.push(`$.documents[${i}].id: "${name}" is not unique in the record`)
    names.add(name)
    for (const [j, { id }] of blocks.entries()) {
      if (ids.has(id)) problems.push(`$.documents[${i}].blocks[${j}].id: "${id}" is not unique in the record`)
      ids.add(id)
    }
  }
  return problems
}

/** The record without units that say nothing or point at what is not there, and what is wrong with each of them. */
function withSoundUnits(record: ReleaseRecord): { readonly record: ReleaseRecord; readonly problems: string[] } {
  const blocks = new Map(record.documents.map(({ id, blocks }) => [id, new Map(blocks.map(b => [b.id, b]))]))
  const spoken = idsWithText(record)
  const problems: string[] = []
  const units = record.alignment.units.filter((unit, i) => {
    const problem = placeProblem(unit, blocks) ?? (saysNothing(unit, spoken) ? NO_TEXT : null)
    if (problem !== null) problems.push(`${unitAt(i)}: ${problem}`)
    return problem === null
  })
  return { record: problems.length === 0 ? record : { ...record, alignment: { ...record.alignment, units } }, problems }
}

function emptyUnits(record: ReleaseRecord): string[] {
  const spoken = idsWithText(record)
  return record.alignment.units.flatMap((unit, i) => (saysNothing(unit, spoken) ? [`${unitAt(i)}: ${NO_TEXT}`] : []))
}

const NO_TEXT = 'a unit with no text'
const unitAt = (i: number) => `$.alignment.units[${i}]`

const idsWithText = ({ documents }: ReleaseRecord) =>
  new Set(documents.flatMap(({ blocks }) => blocks.flatMap(({ id, text }) => (text.trim() === '' ? [] : [id]))))

const saysNothing = ({ blocks }: RecordUnit, spoken: ReadonlySet<string>) =>
  !Object.values(blocks).some(ids => ids.some(id => spoken.has(id)))

type Blocks = ReadonlyMap<string, ReadonlyMap<string, Block>>

function placeProblem({ blocks, segments }: RecordUnit, known: Blocks): string | null {
  const lost = (document: string, block: string) => `no block "${block}" in document "${document}"`
  for (const [document, ids] of Object.entries(blocks))
    for (const id of ids) if (!known.get(document)?.has(id)) return lost(document, id)
  for (const [document, parts] of segments.flatMap(segment => Object.entries(segment))) {
    for (const { block, start, end } of parts) {
      const text = known.get(document)?.get(block)?.text
      if (text === undefined) return lost(document, block)
      if (start > end || end > text.length) return `${start} to ${end} does not lie in block "${block}"`
    }
  }
  return null
}
