/**
 * The figures of language detection on a folder with development sets: `langid/<length>.<source>.tsv` (label, tab,
 * text), `newsletter/seg.json` with its texts, and whole texts by language in `clean/`, `news-hard/`, `newsletter/`.
 *
 * acc6 is the mean over our languages of the share that is right, rejC and rejF the share of confusable and of far
 * languages that is given to none of ours. Lines are dealt to an even and an odd half by their place in the file, so
 * that what one half chose can be checked on the other. A planted text is one in English among blocks of another language.
 * A list item counts for its document's language, though many are descriptions left in English.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { detectBlock, SURE } from '../../dist/detect/detect.js'
import { detect } from '../../dist/index.js'
import { packs } from '../../dist/languages/index.js'

const SIX = new Map(packs.map(pack => [pack.iso639_3, pack.tag]))
const FAR = new Set('fin pol ces hun est lit tur ind hrv slk rus ukr ell fas vie jpn'.split(' '))
const LENGTHS = ['phrase', 'heading', 'sentence', 'paragraph']
// One English paragraph and one phrase are planted for so many blocks.
const PLANTED_EVERY = 7

const percent = (part, whole) => (whole ? ((100 * part) / whole).toFixed(1) : '-').padStart(6)
const mean = list => list.reduce((sum, x) => sum + x, 0) / list.length
const row = (name, columns) => console.log(name.padEnd(30) + columns.map(c => String(c).padStart(9)).join(''))

/** @param {string} sets the folder */
export function language(sets) {
  const judged = { even: [], odd: [] }
  if (existsSync(join(sets, 'langid'))) langid(join(sets, 'langid'), judged)
  if (existsSync(join(sets, 'newsletter', 'seg.json'))) inDocuments(join(sets, 'newsletter'), judged)
  margins(judged)
  wholeDocuments(sets)
}

function langid(folder, judged) {
  row('alone: acc6 / rejC / rejF', ['all', '', '', 'even', '', '', 'odd', '', ''])
  for (const length of LENGTHS) {
    const answers = readdirSync(folder)
      .filter(name => name.startsWith(`${length}.`))
      .sort()
      .flatMap(name => linesOf(join(folder, name)))
      .map(line => ({ ...line, found: detect(line.text) }))
    for (const { gold, found, half } of answers) {
      judged[half].push({ set: length, right: found.tag === (SIX.get(gold) ?? 'und'), margin: found.margin })
    }
    const halves = [answers, answers.filter(a => a.half === 'even'), answers.filter(a => a.half === 'odd')]
    row(length, halves.flatMap(shares))
  }
}

const linesOf = file =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map((line, i) => ({ gold: line.slice(0, 3), text: line.slice(4), half: i % 2 ? 'odd' : 'even' }))

function shares(answers) {
  const languages = [...new Set(answers.map(a => a.gold))]
  const share = (language, good) => {
    const own = answers.filter(a => a.gold === language)
    return own.filter(good).length / own.length
  }
  const ours = languages.filter(l => SIX.has(l)).map(l => share(l, a => a.found.tag === SIX.get(l)))
  const rejected = far =>
    languages.filter(l => !SIX.has(l) && FAR.has(l) === far).map(l => share(l, a => a.found.tag === 'und'))
  return [ours, rejected(false), rejected(true)].map(list => (100 * mean(list)).toFixed(1))
}

/** Every block with its document, then English blocks and phrases planted in documents of other languages. */
function inDocuments(folder, judged) {
  const documents = Object.entries(JSON.parse(readFileSync(join(folder, 'seg.json'), 'utf8'))).map(
    ([name, { blocks }]) => {
      const language = name.split('.').at(-2)
      return { language, blocks, tag: detect(blocks.map(block => block.text).join('\n\n')).tag }
    },
  )
  const english = documents.filter(d => d.language === 'en').flatMap(d => d.blocks.filter(b => b.type === 'para'))
  const tally = new Map()
  const count = (set, language, expected, text, tag, half) => {
    const found = detectBlock(text, packs, tag)
    const key = `${set} ${language}`
    const sum = tally.get(key) ?? { n: 0, right: 0 }
    tally.set(key, { n: sum.n + 1, right: sum.right + (found.tag === expected ? 1 : 0) })
    judged[half].push({ set: `block, ${set}`, right: found.tag === expected, margin: found.margin })
  }
  let plant = 0
  documents.forEach(({ language, blocks, tag }, d) => {
    const half = d % 2 ? 'odd' : 'even'
    for (const { type, text } of blocks) count(type, language, language, text, tag, half)
    if (language === 'en') return
    for (let i = 0; i < blocks.length; i += PLANTED_EVERY) {
      const { text } = english[(plant++ * 31) % english.length]
      count('planted paragraph', language, 'en', text, tag, half)
      count('planted phrase', language, 'en', phraseOf(text, plant), tag, half)
    }
  })
  console.log('\nin a document')
  for (const [key, { n, right }] of [...tally].sort(([a], [b]) => (a < b ? -1 : 1))) row(key, [n, percent(right, n)])
}

/** Three to six words from within a text. */
function phraseOf(text, seed) {
  const words = text.split(/\s+/)
  const size = Math.min(words.length, 3 + (seed % 4))
  const start = (seed * 7) % (words.length - size + 1)
  return words.slice(start, start + size).join(' ')
}

/** How often an answer above the documented margin is right, and how many are above it. */
function margins(judged) {
  console.log(`\nmargin of ${SURE} or more`)
  row('', ['n', 'above', 'right', '', 'n', 'above', 'right'])
  const sets = [...new Set([...judged.even, ...judged.odd].map(j => j.set))]
  const cells = list => {
    const above = list.filter(j => j.margin >= SURE)
    return [list.length, percent(above.length, list.length), percent2(above.filter(j => j.right).length, above.length)]
  }
  const line = (name, own) => row(name, [...cells(judged.even.filter(own)), '', ...cells(judged.odd.filter(own))])
  for (const set of sets) line(set, j => j.set === set)
  line('all lines', j => !j.set.startsWith('block'))
  line('all blocks', j => j.set.startsWith('block'))
  line('all', () => true)
}

const percent2 = (part, whole) => (whole ? ((100 * part) / whole).toFixed(2) : '-')

function wholeDocuments(sets) {
  console.log('\nwhole documents')
  const clean = join(sets, 'clean')
  const texts = [
    ...(existsSync(clean) ? readdirSync(clean).flatMap(tag => filesIn(join(clean, tag)).map(file => [tag, file])) : []),
    ...['news-hard', 'newsletter'].flatMap(set => filesIn(join(sets, set)).map(file => [file.split('.').at(-2), file])),
  ]
  const wrong = texts.filter(([tag, file]) => detect(readFileSync(file, 'utf8')).tag !== tag)
  console.log(`wrong: ${wrong.length} of ${texts.length}${wrong.map(([, file]) => `\n  ${file}`).join('')}`)
}

const filesIn = folder =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => join(folder, name))
