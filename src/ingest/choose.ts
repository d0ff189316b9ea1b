/**
 * Which of the files that were found are read: what the user left out, what counts as a text, and one name for each
 * real file. What is not read is reported, unless the user's own patterns said so; an argument that brought nothing
 * at all is reported too, so that a slip in a pattern does not pass for an empty folder.
 */

import { basename, dirname, isAbsolute } from 'node:path'
import type { Unused } from '../model.js'
import { byCodeUnit } from '../structures/lists.js'
import { type Place, relativePath } from './names.js'
import { excluded, included } from './patterns.js'
import { formatOfName, READABLE_NAME, unsupported } from './sniff.js'
import { type Found, type Problem, realOf } from './walk.js'

/** A name of a file that exists. */
export interface Candidate {
  readonly file: Found
  /** As a record shows it. */
  readonly path: string
  /** An argument named it, rather than a folder that was walked. */
  readonly named: boolean
  /** It is a link, or a link stands on the way. */
  readonly linked: boolean
}

/** What one run of `findFiles` collects; `accounted` holds the folders below which something came to light. */
export interface Run {
  readonly root: string
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  readonly candidates: Candidate[]
  readonly accounted: Set<string>
  readonly report: (path: string, code: Unused['code'], message: string) => void
}

/** Those of the places that the user excluded; an absolute path among the patterns is taken literally. */
export function leftOut(places: readonly Place[], run: Run): Set<Place> {
  if (run.exclude.length === 0) return new Set()
  const literal = new Set(run.exclude.filter(pattern => isAbsolute(pattern)))
  const patterns = run.exclude.filter(pattern => !isAbsolute(pattern))
  const paths = places.map(place => relativePath(run.root, place.shown))
  const matched = excluded(paths, patterns)
  const left = new Set(places.filter((place, i) => matched.has(paths[i]!) || literal.has(place.shown)))
  for (const place of left) account(place.shown, run)
  return left
}

/** Reports a place that is no file that can be read. */
export function reportProblem({ place, code, message }: Problem, run: Run): void {
  account(place.shown, run)
  run.accounted.add(place.shown)
  run.report(relativePath(run.root, place.shown), code, message)
}

/** The names under which the wanted files are read: one for each real file, sorted by path; reports the others. */
export function choose(run: Run): Candidate[] {
  const walked = run.candidates.filter(c => !c.named).map(c => c.path)
  const matched = included(walked, run.include)
  const byPattern = run.include.length > 0
  const isWanted = (c: Candidate) => c.named || (byPattern ? matched.has(c.path) : isReadableName(c.path))
  const chosen: Candidate[] = []
  const decide = (names: readonly Candidate[]) => {
    const wanted = names.find(isWanted)
    if (wanted) chosen.push(wanted)
    else if (byPattern) return
    else reportNotText(names[0]!, run)
    for (const { file } of names) accountFor(file, run)
  }
  forEachFile(run.candidates, decide)
  return chosen.sort(byPathThenFile)
}

/** Reports the folders among the arguments from which nothing came, neither a file nor a report. */
export function reportBarren(folders: readonly Found[], run: Run): void {
  const message =
    run.include.length > 0 ? 'no file in this folder matches --include' : 'this folder has no text or page'
  for (const folder of folders) {
    const { place } = folder
    if (run.accounted.has(place.shown) || run.accounted.has(realOf(folder))) continue
    run.report(relativePath(run.root, place.shown), 'NOT_FOUND', message)
  }
}

const isHidden = (path: string) => basename(path).startsWith('.')
const isReadableName = (path: string) => READABLE_NAME.test(path) && !isHidden(path)

/** Hidden files are no input, but one that is named like a text may well have been meant; `._x` is a Mac's shadow of `x`. */
function reportNotText({ path }: Candidate, run: Run): void {
  const format = formatOfName(path)
  if (isHidden(path)) {
    if (!READABLE_NAME.test(path) || basename(path).startsWith('._')) return
    run.report(path, 'NOT_TEXT', 'a hidden file; name it as an argument to use it')
  } else if (format) {
    const { code, message } = unsupported(format)
    run.report(path, code, message)
  } else {
    run.report(
      path,
      'NOT_TEXT',
      'neither a text nor a page by its name; name it as an argument, or with --include, to use it',
    )
  }
}

/**
 * Calls back with the candidates of each real file, the best name first: no link, then the smallest path. A walk enters
 * a folder once, so that a file has several names only where one of them was an argument or led over a link.
 */
function forEachFile(candidates: readonly Candidate[], decide: (names: readonly Candidate[]) => void): void {
  const groups = new Map<string, Candidate[]>()
  for (const { named, linked, file } of candidates) if (named || linked) groups.set(realOf(file), [])
  for (const candidate of candidates) {
    const group = groups.size > 0 && groups.get(realOf(candidate.file))
    if (group) group.push(candidate)
    else decide([candidate])
  }
  for (const group of groups.values()) {
    group.sort((a, b) => Number(a.linked) - Number(b.linked) || byCodeUnit(a.path, b.path))
    decide(group)
  }
}

function byPathThenFile(a: Candidate, b: Candidate): number {
  return byCodeUnit(a.path, b.path) || byCodeUnit(realOf(a.file), realOf(b.file))
}

/** Notes that a file was used or reported, under all folders that it is in. */
function accountFor(file: Found, run: Run): void {
  const { parent, place } = file
  if (parent) for (const path of [parent.place.shown, realOf(parent)]) accountFolder(path, run)
  else for (const path of [place.shown, realOf(file)]) account(path, run)
}

/** Notes that something in the folders above a path was used, reported or left out. */
const account = (path: string, run: Run): void => accountFolder(dirname(path), run)

function accountFolder(path: string, run: Run): void {
  for (let folder = path; !run.accounted.has(folder); folder = dirname(folder)) run.accounted.add(folder)
}
