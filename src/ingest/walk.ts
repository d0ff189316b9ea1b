/**
 * Walks folders with Node's own directory calls, names as bytes. Every real folder is entered once: real folders
 * first, then those that only a link leads to, each wave in order of path, so that the outcome does not depend on the
 * order of the arguments and no web of links can make the walk long. A link to a folder that holds the link is a
 * cycle and is reported; a link to a folder that was walked anyway adds nothing and is not. What is no link is known by
 * what its folder says of it and is not asked for again: a million names cost a few seconds.
 * Hidden entries (a name that begins with a dot) are passed over as shells do, but a hidden text is reported.
 */

import type { Dirent } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { basename, sep } from 'node:path'
import type { UnusedCode } from '../model.js'
import { byCodeUnit } from '../structures/lists.js'
import { childPath, childPlace, type Place } from './names.js'
import { READABLE_NAME } from './sniff.js'

/** A file or folder that exists. There may be millions: what follows from the folder is not held (`realOf`). */
export interface Found {
  readonly place: Place
  readonly kind: 'file' | 'folder'
  /** The path behind all links, as latin1 so that any bytes compare; absent where it is a name in the real `parent`. */
  readonly real?: string
  readonly isLink: boolean
  /** The folder in which a walk came upon what is no link. */
  readonly parent?: Found
}

/** The path behind all links, as latin1. */
export const realOf = ({ real, parent, place }: Found): string => real ?? childPath(realOf(parent!), nameOf(place))

/** It is a link, or a link stands on the way. */
export function isOverLink(found: Found): boolean {
  if (found.parent) return false
  return found.isLink || realOf(found) !== Buffer.from(found.place.location).toString('latin1')
}

/** The name of a place as latin1, which most names are already. */
function nameOf({ location }: Place): string {
  const path = typeof location === 'string' ? Buffer.from(location) : location
  return path.toString('latin1', path.lastIndexOf(sep) + 1)
}

/** Why a place is no file that can be read. */
export interface Problem {
  readonly place: Place
  readonly code: UnusedCode
  readonly message: string
}

export interface Walker {
  /** Those of the places that the user left out; they are neither entered nor reported. */
  leaveOut(places: readonly Place[]): ReadonlySet<Place>
  onFile(file: Found, throughLink: boolean): void
  onProblem(problem: Problem): void
}

/** Walks all the folders and calls back for each file and each problem, never twice for the same place. */
export async function walk(folders: readonly Found[], walker: Walker): Promise<void> {
  const seen = new Set<string>()
  let wave: readonly Found[] = folders.filter(folder => !isOverLink(folder))
  let links: Found[] = folders.filter(isOverLink)
  for (let throughLink = false; wave.length + links.length > 0; throughLink = true) {
    for (const folder of [...wave].sort(byPath)) await enter(folder, { walker, seen, links, throughLink })
    wave = links
    links = []
  }
}

interface Wave {
  readonly walker: Walker
  readonly seen: Set<string>
  /** Folders behind links, for the next wave. */
  readonly links: Found[]
  readonly throughLink: boolean
}

async function enter(folder: Found, wave: Wave): Promise<void> {
  const real = realOf(folder)
  if (wave.seen.has(real)) return
  wave.seen.add(real)
  let entries: Listed[]
  try {
    entries = await entriesOf(folder)
  } catch (error) {
    wave.walker.onProblem({ place: folder.place, ...problemOf(error, 'folder') })
    return
  }
  const left = wave.walker.leaveOut(entries.map(entry => entry.place))
  const kept = entries.filter(entry => !left.has(entry.place))
  const links = await lookAtAll(kept.filter(isLink).map(({ place }) => place))
  const behind = new Map(links.map(found => [found.place, found]))
  for (const entry of kept) {
    const found = isLink(entry) ? behind.get(entry.place)! : entry
    if ('code' in found) wave.walker.onProblem(found)
    else if (found.kind === 'file') wave.walker.onFile(found, wave.throughLink)
    else await onFolder(found, folder, wave)
  }
}

/** What a folder says of something in it. */
type Listed = Found | Problem | Link
type Link = { readonly place: Place; readonly kind: 'link' }

const isLink = (entry: Listed): entry is Link => 'kind' in entry && entry.kind === 'link'

/** The entries of a folder, in order of name. Names are asked for as bytes only where some are not UTF-8: text is faster. */
async function entriesOf(folder: Found): Promise<Listed[]> {
  const { location } = folder.place
  const listed = await readdir(location, { withFileTypes: true })
  const isText = listed.every(({ name }) => !name.includes(MANGLED))
  const dirents = isText ? listed : await readdir(location, { withFileTypes: true, encoding: 'buffer' })
  return dirents.map(dirent => asListed(dirent, folder)).sort(byPath)
}

/** What a decoder writes for bytes that are not UTF-8. */
const MANGLED = '\uFFFD'

function asListed(dirent: Dirent | Dirent<Buffer>, parent: Found): Listed {
  const place = childPlace(parent.place, dirent.name)
  if (dirent.isFile()) return { place, kind: 'file', isLink: false, parent }
  if (dirent.isDirectory()) return { place, kind: 'folder', isLink: false, parent }
  return dirent.isSymbolicLink() ? { place, kind: 'link' } : noFile(place, dirent)
}

async function onFolder(entry: Found, parent: Found, wave: Wave): Promise<void> {
  const { place } = entry
  const name = basename(place.shown)
  if (name.startsWith('.')) return
  if (entry.isLink && `${realOf(parent)}${sep}`.startsWith(childPath(realOf(entry), ''))) {
    wave.walker.onProblem({ place, code: 'LINK_CYCLE', message: 'the link leads back to a folder that holds it' })
    return
  }
  if (READABLE_NAME.test(name)) {
    const message = 'a folder, though its name is that of a text; the files in it were looked at as in any folder'
    wave.walker.onProblem({ place, code: 'NOT_A_FILE', message })
  }
  if (entry.isLink) wave.links.push(entry)
  else await enter(entry, wave)
}

/** How many files are looked at at the same time: enough to keep a disk busy, few enough for any limit on open files. */
export const AT_ONCE = 64

async function lookAtAll(places: readonly Place[]): Promise<(Found | Problem)[]> {
  const out: (Found | Problem)[] = []
  for (let i = 0; i < places.length; i += AT_ONCE) {
    for (const entry of await Promise.all(places.slice(i, i + AT_ONCE).map(lookAt))) out.push(entry)
  }
  return out
}

/** What stands at a place: a file, a folder, or why it is neither. Links are followed. */
export async function lookAt(place: Place): Promise<Found | Problem> {
  let isLink = false
  try {
    isLink = (await lstat(place.location)).isSymbolicLink()
    const stats = await stat(place.location)
    // A pipe may have no path: /dev/stdin leads to `pipe:[4711]`.
    if (!stats.isFile() && !stats.isDirectory()) return noFile(place, stats)
    const real = (await realpath(place.location, { encoding: 'buffer' })).toString('latin1')
    return { place, kind: stats.isFile() ? 'file' : 'folder', real, isLink }
  } catch (error) {
    return { place, ...problemOf(error, isLink ? 'link' : 'file') }
  }
}

/** The report of what can be opened but has no size of its own, and perhaps no end. */
export function noFile(place: Place, what: Pick<Dirent, 'isFIFO' | 'isSocket'>): Problem {
  const kind = what.isFIFO() ? 'a pipe' : what.isSocket() ? 'a socket' : 'a device'
  return {
    place,
    code: 'NOT_A_FILE',
    message: `${kind}, not a file; save its content to a file, or pipe it in and name it -`,
  }
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EIO', 'the system reports an input/output error'],
  ['ENAMETOOLONG', 'the path is too long'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open'],
])

/** A system error as a code and a sentence. The sentence never holds a path: the system's own would be absolute. */
export function problemOf(error: unknown, what: 'file' | 'folder' | 'link'): { code: UnusedCode; message: string } {
  const code = systemCode(error)
  if (code === 'ELOOP') return { code: 'LINK_CYCLE', message: 'the link leads back to itself' }
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    if (what === 'link') return { code: 'DANGLING_LINK', message: 'the link leads to nothing; mend or remove it' }
    return { code: 'NOT_FOUND', message: `the ${what} vanished while it was being looked for` }
  }
  return { code: 'UNREADABLE', message: `the ${what} cannot be read: ${REASONS.get(code) ?? code}` }
}

/** The code of a system error (`ENOENT`); an error without one is a bug and is thrown on. */
export function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}

function byPath(a: Listed, b: Listed): number {
  return byCodeUnit(a.place.shown, b.place.shown)
}
