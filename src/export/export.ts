/**
 * The way of records into a format: one by one, and nothing of a record is kept when it is done. The formats by name, what
 * each needs to be told, and the settings, which are checked before anything is read.
 */
import { UserError } from '../errors.js'
import type { ReleaseRecord, Tag } from '../model.js'
import { tagOfId } from '../releases/versions.js'
import { text } from './articles.js'
import { type Counts, gathering, type MakeWriter, type Piece, type Settings } from './format.js'
import { ninjs } from './ninjs.js'
import { parquet } from './parquet.js'
import { schemaorg } from './schemaorg.js'
import { csv, moses, stats, tsv } from './table.js'
import { tei } from './tei.js'
import { tmx } from './tmx.js'
import { xces } from './xces.js'
import { xliff } from './xliff.js'

export { type Counts, noCounts, type Piece, type Settings } from './format.js'
export { byName, namesIn } from './rows.js'

/** What a format is like. */
export interface Format {
  readonly write: MakeWriter
  /** One file, files whose names begin alike, or a folder. */
  readonly into: 'file' | 'prefix' | 'folder'
  /** Any texts, any whose names are known before the first record, or a pair of them. */
  readonly languages: 'any' | 'known' | 'pair'
  /** It is made of units, and not of documents alone. */
  readonly hasUnits: boolean
  /** It can hold several versions of a text in a release. */
  readonly hasVersions: boolean
  /** A mark for Excel makes sense in it. */
  readonly isTable?: true
  /** Without a single row it is not valid. */
  readonly needsRows?: true
  /** It is no text. */
  readonly isBinary?: true
}

const TABLE = {
  tmx: { write: tmx, into: 'file', languages: 'any', hasUnits: true, hasVersions: true },
  tsv: { write: tsv, into: 'file', languages: 'known', hasUnits: true, hasVersions: false, isTable: true },
  csv: { write: csv, into: 'file', languages: 'known', hasUnits: true, hasVersions: false, isTable: true },
  parquet: { write: parquet, into: 'file', languages: 'any', hasUnits: true, hasVersions: true, isBinary: true },
  moses: { write: moses, into: 'prefix', languages: 'pair', hasUnits: true, hasVersions: false },
  xliff: { write: xliff, into: 'file', languages: 'pair', hasUnits: true, hasVersions: false, needsRows: true },
  tei: { write: tei, into: 'file', languages: 'any', hasUnits: true, hasVersions: true },
  xces: { write: xces, into: 'folder', languages: 'known', hasUnits: true, hasVersions: false },
  ninjs: { write: ninjs, into: 'file', languages: 'any', hasUnits: false, hasVersions: true },
  schemaorg: { write: schemaorg, into: 'file', languages: 'any', hasUnits: false, hasVersions: true },
  text: { write: text, into: 'folder', languages: 'any', hasUnits: false, hasVersions: true },
  stats: { write: stats, into: 'file', languages: 'any', hasUnits: false, hasVersions: true },
} as const satisfies Readonly<Record<string, Format>>

/** The name of a format. */
export type FormatName = keyof typeof TABLE

/** The formats by name. */
export const formats: ReadonlyMap<string, Format> = new Map<string, Format>(Object.entries(TABLE))

/** What an export can be told; all but the format can be left out. */
export interface ExportSettings {
  readonly format: FormatName
  /**
   * Only these, in this order: BCP 47 tags, `und` for unknown languages, or ids of texts (`de-2`). A tag means all texts in a
   * language, and in formats with one place for each name (`csv`, `moses`, ...) the first of them. Without it all.
   */
  readonly languages?: readonly string[]
  /** Blocks as they are aligned (`unit`, the default), or the sentences inside them. */
  readonly level?: 'unit' | 'segment'
  /** Leave out units of which the alignment is less sure, 0 to 1. Without it none is. */
  readonly minConfidence?: number
  /** Of several versions of a text in a release the `last` (default), or `all`. */
  readonly versions?: 'last' | 'all'
  /** In `csv` and `tsv` the mark by which Excel knows UTF-8. */
  readonly forExcel?: boolean
}

/** The format of a name. @throws UserError for none of them */
export function formatNamed(name: string): Format {
  const format = formats.get(name)
  const names = [...formats.keys()]
  const unknown = { word: name, among: names }
  if (!format) throw new UserError(`there is no format "${name}"; use one of ${names.join(', ')}`, { unknown })
  return format
}

/**
 * The settings with what goes without saying; `supported` are all tags that a record may have.
 * @throws UserError for what does not go together, and for what is none of the choices
 */
export function settingsOf(asked: ExportSettings, supported: readonly Tag[], tool: Settings['tool']): Settings {
  const { format: name, languages = null, level = 'unit', minConfidence = 0, versions = 'last' } = asked
  const format = formatNamed(name)
  if (!format.hasUnits && (asked.level !== undefined || asked.minConfidence !== undefined))
    throw new UserError(`format ${name} is made of documents: it takes neither level nor confidence`)
  if (versions === 'all' && !format.hasVersions)
    throw new UserError(`format ${name} has one place for each text: it cannot hold all versions`)
  if (asked.forExcel && !format.isTable)
    throw new UserError(`the mark for Excel goes with format csv or tsv, not ${name}`)
  if (level !== 'unit' && level !== 'segment')
    throw new UserError(`level "${level}" is neither unit nor segment`, {
      unknown: { word: level, among: ['unit', 'segment'] },
    })
  if (versions !== 'last' && versions !== 'all') throw new UserError(`versions "${versions}" is neither last nor all`)
  if (!(minConfidence >= 0 && minConfidence <= 1))
    throw new UserError(`the least confidence is a number from 0 to 1, not ${minConfidence}`)
  if (languages || format.languages === 'pair') checkLanguages(languages ?? [], name, format, supported)
  return { languages, level, minConfidence, versions, forExcel: asked.forExcel ?? false, tool }
}

function checkLanguages(names: readonly string[], name: string, format: Format, supported: readonly Tag[]): void {
  for (const [i, tag] of names.entries()) {
    if (!supported.includes(tagOfId(tag)))
      throw new UserError(`language "${tag}" is not supported; use some of ${supported.join(', ')}`, {
        unknown: { word: tag, among: 'languages' },
      })
    if (names.indexOf(tag) !== i) throw new UserError(`the languages name ${tag} twice`)
  }
  if (format.languages === 'pair' && names.length !== 2)
    throw new UserError(`format ${name} is for a pair of languages: name two, such as da,de`)
  if (format.hasUnits && names.length === 1)
    throw new UserError(`format ${name} is made of translations: name two languages or more`)
}

/** What comes one by one, now or later. */
export type Records = Iterable<ReleaseRecord> | AsyncIterable<ReleaseRecord>

/**
 * The pieces of an export, each of some hundred kilobytes but for whole files; `counts` is counted up.
 * @throws UserError where the format cannot be without a unit and there is none, or needs a package that is missing
 */
export async function* exportPieces(
  records: Records,
  { write, needsRows }: Format,
  settings: Settings,
  counts: Counts,
): AsyncGenerator<Piece> {
  const writer = await write(settings, counts)
  const { add, rest } = gathering(counts)
  yield* add(writer.begin?.() ?? [])
  for await (const record of records) {
    counts.releases++
    yield* add(writer.add(record))
  }
  yield* add(writer.end?.() ?? [])
  yield* rest()
  if (needsRows && counts.rows === 0)
    throw new UserError(`nothing is aligned between ${settings.languages?.join(' and ')}; the format needs a unit`)
}
