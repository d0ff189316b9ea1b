/**
 * Ids of documents in one release: the language, with a number for a second text in it (`de`, `de-2`). A release may have
 * hundreds of versions and copies; what each of them is compared with has an end.
 */

/** So many documents are heard on each other one: all languages, and more versions than a text has in earnest. */
const MOST_HEARD = 24

/** The documents that are heard on the others, in the order given: all, or of very many the first texts before their versions. */
export function heardOf(ids: readonly string[]): readonly string[] {
  if (ids.length <= MOST_HEARD) return ids
  const first = new Set([...ids].sort(byNumber).slice(0, MOST_HEARD))
  return ids.filter(id => first.has(id))
}

/** `it` before `da-2`, `da-2` before `da-10`. */
const byNumber = (a: string, b: string) => a.length - b.length || (a < b ? -1 : 1)
