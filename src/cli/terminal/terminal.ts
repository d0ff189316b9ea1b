/** The terminal that a command prints for: how wide it is, and how it is kept from mixing up texts of two directions. */
import { UserError } from '../../errors.js'
import { hasRightToLeft } from '../../tokens/direction.js'
import type { Io } from '../io.js'

/** Where nothing says how wide: what a page of mail or a window of code has room for. */
const USUAL = 100
const NARROWEST = 48
const WIDEST = 1000

/**
 * Columns to print in: those of `--width`, of the variable COLUMNS, of the terminal on standard output, or of the one on
 * standard error where standard output is a pipe (to a pager); else 100. Throws a UserError for a width that is no number.
 */
export function columnsFor(wish: string | undefined, { stdout, stderr, env }: Io): number {
  if (wish !== undefined) return checked(wish)
  const there = [Number(env.COLUMNS), stdout.columns, stderr.columns].find(n => Number.isInteger(n) && n! > 0)
  return Math.min(WIDEST, Math.max(NARROWEST, there ?? USUAL))
}

function checked(wish: string): number {
  const width = /^\d{1,4}$/.test(wish) ? Number(wish) : 0
  if (width < NARROWEST || width > WIDEST)
    throw new UserError(`--width takes a number of columns from ${NARROWEST} to ${WIDEST}, not "${wish}"`)
  return width
}

const [LRI, RLI, PDI] = ['\u2066', '\u2067', '\u2069']

/**
 * A text between the marks that make it an island (UAX 9, isolates), where it or what it holds runs from right to left: a
 * terminal that knows two directions then turns the text and nothing beside it; for any other they have no width.
 */
export function isolated(text: string, direction: 'ltr' | 'rtl'): string {
  if (text === '' || (direction === 'ltr' && !hasRightToLeft(text))) return text
  return (direction === 'rtl' ? RLI : LRI) + text + PDI
}
