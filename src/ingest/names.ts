/**
 * File names as bytes. On POSIX systems a name is any bytes but `/` and NUL; most are UTF-8, some old ones are not.
 * A name that is not is opened by its bytes and shown with the odd bytes as `\xE9`. The same name arrives from the
 * command line with U+FFFD in place of those bytes, so such an argument is looked up in its folder.
 * Limit: a UTF-8 name that itself holds a backslash, `x` and two digits is shown the same way as the odd one.
 */
import { readdir } from 'node:fs/promises'
import { dirname, relative, resolve, sep } from 'node:path'

/** A place in the file system: what to open, and the absolute path as it is shown. */
export interface Place {
  readonly location: string | Buffer
  readonly shown: string
  readonly nameNotUtf8: boolean
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The place of an absolute path that is known as a string. */
export function placeOf(absolute: string): Place {
  return { location: absolute, shown: absolute, nameNotUtf8: false }
}

/** The place of an entry in a folder; `name` is what the system calls it, as text where it is UTF-8. */
export function childPlace(folder: Place, name: string | Buffer): Place {
  const text = typeof name === 'string' ? name : decodeName(name)
  const shown = childPath(folder.shown, text ?? escapeName(name as Buffer))
  if (text !== null && typeof folder.location === 'string') {
    const location = folder.location === folder.shown ? shown : childPath(folder.location, text)
    return { location, shown, nameNotUtf8: false }
  }
  const location = Buffer.concat([Buffer.from(folder.location), Buffer.from(sep), Buffer.from(name)])
  return { location, shown, nameNotUtf8: folder.nameNotUtf8 || text === null }
}

/** The path of an entry of a folder. */
export const childPath = (folder: string, name: string) => (folder.endsWith(sep) ? folder + name : folder + sep + name)

/** The places that a path with U+FFFD may mean: every name that a decoder would turn into it. */
export async function placesOfMangled(absolute: string): Promise<Place[]> {
  const base = resolve(absolute, sep)
  let places = [placeOf(base)]
  for (const part of relative(base, absolute).split(sep)) {
    const next = await Promise.all(places.map(place => matchingChildren(place, part)))
    places = next.flat()
  }
  return places
}

async function matchingChildren(folder: Place, part: string): Promise<Place[]> {
  if (!part.includes('\uFFFD')) return [childPlace(folder, Buffer.from(part))]
  const names = await readdir(folder.location, { encoding: 'buffer' }).catch((): Buffer[] => [])
  return names.filter(name => name.toString('utf8') === part).map(name => childPlace(folder, name))
}

/** The path of `shown` as seen from `root`, with `/` separators; `.` for the root itself. */
export function relativePath(root: string, shown: string): string {
  const start = root.endsWith(sep) ? root.length : root.length + sep.length
  const path =
    shown.startsWith(sep, start - sep.length) && shown.startsWith(root) ? shown.slice(start) : relative(root, shown)
  return path === '' ? '.' : sep === '/' ? path : path.split(sep).join('/')
}

/** The folder a place stands in, as it is shown. */
export const folderOf = (place: Place) => dirname(place.shown)

/** The deepest folder that holds all of the absolute folders; null where there is none in common, or none at all. */
export function commonFolder(folders: readonly string[]): string | null {
  const first = folders[0]
  if (first === undefined) return null
  let parts = first.split(sep)
  for (const folder of folders) {
    const other = folder.split(sep)
    const differs = parts.findIndex((part, i) => part !== other[i])
    if (differs >= 0) parts = parts.slice(0, differs)
  }
  if (parts.length === 0) return null
  return parts.length === 1 ? parts[0] + sep : parts.join(sep)
}

function decodeName(name: Buffer): string | null {
  try {
    return utf8.decode(name)
  } catch {
    return null
  }
}

/** Bytes that are no part of a valid sequence become `\xE9`; the rest is shown as it is. */
function escapeName(name: Buffer): string {
  let out = ''
  for (let at = 0; at < name.length; ) {
    const size = [1, 2, 3, 4].find(n => at + n <= name.length && decodeName(name.subarray(at, at + n)) !== null)
    out += size ? name.toString('utf8', at, at + size) : `\\x${name[at]!.toString(16).toUpperCase().padStart(2, '0')}`
    at += size ?? 1
  }
  return out
}
