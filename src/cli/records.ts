/**
 * Records for a command that must not go wrong on one: each line is checked before it is used, and what is wrong with it
 * is said with its line. A unit that cannot be used is taken out of its record.
 */
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { soundUnits } from '../export/export.js'
import type { ReleaseRecord, Tag } from '../model.js'
import { releaseRecordSchema } from '../record/schema.js'
import type { Io } from './io.js'
import { type JsonItem, readJson } from './json.js'

/** A record, if there is a sound one, and what is wrong, each beginning with file and line. */
export interface RecordItem {
  readonly record: ReleaseRecord | null
  readonly problems: readonly string[]
}

const SCHEMA_VERSION = '1.0'
/** As XML Schema has it (`xs:language`), which every well-formed BCP 47 tag keeps. */
const TAG = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/

/** The records one after another. Throws a UserError where the file cannot be read. */
export async function* readRecords(path: string | undefined, io: Io): AsyncGenerator<RecordItem> {
  for await (const item of readJson(path, io)) {
    const { record, problems } = recordOf(item)
    yield { record, problems: problems.map(problem => `${path ?? '-'}, ${item.where}: ${problem}`) }
  }
}

function recordOf(item: JsonItem): RecordItem {
  const bad = (problem: string): RecordItem => ({ record: null, problems: [problem] })
  if ('problem' in item) return bad(`${item.problem} (is the line cut off?)`)
  const version = versionProblem(item.value)
  if (version !== null) return bad(version)
  const result = releaseRecordSchema.safeParse(item.value)
  if (!result.success) {
    const [issue] = result.error.issues
    const at = ['$', ...(issue?.path ?? [])].join('.')
    return bad(`no record, ${at}: ${issue?.message}; parawire validate tells all that is wrong`)
  }
  const tag = result.data.documents.find(({ language }) => !TAG.test(language.tag))?.language.tag
  return tag === undefined ? soundUnits(result.data) : bad(`"${tag}" is no language tag`)
}

/** A newer tool may have written it; said before the schema complains of each new field. */
function versionProblem(value: unknown): string | null {
  const version = value instanceof Object && 'schemaVersion' in value ? value.schemaVersion : SCHEMA_VERSION
  if (version === SCHEMA_VERSION) return null
  return `schemaVersion ${JSON.stringify(version)} is not ${SCHEMA_VERSION}, the one that this parawire reads; update parawire, or build the corpus with this one`
}

/** All languages of the documents in a file, sorted; null for what can be read once only, such as standard input. */
export async function languagesIn(path: string | undefined, io: Io): Promise<Tag[] | null> {
  if (path === undefined || path === '-') return null
  const there = await stat(resolve(io.cwd, path)).catch(() => null)
  if (there && !there.isFile()) return null
  const tags = new Set<Tag>()
  for await (const item of readJson(path, io)) if ('value' in item) for (const tag of tagsOf(item.value)) tags.add(tag)
  return [...tags].sort()
}

/** The field that says so, of what may be no record at all. */
function tagsOf(value: unknown): Tag[] {
  const { languages } = (value ?? {}) as { readonly languages?: unknown }
  return Array.isArray(languages) ? languages.filter(tag => typeof tag === 'string' && TAG.test(tag)) : []
}
