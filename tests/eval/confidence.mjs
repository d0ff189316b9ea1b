/**
 * Is a repair right as often as its confidence says? Repairs of damaged texts are held against the gold, by a diff of
 * characters in which marks are folded and white space is one: a repair is right where all that it wrote, and the
 * characters on either side, stand together in the gold.
 *
 *     node tests/eval/confidence.mjs DAMAGE... [--channels a,b] [--part odd|even|all] [--by kind|evidence] [--json FILE]
 *
 * DAMAGE is a folder of `gen_damage.py` (`damage/` and `gold/`); documents are odd or even by the last number in their names.
 * It prints, for each bin of stated confidence: how many repairs, the mean stated, and the share right.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    channels: { type: 'string', default: 'qmark-open-quote,qmark-legacy,qmark-ascii,fffd,u8-cp1252-ocr' },
    part: { type: 'string', default: 'all' },
    by: { type: 'string', default: 'kind' },
    dist: { type: 'string', default: '../../dist' },
    json: { type: 'string' },
  },
})
const { repair } = await import(new URL(`${values.dist}/index.js`, import.meta.url))
const BINS = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 1]
const FOLDED = { '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '‘': "'", '’': "'", '‚': "'", '—': '-', '–': '-' }
/** More differences than these, and a text is not aligned. */
const MOST_EDITS = 3000

/** The last number of a name: `003.txt`, `2001-12.txt`. */
const numberOf = name => Number(/(\d+)\D*$/.exec(name)?.[1] ?? 0)

const seen = positionals.flatMap(root => values.channels.split(',').flatMap(channel => measure(root, channel)))
if (values.json) writeFileSync(values.json, JSON.stringify(seen))
print(seen)

function measure(root, channel) {
  const folder = join(root, 'damage', channel)
  const names = readdirSync(folder).flatMap(tag =>
    readdirSync(join(folder, tag))
      .sort()
      .filter(name => values.part === 'all' || (numberOf(name) % 2 === 1) === (values.part === 'odd'))
      .map(name => join(tag, name)),
  )
  return names.flatMap(name => {
    const found = repair(readFileSync(join(folder, name), 'utf8'))
    const gold = plain(readFileSync(join(root, 'gold', channel, name), 'utf8'))
    return judged(found, gold).map(one => ({ channel, name, ...one }))
  })
}

/** Each lossy repair, and whether the gold has what it wrote. */
function judged({ text, repairs }, gold) {
  const own = plain(text)
  const twin = align(own.chars, gold.chars)
  if (!twin) return []
  let shift = 0
  return repairs.flatMap(({ start, before, after, kind, evidence, confidence }) => {
    const from = own.places[start + shift]
    const to = own.places[start + shift + after.length]
    shift += after.length - before.length
    if (confidence === 1) return []
    const first = Math.max(0, from - 1)
    const last = Math.min(own.chars.length - 1, to)
    let right = twin[first] >= 0
    for (let at = first + 1; at <= last; at++) right &&= twin[at] === twin[at - 1] + 1
    return [{ kind, evidence, confidence, before, after, right }]
  })
}

/** Characters without restyling, and for each offset its place among them. */
function plain(text) {
  const chars = []
  const places = new Int32Array(text.length + 1)
  for (let at = 0; at < text.length; at++) {
    const char = /[\s\u00a0]/.test(text[at]) ? ' ' : (FOLDED[text[at]] ?? text[at])
    places[at] = chars.length - (char === ' ' && chars.at(-1) === ' ' ? 1 : 0)
    if (/[\u200b\u200e\u200f\u00ad]/.test(char) || (char === ' ' && chars.at(-1) === ' ')) continue
    chars.push(char)
  }
  places[text.length] = chars.length
  return { chars, places }
}

/** For each character its place in the gold, -1 where it has none (Myers' greedy diff); null if too much differs. */
function align(a, b) {
  const reach = Math.min(MOST_EDITS, a.length + b.length)
  const furthest = new Int32Array(2 * reach + 3)
  const rounds = []
  for (let d = 0; d <= reach; d++) {
    rounds.push(furthest.slice(reach - d, reach + d + 3))
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && furthest[reach + k] < furthest[reach + k + 2])
      let x = down ? furthest[reach + k + 2] : furthest[reach + k] + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      furthest[reach + k + 1] = x
      if (x >= a.length && x - k >= b.length) return walkBack(a, rounds, b.length)
    }
  }
  return null
}

function walkBack(a, rounds, length) {
  const twin = new Int32Array(a.length).fill(-1)
  let x = a.length
  let y = length
  for (let d = rounds.length - 1; d >= 0; d--) {
    const row = rounds[d]
    const at = k => row[k + d + 1]
    const k = x - y
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1))
    const fromX = d === 0 ? 0 : down ? at(k + 1) : at(k - 1)
    const fromY = d === 0 ? 0 : fromX - (down ? k + 1 : k - 1)
    while (x > (d === 0 ? 0 : fromX) && y > (d === 0 ? 0 : fromY) && x > 0 && y > 0) {
      if (d > 0 && x === fromX + (down ? 0 : 1) && y === fromY + (down ? 1 : 0)) break
      twin[--x] = --y
    }
    x = fromX
    y = fromY
  }
  return twin
}

function print(all) {
  const groupOf = one => (values.by === 'evidence' ? `${one.kind} ${one.evidence}` : one.kind)
  for (const group of [...new Set(all.map(groupOf))].sort()) {
    const list = all.filter(one => groupOf(one) === group)
    console.log(`${group}: ${list.length}`)
    for (let i = 0; i + 1 < BINS.length; i++) {
      const bin = list.filter(({ confidence: c }) => c >= BINS[i] && c < BINS[i + 1])
      if (bin.length === 0) continue
      const stated = bin.reduce((sum, one) => sum + one.confidence, 0) / bin.length
      const right = bin.filter(one => one.right).length / bin.length
      const short = right < stated - 0.03 ? '  too sure' : ''
      console.log(
        `  ${BINS[i].toFixed(2)}-${BINS[i + 1].toFixed(2)} ${String(bin.length).padStart(6)}  stated ${stated.toFixed(3)}  right ${right.toFixed(3)}${short}`,
      )
    }
  }
}
