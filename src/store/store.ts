/**
 * The work folder: what runs have made, so that a later run need not make it again. Documents are kept by the hash of
 * the file's bytes, records by what their release is made of; both apart for each way of making them (the version of the
 * tool, options, a model), whose name is the folder's. Without a folder of the user's one is made for the run and removed.
 *
 * One process at a time works in a folder. The lock is a file that names its process; it is made by a hard link, which
 * either succeeds or finds another one there. The lock of a process that is no more is taken over; where the process ran on
 * another machine nobody can tell, and the user is asked.
 */
import { createHash } from 'node:crypto'
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { cannot, codeOf, UserError } from '../errors.js'
import { type DiskCache, openCache } from './disk-cache.js'
import { beganOf, isAlive, isUnfinished, removeLeftovers, unfinishedName } from './unfinished.js'

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

interface Holder {
  readonly pid: number
  readonly host: string
  /** When the process began, in the system's own count; a number that is used again begins at another time. */
  readonly began: string | null
}

/** Locks a folder; the answer unlocks it. Throws a UserError where another process holds it. */
export async function lock(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock')
  const own = join(folder, await unfinishedName())
  const me: Holder = { pid: process.pid, host: hostname(), began: await beganOf(process.pid) }
  try {
    await writeFile(own, JSON.stringify(me))
    for (let tries = 0; !(await linked(own, path)); tries++) await takeOver(path, folder, tries)
  } finally {
    await rm(own, { force: true })
  }
  await removeLeftovers(folder)
  await removeClaims(folder)
  return () => rm(path, { force: true })
}

/** How a name begins under which the lock of a dead process is taken over. */
const CLAIM = 'lock.of-'

/** False where something is there already, and for a lock that is no more where one of a dead process is taken over. */
const linked = (path: string, name: string, codes = ['EEXIST']) =>
  link(path, name).then(
    () => true,
    error => {
      if (codes.includes(codeOf(error) ?? '')) return false
      throw error
    },
  )

const PATIENCE = 40 // looks at a lock that somebody else is taking over
const PAUSE = 50 // milliseconds between two of them

/** Removes the lock of a dead process. Only who links it under the dead one's name may: a younger lock is not touched. */
async function takeOver(path: string, folder: string, tries: number): Promise<void> {
  const holder = await holderOf(path)
  if (holder === 'gone') return
  if (holder !== null && (await isHeld(holder))) {
    const where = holder.host === hostname() ? '' : ` on ${holder.host}`
    throw new UserError(
      `the work folder ${folder} is in use by process ${holder.pid}${where}; wait until it has ended, or name another ` +
        `folder (if no such process runs any more, remove ${path})`,
    )
  }
  const claim = join(folder, `${CLAIM}${holder === null ? 'nobody' : `${holder.pid}-${holder.began}`}`)
  if (await linked(path, claim, ['EEXIST', 'ENOENT'])) {
    const claimed = await holderOf(claim)
    if (claimed !== 'gone' && claimed?.pid === holder?.pid && claimed?.began === holder?.began)
      await rm(path, { force: true })
    await rm(claim, { force: true })
  } else if (tries > PATIENCE) await rm(claim, { force: true })
  else await new Promise(done => setTimeout(done, PAUSE))
}

/** What is left of takings over: who holds the lock may, since nobody takes it over meanwhile. */
async function removeClaims(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) if (name.startsWith(CLAIM)) await rm(join(folder, name), { force: true })
}

async function holderOf(path: string): Promise<Holder | 'gone' | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return 'gone' as const
    throw error
  })
  if (text === 'gone') return text
  try {
    const { pid, host, began } = JSON.parse(text) as Holder
    const isHolder = Number.isSafeInteger(pid) && typeof host === 'string' && (began === null || /^\d+$/.test(began))
    return isHolder ? { pid, host, began } : null
  } catch {
    return null
  }
}

const isHeld = async ({ pid, host, began }: Holder) => host !== hostname() || (await isAlive(pid, began))
