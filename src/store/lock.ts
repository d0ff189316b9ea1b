/**
 * One process at a time works in a folder. The lock is a file that names its process; it is made by a hard link, which
 * either succeeds or finds another one there. The lock of a process that is no more is taken over; where the process ran on
 * another machine nobody can tell, and the user is asked.
 */
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../errors.js'

interface Holder {
  readonly pid: number
  readonly host: string
  /** When the process began, in the system's own count; a number that is used again begins at another time. */
  readonly began: string | null
}

/** Locks a folder; the answer unlocks it. Throws a UserError where another process holds it. */
export async function lock(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock')
  const own = join(folder, `lock.${process.pid}`)
  const me: Holder = { pid: process.pid, host: hostname(), began: await beganOf(process.pid) }
  await writeFile(own, JSON.stringify(me))
  try {
    for (let tries = 0; !(await linked(own, path)); tries++) await takeOver(path, folder, tries)
  } finally {
    await rm(own, { force: true })
  }
  return () => rm(path, { force: true })
}

const linked = (own: string, path: string) =>
  link(own, path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST' || error.code === 'ENOENT') return false
      throw error
    },
  )

const PATIENCE = 40 // looks at a lock that somebody else is taking over
const PAUSE = 50 // milliseconds between two of them

/** Removes the lock of a dead process. Only who links it under the dead one's name may: a younger lock is not touched. */
async function takeOver(path: string, folder: string, tries: number): Promise<void> {
  const holder = await holderOf(path)
  if (holder === 'gone') return
  if (holder !== null && (await isAlive(holder))) {
    const where = holder.host === hostname() ? '' : ` on ${holder.host}`
    throw new UserError(
      `the work folder ${folder} is in use by process ${holder.pid}${where}; wait until it has ended, or name another ` +
        `folder (if no such process runs any more, remove ${path})`,
    )
  }
  const claim = `${path}.of-${holder === null ? 'nobody' : `${holder.pid}-${holder.began}`}`
  if (await linked(path, claim)) {
    const claimed = await holderOf(claim)
    if (claimed !== 'gone' && claimed?.pid === holder?.pid && claimed?.began === holder?.began)
      await rm(path, { force: true })
    await rm(claim, { force: true })
  } else if (tries > PATIENCE) await rm(claim, { force: true })
  else await new Promise(done => setTimeout(done, PAUSE))
}

async function holderOf(path: string): Promise<Holder | 'gone' | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return 'gone' as const
    throw error
  })
  if (text === 'gone') return text
  try {
    const holder = JSON.parse(text) as Holder
    return typeof holder.pid === 'number' && typeof holder.host === 'string' ? holder : null
  } catch {
    return null
  }
}

async function isAlive({ pid, host, began }: Holder): Promise<boolean> {
  if (host !== hostname()) return true
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return began === null || began === (await beganOf(pid))
}

/** When a process began, where the system tells it (Linux: field 22 of stat, counted behind the name in brackets). */
async function beganOf(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null
}
