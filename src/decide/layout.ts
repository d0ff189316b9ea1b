/** What was decided of the ends of lines, and of what was taken out of a text, for the stage that cuts the text. */

import { isLayout, resultSpans, sourceSpan } from '../edits/edits.js'
import { sharing } from '../edits/spans.js'
import type { LayoutDecisions, Repair, RepairDecision, Span } from '../model.js'
import type { FileDecisions } from './decisions.js'

/** Decisions on layout, for the text that `repairs` leave; null where there are none. */
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
