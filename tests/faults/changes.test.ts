/** Files that change or vanish while a run reads them: the result of what was there at one moment, or an error that says so. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { main } from '../../src/cli/cli.js'
import { type CorpusOptions, learn, parseCorpus, type ReleaseRecord, type Unused } from '../../src/index.js'
import { manyReleases } from '../cli-texts.js'
import { golden, ndjson } from '../export-corpus.js'
import { compiledProgram } from '../program.js'
import { type Outcome, runCli } from '../run-cli.js'
import { tempFolder } from '../temp-folder.js'

const files = manyReleases(0, 4)
const one = golden('releases/two-versions-one-language')
const two = golden('releases/yearless-dateline')

/** Runs a command line that asks for its folder each time it opens something; before the n-th time `change` is called. */
async function changing(argv: readonly string[], cwd: string, n: number, change: () => void): Promise<Outcome> {
  let asked = 0
  const stream = () => Object.assign(new PassThrough(), { isTTY: false })
  const [stdin, stdout, stderr] = [stream(), stream(), stream()]
  stdin.end()
  const io = {
    ...{ stdin, stdout, stderr, env: {} },
    get cwd() {
      if (++asked === n) change()
      return cwd
    },
  }
  const both = [stdout, stderr].map(async own => {
    const chunks: Buffer[] = []
    for await (const chunk of own) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks).toString()
  })
  const code = await main(argv, io)
  stdout.end()
  stderr.end()
  const [out, err] = (await Promise.all(both)) as [string, string]
  return { code, out, err }
}

const OPENINGS = 16 // more than any of the commands below has

test.each([
  ['diff', ['diff', 'x', 'good', '--json']],
  ['diff of the other', ['diff', 'good', 'x', '--json']],
  ['export', ['export', 'x', '--format', 'csv']],
  ['stats', ['stats', 'x', '--json']],
])('records that change: %s', async (_, argv) => {
  const other = { ...two, wire: 'another' }
  const states = [ndjson([one, two]), ndjson([other]), ndjson([one, other]), '{"id":\n', ndjson([two, one])]
  const cwd = tempFolder({ good: ndjson([one, other]) })
  const put = (state: string) => writeFileSync(join(cwd, 'x'), state)
  const clean: string[] = []
  for (const state of states) {
    put(state)
    clean.push((await runCli(argv, { cwd })).out)
  }
  for (const later of states.slice(1)) {
    for (let n = 1; n <= OPENINGS; n++) {
      put(states[0]!)
      const { code, out, err } = await changing(argv, cwd, n, () => put(later))
      const where = `${n}: ${err}`
      if (code === 2)
        expect(err, where).toMatch(/^parawire: x(?:, line 1: not JSON: .*| changed while it was read; run again)\n$/)
      else expect([clean[0], clean[states.indexOf(later)]], where).toContain(out)
    }
  }
})

/** The records, or the message of the error; `change` is called when every file has been read. */
async function built(folder: string, options: CorpusOptions, change: () => void): Promise<string> {
  const records: ReleaseRecord[] = []
  let isChanged = false
  const onProgress = (done: number, total: number) => {
    if (isChanged || done < total / 2) return
    isChanged = true
    change()
  }
  try {
    for await (const record of parseCorpus([join(folder, 'in')], { ...options, onProgress })) records.push(record)
  } catch (error) {
    return (error as Error).message
  }
  return ndjson(records)
}

test('texts that change, and a work folder that vanishes, between reading and grouping', async () => {
  const folder = tempFolder(files)
  const work = join(folder, 'work')
  const clean = await built(folder, {}, () => {})
  const change = () => {
    for (const name of Object.keys(files)) writeFileSync(join(folder, name), 'Something else.\n')
  }
  expect(await built(folder, { work }, change)).toBe(clean)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  expect(await built(folder, { work }, () => {})).toBe(clean)
  const vanish = () => {
    for (const name of readdirSync(join(work, 'records'))) rmSync(join(work, 'records', name), { recursive: true })
  }
  expect(await built(folder, { work }, vanish)).toMatch(/0000000\.data was removed while in use; run again$/)
  expect(await built(folder, { work }, () => {})).toBe(clean)
})

test('a text that changes while a model is learned teaches nothing, and is told', async () => {
  const folder = tempFolder(files)
  const unused: Unused[] = []
  let isChanged = false
  const model = await learn([join(folder, 'in')], {
    onUnused: entry => unused.push(entry),
    onProgress: () => {
      if (isChanged) return
      isChanged = true
      for (const name of Object.keys(files)) writeFileSync(join(folder, name), `${files[name]}\nOne line more.\n`)
    },
  })
  expect(unused.map(({ code }) => code)).toEqual(
    Object.keys(files)
      .slice(1)
      .map(() => 'UNREADABLE'),
  )
  expect(unused[0]!.message).toBe('the file changed while it was read; run again')
  expect(model).toContain('"documents":1,')
})

test('a model that is another one when a thread opens it', { timeout: 180_000 }, async () => {
  const folder = tempFolder(files)
  const path = join(folder, 'model')
  writeFileSync(path, await learn([join(folder, 'in')]))
  const pool = pathToFileURL(join(dirname(compiledProgram()), '../dist/pipeline/worker-pool.js'))
  const sha256 = createHash('sha256').update('another').digest('hex')
  const script = `
    import { workerPool } from ${JSON.stringify(pool.href)}
    const pool = workerPool(200, { model: ${JSON.stringify({ path, sha256 })} }, undefined, 2)
    await pool.readDocuments([new TextEncoder().encode('A text.')]).catch(error => console.log(error.name + ': ' + error.message))
    await pool.close()`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(stdout).toBe(`UserError: the model ${path} changed while in use; run again\n`)
})
