/** `parawire show`: what is in a corpus, a line for each release; or one release, its translations side by side. */
import { UserError } from '../../errors.js'
import { packs } from '../../languages/index.js'
import type { ReleaseRecord } from '../../model.js'
import { tagOfId } from '../../releases/versions.js'
import { titleOf } from '../../report/words.js'
import { type Io, standardOutput } from '../io.js'
import { sayTo, usableRecords } from '../records/usable-records.js'
import { colours } from '../report.js'
import { nearest } from '../suggest.js'
import { columnsFor } from '../terminal/terminal.js'
import { cut } from '../terminal/width.js'
import { type Listed, listedOf, listText, SHORT_ID } from './show-list.js'
import { releaseText } from './show-release.js'

/** The options of the command line. */
export interface ShowFlags {
  readonly width?: string
  readonly languages?: string
  readonly level?: string
  readonly keepGoing?: boolean
  readonly quiet?: boolean
  readonly color?: boolean
}

/** Prints the list or the release. Exit code 1 where records were left out. Throws a UserError for bad records, and where no release or several are meant. */
export async function show(
  path: string | undefined,
  id: string | undefined,
  flags: ShowFlags,
  io: Io,
): Promise<number> {
  const width = columnsFor(flags.width, io)
  const wish = { level: levelOf(flags), languages: languagesOf(flags) }
  if (id === undefined && (flags.level ?? flags.languages) !== undefined)
    throw new UserError(
      '--level and --languages are for one release; name a file of it, or its id, which parawire show FILE lists',
    )
  const chalk = colours(flags.color, { ...io, stderr: io.stdout })
  const say = sayTo(io, flags.quiet)
  let left = 0
  const onSkipped = (problem: string) => {
    left++
    say(`skipped: ${problem}`)
  }
  const records = usableRecords(path, { keepGoing: flags.keepGoing ?? false, onSkipped, needs: 'units' }, io)
  const output = standardOutput(io)
  if (id === undefined) {
    const all: Listed[] = []
    for await (const { record } of records) all.push(listedOf(record))
    await output.write(listText(all, width, chalk))
  } else {
    const record = await recordNamed(id.trim(), records, path ?? 'standard input')
    await output.write(releaseText(record, { ...wish, width }, chalk))
  }
  return left > 0 ? 1 : 0
}

function levelOf({ level = 'unit' }: ShowFlags): 'unit' | 'segment' {
  if (level === 'unit' || level === 'segment') return level
  throw new UserError(`--level "${level}" is neither unit nor segment`, {
    unknown: { word: level, among: ['unit', 'segment'] },
  })
}

/** Tags, or ids of documents (`de-2`), as they were named; whether they are there is seen when the record is. */
function languagesOf({ languages }: ShowFlags): string[] | null {
  if (languages === undefined) return null
  const known = packs.map(({ tag }) => tag)
  const tags = languages.split(',').map(tag => tag.trim().toLowerCase())
  for (const [i, tag] of tags.entries()) {
    if (![...known, 'und'].includes(tagOfId(tag)))
      throw new UserError(`--languages: "${tag}" is not supported; use some of ${known.join(', ')}`, {
        unknown: { word: tag, among: 'languages' },
      })
    if (tags.indexOf(tag) !== i) throw new UserError(`--languages names ${tag} twice; name it once`)
  }
  return tags
}

/** So many releases are named in a complaint. */
const NAMED = 5
/** Columns of a title there. */
const TITLE = 50

interface Candidate {
  readonly id: string
  readonly title: string
}

/** The only release whose id begins so, or that has such a file. */
async function recordNamed(
  name: string,
  records: AsyncIterable<{ readonly record: ReleaseRecord }>,
  path: string,
): Promise<ReleaseRecord> {
  const all: Candidate[] = []
  const fitting: Candidate[] = []
  let found: ReleaseRecord | null = null
  for await (const { record } of records) {
    if (record.id === name) return record
    const candidate = { id: record.id, title: cut(titleOf(record).text, TITLE) }
    all.push(candidate)
    if (!isMeant(record, name)) continue
    fitting.push(candidate)
    found ??= record
  }
  if (found && fitting.length === 1) return found
  if (all.length === 0) throw new UserError(`there is no release in ${path}; give the output of parawire build`)
  if (fitting.length > 1)
    throw new UserError(`"${name}" means ${fitting.length} releases; give a longer id: ${namesOf(fitting)}`)
  const near = nearTo(name.toLowerCase(), all)
  const hint = near.length > 0 ? `; the nearest: ${namesOf(near)}` : ''
  throw new UserError(`no release has a file "${name}" or an id with that prefix; parawire show FILE lists all${hint}`)
}

/** By the beginning of its id, or by the path of a file, or the last parts of one. */
const isMeant = ({ id, documents }: ReleaseRecord, name: string) =>
  name !== '' &&
  (id.startsWith(name.toLowerCase()) || documents.some(({ path }) => path === name || path.endsWith(`/${name}`)))

/** Those whose ids begin most nearly so. */
function nearTo(id: string, all: readonly Candidate[]): Candidate[] {
  const begun = (own: Candidate) => own.id.slice(0, id.length)
  const best = nearest(id, all.map(begun))
  return best === null ? [] : all.filter(own => begun(own) === best)
}

/** As much of each id as tells them apart, and what it is called. */
function namesOf(candidates: readonly Candidate[]): string {
  const ids = candidates.map(({ id }) => id).sort()
  const shared = (a: string, b: string) => [...a].findIndex((char, i) => char !== b[i])
  const length = Math.max(SHORT_ID, ...ids.slice(1).map((id, i) => shared(id, ids[i]!) + 1))
  const named = candidates.slice(0, NAMED).map(({ id, title }) => `${id.slice(0, length)} (${title})`)
  const more = candidates.length - named.length
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ')
}
