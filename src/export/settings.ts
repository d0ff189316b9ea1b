/** What was asked for, checked before anything is read: in words that fit the options of the library and of the command line. */
import { UserError } from '../errors.js'
import type { Tag } from '../model.js'
import { tagOfId } from '../releases/versions.js'
import type { Settings } from './format.js'
import { type Format, type FormatName, formats } from './formats.js'

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
