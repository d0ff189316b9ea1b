/**
 * Which texts of a release are exported. It may hold several documents in one language. Those that are versions of one text
 * stand in their order (a correction behind what it corrects), so by default the last of them stands for it; those that are
 * not are texts of their own, and of `und` mostly in several languages.
 */
import type { Document, ReleaseRecord } from '../model.js'
import { firstVersions, tagOfId } from '../releases/versions.js'
import type { Counts, Settings } from './format.js'

/** A document to export; `name` is the id of the first version of its text, and what its column or file is called. */
export interface Edition {
  readonly document: Document
  readonly name: string
}

type Texts = Pick<ReleaseRecord, 'documents' | 'versions'>

function allEditions({ documents, versions }: Texts): Edition[] {
  const names = firstVersions(documents, versions)
  return documents.map(document => ({ document, name: names.get(document.id)! }))
}

/** The names of the texts of a release, one for all versions of a text. */
export const namesIn = (release: Texts): string[] => [...new Set(allEditions(release).map(({ name }) => name))]

/** By language, and those of one language by their numbers: `de`, `de-2`, `de-10`. */
export function byName(a: string, b: string): number {
  const [one, other] = [tagOfId(a), tagOfId(b)]
  return one < other ? -1 : one > other ? 1 : a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}

/** The documents to export, in the order of what was asked for, else in that of the record; of a language all texts. */
export function editionsOf(release: Texts, { languages, versions }: Settings, counts: Counts): Document[] {
  const all = allEditions(release)
  const asked = languages?.flatMap(name => all.filter(edition => isAsked(edition, [name]))) ?? all
  return counted(lastOf([...new Set(asked)], versions, counts), counts).map(({ document }) => document)
}

/** The documents without regard to versions. */
export const documentsOf = (release: Texts, { languages }: Pick<Settings, 'languages'>): Document[] =>
  allEditions(release)
    .filter(edition => languages === null || isAsked(edition, languages))
    .map(({ document }) => document)

/** Does one of the names mean the document: the tag of its language, its id, or that of its first version? */
const isAsked = ({ document: { id, language }, name }: Edition, names: readonly string[]): boolean =>
  names.some(asked => [language.tag, id, name].includes(asked))

/** For formats with one place for each name: a name means one text, a tag so the first of its language. */
export function placedEditions(release: Texts, { languages, versions }: Settings, counts: Counts): Edition[] {
  const names = languages ?? []
  const isMeant = ({ document, name }: Edition) => names.includes(name) || names.includes(document.language.tag)
  const all = lastOf(allEditions(release).filter(isMeant), versions, counts)
  const placed = names.flatMap(name => all.find(edition => edition.name === name) ?? [])
  counts.unplaced += all.length - placed.length
  return counted(placed, counts)
}

function lastOf(editions: readonly Edition[], versions: Settings['versions'], counts: Counts): readonly Edition[] {
  const last = new Map(editions.map(edition => [edition.name, edition]))
  const chosen = versions === 'all' ? editions : editions.filter(edition => last.get(edition.name) === edition)
  counts.superseded += editions.length - chosen.length
  return chosen
}

function counted<E extends readonly Edition[]>(editions: E, counts: Counts): E {
  counts.unknown += editions.filter(({ document }) => document.language.tag === 'und').length
  return editions
}
