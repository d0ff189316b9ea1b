/** Laws of decisions on units and on releases, over generated ones; a failure prints its seed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptApart } from '../src/align/apart.js'
import { unitsOf } from '../src/align/units.js'
import { releaseConstraints } from '../src/decide/releases.js'
import { constraintsFor, heeded } from '../src/group/join.js'
import type { Bead, Decision } from '../src/model.js'
import { fileOf } from './decided.js'

const TEXTS = 4
const ROWS = 6

/** Beads of two texts in order: each takes so many rows of both. */
const beadsOfPair = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 8 }).map(steps => {
  const out: Bead[] = []
  let [i, j] = [0, 0]
  const take = (from: number, count: number) => Array.from({ length: Math.min(count, ROWS - from) }, (_, k) => from + k)
  for (const [left, right] of [...steps, [0, 0] as const]) {
    const bead = [take(i, left), take(j, right)] as const
    i += bead[0].length
    j += bead[1].length
    if (bead[0].length > 0 && bead[1].length > 0) out.push(bead)
    else out.push(...bead[0].map((row): Bead => [[row], []]), ...bead[1].map((row): Bead => [[], [row]]))
  }
  for (; i < ROWS; i++) out.push([[i], []])
  for (; j < ROWS; j++) out.push([[], [j]])
  return out
})

test('what is kept apart is in one unit by no way, and every row stays in one bead of each pair', () => {
  const rows = fc.uniqueArray(fc.nat(ROWS - 1), { maxLength: 2 })
  const wrong = fc.array(fc.array(rows, { minLength: TEXTS, maxLength: TEXTS }), { maxLength: 4 })
  const pairs = fc.array(beadsOfPair, { minLength: TEXTS * TEXTS, maxLength: TEXTS * TEXTS })
  const families = fc.array(fc.constantFrom('x', 'y', 'z'), { minLength: TEXTS, maxLength: TEXTS })
  fc.assert(
    fc.property(pairs, wrong, families, (lists, groups, family) => {
      const sizes = new Array<number>(TEXTS).fill(ROWS)
      const beads = sizes.map((_, a) => sizes.map((_, b) => (a < b ? lists[a * TEXTS + b]! : [])))
      const apart = { wrong: groups.map(group => group.map(own => new Set(own))), family }
      const kept = keptApart(beads, sizes, apart)
      for (const unit of unitsOf(kept, sizes)) {
        for (const group of apart.wrong) {
          const inside = unit.rows.flatMap((own, text) =>
            own.some(row => group[text]!.has(row)) ? [family[text]] : [],
          )
          expect(new Set(inside).size).toBeLessThan(2)
        }
      }
      for (let a = 0; a < TEXTS; a++) {
        for (let b = a + 1; b < TEXTS; b++) {
          const sides = [0, 1].map(side => kept[a]![b]!.flatMap(bead => bead[side]!).sort())
          expect(sides).toEqual([0, 1].map(() => [...Array(ROWS).keys()]))
        }
      }
    }),
  )
})

test('releases hold what must be together, and nothing that must not; each document once', () => {
  const FILES = 8
  const file = fc.nat(FILES).map(k => String(k).padStart(64, '0')) // one of them is not there
  const parts = fc.array(fc.uniqueArray(file, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 3 })
  const decision = fc
    .tuple(fc.constantFrom('split', 'merge'), parts)
    .map(([verdict, parts]): Decision => ({ about: 'release', verdict: verdict as 'split', parts }))
  const groupOf = fc.array(fc.nat(3), { minLength: FILES + 2, maxLength: FILES + 2 })
  fc.assert(
    fc.property(fc.array(decision, { maxLength: 6 }), groupOf, (decisions, own) => {
      // The last two are copies of the first two.
      const files = own.map((_, k) => String(k % FILES).padStart(64, '0'))
      const given = fileOf(...decisions)
      const { constraints, unapplied } = releaseConstraints(given, files)
      const groups = [0, 1, 2, 3].map(g => [...own.keys()].filter(k => own[k] === g)).filter(group => group.length > 0)
      const out = heeded(groups, constraintsFor(constraints, files.length))
      expect(out.flat().sort((a, b) => a - b)).toEqual([...own.keys()])
      const placeOf = (k: number) => out.findIndex(group => group.includes(k))
      for (const set of constraints.together) expect(new Set(set.map(placeOf)).size).toBe(1)
      for (const split of constraints.apart) {
        const places = split.map(part => new Set(part.map(placeOf)))
        places.forEach((place, i) => {
          for (const other of places.slice(i + 1)) expect([...place].filter(p => other.has(p))).toEqual([])
        })
      }
      expect(constraints.together.length + constraints.apart.length + unapplied.length).toBe(decisions.length)
      // The last decision is never overruled.
      const last = decisions.at(-1)
      if (last && unapplied.some(({ decision }) => decision === last)) {
        const why = unapplied.find(({ decision }) => decision === last)!.message
        expect(why).toMatch(/not all of its files are there|copies of one file/)
      }
    }),
  )
})
