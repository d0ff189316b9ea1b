/**
 * A scanner's own slips: look-alike letters, signs for spaces, words run together. Only for texts that `ocr-mojibake`
 * has shown to be scans. A word is changed only if it is unknown and exactly one reading of it is known, in the
 * language's list or from the document itself.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Repair } from '../model.js'
import { disjoint, type Ground, type Pass, replaced } from './pass.js'
import { inAddress, lettersAfter, lettersBefore, tokenAround, type Vocabulary, vocabulary } from './words.js'

/** What is read for what, one place a word: [seen, meant]. */
const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/fl/g, 'fi'],
  [/gu/g, 'qu'],
  [/e/g, 'c'],
  [/c/g, 'e'],
  [/j/g, 'i'],
  [/m/g, 'rn'],
  [/rn/g, 'm'],
  [/^l(?=[bcdfgjkmnpqrstvwxz])/g, 'I'],
  [/^0/g, ''],
  [/1/g, 'l'],
  [/1/g, 'i'],
  [/0/g, 'o'],
]

const byWords: Ground = { kind: 'ocr', evidence: 'words', lossy: true, confidence: 0.9 }
const byDocument: Ground = { kind: 'ocr', evidence: 'document', lossy: true, confidence: 0.9 }
const byShape: Ground = { kind: 'ocr', evidence: 'channel', lossy: true, confidence: 0.8 }

const TOKEN = /[\p{L}\p{M}\p{N}]+/gu
/** A sign where a space may belong, between two words. */
const SIGN_FOR_SPACE = /(?<=\p{Ll})[-._](?=\p{Ll})/gu
/** A bar where a line or a sentence begins. */
const BAR = /(?<=^|[.!?:] )\|(?= \p{L})/gmu

/** Mend look-alikes, signs for spaces and glued words of a scan. */
export function repairOcr(text: string, pack: LanguagePack): Pass {
  const words = vocabulary(text, pack)
  const repairs: Repair[] = Array.from(text.matchAll(BAR), m => replaced(text, m.index, 1, 'I', byShape))
  for (const match of text.matchAll(SIGN_FOR_SPACE)) {
    const repair = signForSpace(text, match.index, words)
    if (repair) repairs.push(repair)
  }
  for (const match of text.matchAll(TOKEN)) {
    const repair = token(text, match[0], match.index, words)
    if (repair) repairs.push(repair)
  }
  return { repairs: disjoint(repairs) }
}

function signForSpace(text: string, at: number, words: Vocabulary): Repair | null {
  if (inAddress(text, at) || isChain(text, at)) return null
  const one = lettersBefore(text, at)
  const two = lettersAfter(text, at + 1)
  const sign = text[at]
  const known = (word: string) => words.isFunctionWord(word) || words.rank(word) !== undefined
  const oneFunction = words.isFunctionWord(one) || words.isFunctionWord(two)
  if (sign !== '_' && !(known(one) && known(two) && oneFunction)) return null
  return replaced(text, at, 1, ' ', sign === '_' ? byShape : byWords)
}

/** Part of a chain of hyphens: the rest of a broken address rather than words. */
const isChain = (text: string, at: number) => tokenAround(text, at).split('-').length > 3

function token(text: string, word: string, at: number, words: Vocabulary): Repair | null {
  if (word.length < 2 || word.length > 40 || words.rank(word) !== undefined) return null
  return initials(text, word, at, words) ?? lookalike(text, word, at, words) ?? glued(text, word, at, words)
}

/** `1A` where the document has `IA`. */
function initials(text: string, word: string, at: number, words: Vocabulary): Repair | null {
  if (!/^(?=.*1)(?=.*\p{Lu})[\p{Lu}1]{2,5}$/u.test(word)) return null
  const meant = word.replaceAll('1', 'I')
  return words.count(meant) > 0 ? replaced(text, at, word.length, meant, byDocument) : null
}

function lookalike(text: string, word: string, at: number, words: Vocabulary): Repair | null {
  if (/^\d+$/.test(word) || /\p{Lu}/u.test(word.slice(1))) return null
  const seen = words.count(word)
  const meant = new Map<string, Ground>()
  for (const [pattern, by] of LOOKALIKES) {
    for (const match of word.matchAll(pattern)) {
      const reading = word.slice(0, match.index) + by + word.slice(match.index + match[0].length)
      if (words.rank(reading) !== undefined) meant.set(reading, byWords)
      else if (reading.length > 4 && words.count(reading) > 0 && seen === 1) meant.set(reading, byDocument)
    }
  }
  if (meant.size !== 1) return null
  const [[reading, ground]] = meant as unknown as [[string, Ground]]
  return replaced(text, at, word.length, reading, ground)
}

/** `aRoma` and `Romaj`: a short word, or a comma read as j, run together with a name that the document has. */
function glued(text: string, word: string, at: number, words: Vocabulary): Repair | null {
  const parts = /^(\p{Ll}{1,4})?(\p{Lu}\p{Ll}{3,}?)(j)?$/u.exec(word)
  if (!parts || words.count(parts[2]!) < 2) return null
  const [, before, name, comma] = parts
  if (before === undefined && comma === undefined) return null
  if (before !== undefined && !words.isFunctionWord(before)) return null
  return replaced(text, at, word.length, (before ? `${before} ` : '') + name + (comma ? ',' : ''), byDocument)
}
