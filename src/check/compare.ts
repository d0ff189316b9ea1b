/**
 * Holds what the documents of a unit state against each other, whatever it is they state. A claim that some documents
 * make and others cannot be read to make is disputed. Two disputed claims of which each stands where the other is
 * lacking are one dispute: what one text has instead of the other. Documents outvoted by the rest are its minority.
 */

import type { Statement } from '../model.js'
import { append } from '../structures/lists.js'
import type { Discrepancy } from './views.js'

/** Something a text states; claims of one `key` state the same. `at` is where in the text, 0 to 1. */
export interface Claim {
  readonly key: string
  readonly at: number
  readonly statement: Statement
}

/** What one document states; `allows` tells whether it may be read to state a claim of another. */
export interface Side<C extends Claim> {
  readonly document: string
  readonly claims: readonly C[]
  allows(claim: C): boolean
}

/** `differs` where something else stands instead, otherwise some documents do not state it. */
export interface Dispute {
  readonly differs: boolean
  /** By document; an empty list where it states nothing of it. */
  readonly values: Discrepancy['values']
  readonly minority: readonly string[]
}

/** More disputes than this in one unit are not reported one by one: its blocks do not say the same. */
const MOST_REPORTED = 40
/** So many claims of a unit that some lack are held against its texts; each may be looked for in a whole text. */
const MOST_ASKED = 1000

interface Candidate<C extends Claim> {
  readonly claim: C
  readonly holders: ReadonlyMap<string, C[]>
  readonly lacking: ReadonlySet<string>
}

/** The disputes of two or more documents; `near` says how likely one claim stands for another, 0 where it cannot. */
export function disputes<C extends Claim>(sides: readonly Side<C>[], near: (a: C, b: C) => number): Dispute[] {
  const candidates = candidatesOf(sides)
  if (candidates.length === 0) return []
  const open = new Set(candidates)
  const out: Dispute[] = []
  for (const [a, b] of pairsOf(candidates, near)) {
    if (!open.has(a) || !open.has(b)) continue
    open.delete(a)
    open.delete(b)
    out.push(dispute([a, b], sides))
  }
  return [...out, ...[...open].map(candidate => dispute([candidate], sides))]
}

/** The first claims that some documents lack. */
function candidatesOf<C extends Claim>(sides: readonly Side<C>[]): Candidate<C>[] {
  const claims = new Map<string, C>()
  const holders = new Map<string, Map<string, C[]>>()
  for (const { document, claims: own } of sides) {
    for (const claim of own) {
      if (!claims.has(claim.key)) claims.set(claim.key, claim)
      const by = holders.get(claim.key) ?? new Map<string, C[]>()
      holders.set(claim.key, by)
      append(by, document, claim)
    }
  }
  const found: Candidate<C>[] = []
  let asked = 0
  for (const [key, claim] of claims) {
    const by = holders.get(key)!
    if (by.size === sides.length) continue
    if (found.length === MOST_REPORTED || asked++ === MOST_ASKED) break
    const lacking = sides.filter(side => !by.has(side.document) && !side.allows(claim)).map(side => side.document)
    if (lacking.length > 0) found.push({ claim, holders: by, lacking: new Set(lacking) })
  }
  return found
}

/** Candidates that may stand for each other, the likeliest first. */
function pairsOf<C extends Claim>(
  candidates: readonly Candidate<C>[],
  near: (a: C, b: C) => number,
): (readonly [Candidate<C>, Candidate<C>])[] {
  const pairs: { score: number; pair: readonly [Candidate<C>, Candidate<C>] }[] = []
  for (const [i, a] of candidates.entries()) {
    for (const b of candidates.slice(i + 1)) {
      if (!meets(a, b) || !meets(b, a)) continue
      const score = near(a.claim, b.claim)
      if (score > 0) pairs.push({ score: score - Math.abs(a.claim.at - b.claim.at) / 10, pair: [a, b] })
    }
  }
  return pairs.sort((x, y) => y.score - x.score).map(({ pair }) => pair)
}

/** Does a document that lacks the first state the second, and none that states the first? */
const meets = <C extends Claim>(a: Candidate<C>, b: Candidate<C>) =>
  [...b.holders.keys()].some(id => a.lacking.has(id)) && ![...a.holders.keys()].some(id => b.holders.has(id))

function dispute<C extends Claim>(candidates: readonly Candidate<C>[], sides: readonly Side<C>[]): Dispute {
  const statementsOf = (id: string) =>
    candidates.flatMap(({ holders }) => holders.get(id) ?? []).map(({ statement }) => statement)
  const ids = sides.map(({ document }) => document)
  // Who may be read to state it sides with those who do.
  const camps = candidates.map(({ lacking }) => new Set(ids.filter(id => !lacking.has(id))))
  if (candidates.length === 1) camps.push(new Set(candidates[0]!.lacking))
  return {
    differs: candidates.length > 1,
    values: Object.fromEntries(sides.map(({ document }) => [document, statementsOf(document)])),
    minority: minorityOf(camps, sides.length),
  }
}

/** The smaller of two camps where three or more documents vote, and none is in both. */
export function minorityOf(camps: readonly ReadonlySet<string>[], voters: number): string[] {
  const [least, most] = camps.map(camp => [...camp]).sort((a, b) => a.length - b.length)
  if (voters < 3 || !least || !most || least.length === most.length) return []
  return least.filter(id => !most.includes(id)).sort()
}
