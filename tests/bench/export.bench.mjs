/**
 * Every export at the size of a corpus: repeats the records of the fixtures under other ids, runs `parawire export` on them
 * for each format as a process of its own, and prints seconds, megabytes of records a second, processor time, and peak
 * memory; beside them `cat`, and what any command has to do before: reading lines, JSON.parse, and the checks. Not run
 * by the tests:
 *
 *     npm run build && node tests/bench/export.bench.mjs [--records 20000] [--formats tmx,csv] [--keep FILE]
 */
import { createHash } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measured } from './corpus/process.mjs'

const BIN = fileURLToPath(new URL('../../bin/parawire.js', import.meta.url))
const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url))
const FORMATS = 'tmx,tsv,csv,parquet,moses,xliff,tei,xces,ninjs,schemaorg,text,stats'
const PAIR = ['moses', 'xliff']
const FOLDERS = ['xces', 'text']

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '20000' },
    formats: { type: 'string', default: FORMATS },
    keep: { type: 'string' },
    'read-only': { type: 'string' }, // what this file is asked when it is the process that only reads
  },
})

const sha256 = text => createHash('sha256').update(text).digest('hex')

/** The records of all fixtures. */
const records = () =>
  ['releases', 'languages'].flatMap(kind =>
    readdirSync(join(FIXTURES, kind))
      .sort()
      .flatMap(name => JSON.parse(readFileSync(join(FIXTURES, kind, name, 'expected.json'), 'utf8'))),
  )

/** The same news again, as if its files had other bytes: a charset that was given is not checked against the text. */
function again(record, number) {
  const documents = record.documents.map(document => ({
    ...document,
    sha256: sha256(`${number} ${document.sha256}`),
    charset: { ...document.charset, evidence: 'given' },
  }))
  const id = sha256(
    documents
      .map(document => document.sha256)
      .sort()
      .join('\n'),
  ).slice(0, record.id.length)
  return { ...record, id, documents }
}

async function write(path, count) {
  const originals = records()
  const file = createWriteStream(path)
  for (let i = 0; i < count; i++) {
    const line = `${JSON.stringify(again(originals[i % originals.length], i))}\n`
    if (!file.write(line)) await new Promise(done => file.once('drain', done))
  }
  await new Promise(done => file.end(done))
}

/** Lines and JSON.parse, with what Node brings: what no reader of records can do without. */
async function readOnly(path) {
  let blocks = 0
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY }))
    blocks += JSON.parse(line).documents.length
  console.error(`${blocks} documents`)
}

const log = (name, ...cells) => console.log([name.padEnd(22), ...cells.map(cell => String(cell).padStart(9))].join(' '))

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'export-bench-'))
  const corpus = values.keep ?? join(folder, 'corpus.ndjson')
  try {
    if (!existsSync(corpus)) await write(corpus, Number(values.records))
    const size = statSync(corpus).size / 1e6
    console.log(`${values.records} records, ${size.toFixed(0)} MB`)
    log('', 'seconds', 'MB/s', 'cpu s', 'peak MB', 'output MB')
    const row = async (name, command, args, output) => {
      const { seconds, processor, memory } = await measured(command, args)
      const made = output === undefined ? '-' : (sizeOf(folder, output) / 1e6).toFixed(0)
      log(
        name,
        seconds.toFixed(1),
        (size / seconds).toFixed(0),
        processor?.toFixed(1) ?? '-',
        memory?.toFixed(0) ?? '-',
        made,
      )
    }
    await row('cat', 'cat', [corpus])
    await row('lines and JSON.parse', process.execPath, [fileURLToPath(import.meta.url), '--read-only', corpus])
    await row('validate', process.execPath, [BIN, 'validate', corpus, '--quiet'])
    for (const format of values.formats.split(',')) {
      const output = join(folder, `out-${format}`)
      const languages = PAIR.includes(format) ? ['--languages', 'de,en'] : []
      const args = ['export', corpus, '--format', format, '-o', output, '--quiet', ...languages]
      await row(format, process.execPath, [BIN, ...args], `out-${format}`)
      for (const name of outputs(folder, `out-${format}`)) rmSync(join(folder, name), { recursive: true })
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const outputs = (folder, start) => readdirSync(folder).filter(name => name.startsWith(start))

const sizeOf = (folder, start) =>
  outputs(folder, start)
    .flatMap(name => {
      const path = join(folder, name)
      return FOLDERS.some(format => name === `out-${format}`)
        ? readdirSync(path, { recursive: true }).map(file => join(path, file))
        : [path]
    })
    .reduce((sum, path) => sum + (statSync(path).isFile() ? statSync(path).size : 0), 0)

await (values['read-only'] === undefined ? main() : readOnly(values['read-only']))
