/** `parawire repair`: a damaged text in, the repaired text out, or the edits that lead from one to the other. */
import { decode, repair as repairText } from '../api.js'
import { UserError } from '../errors.js'
import { refuse } from '../ingest/sniff.js'
import { type Io, readInput, standardOutput } from './io.js'
import { colours, countRepairs, newTally, repairLine } from './report.js'
import { checkReading, type Flags, modelOf, only } from './run.js'

/** Prints the text as UTF-8, or with `json` the library's `{ text, repairs, unrepaired }`; nothing is written on failure. */
export async function repair(
  path: string | undefined,
  flags: Flags & { readonly json?: boolean },
  io: Io,
): Promise<number> {
  checkReading(flags)
  const bytes = await readInput(path, io)
  const refusal = bytes.length > 0 ? refuse(bytes) : null
  if (refusal) throw new UserError(`cannot repair ${path ?? '-'}: ${refusal.message}`)
  const { text } = decode(bytes, only(flags, ['charset']))
  const repaired = repairText(text, { ...only(flags, ['language']), ...modelOf(flags, io) })
  const output = standardOutput(io)
  await output.write(flags.json ? `${JSON.stringify(repaired)}\n` : repaired.text)
  if (!flags.quiet) {
    const tally = newTally(null)
    countRepairs(tally, repaired)
    io.stderr.write(repairLine(tally, colours(flags.color, io)))
  }
  return flags.strict && repaired.unrepaired.length > 0 ? 1 : 0
}
