/**
 * The folder of a report. Everything is made in a folder inside it, and moved to its place when all of it is there, the
 * index last: a run that fails or is stopped leaves an earlier report as it was. A mark file lists what a report has
 * written, so that a later one replaces just that, and never a file of somebody else.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { cannot, codeOf, UserError } from '../errors.js'
import { isUnfinished, makeFolders, removeLeftovers, unfinishedName } from '../store/unfinished.js'
import type { Io } from './io.js'

const MARK = 'parawire-report.json'
/** The mark of what was written now, until nothing else of an earlier report is left. */
const LAST_MARK = `last-${MARK}`
const RELEASES = 'releases'
/** What may stand in a mark: a damaged one must not lead out of the folder. */
const OWN_FILE = /^(?:index(?:-\d+)?|releases\/[0-9a-f]+)\.html$/

/** Opens a folder that is new, empty, or holds an earlier report. Throws a UserError for any other. */
export async function openReportFolder(path: string, io: Io) {
  const folder = resolve(io.cwd, path)
  const failed = (error: unknown) => {
    throw cannot(`write into ${path}`, error)
  }
  const isNew = (await stat(folder).catch(() => null)) === null
  await removeLeftovers(folder)
  const earlier = isNew ? [] : await earlierFiles(path, folder)
  const stage = join(folder, await unfinishedName())
  await makeFolders(join(stage, RELEASES)).catch(failed)
  const written: string[] = []
  /** Leaves it as it was before, but for a folder that had to be made above it. */
  const abandon = async () => {
    await rm(stage, { recursive: true, force: true })
    // Fails where something is in it.
    await rmdir(join(folder, RELEASES)).catch(() => {})
    if (isNew) await rmdir(folder).catch(() => {})
  }
  return {
    abandon,
    async write(name: string, text: string) {
      await writeFile(join(stage, name), text).catch(failed)
      written.push(name)
    },
    /** Moves everything to its place, in the order in which it was written. */
    async finish() {
      const move = (name: string, to = name) => rename(join(stage, name), join(folder, to))
      try {
        // All that needs room, before anything is moved. Whenever the process is killed, the mark lists all that is ours.
        await writeFile(join(stage, MARK), markOf([...new Set([...earlier, ...written])].sort()))
        await writeFile(join(stage, LAST_MARK), markOf([...written].sort()))
        for (const name of new Set(written.map(file => dirname(file)))) await makeFolders(join(folder, name))
        await move(MARK)
        for (const name of written) await move(name)
        const own = new Set(written)
        for (const name of earlier) if (!own.has(name)) await rm(join(folder, name), { force: true })
        await move(LAST_MARK, MARK)
      } catch (error) {
        failed(error)
      }
      await rm(stage, { recursive: true, force: true })
    },
  }
}

/** The text of a mark: the names, and their hash. */
function markOf(files: readonly string[]): string {
  const sha256 = createHash('sha256').update(JSON.stringify(files)).digest('hex')
  return `${JSON.stringify({ report: '1.0', sha256, files }, null, 1)}\n`
}

/** What an earlier report has written; nothing in an empty folder. */
async function earlierFiles(path: string, folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') throw new UserError(`cannot write into ${path}: it is a file; name a folder`)
    throw cannot(`read ${path}`, error)
  })
  if (names.every(isUnfinished)) return []
  const text = await readFile(join(folder, MARK), 'utf8').catch(error => {
    if (codeOf(error) !== 'ENOENT') throw cannot(`read ${join(path, MARK)}`, error)
    return null
  })
  if (text === null)
    throw new UserError(`${path} is not empty and holds no earlier report; name a new folder, or empty this one`)
  try {
    const { files } = JSON.parse(text) as { readonly files: readonly string[] }
    if (text === markOf(files)) return files.filter(file => OWN_FILE.test(file))
  } catch {}
  throw new UserError(`${join(path, MARK)} is damaged; name a new folder, or remove this one`)
}
