/**
 * Brings the translations of one release together. Documents that share names and numbers (`candidates.ts`) are compared
 * (`compare.ts`), the likeliest are joined first (`join.ts`), and versions in one language are ordered
 * (`versions.ts`). What the groups teach of their languages (`translations.ts`) is then used in a second turn. Works on
 * profiles that are fetched when they are needed: all once a turn to be catalogued, two at a time to be compared. Groups are a
 * function of the set of files, in any order; without the second turn unrelated files do not change a group (but see the
 * limit in `candidates.ts`).
 */

import type { PackOf } from '../languages/pack.js'
import type { AloneReason, ReleaseConstraints } from '../model.js'
import { byCodeUnit } from '../structures/lists.js'
import { candidatePairs } from './candidates.js'
import { type Catalogue, catalogueOf, type Profiles } from './catalogue.js'
import { type Compared, compared, components, knownValue, type Named, relation } from './compare.js'
import { constraintsFor, joined, type Relations, refusal } from './join.js'
import { UNKNOWN_LANGUAGE } from './postings.js'
import { type GroupableDocument, type Profile, profileOf } from './profile.js'
import { isSeries } from './similarity.js'
import { type Translations, translationsFrom } from './translations.js'
import { type Member, versionsOf } from './versions.js'

export type { Profiles } from './catalogue.js'
export type { GroupableDocument } from './profile.js'
export { type Member, versionsOf } from './versions.js'

/** The most likely translation of a document that stays alone all the same. */
export interface Nearest {
  readonly document: number
  readonly score: number
  readonly reason: AloneReason
}

export interface Group {
  /** Sorted by language tag; versions in their order, the first one first; else by sha256. */
  readonly members: readonly Member[]
  /** Null where more than one document is here, or nothing was like it. */
  readonly nearest: Nearest | null
}

const TURNS = 2 // a third one finds no pair more on the archive of `eval`
const REMEMBERED = 1024 // profiles that are held, and as many again: some ten megabytes
const MOST_LATER = 200_000 // pairs that were compared while joining; asked for again they are compared again
const NEAREST = 0.1 // what is less like another is not worth telling

/** Groups by their smallest sha256, and what the corpus has taught to find them. */
export interface Grouped {
  readonly groups: Group[]
  readonly translations?: Translations
}

/**
 * Groups the documents of the profiles. What the groups of a first turn teach is used in a second one, where documents
 * have stayed open that it could bring together, unless `learn` is false: then no other file changes a group.
 * `constraints`, by the numbers of the profiles, count more than anything that documents share.
 */
export function grouped(profiles: Profiles, constraints?: ReleaseConstraints, learn = true): Grouped {
  let last = turn(profiles, constraints)
  let translations: Translations | undefined
  for (let k = 1; k < (learn ? TURNS : 1); k++) {
    const taught = translationsFrom(last.sets, last.languageOf, last.profileAt, openPairs(last))
    if (!taught) break
    translations = taught
    last = turn(profiles, constraints, taught)
  }
  return { groups: last.groups(), ...(translations && { translations }) }
}

export const groupProfiles = (profiles: Profiles, constraints?: ReleaseConstraints, learn?: boolean): Group[] =>
  grouped(profiles, constraints, learn).groups

/** Documents joined, by their numbers in the catalogue, and how to tell of them. */
interface Turn {
  readonly catalogue: Catalogue
  readonly sets: readonly (readonly number[])[]
  readonly languageOf: (k: number) => string
  readonly profileAt: (k: number) => Profile
  groups(): Group[]
}

function turn(profiles: Profiles, constraints?: ReleaseConstraints, translations?: Translations): Turn {
  const catalogue = catalogueOf(profiles, translations?.from)
  const { order, copies } = catalogue
  const constrained = constraints && constraintsFor(constraints, order.length, numbersIn(catalogue))
  const named = remembering(k => ({
    profile: profiles.profileAt(order[k]!),
    name: profiles.nameAt?.(order[k]!) ?? null,
  }))
  const all = compared(candidatePairs(catalogue.anchors), named, translations)
  const relations = { ...relationsOf(all, catalogue, named, translations), ...constrained }
  const groupOf: number[][] = new Array(order.length)
  for (const { members, edges } of components(all, relations.isSameLanguage, constrained?.sets))
    for (const group of joined(members, edges, relations)) for (const k of group) groupOf[k] = group
  const sets = groupOf.filter((group, k) => group[0] === k)
  const groups = () =>
    sets.map(group => ({
      members: membersOf(group, catalogue, named).flatMap(({ document, versionOf, kind }) => {
        const own = { document: order[document]!, versionOf: versionOf === null ? null : order[versionOf]!, kind }
        return [own, ...copiesOf(own, copies.get(own.document))]
      }),
      nearest: group.length > 1 ? null : nearestOf(group[0]!, all, groupOf, relations, named, order),
    }))
  const { anchors, languages } = catalogue
  const languageOf = (k: number) => languages[anchors.language[k]!]!
  return { catalogue, sets, languageOf, profileAt: k => named(k).profile, groups }
}

/** Each two languages, `from to`, of which some group has the first alone and another the second alone. */
function openPairs({ sets, catalogue: { anchors, languages } }: Turn): Set<string> {
  const lacking = new Set<string>()
  const found = new Map(
    sets.map(group => new Set(group.map(k => anchors.language[k]!))).map(own => [[...own].sort().join(), own]),
  )
  for (const own of found.values()) {
    for (const has of own)
      for (let lacks = 1; lacks < languages.length; lacks++)
        if (has !== UNKNOWN_LANGUAGE && !own.has(lacks)) lacking.add(`${languages[has]} ${languages[lacks]}`)
  }
  return new Set([...lacking].filter(pair => lacking.has(pair.split(' ').reverse().join(' '))))
}

/** The number of a content by that of any of its files. */
function numbersIn({ order, copies }: Catalogue): (document: number) => number {
  const numbers = new Map<number, number>()
  for (const [number, document] of order.entries())
    for (const k of [document, ...(copies.get(document) ?? [])]) numbers.set(k, number)
  return document => numbers.get(document)!
}

/** Asks again only for what has not been asked for of late. */
function remembering(ask: (k: number) => Named): (k: number) => Named {
  let [recent, older] = [new Map<number, Named>(), new Map<number, Named>()]
  return k => {
    const own = recent.get(k)
    if (own) return own
    const known = older.get(k) ?? ask(k)
    if (recent.size >= REMEMBERED) [recent, older] = [new Map(), recent]
    recent.set(k, known)
    return known
  }
}

const copiesOf = ({ document, versionOf }: Member, copies: readonly number[] = []): Member[] =>
  copies.map(copy => ({ document: copy, versionOf: versionOf ?? document, kind: 'copy' }))

/**
 * Groups of documents, each sorted by language tag, then sha256; the groups by their smallest sha256. A document
 * without translations is a group of its own.
 */
export function group<D extends GroupableDocument>(documents: readonly D[], packOf: PackOf): D[][] {
  const profiles = documents.map(document => profileOf(document, packOf))
  const groups = groupProfiles({ count: profiles.length, profileAt: k => profiles[k]! })
  return groups.map(({ members }) =>
    members
      .map(member => documents[member.document]!)
      .sort(
        (x, y) =>
          byCodeUnit(x.language.tag, y.language.tag) || byCodeUnit(x.sha256, y.sha256) || byCodeUnit(x.path, y.path),
      ),
  )
}

/** What was compared is known; the rest is compared when it is asked for. */
function relationsOf(
  all: Compared,
  { anchors: { language } }: Catalogue,
  named: (k: number) => Named,
  translations?: Translations,
): Relations {
  const isSameLanguage = (x: number, y: number) => language[x] !== UNKNOWN_LANGUAGE && language[x] === language[y]
  const later = new Map<number, number>()
  const alike = (x: number, y: number): number => {
    const known = knownValue(all, x, y)
    if (known !== undefined) return known
    const key = Math.min(x, y) * language.length + Math.max(x, y)
    const value = later.get(key) ?? relation(named(x), named(y), translations)
    if (later.size >= MOST_LATER) later.clear()
    later.set(key, value)
    return value
  }
  return { isSameLanguage, alike }
}

/** Where no language is there twice the profiles need not be read again. */
function membersOf(group: readonly number[], { anchors, languages }: Catalogue, named: (k: number) => Named): Member[] {
  const tagOf = (k: number) => languages[anchors.language[k]!]!
  if (new Set(group.map(tagOf)).size < group.length) return versionsOf(group, k => named(k).profile)
  const sorted = [...group].sort((a, b) => byCodeUnit(tagOf(a), tagOf(b)))
  return sorted.map(document => ({ document, versionOf: null, kind: null }))
}

function nearestOf(
  k: number,
  { nearest, nearestValue }: Compared,
  groupOf: readonly number[][],
  relations: Relations,
  named: (k: number) => Named,
  order: Int32Array,
): Nearest | null {
  const other = nearest[k]!
  const score = nearestValue[k]!
  if (other < 0 || score < NEAREST) return null
  if (isSeries(named(k).profile, named(other).profile))
    return { document: order[other]!, score, reason: 'other-figures' }
  const reason = refusal([k], groupOf[other]!, relations)
  return { document: order[other]!, score, reason: reason ?? 'less-alike-than-the-others' }
}
