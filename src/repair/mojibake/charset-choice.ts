/**
 * Which charset was it? Several explain the same characters, so each reading of a text is weighed: by how odd its
 * sequences stand and how well they fit (`oddity.ts`, `fit.ts`), by controls that another charset explains better, and
 * where that is not enough by how many orthographies share the letters. Files are put together from several, so the choice is one for each
 * line in the end.
 */
import { fitOf } from './fit.js'
import { clashes, isLeftOver, oddityOf } from './oddity.js'
import { lettersShared } from './orthographies.js'
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
    const before =
      last && last.start + last.length === s.start ? last.code : s.start > 0 ? text.charCodeAt(s.start - 1) : 0
    const after = next?.start === end ? next.code : end < text.length ? text.charCodeAt(end) : 0
    oddity[i] = oddityOf(text, s)
    total[i] = isLeftOver(text, s) ? REFUSED : oddity[i]! + fitOf(s.code, before, after, clashes(text, s))
    if (total[i]! >= SURE) sure++
    weight += Math.max(0, total[i]! + 1) * s.length
  }
  return { ...reading, oddity, total, sure, weight: weight - displaced(text, reading, limit) * DISPLACED }
}

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
      if (code < 0xa0 && table.chars.charCodeAt(code) !== code) controls++
      else if (code >= 0xa0 && table.byteOf[code]! < 0xa0) others++
    }
  }
  return READ_AS[charset] === 'windows-1252' ? Math.min(controls, others) : controls
}

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
      const code = text.charCodeAt(i)
      if (code < 0xa0 && table.chars.charCodeAt(code) !== code) explained[line]!--
    }
  }
  return explained
}
