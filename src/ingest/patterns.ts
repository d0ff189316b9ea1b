/**
 * The door to fast-glob. It is used for two things only: to expand a pattern among the arguments, and to say which of
 * some paths a pattern matches (by giving fast-glob a file system that holds just these paths, so that `--include`,
 * `--exclude` and arguments follow one syntax). Folders are walked elsewhere, because fast-glob drops what it cannot
 * follow and mangles names that are not UTF-8.
 */
import { posix, relative, sep } from 'node:path'
import fastGlob from 'fast-glob'

/** Does the argument hold pattern characters? An argument that exists as it stands is never asked. */
export function isPattern(argument: string): boolean {
  return fastGlob.isDynamicPattern(forwardSlashes(argument))
}

/**
 * The paths that a pattern matches, files, folders and links alike, as a shell would list them.
 * `failed` tells of a folder that could not be read on the way, with the system's error.
 */
export async function expandPattern(pattern: string, cwd: string, failed: (error: unknown) => void): Promise<string[]> {
  const options = { cwd, onlyFiles: false, followSymbolicLinks: false }
  try {
    return await fastGlob(forwardSlashes(pattern), options)
  } catch (error) {
    failed(error)
    return fastGlob(forwardSlashes(pattern), { ...options, suppressErrors: true })
  }
}

/** Those of the paths that `--include` names: a pattern without `/` matches the last part of the path. */
export function included(paths: readonly string[], patterns: readonly string[]): Set<string> {
  return matching(paths, patterns.map(anywhere), false)
}

/** Those of the paths that `--exclude` names; a pattern that names a folder means all that is in it. */
export function excluded(paths: readonly string[], patterns: readonly string[]): Set<string> {
  return matching(
    paths,
    patterns.map(anywhere).flatMap(p => [p, `${p}/**`]),
    true,
  )
}

function anywhere(pattern: string): string {
  const plain = forwardSlashes(pattern)
    .replace(/^(\.?\/)+/, '')
    .replace(/\/+$/, '')
  return plain.includes('/') ? plain : `**/${plain}`
}

const forwardSlashes = (pattern: string) => (sep === '\\' ? pattern.replaceAll('\\', '/') : pattern)

/** Runs fast-glob over a file system that holds the given paths as plain files. */
function matching(paths: readonly string[], patterns: readonly string[], dot: boolean): Set<string> {
  if (paths.length === 0 || patterns.length === 0) return new Set()
  const inside = new Map(paths.map(path => [path.replace(/^(\.\.\/)+/, ''), path]))
  const found = fastGlob.sync([...patterns], {
    cwd: CWD,
    dot,
    fs: listing([...inside.keys()]),
    followSymbolicLinks: false,
  })
  return new Set(found.map(path => inside.get(path)!))
}

const CWD = '/'

interface Item {
  readonly name: string
  isFile(): boolean
  isDirectory(): boolean
}

/** The three calls that fast-glob makes, answered from a list of paths. */
function listing(paths: readonly string[]) {
  const folders = new Map<string, Map<string, Item>>()
  const put = (path: string, isFolder: boolean) => {
    const parent = posix.dirname(path)
    const items = folders.get(parent) ?? new Map<string, Item>()
    if (!folders.has(parent)) folders.set(parent, items)
    const name = posix.basename(path)
    if (!items.has(name)) items.set(name, item(name, isFolder))
    if (parent !== '.') put(parent, true)
  }
  for (const path of paths) put(path, false)
  const key = (path: string) => relative(CWD, path).split(sep).join('/') || '.'
  const stat = (path: string) => {
    const found = folders.get(posix.dirname(key(path)))?.get(posix.basename(key(path)))
    if (!found) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' })
    return found
  }
  const readdir = (path: string) => [...(folders.get(key(path))?.values() ?? [])]
  // fast-glob's type asks for all of Node's overloads; it makes these calls.
  return { lstatSync: stat, statSync: stat, readdirSync: readdir } as unknown as Partial<fastGlob.FileSystemAdapter>
}

function item(name: string, isFolder: boolean): Item {
  const no = () => false
  const rest = { isSymbolicLink: no, isBlockDevice: no, isCharacterDevice: no, isFIFO: no, isSocket: no }
  return { name, isFile: () => !isFolder, isDirectory: () => isFolder, ...rest }
}
