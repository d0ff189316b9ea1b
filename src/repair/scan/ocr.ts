/**
 * A scanner's own slips: look-alike letters, signs for spaces, words run together. Only for texts that are known to be
 * scans, or that show it by themselves: names, compounds and foreign words are in no list either, and in a clean text
 * nothing may be touched.
 */
import type { LanguagePack } from '../../languages/pack.js'
import type { Repair, Span } from '../../model.js'
import { confidenceOfSlip, LEAST_MARGIN } from '../confidence.js'
import { disjoint, type Ground, NOTHING, type Pass, replaced } from '../pass.js'
import { inAddress } from '../words.js'
import { grown, lowerCode } from './hash.js'
import { lookalikesOf } from './lookalikes.js'
import { readSlip } from './slips.js'
import { repairSpaces } from './spaces.js'
import { DOUBTFUL_RANK, isDigitCode, type LearnedCounts, type ScanWords, scanWords } from './words.js'

/** Mend look-alikes, signs for spaces and glued words of a scan. */
export function repairOcr(text: string, pack: LanguagePack, learned?: LearnedCounts): Pass {
  if (pack.script !== 'Latn') return NOTHING
  const words = scanWords(text, pack, learned)
  const repairs: Repair[] = repairSpaces(text, pack, words)
  for (let at = 0; at < text.length; at++) {
    const start = at
    let sum = 0
    let plain = true
    for (let code = wordCode(text, at); code !== 0; code = wordCode(text, ++at)) {
      sum = grown(sum, code)
      plain &&= code >= 0x61 && code !== BAR
    }
    if (start === at || (words.frequent.has(sum) && text[at] !== '’')) continue
    const repair = wordRepair(text, { start, end: at, sum, plain }, pack, words)
    if (repair) repairs.push(repair)
  }
  return { repairs: disjoint(repairs) }
}

const BAR = 0x7c

/** Letters (small), digits, and the bar that is read for a letter; 0 for the rest. */
function wordCode(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return lowerCode(code) || (isDigitCode(code) || code === BAR ? code : 0)
}

/** One digit in a word of small letters. */
const MISREAD_DIGIT = /^[01]\p{Ll}{2,}$|^\p{Lu}?\p{Ll}{2,}\d\p{Ll}+$|^\p{Lu}?\p{Ll}+\d\p{Ll}{2,}$/u

/** A run of letters, digits and bars, the sum of its letters, and whether it has nothing but letters. */
interface Found extends Span {
  readonly sum: number
  readonly plain: boolean
}

function wordRepair(text: string, found: Found, pack: LanguagePack, words: ScanWords): Repair | null {
  const { start, end } = found
  const word = text.slice(start, end)
  const lower = word.toLowerCase()
  if (word === '|') return bar(text, start, words)
  const stem = text[end] === '’' ? elided(lower, pack) : null
  if (stem) return replaced(text, start, end - start, stem, ground('grammar', 0.95))
  if (words.listed.has(found.sum) && words.rank(lower) < DOUBTFUL_RANK) return null
  if (!found.plain) {
    if (/^[\d|]+$/.test(word)) return null
    const initials = initialsOf(word, words)
    if (initials) return replaced(text, start, end - start, initials, ground('document', 0.9))
    if (/\d/.test(word) && !MISREAD_DIGIT.test(word)) return null
  }
  const slip = readSlip(word, startsSentence(text, start), pack, words)
  if (!slip || (slip.kind === 'comma' && text.charCodeAt(end) > 32)) return null
  if (inAddress(text, start) || /[\d.][\d.]$/.test(text.slice(Math.max(0, start - 2), start))) return null
  if (slip.margin < LEAST_MARGIN.slip) return null
  return replaced(text, start, end - start, slip.after, ground('words', confidenceOfSlip(slip.margin, 'slip')))
}

/** `guest’anno`: what stands before the apostrophe is one look-alike away from a word that loses its vowel. */
function elided(lower: string, pack: LanguagePack): string | null {
  if (lower.length < 3 || pack.elisions.length === 0 || pack.elisions.includes(lower)) return null
  const table = lookalikesOf(pack)
  for (let at = 0; at < lower.length; at++) {
    for (const { seen, meant, cost } of table.get(lower.charCodeAt(at)) ?? []) {
      if (cost > 0 || !lower.startsWith(seen, at)) continue
      const reading = lower.slice(0, at) + meant + lower.slice(at + seen.length)
      if (reading.length > 3 && pack.elisions.includes(reading)) return reading
    }
  }
  return null
}

const ground = (evidence: 'words' | 'grammar' | 'document' | 'channel', confidence: number): Ground => ({
  kind: 'ocr',
  evidence,
  lossy: true,
  confidence,
})

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
