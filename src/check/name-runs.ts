/**
 * Names of several words that are kept as they are (`Northern Airfield Park`). Where two languages or more write one word
 * by word, a text of another language that has the same words but for one writes it otherwise. That the other words are
 * the same shows that it did not translate them; a word that is only spelled otherwise is no matter.
 */

import type { RecordUnit, Statement } from '../model.js'
import { append } from '../structures/lists.js'
import { fold } from '../tokens/words.js'
import { minorityOf } from './compare.js'
import { alike, type NameView } from './name-words.js'
import { type Discrepancy, stated } from './views.js'

/** Capitalised words in a row. */
interface NameRun {
  readonly words: readonly string[]
  readonly statement: Statement
}

// > | ... gestartet vom Northern Airfield Park aus
//                       ^^^^^^^^^^^^^^^^^^^^^^^
const RUN =
  /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}]{1,30}(?:[ \u00a0-]\p{Lu}[\p{L}\p{M}\p{N}]{1,30}){1,7}(?![\p{L}\p{M}])/gu
const LEAST_WORDS = 3
const LANGUAGES = 2
const MOST_RUNS = 200

/** The runs of a text, and what is left of each without its first words. */
function nameRuns({ view, hebrew }: NameView): NameRun[] {
  if (hebrew) return []
  return view.blocks
    .flatMap(block =>
      Array.from(block.text.matchAll(RUN), ({ index, 0: text }) => ({
        words: text.split(/[ \u00a0-]/).map(fold),
        statement: stated(block, { start: index, end: index + text.length }, text),
      })),
    )
    .filter(({ words }) => words.length >= LEAST_WORDS)
    .slice(0, MOST_RUNS)
}

interface Reading {
  readonly side: NameView
  readonly runs: readonly NameRun[]
}

/** Runs that two languages or more keep, and a third has with one word changed. */
export function runDisputes(sides: readonly NameView[], unit: RecordUnit): Discrepancy[] {
  const readings = sides.map((side): Reading => ({ side, runs: nameRuns(side) }))
  const holders = new Map<string, Reading[]>()
  for (const reading of readings)
    for (const key of new Set(reading.runs.map(({ words }) => words.join(' ')))) append(holders, key, reading)
  return [...holders].flatMap(([key, keeping]) => {
    if (new Set(keeping.map(({ side }) => side.view.document.language.tag)).size < LANGUAGES) return []
    const others = readings.filter(reading => !keeping.includes(reading))
    return others.flatMap(reading => {
      const changed = reading.runs.find(run => isChanged(key.split(' '), run.words, reading, readings))
      return changed ? [disputeOf(key, changed, reading, readings, unit)] : []
    })
  })
}

/**
 * Are the words of the kept name in the run, but for one between two of them that no other text has? At an edge a title
 * or the beginning of a sentence may stand (`Krankenhaus Louis Pasteur`).
 */
function isChanged(
  kept: readonly string[],
  run: readonly string[],
  own: Reading,
  readings: readonly Reading[],
): boolean {
  for (let from = 0; from + kept.length <= run.length; from++) {
    const other = kept.flatMap((word, i) => (word === run[from + i] ? [] : [i]))
    const [at] = other
    if (other.length !== 1 || at === undefined || at === 0 || at === kept.length - 1) continue
    const word = run[from + at]!
    const elsewhere = readings.some(reading => reading !== own && reading.side.names.has(word))
    if (!elsewhere && !isSpelling(kept[at]!, word)) return true
  }
  return false
}

/** `Airfield` and `Field` are two words, `Europe` and `Europa` are one. */
const isSpelling = (a: string, b: string) => a[0] === b[0] && alike(a, b)

function disputeOf(
  key: string,
  changed: NameRun,
  own: Reading,
  readings: readonly Reading[],
  unit: RecordUnit,
): Discrepancy {
  const values = Object.fromEntries(
    readings.map(reading => {
      const run = reading === own ? changed : reading.runs.find(({ words }) => words.join(' ') === key)
      return [reading.side.view.document.id, run ? [run.statement] : []]
    }),
  )
  const stating = Object.entries(values).filter(([, found]) => found.length > 0)
  const id = own.side.view.document.id
  const others = stating.map(([document]) => document).filter(document => document !== id)
  const minority = minorityOf([new Set([id]), new Set(others)], stating.length)
  return { code: 'name-differs', unit, values, minority }
}
