/** `parawire validate`: are these records what the schema says, and do they keep the laws that no schema can state? */
import { type Command, RECORDS } from './command.js'
import type { JsonItem } from './records/json.js'
import { sayTo } from './records/usable-records.js'
import { count } from './summary.js'

export const validateCommand: Command = {
  name: 'validate',
  description: 'Validate records against the schema and the laws of edits and spans',
  operands: [RECORDS],
  options: [],
  examples: [
    ['parawire validate corpus.ndjson', 'list all problems of a corpus'],
    ['parawire releases/ | parawire validate --quiet', 'only the exit code'],
  ],
  /** Tells each problem on standard error: file, line, JSON path and what is wrong. Exit code 1 where there is one. */
  async run({ operands: [path], flags, io }) {
    const [{ readJson }, { lawProblems, recordIn }] = await Promise.all([
      import('./records/json.js'),
      import('./records/record-problems.js'),
    ])
    const say = sayTo(io, flags.quiet)
    const seen = new Map<string, string>() // where each id stands first
    const problemsOf = (item: JsonItem): readonly string[] => {
      if ('problem' in item) return [item.problem]
      const result = recordIn(item.value)
      if ('problems' in result) return result.problems
      const { id } = result.record
      const earlier = seen.get(id)
      seen.set(id, earlier ?? item.where)
      return [...lawProblems(result.record), ...(earlier === undefined ? [] : [`$.id: the same release as ${earlier}`])]
    }
    let [records, problems] = [0, 0]
    for await (const item of readJson(path, io)) {
      records++
      for (const problem of problemsOf(item)) {
        problems++
        say(`${path ?? '-'}, ${item.where}: ${problem}`)
      }
    }
    say(`${count(records, 'record')}, ${problems === 0 ? 'valid' : count(problems, 'problem')}`)
    return problems === 0 ? 0 : 1
  },
}
