/**
 * A bilingual lexicon learned from the release itself: words that stand together in what is believed to belong together
 * more often than apart (IBM Model 1 on the likely beads, `learned/model-one.ts`). Where no pack and no cognate helps, this is
 * what finds the way; in a short text few words stand three times, and little is learned.
 */
import { associations, type Bead, strengthOf } from '../learned/model-one.js'
import { stemOf } from '../tokens/stems.js'
import type { Belief } from './consistency.js'
import { spanRows } from './forms.js'
import type { Reading } from './reading.js'

const LIKELY = 0.5 // what is believed of a bead to learn from it
const LEAST = 0.05 // less tells no more than chance
const MOST = 0.85 // no link is certain
const MOST_STEMS = 250 // of a row; a longer one is left out, because in it everything would seem to translate everything
const COMMON = 0.2 // a stem in more than this share of the rows tells little of where they belong

const NO_PREFIXES = { prefixLetters: '' }

/** Links between types of two texts that were learned from what is believed of their rows: type, type, strength. */
export function ownLinks(belief: Belief, a: Reading, b: Reading): [number, number, number][] {
  const [first, second] = [stemsIn(a), stemsIn(b)]
  const beads: Bead[] = []
  for (let x = 0; x + 1 < belief.start.length; x++) {
    for (let k = belief.start[x]!; k < belief.start[x + 1]!; k++) {
      if (belief.q[k]! < LIKELY) continue
      const [left, right] = [bagOf(first, spanRows(x)), bagOf(second, spanRows(belief.to[k]!))]
      if (left.length <= MOST_STEMS && right.length <= MOST_STEMS) beads.push([left, right])
    }
  }
  const out: [number, number, number][] = []
  for (const found of associations(beads, [first.types.length, second.types.length])) {
    const strength = Math.min(MOST, strengthOf(found))
    if (strength < LEAST) continue
    for (const from of first.types[found.first]!)
      for (const to of second.types[found.second]!) out.push([from, to, strength])
  }
  return out
}

/** The share of rows of which is not known where they belong. */
export function doubtOf(there: Belief): number {
  const rows = there.alone.length
  const sure = Float64Array.from(there.alone)
  for (let x = 0; x + 1 < there.start.length; x++) {
    let best = 0
    for (let k = there.start[x]!; k < there.start[x + 1]!; k++) best = Math.max(best, there.q[k]!)
    for (const row of spanRows(x)) if (row < rows) sure[row] = Math.max(sure[row]!, best)
  }
  return rows === 0 ? 0 : 1 - sure.reduce((sum, q) => sum + q, 0) / rows
}

/** The stems of the words of a text: those of each row, and the types of each stem. */
interface Stems {
  readonly rows: readonly (readonly number[])[]
  readonly types: readonly (readonly number[])[]
}

function stemsIn({ rows, vocabulary: { pack, table } }: Reading): Stems {
  const ids = new Map<string, number>()
  const types: number[][] = []
  const rowsWith: number[] = []
  const known = new Map<number, number>()
  const idOf = (type: number): number => {
    const before = known.get(type)
    if (before !== undefined) return before
    const stem = stemOf(table.forms[type]!, pack ?? NO_PREFIXES)
    const id = ids.get(stem) ?? ids.size
    ids.set(stem, id)
    known.set(type, id)
    const same = types[id]
    if (same) same.push(type)
    else types[id] = [type]
    return id
  }
  const stems = rows.map(row => {
    const here = new Set(row.types.filter(type => table.kinds[type] === 'word').map(idOf))
    for (const stem of here) rowsWith[stem] = (rowsWith[stem] ?? 0) + 1
    return [...here]
  })
  const most = COMMON * rows.length
  return { rows: stems.map(row => row.filter(stem => rowsWith[stem]! <= most)), types }
}

const bagOf = ({ rows }: Stems, span: readonly number[]) => Int32Array.from(new Set(span.flatMap(row => rows[row]!)))
