/** No file is read and written, whichever names lead to it: a text would be lost. */
import { open, realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UserError } from '../errors.js'
import { type IngestOptions, leadingTo } from '../ingest/ingest.js'
import type { Io } from './io.js'

/** What is read besides the texts themselves. */
export interface Read extends Omit<IngestOptions, 'cwd'> {
  /** Files, folders and patterns. */
  readonly inputs: readonly string[]
  /** A list of names; `-` is none. */
  readonly list: string | undefined
  readonly model: string | undefined
  readonly decisions?: readonly string[] | undefined
}

/** Throws a UserError where one of the files that are written is read as well, or is named twice. */
export async function checkOverwriting(written: readonly string[], read: Read, io: Io): Promise<void> {
  const real = (path: string) => realpath(resolve(io.cwd, path)).catch(() => null)
  const targets = new Map<string, string>()
  for (const path of written) {
    const target = (await real(path)) ?? resolve(io.cwd, path)
    if (targets.has(target)) throw new UserError(`-o and --rejects name the same file ${path}; name two`)
    targets.set(target, path)
  }
  if ((await Promise.all(written.map(real))).every(path => path === null)) return
  const isTarget = async (path = '-') => path !== '-' && targets.has((await real(path)) ?? '')
  if (await isTarget(read.model))
    throw new UserError(`${read.model} is both the model and written; name another file to write`)
  if (await isTarget(read.list)) throw both(read.list!)
  for (const path of read.decisions ?? []) if (await isTarget(path)) throw both(path)
  for (const target of await leadingTo([...targets.keys()], read.inputs, { ...read, cwd: io.cwd }))
    if (!(await isOurs(target))) throw both(targets.get(target)!)
}

/** Throws a UserError where the file that is written is one of those that are read, by whatever name. */
export async function checkNotRead(written: string | undefined, read: readonly string[], io: Io): Promise<void> {
  if (written === undefined || written === '-') return
  const real = (path: string) => realpath(resolve(io.cwd, path)).catch(() => null)
  const target = await real(written)
  for (const path of read) if (path !== '-' && target !== null && (await real(path)) === target) throw both(path)
}

const both = (path: string) => new UserError(`${path} is both read and written; name another file to write`)

/** What an earlier run wrote into a folder of texts is no input, and may be written again. */
async function isOurs(place: string): Promise<boolean> {
  const file = await open(place)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0)
    return /^(?:\[\s*)?(?:\{\s*"|\]|$)/.test(buffer.toString('utf8', 0, bytesRead))
  } finally {
    await file.close()
  }
}
