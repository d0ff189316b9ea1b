/** Folders, made one by one: Node 20 takes a full disk for a folder that is not there where it makes several, and hangs in /proc. */
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from '../errors.js'

/** Makes a folder, and those above it; what is there already stays as it is. Throws the system's error. */
export async function makeFolders(path: string): Promise<void> {
  const error = await problemOf(path)
  if (error === null) return
  if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error
  await makeFolders(dirname(path))
  const still = await problemOf(path)
  if (still !== null) throw still
}

/** What the system says against a folder; null where it is made, or there. */
const problemOf = (path: string): Promise<unknown> =>
  mkdir(path).then(
    () => null,
    error => (codeOf(error) === 'EEXIST' ? null : error),
  )
