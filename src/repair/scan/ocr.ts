/**
 * A scanner's own slips: look-alike letters, signs for spaces, words run together. Only for texts that are known to be
 * scans, or that show it by themselves: names, compounds and foreign words are in no list either, and in a clean text
 * nothing may be touched.
 */

import type { LanguagePack } from '../../languages/pack.js'
import type { Repair, Span } from '../../model.js'
import { isDigit } from '../../tokens/characters.js'
import { functionWords } from '../../words/vote.js'
import { confidenceOfSlip, LEAST_MARGIN } from '../confidence.js'
import { grown, lowerCode } from '../hash.js'
import { disjoint, type Ground, NOTHING, type Pass, replaced } from '../pass.js'
import { inAddress, tokenAround } from '../words.js'
import { lookalikesOf, readSlip } from './slips.js'
import {
  DOUBTFUL_RANK,
  isCapitalCode,
  isLetterCode,
  isSmallCode,
  type LearnedCounts,
  partsOf,
  type ScanWords,
  scanWords,
  wordEnd,
  wordStart,
} from './words.js'

/** Mend look-alikes, signs for spaces and glued words of a scan. */
export function repairOcr(text: string, pack: LanguagePack, learned?: LearnedCounts): Pass {
  if (pack.script !== 'Latn') return NOTHING
  const words = scanWords(text, pack, learned)
  const repairs: Repair[] = repairSpaces(text, words)
  for (let at = 0; at < text.length; at++) {
    const start = at
    let sum = 0
    let plain = true
    for (let code = wordCode(text, at); code !== 0; code = wordCode(text, ++at)) {
      sum = grown(sum, code)
      plain &&= code >= 0x61 && code !== BAR
    }
    if (start === at || (words.frequent.has(sum) && text[at] !== '’')) continue
    const repair = wordRepair(text, { start, end: at, sum, plain }, words)
    if (repair) repairs.push(repair)
  }
  return { repairs: disjoint(repairs) }
}

const BAR = 0x7c

/** Letters (small), digits, and the bar that is read for a letter; 0 for the rest. */
function wordCode(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return lowerCode(code) || (isDigit(code) || code === BAR ? code : 0)
}

/** One digit in a word of small letters. */
const MISREAD_DIGIT = /^[01]\p{Ll}{2,}$|^\p{Lu}?\p{Ll}{2,}\d\p{Ll}+$|^\p{Lu}?\p{Ll}+\d\p{Ll}{2,}$/u

/** A run of letters, digits and bars, the sum of its letters, and whether it has nothing but letters. */
interface Found extends Span {
  readonly sum: number
  readonly plain: boolean
}

function wordRepair(text: string, found: Found, words: ScanWords): Repair | null {
  const { start, end } = found
  const word = text.slice(start, end)
  const lower = word.toLowerCase()
  if (word === '|') return bar(text, start, words)
  const stem = text[end] === '’' ? elided(lower, words.pack) : null
  if (stem) return replaced(text, start, end - start, stem, ground('grammar', 0.95))
  if (words.listed.has(found.sum) && words.rank(lower) < DOUBTFUL_RANK) return null
  if (!found.plain) {
    if (/^[\d|]+$/.test(word)) return null
    const initials = initialsOf(word, words)
    if (initials) return replaced(text, start, end - start, initials, ground('document', 0.9))
    if (/\d/.test(word) && !MISREAD_DIGIT.test(word)) return null
  }
  const slip = readSlip(word, startsSentence(text, start), words)
  if (!slip || (slip.kind === 'comma' && text.charCodeAt(end) > 32)) return null
  if (inAddress(text, start) || /[\d.][\d.]$/.test(text.slice(Math.max(0, start - 2), start))) return null
  if (slip.margin < LEAST_MARGIN.slip) return null
  return replaced(text, start, end - start, slip.after, ground('words', confidenceOfSlip(slip.margin, 'slip')))
}

/** `guest’anno`: what stands before the apostrophe is one look-alike away from a word that loses its vowel. */
function elided(lower: string, pack: LanguagePack): string | null {
  if (lower.length < 3 || pack.elisions.length === 0 || pack.elisions.includes(lower)) return null
  for (let at = 0; at < lower.length; at++) {
    for (const { seen, meant, cost } of lookalikesOf(pack).get(lower.charCodeAt(at)) ?? []) {
      if (cost > 0 || !lower.startsWith(seen, at)) continue
      const reading = lower.slice(0, at) + meant + lower.slice(at + seen.length)
      if (reading.length > 3 && pack.elisions.includes(reading)) return reading
    }
  }
  return null
}

function ground(evidence: Ground['evidence'], confidence: number): Ground {
  return { kind: 'ocr', evidence, lossy: true, confidence }
}

/** A bar alone, where a line or a sentence begins and a word follows. */
function bar(text: string, at: number, words: ScanWords): Repair | null {
  if (!startsSentence(text, at) || !/^\s\p{L}/u.test(text.slice(at + 1, at + 3)) || !words.known('i')) return null
  return replaced(text, at, 1, 'I', ground('channel', 0.85))
}

/** `1A` where the document has `IA`. */
function initialsOf(word: string, words: ScanWords): string | null {
  if (!/^(?=.*1)(?=.*\p{Lu})[\p{Lu}1]{2,5}$/u.test(word)) return null
  const meant = word.replaceAll('1', 'I')
  return words.count(meant.toLowerCase()) > 0 ? meant : null
}

/** At the beginning of the text, a line's paragraph, a sentence or a quotation. */
function startsSentence(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && (text[before] === ' ' || '"“„«»‚‘'.includes(text[before]!))) before--
  return before < 0 || '.!?:\n\f'.includes(text[before]!)
}

// --- spaces --------------------------------------------------------------------------------------------------------------
// Read as a hyphen, a full stop or a low line, or lost behind a stop. A hyphen between two words is mostly right, so it is
// taken for a space only beside a word of grammar that compounds are not made with.

/** So far a second hyphen of the same words is looked for. */
const NEARBY = 3000
/** Shorter words with a low line between them are names of programs as often as slips. */
const LONG_WORD = 5

// Of 132 and 69 repairs of half of the news and newsletters .86 and .99 were right (tests/eval/confidence.mjs).
const byWords = ground('words', 0.85)
const byShape = ground('channel', 0.93)

function repairSpaces(text: string, words: ScanWords): Repair[] {
  const repairs: Repair[] = []
  for (let at = 1; at < text.length - 1; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x5f || isLetterCode(code)) continue
    const repair =
      code === 0x2c || code === 0x3a || code === 0x3b || code === 0x21
        ? behindStop(text, at)
        : code === 0x2d || code === 0x2e || code === 0x5f
          ? signForSpace(text, at, words)
          : null
    if (repair) repairs.push(repair)
  }
  return repairs
}

/** `one,two` and `one,.two`: a space lost, or read as a sign. */
function behindStop(text: string, at: number): Repair | null {
  if (!isSmallCode(text.charCodeAt(at - 1))) return null
  const next = text.charCodeAt(at + 1)
  const sign = next === 0x2e || next === 0x2d ? 1 : 0
  const letter = text.charCodeAt(at + 1 + sign)
  if (!isLetterCode(letter) || !isLetterCode(text.charCodeAt(at + 2 + sign))) return null
  if (text[at] === ':' && !isCapitalCode(letter)) return null
  if (inAddress(text, at)) return null
  return replaced(text, at + 1, sign, ' ', byShape)
}

function signForSpace(text: string, at: number, words: ScanWords): Repair | null {
  if (!isSmallCode(text.charCodeAt(at - 1)) || !isLetterCode(text.charCodeAt(at + 1))) return null
  const sign = text[at]!
  const one = text.slice(wordStart(text, at), at).toLowerCase()
  const end = wordEnd(text, at + 1)
  const two = text.slice(at + 1, end).toLowerCase()
  if (one.length + two.length < 4 || inAddress(text, at)) return null
  if (one.length < 2 || two.length < 2 || !words.known(one) || !words.known(two)) return null
  if (sign === '_')
    return isGrammar(one, two, words.pack) || Math.min(one.length, two.length) >= LONG_WORD
      ? replaced(text, at, 1, ' ', byShape)
      : null
  if (sign === '.') return fullStop(text, at, one, two, words)
  if (tokenAround(text, at).split('-').length > 2) return null
  if (twice(text, at, end)) return null
  return standsApart(one, two, words.pack) ? replaced(text, at, 1, ' ', byWords) : null
}

/** Is one of two words one of grammar? */
const isGrammar = (one: string, two: string, pack: LanguagePack) =>
  functionWords(pack).has(one) || functionWords(pack).has(two)

/** Does the same stand nearby once more? A slip seldom comes twice. */
function twice(text: string, at: number, end: number): boolean {
  const start = wordStart(text, at)
  const near = text.slice(Math.max(0, start - NEARBY), start) + text.slice(end, end + NEARBY)
  return near.toLowerCase().includes(text.slice(start, end).toLowerCase())
}

/** One of two words is one of grammar, and no part of compounds. */
function standsApart(one: string, two: string, pack: LanguagePack): boolean {
  const functions = functionWords(pack)
  const parts = partsOf(pack)
  if (!parts.compounding && isGrammar(one, two, pack)) return true
  return (
    (functions.has(one) && parts.first(one) <= parts.limit) || (functions.has(two) && parts.last(two) <= parts.limit)
  )
}

function fullStop(text: string, at: number, one: string, two: string, words: ScanWords): Repair | null {
  if (tokenAround(text, at).split('.').length > 3) return null
  if (
    text[wordStart(text, at) - 1] === '.' ||
    (text[wordEnd(text, at + 1)] === '.' && text.charCodeAt(wordEnd(text, at + 1) + 1) > 32)
  )
    return null
  if (!isCapitalCode(text.charCodeAt(at + 1)) || functionWords(words.pack).has(one)) {
    return isGrammar(one, two, words.pack) || (words.rank(one) < 20_000 && words.rank(two) < 20_000 && two.length > 3)
      ? replaced(text, at, 1, ' ', byWords)
      : null
  }
  const names = isCapitalCode(text.charCodeAt(wordStart(text, at)))
  return names ? null : replaced(text, at + 1, 0, ' ', byShape)
}
