/**
 * The edit log: apply it, undo it, and put one after another. One log leads from the decoded text to the blocks;
 * each pass edits the text as the pass before left it, and `compose` writes both passes as edits of the first text.
 *
 * Laws: apply(text, compose(a, b)) = apply(apply(text, a), b); undo(apply(text, a), a) = text.
 */
import type { Edit, LayoutKind, Repair, RepairKind, Span } from '../model.js'

/** The text after the edits, which are sorted, do not overlap, and hold offsets in `text`. */
export function applyRepairs(text: string, edits: readonly Edit[]): string {
  const out: string[] = []
  let at = 0
  for (const edit of edits) {
    out.push(text.slice(at, edit.start), edit.after)
    at = edit.end
  }
  out.push(text.slice(at))
  return out.join('')
}

/** The text before the edits: `applyRepairs` the other way round. The offsets are still those of the text before. */
export function undoRepairs(text: string, edits: readonly Edit[]): string {
  const out: string[] = []
  let at = 0
  let shift = 0
  for (const edit of edits) {
    const start = edit.start + shift
    out.push(text.slice(at, start), edit.before)
    at = start + edit.after.length
    shift += edit.after.length - edit.before.length
  }
  out.push(text.slice(at))
  return out.join('')
}

/** Where the result of each edit stands in the text after all of them. */
export function resultSpans(edits: readonly Edit[]): Span[] {
  let shift = 0
  return edits.map(edit => {
    const start = edit.start + shift
    shift += edit.after.length - edit.before.length
    return { start, end: start + edit.after.length }
  })
}

/**
 * Two passes as one: `second` holds offsets in the text that `first` leaves. Where a second edit touches the result
 * of a first one, both become one edit, which keeps the name of the later pass if that changed characters other than
 * white space, and the lower confidence. Edits that cancel each other vanish.
 */
export function compose(first: readonly Repair[], second: readonly Repair[]): Repair[] {
  if (first.length === 0) return [...second]
  if (second.length === 0) return [...first]
  const spans = resultSpans(first)
  const out: Repair[] = []
  let i = 0
  let shift = 0 // offset in the middle text minus offset in the first text, after first[0..i)
  for (let j = 0; j < second.length; ) {
    const start = second[j]!.start
    while (i < first.length && !touches(spans[i]!, second[j]!) && spans[i]!.end <= start) {
      out.push(first[i]!)
      shift += first[i]!.after.length - first[i]!.before.length
      i++
    }
    const cluster = gather(first, spans, i, second, j)
    const run = second.slice(j, cluster.j)
    for (const edit of merge(first.slice(i, cluster.i), spans.slice(i, cluster.i), run, shift)) out.push(edit)
    for (; i < cluster.i; i++) shift += first[i]!.after.length - first[i]!.before.length
    j = cluster.j
  }
  return [...out, ...first.slice(i)]
}

/** Do the result of a first edit and a second edit share characters, or an insertion point? */
function touches(result: Span, edit: Span): boolean {
  if (result.start < edit.end && edit.start < result.end) return true
  const empty = result.start === result.end || edit.start === edit.end
  return empty && edit.start <= result.end && result.start <= edit.end
}

/** The run of first and second edits that hang together, starting from second[j]. */
function gather(first: readonly Repair[], spans: readonly Span[], i: number, second: readonly Repair[], j: number) {
  let nextI = i
  let nextJ = j + 1
  const meets = (k: number, from: number, to: number) => {
    for (let n = to - 1; n >= from; n--) if (touches(spans[k]!, second[n]!)) return true
    return false
  }
  for (let grew = true; grew; ) {
    grew = false
    while (nextI < first.length && meets(nextI, Math.max(j, nextJ - 2), nextJ)) {
      nextI++
      grew = true
    }
    while (nextJ < second.length && nextI > i && touches(spans[nextI - 1]!, second[nextJ]!)) {
      nextJ++
      grew = true
    }
  }
  return { i: nextI, j: nextJ }
}

/** One edit for a run; `shift` leads from offsets of the middle text to offsets of the first text. */
function merge(firsts: readonly Repair[], spans: readonly Span[], seconds: readonly Repair[], shift: number): Repair[] {
  if (firsts.length === 0) return seconds.map(s => ({ ...s, start: s.start - shift, end: s.end - shift }))
  const from = Math.min(spans[0]!.start, seconds[0]!.start)
  const to = Math.max(spans.at(-1)!.end, seconds.at(-1)!.end)
  const middle = middleText(firsts, spans, seconds, from, to)
  const before = undoRepairs(middle, moved(firsts, -(from - shift)))
  const after = applyRepairs(middle, moved(seconds, -from))
  if (before === after) return []
  const start = from - shift
  const name =
    seconds.find(s => s.before.trim() !== s.after.trim()) ??
    firsts.find(f => f.before.trim() !== f.after.trim()) ??
    seconds[0]!
  const all = [...firsts, ...seconds]
  return [
    {
      ...name,
      start,
      end: start + before.length,
      before,
      after,
      lossy: all.some(r => r.lossy),
      confidence: all.reduce((least, r) => Math.min(least, r.confidence), 1),
    },
  ]
}

const moved = (edits: readonly Repair[], by: number) => edits.map(e => ({ ...e, start: e.start + by, end: e.end + by }))

/** The middle text of a run, put together from the results of its first edits and what its second edits replace. */
function middleText(
  firsts: readonly Repair[],
  spans: readonly Span[],
  seconds: readonly Repair[],
  from: number,
  to: number,
): string {
  const chars: string[] = new Array(to - from).fill('')
  const put = (text: string, at: number) => {
    for (let k = 0; k < text.length; k++) chars[at - from + k] = text[k]!
  }
  for (const [k, f] of firsts.entries()) put(f.after, spans[k]!.start)
  for (const s of seconds) put(s.before, s.start)
  return chars.join('')
}

/**
 * The other way through the log: the range of the text before the edits that became `span` of the text after them.
 * A bound inside a result goes to the outer end of what was replaced; an empty range where something was taken out is that.
 */
export function sourceSpan(edits: readonly Edit[], results: readonly Span[], span: Span): Span {
  const start = sourceOffset(edits, results, span.start, 'start')
  const end = sourceOffset(edits, results, span.end, 'end')
  return start <= end ? { start, end } : { start: end, end: start }
}

function sourceOffset(edits: readonly Edit[], results: readonly Span[], offset: number, side: 'start' | 'end'): number {
  // The last edit whose result begins before the offset (for a start: at it too, if the result is not empty).
  let low = 0
  let high = edits.length
  while (low < high) {
    const mid = (low + high) >> 1
    const result = results[mid]!
    const before =
      side === 'start'
        ? result.start <= offset && !(result.start === offset && result.end > offset)
        : result.start < offset
    if (before) low = mid + 1
    else high = mid
  }
  if (low === 0) return offset
  const edit = edits[low - 1]!
  const result = results[low - 1]!
  if (offset < result.end) return side === 'start' ? edit.start : edit.end
  return edit.end + (offset - result.end)
}

const LAYOUT_KINDS: ReadonlySet<RepairKind> = new Set(
  'unwrap hyphen break space prefix marker running-head'.split(' ') as LayoutKind[],
)

/** Does a kind of repair undo layout rather than damage? */
export const isLayout = (kind: RepairKind): boolean => LAYOUT_KINDS.has(kind)
