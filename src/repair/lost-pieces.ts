/**
 * A text that lost every character beyond ASCII: letters, quotation marks, apostrophes, dashes and no-break spaces
 * are all `?` (or U+FFFD). Each run of letters and `?` is read in every way it allows, the ways are weighed by how
 * likely the words are that they leave, and the best is taken where it is likelier than the rest together.
 *
 *     // > | ?L?unit? di crisi? ? gi? attiva, perch??
 *     //     “L’unità di crisi” è già attiva, perché?
 *
 * Counter-case: the genuine question mark. It stands before a space and a capital, a closing mark or the end, and it
 * keeps its place unless a word is broken without the letter. Nothing here is asked about a text that shows no loss.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { RepairEvidence } from '../model.js'
import { wordModel } from '../text/word-model.js'
import { type Filled, fillLetters } from './lost-letters.js'
import type { Vocabulary } from './words.js'

/** What became of each lost character of a piece: the character, or null for a `?` that is genuine. */
export interface PieceReading {
  readonly chars: readonly (string | null)[]
  readonly share: number
  readonly evidence: RepairEvidence
}

/** What stands around a piece, and what is open. */
export interface Surroundings {
  /** The character before it and what follows it (some ten characters). */
  readonly before: string
  readonly after: string
  readonly sentenceStart: boolean
  /** How many characters ago a quotation was opened; null where none is open. */
  readonly opened: number | null
  readonly openMark: string
  readonly closeMark: string
}

/** A word or a title in quotation marks. */
const SHORT_QUOTATION = 40

/** Longer runs are no words. */
export const LONGEST_PIECE = 60

// What a reading of a mark costs, as a power of ten: rough shares counted in news texts that lost their marks.
const OPENING = -1
const OPENING_LOWER = -3.5
const OPENING_INSIDE = -3
const CLOSING_OPENED = -0.6
/** A long quotation ends in a full stop or a comma before its mark, rarely in a word. */
const CLOSING_LONG = -1.6
const CLOSING_UNOPENED = -4
const GENUINE_AT_END = -1
const GENUINE_BEFORE_LOWER = -3
const GENUINE_BEFORE_MARK = -5
const APOSTROPHE = -0.3
const NO_BREAK_SPACE = -0.5
/** No quotation and no question ends in a function word. */
const AFTER_FUNCTION_WORD = -2
/** Two words that a no-break space parted, none of them a number. */
const PARTED = -3
const NUMBER = -4
/** The end of a plural or genitive behind its apostrophe. */
const SUFFIX = -2.5
/** A letter that only its place speaks for. */
const BY_PLACE = -0.3
/** A letter that the ending asks for: without it the word would end as no word does. */
const BY_ENDING = 2
const ZIPF = 0.1
const UNREADABLE = -200
/** Below this share of the readings nothing is taken. */
const TAKEN = 0.4

interface Option {
  readonly chars: readonly (string | null)[]
  readonly score: number
  readonly evidence: RepairEvidence
  /** How sure the letters are, where the piece is read so. */
  readonly letters?: number | undefined
}

/** The likeliest reading of a piece: letters, digits, `?` and U+FFFD only; null where no reading stands out. */
export function readPiece(piece: string, around: Surroundings, pack: LanguagePack, words: Vocabulary) {
  const options = optionsOf(piece, around, pack, words).sort((a, b) => b.score - a.score)
  const [best] = options
  if (!best || best.score < UNREADABLE / 2) return null
  const sum = options.reduce((s, o) => s + 10 ** (o.score - best.score), 0)
  const reading: PieceReading = { chars: best.chars, share: (best.letters ?? 1) / sum, evidence: best.evidence }
  return reading.share < TAKEN ? null : reading
}

function optionsOf(piece: string, around: Surroundings, pack: LanguagePack, words: Vocabulary): Option[] {
  const lead = /^[?\ufffd]*/.exec(piece)![0].length
  if (lead === piece.length) return marksOnly(piece, around)
  const trail = /[?\ufffd]*$/.exec(piece)![0].length
  const core = piece.slice(lead, piece.length - trail)
  const options: Option[] = []
  const most = pack.elisions.includes(core.toLowerCase()) ? 2 : 1
  for (let first = 0; first <= (mayBegin(core) ? Math.min(lead, 2) : 0); first++) {
    for (let last = 0; last <= (/\p{L}$/u.test(core) ? Math.min(trail, most) : 0); last++) {
      const begin = openings(lead - first, core, around)
      const opened = lead > first ? core.length : around.opened
      const functionWord = last === 0 && words.isFunctionWord(core)
      const end = endings(piece.length - trail + last, piece, { ...around, opened }, functionWord)
      const word = piece.slice(lead - first, piece.length - trail + last)
      for (const body of bodies(word, around.sentenceStart, pack, words))
        options.push({
          chars: [...begin.chars, ...body.chars, ...end.chars],
          score: begin.score + body.score + end.score,
          evidence: body.chars.length > 0 ? body.evidence : 'channel',
          letters: body.letters,
        })
    }
  }
  options.push(...apostrophes(core, lead, trail, pack, words))
  return options
}

/** `po’` and `’s`: what a language writes with an apostrophe at its end or beginning. */
function apostrophes(core: string, lead: number, trail: number, pack: LanguagePack, words: Vocabulary): Option[] {
  const lower = core.toLowerCase()
  const behind = lead === 0 && trail === 1 && pack.clippedWords.behind.includes(lower)
  const before = lead === 1 && trail === 0 && pack.clippedWords.before.includes(lower)
  if (!behind && !before) return []
  return [{ chars: ['’'], score: APOSTROPHE + plain(core, pack, words), evidence: 'grammar' }]
}

/** A lost letter stands before a small letter, or in a word of capitals. */
const mayBegin = (core: string): boolean => /^\p{Ll}/u.test(core) || /^\p{Lu}[\p{Lu}?]/u.test(core)

function openings(count: number, core: string, around: Surroundings): Omit<Option, 'evidence'> {
  if (count === 0) return { chars: [], score: 0 }
  const chars: string[] = new Array(count).fill(around.openMark)
  if (/[.,;:%\d]/.test(around.before)) return { chars: chars.fill('\u00a0'), score: NO_BREAK_SPACE * count }
  const small = /^\p{Ll}/u.test(core)
  const outside = around.before === '' || /[\s([/"'“„«]/.test(around.before)
  return { chars, score: outside ? (small ? OPENING_LOWER : OPENING) * (2 * count - 1) : OPENING_INSIDE * 2 * count }
}

/** The marks behind a word, from `from` on. */
function endings(from: number, piece: string, around: Surroundings, functionWord: boolean): Omit<Option, 'evidence'> {
  const count = piece.length - from
  if (count === 0) return { chars: [], score: 0 }
  const closing = closingCost(around) + (functionWord ? AFTER_FUNCTION_WORD : 0)
  const genuine = genuineCost(around.after) + (functionWord ? AFTER_FUNCTION_WORD : 0)
  const isLost = [...piece.slice(from)].map(c => c === '\ufffd')
  if (count === 1)
    return closing > genuine || isLost[0]
      ? { chars: [around.closeMark], score: closing }
      : { chars: [null], score: genuine }
  if (count === 2) {
    const questionFirst = isLost[0] === isLost[1] || isLost[1]!
    return { chars: questionFirst ? [null, around.closeMark] : [around.closeMark, null], score: closing - 1 }
  }
  return { chars: new Array(count).fill(null), score: 2 * GENUINE_BEFORE_MARK }
}

const closingCost = ({ opened }: Surroundings) =>
  opened === null ? CLOSING_UNOPENED : opened > SHORT_QUOTATION ? CLOSING_LONG : CLOSING_OPENED

function genuineCost(after: string): number {
  if (
    after === '' ||
    /^["'“”’»)]?\s+["'(“„«‘-]?[\p{Lu}\p{N}?\ufffd]/u.test(after) ||
    /^["'“”’»)]?\s*$|^\s*\n/u.test(after)
  )
    return GENUINE_AT_END
  return /^\s/.test(after) ? GENUINE_BEFORE_LOWER : GENUINE_BEFORE_MARK
}

/** `.?` and `,?` and ` ?` without a word. */
function marksOnly(piece: string, around: Surroundings): Option[] {
  if (piece.length > 2) return []
  if (/[.,!)…\d%]/.test(around.before) && (around.after === '' || /^[\s.,;:)\]]/.test(around.after)))
    return [
      {
        chars: [...piece].map(() => around.closeMark),
        score: around.opened !== null ? CLOSING_OPENED : CLOSING_UNOPENED,
        evidence: 'quote-balance',
      },
      { chars: [...piece].map(() => null), score: /[.,]/.test(around.before) ? -5 : -2, evidence: 'channel' },
    ]
  return []
}

/** A word read as one word, as a word behind an elision, with a suffix, or as a number and its unit. */
function bodies(word: string, sentenceStart: boolean, pack: LanguagePack, words: Vocabulary): Option[] {
  const inner = word.search(/[?\ufffd]/)
  if (/^[?\ufffd]$/.test(word)) return oneLetter(pack)
  if (inner < 0) return [{ chars: [...word].slice(0, 0), score: plain(word, pack, words), evidence: 'channel' }]
  const options: Option[] = []
  const filled = fillLetters(word, sentenceStart, pack, words)
  if (filled && !/\d|\p{Ll}[?\ufffd]+\p{Lu}/u.test(word)) options.push(letters(word, filled, pack))
  if (inner > 0 && inner < word.length - 1) {
    const stem = word.slice(0, inner)
    const rest = word.slice(inner + 1)
    if (/^\d+$/.test(stem) && /^[CF]$/.test(rest)) options.push({ chars: ['°'], score: NUMBER, evidence: 'formula' })
    else if (/^\d+$/.test(stem) && /^\p{L}/u.test(rest)) options.push(behind('\u00a0', NO_BREAK_SPACE + NUMBER, rest))
    else if (/^\p{Lu}|^\d/u.test(rest)) options.push(behind('\u00a0', PARTED + plain(stem, pack, words), rest))
    if (pack.elisions.includes(stem.toLowerCase())) options.push(behind('’', APOSTROPHE - 1, rest))
    if (pack.apostropheSuffixes.includes(rest))
      options.push({ chars: ['’'], score: APOSTROPHE + SUFFIX + plain(stem, pack, words), evidence: 'grammar' })
  }
  return options.length > 0
    ? options
    : [{ chars: lostOf(word).map(() => null), score: UNREADABLE, evidence: 'channel' }]

  function behind(mark: string, cost: number, rest: string): Option {
    const [best] = bodies(rest, false, pack, words).sort((a, b) => b.score - a.score)
    if (!best) return { chars: [mark], score: UNREADABLE, evidence: 'grammar' }
    return { chars: [mark, ...best.chars], score: cost + best.score, evidence: 'grammar', letters: best.letters }
  }
}

/** The word of one letter beyond ASCII that a language has (è); undefined where it has none. */
export const oneLetterWord = (pack: LanguagePack): string | undefined =>
  pack.functionWords.find(w => w.length === 1 && w > '\x7f')

function oneLetter(pack: LanguagePack): Option[] {
  const letter = oneLetterWord(pack)
  return letter ? [{ chars: [letter], score: -1.5, evidence: 'words' }] : []
}

const lostOf = (word: string) => [...word].filter(c => c === '?' || c === '\ufffd')

function letters(word: string, filled: Filled, pack: LanguagePack): Option {
  const chars = [...filled.word].filter((_, i) => word[i] === '?' || word[i] === '\ufffd')
  const { rank, evidence, share } = filled
  const p = rank === undefined ? wordModel(pack.wordList).probability(filled.word.toLowerCase()) : ZIPF / (rank + 3)
  const unlisted = evidence === 'grammar' ? BY_ENDING : evidence === 'words' ? BY_PLACE : 0
  const cost = (rank === undefined ? unlisted : 0) + Math.log10(share)
  return { chars, score: Math.log10(p) + cost, evidence: filled.evidence, letters: filled.share }
}

/** How likely a word is that lost nothing, as a power of ten. */
function plain(word: string, pack: LanguagePack, words: Vocabulary): number {
  if (/^\d/.test(word)) return NUMBER
  const score = Math.log10(wordModel(pack.wordList).probability(word.toLowerCase()))
  return Math.max(score, words.count(word) > 1 ? NUMBER : UNREADABLE)
}
