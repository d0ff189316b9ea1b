/**
 * Letters that a scanner takes for each other, by their shape: strokes of one height side by side (`rn` and `m`),
 * bowls that did not close (`c` and `e`), stems with and without a dot or a bar (`i` and `l`, `f` and `t`), digits of a
 * letter's outline, and letters with and without their accent. The costs are rough: what is nearly the same on paper
 * costs nothing beyond the slip itself.
 */
import type { LanguagePack } from '../../languages/pack.js'
import { POWERS, sumOf } from './hash.js'

export interface Lookalike {
  readonly seen: string
  readonly meant: string
  readonly cost: number
  /** The sum of `meant`, and what a sum before it is multiplied with. */
  readonly sum: number
  readonly power: number
  /** The second character that is seen; -1 where one is all. */
  readonly second: number
}

/** Either may be read for the other; the cost of each level. */
const PAIRS: readonly (readonly [cost: number, pairs: string])[] = [
  [0, 'fl fi|q g|rn m|cl d|vv w|l i|c e|ii ü|h b|u n|i j|t f'],
  [2, 'h n|l t|v y|li h|o c|lc k|ii u|nn m|in m|ni m|ri n|ti n'],
  [3, 'u v|tl d|ol d|y g|ll h'],
]
/** What is seen in a word and cannot be meant there. */
const DIGITS = '0 o|1 l|1 i|5 s|6 b|8 b|8 s|9 g|9 q|3 e|4 a|2 z|| l|| i|! l|! i|[ l|[ i|¢ c|$ s|€ e|£ l|ß b|ſ s'
/** Accents are endings in some languages: `pero`, `però`. */
const LOST_ACCENT_COST = 3
const OTHER_ACCENT_COST = 0.7

const tables = new WeakMap<LanguagePack, ReadonlyMap<number, readonly Lookalike[]>>()

/** What may be meant where something is seen, lower case, by the first character that is seen. */
export function lookalikesOf(pack: LanguagePack): ReadonlyMap<number, readonly Lookalike[]> {
  const known = tables.get(pack)
  if (known) return known
  const table = new Map<number, Lookalike[]>()
  const allowed = (letters: string) => [...letters].every(c => c < '\x80' || pack.letters.includes(c))
  const add = (seen: string, meant: string, cost: number) => {
    if (!allowed(meant)) return
    const code = seen.charCodeAt(0)
    const second = seen.length > 1 ? seen.charCodeAt(1) : -1
    const made = { seen, meant, cost, sum: sumOf(meant), power: POWERS[meant.length]!, second }
    table.set(code, [...(table.get(code) ?? []), made])
  }
  for (const [cost, pairs] of PAIRS) {
    for (const pair of pairs.split('|')) {
      const [one, two] = pair.split(' ') as [string, string]
      add(one, two, cost)
      add(two, one, cost)
    }
  }
  for (const pair of DIGITS.replaceAll('||', '|\x00').split('|')) {
    const [seen, meant] = pair.replace('\x00', '|').split(' ') as [string, string]
    add(seen, meant, 0)
  }
  addAccents(pack, add)
  tables.set(pack, table)
  return table
}

/** A letter beyond a-z may have lost its accent, or have got that of a sister. */
function addAccents(pack: LanguagePack, add: (seen: string, meant: string, cost: number) => void): void {
  const bases = new Map<string, string[]>()
  for (const letter of pack.letters) {
    const base = letter.normalize('NFD')[0]!
    const sisters = bases.get(base) ?? [base]
    bases.set(base, [...sisters, letter])
  }
  bases.delete('ß')
  for (const sisters of bases.values())
    for (const seen of sisters)
      for (const meant of sisters)
        if (seen !== meant && meant >= '\x80') add(seen, meant, seen < '\x80' ? LOST_ACCENT_COST : OTHER_ACCENT_COST)
  if (pack.letters.includes('ø')) add('o', 'ø', LOST_ACCENT_COST)
  if (pack.letters.includes('æ')) add('ae', 'æ', LOST_ACCENT_COST)
}
