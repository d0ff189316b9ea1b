/**
 * The bytes of a file, or why it has none that can be used. A file above the limit is asked for its size and not read;
 * what only poses as a file, or grew when it was opened, is read no further than the limit. A file that somebody writes
 * to at that moment is read again, so that the bytes are those of one state of it. Files are small, and to wait for each
 * call of the system takes ten times as long as the call: a file is read in one go, with a turn for others between two.
 * Limit: a change that leaves size and time of change as they were (within some milliseconds) is not seen.
 */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { setImmediate as turn } from 'node:timers/promises'
import type { Unused } from '../model.js'
import { type Place, placeOf } from './names.js'
import { DEFAULT_BYTES } from './sizes.js'
import { empty, type Refusal, refuse, refuseProgram, tooLarge } from './sniff.js'
import { noFile, problemOf } from './walk.js'

/** A file to read; `path` is relative to the root, with `/`, and is what a record shows. */
export interface SourceFile {
  readonly path: string
  /** Bytes where the name is not UTF-8. */
  readonly location: string | Uint8Array
  readonly nameNotUtf8: boolean
}

export interface ReadLimits {
  /** The most bytes that are read of one file; by default `DEFAULT_BYTES`. */
  readonly maxBytes?: number | undefined
  /** Bytes that are used whatever they look like; the name is that of the file. */
  readonly accepts?: ((bytes: Uint8Array, name: string) => boolean) | undefined
}

/** Called once for each argument or file that cannot be used. */
export type OnUnused = (unused: Unused) => void

/** Without it the opening of a pipe waits for a writer; a file may have become one since it was found. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
/** How often a file is read that changes meanwhile. */
const TRIES = 3
/** What files that tell no size (empty ones, and those of /proc) are read into first. */
const piece = Buffer.allocUnsafeSlow(2 ** 14)

/**
 * The bytes of a file; null where it cannot be used, which is reported: EMPTY, BINARY, UNSUPPORTED_FORMAT, PARAWIRE_OUTPUT (these by
 * content), TOO_LARGE, NOT_FOUND (it vanished), NOT_A_FILE, DANGLING_LINK, UNREADABLE (with the reason).
 */
export async function readFile(
  file: SourceFile,
  onUnused: OnUnused,
  { maxBytes = DEFAULT_BYTES, accepts }: ReadLimits = {},
): Promise<Uint8Array | null> {
  await turn()
  const read = readAtMost(file, maxBytes)
  const refusal = !(read instanceof Uint8Array)
    ? read
    : accepts?.(read, file.path)
      ? null
      : (refuse(read) ?? refuseProgram(read, file.path))
  return refusal ? refused(file, refusal, onUnused) : (read as Uint8Array)
}

/** The size of a file that `readFile` would read; null where its size tells that it would not, which is reported. */
export async function sizeOf(
  file: SourceFile,
  onUnused: OnUnused,
  { maxBytes = DEFAULT_BYTES }: ReadLimits = {},
): Promise<number | null> {
  const size = await stat(pathOf(file))
    .then(stats => sizeOrRefusal(file, stats, maxBytes))
    .catch(refusalOf)
  const refusal = size === 0 ? empty : typeof size === 'number' ? null : size
  return refusal ? refused(file, refusal, onUnused) : (size as number)
}

type Refused = Pick<Unused, 'code' | 'message'>

function refused({ path }: SourceFile, { code, message }: Refused, onUnused: OnUnused): null {
  onUnused({ path, code, message })
  return null
}

function refusalOf(error: unknown): Refused {
  const problem = problemOf(error, 'file')
  const vanished = 'the file was there when the run began and has vanished'
  return problem.code === 'NOT_FOUND' ? { code: 'NOT_FOUND', message: vanished } : problem
}

function sizeOrRefusal(file: SourceFile, stats: Stats, maxBytes: number): number | Refused {
  if (!stats.isFile()) return noFile(placeOfFile(file), stats)
  return stats.size > maxBytes ? tooLarge(stats.size, maxBytes) : stats.size
}

const pathOf = ({ location }: SourceFile) => (typeof location === 'string' ? location : Buffer.from(location))

function placeOfFile(file: SourceFile): Place {
  const location = pathOf(file)
  return typeof location === 'string'
    ? placeOf(location)
    : { location, shown: file.path, nameNotUtf8: file.nameNotUtf8 }
}

const changing: Refusal = {
  code: 'UNREADABLE',
  message: 'the file changes while it is read; run again when it is done',
}

function readAtMost(file: SourceFile, maxBytes: number): Uint8Array | Refused {
  let opened: number | null = null
  try {
    opened = openSync(pathOf(file), WITHOUT_WAITING)
    let before = fstatSync(opened)
    for (let tries = 0; tries < TRIES; tries++) {
      const size = sizeOrRefusal(file, before, maxBytes)
      if (typeof size !== 'number') return size
      const bytes = bytesOf(opened, size, maxBytes)
      if (bytes === null) return tooLarge(null, maxBytes)
      const after = fstatSync(opened)
      if (isSame(before, after)) return bytes
      before = after
    }
    return changing
  } catch (error) {
    return refusalOf(error)
  } finally {
    if (opened !== null) closeSync(opened)
  }
}

const isSame = (a: Stats, b: Stats) => a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs

/** The bytes as far as was expected, or to the end where no size is known; null where there are more than `most`. */
function bytesOf(file: number, expected: number, most: number): Uint8Array | null {
  let buffer = expected === 0 ? piece : Buffer.allocUnsafeSlow(expected)
  let length = 0
  for (;;) {
    const read = readSync(file, buffer, length, buffer.length - length, length)
    length += read
    if (length > most) return null
    if (read === 0 || length === expected)
      return buffer === piece ? Uint8Array.prototype.slice.call(piece, 0, length) : buffer.subarray(0, length)
    if (length < buffer.length) continue
    const larger = Buffer.allocUnsafeSlow(2 * buffer.length)
    buffer.copy(larger, 0, 0, length)
    buffer = larger
  }
}
