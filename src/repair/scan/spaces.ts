/**
 * Spaces of a scan: read as a hyphen, a full stop or a low line, or lost behind a stop. A hyphen between two words is
 * mostly right, so it is taken for a space only beside a word of grammar that compounds are not made with.
 */
import type { LanguagePack } from '../../languages/pack.js'
import type { Repair } from '../../model.js'
import { functionWords } from '../../words/vote.js'
import { type Ground, replaced } from '../pass.js'
import { inAddress, tokenAround } from '../words.js'
import { partsOf } from './parts.js'
import { isCapitalCode, isLetterCode, isSmallCode, type ScanWords, wordEnd, wordStart } from './words.js'

/** So far a second hyphen of the same words is looked for. */
const NEARBY = 3000
/** Shorter words with a low line between them are names of programs as often as slips. */
const LONG_WORD = 5

// Of 132 and 69 repairs of half of the news and newsletters .86 and .99 were right (tests/eval/confidence.mjs).
const byWords: Ground = { kind: 'ocr', evidence: 'words', lossy: true, confidence: 0.85 }
const byShape: Ground = { kind: 'ocr', evidence: 'channel', lossy: true, confidence: 0.93 }

/** Mend the spaces of a scan. */
export function repairSpaces(text: string, pack: LanguagePack, words: ScanWords): Repair[] {
  const repairs: Repair[] = []
  for (let at = 1; at < text.length - 1; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x5f || isLetterCode(code)) continue
    const repair =
      code === 0x2c || code === 0x3a || code === 0x3b || code === 0x21
        ? behindStop(text, at)
        : code === 0x2d || code === 0x2e || code === 0x5f
          ? signForSpace(text, at, pack, words)
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

function signForSpace(text: string, at: number, pack: LanguagePack, words: ScanWords): Repair | null {
  if (!isSmallCode(text.charCodeAt(at - 1)) || !isLetterCode(text.charCodeAt(at + 1))) return null
  const sign = text[at]!
  const one = text.slice(wordStart(text, at), at).toLowerCase()
  const end = wordEnd(text, at + 1)
  const two = text.slice(at + 1, end).toLowerCase()
  if (one.length + two.length < 4 || inAddress(text, at)) return null
  if (one.length < 2 || two.length < 2 || !words.known(one) || !words.known(two)) return null
  if (sign === '_')
    return grammar(one, two, pack) || Math.min(one.length, two.length) >= LONG_WORD
      ? replaced(text, at, 1, ' ', byShape)
      : null
  if (sign === '.') return fullStop(text, at, one, two, pack, words)
  if (tokenAround(text, at).split('-').length > 2) return null
  if (twice(text, at, end)) return null
  return standsApart(one, two, pack) ? replaced(text, at, 1, ' ', byWords) : null
}

/** Is one of two words one of grammar? */
const grammar = (one: string, two: string, pack: LanguagePack) =>
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
  if (!parts.compounding && (functions.has(one) || functions.has(two))) return true
  return (
    (functions.has(one) && parts.first(one) <= parts.limit) || (functions.has(two) && parts.last(two) <= parts.limit)
  )
}

function fullStop(
  text: string,
  at: number,
  one: string,
  two: string,
  pack: LanguagePack,
  words: ScanWords,
): Repair | null {
  if (one.length < 2 || two.length < 2 || tokenAround(text, at).split('.').length > 3) return null
  if (
    text[wordStart(text, at) - 1] === '.' ||
    (text[wordEnd(text, at + 1)] === '.' && text.charCodeAt(wordEnd(text, at + 1) + 1) > 32)
  )
    return null
  const functions = functionWords(pack)
  if (!isCapitalCode(text.charCodeAt(at + 1)) || functions.has(one)) {
    return grammar(one, two, pack) || (words.rank(one) < 20_000 && words.rank(two) < 20_000 && two.length > 3)
      ? replaced(text, at, 1, ' ', byWords)
      : null
  }
  const names = isCapitalCode(text.charCodeAt(wordStart(text, at)))
  return names ? null : replaced(text, at + 1, 0, ' ', byShape)
}
