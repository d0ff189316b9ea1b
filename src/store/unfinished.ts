/**
 * Files and folders that are being made: under a name that no reader takes for the finished thing, and that says which
 * process makes it. What a process leaves that was killed is so removed by the next one that works in the same folder, and
 * never what another one still works on: a number that is used again began at another time, and of a process on another
 * machine, in another container or before the last start of the system nobody can tell, so that its files stay.
 */

import { createHash, randomUUID } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { codeOf } from '../errors.js'
import { once } from '../structures/cache.js'

const NAME = /^\.parawire-([0-9a-f]{8})-(\d+)-(\d+|x)-[0-9a-f]{8}\.tmp$/

/** A name that no other process and no other call gives. */
export async function unfinishedName(): Promise<string> {
  const began = (await beganOf(process.pid)) ?? 'x'
  return `.parawire-${await system()}-${process.pid}-${began}-${randomUUID().slice(0, 8)}.tmp`
}

export const isUnfinished = (name: string): boolean => NAME.test(name)

/** Removes from a folder what dead processes of this system have left. What cannot be removed stays. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const [, where, pid, began] = NAME.exec(name) ?? []
    if (where === undefined || where !== (await system())) continue
    if (await isAlive(Number(pid), began === 'x' ? null : began!)) continue
    if (await isOwn(join(folder, name))) await rm(join(folder, name), { recursive: true, force: true }).catch(() => {})
  }
}

/** In a folder of everybody nobody removes what another one has put there. */
async function isOwn(path: string): Promise<boolean> {
  const there = await lstat(path).catch(() => null)
  return there !== null && (process.getuid === undefined || there.uid === process.getuid())
}

/** Whether the process of that number runs on this system, and is the one that began then; where nobody can tell, it is. */
export async function isAlive(pid: number, began: string | null): Promise<boolean> {
  const now = await beganOf(pid)
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return began === null || now === null || began === now
}

/**
 * When a process began, in the system's own count (Linux: field 22 of stat, counted behind the name in brackets); null where
 * the system does not tell. One that is dead, and that nobody has asked how it ended, began never.
 */
export async function beganOf(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ')
  if (fields === undefined) return null
  return 'ZX'.includes(fields[0]!) ? 'never' : (fields[19] ?? null)
}

/**
 * Stands for the system whose processes are counted together: this machine since its last start, and the container. Limit:
 * where there is no /proc, machines of one name are one.
 */
const system = once(async () => {
  const start = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => null)
  const container = await readlink('/proc/self/ns/pid').catch(() => null)
  const all = JSON.stringify([hostname(), start, container])
  return createHash('sha256').update(all).digest('hex').slice(0, 8)
})

/**
 * Makes a folder, and those above it; what is there already stays as it is. Throws the system's error. They are made one by
 * one: Node 20 takes a full disk for a folder that is not there where it makes several, and hangs in /proc.
 */
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
