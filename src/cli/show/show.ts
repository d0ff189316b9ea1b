/** `parawire show`: what is in a corpus, a line for each release; or one release, its translations side by side. */
import { UserError } from '../../errors.js'
import { tagOfId } from '../../releases/versions.js'
import { type Command, KEEP_GOING, LEVEL, RECORDS, WIDTH } from '../command.js'
import type { Flags } from '../flags.js'
import { standardOutput } from '../io.js'
import { tolerantRecords } from '../records/usable-records.js'
import { colours } from '../summary.js'
import type { Listed } from './show-list.js'

export const showCommand: Command = {
  name: 'show',
  description: 'List releases, or show one with its translations side by side',
  operands: [
    RECORDS,
    ['[release]', 'the release, by the start of its id or one of its files; all are listed by default'],
  ],
  options: [
    WIDTH,
    [
      '--languages <tags>',
      'show only these languages, in this order: da,he; de-2 is a second text in one language (default: all)',
    ],
    LEVEL,
    KEEP_GOING,
  ],
  examples: [
    ['parawire show corpus.ndjson', 'list all releases; the first column is the start of the id'],
    ['parawire show corpus.ndjson acme.txt', 'show the release that contains a file'],
    [
      'parawire show corpus.ndjson acme.txt --level segment --color | head -40',
      'the same by sentence, with repairs marked',
    ],
    ['parawire releases/ | parawire show - acme.txt --languages da --width 60', 'show only its Danish text'],
  ],
  /** Prints the list or the release. Exit code 1 where records were left out. */
  async run({ operands: [path, id], flags, io }) {
    const { columnsFor } = await import('../terminal.js')
    const width = columnsFor(flags.width, io)
    const shown = { level: levelOf(flags), languages: await languagesOf(flags), width }
    if (id === undefined && (flags.level ?? flags.languages) !== undefined)
      throw new UserError(
        '--level and --languages are for one release; name a file of it, or its id, which parawire show FILE lists',
      )
    const chalk = await colours(flags.color, io, 'stdout')
    const { records, skipped } = tolerantRecords(path, 'units', flags, io)
    const { listedOf, listText, recordNamed } = await import('./show-list.js')
    if (id === undefined) {
      const all: Listed[] = []
      for await (const record of records) all.push(listedOf(record))
      await standardOutput(io).write(listText(all, width, chalk))
    } else {
      const { releaseText } = await import('./show-release.js')
      const record = await recordNamed(id.trim(), records, path ?? 'standard input')
      await standardOutput(io).write(releaseText(record, shown, chalk))
    }
    return skipped() > 0 ? 1 : 0
  },
}

function levelOf({ level = 'unit' }: Flags): 'unit' | 'segment' {
  if (level === 'unit' || level === 'segment') return level
  throw new UserError(`--level "${level}" is neither unit nor segment`, {
    unknown: { word: level, among: ['unit', 'segment'] },
  })
}

/** Tags, or ids of documents (`de-2`), as they were named; whether they are there is seen when the record is. */
async function languagesOf({ languages }: Flags): Promise<string[] | null> {
  if (languages === undefined) return null
  const { packs } = await import('../../languages/index.js')
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
