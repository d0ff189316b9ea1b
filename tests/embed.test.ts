/** Embeddings: both protocols against a real server, what a bad answer leads to, and that the evidence reaches beads. */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { alignTexts } from '../src/api/reading.js'
import { type EmbeddingsOptions, openEmbeddings, remembering } from '../src/embed/embed.js'
import { UserError } from '../src/errors.js'
import type { ReleaseRecord } from '../src/model.js'
import { releaseRecordSchema } from '../src/record/schema.js'
import { danish, german } from './cli-texts.js'
import { lines, runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

interface Asked {
  readonly path: string
  readonly key: string | undefined
  readonly body: { readonly input?: string[]; readonly inputs?: string[]; readonly model?: string }
}
type Answer = { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown } | null

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A server that answers as it is told; null: never. `asked` fills with what came in. */
async function serve(answer: (asked: Asked, count: number) => Answer) {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await textOf(request)) as Asked['body']
    asked.push({ path: request.url!, key: request.headers.authorization, body })
    const reply = answer(asked.at(-1)!, asked.length)
    if (!reply) return
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers })
    response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body))
  })
  servers.push(server)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** A vector that tells texts apart by their length and first letter. */
const vectorOf = (text: string) => [text.length, text.charCodeAt(0), 1]
const asOpenAi = ({ body }: Asked): Answer => ({
  // In any order: the index counts.
  body: { data: body.input!.map((text, index) => ({ index, embedding: vectorOf(text) })).reverse() },
})
const asTei = ({ body }: Asked): Answer => ({ body: body.inputs!.map(vectorOf) })

const quick: EmbeddingsOptions = { pause: 1, retries: 2, timeout: 2000 }
const ask = async (url: string, texts: readonly string[], options: EmbeddingsOptions = quick) =>
  (await remembering(await openEmbeddings(url, options), url)(texts)).map(vector => [...vector])

const texts = ['ein Text', 'another text', 'tekst']
const vectors = texts.map(vectorOf)

describe('protocols', () => {
  test.each([
    ['/v1/embeddings', '/v1/embeddings'],
    ['/v1', '/v1/embeddings'],
    ['', '/v1/embeddings'],
    ['/proxy/', '/proxy/v1/embeddings'],
  ])('as OpenAI speaks, at %s', async (path, expected) => {
    const { url, asked } = await serve(asOpenAi)
    expect(await ask(url + path, texts, { ...quick, model: 'small', key: 'k1' })).toEqual(vectors)
    expect(asked).toEqual([{ path: expected, key: 'Bearer k1', body: { input: texts, model: 'small' } }])
  })

  test.each(['/embed', ''])('as text-embeddings-inference speaks, at %j', async path => {
    const { url, asked } = await serve(request =>
      request.path === '/embed' ? asTei(request) : { status: 404, body: 'not here' },
    )
    expect(await ask(url + path, texts)).toEqual(vectors)
    expect(asked.at(-1)).toMatchObject({ path: '/embed', key: undefined, body: { inputs: texts } })
  })

  test('batches; no text is asked for twice; the way that was found stays', async () => {
    const { url, asked } = await serve(request => (request.path === '/embed' ? asTei(request) : { status: 405 }))
    const embed = remembering(await openEmbeddings(url, quick))
    const many = Array.from({ length: 70 }, (_, k) => `${'x'.repeat(k)} text`)
    expect((await embed([...many, many[3]!])).map(vector => [...vector])).toEqual([...many, many[3]!].map(vectorOf))
    expect(asked.slice(1).map(({ body }) => body.inputs!.length)).toEqual([32, 32, 6])
    await embed([many[5]!, 'new'])
    expect(asked).toHaveLength(5)
    expect(asked.at(-1)!.body.inputs).toEqual(['new'])
  })

  test('a module', async () => {
    const folder = tempFolder({
      'own.mjs': 'export const embed = async texts => texts.map(text => Float32Array.of(text.length, 1))',
      'none.mjs': 'export const other = 1',
    })
    expect(await ask('./own.mjs', ['abc'], { cwd: folder })).toEqual([[3, 1]])
    await expect(ask('./none.mjs', ['abc'], { cwd: folder })).rejects.toThrow(/does not export a function embed/)
    await expect(ask('./absent.mjs', ['abc'], { cwd: folder })).rejects.toThrow(UserError)
  })
})

describe('a server in trouble', () => {
  test.each([429, 500, 503])('%i is asked again', async status => {
    const { url, asked } = await serve((request, count) => (count < 3 ? { status, body: 'busy' } : asTei(request)))
    expect(await ask(`${url}/embed`, texts)).toEqual(vectors)
    expect(asked).toHaveLength(3)
  })

  test.each([
    ['still busy after all', { status: 429, body: 'slow down' }, 3, /answered 429: slow down/],
    [
      'asks for too long a pause',
      { status: 503, headers: { 'retry-after': '3600' }, body: 'later' },
      1,
      /answered 503/,
    ],
    ['no key', { status: 401, body: '' }, 1, /answered 401.*PARAWIRE_EMBEDDINGS_KEY/],
    ['no such model', { status: 404, body: 'model not found' }, 1, /answered 404: model not found.*model/],
    ['no JSON', { body: '<html>' }, 1, /did not answer with JSON: <html>/],
    ['an object', { body: { error: 'x' } }, 1, /did not return a list of vectors/],
    ['one vector too few', { body: [[1], [2]] }, 1, /gave 2 vectors for 3 texts/],
    [
      'not a number',
      {
        body: [
          [1, null],
          [2, 1],
          [1, 1],
        ],
      },
      1,
      /finite numbers/,
    ],
    ['no numbers', { body: [[], [], []] }, 1, /empty/],
    ['two lengths', { body: [[1, 2], [1], [3, 4]] }, 1, /different lengths \(2 and 1\)/],
  ] as const)('%s: an error that says so', async (_, answer, times, message) => {
    const { url, asked } = await serve(() => answer as Answer)
    await expect(ask(`${url}/embed`, texts)).rejects.toThrow(UserError)
    const { url: other, asked: askedThere } = await serve(() => answer as Answer)
    await expect(ask(`${other}/embed`, texts)).rejects.toThrow(message)
    expect(asked).toHaveLength(times)
    expect(askedThere).toHaveLength(times)
  })

  test('never answers', async () => {
    const { url, asked } = await serve(() => null)
    const trial = ask(`${url}/embed`, texts, { timeout: 50, retries: 1, pause: 1 })
    await expect(trial).rejects.toThrow(`${url}/embed: no answer within 50 ms, asked 2 times`)
    expect(asked.length).toBeLessThanOrEqual(2)
  })

  test('nobody there', async () => {
    const { url } = await serve(() => null)
    await new Promise(done => servers.pop()!.close(done))
    await expect(ask(url, texts)).rejects.toThrow(
      /no connection \(ECONNREFUSED\), asked 3 times; is the server running/,
    )
  })

  test('no URL', async () => {
    await expect(ask('http://', texts)).rejects.toThrow(UserError)
  })
})

describe('alignment', () => {
  // Words that have nothing in common, all of one length: nothing but vectors can tell.
  const row = (letters: string, k: number) =>
    Array.from({ length: 9 }, (_, n) => letters[(k * 5 + n * 7) % 16]!.repeat(3) + letters[(k * 3 + n) % 16]).join(' ')
  const left = Array.from({ length: 12 }, (_, k) => row('abcdefghijklmnop', k))
  const right = Array.from({ length: 12 }, (_, k) => row('აბგდევზთიკლმნოპჟ', k))
  const kept = right.filter((_, k) => k !== 2 && k !== 7)
  /** The number of a paragraph, wherever it stands, as a direction of its own. */
  const exact = async (asked: readonly string[]) =>
    asked.map(text => {
      const number = Math.max(left.indexOf(text), right.indexOf(text))
      return Float32Array.from({ length: 40 }, (_, n) => Math.sin((number + 1) * (n + 1) * 12.9898))
    })
  const truth = [
    ...[0, 1].map(k => [[k], [k]]),
    [[2], []],
    ...[3, 4, 5, 6].map(k => [[k], [k - 1]]),
    [[7], []],
    ...[8, 9, 10, 11].map(k => [[k], [k - 2]]),
  ]

  test('vectors that tell all make all beads right', async () => {
    const aligned = await alignTexts({ a: left, b: kept }, { embeddings: exact })
    expect(aligned.beads('a', 'b')).toEqual(truth)
    expect((await alignTexts({ a: left, b: kept })).beads('a', 'b')).not.toEqual(truth)
  })

  test('vectors that tell nothing change nothing', async () => {
    const same = async (asked: readonly string[]) => asked.map(() => Float32Array.of(1, 2, 3))
    const plain = await alignTexts({ a: left, b: kept })
    const heard = await alignTexts({ a: left, b: kept }, { embeddings: same })
    expect(heard.units).toEqual(plain.units)
  })

  test('the record says so where vectors were given, and only then', async () => {
    const { url } = await serve(asTei)
    const cwd = tempFolder({ 'da.txt': danish, 'de.txt': german })
    const generatorOf = async (...args: string[]) => {
      const { out } = await runCli(args, { cwd })
      return releaseRecordSchema.parse(lines<ReleaseRecord>(out)[0]).generator
    }
    const plain = await generatorOf('.')
    expect(plain).not.toHaveProperty('embeddings')
    const dimensions = vectorOf('x').length
    expect(await generatorOf('.', '--embeddings', `${url}/embed`)).toEqual({ ...plain, embeddings: { dimensions } })
    expect(await generatorOf('da.txt', '--embeddings', `${url}/embed`)).toEqual(plain)
  })

  test('build asks once for each block, and says what went wrong', async () => {
    const { url, asked } = await serve(asTei)
    const cwd = tempFolder({ 'da.txt': danish, 'de.txt': german })
    const { code, out } = await runCli(['.', '--embeddings', `${url}/embed`], { cwd })
    expect(code).toBe(0)
    expect(lines(out)).toHaveLength(1)
    const inputs = asked.flatMap(({ body }) => body.inputs!)
    expect(inputs).toHaveLength(10)
    expect(new Set(inputs).size).toBe(10)
    const { url: broken } = await serve(() => ({ status: 401, body: 'no' }))
    const failed = await runCli(['.', '--embeddings', `${broken}/embed`], { cwd })
    expect(failed).toMatchObject({ code: 2, out: '' })
    expect(failed.err).toContain('answered 401: no; the key is read from PARAWIRE_EMBEDDINGS_KEY')
    expect(await runCli(['.', '--embeddings-model', 'small'], { cwd })).toMatchObject({ code: 2 })
  })
})
