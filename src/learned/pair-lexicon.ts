/**
 * Which stems of two languages translate each other, and how surely: what a model knows of a pair of languages. One
 * table serves both directions. In a model file it is written like counts: strengths in hundredths, the highest first,
 * with all pairs of stems of that strength.
 */
import { append } from '../structures/lists.js'

/** Translations of the stems of one language into another. */
export interface PairLexicon {
  /** Stems of the other language, each followed by its strength between 0 and 1; empty for a stem that is not known. */
  strengths(stem: string): readonly (readonly [stem: string, strength: number])[]
}

/** The lexicon from the first language into the second, by tags; undefined where nothing is known of the two. */
export type LexiconOf = (from: string, to: string) => PairLexicon | undefined

/** Two stems, of the first and of the second language, that translate each other with a strength between 0 and 1. */
export type Translation = readonly [first: string, second: string, strength: number]

/** Hundredths: entries of that strength sorted by code unit and joined by a comma, the stems of each by a space. */
export type PackedTranslations = readonly (readonly [hundredths: number, entries: string])[]

const HUNDRED = 100

/** The name of a pair of languages in a model file. */
export const pairName = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Translations as they are written; those that round to nothing are left out. */
export function packTranslations(translations: Iterable<Translation>): PackedTranslations {
  const byStrength = new Map<number, string[]>()
  for (const [first, second, strength] of translations) {
    const hundredths = Math.round(Math.min(1, strength) * HUNDRED)
    if (hundredths >= 1) append(byStrength, hundredths, `${first} ${second}`)
  }
  return [...byStrength].sort(([x], [y]) => y - x).map(([hundredths, entries]) => [hundredths, entries.sort().join()])
}

/**
 * The lexicon of a pair in one direction, from what was written: from the first language, or `back` from the second.
 * @throws Error where it was not written by `packTranslations`
 */
export function lexiconFrom(packed: PackedTranslations, back: boolean): PairLexicon {
  const table = new Map<string, Known[]>()
  for (const [hundredths, entries] of packed) {
    if (!(Number.isInteger(hundredths) && hundredths >= 1 && hundredths <= HUNDRED)) throw new Error('no strength')
    const strength = hundredths / HUNDRED
    for (const entry of entries.split(',')) {
      const at = entry.indexOf(' ')
      if (at < 1 || at === entry.length - 1) throw new Error('no pair of stems')
      const [first, second] = [entry.slice(0, at), entry.slice(at + 1)]
      const [from, to] = back ? [second, first] : [first, second]
      append(table, from, [to, strength])
    }
  }
  return { strengths: stem => table.get(stem) ?? NOTHING }
}

type Known = readonly [stem: string, strength: number]
const NOTHING: readonly Known[] = []
