/**
 * Time grows with the size of the input, also on texts that nobody writes: every stage on every family of
 * `bench/families/families.mjs`, releases of two such documents, and the commands. Asserted is the ratio of two sizes,
 * generously: of six times the text a pass that looks at all places from every place takes 36 times as long.
 * `node tests/bench/families.bench.mjs` prints megabytes a second and the growth at larger sizes.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check } from '../src/api/records.js'
import { lawProblems, recordIn } from '../src/cli/records/record-problems.js'
import { decode } from '../src/decode.js'
import { detect } from '../src/detect/detect.js'
import { formats } from '../src/export/export.js'
import { packOf, packs, undetermined } from '../src/languages/index.js'
import { documentOf, readDocument } from '../src/pipeline/read-document.js'
import { oneRelease, releaseRecord } from '../src/pipeline/release-record.js'
import { repair } from '../src/repair/repair.js'
import { newReport } from '../src/report/report.js'
import { segment } from '../src/segment/segment.js'
import { bytesOf, FAMILIES, RELEASES, releaseOf } from './bench/families/families.mjs'
import { fileTimes, releaseTimes, type Times } from './bench/families/stages.mjs'
import { tooSlow } from './growth.js'
import { runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const STAGES = { decode, repair, detect, segment, documentOf, packs, packOf, undetermined }
const OF_A_RELEASE = { readDocument, releaseRecord, oneRelease, check, newReport, recordIn, lawProblems }

/** Six times the text: linear is 6, and the bound lies between that and 36. Words of shorter texts are looked up otherwise. */
const FILE_BYTES = 24_000
const FILE_TIMES = 6
const FILE_BOUND = 15

test.each(Object.keys(FAMILIES))('a file of %s: each stage is linear', async family => {
  const texts = [FILE_BYTES, FILE_TIMES * FILE_BYTES].map(size => bytesOf(family, size))
  expect(await tooSlow(large => fileTimes(STAGES, texts[Number(large)]!), FILE_BOUND)).toEqual([])
})

/** Four times the text: linear is 4, and every line against every line 16. Shorter texts are aligned as a whole table. */
const RELEASE_BYTES = 6000
const RELEASE_TIMES = 4
const RELEASE_BOUND = 10

test.each(Object.keys(RELEASES))('a release of %s: each stage is linear', async name => {
  const releases = [RELEASE_BYTES, RELEASE_TIMES * RELEASE_BYTES].map(size => releaseOf(name, size))
  const measure = (large: boolean) => releaseTimes(OF_A_RELEASE, releases[Number(large)]!).times
  expect(await tooSlow(measure, RELEASE_BOUND)).toEqual([])
})

/** Every command on a corpus of two files and their release; what prints the same whatever is in a corpus apart. */
async function commandTimes(name: string, size: number): Promise<Times> {
  const [german, english] = releaseOf(name, size)
  const cwd = tempFolder({ 'boats.de.txt': german!, 'boats.en.txt': english! })
  const times: Times = {}
  const run = async (name: string, argv: readonly string[], stdin = '') => {
    const start = process.cpuUsage()
    const { code, out, err } = await runCli([...argv, '--quiet'], { stdin, cwd })
    const { user, system } = process.cpuUsage(start)
    times[name] = (times[name] ?? 0) + (user + system) / 1000
    expect(code, err).toBeLessThan(2)
    return out
  }
  // Such texts tell no language.
  const parse = (tag: string) => run('parse', ['parse', `boats.${tag}.txt`, '--language', tag, '--jobs', '1'])
  const documents = `${await parse('de')}${await parse('en')}`
  await run('group', ['group', '--explain'], documents)
  const groups = await run('group', ['group', '--group', 'name'], documents)
  writeFileSync(join(cwd, 'corpus.ndjson'), await run('align', ['align', '--jobs', '1'], groups))
  await run('build', ['build', '.', '--jobs', '1'])
  await run('detect', ['detect', '.'])
  await run('repair', ['repair', 'boats.de.txt', '--json'])
  await run('explain', ['explain', 'boats.de.txt'])
  await run('undo', ['undo', 'corpus.ndjson', '--document', 'de'])
  await run('diff', ['diff', 'corpus.ndjson', 'corpus.ndjson'])
  await run('report', ['report', 'corpus.ndjson', '--output', 'report'])
  await run('show', ['show', 'corpus.ndjson', 'boats.de.txt'])
  for (const command of ['check', 'validate', 'stats']) await run(command, [command, 'corpus.ndjson'])
  for (const format of formats.keys())
    await run(`export to ${format}`, [
      'export',
      'corpus.ndjson',
      '--format',
      format,
      '--languages',
      'de,en',
      '-o',
      format,
    ])
  return times
}

test.each(['lines that are alike', 'contacts', 'lost letters that the sibling has', 'one paragraph of names'])(
  'each command on %s',
  async name => {
    const measure = (large: boolean) => commandTimes(name, RELEASE_BYTES * (large ? RELEASE_TIMES : 1))
    expect(await tooSlow(measure, RELEASE_BOUND)).toEqual([])
  },
)
