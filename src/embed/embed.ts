/**
 * Vectors of meaning for texts, from where the user has them: an endpoint or a module of the user's own.
 * What both share: no text is asked for twice, texts go in batches, and an answer that is not one vector of
 * finite numbers for each text, all of one length, is refused, since a silent mistake would be learned from.
 *
 * An endpoint is asked with Node's own fetch. It speaks as OpenAI's does (`POST .../embeddings`, texts as `input`, vectors in
 * `data`), or as Hugging Face's text-embeddings-inference (`POST .../embed`, `inputs`, a bare list). The path tells which; a
 * URL without such a path is asked in both ways. A server that is busy, broken or out of reach is asked again a few
 * times, after growing pauses; nothing is asked for ever.
 */
import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { UserError } from '../errors.js'

/** One vector for each text, in their order. */
export type Embed = (texts: readonly string[]) => Promise<readonly ArrayLike<number>[]>

export interface EmbeddingsOptions {
  /** The name of the model, which endpoints that serve several ask for. */
  readonly model?: string
  /** A key for the endpoint, sent as a bearer token. */
  readonly key?: string
  /** What the path of a module is relative to; by default the process's working folder. */
  readonly cwd?: string
  /** Milliseconds that an answer may take; 60,000 by default. */
  readonly timeout?: number
  /** How often a request is made again, with growing pauses; 4 by default. */
  readonly retries?: number
  /** Milliseconds of the first pause; 500 by default. */
  readonly pause?: number
}

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

interface Protocol {
  readonly url: string
  body(texts: readonly string[], model: string | undefined): unknown
  /** The vectors in an answer, in the order of the texts; anything else where there are none. */
  vectors(answer: unknown): unknown
}

const TIMEOUT = 60_000
const RETRIES = 4
const PAUSE = 500
/** A server may ask for longer; then the run ends with what it said. */
const LONGEST_PAUSE = 30_000
/** So much of what a server says is shown. */
const SHOWN = 200
/** The variable of the environment with the key for an endpoint. */
export const EMBEDDINGS_KEY = 'PARAWIRE_EMBEDDINGS_KEY'

const likeOpenAi = (url: string): Protocol => ({
  url,
  body: (texts, model) => ({ input: texts, ...(model !== undefined && { model }) }),
  vectors: answer => {
    const data = (answer as { readonly data?: unknown } | null)?.data
    if (!Array.isArray(data)) return answer
    const entries = data as readonly ({ readonly index?: unknown; readonly embedding?: unknown } | null)[]
    const sorted: unknown[] = []
    for (const [k, entry] of entries.entries())
      sorted[typeof entry?.index === 'number' ? entry.index : k] = entry?.embedding
    return sorted
  },
})

const likeTei = (url: string): Protocol => ({
  url,
  body: texts => ({ inputs: texts, truncate: true }),
  vectors: answer => answer,
})

function protocolsOf(where: string): Protocol[] {
  let url: URL
  try {
    url = new URL(where)
  } catch (error) {
    throw new UserError(`${where} is not a URL`, { cause: error })
  }
  const path = url.pathname.replace(/\/+$/, '')
  const at = (own: string) => Object.assign(new URL(url), { pathname: own }).href
  if (path.endsWith('/embeddings')) return [likeOpenAi(url.href)]
  if (path.endsWith('/embed')) return [likeTei(url.href)]
  return [likeOpenAi(at(`${path}${path.endsWith('/v1') ? '' : '/v1'}/embeddings`)), likeTei(at(`${path}/embed`))]
}

/** Asks the endpoint at a URL. Every failure is a UserError that names the URL, what came back, and what to do. */
function endpoint(where: string, options: EmbeddingsOptions): Embed {
  let protocols = protocolsOf(where)
  return async texts => {
    for (const [k, protocol] of protocols.entries()) {
      const response = await ask(protocol, texts, options)
      const isElsewhere = (response.status === 404 || response.status === 405) && k + 1 < protocols.length
      if (isElsewhere) continue
      protocols = [protocol]
      return protocol.vectors(await answerOf(response, protocol.url)) as readonly Float32Array[]
    }
    throw new UserError(`${where} is not an embeddings endpoint`)
  }
}

/** One answer, after as many attempts as it takes and may take. */
async function ask({ url, body }: Protocol, texts: readonly string[], options: EmbeddingsOptions): Promise<Response> {
  const { timeout = TIMEOUT, retries = RETRIES, pause = PAUSE, key, model } = options
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify(body(texts, model)),
  }
  for (let attempt = 0; ; attempt++) {
    const isLast = attempt >= retries
    try {
      const response = await fetch(url, { ...request, signal: AbortSignal.timeout(timeout) })
      const isBusy = response.status === 429 || response.status >= 500
      const wait = pauseOf(response.headers.get('retry-after'), pause * 2 ** attempt)
      if (!isBusy || isLast || wait > LONGEST_PAUSE) return response
      await response.body?.cancel()
      await pass(wait)
    } catch (error) {
      if (isLast) throw unreachable(url, error, timeout, attempt + 1)
      await pass(pause * 2 ** attempt)
    }
  }
}

/** What the server asks for, in seconds, or our own pause, whichever is longer. */
const pauseOf = (asked: string | null, own: number) => Math.max(own, 1000 * (Number(asked) || 0))

function unreachable(url: string, error: unknown, timeout: number, attempts: number): UserError {
  const isLate = error instanceof Error && error.name === 'TimeoutError'
  const code = ((error as Error).cause as { readonly code?: unknown } | undefined)?.code
  const why = isLate ? `no answer within ${timeout} ms` : `no connection${typeof code === 'string' ? ` (${code})` : ''}`
  return new UserError(`${url}: ${why}, asked ${attempts} times; is the server running, and is the URL right?`, {
    cause: error,
  })
}

async function answerOf(response: Response, url: string): Promise<unknown> {
  const text = await response.text().catch((error: unknown) => {
    throw new UserError(`${url}: the answer was cut off; try again`, { cause: error })
  })
  if (!response.ok) {
    const advice =
      response.status === 401 || response.status === 403
        ? `; the key is read from ${EMBEDDINGS_KEY}`
        : response.status === 404
          ? '; check the path, and the name of the model'
          : ''
    throw new UserError(`${url} answered ${response.status}: ${text.slice(0, SHOWN) || response.statusText}${advice}`)
  }
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new UserError(`${url} did not answer with JSON: ${text.slice(0, SHOWN)}`, { cause: error })
  }
}
