/**
 * A word with lost characters inside, read as one word, or as parts around an apostrophe, a no-break space, a dash or
 * an opening quotation mark that swallowed the space before it. Parts are read in the same way.
 */
import type { LanguagePack } from '../../languages/pack.js'
import { wordProbability } from '../../words/word-model.js'
import { zipfShare } from '../../words/word-table.js'
import type { Vocabulary } from '../words.js'
import { fillLetters } from './letters.js'
import {
  ANY_LOST,
  type Beside,
  filled,
  isLost,
  isLostCode,
  type Marks,
  OPEN,
  type Option,
  SWALLOWED,
  SWALLOWED_APOSTROPHE,
} from './option.js'

/** A run with more lost characters inside is not split at each. */
const MOST_SPLITS = 5
/** So many readings of a part are kept. */
const KEPT = 4

export const APOSTROPHE = -0.3
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
/** ... where both sides are words; and no letter follows a final form. */
const NO_NAME = -3
const FINAL_FORM = /[ךםןףץ]$/
/** The mark before the last letter of a Hebrew acronym, or before that and an ending, written as curly quotes mostly. */
const GERSHAYIM = '”'
const ACRONYM_BEGINS = /^[\u05d0-\u05ea]{1,6}$/
const ACRONYM_ENDS = /^[\u05d0-\u05ea](?:ים|ית|ות|ניק|י)?$/
const ACRONYM = -5
const ACRONYM_BEFORE_MARK = -7
const ACRONYM_INFLECTED = -8
/** Letters of a prefix that are a word too (Hebrew של, כל). */
const NO_PREFIX = -2
/** Dutch `’s` behind a space that is gone, before a genitive (`ochtends`); before another word, and other such words. */
const CLIPPED_BEHIND = -2.8
const CLIPPED_BEFORE_OTHER = -2
/** The end of a plural or genitive behind its apostrophe. */
const SUFFIX = -1.3
/** ... where the language does not write it so. */
const SUFFIX_UNUSUAL = -4
/** A name with a capital. */
const NAME = -6.5
const UNREADABLE = -60
/** A letter between two words so frequent that no list has there: rather a mark. */
const BETWEEN_WORDS = -0.7
const SELDOM = 2000
/** A listed word so likely leaves no room for several others. */
export const LIKELY = -6

/** The readings of a word, the likely first. */
export function bodies(word: string, beside: () => Beside, words: Vocabulary): readonly Option[] {
  const { pack } = words
  const sites: number[] = []
  for (let at = 0; at < word.length; at++) if (isLostCode(word.charCodeAt(at))) sites.push(at)
  if (sites.length === 0) return [{ chars: [], score: plain(word, words), evidence: 'channel' }]
  if (word.length === 1) return oneLetter(pack)
  const found: Option[] = []
  if (!NO_WORD.test(word)) {
    const lower = word.toLowerCase().replace(/[\ufffd\ue002\ue003]/g, '?')
    const two = sites.length === 1 && isTwoWords(lower, sites[0]!, words)
    for (const { word: read, score, evidence } of fillLetters(lower, beside, words).slice(0, KEPT)) {
      const by = two && evidence !== 'document' && words.broadRank(read) === undefined ? BETWEEN_WORDS : 0
      found.push({ chars: sites.map(at => read[at]!), score: score + by, evidence })
    }
  }
  const likely = found.length > 0 && found[0]!.score > LIKELY && isListed(word, found[0]!, words)
  if (sites.length <= MOST_SPLITS && !(likely && !sites.some(at => isSplit(word, at, pack))))
    for (const at of sites) if (at > 0 && at < word.length - 1) found.push(...split(word, at, beside, words))
  return found.sort((a, b) => b.score - a.score).slice(0, KEPT + 2)
}

const areWords = (left: string, right: string, words: Vocabulary) =>
  left.length > 1 && words.broadRank(left) !== undefined && words.broadRank(right) !== undefined

/** Do the lists have what stands on either side of the place among their frequent words? */
function isTwoWords(lower: string, at: number, words: Vocabulary): boolean {
  const rank = (part: string) => (part.length < 2 ? undefined : words.broadRank(part)) ?? SELDOM
  return rank(lower.slice(0, at)) < SELDOM && rank(lower.slice(at + 1)) < SELDOM
}

/** Does a list have the word with its letters restored? */
const isListed = (word: string, { chars }: Option, words: Vocabulary): boolean =>
  words.broadRank(filled(word.toLowerCase(), chars)) !== undefined

/** Digits, and a capital behind a small letter or before one. */
const NO_WORD = /\d|\p{Ll}[?\ufffd\ue002\ue003]+\p{Lu}|\p{Lu}[?\ufffd\ue002\ue003]+\p{Lu}\p{Ll}/u

const isSplit = (word: string, at: number, pack: LanguagePack) =>
  pack.elisions.includes(word.slice(0, at).toLowerCase()) || pack.apostropheSuffixes.includes(word.slice(at + 1))

/** The lost character at `at` parts the word in two. */
function split(word: string, at: number, beside: () => Beside, words: Vocabulary): Option[] {
  const left = word.slice(0, at)
  const right = word.slice(at + 1)
  const marks = [...partings(left, right, words), ...besideOthers(left, right, beside, words)]
  if (marks.length === 0) return []
  const found: Option[] = []
  const lefts = bodies(left, alone, words).slice(0, 2)
  const rights = bodies(right, alone, words).slice(0, 2)
  for (const { char, cost, instead } of marks)
    for (const a of instead === 'left' || instead === 'both' ? NOTHING : lefts)
      for (const b of instead === 'right' || instead === 'both' ? NOTHING : rights)
        found.push({
          chars: [...a.chars, char, ...b.chars],
          score: a.score + cost + b.score,
          evidence: char.endsWith('’') ? 'grammar' : char === '°' || char === '½' ? 'formula' : 'channel',
        })
  return found
}

const alone = (): Beside => ({ before: '', behind: '' })
const NOTHING: readonly Marks[] = [{ chars: [], score: 0 }]

interface Parting {
  readonly char: string
  readonly cost: number
  /** The part of which the cost already tells how likely it is. */
  readonly instead?: 'left' | 'right' | 'both'
}

function partings(left: string, right: string, words: Vocabulary): Parting[] {
  const { pack } = words
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
  if (pack.apostropheLetters.includes(left.at(-1)!) && !FINAL_FORM.test(left) && !ANY_LOST.test(right))
    marks.push({ char: '’', cost: GERESH + (areWords(left, right, words) ? NO_NAME : 0), instead: 'right' })
  // A letter that is only a prefix is no word that a space stood behind.
  const isPrefix = left.length === 1 && pack.prefixLetters.includes(left)
  if (left.length < 3 && [...left].every(c => pack.prefixLetters.includes(c)))
    marks.push({ char: OPEN, cost: PREFIXED + (words.isFunctionWord(left) ? NO_PREFIX : 0), instead: 'left' })
  if (/[\p{Ll}\p{Lo}]$/u.test(left) && digits && !isPrefix) marks.push({ char: SWALLOWED, cost: SWALLOWED_SPACE })
  if (/^\p{L}/u.test(right) && /[\p{L}\d]$/u.test(left)) {
    if (!isPrefix) marks.push({ char: SWALLOWED, cost: SWALLOWED_SPACE })
    marks.push({ char: '–', cost: DASH_BETWEEN_WORDS })
  }
  return marks
}

/** Partings on which the word behind has a say. */
function besideOthers(left: string, right: string, beside: () => Beside, words: Vocabulary): Parting[] {
  // `uur?s ochtends`: a clipped word, of which the mark has swallowed the space before it.
  if (left.length > 1 && words.pack.clippedWords.before.includes(right)) {
    const genitive = right === 's' && /\p{Ll}s$/u.test(beside().behind)
    const cost = CLIPPED_BEHIND + (genitive ? 0 : CLIPPED_BEFORE_OTHER)
    return [{ char: SWALLOWED_APOSTROPHE, cost, instead: 'right' }]
  }
  if (!ACRONYM_BEGINS.test(left) || !ACRONYM_ENDS.test(right)) return []
  if (right.length > 1 && words.broadRank(right)) return []
  // A letter before a hyphen is a prefix.
  const cost = right.length === 1 ? (beside().behind === '' ? ACRONYM_BEFORE_MARK : ACRONYM) : ACRONYM_INFLECTED
  return [{ char: GERSHAYIM, cost, instead: 'both' }]
}

/** The word of one letter beyond ASCII that a language has (è); undefined where it has none. */
export const oneLetterWord = (pack: LanguagePack): string | undefined =>
  pack.functionWords.find(w => w.length === 1 && w > '\x7f')

function oneLetter(pack: LanguagePack): Option[] {
  const letter = oneLetterWord(pack)
  return letter ? [{ chars: [letter], score: -1.9, evidence: 'words' }] : []
}

/** How likely a word is that lost nothing, as a power of ten. */
export function plain(word: string, words: Vocabulary): number {
  if (word === '') return 0
  if (/^\d/.test(word)) return NUMBER
  const lower = word.toLowerCase()
  const rank = words.broadRank(lower)
  if (rank !== undefined) return Math.log10(zipfShare(rank))
  const score = Math.max(Math.log10(wordProbability(words.pack)(lower)), UNREADABLE)
  if (score >= NAME + 1) return score
  return Math.max(score, words.often(lower) ? NAME + 1 : /^\p{Lu}/u.test(word) ? NAME : UNREADABLE)
}
