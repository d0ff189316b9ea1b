/**
 * Decisions on an alignment, replayed one after another: what the first ones change may make the units that later ones are
 * about. A decision belongs to the release that holds the first document that it names, so that no two tell of it.
 */
import type { AlignedUnit, AlignmentDecision, Block, Decisions, Document, Span } from '../model.js'
import { decisionsNaming } from './decisions.js'

/** Paragraph numbers by document id. */
type Paragraphs = Readonly<Record<string, readonly number[]>>

interface Asked {
  readonly decision: AlignmentDecision
  readonly paragraphs: Paragraphs
}

/**
 * The units of a release as the decisions have them, and the decisions that changed nothing, each in one sentence. `alignedBut` aligns its documents, keeping apart what it is given;
 * `blocks` are those that take part, by document id: paragraph numbers count them.
 */
export function decidedUnits(
  documents: readonly Document[],
  blocks: Readonly<Record<string, readonly Block[]>>,
  decisions: Decisions | undefined,
  alignedBut: (wrong: readonly Paragraphs[]) => readonly AlignedUnit[],
): { readonly units: readonly AlignedUnit[]; readonly problems: readonly string[] } {
  let units = alignedBut([])
  const problems: string[] = []
  const own = decisions ? alignmentsOf(decisions, documents) : []
  let waiting = own.flatMap((decision): Asked[] => {
    const paragraphs = paragraphsOf(decision, documents, blocks)
    if (typeof paragraphs !== 'string') return [{ decision, paragraphs }]
    problems.push(problem(decision, paragraphs))
    return []
  })
  const applied: Asked[] = []
  for (;;) {
    const next = waiting.filter(({ paragraphs }) => isWrong(paragraphs, units))
    if (next.length === 0) break
    applied.push(...next)
    waiting = waiting.filter(asked => !next.includes(asked))
    units = alignedBut(applied.map(({ paragraphs }) => paragraphs))
  }
  for (const { decision, paragraphs } of waiting)
    problems.push(problem(decision, isSingle(paragraphs) ? 'it has a partner' : 'it is no unit any more'))
  for (const { decision, paragraphs } of applied)
    if (isWrong(paragraphs, units))
      problems.push(
        problem(decision, isSingle(paragraphs) ? 'no partner was found' : 'versions of one text stay together'),
      )
  return { units, problems }
}

/** The decisions on alignments whose first document is one of these. */
function alignmentsOf(decisions: Decisions, documents: readonly Document[]): AlignmentDecision[] {
  const files = documents.map(({ sha256 }) => sha256)
  const known = new Set(files)
  const own = decisionsNaming(decisions, files).filter(decision => decision.about === 'alignment')
  const seen = new Set<string>()
  return own.filter(decision => {
    const key = JSON.stringify(decision.documents)
    const isNew = known.has(decision.documents[0]!.sha256) && !seen.has(key)
    if (isNew) seen.add(key)
    return isNew
  })
}

/** The paragraphs that a decision names, or why they cannot be found. */
function paragraphsOf(
  { documents: named }: AlignmentDecision,
  documents: readonly Document[],
  blocks: Readonly<Record<string, readonly Block[]>>,
): Paragraphs | string {
  const out: Record<string, number[]> = {}
  for (const { sha256, blocks: spans } of named) {
    const same = documents.filter(document => document.sha256 === sha256)
    if (same.length === 0) return 'not all of its documents are in this release'
    for (const { id, blocks: all } of same) {
      const numbers = new Map(blocks[id]!.map((block, number) => [keyOf(block.spans), number]))
      const found = spans.map(own => numbers.get(keyOf(own)))
      const known = new Set(all.map(block => keyOf(block.spans)))
      if (!spans.every(own => known.has(keyOf(own)))) return 'its blocks are cut otherwise'
      if (found.includes(undefined)) return 'furniture of a site is never aligned'
      out[id] = found as number[]
    }
  }
  return out
}

const keyOf = (spans: readonly Span[]) => spans.map(({ start, end }) => `${start}-${end}`).join()

/** Are the paragraphs in one unit, or is the only one in none? */
function isWrong(paragraphs: Paragraphs, units: readonly AlignedUnit[]): boolean {
  const members = Object.entries(paragraphs).flatMap(([id, numbers]) => numbers.map(number => [id, number] as const))
  const [[first, number]] = members as [readonly [string, number]]
  const unit = units.find(({ paragraphs: own }) => own[first]?.includes(number))
  if (members.length === 1) return unit === undefined
  return unit !== undefined && members.every(([id, other]) => unit.paragraphs[id]?.includes(other))
}

const isSingle = (paragraphs: Paragraphs) => Object.values(paragraphs).flat().length === 1

const problem = ({ documents }: AlignmentDecision, why: string) => {
  const first = documents[0]!.blocks[0]![0]!
  const blocks = documents.reduce((sum, own) => sum + own.blocks.length, 0)
  const what = blocks === 1 ? 'a block alone' : `a unit of ${blocks} blocks`
  return `the alignment of ${what}, at ${first.start} of ${documents[0]!.sha256.slice(0, 12)}, that was called wrong: ${why}`
}
