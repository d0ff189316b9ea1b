/**
 * From arguments to files: which files there are to read (`findFiles`) and their bytes (`readFile`, read.ts). Whatever cannot
 * be used is reported to the caller with a code and the run goes on; nothing is dropped in silence but what the user
 * excluded and the hidden entries of a walked folder (see choose.ts).
 *
 * - An argument that exists is taken literally, pattern characters or not; otherwise it may be a pattern.
 * - A file that is named (or matched by a pattern) is used whatever its extension; in a folder `*.txt` and `*.text`
 *   count, or what `include` names. `exclude` wins over everything. Both are matched against the path in the record.
 * - Each file counts once, however many names lead to it; a name that is no link wins, then the smallest path.
 */

import { stat } from 'node:fs/promises'
import { isAbsolute, normalize, resolve, sep } from 'node:path'
import { UserError } from '../errors.js'
import type { Unused } from '../model.js'
import { byCodeUnit } from '../structures/lists.js'
import { type Candidate, choose, leftOut, type Run, reportBarren, reportProblem } from './choose.js'
import { commonFolder, folderOf, type Place, placeOf, placesOfMangled, relativePath } from './names.js'
import { expandPattern, isPattern } from './patterns.js'
import type { OnUnused, SourceFile } from './read.js'
import { AT_ONCE, type Found, isOverLink, lookAt, type Problem, problemOf, realOf, systemCode, walk } from './walk.js'

export { type OnUnused, type ReadLimits, readFile, type SourceFile, sizeOf } from './read.js'

/** `root`, and arguments that are relative, are resolved against `cwd`. An absolute `exclude` is a path, no pattern. */
export interface IngestOptions {
  readonly root?: string | undefined
  readonly include?: readonly string[] | undefined
  readonly exclude?: readonly string[] | undefined
  readonly cwd: string
}

/** The files that the arguments name, sorted by path (code units). Throws a UserError only where `root` is no folder. */
export async function findFiles(
  paths: readonly string[],
  options: IngestOptions,
  onUnused: OnUnused,
): Promise<SourceFile[]> {
  const chosen = await candidatesOf(paths, options, onUnused)
  return chosen.map(({ path, file: { place } }) => ({ path, location: place.location, nameNotUtf8: place.nameNotUtf8 }))
}

/** Those of the real paths that the arguments lead to. */
export async function leadingTo(
  targets: readonly string[],
  paths: readonly string[],
  options: IngestOptions,
): Promise<string[]> {
  const asBytes = new Map(targets.map(target => [Buffer.from(target).toString('latin1'), target]))
  const chosen = await candidatesOf(paths, options, () => {})
  return [...new Set(chosen.flatMap(({ file }) => asBytes.get(realOf(file)) ?? []))]
}

async function candidatesOf(
  paths: readonly string[],
  options: IngestOptions,
  onUnused: OnUnused,
): Promise<Candidate[]> {
  const seeds = await resolveArguments([...new Set(paths)].sort(byCodeUnit), options.cwd)
  const root = await rootOf(options, seeds)
  const run = newRun(root, options, onUnused)
  for (const { path, code, message } of seeds.missing) run.report(shownArgument(path, root), code, message)
  const left = leftOut(
    [...seeds.found, ...seeds.problems].map(seed => seed.place),
    run,
  )
  for (const problem of seeds.problems) if (!left.has(problem.place)) reportProblem(problem, run)
  const kept = seeds.found.filter(found => !left.has(found.place))
  await gather(kept, run)
  const chosen = choose(run)
  reportBarren(kept.filter(isFolder), run)
  return chosen
}

interface Seeds {
  readonly found: Found[]
  readonly problems: Problem[]
  readonly missing: Unused[]
}

const isFolder = (found: Found) => found.kind === 'folder'

/** There may be a million names in a list: some are looked at at the same time. */
async function resolveArguments(paths: readonly string[], cwd: string): Promise<Seeds> {
  const seeds: Seeds = { found: [], problems: [], missing: [] }
  for (let start = 0; start < paths.length; start += AT_ONCE) {
    const some = paths.slice(start, start + AT_ONCE).map(path => resolveArgument(path, cwd))
    for (const entry of (await Promise.all(some)).flat()) {
      if ('path' in entry) seeds.missing.push(entry)
      else if ('code' in entry) seeds.problems.push(entry)
      else seeds.found.push(entry)
    }
  }
  return seeds
}

/** What an argument names, or what to report of it. */
async function resolveArgument(argument: string, cwd: string): Promise<(Found | Problem | Unused)[]> {
  const nothing = (message: string): Unused => ({ path: argument, code: 'NOT_FOUND', message })
  if (argument === '') return [nothing('an empty name; name a file or a folder')]
  const literal = await whatStandsAt(resolve(cwd, argument))
  if (literal.length > 0) return literal
  if (!isPattern(argument)) return [nothing('there is no such file or folder; check the name')]
  const entries: (Found | Problem | Unused)[] = []
  const failed = (error: unknown) => {
    entries.push({ path: argument, ...problemOf(error, 'folder') })
  }
  for (const path of await expandPattern(argument, cwd, failed))
    for (const entry of await whatStandsAt(resolve(cwd, path))) entries.push(entry)
  return entries.length > 0 ? entries : [nothing('no file matches this pattern; check the name')]
}

/** One entry, or none where nothing stands there; several where the path lost bytes on its way through a decoder. */
async function whatStandsAt(absolute: string): Promise<(Found | Problem)[]> {
  const exact = await lookAt(placeOf(absolute))
  if (!isAbsent(exact)) return [exact]
  const places: Place[] = absolute.includes('\uFFFD') ? await placesOfMangled(absolute) : []
  const entries = await Promise.all(places.map(lookAt))
  return entries.filter(entry => !isAbsent(entry))
}

const isAbsent = (entry: Found | Problem) => 'code' in entry && entry.code === 'NOT_FOUND'

/** The given root, or the deepest folder common to all inputs. */
async function rootOf(options: IngestOptions, seeds: Seeds): Promise<string> {
  if (options.root !== undefined) {
    const root = resolve(options.cwd, options.root)
    const stats = await stat(root).catch((cause: unknown) => {
      throw new UserError(`the root ${options.root} cannot be used (${systemCode(cause)}); name a folder`, { cause })
    })
    if (!stats.isDirectory()) throw new UserError(`the root ${options.root} is not a folder; name a folder`)
    return root
  }
  const folders = seeds.found.map(found => (isFolder(found) ? found.place.shown : folderOf(found.place)))
  return commonFolder([...folders, ...seeds.problems.map(problem => folderOf(problem.place))]) ?? options.cwd
}

function newRun(root: string, options: IngestOptions, onUnused: OnUnused): Run {
  const reported = new Set<string>()
  const report: Run['report'] = (path, code, message) => {
    const key = `${code}\0${path}`
    if (!reported.has(key)) onUnused({ path, code, message })
    reported.add(key)
  }
  const { include = [], exclude = [] } = options
  return { root, include, exclude, candidates: [], accounted: new Set(), report }
}

/** An argument that leads nowhere, as it was written; an absolute one as seen from the root. */
function shownArgument(argument: string, root: string): string {
  return isAbsolute(argument) ? relativePath(root, argument) : normalize(argument).split(sep).join('/')
}

/** Fills the candidates: the named files, and those found in the named folders. */
async function gather(seeds: readonly Found[], run: Run): Promise<void> {
  const add = (file: Found, named: boolean, linked: boolean) => {
    run.candidates.push({
      file,
      path: relativePath(run.root, file.place.shown),
      named,
      linked: linked || isOverLink(file),
    })
  }
  for (const file of seeds) if (!isFolder(file)) add(file, true, false)
  await walk(seeds.filter(isFolder), {
    leaveOut: places => leftOut(places, run),
    onFile: (file, throughLink) => add(file, false, throughLink),
    onProblem: problem => reportProblem(problem, run),
  })
}
