/** `parawire repair`: a damaged text in, the repaired text out, or the edits that lead from one to the other. */
import { UserError } from '../errors.js'
import { type Command, MODEL, READING, TEXT } from './command.js'
import { checkReading, modelOf, only } from './flags.js'
import { readInput, standardOutput } from './io.js'
import { colours, countRepairs, newTally, repairLine } from './summary.js'

export const repairCommand: Command = {
  name: 'repair',
  description: 'Repair one text: charset damage, lost characters, OCR errors',
  operands: [['[file]', `the text to repair; ${TEXT}`]],
  options: [...READING, MODEL, ['--json', 'print the text and every edit as JSON']],
  examples: [
    ['parawire repair damaged.txt > mended.txt', 'repair one text'],
    ["parawire repair damaged.txt --json | jq '.repairs[]'", 'list every edit with its evidence'],
  ],
  /** Prints the text as UTF-8, or with `json` the library's `{ text, repairs, unrepaired }`; nothing is written on failure. */
  async run({ operands: [path], flags, io }) {
    await checkReading(flags)
    const [{ decode, repair }, { formatOf, refuse }] = await Promise.all([
      import('../api/reading.js'),
      import('../ingest/sniff.js'),
    ])
    const bytes = await readInput(path, io)
    const refusal = bytes.length > 0 ? refuse(bytes) : null
    if (refusal) throw new UserError(`cannot repair ${path ?? '-'}: ${refusal.message}`)
    const format = formatOf(bytes)
    if (format !== null)
      throw new UserError(`cannot repair ${path ?? '-'}: it is ${format}, not plain text; read it with parawire parse`)
    const { text } = decode(bytes, only(flags, ['charset']))
    const repaired = repair(text, { ...only(flags, ['language']), ...(await modelOf(flags, io)) })
    await standardOutput(io).write(flags.json ? `${JSON.stringify(repaired)}\n` : repaired.text)
    if (!flags.quiet) {
      const tally = newTally(null)
      countRepairs(tally, repaired)
      io.stderr.write(repairLine(tally, await colours(flags.color, io)))
    }
    return flags.strict && repaired.unrepaired.length > 0 ? 1 : 0
  },
}
