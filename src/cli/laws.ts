/**
 * The laws of a record that tie one field to another, which a schema cannot state: ids are unique and lead somewhere,
 * offsets lie in their text, the log of repairs leads back to the decoded text, every block is in exactly one unit or
 * among the unaligned.
 */
import type { Document, ReleaseRecord, Span } from '../model.js'
import { undoRepairs } from '../text/edits.js'

type Tell = (path: string, problem: string) => void

/** Each broken law as `JSON path: problem`; the record has passed the schema. */
export function brokenLaws(record: ReleaseRecord): string[] {
  const broken: string[] = []
  const tell: Tell = (path, problem) => void broken.push(`$.${path}: ${problem}`)
  const blocks = blockLengths(record, tell)
  const documents = new Set(record.documents.map(d => d.id))
  checkSorted(record, tell)
  for (const [i, document] of record.documents.entries()) {
    checkText(document, `documents[${i}]`, tell)
    checkPlaces(document, `documents[${i}]`, blocks, tell)
    const from = document.dateline?.inheritedFrom
    if (from !== undefined && !documents.has(from))
      tell(`documents[${i}].dateline.inheritedFrom`, `no document "${from}"`)
  }
  for (const [i, id] of (record.issued?.statedBy ?? []).entries()) {
    if (!documents.has(id)) tell(`issued.statedBy[${i}]`, `no document "${id}"`)
  }
  checkAlignment(record, blocks, tell)
  return broken
}

interface KnownBlock {
  readonly document: string
  readonly length: number
}

type Blocks = ReadonlyMap<string, KnownBlock>

function blockLengths(record: ReleaseRecord, tell: Tell): Blocks {
  const blocks = new Map<string, KnownBlock>()
  for (const [i, document] of record.documents.entries()) {
    for (const [j, { id, text }] of document.blocks.entries()) {
      if (blocks.has(id)) tell(`documents[${i}].blocks[${j}].id`, `"${id}" is not unique in the record`)
      blocks.set(id, { document: document.id, length: text.length })
    }
  }
  return blocks
}

function checkSorted({ documents }: ReleaseRecord, tell: Tell): void {
  for (const [i, { id }] of documents.entries()) {
    const before = documents[i - 1]?.id
    if (before === id) tell(`documents[${i}].id`, `"${id}" is not unique in the record`)
    else if (before !== undefined && before > id)
      tell(`documents[${i}].id`, `"${id}" comes after "${before}"; documents are sorted by id`)
  }
}

/** Repairs, spans and damage that was left, against the decoded text that the repairs lead back to. */
function checkText({ blocks, repairs, unrepaired }: Document, at: string, tell: Tell): void {
  const original = undoRepairs(blocks.map(b => b.text).join('\n\n'), repairs)
  for (const [i, repair] of repairs.entries()) {
    const path = `${at}.repairs[${i}]`
    checkRange(repair, original.length, path, tell)
    if (repair.start < (repairs[i - 1]?.end ?? 0)) tell(path, 'repairs overlap or are not sorted')
    else if (original.slice(repair.start, repair.end) !== repair.before)
      tell(`${path}.before`, 'is not what stands there')
  }
  for (const [i, left] of unrepaired.entries()) {
    checkRange(left, original.length, `${at}.unrepaired[${i}]`, tell)
    if (original.slice(left.start, left.end) !== left.text)
      tell(`${at}.unrepaired[${i}].text`, 'is not what stands there')
  }
  for (const [i, block] of blocks.entries()) {
    for (const [j, span] of block.spans.entries())
      checkRange(span, original.length, `${at}.blocks[${i}].spans[${j}]`, tell)
    if (block.runIn) checkRange(block.runIn, block.text.length, `${at}.blocks[${i}].runIn`, tell)
  }
}

function checkRange({ start, end }: Span, length: number, path: string, tell: Tell): void {
  if (start > end || end > length) tell(path, `${start} to ${end} does not lie in a text of ${length}`)
}

/** Whatever in a document names a block names one of its own; a witness is a block of another. */
function checkPlaces(document: Document, at: string, blocks: Blocks, tell: Tell): void {
  const own = (id: string, path: string) => {
    if (blocks.get(id)?.document !== document.id) tell(path, `no block "${id}" in document "${document.id}"`)
  }
  const inherited = document.dateline?.inheritedFrom !== undefined
  if (document.dateline?.block && !inherited) own(document.dateline.block, `${at}.dateline.block`)
  for (const [i, { block }] of document.contacts.entries()) own(block, `${at}.contacts[${i}].block`)
  for (const [i, { block }] of document.links.entries()) own(block, `${at}.links[${i}].block`)
  for (const [i, { at: place, witness }] of document.repairs.entries()) {
    if (place) {
      own(place.block, `${at}.repairs[${i}].at.block`)
      checkRange(place, blocks.get(place.block)?.length ?? 0, `${at}.repairs[${i}].at`, tell)
    }
    if (witness !== undefined && !blocks.has(witness)) tell(`${at}.repairs[${i}].witness`, `no block "${witness}"`)
  }
}

function checkAlignment({ alignment }: ReleaseRecord, blocks: Blocks, tell: Tell): void {
  const seen = new Set<string>()
  const use = (id: string, document: string | null, path: string) => {
    const block = blocks.get(id)
    if (!block || (document !== null && block.document !== document))
      tell(path, `no block "${id}"${document === null ? '' : ` in document "${document}"`}`)
    else if (seen.has(id)) tell(path, `block "${id}" is in two places of the alignment`)
    seen.add(id)
  }
  for (const [i, unit] of alignment.units.entries()) {
    const path = `alignment.units[${i}]`
    for (const [document, ids] of Object.entries(unit.blocks)) {
      for (const [j, id] of ids.entries()) use(id, document, `${path}.blocks.${document}[${j}]`)
    }
    const own = new Set(Object.values(unit.blocks).flat())
    for (const [j, segment] of unit.segments.entries()) {
      for (const part of Object.values(segment).flat()) {
        if (!own.has(part.block)) tell(`${path}.segments[${j}]`, `block "${part.block}" is not in the unit`)
        else checkRange(part, blocks.get(part.block)?.length ?? 0, `${path}.segments[${j}]`, tell)
      }
    }
  }
  for (const [i, { block }] of alignment.unaligned.entries()) use(block, null, `alignment.unaligned[${i}].block`)
  for (const id of blocks.keys())
    if (!seen.has(id)) tell('alignment', `block "${id}" is in no unit and not among the unaligned`)
}
