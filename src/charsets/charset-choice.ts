/**
 * Which single-byte charset a text is in. Every stretch of letters and bytes above 7F is decoded in each charset that
 * a language's texts come in, and read (`reader.ts`); the words without such bytes say which languages the text is
 * in, and so which charsets are likely before any stretch is read. A charset that falls far behind is read no
 * further, so that a long text costs little more than its best reading.
 */

import type { LanguagePack } from '../languages/pack.js'
import { isAsciiLetter } from '../tokens/characters.js'
import { languageShares, readerOf } from '../words/reader.js'
import { afterOf, type Beside, beforeOf } from '../words/sign-places.js'
import { charsetTable } from './charset.js'

/** Each step down a pack's list of charsets is e^-0.8 less likely; a charset that no language lists is left out. */
const RANK_STEP = -0.8
/** So many different stretches decide; more would only cost time. */
const STRETCHES_JUDGED = 3000
/** Readings are compared after so many stretches, and those so far behind are dropped (natural logarithm). */
const ROUND = 40
const HOPELESS = -60
/** No stretch is longer: what is, is cut. */
const LONGEST_STRETCH = 60
/** So many words without bytes above 7F tell the languages, from all over the first part of the text. */
const WORDS_READ = 400
const SPANS_KEPT = 40_000
/** Bytes looked at. */
const SAMPLE_BYTES = 4 << 20
/** A stretch that comes again says less the second time. */
const weightOf = (count: number) => 1 + Math.log(count)

/** `margin` is the distance to the best reading that gives another text, and `mean` the score of a stretch (natural logarithms). */
export interface CharsetChoice {
  readonly charset: string
  readonly margin: number
  readonly mean: number
}

interface Stretch {
  readonly bytes: Uint8Array
  readonly before: Beside
  readonly after: Beside
  count: number
}

/** The charset in which the bytes read best; null where there are no bytes above 7F or no charsets. */
export function chooseCharset(bytes: Uint8Array, packs: readonly LanguagePack[]): CharsetChoice | null {
  const { stretches, words } = survey(bytes)
  if (stretches.length === 0) return null
  const shares = languageShares(words, packs)
  const { read } = readerOf(packs, shares)
  const all = candidates(packs, shares).map(c => ({ ...c, chars: charsetTable(c.charset).chars, texts: '' }))
  let left = all
  for (const [k, { bytes: stretch, before, after, count }] of stretches.entries()) {
    const seen = new Map<string, number>()
    for (const c of left) {
      const text = decoded(stretch, c.chars)
      let score = seen.get(text)
      if (score === undefined) {
        score = read(text, before, after) * weightOf(count)
        seen.set(text, score)
      }
      c.score += score
    }
    if (k % ROUND === ROUND - 1) {
      const best = Math.max(...left.map(c => c.score))
      left = left.filter(c => c.score > best + HOPELESS)
    }
  }
  return choice(all, left, stretches)
}

interface Candidate {
  readonly charset: string
  readonly chars: string
  score: number
}

function choice(
  all: readonly Candidate[],
  left: readonly Candidate[],
  stretches: readonly Stretch[],
): CharsetChoice | null {
  const best = left.reduce<Candidate | null>((a, b) => (a && a.score >= b.score ? a : b), null)
  if (!best) return null
  const differs = (c: Candidate) => stretches.some(s => decoded(s.bytes, c.chars) !== decoded(s.bytes, best.chars))
  const rivals = left.filter(c => c !== best && differs(c))
  const margin = Math.min(all.length > left.length ? -HOPELESS : Infinity, ...rivals.map(c => best.score - c.score))
  return { charset: best.charset, margin, mean: best.score / stretches.reduce((sum, s) => sum + weightOf(s.count), 0) }
}

/** Every charset of the packs, with its probability before reading. */
function candidates(packs: readonly LanguagePack[], shares: readonly number[]): { charset: string; score: number }[] {
  const prior = new Map<string, number>()
  for (const [k, pack] of packs.entries()) {
    for (const [rank, charset] of pack.charsets.entries()) {
      prior.set(charset, (prior.get(charset) ?? 0) + shares[k]! * Math.exp(RANK_STEP * rank))
    }
  }
  return Array.from(prior, ([charset, share]) => ({ charset, score: Math.log(share) }))
}

function decoded(bytes: Uint8Array, chars: string): string {
  let text = ''
  for (let i = 0; i < bytes.length; i++) text += chars[bytes[i]!]!
  return text
}

/** The stretches with a byte above 7F, each once, in order; and the words without. */
function survey(bytes: Uint8Array): { stretches: Stretch[]; words: string[] } {
  const stretches = new Map<string, Stretch>()
  const spans: number[] = []
  const end = Math.min(bytes.length, SAMPLE_BYTES)
  for (let i = 0; i < end && stretches.size < STRETCHES_JUDGED; ) {
    const start = i
    let high = false
    for (; i < end && i - start < LONGEST_STRETCH; i++) {
      if (bytes[i]! > 0x7f) high = true
      else if (!isAsciiLetter(bytes[i]!)) break
    }
    if (i === start) i++
    else if (high) add(stretches, bytes, start, i)
    else if (spans.length < SPANS_KEPT) spans.push(start, i)
  }
  const words: string[] = []
  const step = 2 * Math.ceil(spans.length / 2 / WORDS_READ)
  for (let k = 0; k < spans.length; k += step) words.push(latin1(bytes.subarray(spans[k], spans[k + 1])).toLowerCase())
  return { stretches: [...stretches.values()], words }
}

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

function add(stretches: Map<string, Stretch>, bytes: Uint8Array, start: number, end: number): void {
  const before = beforeOf(bytes[start - 1] ?? Number.NaN, bytes[start - 2] ?? Number.NaN)
  const after = afterOf(bytes[end] ?? Number.NaN, bytes[end + 1] ?? Number.NaN)
  const stretch = bytes.subarray(start, end)
  const key = before + latin1(stretch) + after
  const known = stretches.get(key)
  if (known) known.count++
  else stretches.set(key, { bytes: stretch, before, after, count: 1 })
}
