/**
 * What is said by words that are heard nowhere. Lexical evidence (`lexical.ts`) asks where in the other text a word is
 * heard; a paragraph that the other text lacks has hardly any word that is heard at all, and two such paragraphs next to
 * each other would be taken for partners by their lengths. How many words of a paragraph are heard if its partner is
 * there is counted on likely beads; and how many if it were not: those that are also heard elsewhere. Only words that
 * stand in one row tell. Numbers tell most (heard in nine of ten partners, in one of thirty strangers), then names.
 */
import type { Evidence } from './lexical.js'
import type { Echoes } from './places.js'
import { KINDS, type TypeKind } from './type-table.js'

/** Trust in silence; less than 1, because what is left out of one sentence is left out together. .3 to .6 are alike. */
const TRUST = 0.4
/** A general guess for each kind counts for so many types: heard with a partner, heard without. */
const PRIOR = 4
const HEARD: Readonly<Record<TypeKind, readonly [partner: number, none: number]>> = {
  word: [0.18, 0.08],
  number: [0.9, 0.05],
  term: [0.7, 0.07],
  shape: [0.8, 0.17],
  kind: [0.5, 0.3],
}
const WHOLE = 0.999 // of an echo that is in the partner alone

/** Log likelihood ratios that a row has a partner, for a type of each kind: where it is heard, and where it is not. */
type Gains = readonly { readonly heard: number; readonly silent: number }[]

/** Adds to what rows say of every bead what their words say by being heard at all; `partners` as for trust. */
export function addSilence(
  { base }: Evidence,
  echoes: Echoes,
  kinds: readonly TypeKind[],
  partners: readonly (readonly number[] | undefined)[],
): void {
  const { places } = echoes
  const echoOf = new Int32Array(places.types.length).fill(-1)
  echoes.slot.forEach((slot, e) => {
    echoOf[slot] = e
  })
  const gains = gainsOf(echoes, echoOf, kinds, partners)
  for (let slot = 0; slot < echoOf.length; slot++) {
    if (!isRare(echoes, slot)) continue
    const { heard, silent } = gains[kindOf(echoes, slot, kinds)]!
    base[places.row[places.start[slot]!]!]! += TRUST * (echoOf[slot]! < 0 ? silent : heard)
  }
}

const isRare = ({ places }: Echoes, slot: number) => places.start[slot + 1]! - places.start[slot]! === 1
const kindOf = ({ places }: Echoes, slot: number, kinds: readonly TypeKind[]) =>
  KINDS.indexOf(kinds[places.types[slot]!]!)

function gainsOf(
  echoes: Echoes,
  echoOf: Int32Array,
  kinds: readonly TypeKind[],
  partners: readonly (readonly number[] | undefined)[],
): Gains {
  const { places } = echoes
  const all = KINDS.map(() => PRIOR)
  const heard = KINDS.map(kind => PRIOR * HEARD[kind][0])
  const elsewhere = KINDS.map(kind => PRIOR * HEARD[kind][1])
  for (let slot = 0; slot < echoOf.length; slot++) {
    const partner = partners[places.row[places.start[slot]!]!]
    if (!partner || !isRare(echoes, slot)) continue
    const kind = kindOf(echoes, slot, kinds)
    all[kind]!++
    if (echoOf[slot]! < 0) continue
    heard[kind]!++
    if (shareIn(echoes, echoOf[slot]!, partner) < WHOLE) elsewhere[kind]!++
  }
  return KINDS.map((_, kind) => {
    const partner = heard[kind]! / all[kind]!
    const none = Math.min(heard[kind]!, elsewhere[kind]!) / all[kind]!
    return { heard: Math.log(partner / none), silent: Math.log((1 - partner) / (1 - none)) }
  })
}

/** The share of an echo that is heard in some rows. */
function shareIn({ start, row, share }: Echoes, e: number, rows: readonly number[]): number {
  let sum = 0
  for (let k = start[e]!; k < start[e + 1]!; k++) if (rows.includes(row[k]!)) sum += share[k]!
  return sum
}
