/**
 * Ids of documents in one release: the language, with a number for a second text in it (`de`, `de-2`). Such a text may be a
 * version of the first one or not: the record's `versions` say. A release may have hundreds of versions and copies; what each
 * of them is compared with has an end.
 */
import type { Document, Tag, Version } from '../model.js'

const NUMBERED = /^(.+)-(?:[2-9]|[1-9]\d+)$/

/** The tag that the id of a document begins with: `de` of `de-2`. */
export const tagOfId = (id: string): Tag => NUMBERED.exec(id)?.[1] ?? id

type Named = Pick<Document, 'id' | 'language'>
type Later = Pick<Version, 'document' | 'versionOf'>

/** For each document, by its id, the first version of its text in its language; the id itself where it is no later one. */
export function firstVersions(documents: readonly Named[], versions: readonly Later[]): Map<string, string> {
  const tags = new Map(documents.map(({ id, language }) => [id, language.tag]))
  const earlier = new Map(versions.map(({ document, versionOf }) => [document, versionOf]))
  return new Map(
    documents.map(({ id, language: { tag } }) => {
      const first = earlier.get(id)
      return [id, first !== undefined && (tags.get(first) ?? tag) === tag ? first : id]
    }),
  )
}

/**
 * For each document, by its id, a name for its language. `und` is no language: of two texts in unknown languages that are
 * no versions each is in one of its own, which is wrong less often than that both are in one.
 */
export function languageNames(documents: readonly Named[], versions: readonly Later[]): Map<string, string> {
  const firsts = firstVersions(documents, versions)
  return new Map(documents.map(({ id, language: { tag } }) => [id, tag === 'und' ? firsts.get(id)! : tag]))
}

/** In how many languages a release is. */
export const languageCount = (documents: readonly Named[], versions: readonly Later[]): number =>
  new Set(languageNames(documents, versions).values()).size

/** So many documents vote on each other one: all languages, and more versions than a text has in earnest. */
const MOST_VOTERS = 24

/** The documents that vote on the others, in the order given: all, or of very many the first texts before their versions. */
export function votersOf(ids: readonly string[]): readonly string[] {
  if (ids.length <= MOST_VOTERS) return ids
  const first = new Set([...ids].sort(byNumber).slice(0, MOST_VOTERS))
  return ids.filter(id => first.has(id))
}

/** `it` before `da-2`, `da-2` before `da-10`. */
const byNumber = (a: string, b: string) => a.length - b.length || (a < b ? -1 : 1)
