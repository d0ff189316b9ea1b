/**
 * Which charset was it? Several explain the same characters, so each reading of a text is weighed: by how odd its
 * sequences stand (`oddity.ts`) and how well they fit, by controls that another charset explains better, and
 * where that is not enough by how many orthographies share the letters. Files are put together from several, so the choice is one for each
 * line in the end.
 */
import type { CharsetTable } from '../../charsets/charset.js'
import { classOf, LOWER, lettersShared, scriptOf, UPPER } from './char-classes.js'
import { clashes, isLeftOver, oddityOf } from './oddity.js'
import { READ_AS, type Reading } from './sequences.js'

/** Oddity and fit together: from here on a sequence needs nobody to vouch for it. */
export const SURE = 2
/** No company vouches for it. */
export const REFUSED = -9
/** A reading that explains less than this share of the best one's characters has no say in the choice. */
const NEARLY_EQUAL = 0.97
/** A reading that explains less than this share of the characters of another waits for its turn. */
const WORTH_JUDGING = 0.8
/** windows-1250 and iso-8859-2 explain the same places by other letters: so many sequences are weighed to tell them apart. */
const SEQUENCES_WEIGHED = 200
/** So many sequences tell charsets apart. */
const SEQUENCES_COMPARED = 300
/** A letter counts so much for each orthography that has it: what iso-8859-2 lacks a sequence is fourteen. */
const SHARED_LETTER = 0.05
/** Half of all trailing bytes are controls in iso-8859-2: without any, each sequence speaks so much against it. */
const NO_CONTROLS = 0.7
/** A control whose byte the charset gives a character, against a weight of two to four a character. */
const DISPLACED = 6

/** A reading whose sequences have been judged. */
export interface Judged extends Reading {
  /** By sequence: how odd it stands, and that with how well it would fit. */
  readonly oddity: Int8Array
  readonly total: Int8Array
  /** How many are sure. */
  readonly sure: number
  readonly weight: number
}

/** Judge the sequences that begin before `limit`. */
export function judge(text: string, reading: Reading, limit = Infinity): Judged {
  const { sequences } = reading
  const oddity = new Int8Array(sequences.length)
  const total = new Int8Array(sequences.length)
  let sure = 0
  let weight = 0
  for (let i = 0; i < sequences.length; i++) {
    const s = sequences[i]!
    if (s.start >= limit) break
    const last = sequences[i - 1]
    const next = sequences[i + 1]
    const end = s.start + s.length
    const left = last && last.start + last.length === s.start ? last : null
    const right = next?.start === end ? next : null
    const before = left?.code ?? (s.start > 0 ? text.charCodeAt(s.start - 1) : 0)
    const after = right?.code ?? (end < text.length ? text.charCodeAt(end) : 0)
    // What stands beside a letter of its own alphabet already is no better beside another one of it (`БУЏЕТ`).
    const natural =
      Number(!left && isOneScript(before, text.charCodeAt(s.start))) +
      Number(!right && isOneScript(text.charCodeAt(end - 1), after))
    oddity[i] = oddityOf(text, s)
    total[i] = isLeftOver(text, s) ? REFUSED : oddity[i]! + fitOf(s.code, before, after, clashes(text, s), natural)
    if (total[i]! >= SURE) sure++
    weight += Math.max(0, total[i]! + 1) * s.length
  }
  return { ...reading, oddity, total, sure, weight: weight - displaced(text, reading, limit) * DISPLACED }
}

/** Letters of one alphabet other than Latin. */
const isOneScript = (a: number, b: number) => scriptOf(a) > 1 && scriptOf(a) === scriptOf(b)

/**
 * Controls whose byte the charset gives a character: another charset, which has none there, explains them better.
 * windows-1252 stands for latin-1 too, so there it is the mixture of both that speaks against it.
 */
function displaced(text: string, { charset, table, sequences }: Reading, limit: number): number {
  let controls = 0
  let others = 0
  for (const { start, length } of sequences) {
    if (start >= limit) break
    for (let i = start + 1; i < start + length; i++) {
      const code = text.charCodeAt(i)
      if (isDisplaced(table, code)) controls++
      else if (code >= 0xa0 && table.byteOf[code]! < 0xa0) others++
    }
  }
  return READ_AS[charset] === 'windows-1252' ? Math.min(controls, others) : controls
}

const isDisplaced = (table: CharsetTable, code: number) => code < 0xa0 && table.chars.charCodeAt(code) !== code

/**
 * The readings, the one that explains most first; near-equal ones by their letters. Those that explain much less
 * are not judged before the first has taken what is its own.
 */
export function ranked(text: string, readings: readonly Reading[]): Judged[] {
  const explained = readings.map(r => r.sequences.reduce((sum, s) => sum + s.length, 0))
  const most = Math.max(...explained)
  const fullest = readings[explained.indexOf(most)]!
  const close = explained.filter(n => n >= most * WORTH_JUDGING).length
  const limit = close > 1 ? (fullest.sequences[SEQUENCES_COMPARED]?.start ?? Infinity) : 0
  const judged: Judged[] = []
  const rest: Judged[] = []
  for (const [i, r] of readings.entries()) {
    if (explained[i]! < most * WORTH_JUDGING) rest.push({ ...r, oddity: NONE, total: NONE, sure: 0, weight: 0 })
    else judged.push(judge(text, r, limit))
  }
  judged.sort(byWeight)
  const best = judged[0]!
  const equal = judged.filter(r => r.weight >= best.weight * NEARLY_EQUAL)
  if (equal.length > 1 && !equal.every(r => sameText(r, best))) {
    const scores = new Map(equal.map(r => [r, lettersScore(text, r)]))
    equal.sort((a, b) => scores.get(b)! - scores.get(a)! || byWeight(a, b))
  }
  return [...equal, ...judged.filter(r => !equal.includes(r)), ...rest]
}

const NONE = new Int8Array(0)
/** The reading that explains most first. */
export const byWeight = (a: Judged, b: Judged) => b.weight - a.weight || a.charset - b.charset

const sameText = (a: Reading, b: Reading) =>
  a.sequences.length === b.sequences.length &&
  a.sequences.every((s, i) => s.code === b.sequences[i]!.code && s.start === b.sequences[i]!.start)

/** Letters that many orthographies share speak for a reading; what iso-8859-2 needs and lacks speaks against it. */
function lettersScore(text: string, { charset, sequences }: Reading): number {
  const some = sequences.slice(0, SEQUENCES_WEIGHED)
  const shared = some.reduce((sum, { code }) => sum + lettersShared(code), 0)
  const lacking = READ_AS[charset] === 'iso-8859-2' && !/[\x80-\x9f]/.test(text) ? some.length * NO_CONTROLS : 0
  return shared * SHARED_LETTER - lacking
}

/** Files are put together from several: a line in which another charset explains more is left to that. */
export function withoutLinesOfOthers(text: string, first: Judged, rest: readonly Reading[]): Judged {
  if (rest.length === 0 || !text.includes('\n')) return first
  const ends: number[] = []
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) ends.push(i)
  ends.push(text.length)
  const own = explainedByLine(text, ends, first)
  const lost = new Uint8Array(ends.length)
  for (const reading of rest) {
    const others = explainedByLine(text, ends, reading)
    for (let line = 0; line < lost.length; line++) if (others[line]! > own[line]!) lost[line] = 1
  }
  if (!lost.includes(1)) return first
  let line = 0
  const sequences = first.sequences.filter(s => {
    while (ends[line]! <= s.start) line++
    return lost[line] === 0
  })
  return judge(text, { ...first, sequences })
}

function explainedByLine(text: string, ends: readonly number[], { charset, table, sequences }: Reading): Float64Array {
  const explained = new Float64Array(ends.length)
  let line = 0
  for (const { start, length } of sequences) {
    while (ends[line]! <= start) line++
    explained[line]! += length
    if (READ_AS[charset] === 'windows-1252') continue
    for (let i = start + 1; i < start + length; i++) {
      if (isDisplaced(table, text.charCodeAt(i))) explained[line]!--
    }
  }
  return explained
}

// --- fit -------------------------------------------------------------------------------------------------------------------
// How likely a character is that a sequence would become: letters and marks of Europe are what mojibake mostly was, other
// living scripts stand in words of their own, and a letter keeps the case and the alphabet of its neighbours.

/** Letters of European languages and the marks of print: the first and the last of each range. */
const USUAL = [
  0xa0, 0x17f, 0x1a0, 0x1a1, 0x1af, 0x1b0, 0x218, 0x21b, 0x1ea0, 0x1ef9, 0x200b, 0x2027, 0x202f, 0x203a, 0x2070, 0x209f,
  0x20ac, 0x20ac, 0x2116, 0x2122, 0x2190, 0x21ff, 0x2200, 0x22ff, 0x2500, 0x27bf, 0x3000, 0x3002, 0xfb00, 0xfb06,
  0xfe0f, 0xfe0f, 0xfeff, 0xfeff, 0xfffd, 0xfffd, 0x1f000, 0x1faff,
]
/** Scripts that much is written in; one letter alone is not enough. */
const SCRIPTS = [
  0x18f, 0x18f, 0x1cd, 0x1dc, 0x259, 0x259, 0x2bb, 0x2bf, 0x300, 0x331, 0x386, 0x3ce, 0x400, 0x45f, 0x490, 0x4ff, 0x531,
  0x587, 0x5b0, 0x5f4, 0x600, 0x6ff, 0x900, 0x1100, 0x1e00, 0x1fff, 0x2000, 0x2bff, 0x3000, 0x9fff, 0xac00, 0xd7a3,
  0xf900, 0xffef, 0x10000, 0x3ffff,
]

const within = (ranges: readonly number[], code: number) =>
  ranges.some((from, i) => i % 2 === 0 && code >= from && code <= ranges[i + 1]!)

/** By code point below 10000, once asked: the worth and 2. */
const worths = new Int8Array(0x10000)

/** How usual a character is: 1 letters and marks of Europe, 0 other living scripts, -1 the rest. */
function worthOf(code: number): number {
  if (code > 0xffff) return within(USUAL, code) ? 1 : 0
  const kept = worths[code]!
  if (kept) return kept - 2
  const worth = within(USUAL, code) ? 1 : within(SCRIPTS, code) ? 0 : -1
  worths[code] = worth + 2
  return worth
}

/**
 * What speaks for and against a character between `before` and `after` (code points, as they will read). That it mixes
 * alphabets says nothing where what stands there does so too (`clashed`): it may be mojibake once more. Neighbours of
 * its alphabet speak for it, but for so many that are of the alphabet of what stands there too (`natural`).
 */
function fitOf(code: number, before: number, after: number, clashed: boolean, natural: number): number {
  let fit = code < 0xa0 ? -1 : worthOf(code)
  const script = scriptOf(code)
  const left = scriptOf(before)
  const right = scriptOf(after)
  if (script > 1) {
    const same = Number(left === script) + Number(right === script)
    if (fit >= 0) fit += Math.max(0, same - natural)
    if (same === 0 && script > 3 && script < 7) fit -= 1
    if (script > 6 && ((left > 1 && left < 7) || (right > 1 && right < 7))) fit -= 2
    if (!clashed && (left === 1 || right === 1) && script < 7) fit -= 2
  }
  if (script === 1 && !clashed && ((left > 1 && left < 7) || (right > 1 && right < 7))) fit -= 2
  if (script !== 1 || code > 0xffff) return fit
  const own = classOf(code)
  if (own === UPPER && before <= 0xffff && classOf(before) === LOWER) fit -= 1
  const inLowerCase = after <= 0xffff && classOf(after) === LOWER
  if (own === LOWER && before <= 0xffff && classOf(before) === UPPER && !inLowerCase) fit -= 1
  return fit
}
