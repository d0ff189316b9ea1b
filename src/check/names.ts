/**
 * Names that translations do not agree on. A name is a capitalised word that documents of two languages write alike. What
 * a language does not keep (`Londen`) is never held against it: a document is known to keep a name when it has it in
 * another unit, beside the others. Three things are told: one kept name where all others have another; a kept name with a
 * slip of the pen in it; and a name of several words that others keep word by word, with one word changed.
 */
import type { Statement } from '../model.js'
import { termAt, termsOf } from '../text/terms.js'
import { minorityOf } from './compare.js'
import { nameRuns, runDisputes } from './name-runs.js'
import { alike, distance, LEAST_LETTERS, type NameView, type NameWord, nameView } from './name-words.js'
import type { UnitView } from './views.js'

/** Names of a unit that do not agree. */
export interface NameDispute {
  readonly unit: UnitView
  readonly differs: boolean
  readonly values: Readonly<Record<string, readonly Statement[]>>
  readonly minority: readonly string[]
  /** How it was found. */
  readonly by: 'swap' | 'slip' | 'words' | 'missing'
}

// A slip changes one letter or two of a name that is long enough not to be another.
const SLIP_LETTERS = 5
const SLIP = 2
const WITNESSES = 2
const OFTEN = 2
// Languages order a sentence as they must: a name that took another's place is not far from it.
const NEAR = 0.3
// What all of so many other languages name and one leaves out was not left out for its grammar.
const WITNESSES_OF_NOTHING = 3

/** All disputes over names, by unit. */
export function nameDisputes(units: readonly UnitView[]): NameDispute[] {
  const read = units.map(unit => ({ unit, sides: unit.views.map(nameView) }))
  const kept = keptBy(read.map(({ sides }) => sides))
  return read.flatMap(({ unit, sides }, at) => {
    const languages = new Set(sides.map(({ view }) => view.document.language.tag))
    if (languages.size < 2) return []
    const words = sides.flatMap(side => disputesOf(side, sides, unit, at, kept))
    const runs = runDisputes(
      sides.map(side => ({ side, runs: nameRuns(side) })),
      unit,
    )
    return merged([...words, ...runs])
  })
}

/** Words that one document lacks in the same way are one dispute: they are parts of one name, or of one slip. */
function merged(disputes: readonly NameDispute[]): NameDispute[] {
  const found = new Map<string, NameDispute>()
  for (const dispute of disputes) {
    const key = dispute.by === 'missing' ? `missing ${lackingIn(dispute)}` : String(found.size)
    const before = found.get(key)
    found.set(key, before ? { ...before, values: joined(before.values, dispute.values) } : dispute)
  }
  return [...found.values()]
}

const lackingIn = ({ values }: NameDispute) =>
  Object.keys(values)
    .filter(id => values[id]!.length === 0)
    .join()

const joined = (a: NameDispute['values'], b: NameDispute['values']) =>
  Object.fromEntries(Object.entries(a).map(([id, statements]) => [id, [...statements, ...(b[id] ?? [])]]))

/** In which units a document has a name that another language has there too. */
type Kept = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<number>>>

function keptBy(units: readonly (readonly NameView[])[]): Kept {
  const kept = new Map<string, Map<string, Set<number>>>()
  for (const [at, sides] of units.entries()) {
    const counts = new Map<string, Set<string>>()
    for (const { view, names } of sides)
      for (const key of names.keys()) counts.set(key, (counts.get(key) ?? new Set()).add(view.document.language.tag))
    for (const side of sides) {
      const { id, language } = side.view.document
      const own = kept.get(id) ?? new Map<string, Set<number>>()
      kept.set(id, own)
      for (const [key, tags] of counts) {
        const others = tags.size - (tags.has(language.tag) ? 1 : 0)
        if (others === 0 || !(side.hebrew ? side.holds(key) : side.names.has(key))) continue
        own.set(key, (own.get(key) ?? new Set()).add(at))
      }
    }
  }
  return kept
}

/** Does a document keep a name in another unit than this? */
const keeps = (kept: Kept, document: string, key: string, at: number) => {
  const units = kept.get(document)?.get(key)
  return units !== undefined && units.size > (units.has(at) ? 1 : 0)
}

function disputesOf(side: NameView, sides: readonly NameView[], unit: UnitView, at: number, kept: Kept): NameDispute[] {
  const { id } = side.view.document
  const others = sides.filter(other => other !== side && !other.hebrew)
  const foreign = others.filter(other => other.view.document.language.tag !== side.view.document.language.tag)
  if (foreign.length === 0) return []
  const lost = [...foreign[0]!.names.values()].filter(
    ({ key }) =>
      key.length > LEAST_LETTERS - 1 &&
      others.every(other => other.names.has(key)) &&
      !sides.some(
        other => other !== side && other.hebrew && !other.holds(key) && keeps(kept, other.view.document.id, key, at),
      ) &&
      !side.names.has(key) &&
      keeps(kept, id, key, at),
  )
  if (lost.length === 0) return []
  const gained = side.hebrew
    ? []
    : [...side.names.values()].filter(({ key }) => !sides.some(other => other !== side && other.holds(key)))
  // One other language alone shows little of what is a name: there the document must have kept it often.
  const isSure = (key: string) => others.length >= WITNESSES || (kept.get(id)?.get(key)?.size ?? 0) > OFTEN
  return lost
    .filter(({ key }) => isSure(key))
    .flatMap(name => {
      const slip = side.hebrew ? undefined : gainedSlip(name, side, sides)
      if (slip) return [disputeOf(name, slip, side, sides, unit, 'slip')]
      if (side.holds(name.key)) return []
      const swap = gained.find(other => isSwap(name, other) && keeps(kept, id, other.key, at))
      if (swap) return [disputeOf(name, swap, side, sides, unit, 'swap')]
      if (side.hebrew || others.length < WITNESSES_OF_NOTHING || gained.some(isAcronym) || isSpeltOut(name, side))
        return []
      return [disputeOf(name, null, side, sides, unit, 'missing')]
    })
}

/** May one name stand where the other should? Not far away, no acronym for a name in full, no form of the same. */
const isSwap = (name: NameWord, other: NameWord) =>
  isAcronym(name) === isAcronym(other) && !alike(name.key, other.key) && Math.abs(name.at - other.at) <= NEAR

const isAcronym = ({ statement: { text } }: NameWord) => text === text.toUpperCase()

/** `Saturday Night Live` where the others write SNL. */
function isSpeltOut(name: NameWord, { view }: NameView): boolean {
  if (!isAcronym(name)) return false
  return view.blocks.some(({ text }) => initials(text).includes(name.statement.text))
}

/** The first letters of all words, those with a small letter left out. */
const initials = (text: string) => Array.from(text.matchAll(/(?<![\p{L}\p{M}])\p{Lu}/gu), match => match[0]).join('')

/** A word one or two letters away from the name, in no other text, that is not the name with an ending. */
function gainedSlip(name: NameWord, side: NameView, sides: readonly NameView[]): NameWord | undefined {
  const { key } = name
  const turned = isAcronym(name) ? [...key].sort().join('') : null
  if (key.length < SLIP_LETTERS && turned === null) return undefined
  return [...side.names.values()].find(other => {
    const { key: own } = other
    if (turned !== null) return isAcronym(other) && own !== key && [...own].sort().join('') === turned
    return (
      !own.startsWith(key) &&
      !key.startsWith(own) &&
      distance(own, key, SLIP) <= SLIP &&
      !sides.some(near => near !== side && near.names.has(own)) &&
      !isTerm(own, side)
    )
  })
}

/** `Francia` for France: the language has a name of its own. */
const isTerm = (key: string, { view }: NameView) => termAt(termsOf(view.pack), [key], 0) !== null

function disputeOf(
  name: NameWord,
  instead: NameWord | null,
  side: NameView,
  sides: readonly NameView[],
  unit: UnitView,
  by: NameDispute['by'],
): NameDispute {
  const valuesOf = (other: NameView): Statement[] => {
    if (other === side) return instead ? [instead.statement] : []
    const found = other.names.get(name.key)
    return found ? [found.statement] : []
  }
  const values = Object.fromEntries(sides.map(other => [other.view.document.id, valuesOf(other)]))
  const holders = sides.filter(other => other !== side).map(other => other.view.document.id)
  const minority = minorityOf([new Set([side.view.document.id]), new Set(holders)], sides.length)
  return { unit, differs: instead !== null, values, minority, by }
}
