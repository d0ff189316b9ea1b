/**
 * Asks an endpoint for embeddings with Node's own fetch: one that speaks as OpenAI's does (`POST .../embeddings`, texts as
 * `input`, vectors in `data`), or Hugging Face's text-embeddings-inference (`POST .../embed`, `inputs`, a bare list).
 * The path tells which; a URL without such a path is asked in both ways. A server that is busy, broken or out of reach is
 * asked again a few times, after growing pauses; nothing is asked for ever.
 */
import { setTimeout as pass } from 'node:timers/promises'
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
/** So much of what a server says is told. */
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
export function endpoint(where: string, options: EmbeddingsOptions): Embed {
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
