/** `parawire validate`: are these records what the schema says, and do they keep the laws that no schema can state? */
import type { Io } from './io.js'
import { type JsonItem, readJson } from './records/json.js'
import { lawProblems, recordIn } from './records/record-problems.js'
import { sayTo } from './records/usable-records.js'

/** Tells each problem on standard error: file, line, JSON path and what is wrong. Exit code 1 where there is one. */
export async function validate(path: string | undefined, flags: { readonly quiet?: boolean }, io: Io): Promise<number> {
  const say = sayTo(io, flags.quiet)
  const seen = new Map<string, string>()
  let records = 0
  let problems = 0
  for await (const item of readJson(path, io)) {
    records++
    for (const problem of problemsOf(item, seen)) {
      problems++
      say(`${path ?? '-'}, ${item.where}: ${problem}`)
    }
  }
  say(
    `${records} ${records === 1 ? 'record' : 'records'}, ${problems === 0 ? 'valid' : `${problems} problem${problems === 1 ? '' : 's'}`}`,
  )
  return problems === 0 ? 0 : 1
}

/** `seen` are the places of the ids before it. */
function problemsOf(item: JsonItem, seen: Map<string, string>): readonly string[] {
  if ('problem' in item) return [item.problem]
  const result = recordIn(item.value)
  if ('problems' in result) return result.problems
  const { id } = result.record
  const earlier = seen.get(id)
  seen.set(id, earlier ?? item.where)
  return [...lawProblems(result.record), ...(earlier === undefined ? [] : [`$.id: the same release as ${earlier}`])]
}
