/**
 * What is counted of a release, in one place for all that show figures: each is what is counted, of which document and
 * language, under which name, and how many. Figures of many releases are added up by `addTo`, so that nothing else of a
 * corpus need be kept. Every document counts, versions too.
 */
import type { Document, ReleaseRecord, Tag } from '../model.js'
import { languageNames } from './versions.js'

/** What can be counted. Of documents: the rest; of the release as a whole: `releases`, `units`, `pairs`, its warnings. */
export type Counted =
  | 'releases' // all; in so many languages
  | 'units' // all; in so many languages; moved
  | 'pairs' // languages that stand together, da-de
  | 'documents' // all; by the kind of version
  | 'bytes'
  | 'charset'
  | 'layout'
  | 'blocks' // all but the furniture of a site; aligned
  | 'characters' // of those blocks, in UTF-16 units
  | 'alone' // blocks in no unit, by the reason
  | 'repairs' // by kind, edits of layout among them
  | 'unrepaired' // by kind
  | 'warnings'

export interface Figure {
  readonly what: Counted
  /** Null where the release as a whole is counted, `language` is `ALL` then. */
  readonly document: string | null
  readonly language: Tag
  readonly name: string
  readonly count: number
}

/** In the place of a language: of no one language. */
export const ALL = '*'

/** Sums by what is counted, its name, and the language. */
export type Sums = Map<string, Map<string, Map<Tag, number>>>

/** Adds to the sums. */
export function addTo(
  sums: Sums,
  { what, name, language, count }: Omit<Figure, 'document' | 'what'> & { readonly what: string },
): void {
  const names = sums.get(what) ?? new Map<string, Map<Tag, number>>()
  const languages = names.get(name) ?? new Map<Tag, number>()
  languages.set(language, (languages.get(language) ?? 0) + count)
  names.set(name, languages)
  sums.set(what, names)
}

/** The figures of a release, of some of its documents; nothing where none is left. */
export function* figuresOf(
  record: ReleaseRecord,
  documents: readonly Document[] = record.documents,
): Generator<Figure> {
  if (documents.length === 0) return
  const whole = (what: Counted, name: string, count = 1): Figure => ({
    what,
    document: null,
    language: ALL,
    name,
    count,
  })
  const tags = [...new Set(documents.map(({ language }) => language.tag))].sort()
  const { units, unaligned } = record.alignment
  yield whole('releases', 'all')
  const languages = languageNames(documents, record.versions)
  yield whole('releases', inLanguages(new Set(languages.values()).size))
  for (const [i, a] of tags.entries()) for (const b of tags.slice(i + 1)) yield whole('pairs', `${a}-${b}`)
  yield whole('units', 'all', units.length)
  for (const { blocks, moved } of units) {
    const own = new Set(Object.keys(blocks).flatMap(id => languages.get(id) ?? []))
    if (own.size > 0) yield whole('units', inLanguages(own.size))
    if (moved.length > 0) yield whole('units', 'moved')
  }
  for (const { code } of record.warnings) yield whole('warnings', code)
  const kinds = new Map(record.versions.map(({ document, kind }) => [document, kind]))
  const aligned = new Set(units.flatMap(({ blocks }) => Object.values(blocks).flat()))
  const reasons = new Map(unaligned.map(({ block, reason }) => [block, reason]))
  for (const document of documents) {
    const { id, language } = document
    for (const [what, name, count] of ofDocument(document, kinds.get(id), aligned, reasons))
      yield { what, document: id, language: language.tag, name, count }
  }
}

const inLanguages = (count: number) => `in ${count} ${count === 1 ? 'language' : 'languages'}`

function* ofDocument(
  document: Document,
  version: string | undefined,
  aligned: ReadonlySet<string>,
  reasons: ReadonlyMap<string, string>,
): Generator<[what: Counted, name: string, count: number]> {
  const { charset, bytes, layout, blocks, repairs, unrepaired, warnings } = document
  const own = blocks.filter(({ kind }) => kind !== 'chrome')
  const ofUnits = own.filter(({ id }) => aligned.has(id))
  yield ['documents', 'all', 1]
  if (version !== undefined) yield ['documents', version, 1]
  yield ['bytes', 'all', bytes]
  yield ['charset', charset.name, 1]
  yield ['layout', layout.wrap, 1]
  yield ['blocks', 'all', own.length]
  yield ['blocks', 'aligned', ofUnits.length]
  yield ['characters', 'all', lengthOf(own)]
  yield ['characters', 'aligned', lengthOf(ofUnits)]
  for (const { id } of blocks) if (reasons.has(id)) yield ['alone', reasons.get(id)!, 1]
  for (const { kind } of repairs) yield ['repairs', kind, 1]
  for (const { kind } of unrepaired) yield ['unrepaired', kind, 1]
  for (const { code } of warnings) yield ['warnings', code, 1]
}

const lengthOf = (blocks: Document['blocks']) => blocks.reduce((sum, { text }) => sum + text.length, 0)
