/**
 * Repair beside its peer, `fix_text` of @photostructure/ftfy: MB/s, ratio, and peak memory, on clean and on damaged text.
 * Each figure is a process of its own: one round to warm up, then the best of nine. The texts are the fixtures'
 * as they come out of parawire, or the .txt files under DIR; or, where DIR is a work folder of `npm run eval` (`--keep`),
 * every channel of its damage, and all damaged channels together.
 *
 *     npm install --no-save @photostructure/ftfy@0.0.2 && npm run build && node tests/bench/repair.bench.mjs [DIR]
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { peerFixText } from './peer.mjs'

const ROUNDS = 9
const [folder = fileURLToPath(new URL('../../fixtures', import.meta.url)), kind, tool] = process.argv.slice(2)

const channels = join(folder, 'damage', 'damage')
const kept = existsSync(channels)

/** What is done to a clean text. */
const damages = {
  clean: text => text,
  'UTF-8 read as windows-1252': (text, { decodeSingleByte }) =>
    decodeSingleByte(Buffer.from(text, 'utf8'), 'windows-1252'),
  'every letter beyond ASCII a ?': text => text.replace(/[^\0-\x7f]/g, '?'),
  'mojibake, scanned': (text, { decodeSingleByte }) =>
    decodeSingleByte(Buffer.from(text, 'utf8'), 'windows-1252')
      .replace(/â€[^\0-\x7f]/g, 'a??')
      .replaceAll('Ã', 'A'),
}

async function textsOf() {
  const { repair } = await import('../../dist/index.js')
  const read = root =>
    readdirSync(root, { recursive: true })
      .filter(name => /(?<!expected)\.txt$/.test(name))
      .map(name => readFileSync(join(root, name), 'utf8'))
  if (kept) return read(join(channels, kind))
  const charset = await import('../../dist/charsets/charset.js')
  return read(folder)
    .map(text => repair(text).text)
    .filter(text => !/[\0-\x08\x0e-\x1f\x80-\x9f\ufffd]/.test(text))
    .map(text => damages[kind](text, charset))
}

async function measure() {
  const { repair } = await import('../../dist/index.js')
  const texts = await textsOf()
  const fixText = tool === 'parawire' ? null : await peerFixText()
  const run = tool === 'parawire' ? text => repair(text) : text => fixText(text)
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const seconds = Array.from({ length: ROUNDS + 1 }, () => {
    const start = process.hrtime.bigint()
    for (const text of texts) run(text)
    return Number(process.hrtime.bigint() - start) / 1e9
  }).slice(1)
  const best = Math.min(...seconds)
  console.log(JSON.stringify({ rate: bytes / 1e6 / best, memory: process.resourceUsage().maxRSS / 1024, best, bytes }))
}

async function compare() {
  await peerFixText()
  console.log(`${'MB/s (peak memory)'.padEnd(32)}${'parawire'.padStart(18)}${'ftfy'.padStart(18)}     ratio`)
  const all = [0, 0]
  for (const kind of kept ? readdirSync(channels).sort() : Object.keys(damages)) {
    const [ours, theirs] = ['parawire', 'ftfy'].map(tool =>
      JSON.parse(
        execFileSync(process.execPath, [fileURLToPath(import.meta.url), folder, kind, tool], { encoding: 'utf8' }),
      ),
    )
    const cell = ({ rate, memory }) => `${rate.toFixed(2)} (${memory.toFixed(0)} MB)`.padStart(18)
    console.log(`${kind.padEnd(32)}${cell(ours)}${cell(theirs)}${(ours.rate / theirs.rate).toFixed(2).padStart(10)}`)
    if (kind === 'clean') continue
    all[0] += ours.best
    all[1] += theirs.best
  }
  console.log(`${'all damaged together'.padEnd(68)}${(all[1] / all[0]).toFixed(2).padStart(10)}`)
}

if (kind === undefined) await compare()
else await measure()
