/**
 * Repairs of characters as a person wants them. They are decided between `repair` and what is made of its text, so that
 * language, blocks and all the rest are those of a text in which a rejected repair was never made. What cannot be known
 * before the text is cut is judged on the finished log: a decision counts as applied only where the log shows it.
 */
import { applyRepairs, isLayout, resultSpans, sourceSpan } from '../edits/edits.js'
import { byPlace, sharing } from '../edits/spans.js'
import type {
  DocumentRepair,
  LayoutDecisions,
  Rejected,
  Repair,
  RepairDecision,
  Repaired,
  RepairKind,
  Span,
} from '../model.js'
import { type FileDecisions, isSame } from './decisions.js'

/** What such damage took is not in the file any more. */
const LOSSY: ReadonlySet<RepairKind> = new Set(['lost-character', 'lost-quote', 'ocr', 'ocr-mojibake'])

/** Does the text have what the decision replaces? */
const stands = (text: string, { start, end, before }: RepairDecision) =>
  end <= text.length && text.slice(start, end) === before

/** What `repair` made of a text, with the decisions on its characters. */
export function withDecided(text: string, repaired: Repaired, { repairs: decisions }: FileDecisions): Repaired {
  const wanted = decisions.filter(decision => !isLayout(decision.kind) && stands(text, decision))
  const near = (decision: RepairDecision) => sharing(repaired.repairs, decision)
  const settled = wanted.filter(
    // One that is larger than what was rejected is another repair.
    d => d.verdict === 'accept' || near(d).every(r => d.start <= r.start && r.end <= d.end),
  )
  const forced = settled.filter(d => d.verdict === 'accept' && !near(d).some(r => isSame(r, d)))
  const gone = new Set([...settled.filter(d => d.verdict === 'reject'), ...forced].flatMap(near))
  if (gone.size === 0 && forced.length === 0) return repaired
  const repairs = [...repaired.repairs.filter(r => !gone.has(r)), ...forced.map(asRepair)]
  repairs.sort(byPlace)
  const unrepaired = repaired.unrepaired.filter(item => sharing(repairs, item).length === 0)
  return { text: applyRepairs(text, repairs), repairs, unrepaired }
}

const asRepair = ({ start, end, before, after, kind }: RepairDecision): Repair => ({
  start,
  end,
  before,
  after,
  kind,
  evidence: 'decision',
  lossy: LOSSY.has(kind),
  confidence: 1,
})

/** The log of a document with what was decided in it, what is rejected, and what changed nothing. */
export interface Judged {
  readonly repairs: readonly DocumentRepair[]
  readonly rejected: readonly Rejected[]
  readonly problems: readonly string[]
}

/** Holds the finished log of a document against the decisions on it; `text` is the decoded one. */
export function judged(text: string, log: readonly DocumentRepair[], decisions: FileDecisions): Judged {
  const near = (decision: RepairDecision) => sharing(log, decision)
  const problems = decisions.overruled.map(d => problem(d, 'a later decision says otherwise'))
  const accepted = new Set<DocumentRepair>()
  const rejected: Rejected[] = []
  for (const decision of decisions.repairs) {
    const { start, end, before, after, kind } = decision
    const same = near(decision).find(r => isSame(r, decision))
    if (!stands(text, decision)) problems.push(problem(decision, 'another text stands there'))
    else if (decision.verdict === 'accept') {
      if (same) accepted.add(same)
      else problems.push(problem(decision, 'it is not made any more'))
    } else if (same) problems.push(problem(decision, 'it cannot be left out'))
    else if (!isLayout(kind) && near(decision).some(r => !isLayout(r.kind)))
      problems.push(problem(decision, 'a larger repair stands in its place'))
    else rejected.push({ start, end, before, after, kind })
  }
  if (accepted.size === 0) return { repairs: log, rejected, problems }
  const repairs = log.map(repair => {
    const { at, ...rest } = repair
    return accepted.has(repair) ? { ...rest, decided: 'accepted' as const, at } : repair
  })
  return { repairs, rejected, problems }
}

const problem = ({ start, end, kind, verdict }: RepairDecision, why: string) =>
  `the repair at ${start} to ${end} (${kind}) that was ${verdict}ed: ${why}`

/**
 * What was decided of the ends of lines, and of what was taken out of a text, for the stage that cuts the text that
 * `repairs` leave; null where there is nothing.
 */
export function layoutDecisions(
  { repairs: decisions }: FileDecisions,
  repairs: readonly Repair[],
): LayoutDecisions | null {
  const layout = decisions.filter(({ kind }) => isLayout(kind))
  if (layout.length === 0) return null
  const results = resultSpans(repairs)
  const on = (span: Span): RepairDecision | undefined => sharing(layout, sourceSpan(repairs, results, span))[0]
  return {
    endsIn: gap => {
      const decision = on(gap)
      return decision ? endsAt(decision) : null
    },
    rejectsHyphen: gap => {
      const decision = on(gap)
      return decision?.kind === 'hyphen' && decision.verdict === 'reject'
    },
    isText: span => {
      const decision = on(span)
      return decision?.verdict === 'reject' && REMOVED.has(decision.kind)
    },
  }
}

const REMOVED: ReadonlySet<string> = new Set(['prefix', 'marker', 'running-head'])

/** A line end that was wrongly joined ends a block; a wrong hyphen is still inside one. */
function endsAt({ kind, verdict }: RepairDecision): boolean | null {
  if (kind === 'unwrap') return verdict === 'reject'
  if (kind === 'break') return verdict === 'accept'
  return kind === 'hyphen' ? false : null
}
