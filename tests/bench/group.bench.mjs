/**
 * Time and memory of grouping, in a process of its own for each line: `npm run build && node tests/bench/group.bench.mjs`.
 *
 * - candidates: finding pairs alone, among synthetic documents of 20 anchors; five documents a release share half of
 *   them, the others are drawn from names of which some are in thousands of documents. Found: the share of true pairs.
 * - grouping: all of it, on profiles kept as bytes in a file (made of a few words at random; five documents a release
 *   in five languages), with pairwise F1. Memory is that of the process, and how much more than before grouping.
 * - daily, template: the same of one issuer (`../eval/grouping-series.mjs`): one text with other figures day by day, one text
 *   of one day of which three figures differ.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { oneIssuer } from '../eval/grouping-series.mjs'

const LANGUAGES = ['da', 'de', 'en', 'it', 'nl']

function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const megabytes = bytes => `${Math.round(bytes / 2 ** 20)} MB`

async function candidates(documents) {
  const { candidatePairs } = await import('../../dist/group/candidates.js')
  const anchors = syntheticAnchors(documents, 20)
  const before = process.memoryUsage().rss
  const start = performance.now()
  const cpu = process.cpuUsage()
  const pairs = candidatePairs(anchors)
  const seconds = (performance.now() - start) / 1000
  const busy = (process.cpuUsage(cpu).user / 1e6).toFixed(1)
  let found = 0
  pairs.x.forEach((x, k) => {
    if (Math.floor(x / 5) === Math.floor(pairs.y[k] / 5)) found++
  })
  const memory = `${megabytes(process.resourceUsage().maxRSS * 1024)} at most, ${megabytes(before)} before`
  const share = ((100 * found) / (2 * documents)).toFixed(2)
  console.log(
    `candidates  ${documents} documents: ${seconds.toFixed(1)} s (${busy} s CPU), ${memory}, ${pairs.x.length} pairs, found ${share} %`,
  )
}

/** A tenth of the anchors comes from 2,000 names, the more frequent ones much oftener (Zipf). */
function syntheticAnchors(documents, size) {
  const next = random(1)
  const starts = Uint32Array.from({ length: documents + 1 }, (_, k) => k * size)
  const key = new Int32Array(documents * size)
  const weight = new Uint8Array(documents * size).fill(10)
  for (let k = 0; k < documents; k++) {
    const own = new Set()
    for (let i = 0; i < size / 2; i++) own.add(Math.imul(Math.floor(k / 5) * 16 + i + 1, 0x9e3779b1))
    while (own.size < (size * 9) / 10) own.add(Math.floor(next() * 2 ** 32) | 0)
    while (own.size < size) own.add(Math.floor(2000 ** next()))
    let at = k * size
    for (const anchor of own) key[at++] = anchor
  }
  return { starts, key, weight, language: Uint8Array.from({ length: documents }, (_, k) => k % 5) }
}

async function grouping(documents, kind) {
  const { unpackProfile } = await import('../../dist/group/packed.js')
  const { groupProfiles } = await import('../../dist/group/group.js')
  const folder = mkdtempSync(join(tmpdir(), 'profiles-'))
  const file = openSync(join(folder, 'profiles'), 'w+')
  try {
    const start = performance.now()
    const ends = await writeProfiles(documents, kind, file)
    const profiled = (performance.now() - start) / 1000
    globalThis.gc?.()
    const before = process.memoryUsage().rss
    const cpu = process.cpuUsage()
    const groups = groupProfiles({ count: documents, profileAt: k => unpackProfile(bytesAt(file, ends, k)) })
    const { user, system } = process.cpuUsage(cpu)
    const seconds = (performance.now() - start) / 1000 - profiled
    const most = process.resourceUsage().maxRSS * 1024
    const memory = `${megabytes(most)} at most, ${megabytes(most - before)} more than before`
    console.log(
      `${kind.padEnd(11)} ${documents} documents: ${profiled.toFixed(1)} s profiles, ${seconds.toFixed(1)} s groups (${((user + system) / 1e6).toFixed(1)} s CPU), ${memory}, F1 ${f1Of(groups, documents).toFixed(4)}`,
    )
  } finally {
    closeSync(file)
    rmSync(folder, { recursive: true })
  }
}

/** Writes profiles one behind another; where each ends. */
async function writeProfiles(documents, kind, file) {
  const { profileOf } = await import('../../dist/group/profile.js')
  const { packProfile } = await import('../../dist/group/packed.js')
  const { packOf } = await import('../../dist/languages/index.js')
  const ends = new Float64Array(documents + 1)
  let k = 0
  for (const document of documentsOf(kind)) {
    if (k === documents) break
    ends[k + 1] = ends[k] + writeSync(file, packProfile(profileOf(document, packOf)))
    k++
  }
  return ends
}

function bytesAt(file, ends, k) {
  const bytes = new Uint8Array(ends[k + 1] - ends[k])
  readSync(file, bytes, 0, bytes.length, ends[k])
  return bytes
}

function* documentsOf(kind) {
  if (kind === 'grouping') for (let k = 0; ; k++) yield syntheticDocument(k)
  let k = 0
  for (const { date, texts } of oneIssuer(kind, 7))
    for (const { tag, text } of texts) {
      const sha256 = createHash('sha256').update(text).digest('hex')
      const blocks = text.split('\n\n').map(part => ({ kind: 'paragraph', text: part }))
      yield { sha256, path: `${k++}.txt`, language: { tag }, dateline: { date }, blocks }
    }
}

function f1Of(groups, documents) {
  const two = n => (n * (n - 1)) / 2
  let [hits, given] = [0, 0]
  for (const { members } of groups) {
    given += two(members.length)
    const parts = new Map()
    for (const { document } of members)
      parts.set(Math.floor(document / 5), (parts.get(Math.floor(document / 5)) ?? 0) + 1)
    for (const n of parts.values()) hits += two(n)
  }
  return (2 * hits) / (given + 2 * documents)
}

/** Twelve sentences of names and numbers: two thirds of them the release's, the others of the issuer, one in fifty. */
function syntheticDocument(k) {
  const release = Math.floor(k / 5)
  const tag = LANGUAGES[k % 5]
  const own = random(release + 1)
  const issuer = random(1e6 + (release % Math.max(1, Math.floor(release / 50) + 20)))
  const blocks = Array.from({ length: 12 }, (_, i) => {
    const next = i % 3 === 2 ? issuer : own
    const names = Array.from({ length: 3 }, () => name(next)).join(' ')
    return { kind: 'paragraph', text: `${names} ${Math.floor(10 ** (1 + 4 * next()))} ${tag}${i} ${FILLER[tag]}.` }
  })
  const hash = `${k.toString(16).padStart(8, '0')}${Math.imul(k + 1, 0x9e3779b1) >>> 0}`
  return { sha256: hash, path: `${k}.txt`, language: { tag }, dateline: null, blocks }
}
const FILLER = {
  da: 'har i dag meddelt at den vil',
  de: 'hat heute mitgeteilt dass sie',
  en: 'has said today that it will',
  it: 'ha detto oggi che la sua',
  nl: 'heeft vandaag gezegd dat het',
}
const SYLLABLES = [
  'ba',
  'do',
  'fe',
  'gu',
  'ki',
  'la',
  'mo',
  'ne',
  'pu',
  'ri',
  'sa',
  'to',
  've',
  'wu',
  'zi',
  'kra',
  'sto',
  'ble',
]
function name(next) {
  let text = ''
  for (let k = 0; k < 3; k++) text += SYLLABLES[Math.floor(next() * SYLLABLES.length)]
  return text[0].toUpperCase() + text.slice(1)
}

const [way, count] = process.argv.slice(2)
if (way === 'candidates') await candidates(Number(count))
else if (way) await grouping(Number(count), way)
else
  for (const args of [
    ['candidates', 100_000],
    ['candidates', 1_000_000],
    ['grouping', 10_000],
    ['grouping', 100_000],
    ['daily', 10_000],
    ['daily', 100_000],
    ['template', 10_000],
    ['template', 100_000],
  ])
    execFileSync(process.execPath, ['--expose-gc', import.meta.filename, ...args.map(String)], { stdio: 'inherit' })
