/** What `parawire eval` prints: a table for people, or the same and more as JSON. */
import { type Counts, type Judgement, measuresOf, sumOf } from '../evaluate/judge.js'

/** Units of at least this confidence are those that a user would keep. */
const SURE = 0.9
const WIDTH = 11

/** A line for all pairs, and before it one for each pair or each language; then what the units' confidence is worth. */
export function table({ pairs, units }: Judgement, by?: string): string {
  const lines: [string, Counts][] =
    by === 'pair'
      ? pairs.map(({ tags, counts }) => [tags.join('-'), counts])
      : by === 'language'
        ? languagesOf({ pairs }).map(tag => [tag, sumOf(pairs, tag)])
        : []
  const first = Math.max(4, ...lines.map(([name]) => name.length)) + 2
  const row = (name: string, cells: readonly string[]) =>
    `${name.padEnd(first)}${cells.map(cell => cell.padStart(WIDTH)).join('')}\n`
  const heads = ['precision', 'recall', 'F1', 'lax prec.', 'lax recall', 'lax F1', 'gold beads', 'predicted']
  const sure = sureUnits(units)
  return [
    row('', heads),
    ...[...lines, ['all', sumOf(pairs)] as const].map(([name, counts]) => row(name, cellsOf(counts))),
    `units of confidence >= ${SURE}: ${sure.units} of ${units.length} (${percent(sure.units, units.length)}), ${percent(sure.right, sure.units)} of them right\n`,
  ].join('')
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`

const languagesOf = ({ pairs }: Pick<Judgement, 'pairs'>) => [...new Set(pairs.flatMap(({ tags }) => tags))].sort()

function cellsOf(counts: Counts): string[] {
  const { strict, lax } = measuresOf(counts)
  const measures = [strict, lax].flatMap(({ precision, recall, f1 }) => [precision, recall, f1])
  return [...measures.map(x => x.toFixed(4)), `${counts.gold}`, `${counts.predicted}`]
}

function sureUnits(units: Judgement['units']): { units: number; right: number } {
  const sure = units.filter(({ confidence }) => confidence >= SURE)
  return { units: sure.length, right: sure.filter(({ isRight }) => isRight).length }
}

/** Every measure: of all pairs together, by language and by pair; the units; the files that stand in no record. */
export function asJson({ pairs, units, missing }: Judgement): unknown {
  const entry = (counts: Counts) => ({ ...measuresOf(counts), gold: counts.gold, predicted: counts.predicted })
  return {
    all: entry(sumOf(pairs)),
    languages: Object.fromEntries(languagesOf({ pairs }).map(tag => [tag, entry(sumOf(pairs, tag))])),
    pairs: Object.fromEntries(pairs.map(({ tags, counts }) => [tags.join('-'), entry(counts)])),
    units: {
      total: units.length,
      right: units.filter(({ isRight }) => isRight).length,
      sure: { confidence: SURE, ...sureUnits(units) },
    },
    missing,
  }
}
