/** What holds for a corpus, whatever its files are: each law that is broken as `law: where`. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { decode, originalText, repair } from '../../src/index.js'
import type { Document, ReleaseRecord } from '../../src/model.js'
import { exportFaults } from '../export-laws.js'
import { lines, type Outcome, runCli } from '../run-cli.js'
import type { Corpus } from './corpora.js'

/** Writes the corpus into a folder, which is emptied before. */
function written(corpus: Corpus, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [path, bytes] of corpus) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
}

/** The broken laws of a corpus, which is written into a folder of its own below `folder`. An exception is one. */
export async function brokenCorpusLaws(corpus: Corpus, folder: string): Promise<string[]> {
  written(corpus, join(folder, 'in'))
  try {
    const built = await parawire(folder, ['build', 'in', '--rejects', 'rejects.ndjson'])
    if (built.code > 1) return [`build: exit ${built.code}: ${built.err}`]
    const records = lines<ReleaseRecord>(built.out)
    const rejects = lines<{ path: string }>(readFileSync(join(folder, 'rejects.ndjson'), 'utf8'))
    const documents = records.flatMap(record => record.documents)
    return [
      ...(await valid(folder, built)),
      ...everyFile(corpus, documents, rejects),
      ...undone(corpus, documents),
      ...idempotent(documents),
      ...(await sameBytes(folder, corpus, built.out)),
      ...(await commandsRun(folder, built.out)),
      ...(await exportFaults(records)).map(fault => `export: ${fault}`),
    ]
  } catch (error) {
    const { name, message, stack = '' } = error as Error
    return [`throws: ${name}: ${message} ${/\/(?:src|dist)\/([^\s)]+)/.exec(stack)?.[1] ?? ''}`]
  }
}

const parawire = (cwd: string, argv: readonly string[], stdin?: string): Promise<Outcome> =>
  runCli([...argv, '-q'], { cwd, ...(stdin !== undefined && { stdin }) })

async function valid(folder: string, { out }: Outcome): Promise<string[]> {
  const { code, err } = await runCli(['validate'], { cwd: folder, stdin: out })
  return code === 0 ? [] : [`validate: ${err.split('\n').slice(0, 3).join(' | ')}`]
}

/** Every file is in one record, or told of. */
function everyFile(corpus: Corpus, documents: readonly Document[], rejects: readonly { path: string }[]): string[] {
  const paths = [...documents, ...rejects].map(({ path }) => path.replace(/^in\//, '')).sort()
  const wanted = [...corpus.keys()].sort()
  return paths.join('\n') === wanted.join('\n') ? [] : [`files: ${paths.join(', ')} of ${wanted.join(', ')}`]
}

/** What siblings changed is undone with all the rest; what was extracted of a page is known by its hash. */
const undone = (corpus: Corpus, documents: readonly Document[]): string[] =>
  documents
    .filter(document => {
      const original = originalText(document)
      const { textSha256, path } = document
      return textSha256 ? hashOf(original) !== textSha256 : original !== decode(corpus.get(path)!).text
    })
    .map(({ path }) => `undo: ${path} is not its decoded text`)

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** What siblings mended is clean too; what they veto looks like damage to whoever reads the text alone. */
const idempotent = (documents: readonly Document[]): string[] =>
  documents.flatMap(({ path, blocks, repairs, unrepaired }) => {
    if (!repairs.some(({ evidence }) => evidence === 'siblings')) return []
    if (unrepaired.some(({ reason }) => reason === 'vetoed')) return []
    const [edit] = repair(blocks.map(block => block.text).join('\n\n')).repairs
    return edit ? [`again: repair finds ${edit.kind} (${edit.evidence}) "${edit.before}" in the record of ${path}`] : []
  })

/** The order of arguments, pipes, parts and a work folder change nothing. */
async function sameBytes(folder: string, corpus: Corpus, built: string): Promise<string[]> {
  const broken: string[] = []
  const compare = (law: string, { code, out, err }: Outcome) => {
    if (code > 1) broken.push(`${law}: exit ${code}: ${err}`)
    else if (out !== built) broken.push(`${law}: other bytes than build`)
  }
  const names = [...corpus.keys()].map(path => join('in', path))
  const list = `${names.toReversed().join('\n')}\n`
  compare('order', await parawire(folder, ['build', '--root', 'in', '--files-from', '-'], list))
  const parsed = await parawire(folder, ['parse', 'in'])
  const grouped = await parawire(folder, ['group'], parsed.out)
  compare('pipe', await parawire(folder, ['align'], grouped.out))
  compare('parts', await inParts(folder))
  rmSync(join(folder, 'work'), { recursive: true, force: true })
  compare('work', await parawire(folder, ['build', 'in', '--work', 'work']))
  compare('work again', await parawire(folder, ['build', 'in', '--work', 'work']))
  const half = [...corpus].filter((_, k) => k % 2 === 0)
  written(new Map(half), join(folder, 'in'))
  await parawire(folder, ['build', 'in', '--work', 'work'])
  written(corpus, join(folder, 'in'))
  compare('work with a history', await parawire(folder, ['build', 'in', '--work', 'work']))
  return broken
}

/** The stages in two parts; the records of both, in the order of the build. */
async function inParts(folder: string): Promise<Outcome> {
  rmSync(join(folder, 'parts'), { recursive: true, force: true })
  for (const part of ['1/2', '2/2']) await parawire(folder, ['parse', 'in', '--shard', part, '--shards', 'parts'])
  await parawire(folder, ['group', '--shards', 'parts'])
  for (const part of ['1/2', '2/2']) await parawire(folder, ['align', '--shard', part, '--shards', 'parts'])
  const out = ['1', '2'].map(k => readFileSync(join(folder, `parts/records-0000${k}-of-00002.jsonl`), 'utf8')).join('')
  return { code: 0, out, err: '' }
}

const COMMANDS: readonly (readonly string[])[] = [['show'], ['stats'], ['check'], ['report', '-o', 'pages']]

/** Every command that reads records reads these; what is undone is the file. */
async function commandsRun(folder: string, records: string): Promise<string[]> {
  const broken: string[] = []
  writeFileSync(join(folder, 'corpus.ndjson'), records)
  const same = await parawire(folder, ['diff', 'corpus.ndjson', 'corpus.ndjson'])
  if (same.code !== 0 || same.out !== '') broken.push(`diff: exit ${same.code} of a corpus and itself: ${same.err}`)
  for (const argv of COMMANDS) {
    rmSync(join(folder, 'pages'), { recursive: true, force: true })
    const { code, err } = await parawire(folder, argv, records)
    if (code !== 0) broken.push(`${argv[0]}: exit ${code}: ${err.slice(0, 300)}`)
  }
  return broken
}
