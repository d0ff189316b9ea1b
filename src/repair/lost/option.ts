/** What readings of a run of lost characters are made of: the signs for what is lost, the signs of marks, and the reading. */
import type { RepairEvidence } from '../../model.js'

/** A character of a damaged text that is certainly lost; a `?` may be genuine. */
export const LOST = '\ufffd'
/** Lost characters of which it is known that they took two or three bytes in UTF-8. */
export const TWO_BYTES = '\ue002'
export const THREE_BYTES = '\ue003'

/** Any character that stands for a lost one, as a character class. */
export const ANY = '?\ufffd\ue002\ue003'
export const ANY_LOST = /[?\ufffd\ue002\ue003]/
export const isLostCode = (code: number): boolean =>
  code === 63 || code === 0xfffd || code === 0xe002 || code === 0xe003
export const isLost = (char: string | undefined): boolean => char !== undefined && isLostCode(char.charCodeAt(0))

// Quotation marks are written as signs for opening and closing: which mark it is, and whether one is open, is settled over
// the whole text.
export const OPEN = '\ue010'
export const CLOSE = '\ue011'
/** An opening mark and an apostrophe that swallowed the space before them. */
export const SWALLOWED = ` ${OPEN}`
export const SWALLOWED_APOSTROPHE = ' ’'

/** What became of the lost characters of a stretch: each its character, or null for one that stays; and the cost. */
export interface Marks {
  readonly chars: readonly (string | null)[]
  readonly score: number
}

/** A reading of a run: the score is a power of ten. */
export interface Option extends Marks {
  readonly evidence: RepairEvidence
}

/** The words beside a place, in lower case and masked; `,` or `.` where a mark stands between. */
export interface Beside {
  readonly before: string
  readonly behind: string
}

/** A word with its lost characters as they were read. */
export function filled(word: string, chars: readonly (string | null)[]): string {
  let next = 0
  let out = ''
  for (const char of word) out += isLost(char) ? (chars[next++] ?? char) : char
  return out
}
