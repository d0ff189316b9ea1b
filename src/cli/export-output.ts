/**
 * Where the pieces of an export go: one file or standard output, files whose names begin alike, or a new folder. All
 * appear when they are complete; a run that fails leaves nothing behind.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, realpath, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { UserError } from '../errors.js'
import type { Format, Piece } from '../export/export.js'
import { removeLeftovers, unfinishedName } from '../store/unfinished.js'
import { fileOutput, type Io, type Output, standardOutput, unwritable } from './io.js'

type PieceOutput = Omit<Output, 'write'> & { write(piece: Piece): Promise<void> }

/** The place that `-o` names, as the format wants it; files of a prefix are called by the `languages`. */
export async function pieceOutput(
  { into, isBinary }: Format,
  path: string | undefined,
  languages: readonly string[],
  io: Io,
): Promise<PieceOutput> {
  const isNamed = path !== undefined && path !== '-'
  if (isBinary && !isNamed && io.stdout.isTTY) throw new UserError('this format is binary; name a file with -o')
  if (into === 'file') return single(isNamed ? await fileOutput(path, io) : standardOutput(io))
  if (!isNamed) throw new UserError(`this format writes several files: name ${PLACES[into]} with -o`)
  return into === 'folder' ? folder(path, io) : prefixed(path, languages, io)
}

const PLACES = { folder: 'a new folder', prefix: 'what their names begin with' } as const

const single = ({ write, finish, abandon }: Output): PieceOutput => ({
  write: ({ content }) => write(content),
  finish,
  abandon,
})

/** `corpus.da` and `corpus.de`; in a folder that is there `da-de.da` and `da-de.de`. */
async function prefixed(path: string, languages: readonly string[], io: Io): Promise<PieceOutput> {
  const there = await stat(resolve(io.cwd, path)).catch(() => null)
  const prefix = there?.isDirectory() ? join(path, languages.join('-')) : path
  const outputs = new Map<string, PieceOutput>()
  const each = async (act: (output: PieceOutput) => Promise<void>) => {
    for (const output of outputs.values()) await act(output)
  }
  const abandon = () => each(output => output.abandon())
  try {
    for (const tag of languages) outputs.set(tag, single(await fileOutput(`${prefix}.${tag}`, io)))
  } catch (error) {
    await abandon()
    throw error
  }
  // One of an earlier run beside one of this would be taken for its translation, whenever the process is killed.
  const finish = async () => {
    for (const tag of languages) await removeFile(`${prefix}.${tag}`, io)
    await each(output => output.finish())
  }
  return { write: piece => outputs.get(piece.file)!.write(piece), finish, abandon }
}

/** Removes a file, or the one that a link leads to; anything else stays. */
async function removeFile(path: string, { cwd }: Io): Promise<void> {
  const real = await realpath(resolve(cwd, path)).catch(() => null)
  if (real === null) return
  try {
    if ((await stat(real)).isFile()) await rm(real, { force: true })
  } catch (error) {
    throw unwritable(path, error)
  }
}

/** A folder that is made under a hidden name beside its place; one that is there must be empty. */
async function folder(path: string, io: Io): Promise<PieceOutput> {
  const target = resolve(io.cwd, path)
  const entries = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw unwritable(path, error)
  })
  if (entries.length > 0) throw new UserError(`cannot write ${path}: the folder is not empty; name a new one`)
  const place = join(dirname(target), await unfinishedName())
  const failed = (error: unknown) => {
    throw unwritable(path, error)
  }
  await removeLeftovers(dirname(target))
  await mkdir(place).catch(failed)
  const made = new Set([place])
  return {
    // Not in the background: for tens of thousands of small files that takes twice as long.
    write: async ({ file, content, isWhole }) => {
      const own = join(place, file)
      try {
        if (!made.has(dirname(own))) mkdirSync(dirname(own), { recursive: true })
        made.add(dirname(own))
        writeFileSync(own, content, { flag: isWhole ? 'wx' : 'a' })
      } catch (error) {
        failed(isWhole ? twice(error as NodeJS.ErrnoException, file) : error)
      }
    },
    finish: async () => {
      await rmdir(target).catch(() => {})
      await rename(place, target).catch(failed)
    },
    abandon: () => rm(place, { recursive: true, force: true }),
  }
}

/** Names are made of ids, which are those of contents. */
const twice = (error: NodeJS.ErrnoException, file: string) =>
  error.code === 'EEXIST' ? new UserError(`${file} would be written twice; is a record twice in the corpus?`) : error
