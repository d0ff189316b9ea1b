/** What the markup of a file adds to its blocks: kinds, and where links lead. */
import { inCalendar } from '../anatomy/dates.js'
import type { Block, BlockKind, Document, Extracted, Link, Segmented, SourceFacts, Span } from '../model.js'
import type { Inside } from './file.js'
import type { Opened } from './open-file.js'

/** What a block is by its words, which markup does not know; of the others markup knows best. */
const BY_WORDS: ReadonlySet<BlockKind> = new Set([
  'label',
  'about',
  'contact',
  'link',
  'disclaimer',
  'end-mark',
  'chrome',
])

/** The fields of a document that say where its text comes from. */
export function sourceOf(
  extracted: Opened['extracted'],
  inside: Inside | undefined,
): Pick<Document, 'source' | 'textSha256' | 'map'> {
  const around = { ...statedOf(inside), ...(inside && { container: inside.container }) }
  if (!extracted) return inside ? { source: { format: 'text', ...around } } : {}
  const { format, extractor, textSha256, map } = extracted
  return { source: { format, extractor, ...statedOf(extracted), ...around }, textSha256, map }
}

/** What is stated, without a day that no calendar has. */
function statedOf(from: { readonly facts: SourceFacts } | undefined): SourceFacts {
  const facts = from?.facts ?? {}
  const { date, ...others } = facts
  return date === undefined || inCalendar(date) ? facts : others
}

/** The blocks with the kinds that are marked; `spans` are those of the blocks in the extracted text. */
export function marked(cut: Segmented, spans: readonly (readonly Span[])[], { marks }: Extracted): Segmented {
  const kinds = spans.map(([first]) => first && kindAt(marks, first))
  const title = kinds.indexOf('title')
  const blocks = cut.blocks.map((block, k): Block => {
    if (title >= 0 && block.kind === 'title' && k !== title) return { ...block, kind: kinds[k] ?? 'paragraph' }
    const kind = kinds[k]
    return !kind || (BY_WORDS.has(block.kind) && k !== title) || (kind === 'title' && k !== title)
      ? block
      : { ...block, kind }
  })
  return { ...cut, blocks, evidence: cut.evidence.map((own, k) => (blocks[k] === cut.blocks[k] ? own : 'markup')) }
}

/** The kind of the stretch in which a span begins. */
function kindAt(marks: Extracted['marks'], { start, end }: Span): BlockKind | undefined {
  let [low, high] = [0, marks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (marks[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  const mark = marks[low]
  return mark && mark.start < end && mark.start <= start ? mark.kind : undefined
}

/** The links of a document, with those that its markup holds. */
export function withTargets(
  links: readonly Link[],
  blocks: readonly Block[],
  spans: readonly (readonly Span[])[],
  targets: Extracted['links'],
): Link[] {
  const all = [...links]
  const known = new Set(links.map(({ url }) => url))
  let at = 0
  for (const { url, start } of targets) {
    while (at < blocks.length - 1 && (spans[at]!.at(-1)?.end ?? 0) <= start) at++
    if (known.has(url) || blocks.length === 0) continue
    known.add(url)
    all.push({ url, block: blocks[at]!.id })
  }
  return all
}
