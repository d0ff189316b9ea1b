/**
 * Hebrew mojibake whose C1 controls were deleted and whose no-break spaces became spaces. UTF-8 read as windows-1252
 * keeps five bytes as controls (81 8D 8F 90 9D); without them a lead byte stands alone (what becomes of `â€` and `Â`
 * is in `altered-mojibake.ts`):
 *
 *     // > | ×זרחי מקדו× יה
 *     //     א          נ
 *
 * In Hebrew `×` alone is alef (D7 90) or final mem (D7 9D), with a space it is nun (D7 A0) or one of them and a real
 * space: the words that each reading makes decide, along a whole run of such places. Looked at only in a text that had
 * mojibake of this kind.
 */
import type { LanguagePack } from '../../languages/pack.js'
import type { Repair } from '../../model.js'
import { rankIn, wordProbability } from '../../words/word-model.js'
import { disjoint, type Ground, type Pass, replaced } from '../pass.js'

const byShape: Ground = { kind: 'mojibake', evidence: 'channel', lossy: true, confidence: 0.95 }
const byWords: Ground = { kind: 'mojibake', evidence: 'words', lossy: true, confidence: 0.9 }

/** Readings of a run kept while it is read from left to right. */
const BEAM = 12
/** A run is cut where it is longer, and a word too. */
const LONGEST_RUN = 300
/** A word with a prefix letter is so many times rarer than the word (decimal logarithm). */
const PREFIX = -0.5
/** The order in which they stand: and, that, in or as or to or from, the. */
const PREFIX_FORM = /^ו?(?:כש|מש|ש)?(?:[בכלמ]|מ?ה)?$/
/** Hebrew words glue at most so many prefix letters. */
const PREFIXES = 3

/** A word that the document has whole is likely. */
const SEEN = -6
const WHOLE = /(?<![\u05d0-\u05ea×"'״׳‘’])[\u05d0-\u05ea]{2,30}(?![\u05d0-\u05ea×"'״׳‘’])/g

/** A run of Hebrew letters with at least one stray lead; a space only behind a lead. */
const RUN = /(?:[\u05d0-\u05ea"'״׳‘’]|× ?)+/g

/** Read the leads that stand alone. `packs` gives the words of Hebrew. */
export function repairDroppedControls(text: string, packs: readonly LanguagePack[]): Pass {
  const repairs: Repair[] = []
  const hebrew = packs.find(pack => pack.script === 'Hebr')
  if (hebrew && /×(?=[\u05d0-\u05ea])|[\u05d0-\u05ea]×/.test(text)) {
    const score = hebrewWords(text, hebrew)
    for (const match of text.matchAll(RUN)) readRun(text, match[0], match.index, score, repairs)
  }
  return { repairs: disjoint(repairs) }
}

/** One reading of the run so far: what each lead became, the score of whole words, and the word begun. */
interface Reading {
  readonly signs: readonly string[]
  readonly score: number
  readonly word: string
}

function readRun(text: string, run: string, at: number, score: (word: string) => number, repairs: Repair[]): void {
  if (!run.includes('×')) return
  for (let from = 0; from < run.length; ) {
    const next = run.length - from <= LONGEST_RUN ? run.length : cutAfter(run, from)
    repairs.push(...readPart(text, run.slice(from, next), at + from, score))
    from = next
  }
}

/** Cut a run that is too long behind a lead with a space, or anywhere. */
function cutAfter(run: string, from: number): number {
  const space = run.lastIndexOf('× ', from + LONGEST_RUN - 2)
  return space > from ? space + 2 : from + LONGEST_RUN
}

function readPart(text: string, run: string, at: number, score: (word: string) => number): Repair[] {
  const leads: { at: number; length: number }[] = []
  let readings: Reading[] = [{ signs: [], score: 0, word: '' }]
  for (let i = 0; i < run.length; i++) {
    if (run[i] !== '×') {
      for (const [k, r] of readings.entries()) readings[k] = { ...r, word: r.word + run[i] }
      continue
    }
    const spaced = run[i + 1] === ' '
    const last = i + (spaced ? 2 : 1) >= run.length
    leads.push({ at: i, length: spaced ? 2 : 1 })
    const next: Reading[] = []
    for (const r of readings) {
      const take = (sign: string, word: string, added: number) =>
        next.push({ signs: [...r.signs, sign], score: r.score + added, word })
      if (!spaced && !last) take('א', `${r.word}א`, 0)
      else for (const sign of ['ם', 'א']) take(spaced ? `${sign} ` : sign, '', score(r.word + sign))
      if (spaced) take('נ', `${r.word}נ`, 0)
    }
    readings = best(next, score)
    if (spaced) i++
  }
  const [first] = readings
    .map(r => ({ ...r, score: r.score + (r.word ? score(r.word) : 0) }))
    .sort((a, b) => b.score - a.score)
  return leads.map((lead, k) => {
    const sure = lead.length === 1 && lead.at + 1 < run.length
    return replaced(text, at + lead.at, lead.length, first!.signs[k]!, sure ? byShape : byWords)
  })
}

/** The best readings, told apart by the word begun; words begun are compared as if they ended here. */
function best(readings: readonly Reading[], score: (word: string) => number): Reading[] {
  const byWord = new Map<string, Reading>()
  for (const r of readings) if ((byWord.get(r.word)?.score ?? -Infinity) < r.score) byWord.set(r.word, r)
  const kept = [...byWord.values()]
  if (kept.length <= BEAM) return kept
  const rough = (r: Reading) => r.score + (r.word ? Math.max(score(r.word), -2 - r.word.length) : 0)
  return kept.sort((a, b) => rough(b) - rough(a)).slice(0, BEAM)
}

/** How likely a Hebrew word is, with its prefix letters, as a power of ten. */
function hebrewWords(text: string, pack: LanguagePack): (word: string) => number {
  const whole = new Set(Array.from(text.matchAll(WHOLE), match => match[0]))
  const probability = wordProbability(pack)
  const rank = rankIn(pack.wordList)
  const cache = new Map<string, number>()
  return word => {
    const bare = word.slice(0, LONGEST_RUN).replace(/^["'״׳‘’]+|["'״׳‘’]+$/g, '')
    let score = cache.get(bare)
    if (score !== undefined) return score
    score = bare === '' ? -6 : Math.log10(probability(bare) || Number.MIN_VALUE)
    if (whole.has(bare)) score = Math.max(score, SEEN)
    for (let n = 1; n <= PREFIXES && bare.length - n > 1; n++) {
      if (!PREFIX_FORM.test(bare.slice(0, n))) continue
      const rest = bare.slice(n)
      if (rank(rest) > 0) score = Math.max(score, Math.log10(probability(rest)) + n * PREFIX)
      else if (whole.has(rest) && rest.length > 2) score = Math.max(score, SEEN + n * PREFIX)
    }
    cache.set(bare, score)
    return score
  }
}
