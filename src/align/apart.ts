/**
 * Paragraphs that somebody said do not belong together: no bead joins them, neither by its own evidence nor by way of
 * another text. What they would have been joined by otherwise counts all the same, so each goes to its next best
 * partner or stays alone. Versions of one text are not kept apart: what is wrong about a unit is wrong of all of them.
 */
import type { Bead } from '../model.js'
import { inOrder } from '../releases/beads.js'
import type { Belief } from './consistency.js'
import { spanRows } from './forms.js'
import { unitsOf } from './units.js'

/** By text id, paragraphs that are no unit; of a single paragraph, that it is not alone. */
export type WrongUnit = Readonly<Record<string, readonly number[]>>

/** The same in numbers: rows of each text, and which texts are versions of one. */
export interface Apart {
  readonly wrong: readonly (readonly ReadonlySet<number>[])[]
  readonly family: readonly string[]
}

type Beads = readonly (readonly (readonly Bead[])[])[]

/** Nothing is believed of what is kept apart, and of a paragraph that is not alone that it might be. Changes `beliefs`. */
export function forbid(beliefs: readonly (readonly Belief[])[], { wrong, family }: Apart): void {
  for (const rows of wrong) {
    const texts = rows.flatMap((own, text) => (own.size > 0 ? [text] : []))
    const single = texts.length === 1 && rows[texts[0]!]!.size === 1
    for (const a of texts) {
      for (const b of beliefs.keys()) {
        if (a === b) continue
        if (single) for (const row of rows[a]!) beliefs[a]![b]!.alone[row] = 0
        if (family[a] !== family[b] && rows[b]!.size > 0) disbelieve(beliefs[a]![b]!, rows[a]!, rows[b]!)
      }
    }
  }
}

function disbelieve({ start, to, q }: Belief, left: ReadonlySet<number>, right: ReadonlySet<number>): void {
  for (let x = 0; x + 1 < start.length; x++) {
    if (start[x] === start[x + 1] || !spanRows(x).some(row => left.has(row))) continue
    for (let k = start[x]!; k < start[x + 1]!; k++)
      if (spanRows(to[k]!).some(row => right.has(row))) q[k] = Number.NEGATIVE_INFINITY
  }
}

/** The beads without those that join what is kept apart; `beads[a][b]` for a < b, and so is the answer. */
export function keptApart(beads: Beads, sizes: readonly number[], apart: Apart): Bead[][][] {
  let out = beads.map((row, a) =>
    row.map((list, b) => apart.wrong.reduce((kept, rows) => cut(kept, rows, a, b), [...list])),
  )
  // By way of another text they may hang together still: then those of the later texts stand alone.
  for (;;) {
    const lonely = stillTogether(out, sizes, apart)
    if (lonely.every(rows => rows.size === 0)) return out
    out = out.map((row, a) =>
      row.map((list, b) => inOrder(list.flatMap(bead => without(bead, lonely[a]!, lonely[b]!)))),
    )
  }

  function cut(list: readonly Bead[], rows: readonly ReadonlySet<number>[], a: number, b: number): Bead[] {
    if (apart.family[a] === apart.family[b] || rows[a]!.size === 0 || rows[b]!.size === 0) return [...list]
    const joins = ([left, right]: Bead) => left.some(row => rows[a]!.has(row)) && right.some(row => rows[b]!.has(row))
    return inOrder(list.flatMap(bead => (joins(bead) ? without(bead, rows[a]!, NONE) : [bead])))
  }
}

const NONE: ReadonlySet<number> = new Set()

/** A bead without some of its rows, which then stand alone. */
function without([left, right]: Bead, a: ReadonlySet<number>, b: ReadonlySet<number>): Bead[] {
  const [keptLeft, keptRight] = [left.filter(row => !a.has(row)), right.filter(row => !b.has(row))]
  if (keptLeft.length === left.length && keptRight.length === right.length) return [[left, right]]
  const alone: Bead[] = [
    ...left.filter(row => a.has(row)).map((row): Bead => [[row], []]),
    ...right.filter(row => b.has(row)).map((row): Bead => [[], [row]]),
  ]
  if (keptLeft.length > 0 && keptRight.length > 0) return [[keptLeft, keptRight], ...alone]
  return [...alone, ...keptLeft.map((row): Bead => [[row], []]), ...keptRight.map((row): Bead => [[], [row]])]
}

/** For each text the rows to be taken out of units that hold what is kept apart: all but those of the first family. */
function stillTogether(beads: Beads, sizes: readonly number[], { wrong, family }: Apart): Set<number>[] {
  const out = sizes.map(() => new Set<number>())
  for (const { rows } of unitsOf(beads, sizes)) {
    for (const group of wrong) {
      const inside = rows.map((own, text) => own.filter(row => group[text]!.has(row)))
      const first = inside.findIndex(own => own.length > 0)
      for (const [text, own] of inside.entries())
        if (first >= 0 && family[text] !== family[first]) for (const row of own) out[text]!.add(row)
    }
  }
  return out
}
