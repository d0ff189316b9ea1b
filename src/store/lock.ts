/**
 * One process at a time works in a folder. The lock is a file that names its process; it is made by a hard link, which
 * either succeeds or finds another one there. The lock of a process that is no more is taken over; where the process ran on
 * another machine nobody can tell, and the user is asked.
 */
import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { codeOf, UserError } from '../errors.js'
import { beganOf, isAlive, removeLeftovers, unfinishedName } from './unfinished.js'

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
