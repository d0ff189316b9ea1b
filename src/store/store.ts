/**
 * The work folder: what runs have made, so that a later run need not make it again. Documents are kept by the hash of
 * the file's bytes, records by what their release is made of; both apart for each way of making them (the version of the
 * tool, options, a model), whose name is the folder's. Without a folder of the user's one is made for the run and removed.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cannot, UserError } from '../errors.js'
import { type DiskCache, openCache } from './disk-cache.js'
import { lock } from './lock.js'
import { isUnfinished, removeLeftovers, unfinishedName } from './unfinished.js'

export interface Store {
  /** What files were read as; the parts are named by `PART`. */
  readonly files: DiskCache
  /** Records as JSON. */
  readonly records: DiskCache
  /** Lets others in; a folder for one run is removed. */
  close(): Promise<void>
}

/** The parts of a file: what dates a release, what grouping asks for, and the document as JSON. */
export const PART = { meta: 0, profile: 1, document: 2 } as const

/** How documents and records are made: everything besides the files that they depend on. */
export type Making = Readonly<Record<string, unknown>>

const MARK = 'parawire-work.json'
const FORMAT = { format: 'parawire-work', version: 4 }

/**
 * Opens the work folder, or one for this run alone. Throws a UserError where it is in use by another process, holds
 * something else, or cannot be written.
 */
export async function openStore(folder: string | undefined, making: Making): Promise<Store> {
  const place = folder ?? (await temporaryFolder())
  const leave = async (unlock?: () => Promise<void>) => {
    if (folder === undefined) await rm(place, { recursive: true, force: true })
    else await unlock?.()
  }
  let unlock: (() => Promise<void>) | undefined
  try {
    if (folder !== undefined) await claim(folder)
    unlock = await lock(place)
    const files = await openCache(join(place, 'files', nameOf(making)), Object.keys(PART).length)
    const records = await openCache(join(place, 'records', nameOf(making)), 1)
    return { files, records, close: () => leave(unlock) }
  } catch (error) {
    await leave(unlock)
    throw error instanceof UserError ? error : cannot(`work in the folder ${place}`, error)
  }
}

/** A folder for this run alone, which the next run removes if this one is killed. */
export async function temporaryFolder(): Promise<string> {
  const folder = join(tmpdir(), await unfinishedName())
  await removeLeftovers(tmpdir())
  await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
    throw cannot(`work in the folder ${tmpdir()}`, error)
  })
  return folder
}

const nameOf = (making: Making) => createHash('sha256').update(JSON.stringify(making)).digest('hex').slice(0, 16)

/** Makes a folder a work folder; one that holds anything else stays as it is. */
async function claim(folder: string): Promise<void> {
  // Not with its parents: Node 20 never comes back from making a folder in /proc that way.
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  const path = join(folder, MARK)
  const mark = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return null
  })
  if (mark === null) {
    const others = (await readdir(folder)).filter(name => !isUnfinished(name) && !name.startsWith('lock'))
    if (others.length > 0)
      throw new UserError(`${folder} is not a work folder of parawire and not empty; name an empty or a new folder`)
    const own = join(folder, await unfinishedName())
    try {
      await writeFile(own, `${JSON.stringify(FORMAT)}\n`)
      await rename(own, path)
    } finally {
      await rm(own, { force: true })
    }
  } else if (mark !== `${JSON.stringify(FORMAT)}\n`) {
    throw new UserError(
      `the work folder ${folder} was made by another version, or is damaged; remove it, or name another`,
    )
  }
}
