/**
 * Where characters were lost, and what stands around: the runs of letters, digits and lost characters, the marks that
 * are still there, and the ends of paragraphs, in the order of the text. A `?` in an address is no place, and none that is named.
 */

import type { LanguagePack } from '../../languages/pack.js'
import { masked } from '../../learned/learned.js'
import { oncePer } from '../../structures/cache.js'
import { isWordCode } from '../../tokens/characters.js'
import { tokenAround, type Vocabulary } from '../words.js'
import { ANY, type Beside, isLostCode } from './option.js'

/** A run with lost characters, at `start` of the text. */
export interface Piece {
  readonly start: number
  readonly piece: string
}

/** A quotation mark that is still there, or the end of a paragraph. */
export interface Mark {
  readonly kind: 'open' | 'close' | 'single-open' | 'single-close' | 'break'
  readonly start: number
}

/** A run is cut off after so many characters. */
const LONGEST = 61

const inPiece = (text: string, at: number) => {
  const code = text.charCodeAt(at)
  return isWordCode(code) || isLostCode(code)
}

/** The runs around the places, outside addresses; linear even in a run of a million lost characters. */
export function piecesOf(text: string, places: readonly number[]): Piece[] {
  const found: Piece[] = []
  let done = 0
  for (const at of places) {
    if (at < done) continue
    let start = at
    while (start > done && at - start < LONGEST && inPiece(text, start - 1)) start--
    let end = at + 1
    while (end < text.length && end - at < LONGEST && inPiece(text, end)) end++
    done = end
    if (!inAddress(text, at) && !isSpelled(text, at)) found.push({ start, piece: text.slice(start, end) })
  }
  return found
}

/** A web or mail address, or a path; one stroke alone makes none (`km/h`). */
const ADDRESS =
  /:\/\/|www\.|[@=\\]|^\W*\/|\/[^\s/]*\/|[a-z]\.[a-z]{2,4}[/?#]|\.(?:com|net|org|eu|html?|php|pdf|aspx?)\b/i

/** No address is without one. */
const SIGN = /[/@=\\]|\.[a-z]/

function inAddress(text: string, at: number): boolean {
  const token = tokenAround(text, at)
  return SIGN.test(token) && ADDRESS.test(token)
}

/** A question mark that is named (`"?"`, `(?)`), or a sign of a program: `<?xml`, `?>`, `a ? b : c`. */
function isSpelled(text: string, at: number): boolean {
  const before = text[at - 1]
  const next = text[at + 1]
  if (text[at] !== '?' || before === undefined || next === undefined) return false
  if (before === '<' || next === '>') return true
  if (before !== ' ') return isPair(before, next)
  return next === ' ' && (isPair(text[at - 2], text[at + 2]) || CONDITION.test(text.slice(at, at + CONDITION_REACH)))
}

const isPair = (opening = ' ', closing = ' ') => {
  const at = NAMED.indexOf(opening)
  return at >= 0 && at % 2 === 0 && NAMED[at + 1] === closing
}

/** Opening and closing signs in turn. */
const NAMED = '""\'\'()[]“”‘’„“‚‘«»‹›'
const CONDITION = /^\? [^?\n]{1,60} : /
const CONDITION_REACH = 80

const DOUBLE = '"“”„«»'
const SINGLE = "'’‘‚‹›"

/** The marks that are still there, and the ends of paragraphs, from the first to the last. */
export function marksOf(text: string): Mark[] {
  const found: Mark[] = []
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) at = afterBreak(text, at, found)
    else if (code === 34 || code === 39 || code === 0xab || code === 0xbb || (code >= 0x2018 && code <= 0x203a))
      addMark(text, at, found)
  }
  return found
}

/** The end of a line, and of a paragraph if an empty line follows; the last character that belongs to it. */
function afterBreak(text: string, at: number, found: Mark[]): number {
  let next = at + 1
  while (next < text.length && ' \t\r'.includes(text[next]!)) next++
  if (text[next] === '\n') found.push({ kind: 'break', start: at })
  return next - 1
}

function addMark(text: string, at: number, found: Mark[]): void {
  const char = text[at]!
  const double = DOUBLE.includes(char)
  if (!double && !SINGLE.includes(char)) return
  const side = sideOf(text, at)
  const sure = double || (side === 'close' && /[.,!?]/.test(text[at - 1]!))
  if (side) found.push({ kind: sure ? side : `single-${side}`, start: at })
}

/** Does the mark open or close what stands beside it? Null inside a word. */
function sideOf(text: string, at: number): 'open' | 'close' | null {
  const before = at === 0 || /[\s([–—/-]/.test(text[at - 1]!) || '"“„«‘‚'.includes(text[at - 1]!)
  const behind = at + 1 < text.length && /[^\s.,;:!?)\]–—-]/.test(text[at + 1]!)
  if (before && behind) return 'open'
  if (!before && (!behind || DOUBLE.includes(text[at + 1]!) || SINGLE.includes(text[at + 1]!))) return 'close'
  return null
}

/**
 * What stands around a run, and the words that judge its readings; what takes a look at more than the next characters is
 * found when it is asked for.
 */
export class Surroundings {
  /** The character before it, three before it, and the ten that follow it. */
  readonly before: string
  readonly earlier: string
  readonly after: string
  private readonly start: number
  private readonly end: number
  private asked: boolean | undefined
  private neighbours: Beside | undefined

  constructor(
    private readonly text: string,
    { start, piece }: Piece,
    readonly words: Vocabulary,
  ) {
    this.start = start
    this.end = start + piece.length
    this.before = start === 0 ? '' : text[start - 1]!
    this.earlier = text.slice(Math.max(0, start - 3), start)
    this.after = text.slice(this.end, this.end + 10)
  }

  beside(): Beside {
    this.neighbours ??= { before: wordBefore(this.text, this.start), behind: wordBehind(this.text, this.end) }
    return this.neighbours
  }

  sentenceStart(): boolean {
    return beginsSentence(this.text, this.start)
  }

  /** The next word has a capital. */
  capitalNext(): boolean {
    return /^ ["“„«‘(]?\p{Lu}/u.test(this.after)
  }

  /** The sentence begins with a word that begins a question. */
  question(): boolean {
    this.asked ??= asks(this.text, this.start, questionWords(this.words.pack))
    return this.asked
  }
}

function wordBefore(text: string, start: number): string {
  if (text[start - 1] !== ' ') return ''
  const end = start - 1
  if (',.;:'.includes(text[end - 1] ?? ' ')) return text[end - 1]!
  let at = end
  while (at > 0 && end - at < 20 && inPiece(text, at - 1)) at--
  return masked(text.slice(at, end).toLowerCase())
}

function wordBehind(text: string, end: number): string {
  if (',.;:'.includes(text[end] ?? ' ')) return text[end]!
  if (text[end] !== ' ') return ''
  let at = end + 1
  while (at < text.length && at - end < 20 && inPiece(text, at)) at++
  return masked(text.slice(end + 1, at).toLowerCase())
}

const MARKS = `"'“”„«»‘’‚()[]${ANY}`
/** More marks or blanks in a row are none of a sentence: no further back is looked. */
const MOST_MARKS = 100

function beginsSentence(text: string, start: number): boolean {
  const least = Math.max(0, start - MOST_MARKS)
  let at = start
  while (at > least && MARKS.includes(text[at - 1]!)) at--
  if (at === 0) return true
  if (!/\s/.test(text[at - 1]!)) return false
  let lines = 0
  while (at > least && /\s/.test(text[at - 1]!)) if (text[--at] === '\n') lines++
  if (at === 0 || lines > 1) return true
  while (at > least && '"”“»’\''.includes(text[at - 1]!)) at--
  return '.!:…•'.includes(text[at - 1] ?? '.') || (text[at - 1] === '?' && !/[\p{L}]/u.test(text[at - 2] ?? ''))
}

/** A sentence is not looked at further back. */
const LONGEST_SENTENCE = 300

/** Does one of the first two words of the sentence begin a question? */
function asks(text: string, from: number, questions: ReadonlySet<string>): boolean {
  let at = from
  while (at > 0 && from - at < LONGEST_SENTENCE && !'.!:;\n"“„«»'.includes(text[at - 1]!)) at--
  const first = /^[^\p{L}]*([\p{L}?\ufffd]+)[\s,]+(?:([\p{L}?\ufffd]+))?/u.exec(text.slice(at, at + 40))
  return first !== null && (questions.has(first[1]!.toLowerCase()) || questions.has((first[2] ?? '').toLowerCase()))
}

/** The question words of a pack, as they stand and with their letters lost. */
const questionWords = oncePer(
  (pack: LanguagePack): ReadonlySet<string> => new Set(pack.questionWords.flatMap(word => [word, masked(word)])),
)
