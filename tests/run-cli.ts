/** Runs the command line inside the test: real streams, real files, no process. */
import { PassThrough, type Readable } from 'node:stream'
import { main } from '../src/cli/cli.js'

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface Setting {
  readonly cwd?: string
  readonly stdin?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  /** Standard error is a terminal. */
  readonly isTTY?: boolean
  /** The clock, in milliseconds. */
  readonly now?: () => number
}

/** The exit code and all that was written. */
export async function runCli(argv: readonly string[], setting: Setting = {}): Promise<Outcome> {
  const stdin = new PassThrough()
  stdin.end(setting.stdin ?? '')
  const stdout = new PassThrough()
  const stderr = Object.assign(new PassThrough(), { isTTY: setting.isTTY ?? false })
  const both = Promise.all([textOf(stdout), textOf(stderr)])
  const clock = setting.now ? { now: setting.now } : {}
  const code = await main(argv, { stdin, stdout, stderr, cwd: setting.cwd ?? '/', env: setting.env ?? {}, ...clock })
  stdout.end()
  stderr.end()
  const [out, err] = await both
  return { code, out, err }
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** The values of NDJSON. */
export function lines<T = Record<string, unknown>>(text: string): T[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T)
}
