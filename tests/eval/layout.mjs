/**
 * The figures of layout: exact blocks and their types on `newsletter/seg.json` by its own scorer (which needs python3),
 * and exact blocks, punctuation and all, on the same issues and on `clean/` laid out anew in every way of `relay.mjs`.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readDocument } from '../../dist/index.js'
import { layouts, random, relay } from './relay.mjs'

const TYPES = { title: 'heading', heading: 'heading', 'list-item': 'list' }
const flat = text => text.replace(/\s+/g, ' ').trim()

export function layout(sets, seed) {
  const gold = JSON.parse(readFileSync(join(sets, 'newsletter/seg.json'), 'utf8'))
  newsletters(sets, gold)
  laidOutAnew(sets, gold, seed)
}

function newsletters(sets, gold) {
  const work = mkdtempSync(join(tmpdir(), 'parawire-eval-'))
  const answers = Object.fromEntries(
    Object.keys(gold).map(name => {
      const { blocks } = readDocument({ path: name, bytes: readFileSync(join(sets, 'newsletter/seg', name)) })
      return [name, blocks.map(({ kind, text }) => ({ type: TYPES[kind] ?? 'para', text }))]
    }),
  )
  writeFileSync(join(work, 'seg.json'), JSON.stringify(answers))
  const scorer = [join(sets, 'score_alignment.py'), '--seg', join(sets, 'newsletter/seg.json'), join(work, 'seg.json')]
  console.log(execFileSync('python3', scorer, { encoding: 'utf8' }))
  rmSync(work, { recursive: true })
}

/** Every text goes through three layouts, one after the other, so that each layout gets a ninth of the texts. */
function laidOutAnew(sets, gold, seed) {
  const next = random(seed)
  const names = Object.keys(layouts)
  const counts = {}
  const texts = [...newsletterBlocks(gold), ...newsBlocks(sets, next)]
  texts.forEach(({ language, blocks }, i) => {
    for (let k = 0; k < 3; k++) {
      const name = names[(3 * i + k) % names.length]
      const laid = relay(blocks, layouts[name], next)
      const count = score(readDocument({ path: name, bytes: Buffer.from(laid.text) }).blocks, laid.blocks)
      for (const key of [name, language]) counts[key] = (counts[key] ?? [0, 0, 0]).map((n, j) => n + count[j])
    }
  })
  console.log(`${`laid out anew, seed ${seed}`.padEnd(28)}exact    given     gold       F1`)
  for (const [name, [hits, given, blocks]] of Object.entries(counts))
    console.log(
      name.padEnd(24) +
        [hits, given, blocks].map(n => `${n}`.padStart(9)).join('') +
        ((2 * hits) / (given + blocks)).toFixed(3).padStart(9),
    )
}

const newsletterBlocks = gold =>
  Object.entries(gold).map(([name, { blocks }]) => ({
    language: name.split('.').at(-2),
    blocks: blocks.map(({ type, text }) => ({ type, text: flat(text).replace(/^(?:[*•·-]|\d+[.)])\s+/, '') })),
  }))

/** News has paragraphs only: headings are put between them, and some paragraphs become lists of their sentences. */
function newsBlocks(sets, next) {
  const headings = headingsOf(sets)
  return Object.keys(ISO).flatMap(language =>
    readdirSync(join(sets, 'clean', language)).map(name => {
      const paragraphs = readFileSync(join(sets, 'clean', language, name), 'utf8')
        .trim()
        .split(/\n\s*\n/)
      const blocks = paragraphs.flatMap((paragraph, i) => {
        const text = flat(paragraph)
        const sentences = text.split(/(?<=[.!?]) /)
        const own = i > 2 && sentences.length > 2 && next() < 0.12
        const heading =
          next() < (i === 0 ? 0.6 : 0.2) ? [{ type: 'heading', text: pick(headings[ISO[language]], next) }] : []
        return [...heading, ...(own ? sentences.map(text => ({ type: 'list', text })) : [{ type: 'para', text }])]
      })
      return { language, blocks }
    }),
  )
}

const ISO = { he: 'heb', da: 'dan', it: 'ita', de: 'deu', nl: 'nld', en: 'eng' }
const pick = (list, next) => list[Math.floor(next() * list.length)]

function headingsOf(sets) {
  const headings = {}
  for (const name of readdirSync(join(sets, 'langid')).filter(name => name.startsWith('heading'))) {
    for (const line of readFileSync(join(sets, 'langid', name), 'utf8').split('\n')) {
      const [label, text] = line.split('\t')
      headings[label] ??= []
      if (text && text.length < 70) headings[label].push(text)
    }
  }
  return headings
}

/** Exact blocks, blocks given, blocks of the gold. */
function score(given, gold) {
  const left = new Map()
  for (const { text } of gold) left.set(flat(text), (left.get(flat(text)) ?? 0) + 1)
  const hits = given.filter(({ text }) => {
    const n = left.get(flat(text)) ?? 0
    left.set(flat(text), n - 1)
    return n > 0
  })
  return [hits.length, given.length, gold.length]
}
