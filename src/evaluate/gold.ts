/**
 * A gold alignment: JSON that names files, and says of each pair which of their paragraphs belong together, either by
 * beads or by the units that each paragraph holds (numbers or names: paragraphs with one in common belong together, as
 * do those of beads with a paragraph in common).
 * Paragraphs are what blank lines part, numbered from 0. Everything else in the JSON is passed over. What is wrong with
 * a gold is put in words, for a maintainer has written it by hand; files are opened elsewhere.
 */
import { UserError } from '../errors.js'
import type { Bead, Tag } from '../model.js'
import { disjointSets } from '../structures/disjoint-sets.js'

/** 3 and "3" are two. */
export type UnitName = number | string

/** `files` by language tag, as paths relative to the gold. */
export interface GoldRelease {
  readonly name: string
  readonly files: Readonly<Record<Tag, string>>
  readonly units: Readonly<Record<Tag, readonly (readonly UnitName[])[]>>
  /** By pair, `da-de`, numbers of paragraphs of the first and the second. */
  readonly beads: Readonly<Record<string, readonly Bead[]>>
}

/** Reads a gold. @throws UserError where it is none, holds nothing to measure, or names a file twice */
export function goldOf(json: unknown, path: string): GoldRelease[] {
  const refuse = (why: string): never => {
    throw new UserError(`${path} is not a valid gold: ${why} (docs/alignment.md has the format)`)
  }
  if (!isObject(json) || !isObject(json.releases)) return refuse('it has no "releases"')
  const releases = Object.entries(json.releases).map(([name, release]) => releaseOf(name, release, refuse))
  if (releases.length === 0) refuse('"releases" is empty')
  if (releases.every(({ files }) => Object.keys(files).length < 2))
    refuse('no release has two files, so there is no pair')
  const seen = new Set<string>()
  for (const file of releases.flatMap(({ files }) => Object.values(files))) {
    if (seen.has(file)) refuse(`${file} is named twice`)
    seen.add(file)
  }
  return releases
}

type Refuse = (why: string) => never

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every(n => Number.isSafeInteger(n) && n >= 0)
const isUnits = (value: unknown): value is UnitName[] =>
  Array.isArray(value) && value.every(name => isNumbers([name]) || (typeof name === 'string' && name !== ''))
const isBead = (value: unknown): value is [number[], number[]] =>
  Array.isArray(value) && value.length === 2 && value.every(isNumbers)

function releaseOf(name: string, release: unknown, refuse: Refuse): GoldRelease {
  if (!isObject(release)) return refuse(`release "${name}" is no object`)
  const { files, units = {}, beads = {} } = release
  if (!isObject(files) || !Object.values(files).every(file => typeof file === 'string' && file !== ''))
    return refuse(`release "${name}" has no "files" by language tag`)
  if (!isObject(units) || !Object.values(units).every(own => Array.isArray(own) && own.every(isUnits)))
    return refuse(`"units" of release "${name}" are no lists of numbers or names for each paragraph`)
  if (!isObject(beads) || !Object.values(beads).every(own => Array.isArray(own) && own.every(isBead)))
    return refuse(`"beads" of release "${name}" are no pairs of lists of paragraph numbers`)
  const gold = { name, files, units, beads } as unknown as GoldRelease
  for (const [a, b] of pairsOf(gold)) {
    if (givenBeads(gold, a, b) || (Object.hasOwn(units, a) && Object.hasOwn(units, b))) continue
    refuse(`release "${name}" has neither "beads" for ${a}-${b} nor "units" for both`)
  }
  return gold
}

/** The pairs of a release by tag, each once, sorted by code unit. */
export function pairsOf({ files }: GoldRelease): (readonly [Tag, Tag])[] {
  const tags = Object.keys(files).sort()
  return tags.flatMap((a, k) => tags.slice(k + 1).map(b => [a, b] as const))
}

function givenBeads({ beads }: GoldRelease, a: Tag, b: Tag): readonly Bead[] | null {
  const [there, back] = [beads[`${a}-${b}`], beads[`${b}-${a}`]]
  if (there && there.length > 0) return there
  return back && back.length > 0 ? back.map(([left, right]) => [right, left]) : null
}

/**
 * The gold beads of two texts of a release; what no bead names stands alone. `countOf` is how many paragraphs a file
 * has, null where it was not read.
 * @throws UserError where the gold counts other paragraphs than the files have
 */
export function goldBeads(gold: GoldRelease, a: Tag, b: Tag, countOf: (file: string) => number | null): Bead[] {
  const [countA, countB] = [a, b].map(tag => countOf(gold.files[tag]!) ?? ownCount(gold, tag)) as [number, number]
  const given = givenBeads(gold, a, b)
  if (!given) {
    checkCount(gold, a, countA)
    checkCount(gold, b, countB)
    return beadsOfUnits(gold.units[a]!, gold.units[b]!)
  }
  const [unitsA, unitsB] = [countA, countB].map(count => Array.from({ length: count }, (): number[] => [])) as [
    number[][],
    number[][],
  ]
  for (const [k, bead] of given.entries()) {
    for (const [side, tag, own] of [
      [0, a, unitsA],
      [1, b, unitsB],
    ] as const) {
      for (const paragraph of bead[side]) {
        if (paragraph >= own.length)
          throw new UserError(
            `the gold's ${a}-${b} beads of release "${gold.name}" name ${gold.files[tag]} paragraph ${paragraph}, but the file has ${own.length} (from 0); fix the gold`,
          )
        own[paragraph]!.push(k)
      }
    }
  }
  return beadsOfUnits(unitsA, unitsB)
}

/** As many paragraphs as the gold itself knows of. */
function ownCount({ units, beads }: GoldRelease, tag: Tag): number {
  if (Object.hasOwn(units, tag)) return units[tag]!.length
  const sides = Object.keys(beads).flatMap(pair => {
    const own = beads[pair]!
    return [
      ...(pair.startsWith(`${tag}-`) ? own.flatMap(bead => bead[0]) : []),
      ...(pair.endsWith(`-${tag}`) ? own.flatMap(bead => bead[1]) : []),
    ]
  })
  return sides.reduce((most, paragraph) => Math.max(most, paragraph + 1), 0)
}

function checkCount(gold: GoldRelease, tag: Tag, count: number): void {
  const own = gold.units[tag]!.length
  if (own === count) return
  throw new UserError(
    `${gold.files[tag]} has ${count} paragraphs (separated by blank lines), but the gold has units for ${own} in release "${gold.name}"`,
  )
}

/** Paragraphs that share units hang together; what has no partner is a bead by itself. */
export function beadsOfUnits(a: readonly (readonly UnitName[])[], b: readonly (readonly UnitName[])[]): Bead[] {
  const { root, join } = disjointSets(a.length + b.length)
  const owner = new Map<UnitName, number>()
  for (const [k, units] of [...a, ...b].entries()) {
    for (const unit of units) {
      const first = owner.get(unit)
      if (first === undefined) owner.set(unit, k)
      else join(k, first)
    }
  }
  const sets = new Map<number, [number[], number[]]>()
  for (let k = 0; k < a.length + b.length; k++) {
    const set = sets.get(root(k)) ?? [[], []]
    sets.set(root(k), set)
    if (k < a.length) set[0].push(k)
    else set[1].push(k - a.length)
  }
  return [...sets.values()].flatMap(([left, right]): Bead[] =>
    left.length > 0 && right.length > 0
      ? [[left, right]]
      : [...left.map((i): Bead => [[i], []]), ...right.map((j): Bead => [[], [j]])],
  )
}
