/**
 * The decisions of a run, found by the files that they name. Replaying them is done where each thing is made: repairs
 * (`repairs.ts`) and layout (`layout.ts`) with a file, units (`units.ts`) with a release, releases (`releases.ts`) with the
 * corpus. A room of its own, since all of those ask it, and none of the stages needs to know that there are decisions.
 */
import { byPlace, firstEndingBehind, sharing } from '../edits/spans.js'
import type { Decision, Decisions, Edit, RepairDecision, Span } from '../model.js'

/** The decisions on the repairs of a file. */
export interface FileDecisions {
  /** Sorted by place; no two on one place. */
  readonly repairs: readonly RepairDecision[]
  /** Those that a later one contradicts. */
  readonly overruled: readonly RepairDecision[]
}

interface Index {
  /** Numbers of the decisions that name a file, rising. */
  readonly naming: ReadonlyMap<string, readonly number[]>
  readonly files: Map<string, FileDecisions>
}

const indexes = new WeakMap<Decisions, Index>()

/** The files that a decision names, each once. */
export function namedBy(decision: Decision): string[] {
  if (decision.about === 'repair') return [decision.sha256]
  const named = decision.about === 'alignment' ? decision.documents.map(d => d.sha256) : decision.parts.flat()
  return [...new Set(named)]
}

function indexOf(given: Decisions): Index {
  const known = indexes.get(given)
  if (known) return known
  const naming = new Map<string, number[]>()
  for (const [number, decision] of given.decisions.entries()) {
    for (const sha256 of namedBy(decision)) {
      const list = naming.get(sha256)
      if (list) list.push(number)
      else naming.set(sha256, [number])
    }
  }
  const index = { naming, files: new Map() }
  indexes.set(given, index)
  return index
}

/** All decisions that name one of the files, in their order. */
export function decisionsNaming(given: Decisions, files: readonly string[]): Decision[] {
  const { naming } = indexOf(given)
  const numbers = new Set(files.flatMap(sha256 => naming.get(sha256) ?? []))
  return [...numbers].sort((a, b) => a - b).map(number => given.decisions[number]!)
}

/** The decisions on the repairs of a file; null where there are none. */
export function decisionsOnFile(given: Decisions, sha256: string): FileDecisions | null {
  const { naming, files } = indexOf(given)
  const known = files.get(sha256)
  if (known) return known
  const own = (naming.get(sha256) ?? []).map(number => given.decisions[number]!)
  const repairs = own.filter(decision => decision.about === 'repair')
  if (repairs.length === 0) return null
  const decided = withoutContradictions(repairs)
  files.set(sha256, decided)
  return decided
}

/** The later of those that share a place. */
function withoutContradictions(decisions: readonly RepairDecision[]): FileDecisions {
  const repairs: RepairDecision[] = []
  const overruled: RepairDecision[] = []
  for (const decision of decisions.toReversed()) {
    const others = sharing(repairs, decision)
    if (others.length === 0) repairs.splice(placeOf(repairs, decision), 0, decision)
    else if (!others.some(other => isSame(other, decision) && other.verdict === decision.verdict))
      overruled.push(decision)
  }
  return { repairs, overruled: overruled.reverse() }
}

/** The same replacement. */
export const isSame = (a: Edit, b: Edit): boolean =>
  a.start === b.start && a.end === b.end && a.before === b.before && a.after === b.after

function placeOf(spans: readonly Span[], span: Span): number {
  let at = firstEndingBehind(spans, span.start)
  while (at < spans.length && byPlace(spans[at]!, span) < 0) at++
  return at
}
