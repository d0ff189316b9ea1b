/**
 * Text of one single-byte charset that was read in another: Hebrew as windows-1252 (`ùìåí`), Mac Roman or a DOS page
 * as windows-1252 and the reverse. Nothing in the bytes proves it, so the language decides: the words with characters
 * above 7F must read much better in the other charset, as a whole and word by word. Text that reads well as it is,
 * is left before any other reading is tried.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Repair } from '../model.js'
import { charsetTable } from '../text/charset.js'
import { knownWords, readingScore } from '../text/reading.js'
import { likeliestPack } from '../text/vote.js'
import { type Ground, type Pass, replaced } from './pass.js'

/** [charset the text is in, charset it was read in]. */
const MIXUPS = [
  ['windows-1255', 'windows-1252'],
  ['cp862', 'windows-1252'],
  ['macroman', 'windows-1252'],
  ['cp850', 'windows-1252'],
  ['windows-1252', 'cp850'],
  ['windows-1252', 'macroman'],
  ['cp862', 'cp850'],
] as const
/** So much better must the words read altogether: two words known instead of broken. */
const GAIN_NEEDED = 8
/** Average of the words read rightly; a clean text has about 2 a word. */
const AVERAGE_NEEDED = 1
/** So many different words must be known: better-looking letters alone make no text. */
const KNOWN_NEEDED = 2
/** A text whose own words read this well is not looked at further. */
const READS_WELL = 0.8
/** So many different words are judged, out of so many seen; and no word is longer. */
const WORDS_JUDGED = 2000
const WORDS_SEEN = 50_000
const LONGEST_WORD = 200

const ground: Ground = { kind: 'mojibake', evidence: 'words', lossy: false, confidence: 0.97 }

interface Word {
  readonly text: string
  readonly start: number
}

/** Read the words above 7F in the charset they were written in, where that makes sense of them. */
export function repairCharsetMixup(text: string, packs: readonly LanguagePack[]): Pass {
  const distinct = sample(text)
  if (distinct.length === 0) return { repairs: [] }
  const likely = likeliestPack(text, packs)
  if (likely && readingScore(distinct.join('\n'), likely) > distinct.length * READS_WELL) return { repairs: [] }
  const own = bestScore(distinct, packs)
  if (own.score > distinct.length * READS_WELL) return { repairs: [] }
  const mixup = bestMixup(distinct, packs, own.score)
  return { repairs: mixup ? Array.from(wordsAbove7F(text)).flatMap(w => reread(text, w, mixup) ?? []) : [] }
}

/** Different words with characters above 7F, from the beginning of the text. */
function sample(text: string): string[] {
  const distinct = new Set<string>()
  let seen = 0
  for (const word of wordsAbove7F(text)) {
    distinct.add(word.text)
    if (distinct.size === WORDS_JUDGED || ++seen === WORDS_SEEN) break
  }
  return [...distinct]
}

/** Stretches between white space that hold a character above 7F, cut at a length that no word has. */
function* wordsAbove7F(text: string): Generator<Word> {
  const above = /[^\0-\x7f]/g
  let last = 0
  for (let match = above.exec(text); match; match = above.exec(text)) {
    const from = Math.max(last, match.index - LONGEST_WORD)
    let start = match.index
    while (start > from && text.charCodeAt(start - 1) > 0x20) start--
    let end = match.index + 1
    while (end < text.length && end - match.index < LONGEST_WORD && text.charCodeAt(end) > 0x20) end++
    last = end
    yield { text: text.slice(start, end), start }
    above.lastIndex = end
  }
}

interface Mixup {
  readonly convert: (word: string) => string | null
  readonly pack: LanguagePack
}

function bestMixup(distinct: readonly string[], packs: readonly LanguagePack[], own: number): Mixup | null {
  let best: (Mixup & { score: number }) | null = null
  for (const [wrote, read] of MIXUPS) {
    const convert = converter(wrote, read)
    const converted = distinct.map(word => convert(word) ?? word)
    const { score, pack } = bestScore(converted, packs)
    const enough = score - own >= GAIN_NEEDED && score >= distinct.length * AVERAGE_NEEDED && score > (best?.score ?? 0)
    if (!enough) continue
    if (knownWords(converted.join('\n'), pack) >= KNOWN_NEEDED) best = { convert, pack, score }
  }
  return best
}

function bestScore(words: readonly string[], packs: readonly LanguagePack[]): { score: number; pack: LanguagePack } {
  const joined = words.join('\n')
  const scores = packs.map(pack => readingScore(joined, pack))
  const score = Math.max(...scores)
  return { score, pack: packs[scores.indexOf(score)]! }
}

/** A word as bytes of `read`, decoded in `wrote`; null where a character has no byte. */
function converter(wrote: string, read: string): (word: string) => string | null {
  const { bytes } = charsetTable(read)
  const { chars } = charsetTable(wrote)
  return word => {
    let out = ''
    for (const char of word) {
      const byte = bytes.get(char)
      if (byte === undefined) return null
      out += chars[byte]!
    }
    return out
  }
}

function reread(text: string, word: Word, { convert, pack }: Mixup): Repair | null {
  const meant = convert(word.text)
  if (meant === null || meant === word.text) return null
  if (readingScore(meant, pack) < readingScore(word.text, pack)) return null
  return replaced(text, word.start, word.text.length, meant, ground)
}
