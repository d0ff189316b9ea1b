/**
 * Which documents must be one release, and which must not: decisions on releases by the numbers of documents, the last one
 * first, so that of two that contradict each other the later counts. A merge whose files are not all there does nothing;
 * a split keeps apart those that are.
 */
import type { Decisions, MergeDecision, ReleaseConstraints, SplitDecision, Unapplied } from '../model.js'
import { disjointSets } from '../structures/disjoint-sets.js'
import { namedBy } from './decisions.js'

/** The constraints for the files with these hashes, and the decisions that changed nothing. */
export function releaseConstraints(
  { decisions }: Decisions,
  files: readonly string[],
): { readonly constraints: ReleaseConstraints; readonly unapplied: readonly Unapplied[] } {
  const own = decisions.filter(decision => decision.about === 'release')
  const named = new Set(own.flatMap(namedBy))
  const numbers = new Map<string, number[]>()
  for (const [k, sha256] of files.entries())
    if (named.has(sha256)) numbers.set(sha256, [...(numbers.get(sha256) ?? []), k])
  const sets = disjointSets(files.length)
  const apart: number[][][] = []
  const together: number[][] = []
  const unapplied: Unapplied[] = []
  for (const decision of own.toReversed()) {
    const parts = decision.parts.map(part => part.flatMap(sha256 => numbers.get(sha256) ?? []))
    const why = decision.verdict === 'merge' ? merged(decision, parts, numbers, sets, apart) : divided(parts, sets)
    if (why !== null) unapplied.unshift({ decision, message: problem(decision, why) })
    else if (decision.verdict === 'split') apart.push(parts)
    else together.push(parts.flat())
  }
  return { constraints: { together, apart }, unapplied }
}

const LATER = 'a later decision says otherwise'
const HELD = 'a later decision holds them together, or they are copies of one file'
const GONE = 'not all of its files are there'

type Sets = ReturnType<typeof disjointSets>

/** Joins the documents; why not, where that cannot be. */
function merged(
  decision: MergeDecision,
  parts: readonly (readonly number[])[],
  numbers: ReadonlyMap<string, readonly number[]>,
  sets: Sets,
  apart: readonly (readonly (readonly number[])[])[],
): string | null {
  if (decision.parts.flat().some(sha256 => !numbers.has(sha256))) return GONE
  const roots = new Set(parts.flat().map(sets.root))
  const isDivided = (others: readonly (readonly number[])[]) =>
    others.filter(part => part.some(k => roots.has(sets.root(k)))).length > 1
  if (apart.some(isDivided)) return LATER
  const [first] = parts.flat()
  for (const k of parts.flat()) sets.join(k, first!)
  return null
}

/** Why the parts cannot be kept apart; null where they can. */
function divided(parts: readonly (readonly number[])[], sets: Sets): string | null {
  if (parts.filter(part => part.length > 0).length < 2) return GONE
  const partOf = new Map<number, number>()
  for (const [part, members] of parts.entries()) {
    for (const root of members.map(sets.root)) {
      if ((partOf.get(root) ?? part) !== part) return HELD
      partOf.set(root, part)
    }
  }
  return null
}

const problem = (decision: SplitDecision | MergeDecision, why: string) => {
  const first = decision.parts[0]?.[0] ?? ''
  const what = decision.verdict === 'split' ? 'the split into' : 'the merge of'
  return `${what} ${decision.parts.length} releases, the first with ${first.slice(0, 12)}: ${why}`
}

/** Decisions on repairs, or on alignments, that belong to no record, because their file is not there. */
export function withoutFile(
  { decisions }: Decisions,
  about: 'repair' | 'alignment',
  files: ReadonlySet<string>,
): Unapplied[] {
  return decisions.flatMap((decision): Unapplied[] => {
    if (decision.about !== about) return []
    const first = decision.about === 'repair' ? decision.sha256 : decision.documents[0]!.sha256
    if (files.has(first)) return []
    const what =
      decision.about === 'repair' ? `the repair that was ${decision.verdict}ed` : 'the alignment called wrong'
    return [{ decision, message: `${what}: its file ${first.slice(0, 12)} is not there` }]
  })
}
