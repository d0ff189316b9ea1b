/**
 * Vectors of meaning for texts, from where the user has them: an endpoint (`endpoint.ts`) or a module of the user's own.
 * Here is what both share: no text is asked for twice, texts go in batches, and an answer that is not one vector of
 * finite numbers for each text, all of one length, is refused, since a silent mistake would be learned from.
 */
import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UserError } from '../errors.js'
import { type Embed, type EmbeddingsOptions, endpoint } from './endpoint.js'

export { EMBEDDINGS_KEY, type Embed, type EmbeddingsOptions } from './endpoint.js'

/** text-embeddings-inference takes no more than this at once unless told to. */
const BATCH = 32
/** Most models read some 500 tokens, some 8,000: what stands beyond would be cut off by them, or refused. */
const MOST_READ = 6000
/** Numbers that are kept: 64 MB. */
const KEPT = 2 ** 24

/**
 * Opens an endpoint (a URL) or a module (a path or package that exports `embed(texts)`).
 * @throws UserError where there is none
 */
export async function openEmbeddings(where: string, options: EmbeddingsOptions = {}): Promise<Embed> {
  if (/^https?:\/\//i.test(where)) return endpoint(where, options)
  return moduleNamed(where, options.cwd ?? process.cwd())
}

async function moduleNamed(where: string, cwd: string): Promise<Embed> {
  const isPath = /^\.{0,2}\/|\.[cm]?js$/.test(where)
  const name = isPath ? pathToFileURL(resolve(cwd, where)).href : where
  const found = (await import(name).catch((error: unknown) => {
    throw new UserError(`cannot load the embeddings module ${where}; name a URL, a file or an installed package`, {
      cause: error,
    })
  })) as { readonly embed?: unknown }
  if (typeof found.embed === 'function') return found.embed as Embed
  throw new UserError(`the embeddings module ${where} does not export a function embed(texts)`)
}

/**
 * The same with batches, checks and a memory for what was asked lately. Blank texts must not be asked for.
 * @throws UserError where an answer is no list of vectors of one length
 */
export function remembering(
  embed: Embed,
  where = 'the embeddings',
): (texts: readonly string[]) => Promise<Float32Array[]> {
  const kept = new Map<string, Float32Array>()
  let length: number | null = null
  const check = (answer: unknown, count: number): Float32Array[] => {
    const vectors = vectorsIn(answer, count, where)
    for (const vector of vectors) {
      length ??= vector.length
      if (vector.length !== length)
        throw new UserError(
          `${where} gave vectors of different lengths (${length} and ${vector.length}); use one model`,
        )
    }
    return vectors
  }
  return async texts => {
    const keys = texts.map(text => createHash('sha256').update(text).digest('base64'))
    const asked = new Map<string, string>()
    const own = new Map<string, Float32Array>()
    keys.forEach((key, k) => {
      const known = kept.get(key)
      if (known) own.set(key, known)
      else asked.set(key, texts[k]!.slice(0, MOST_READ))
    })
    const wanted = [...asked]
    for (let from = 0; from < wanted.length; from += BATCH) {
      const batch = wanted.slice(from, from + BATCH)
      const answer = await embed(batch.map(([, text]) => text))
      check(answer, batch.length).forEach((vector, k) => {
        own.set(batch[k]![0], vector)
        kept.set(batch[k]![0], vector)
      })
    }
    forget(kept, length ?? 1)
    return keys.map(key => own.get(key)!)
  }
}

/** Drops what was asked first where too much is kept. */
function forget(kept: Map<string, unknown>, length: number): void {
  for (const key of kept.keys()) {
    if (kept.size * length <= KEPT) return
    kept.delete(key)
  }
}

function vectorsIn(answer: unknown, count: number, where: string): Float32Array[] {
  if (!Array.isArray(answer)) throw new UserError(`${where} did not return a list of vectors`)
  if (answer.length !== count) throw new UserError(`${where} gave ${answer.length} vectors for ${count} texts`)
  return answer.map((vector: unknown) => {
    const isList = Array.isArray(vector) || ArrayBuffer.isView(vector)
    const numbers = isList ? Array.from(vector as unknown as ArrayLike<unknown>) : []
    if (numbers.length === 0 || !numbers.every(x => typeof x === 'number' && Number.isFinite(x)))
      throw new UserError(`${where} gave a vector that is empty or holds something other than finite numbers`)
    return Float32Array.from(numbers as number[])
  })
}
