/**
 * Characters that a charset could not hold and that became `?` (or U+FFFD): letters, quotation marks, apostrophes,
 * dashes, signs. A text is looked at only where it shows what no question mark does: one inside a word, before a word,
 * or before a small letter. Then every place is read, and all readings are settled together.
 */

import type { LanguagePack } from '../../languages/pack.js'
import type { LearnedWords } from '../../learned/learned.js'
import { isWordCode } from '../../tokens/characters.js'
import { left, NOTHING, type Pass } from '../pass.js'
import { isLetter, lettersAfter, lettersBefore, vocabulary } from '../words.js'
import { aloneOptions, scalesOf } from './marks.js'
import { ANY, ANY_LOST, CLOSE, isLostCode, OPEN, type Option } from './option.js'
import { LONGEST_PIECE, optionsOf } from './pieces.js'
import { type Mark, marksOf, type Piece, piecesOf, Surroundings } from './places.js'
import { type Choices, choicesOf, type Read } from './quotation-states.js'
import { admissible, LETTERS, settle } from './reading.js'
import { atSource, canonical, letterStandIn } from './stand-ins.js'

/** What may be a formula or a unit with its sign lost. */
const SIGNED = /^(?:[A-Z][A-Za-z\d]{0,4}|[ckm]?m)[?\ufffd\ue002\ue003][A-Z\d]{0,2}$/
/** The sign of a formula or a unit, where nothing else in the text has its shape. */
const FORMULA = -1.5

/** How much likelier, as a power of ten, a question mark is a slip of the hand where so many places show a loss. */
const DOUBTS = [2.2, 2, 1, 0.5, 0.2]

/** Restore quotation marks, signs and letters that became `?` or U+FFFD; `learned` are the words of a corpus. */
export function repairLostCharacters(text: string, pack: LanguagePack, learned?: LearnedWords): Pass {
  const other = STAND_INS.test(text) ? canonical(text, pack) : null
  return other ? atSource(readLost(other.text, pack, learned), text, other.places) : readLost(text, pack, learned)
}

/** `aged ? 18 years`, `(?5 %)`: a sign before an amount that stands alone, which no word tells. Listed, for nothing tells which. */
const COMPARED = /^\? ?\d+(?:[.,]\d+)*\s?(?:[%°)]|\p{Ll})/u

function withLostSigns(text: string, places: readonly number[]): Pass {
  const lost = places.filter(
    at => /[\s([]/.test(text[at - 1] ?? '') && COMPARED.test(text.slice(at, at + COMPARED_WITHIN)),
  )
  return lost.length === 0
    ? NOTHING
    : { ...NOTHING, unrepaired: lost.map(at => left(text, at, 1, 'lost-character', 'no-candidate')) }
}
const COMPARED_WITHIN = 30

/** Two signs of loss in a row, or another sign inside a word. */
const STAND_INS = new RegExp(`[?\ufffd]{2}|${letterStandIn.source}`)

function readLost(text: string, pack: LanguagePack, learned: LearnedWords | undefined): Pass {
  const places = placesOf(text)
  if (places.length === 0) return NOTHING
  const pieces = piecesOf(text, places)
  const traces = tracesOf(text, pieces, pack)
  if (traces === 0) return withLostSigns(text, places)
  const doubt = DOUBTS[traces] ?? 0
  const words = vocabulary(text, pack, learned)
  const choices = onceEach(text, piece => {
    const around = new Surroundings(text, piece, words)
    return choicesOf(admissible(piece.piece, readings(text, piece, around, doubt)))
  })
  const reads: Read[] = []
  for (const piece of pieces) if (piece.piece.length <= LONGEST_PIECE) reads.push({ ...piece, choices: choices(piece) })
  const marks = marksOf(text)
  return settle(text, reads, marks, keptOf(text, marks), pack)
}

/** The readings of a place see no more of its text than this on either side: the sentence before it, the word behind. */
const SEEN = 310
/** So many places are remembered, then all are forgotten. */
const REMEMBERED = 500

/** Reads a place once where the text has the same around it again: columns, lines that are repeated, noise. */
function onceEach(text: string, read: (piece: Piece) => Choices): (piece: Piece) => Choices {
  const known = new Map<string, Choices>()
  return piece => {
    const { start, piece: run } = piece
    const from = Math.max(0, start - SEEN)
    const key = `${start - from} ${run.length} ${text.slice(from, start + run.length + SEEN)}`
    const before = known.get(key)
    if (before) return before
    if (known.size === REMEMBERED) known.clear()
    const choices = read(piece)
    known.set(key, choices)
    return choices
  }
}

function placesOf(text: string): number[] {
  const places: number[] = []
  for (const char of ANY) for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) places.push(at)
  return places.sort((a, b) => a - b)
}

/** So many places that are odd for a question mark, and not impossible, show a loss too. */
const ODD_ENOUGH = 3
/** One set apart by spaces counts for more: only habits of French typing have it so. */
const SET_APART = 1.5

/** How many places show that the text lost characters; 0 if it may be whole. */
function tracesOf(text: string, pieces: readonly Piece[], pack: LanguagePack): number {
  let sure = 0
  let odd = 0
  for (const piece of pieces) {
    if (isTrace(piece.piece)) sure++
    else if (isOdd(text, piece)) odd += /^\?+$/.test(piece.piece) ? SET_APART : 1
    else odd += oddAmount(text, piece, pack)
    if (sure >= DOUBTS.length) break
  }
  return sure > 0 ? sure : odd >= ODD_ENOUGH ? 1 : 0
}

/** A lost character where no question mark stands: inside a word or right before one. */
const isTrace = (piece: string): boolean => /[\ufffd\ue002\ue003]|[\p{L}\d]\?+[\p{L}\d]|^\?\p{L}/u.test(piece)

/** One set apart before a small letter, or one alone behind a word and before a comma or a small letter: `Why? he asked.` */
function isOdd(text: string, { start, piece }: Piece): boolean {
  const behind = text.slice(start + piece.length, start + piece.length + 2)
  if (/^\?+$/.test(piece)) return (start === 0 || /\s/.test(text[start - 1]!)) && /^ \p{Ll}/u.test(behind)
  return /[^?]\?$/.test(piece) && /^(?:[,;]| \p{Ll})/u.test(behind)
}

/** `a ? 3,1 million deal`, `?100m`: the sign of a currency; a word that counts in thousands leaves no doubt. */
function oddAmount(text: string, { start, piece }: Piece, pack: LanguagePack): number {
  if (piece === '?' && AMOUNT_BEFORE.test(text.slice(Math.max(0, start - 24), start)))
    return /^(?:[,.;)]| [\p{Ll}(])/u.test(text.slice(start + 1, start + 3)) && endsInScale(text, start, pack)
      ? ODD_ENOUGH
      : 0
  if (!piece.startsWith('?') || text[start - 1] !== ' ' || !/[\p{L},]/u.test(text[start - 2] ?? '')) return 0
  const amount = AMOUNT.exec(text.slice(start + 1, start + 40))
  if (!amount) return 0
  return scalesOf(pack).has((amount[1] ?? '').toLowerCase()) ? ODD_ENOUGH : SET_APART
}

const AMOUNT_BEFORE = /\d \p{L}+ $/u

/** `2,2 Milliarden `: does a word that counts in thousands or more stand before the place? */
const endsInScale = (text: string, start: number, pack: LanguagePack) =>
  scalesOf(pack).has(lettersBefore(text, start - 1).toLowerCase())

/** A number behind the place, and the word behind it; years stand alone. */
const AMOUNT = /^ ?(?!\d{4}\b)\d+(?:[.,]\d+)*(?: ?(\p{L}+))?/u

function readings(text: string, { piece, start }: Piece, around: Surroundings, doubt: number): Option[] {
  const alone = !/[^?\ufffd\ue002\ue003]/.test(piece)
  const found = alone ? aloneOptions(piece, around) : optionsOf(piece, around, doubt)
  const sign = SIGNED.test(piece) ? formulaSign(text, start + piece.search(ANY_LOST)) : undefined
  return sign ? [...found, { chars: [sign], score: FORMULA, evidence: 'formula' }] : found
}

/** Formulas and units with a character outside the charsets of their languages. */
const FORMULAS = 'CO₂ SO₂ NO₂ N₂O H₂O O₂ H₂ CH₄ NH₃ NOₓ SF₆ TiO₂ SiO₂ Al₂O₃ PM₁₀'.split(' ')
/** Of m² and m³ the square is far more frequent; the cube is not read. */
const UNITS = ['m', 'km', 'cm', 'mm']

/** The subscript or superscript at a place, as the rest of the formula or the unit tells; undefined where there is none. */
function formulaSign(text: string, at: number): string | undefined {
  const before = lettersBefore(text, at)
  const after = lettersAfter(text, at + 1)
  for (const name of FORMULAS) {
    const place = [...name].findIndex(c => c > '\u2000')
    const behind = name.slice(place + 1)
    if (before === name.slice(0, place) && (behind ? after === behind : !/^\p{L}/u.test(after))) return name[place]
  }
  const start = at - before.length
  const isUnit =
    UNITS.includes(before) &&
    !isWordCode(text.charCodeAt(at + 1)) &&
    /\d\s$/.test(text.slice(Math.max(0, start - 2), start))
  return isUnit ? '²' : undefined
}

/** How often the text still has each character beyond ASCII, and marks that open, close or elide. */
function keptOf(text: string, marks: readonly Mark[]): Map<string, number> {
  const kept = new Map<string, number>()
  const add = (char: string, times: number) => times > 0 && kept.set(char, (kept.get(char) ?? 0) + times)
  for (const { kind } of marks) {
    if (kind === 'open' || kind === 'single-open') add(OPEN, 1)
    else if (kind === 'close') add(CLOSE, 1)
  }
  const letters = new Uint32Array(LATIN)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80 && code !== 39) continue
    if (code === 39 || code === 0x2019) {
      if (isElision(text, at)) add('’', 1)
    } else if (code === 0x2014) add('–', 1)
    else if (code < LATIN) letters[code]!++
    else if (!isLostCode(code)) {
      add(text[at]!, 1)
      if (code < 0x2000 && isWordCode(code)) add(LETTERS, 1)
    }
  }
  for (let code = 0x80; code < LATIN; code++) {
    if (letters[code] === 0) continue
    add(String.fromCharCode(code), letters[code]!)
    if (isWordCode(code)) add(LETTERS, letters[code]!)
  }
  return kept
}

const isElision = (text: string, at: number) => isLetter(text[at - 1]) && isLetter(text[at + 1])

/** Latin letters are below. */
const LATIN = 0x250
