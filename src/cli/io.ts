/**
 * The streams and files of a command. Output waits until the stream has taken what was written, so a slow reader slows
 * the run and memory stays flat. A reader that went away (`| head`) ends the run as a success. A file is written
 * beside its place under a hidden name and renamed when it is complete, so nobody ever sees half a file.
 */
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { UserError } from '../errors.js'

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
  const wish = resolve(io.cwd, path)
  const target = await realpath(wish).catch(() => wish)
  const there = await stat(target).catch(() => null)
  if (there?.isDirectory()) throw new UserError(`cannot write ${path}: it is a folder; name a file`)
  const isDirect = there !== null && !there.isFile()
  const place = isDirect ? target : join(dirname(target), `.${basename(target)}.${randomUUID().slice(0, 8)}.tmp`)
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
    throw path === '-' ? error : unreadable(path, error)
  }
  return Buffer.concat(chunks)
}

/** The UserError for a file that cannot be read; any other error is handed back as it is. */
export const unreadable = (path: string, error: unknown) => cannot(`read ${path}`, error)

/** The same for one that cannot be written. */
export const unwritable = (path: string, error: unknown) => cannot(`write ${path}`, error)

const ADVICE: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'no such file or folder; check the name'],
  ['ENOTDIR', 'a part of the path is no folder; check the name'],
  ['EISDIR', 'it is a folder; name a file'],
  ['EACCES', 'permission denied; check its permissions'],
  ['EPERM', 'permission denied; check its permissions'],
  ['EROFS', 'the disk is read-only; name another place'],
  ['ENOSPC', 'the disk is full; make room'],
])

/** A UserError for a system error: what could not be done, and what to do. A bug is handed back as it is. */
export function cannot(what: string, error: unknown): unknown {
  const code = codeOf(error)
  return code === null ? error : new UserError(`cannot ${what}: ${ADVICE.get(code) ?? code}`, { cause: error })
}

const isClosed = (error: unknown) => ['EPIPE', 'ERR_STREAM_DESTROYED'].includes(codeOf(error) ?? '')

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** Control characters, and those that turn the direction of text, as escapes: a file name must not drive a terminal. */
export function printable(text: string): string {
  return text.replace(/[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, char => {
    const code = char.charCodeAt(0).toString(16).toUpperCase()
    return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`
  })
}
