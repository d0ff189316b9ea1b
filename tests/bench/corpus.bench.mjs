/**
 * The whole way at the size of a corpus: writes synthetic corpora of growing size (`corpus/files.mjs`), runs `parawire build` on
 * each as a process of its own, and prints files and megabytes a second, processor time, peak memory of all its processes,
 * and how well the files were grouped. Below, how throughput and memory grow, and clean files beside `fix_text` of
 * @photostructure/ftfy alone, both by processor time, as on one core. Not run by the tests:
 *
 *     npm run build && node tests/bench/corpus.bench.mjs [--sizes 1000,10000] [--seed N] [--keep DIR] [--other BIN]
 *       [--clean COUNT] [-- more arguments for parawire]
 *
 * `--other` names the bin of another build, measured beside this one; `--clean 0` leaves the peer out. Without --keep all
 * is in a temporary folder and removed. Where there is no /proc, processor time and memory are not known.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeCorpus } from './corpus/files.mjs'
import { hasProc, measured } from './corpus/process.mjs'
import { groupsOf, scoreOf, truthOf } from './corpus/score.mjs'
import { peerFixText } from './peer.mjs'

const BIN = fileURLToPath(new URL('../../bin/parawire.js', import.meta.url))
const FTFY_ROUNDS = 3

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    seed: { type: 'string', default: '20310504' },
    keep: { type: 'string' },
    other: { type: 'string' },
    clean: { type: 'string', default: '500' },
    'fix-text': { type: 'string' }, // what this file is asked when it is the peer's process
  },
})

const round = (value, digits = 1) => (value === null ? '-' : value.toFixed(digits))
const ratio = (a, b) => (a === null || b === null || !b ? '-' : (a / b).toFixed(2))
const log = (...cells) => console.log(cells.map((cell, k) => (k === 0 ? cell.padEnd(16) : cell.padStart(9))).join(' '))

/** Writes `size` files into a folder of their own. */
function written(root, size, clean = false) {
  const home = join(root, clean ? `clean-${size}` : String(size))
  const corpus = { home, folder: join(home, 'corpus'), manifest: join(home, 'manifest.tsv') }
  rmSync(home, { recursive: true, force: true })
  mkdirSync(corpus.folder, { recursive: true })
  const bytes = writeCorpus({ ...corpus, size, seed: Number(values.seed), clean })
  return { ...corpus, size, bytes }
}

async function built(corpus, bin) {
  const output = join(corpus.home, 'records.ndjson')
  const args = [resolve(bin), 'build', corpus.folder, '--root', corpus.folder, '-o', output, '--quiet', ...positionals]
  const run = await measured(process.execPath, args)
  const groups = run.code === 0 ? await groupsOf(output) : []
  return { ...run, ...corpus, records: groups.length, score: scoreOf(truthOf(corpus.manifest), groups) }
}

function printRow(name, { seconds, processor, memory, size, bytes, records, score }) {
  const { pairwise, bcubed, exact } = score
  const rates = [round(size / seconds), round(bytes / 1e6 / seconds, 2)]
  const shares = [pairwise.precision, pairwise.recall, pairwise.f1, bcubed.f1, exact].map(value => round(value, 4))
  log(name, round(seconds), round(processor), round(memory, 0), ...rates, String(records), ...shares)
}

async function sizes(root, bins) {
  const titles = ['seconds', 'cpu s', 'peak MB', 'files/s', 'MB/s', 'records', 'pair P', 'pair R', 'pair F1', 'B3 F1']
  log('files', ...titles, 'exact')
  const runs = []
  for (const size of values.sizes.split(',').map(Number)) {
    const corpus = written(root, size)
    const row = []
    for (const [k, bin] of bins.entries()) {
      row.push(await built(corpus, bin))
      printRow(k === 0 ? String(size) : '  the other', row[k])
    }
    if (row.length > 1) log('  ratio', ratio(row[0].seconds, row[1].seconds), ratio(row[0].processor, row[1].processor))
    runs.push(row[0])
    if (values.keep === undefined) rmSync(corpus.home, { recursive: true })
  }
  return runs
}

function printGrowth(runs) {
  const [first, last, before] = [runs[0], runs.at(-1), runs.at(-2)]
  const speed = run => run.size / run.seconds
  for (const run of runs.slice(1))
    console.log(`throughput at ${run.size} / at ${first.size}: ${ratio(speed(run), speed(first))} (bar: .70)`)
  if (before)
    console.log(`memory at ${last.size} / at ${before.size}: ${ratio(last.memory, before.memory)} (bar: 1.50)`)
}

/** Clean files only: the whole pipeline beside the peer that only repairs. */
async function beside(root, size) {
  const corpus = written(root, size, true)
  const ours = await built(corpus, BIN)
  const peer = [fileURLToPath(import.meta.url), '--fix-text', corpus.folder]
  const theirs = await measured(process.execPath, peer)
  const rate = run => (run.processor === null ? null : (corpus.bytes * (run.rounds ?? 1)) / 1e6 / run.processor)
  const [own, other] = [rate(ours), rate({ ...theirs, rounds: FTFY_ROUNDS })]
  console.log(
    `${size} clean files, MB a second of one core: parawire ${round(own, 2)}, ftfy ${round(other, 2)}, ratio ${ratio(own, other)} (bar: .57, goal: 1.71)`,
  )
  if (values.keep === undefined) rmSync(corpus.home, { recursive: true })
}

/** The peer's process: all files, each fixed a few times, so that starting up does not tell against it. */
async function fixTexts(folder) {
  const fixText = await peerFixText()
  const names = readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.txt'))
  for (let k = 0; k < FTFY_ROUNDS; k++) for (const name of names) fixText(readFileSync(join(folder, name), 'utf8'))
}

async function main() {
  if (Number(values.clean) > 0) await peerFixText()
  const root = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'corpus-')) : resolve(values.keep)
  try {
    if (!hasProc) console.log('no /proc here: processor time and memory are not known')
    printGrowth(await sizes(root, values.other === undefined ? [BIN] : [BIN, values.other]))
    if (Number(values.clean) > 0) await beside(root, Number(values.clean))
  } finally {
    if (values.keep === undefined) rmSync(root, { recursive: true })
  }
}

if (values['fix-text'] === undefined) await main()
else await fixTexts(values['fix-text'])
