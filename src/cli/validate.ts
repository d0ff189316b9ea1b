/** `parawire validate`: are these records what the schema says, and do they keep the laws that no schema can state? */
import { releaseRecordSchema } from '../record/schema.js'
import { type Io, printable } from './io.js'
import { type JsonItem, readJson } from './json.js'
import { brokenLaws } from './laws.js'

/** Tells each problem on standard error: file, line, JSON path and what is wrong. Exit code 1 where there is one. */
export async function validate(path: string | undefined, flags: { readonly quiet?: boolean }, io: Io): Promise<number> {
  const say = (line: string) => {
    if (!flags.quiet) io.stderr.write(`${printable(line)}\n`)
  }
  let records = 0
  let problems = 0
  for await (const item of readJson(path, io)) {
    records++
    for (const problem of problemsOf(item)) {
      problems++
      say(`${path ?? '-'}, ${item.where}: ${problem}`)
    }
  }
  say(
    `${records} ${records === 1 ? 'record' : 'records'}, ${problems === 0 ? 'valid' : `${problems} problem${problems === 1 ? '' : 's'}`}`,
  )
  return problems === 0 ? 0 : 1
}

function problemsOf(item: JsonItem): string[] {
  if ('problem' in item) return [item.problem]
  if (looksLikeDocument(item.value)) return ['$: a document, as parse prints it; give records, as build prints them']
  const result = releaseRecordSchema.safeParse(item.value)
  if (result.success) return brokenLaws(result.data)
  return result.error.issues.map(issue => `${jsonPath(issue.path)}: ${issue.message}`)
}

const looksLikeDocument = (value: unknown) => value instanceof Object && 'blocks' in value && !('documents' in value)

/** `$.documents[0].blocks[2].text`. */
function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((done, key) => {
    if (typeof key === 'number') return `${done}[${key}]`
    return /^[A-Za-z_]\w*$/.test(String(key)) ? `${done}.${String(key)}` : `${done}[${JSON.stringify(String(key))}]`
  }, '$')
}
