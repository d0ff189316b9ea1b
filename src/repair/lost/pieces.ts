/**
 * A run of letters, digits and lost characters, read in every way that it allows: letters, apostrophes, quotation
 * marks, dashes and no-break spaces are all lost alike, and a `?` may be genuine.
 *
 *     // > | ?L?unit? di crisi? ? gi? attiva, perch??
 *     //     “L’unità di crisi” è già attiva, perché?
 *
 * Each reading has a score, a power of ten: how likely its words are, and what its marks cost in their places. Which
 * reading is taken is settled over the whole text.
 */
import type { LanguagePack } from '../../languages/pack.js'
import type { RepairEvidence } from '../../model.js'
import { wordModel } from '../../text/word-model.js'
import type { Vocabulary } from '../words.js'
import { capitalOdds } from './capitals.js'
import { type Beside, fillLetters } from './letters.js'
import { endings, genuineLeading, isLost, OPEN, openings, type Surroundings, SWALLOWED } from './marks.js'

/** A reading: what became of each lost character, null for one that stays. */
export interface Option {
  readonly chars: readonly (string | null)[]
  readonly score: number
  readonly evidence: RepairEvidence
}

/** Longer runs are no words. */
export const LONGEST_PIECE = 60
/** A run with more lost characters inside is not split at each. */
const MOST_SPLITS = 5
/** So many letters at the end of a word may be lost. */
const MOST_LAST = 3
/** So many readings of a part are kept. */
const KEPT = 4

const APOSTROPHE = -0.3
const ELIDED = -1
/** Two words that a no-break space parted; a number and its unit; two groups of digits. */
const PARTED = -2.5
const BEHIND_NUMBER = -0.5
/** Capitals before a number are a code, and before capitals one word. */
const CODE = -3
const THOUSANDS = -1
const DASH_BETWEEN_NUMBERS = -0.8
const DASH_BETWEEN_WORDS = -6
const SWALLOWED_SPACE = -2.6
const NUMBER = -4
/** The sign of a foreign sound behind a Hebrew letter, and a quotation behind a prefix. */
const GERESH = -4
const PREFIXED = -3.5
/** The end of a plural or genitive behind its apostrophe. */
const SUFFIX = -1.3
/** ... where the language does not write it so. */
const SUFFIX_UNUSUAL = -4
const GENUINE_BEFORE_CAPITAL = -4
const GENUINE_INSIDE = -5
const ZIPF = 0.1
const ZIPF_OFFSET = 2.7
/** A name with a capital. */
const NAME = -6.5
/** A word that needs no letter more, and would be of no list with one. */
const WHOLE_WITHOUT = -2
/** Capitals that no list has are an abbreviation. */
const ABBREVIATION = -3
const UNREADABLE = -60
/** A listed word so likely leaves no room for several others. */
const LIKELY = -6

/**
 * Every reading of a piece worth weighing; the one that leaves everything as it stands is among them, and likelier by
 * `doubt` (a power of ten) for each place inside a word where the text hardly shows that it lost anything.
 */
export function optionsOf(
  piece: string,
  around: Surroundings,
  doubt: number,
  pack: LanguagePack,
  words: Vocabulary,
): Option[] {
  let lead = 0
  while (isLost(piece[lead])) lead++
  let end = piece.length
  while (end > lead && isLost(piece[end - 1])) end--
  if (lead === 0 && end === piece.length) {
    const inner = bodies(piece, around.beside, pack, words).flatMap(b => inCases(b, piece, false, around, pack))
    if (doubt === 0 && inner.length > 0 && inner[0]!.score > LIKELY) return inner
    return [...inner, asItStands(piece, lead, end, around, doubt, pack, words)]
  }
  const stays = asItStands(piece, lead, end, around, doubt, pack, words)
  const core = piece.slice(lead, end)
  const options: Option[] = [stays, ...clipped(core, lead, piece.length - end, pack, words)]
  const functionWord = words.isFunctionWord(core)
  const mostFirst = /^\p{Ll}|^\p{Lu}[\p{Lu}?\ufffd]/u.test(core) ? Math.min(lead, 2) : 0
  const mostLast = /\p{L}$/u.test(core) ? Math.min(piece.length - end, MOST_LAST) : 0
  for (let first = 0; first <= mostFirst; first++) {
    const begins = openings(lead - first, core, around, pack)
    for (let last = 0; last <= mostLast; last++) {
      const word = piece.slice(lead - first, end + last)
      const ends = endings(piece.slice(end + last), core, around, last === 0 && functionWord, pack)
      const doubtful = last > 0 && words.broadRank(core.toLowerCase()) !== undefined
      for (const body of bodies(word, around.beside, pack, words))
        for (const cased of inCases(body, word, lead > first, around, pack))
          for (const b of begins)
            for (const e of ends)
              options.push({
                chars: [...b.chars, ...cased.chars, ...e.chars],
                score: b.score + cased.score + e.score + (doubtful && cased.score < LIKELY ? WHOLE_WITHOUT : 0),
                evidence: cased.evidence,
              })
    }
  }
  return options
}

/** Every lost character a genuine question mark. */
function asItStands(
  piece: string,
  lead: number,
  end: number,
  around: Surroundings,
  doubt: number,
  pack: LanguagePack,
  words: Vocabulary,
): Option {
  let score = lead * genuineLeading
  for (let at = lead; at < end; at++)
    if (isLost(piece[at]))
      score += doubt + (/\p{Lu}/u.test(piece[at + 1] ?? '') ? GENUINE_BEFORE_CAPITAL : GENUINE_INSIDE)
  for (const part of piece.slice(lead, end).split(/[?\ufffd\ue002\ue003]+/)) score += plain(part, pack, words)
  const [last] = endings(piece.slice(end), '', around, false, pack).filter(e => e.chars.every(c => c === null))
  return { chars: [...piece].filter(isLost).map(() => null), score: score + (last?.score ?? 0), evidence: 'channel' }
}

/** `po’` and `’s`: what a language writes with an apostrophe at its end or beginning. */
function clipped(core: string, lead: number, trail: number, pack: LanguagePack, words: Vocabulary): Option[] {
  const lower = core.toLowerCase()
  const behind = lead === 0 && trail === 1 && pack.clippedWords.behind.includes(lower)
  const before = lead === 1 && trail === 0 && pack.clippedWords.before.includes(lower)
  if (!behind && !before) return []
  return [{ chars: ['’'], score: APOSTROPHE + Math.max(plain(core, pack, words), -3), evidence: 'grammar' }]
}

/** A word read as one word, as parts around an apostrophe, a no-break space, a dash or a swallowed space. */
function bodies(word: string, beside: () => Beside, pack: LanguagePack, words: Vocabulary): Option[] {
  const sites = []
  for (let at = 0; at < word.length; at++) if (isLost(word[at])) sites.push(at)
  if (sites.length === 0) return [{ chars: [], score: plain(word, pack, words), evidence: 'channel' }]
  if (word.length === 1) return oneLetter(pack)
  const found: Option[] = []
  if (!/\d|\p{Ll}[?\ufffd\ue002\ue003]+\p{Lu}|\p{Lu}[?\ufffd\ue002\ue003]+\p{Lu}\p{Ll}/u.test(word)) {
    const lower = word.toLowerCase().replace(/[\ufffd\ue002\ue003]/g, '?')
    for (const { word: filled, score, evidence } of fillLetters(lower, beside, pack, words).slice(0, KEPT))
      found.push({ chars: sites.map(at => filled[at]!), score, evidence })
  }
  const likely = found.length > 0 && found[0]!.score > LIKELY
  if (sites.length <= MOST_SPLITS && !(likely && !sites.some(at => isSplit(word, at, pack))))
    for (const at of sites) if (at > 0 && at < word.length - 1) found.push(...split(word, at, pack, words))
  return found.sort((a, b) => b.score - a.score).slice(0, KEPT + 2)
}

const isSplit = (word: string, at: number, pack: LanguagePack) =>
  pack.elisions.includes(word.slice(0, at).toLowerCase()) || pack.apostropheSuffixes.includes(word.slice(at + 1))

/** The lost character at `at` parts the word in two. */
function split(word: string, at: number, pack: LanguagePack, words: Vocabulary): Option[] {
  const left = word.slice(0, at)
  const right = word.slice(at + 1)
  const marks = partings(left, right, pack)
  if (marks.length === 0) return []
  const found: Option[] = []
  const alone = (): Beside => ({ before: '', behind: '' })
  const lefts = bodies(left, alone, pack, words).slice(0, 2)
  const rights = bodies(right, alone, pack, words).slice(0, 2)
  for (const { char, cost, instead } of marks)
    for (const a of instead === 'left' ? [{ chars: [], score: 0 }] : lefts)
      for (const b of instead === 'right' ? [{ chars: [], score: 0 }] : rights)
        found.push({
          chars: [...a.chars, char, ...b.chars],
          score: a.score + cost + b.score,
          evidence: char === '’' ? 'grammar' : char === '°' || char === '½' ? 'formula' : 'channel',
        })
  return found
}

interface Parting {
  readonly char: string
  readonly cost: number
  /** The part of which the cost already tells how likely it is. */
  readonly instead?: 'left' | 'right'
}

function partings(left: string, right: string, pack: LanguagePack): Parting[] {
  const marks: Parting[] = []
  const numbers = /\d$/.test(left)
  const digits = /^\d/.test(right)
  const lower = left.toLowerCase()
  const elision = pack.elisions.indexOf(lower)
  if (elision >= 0) marks.push({ char: '’', cost: ELIDED - Math.log10(1 + elision / 2), instead: 'left' })
  if (pack.apostropheSuffixes.includes(right) && !isLost(left.at(-1)) && (left.length > 1 || /\p{Lu}/u.test(left))) {
    const usual = pack.suffixBehind === '' || /[\p{Lu}\d]$/u.test(left) || pack.suffixBehind.includes(left.at(-1)!)
    marks.push({ char: '’', cost: APOSTROPHE + (usual ? SUFFIX : SUFFIX_UNUSUAL), instead: 'right' })
  }
  if (numbers && digits) {
    marks.push({ char: '\u00a0', cost: /^\d{3}(?!\d)/.test(right) ? THOUSANDS : 2 * THOUSANDS })
    marks.push({ char: '–', cost: DASH_BETWEEN_NUMBERS - (/^\d{3}$/.test(right) ? 1 : 0) })
  } else if (numbers && /^[CF]$/.test(right)) marks.push({ char: '°', cost: 0 })
  else if (numbers) marks.push({ char: '\u00a0', cost: BEHIND_NUMBER })
  else if (digits || /^\p{Lu}/u.test(right))
    marks.push({ char: '\u00a0', cost: PARTED + (/\p{Lu}$/u.test(left) && !/^.\p{Ll}/u.test(right) ? CODE : 0) })
  if (numbers && isLost(right[0])) marks.push({ char: '½', cost: -1 })
  if (pack.apostropheLetters.includes(left.at(-1)!)) marks.push({ char: '’', cost: GERESH, instead: 'right' })
  if (left.length < 3 && [...left].every(c => pack.prefixLetters.includes(c)))
    marks.push({ char: OPEN, cost: PREFIXED, instead: 'left' })
  if (/\p{Ll}$/u.test(left) && digits) marks.push({ char: SWALLOWED, cost: SWALLOWED_SPACE })
  if (/^\p{L}/u.test(right) && /[\p{L}\d]$/u.test(left)) {
    marks.push({ char: SWALLOWED, cost: SWALLOWED_SPACE })
    marks.push({ char: '–', cost: DASH_BETWEEN_WORDS })
  }
  return marks
}

/** The word of one letter beyond ASCII that a language has (è); undefined where it has none. */
export const oneLetterWord = (pack: LanguagePack): string | undefined =>
  pack.functionWords.find(w => w.length === 1 && w > '\x7f')

function oneLetter(pack: LanguagePack): Option[] {
  const letter = oneLetterWord(pack)
  return letter ? [{ chars: [letter], score: -1.9, evidence: 'words' }] : []
}

const CAPITALS = /^\P{Ll}*\p{Lu}\P{Ll}*\p{Lu}\P{Ll}*$/u

/** A restored letter in the case of its word: the case of a first letter is lost with it. */
function inCases(body: Option, word: string, opened: boolean, around: Surroundings, pack: LanguagePack): Option[] {
  if (body.chars.length === 0) return [body]
  if (CAPITALS.test(word) || (/^\p{Lu}.$/u.test(word) && /^\P{Ll}*\p{Lu}{2}/u.test(around.after))) {
    const chars = body.chars.map(c => (c === null || c === 'ß' ? c : c.toUpperCase()))
    return [{ ...body, chars, score: body.score + (isLost(word.at(-1)) && body.score < LIKELY ? ABBREVIATION : 0) }]
  }
  const first = body.chars[0]
  if (!isLost(word[0]) || first === null || !/\p{Ll}/u.test(first!)) return [body]
  let next = 0
  const filled = [...word].map(c => (isLost(c) ? (body.chars[next++] ?? c) : c)).join('')
  const odds = capitalOdds(filled, opened, around, pack)
  return [
    { ...body, score: body.score + Math.log10(1 - odds) },
    { ...body, chars: [first!.toUpperCase(), ...body.chars.slice(1)], score: body.score + Math.log10(odds) },
  ]
}

/** How likely a word is that lost nothing, as a power of ten. */
function plain(word: string, pack: LanguagePack, words: Vocabulary): number {
  if (word === '') return 0
  if (/^\d/.test(word)) return NUMBER
  const lower = word.toLowerCase()
  const rank = words.broadRank(lower)
  if (rank !== undefined) return Math.log10(ZIPF / (rank + ZIPF_OFFSET))
  const score = Math.max(Math.log10(wordModel(pack.wordList).probability(lower)), UNREADABLE)
  const name = words.count(word) > 1 ? NAME + 1 : /^\p{Lu}/u.test(word) ? NAME : UNREADABLE
  return Math.max(score, name)
}
