/**
 * The whole way of a set: its files, as they are or laid out anew, in one folder, through the command line, and what
 * its records say of the paragraphs. And why it differs from aligning alone: each bead that one way has right and the
 * other wrong is laid to the first of these that holds for its two files: not brought together, another language
 * detected, blocks that join paragraphs, that cut them, chrome or no block, or anything else (repairs, kinds, other
 * texts of the release).
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beadsOfUnits, pairsOf } from '../../dist/evaluate/gold.js'
import { keyOf } from '../../dist/evaluate/judge.js'
import { paragraphBeads, paragraphsOf } from '../../dist/evaluate/paragraphs.js'
import { fileName } from './alignment.mjs'
import { layouts, random, relay } from './relay.mjs'

const BIN = join(import.meta.dirname, '../../bin/parawire.js')

/** `found` as `judge` takes it, and by file its document and where its paragraphs went. With a seed, laid out anew. */
export function build(releases, seed) {
  const work = mkdtempSync(join(tmpdir(), 'parawire-eval-'))
  const next = seed === null ? null : random(seed)
  const sources = new Map()
  const options = ['build', work, '--quiet', '--root', work, '-o', join(work, 'records.ndjson')]
  try {
    for (const release of releases)
      for (const tag of Object.keys(release.paragraphs)) put(work, release, tag, next, sources)
    execFileSync(process.execPath, [BIN, ...options])
    const lines = readFileSync(join(work, 'records.ndjson'), 'utf8').trim().split('\n')
    const placed = new Map()
    const found = lines.map(line => foundIn(JSON.parse(line), sources, placed))
    return { found, placed }
  } finally {
    rmSync(work, { recursive: true })
  }
}

/** File names tell nothing: grouping has to find out. */
function put(work, release, tag, next, sources) {
  const name = fileName(release, tag)
  const opaque = `${createHash('sha256').update(name).digest('hex').slice(0, 16)}.txt`
  const path = join(work, opaque)
  if (next) {
    const blocks = release.paragraphs[tag].map((text, i) => ({ type: release.types[tag][i], text: flat(text) }))
    const laid = relay(blocks, Object.values(layouts)[Math.floor(next() * Object.keys(layouts).length)], next)
    sources.set(opaque, { name, tag, paragraphs: laid.blocks.map(({ text }) => text) })
    writeFileSync(path, laid.text)
  } else {
    sources.set(opaque, { name, tag })
    if (release.files) copyFileSync(release.files[tag], path)
    else writeFileSync(path, `${release.paragraphs[tag].join('\n\n')}\n`)
  }
}

const flat = text => text.replace(/\s+/g, ' ').trim()

function foundIn(record, sources, placed) {
  const own = new Map()
  for (const document of record.documents) {
    const { name, tag, paragraphs } = sources.get(document.path)
    const places = paragraphs ? byLetters(document, paragraphs) : paragraphsOf(document)
    own.set(name, places)
    placed.set(name, { places, tag, document, record })
  }
  const units = record.alignment.units.map(({ confidence, blocks }) => ({
    confidence,
    paragraphs: new Map(
      [...own].flatMap(([name, { id, ofBlock }]) =>
        blocks[id] ? [[name, blocks[id].flatMap(block => ofBlock.get(block))]] : [],
      ),
    ),
  }))
  const files = new Map([...own].map(([name, { count }]) => [name, count]))
  return { files, units, beads: (a, b) => paragraphBeads(record, own.get(a), own.get(b)) }
}

const letters = text => text.replace(/[^\p{L}\p{N}]/gu, '')

/** Blocks in order, each found where its letters (or their beginning and end) stand next; a page's head is nowhere. */
function byLetters({ id, blocks }, paragraphs) {
  const owner = paragraphs.flatMap((text, i) => Array(letters(text).length).fill(i))
  const all = paragraphs.map(letters).join('')
  const ofBlock = new Map()
  let at = 0
  for (const block of blocks) {
    const own = letters(block.text)
    const start = [own, own.slice(0, 24), own.slice(0, 8)].map(part => (part === '' ? -1 : all.indexOf(part, at)))
    const from = start.find(place => place >= 0 && place - at < 2000) ?? -1
    const end = Math.min(all.length, from + own.length)
    ofBlock.set(block.id, from < 0 ? [] : [...new Set(owner.slice(from, end))])
    if (from >= 0) at = end
  }
  return { id, count: paragraphs.length, ofBlock }
}

/** A line that says how many right beads were lost, or won, by what. */
export function causes(gold, aligned, { found, placed }) {
  const sums = { lost: new Map(), won: new Map() }
  const of = (all, a, b) => all.find(({ files }) => files.has(a) && files.has(b))?.beads(a, b) ?? []
  gold.forEach((release, i) => {
    for (const [a, b] of pairsOf(release)) {
      const [left, right] = [release.files[a], release.files[b]]
      const truth = new Set(beadsOfUnits(release.units[a], release.units[b]).map(keyOf))
      const hits = beads => new Set(beads.map(keyOf).filter(key => truth.has(key)))
      const [alone, built] = [hits(of([aligned[i]], left, right)), hits(of(found, left, right))]
      for (const [what, from, to] of [
        ['lost', alone, built],
        ['won', built, alone],
      ]) {
        for (const key of from) {
          if (to.has(key)) continue
          const cause = causeOf(key, placed.get(left), placed.get(right))
          sums[what].set(cause, (sums[what].get(cause) ?? 0) + 1)
        }
      }
    }
  })
  const line = own =>
    [...own]
      .sort((x, y) => y[1] - x[1])
      .map(([cause, n]) => `${cause} ${n}`)
      .join(', ') || 'nothing'
  return `  right beads lost by building: ${line(sums.lost)}; won: ${line(sums.won)}`
}

function causeOf(key, a, b) {
  if (!a || !b) return 'file not used'
  if (a.record !== b.record) return 'grouping'
  if ([a, b].some(({ document, tag }) => document.language.tag !== (tag.startsWith('x-') ? 'und' : tag)))
    return 'language'
  const sides = key.split('|').map(side => (side === '' ? [] : side.split(',').map(Number)))
  const states = [a, b].flatMap((file, k) => sides[k].map(paragraph => stateOf(file, paragraph)))
  return ['joined', 'cut', 'chrome', 'no block'].find(state => states.includes(state)) ?? 'else'
}

function stateOf({ places, document }, paragraph) {
  const own = document.blocks.filter(({ id }) => places.ofBlock.get(id).includes(paragraph))
  if (own.length === 0) return 'no block'
  if (own.some(({ id }) => places.ofBlock.get(id).length > 1)) return 'joined'
  if (own.length > 1) return 'cut'
  return own[0].kind === 'chrome' ? 'chrome' : ''
}
