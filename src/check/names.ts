/**
 * Names that translations do not agree on. A name is a capitalised word that documents of two languages write alike. What
 * a language does not keep (`Londen`) is never held against it: a document is known to keep a name when it has it in
 * another unit, beside the others. Three things are reported: one kept name where all others have another; a kept name with a
 * slip of the pen in it; and a name of several words that others keep word by word, with one word changed.
 */
import type { RecordUnit, Statement } from '../model.js'
import { once } from '../structures/cache.js'
import { minorityOf } from './compare.js'
import { areEveryday, isTerm, loneDispute, type WordCounts, wordCounts } from './lone-names.js'
import { runDisputes } from './name-runs.js'
import { distance, isForm, isOneSound, type NameView, type NameWord, nameView } from './name-words.js'
import type { Discrepancy, UnitView } from './views.js'

// A slip changes one letter or two of a name that is long enough not to be another.
const SLIP_LETTERS = 5
const SLIP = 2
const WITNESSES = 2
const OFTEN = 2
// More names than this are not lost one by one.
const MOST_LOST = 40
// Languages order a sentence as they must: a name that took another's place is not far from it.
const NEAR = 0.3
// Words of three letters are parts of compounds that languages translate (`Eco-Label`, `Øko-Label`).
const SHORTEST_SWAP = 4
// What all of so many other languages name and one leaves out was not left out for its grammar.
const WITNESSES_OF_NOTHING = 3

/** All disputes over names, by unit. */
export function nameDisputes(units: readonly UnitView[]): Discrepancy[] {
  const read = units.map(unit => ({ unit, sides: unit.views.map(nameView) }))
  const all = read.map(({ sides }) => sides)
  const names = { kept: keptBy(all), units: unitsWith(all), words: once(() => wordCounts(all.flat())) }
  return read.flatMap(({ unit: { unit }, sides }, at) => {
    const languages = new Set(sides.map(({ view }) => view.document.language.tag))
    if (languages.size < 2) return []
    const words = sides.flatMap(side => disputesOf(side, sides, unit, at, names))
    return merged([...words, ...runDisputes(sides, unit)])
  })
}

/** Words that one document lacks in the same way are one dispute: they are parts of one name, or of one slip. */
function merged(disputes: readonly Discrepancy[]): Discrepancy[] {
  const found = new Map<string, Discrepancy>()
  for (const dispute of disputes) {
    const isMissing = dispute.code === 'name-missing'
    const key = isMissing ? `missing ${lackingIn(dispute)}` : placesOf(dispute)
    const before = found.get(key)
    if (!before) found.set(key, dispute)
    else if (isMissing) found.set(key, { ...before, values: joined(before.values, dispute.values) })
  }
  return [...found.values()]
}

const placesOf = ({ values }: Discrepancy) =>
  Object.values(values)
    .flatMap(found => found.map(({ block, start }) => `${block} ${start}`))
    .join()

const lackingIn = ({ values }: Discrepancy) =>
  Object.keys(values)
    .filter(id => values[id]!.length === 0)
    .join()

const joined = (a: Discrepancy['values'], b: Discrepancy['values']) =>
  Object.fromEntries(Object.entries(a).map(([id, statements]) => [id, [...statements, ...(b[id] ?? [])]]))

/** In which units a document has a name that another language has there too. */
type Kept = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<number>>>

interface Names {
  readonly kept: Kept
  /** In how many units a document has a word as a name, by id and key. */
  readonly units: ReadonlyMap<string, number>
  words(): WordCounts
}

const wordOf = (id: string, key: string) => `${key} ${id}`

function unitsWith(units: readonly (readonly NameView[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const side of units.flat())
    for (const key of side.names.keys()) {
      const word = wordOf(side.view.document.id, key)
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  return counts
}

/** A document that writes a name so again and again means it (`Europe`); a slip stands alone. */
const isWont = (key: string, id: string, units: Names['units']) => (units.get(wordOf(id, key)) ?? 0) > 1

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

function disputesOf(
  side: NameView,
  sides: readonly NameView[],
  unit: RecordUnit,
  at: number,
  { kept, units, words }: Names,
): Discrepancy[] {
  const { id, language } = side.view.document
  const rest = sides.filter(other => other !== side)
  const others = rest.filter(other => !other.hebrew)
  const [foreign] = others.filter(other => other.view.document.language.tag !== language.tag)
  if (!foreign) return []
  const lost = [...foreign.names.values()].filter(
    ({ key }) => !side.names.has(key) && others.every(other => other.names.has(key)) && !isLostIn(key, rest, kept, at),
  )
  if (lost.length === 0) return []
  const gained = side.hebrew ? [] : [...side.names.values()].filter(({ key }) => !rest.some(other => other.holds(key)))
  return lost.slice(0, MOST_LOST).flatMap(name => {
    const isKept = keeps(kept, id, name.key, at)
    const slip = side.hebrew ? undefined : gainedSlip(name, side, rest, isKept && others.length >= WITNESSES ? SLIP : 1)
    if (
      slip &&
      !isWont(slip.key, id, units) &&
      (isKept || others.length >= WITNESSES_OF_NOTHING) &&
      !(others.length < WITNESSES && areEveryday(name, slip, foreign, side))
    )
      return [disputeOf(name, slip, side, sides, unit)]
    const lone = loneDispute(name, side, foreign, { counts: words, isShared: key => keeps(kept, id, key, at) })
    if (lone) return [disputeOf(name, lone, side, sides, unit)]
    // One other language alone shows little of what is a name: there the document must have kept it often.
    if (others.length < WITNESSES && (kept.get(id)?.get(name.key)?.size ?? 0) <= OFTEN) return []
    const swap = gained.find(
      other => isSwap(name, other) && keeps(kept, id, other.key, at) && !isFuller(name, other, rest),
    )
    if (swap && (isKept || others.length >= WITNESSES_OF_NOTHING) && !side.bends(name.key))
      return [disputeOf(name, swap, side, sides, unit)]
    const isElsewhere =
      side.holds(name.key) || gained.some(isAcronym) || isSpeltOut(name, side) || isShortened(name, foreign, side)
    const isPart = name.key.length < SHORTEST_SWAP && !isAcronym(name)
    if (!isKept || isElsewhere || isPart || side.hebrew || others.length < WITNESSES_OF_NOTHING) return []
    return [disputeOf(name, null, side, sides, unit)]
  })
}

/** Does a Hebrew text that has a name elsewhere leave it out here as well? */
const isLostIn = (key: string, sides: readonly NameView[], kept: Kept, at: number) =>
  sides.some(other => other.hebrew && !other.holds(key) && keeps(kept, other.view.document.id, key, at))

/** May one name stand where the other should? Not far away, no form of it, no acronym of which it is a word. */
const isSwap = (name: NameWord, other: NameWord) =>
  Math.min(name.key.length, other.key.length) >= SHORTEST_SWAP &&
  !isForm(name.key, other.key) &&
  Math.abs(name.at - other.at) <= NEAR &&
  !mayAbbreviate(name, other)

/** `SNL` and `Saturday`: an acronym, and a name with one of its letters. */
const mayAbbreviate = (a: NameWord, b: NameWord) =>
  isAcronym(a) !== isAcronym(b) && (isAcronym(a) ? a.key.includes(b.key[0]!) : b.key.includes(a.key[0]!))

/** `Jane Example` where the others write `Example`: a name beside a shared one that the lost name is not beside. */
const isFuller = (name: NameWord, other: NameWord, rest: readonly NameView[]) =>
  [...other.beside()].some(key => !name.beside().has(key) && rest.some(view => view.names.has(key)))

const isAcronym = ({ statement: { text } }: NameWord) => text === text.toUpperCase()

/** `Open Harbour Forum` where the others write OHF. */
function isSpeltOut(name: NameWord, { view }: NameView): boolean {
  if (!isAcronym(name)) return false
  return view.blocks.some(({ text }) => initials(text).includes(name.statement.text))
}

/** OHF where the others write `Open Harbour Forum`. */
function isShortened({ statement }: NameWord, { view }: NameView, side: NameView): boolean {
  const text = view.blocks.find(({ id }) => id === statement.block)?.text ?? ''
  const before = NAME_BEFORE.exec(text.slice(Math.max(0, statement.start - RUN), statement.start))?.[0] ?? ''
  const behind = NAME_BEHIND.exec(text.slice(statement.end, statement.end + RUN))?.[0] ?? ''
  const short = initials(before + statement.text + behind)
  // > | Open Sea Facts Apps, OSF-app   more words may stand beside the name
  const some = Array.from({ length: short.length }, (_, at) => short.slice(at, at + SHORTENED))
  const forms = some.filter(letters => letters.length === SHORTENED || letters === short)
  if (short.length < 2 || forms.length === 0) return false
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}])(?:${forms.join('|')})`, 'u')
  return side.view.blocks.some(block => pattern.test(block.text))
}

// A name of more words is known by three of its letters.
const SHORTENED = 3
const RUN = 60
const NAME_BEFORE = /(?:\p{Lu}[\p{L}\p{M}]*[ \u00a0-])+$/u
const NAME_BEHIND = /^(?:[ \u00a0-]\p{Lu}[\p{L}\p{M}]*)+/u

/** The first letters of all words, those with a small letter left out. */
const initials = (text: string) => Array.from(text.matchAll(/(?<![\p{L}\p{M}])\p{Lu}/gu), match => match[0]).join('')

/** A word `most` letters away from the name, in no other text, that is not the name with an ending. */
function gainedSlip(name: NameWord, side: NameView, rest: readonly NameView[], most: number): NameWord | undefined {
  const turned = isAcronym(name) ? [...name.key].sort().join('') : null
  if (name.key.length < SLIP_LETTERS && turned === null) return undefined
  return [...side.names.values()].find(other => {
    if (rest.some(({ names }) => names.has(other.key))) return false
    if (turned !== null) return isAcronym(other) && [...other.key].sort().join('') === turned
    return (
      !isForm(other.key, name.key) &&
      !isSpelling(other.key, name.key) &&
      distance(other.key, name.key, most) <= most &&
      !isTerm(other, side)
    )
  })
}

/** `Wladimir`, `Europe`: one letter of the same sound, or another ending. */
function isSpelling(a: string, b: string): boolean {
  if (a.slice(0, -1) === b.slice(0, -1) || a.length !== b.length) return a.slice(0, -1) === b.slice(0, -1)
  const other = [...a].flatMap((letter, i) => (letter === b[i] ? [] : [letter + b[i]!]))
  return other.every(([x, y]) => isOneSound(x!, y!))
}

function disputeOf(
  name: NameWord,
  instead: NameWord | null,
  side: NameView,
  sides: readonly NameView[],
  unit: RecordUnit,
): Discrepancy {
  const valuesOf = (other: NameView): Statement[] => {
    if (other === side) return instead ? [instead.statement] : []
    const found = other.names.get(name.key)
    return found ? [found.statement] : []
  }
  const values = Object.fromEntries(sides.map(other => [other.view.document.id, valuesOf(other)]))
  const holders = sides.filter(other => other !== side).map(other => other.view.document.id)
  const minority = minorityOf([new Set([side.view.document.id]), new Set(holders)], sides.length)
  return { code: instead ? 'name-differs' : 'name-missing', unit, values, minority }
}
