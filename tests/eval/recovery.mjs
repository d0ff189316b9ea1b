/**
 * The figures of text recovery on a folder with development sets: `clean/<language>/*.txt`, the generators
 * `gen_damage.py` and `gen_charsets.py`, and their scorers. Needs python3. Works in a temporary folder.
 *
 * CER is edits per hundred characters of the gold text, quotes and dashes folded; `harmed` is the share of intact words
 * that were changed. A language's column is the CER after repair, which is told nothing of language or channel.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { decode, repair } from '../../dist/index.js'

/** @param {string} sets the folder @param {{ seed: string, docs: string, part: string, keep?: string }} values */
export function recovery(sets, values) {
  const work = values.keep ?? mkdtempSync(join(tmpdir(), 'parawire-eval-'))
  try {
    cleanText(sets)
    damagedText(sets, work, values)
    charsets(sets, work)
  } finally {
    if (!values.keep) rmSync(work, { recursive: true })
  }
}

const python = (script, ...args) => execFileSync('python3', [script, ...args], { encoding: 'utf8' })
const filesIn = folder =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

/** Every clean file must come back as it was. */
function cleanText(sets) {
  const files = filesIn(join(sets, 'clean'))
  const touched = files.filter(name => {
    const text = readFileSync(join(sets, 'clean', name), 'utf8')
    return repair(text).text !== text
  })
  console.log(
    `clean files touched: ${touched.length} of ${files.length}${touched.map(name => `\n  ${name}`).join('')}\n`,
  )
}

function damagedText(sets, work, { seed, docs, part }) {
  python(
    join(sets, 'gen_damage.py'),
    join(sets, 'clean'),
    join(work, 'damage'),
    '--seed',
    seed,
    '--docs',
    docs,
    '--part',
    part,
  )
  const damaged = join(work, 'damage', 'damage')
  for (const name of filesIn(damaged)) {
    const answer = join(work, 'repaired', name)
    mkdirSync(dirname(answer), { recursive: true })
    writeFileSync(answer, repair(readFileSync(join(damaged, name), 'utf8')).text)
  }
  const scores = join(work, 'repair.json')
  const scorer = join(sets, 'score_repair.mjs')
  execFileSync(process.execPath, [scorer, join(work, 'damage'), join(work, 'repaired'), '--fold', '--json', scores])
  printRepair(Object.entries(JSON.parse(readFileSync(scores, 'utf8'))))
}

function printRepair(cells) {
  const languages = ['it', 'de', 'da', 'nl', 'en', 'he']
  const channels = [...new Set(cells.map(([name]) => name.split('/')[0]))]
  const rate = (part, whole, digits = 2) => (whole ? (100 * part) / whole : 0).toFixed(digits)
  const row = (name, columns) => console.log(name.padEnd(20) + columns.map(c => c.padStart(8)).join(''))
  row('CER', ['before', 'after', ...languages, 'harmed%', 'worst'])
  for (const channel of channels) {
    const own = cells.filter(([name]) => name.startsWith(`${channel}/`))
    const sum = key => own.reduce((total, [, cell]) => total + cell[key], 0)
    const after = languages.map(language => {
      const cell = own.find(([name]) => name.endsWith(`/${language}`))?.[1]
      return cell ? rate(cell.charsAfter, cell.chars) : ''
    })
    const worst = Math.max(...own.map(([, cell]) => (cell.intact ? (100 * cell.harmed) / cell.intact : 0)))
    const harm = [rate(sum('harmed'), sum('intact'), 3), worst.toFixed(3)]
    row(channel, [rate(sum('charsBefore'), sum('chars')), rate(sum('charsAfter'), sum('chars')), ...after, ...harm])
  }
}

function charsets(sets, work) {
  const folder = join(work, 'charsets')
  python(join(sets, 'gen_charsets.py'), join(sets, 'clean'), folder)
  const expected = Object.keys(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')))
  const answers = Object.fromEntries(expected.map(name => [name, decode(readFileSync(join(folder, name))).text]))
  writeFileSync(join(work, 'charsets.json'), JSON.stringify(answers))
  console.log(`\n${python(join(sets, 'score_charset.py'), folder, join(work, 'charsets.json'))}`)
}
