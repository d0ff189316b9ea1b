/**
 * Day by day: `parawire build --work` on a synthetic corpus, again unchanged, with ten new files, and with one less; seconds,
 * and the share of the first run, of each; then the whole without a work folder, which must give the same bytes. At last
 * the three stages through pipes, which must as well. Not run by the tests:
 *
 *     npm run build && node tests/bench/again.bench.mjs [--size 10000] [--seed N]
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeCorpus } from './corpus/files.mjs'
import { measured } from './corpus/process.mjs'

const BIN = fileURLToPath(new URL('../../bin/parawire.js', import.meta.url))
const NEW = 10

const { values } = parseArgs({
  options: { size: { type: 'string', default: '10000' }, seed: { type: 'string', default: '20310504' } },
})

const root = mkdtempSync(join(tmpdir(), 'again-'))
const [folder, manifest] = [join(root, 'corpus'), join(root, 'manifest.tsv')]
const write = size => {
  mkdirSync(folder, { recursive: true })
  writeCorpus({ folder, manifest, size, seed: Number(values.seed), clean: false })
}
const build = (output, ...more) =>
  measured(process.execPath, [BIN, 'build', folder, '--root', folder, '-q', '-o', join(root, output), ...more])
const work = ['--work', join(root, 'work')]
const same = (a, b) => spawnSync('cmp', [join(root, a), join(root, b)]).status === 0

try {
  const size = Number(values.size)
  write(size)
  const first = await build('first', ...work)
  const print = (name, { seconds }) =>
    console.log(`${name.padEnd(28)} ${seconds.toFixed(1).padStart(8)} s  ${(seconds / first.seconds).toFixed(3)}`)
  print(`first run, ${size} files`, first)
  print('again', await build('again', ...work))
  console.log(`  the same bytes: ${same('first', 'again')} (bar: at most .1 of the time)`)
  write(size + NEW)
  print(`${NEW} new files`, await build('more', ...work))
  const [gone] = readFileSync(manifest, 'utf8').split('\n').at(-2).split('\t')
  rmSync(join(folder, gone))
  print('one file less', await build('less', ...work))
  print('the same without --work', await build('whole'))
  console.log(`  the same bytes: ${same('less', 'whole')}`)
  const pipe = `"$0" "$1" parse "$2" --root "$2" -q | "$0" "$1" group -q | "$0" "$1" align -q > "$3"`
  execFileSync('sh', ['-c', pipe, process.execPath, BIN, folder, join(root, 'piped')])
  console.log(`parse | group | align, the same bytes: ${same('piped', 'whole')}`)
} finally {
  rmSync(root, { recursive: true })
}
