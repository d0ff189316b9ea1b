/**
 * The streams and files of a command. Output waits until the stream has taken what was written, so a slow reader slows
 * the run and memory stays flat. A reader that went away (`| head`) ends the run as a success. A file is written
 * beside its place under a hidden name and renamed when it is complete, so nobody ever sees half a file; what a killed
 * run left there is removed. A run ends early where the user or the system asks for it: with SIGINT or SIGTERM.
 */
import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { cannot, codeOf, UserError } from '../errors.js'

/** All that a command touches besides the files it is given. `isTTY` and `columns` are those of a terminal. */
export interface Io {
  readonly stdin: Readable
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Milliseconds from any moment on, for progress; the system's clock where there is none. */
  now?(): number
  /** Calls once, with the exit code to end with, when the user or the system asks to stop; what comes back undoes it. */
  onInterrupt?(handler: (code: number) => void): () => void
}

/** Somewhere to write text or bytes to: `finish` makes it final, `abandon` takes it back where that is possible. */
export interface Output {
  write(content: string | Uint8Array): Promise<void>
  finish(): Promise<void>
  abandon(): Promise<void>
}

/** Thrown where the reader of standard output went away; `main` turns it into exit code 0. */
export const closedPipe = new Error('the reader of standard output has gone')

/** Standard output; waits for the reader. Throws `closedPipe`, or a UserError such as for a full disk. */
export function standardOutput({ stdout }: Io): Output {
  const write = (content: string | Uint8Array) =>
    new Promise<void>((done, fail) => {
      stdout.write(content, error => {
        if (!error) done()
        else fail(isClosed(error) ? closedPipe : cannot('write to standard output', error))
      })
    })
  return { write, finish: async () => {}, abandon: async () => {} }
}

/** A file that appears, or is replaced, only when it is finished. A pipe or a device is written to as it stands. */
export async function fileOutput(path: string, io: Io): Promise<Output> {
  const wanted = resolve(io.cwd, path)
  const target = await realpath(wanted).catch(() => wanted)
  const there = await stat(target).catch(() => null)
  if (there?.isDirectory()) throw new UserError(`cannot write ${path}: it is a folder; name a file`)
  const { removeLeftovers, unfinishedName } = await import('../store/unfinished.js')
  const isDirect = there !== null && !there.isFile()
  const place = isDirect ? target : join(dirname(target), await unfinishedName())
  const tidied = tidiedBy.get(io) ?? new Set()
  if (!isDirect && !tidied.has(dirname(target))) {
    tidiedBy.set(io, tidied.add(dirname(target)))
    await removeLeftovers(dirname(target))
  }
  const failed = (error: unknown) => {
    throw cannot(`write ${path}`, error)
  }
  const file = await open(place, isDirect ? 'w' : 'wx', there?.mode).catch(failed)
  const remove = () => (isDirect ? Promise.resolve() : rm(place, { force: true }))
  return {
    write: content => file.appendFile(content).catch(failed),
    finish: async () => {
      await file.close().catch(failed)
      if (!isDirect) await rename(place, target).catch(error => remove().then(() => failed(error)))
    },
    abandon: async () => {
      await file.close().catch(() => {})
      await remove()
    },
  }
}

/** Folders in which a run has looked for what killed ones have left: it may write thousands of parts into one. */
const tidiedBy = new WeakMap<Io, Set<string>>()

/** What is read whole becomes a string, which holds no more; what has no end (a device) must not fill the memory. */
const MOST_INPUT = 2 ** 29 - 2 ** 10

/**
 * All bytes of a file, or of standard input for `-` and for nothing; null where there are more than `most`. Throws a
 * UserError where it cannot be read, and where no limit was given and it is larger than a string can be.
 */
export async function readInput(path: string | undefined, io: Io): Promise<Uint8Array>
export async function readInput(path: string | undefined, io: Io, most: number): Promise<Uint8Array | null>
export async function readInput(path = '-', io: Io, most?: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of path === '-' ? io.stdin : createReadStream(resolve(io.cwd, path))) {
      chunks.push(Buffer.from(chunk))
      length += chunk.length
      if (length <= (most ?? MOST_INPUT)) continue
      if (most !== undefined) return null
      throw new UserError(`cannot read ${path}: it is larger than 512 MB; split it`)
    }
  } catch (error) {
    throw unreadable(path, error)
  }
  return Buffer.concat(chunks)
}

/** The text of a file that must be UTF-8. Throws a UserError where it is not, or cannot be read. */
export async function readText(path: string, io: Io): Promise<string> {
  const bytes = await readInput(path, io)
  if (!isUtf8(bytes)) throw new UserError(`${path} is not UTF-8${hintOf(bytes)}; save it as UTF-8`)
  return Buffer.from(bytes)
    .toString()
    .replace(/^\ufeff/, '')
}

/** What a file that is no UTF-8 may be, by the bytes at its start. */
export function hintOf([first, second]: Uint8Array): string {
  if (first === 0x1f && second === 0x8b) return '; it is compressed: unpack it with gzip -dc'
  return isUtf16(first, second) ? '; it is UTF-16, as PowerShell redirects it: write it with -o' : ''
}

const isUtf16 = (first?: number, second?: number) =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)

/** The UserError for a file that cannot be read; any other error is handed back as it is. */
export const unreadable = (path: string, error: unknown) =>
  cannot(`read ${path === '-' ? 'standard input' : path}`, error)

/** The same for one that cannot be written. */
export const unwritable = (path: string, error: unknown) => cannot(`write ${path}`, error)

const isClosed = (error: unknown) => ['EPIPE', 'ERR_STREAM_DESTROYED'].includes(codeOf(error) ?? '')

/** Characters of a message: what it quotes from a file may be megabytes long. */
const LONGEST_MESSAGE = 4000

/** A message on one line that is no longer than a person reads. */
export const messageText = (message: string): string =>
  printable(message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message)

/** Control characters, and those that turn the direction of text, as escapes: a file name must not drive a terminal. */
export function printable(text: string): string {
  return text.replace(/[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, char => {
    const code = char.charCodeAt(0).toString(16).toUpperCase()
    return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`
  })
}

/** Where a command writes the things that it makes: a line of JSON each, or one indented array. */
export interface Sink {
  write(item: unknown): Promise<void>
  /** Makes it final; with the exit code that the run is going to end with. */
  finish(exitCode: number): Promise<void>
  abandon(): Promise<void>
}

/** The file that the options name, or standard output. */
export async function sinkOf(
  { output: path, pretty: isPretty }: { readonly output?: string; readonly pretty?: boolean },
  io: Io,
): Promise<Sink> {
  const output = path !== undefined && path !== '-' ? await fileOutput(path, io) : standardOutput(io)
  let written = 0
  return {
    write: item => {
      const lead = written++ === 0 ? '[\n' : ',\n'
      return output.write(isPretty ? lead + indented(item) : `${JSON.stringify(item)}\n`)
    },
    finish: async () => {
      if (isPretty) await output.write(written === 0 ? '[]\n' : '\n]\n')
      await output.finish()
    },
    abandon: output.abandon,
  }
}

/** An element of an array as JSON.stringify would indent it; no JSON string holds a line end. */
const indented = (item: unknown) => JSON.stringify(item, null, 2).replace(/^/gm, '  ')

/** What a run throws that was asked to stop. */
const interrupted = new Error('interrupted')

/** Runs to the end, or until it is asked to stop; `resumption` says how to go on then. Answers with the exit code. */
export async function interruptible(
  io: Io,
  resumption: string,
  run: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const interruption = new AbortController()
  let code = 0
  const undo = io.onInterrupt?.(asked => {
    code = asked
    interruption.abort(interrupted)
  })
  try {
    return await run(interruption.signal)
  } catch (error) {
    if (error !== interrupted) throw error
    io.stderr.write(`parawire: stopped; ${resumption}\n`)
    return code
  } finally {
    undo?.()
  }
}
