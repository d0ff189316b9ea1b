/**
 * The laws of a record that tie one field to another, which a schema cannot state: ids are unique and lead somewhere,
 * offsets lie in their text, the log of repairs leads back to the decoded text, every block is in exactly one unit or
 * among the unaligned. Of a file in UTF-8 the hash says what the decoded text was; of another it is what the log leads back
 * to.
 */
import { createHash } from 'node:crypto'
import { inCalendar } from '../../anatomy/dates.js'
import { textOfBlocks } from '../../edits/block-text.js'
import { applyRepairs, undoRepairs } from '../../edits/edits.js'
import type { Document, Edit, ReleaseRecord, Span } from '../../model.js'
import { releaseId, withOrder } from '../../record/record.js'

/** Each broken law as `JSON path: problem`; the record has passed the schema. */
export function brokenLaws(record: ReleaseRecord): string[] {
  const broken: string[] = []
  const tell: Tell = (path, problem) => void broken.push(`$.${path}: ${problem}`)
  const blocks = blocksIn(record, tell)
  const documents = new Set(record.documents.map(d => d.id))
  checkSorted(record, tell)
  checkSums(record, tell)
  for (const [i, document] of record.documents.entries()) {
    checkText(document, `documents[${i}]`, tell)
    checkDates(document, `documents[${i}]`, tell)
    checkPlaces(document, `documents[${i}]`, blocks, tell)
    const from = document.dateline?.inheritedFrom
    if (from !== undefined && !documents.has(from))
      tell(`documents[${i}].dateline.inheritedFrom`, `no document "${from}"`)
  }
  for (const [i, id] of (record.issued?.statedBy ?? []).entries()) {
    if (!documents.has(id)) tell(`issued.statedBy[${i}]`, `no document "${id}"`)
  }
  checkAlignment(record, blocks, tell)
  checkOrder(record, tell)
  return broken
}

/** The laws that a document keeps before it is in a record, in the same form. */
export function brokenLawsAlone(document: Document): string[] {
  const broken: string[] = []
  const tell: Tell = (path, problem) => void broken.push(`$${path}: ${problem}`)
  const blocks = new Map(document.blocks.map(({ id, text }) => [id, { document: document.id, text }]))
  if (blocks.size < document.blocks.length) tell('.blocks', 'two of them have one id')
  checkText(document, '', tell)
  checkDates(document, '', tell)
  checkPlaces(document, '', blocks, tell)
  return broken
}

type Blocks = ReadonlyMap<string, { readonly document: string; readonly text: string }>

function blocksIn(record: ReleaseRecord, tell: Tell): Blocks {
  const blocks = new Map<string, { document: string; text: string }>()
  for (const [i, document] of record.documents.entries()) {
    for (const [j, { id, text }] of document.blocks.entries()) {
      if (blocks.has(id)) tell(`documents[${i}].blocks[${j}].id`, `"${id}" is not unique in the record`)
      blocks.set(id, { document: document.id, text })
    }
  }
  return blocks
}

/** By language, and the numbers of those in one language in their order: `de`, `de-2`, `de-10`, `it`. */
function checkSorted({ documents, versions }: ReleaseRecord, tell: Tell): void {
  const seen = new Set<string>()
  let [last, count] = ['', 0]
  for (const [i, { id, language }] of documents.entries()) {
    if (language.tag < last)
      tell(`documents[${i}].id`, `"${id}" comes after "${last}"; documents are sorted by language`)
    count = language.tag === last ? count + 1 : 1
    last = language.tag
    const wanted = count === 1 ? last : `${last}-${count}`
    if (seen.has(id)) tell(`documents[${i}].id`, `"${id}" is not unique in the record`)
    else if (id !== wanted) tell(`documents[${i}].id`, `"${id}" should be "${wanted}" by language and order`)
    seen.add(id)
  }
  for (const [i, { document, versionOf }] of versions.entries()) {
    if (!seen.has(document)) tell(`versions[${i}].document`, `there is no document "${document}"`)
    if (!seen.has(versionOf) || versionOf === document)
      tell(`versions[${i}].versionOf`, `there is no other document "${versionOf}"`)
  }
}

/** What can be worked out from the rest of the record: its id, its languages, the precision of its date. */
function checkSums({ id, documents, languages, issued }: ReleaseRecord, tell: Tell): void {
  if (id !== releaseId(documents)) tell('id', 'is not the hash of the sorted hashes of the documents')
  const tags = [...new Set(documents.map(d => d.language.tag))].sort()
  if (tags.join() !== languages.join()) tell('languages', `are ${tags.join(', ')} by the documents`)
  const precision = issued && { 4: 'year', 7: 'month', 10: 'day' }[issued.date.length]
  if (issued && precision !== issued.precision)
    tell('issued.precision', `the date is stated to the ${precision ?? '?'}`)
  if (issued && !inCalendar(issued.date)) tell('issued.date', `"${issued.date}" is no date`)
  for (const [i, document] of documents.entries()) {
    if (/^(?:[/\\]|[A-Za-z]:)/.test(document.path)) tell(`documents[${i}].path`, 'is absolute')
  }
}

/** Days that the calendar has; of a range the first day comes first. */
function checkDates({ dates, dateline, header, crawled, embargo }: Document, at: string, tell: Tell): void {
  const stated = { dateline: dateline?.date, header: header?.date, crawled, embargo: embargo?.until?.slice(0, 10) }
  for (const [key, date] of Object.entries(stated))
    if (date != null && !inCalendar(date)) tell(`${at}.${key}`, `"${date}" is no date`)
  for (const [i, { date }] of dates.entries()) {
    const [first, last] = date.split('/') as [string, string?]
    if (!inCalendar(first) || (last !== undefined && !(inCalendar(last) && first < last)))
      tell(`${at}.dates[${i}].date`, `"${date}" is no date`)
  }
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
  for (const key of ['header', 'embargo', 'translation'] as const)
    if (document[key]) own(document[key].block, `${at}.${key}.block`)
  for (const key of ['dates', 'quantities', 'tickers', 'identifiers'] as const) {
    for (const [i, found] of document[key].entries()) {
      own(found.block, `${at}.${key}[${i}].block`)
      checkRange(found, blocks.get(found.block)?.text.length ?? 0, `${at}.${key}[${i}]`, tell)
    }
  }
  for (const [i, { at: place, witness, evidence }] of document.repairs.entries()) {
    if (evidence === 'siblings' && witness === undefined)
      tell(`${at}.repairs[${i}]`, 'siblings are its evidence, and it names no witness')
    if (place) {
      own(place.block, `${at}.repairs[${i}].at.block`)
      const { text = '' } = blocks.get(place.block) ?? {}
      checkRange(place, text.length, `${at}.repairs[${i}].at`, tell)
      if (text.slice(place.start, place.end) !== document.repairs[i]!.after)
        tell(`${at}.repairs[${i}].at`, 'its result is not what stands there')
    }
    if (witness !== undefined && !blocks.has(witness)) tell(`${at}.repairs[${i}].witness`, `no block "${witness}"`)
  }
}

/** What each unit says of the documents that it lacks, and of those in which it is out of order. */
function checkOrder({ alignment: { units }, documents }: ReleaseRecord, tell: Tell): void {
  for (const [i, { missing, moved }] of withOrder(documents, units).entries()) {
    const unit = units[i]!
    if (unit.missing.join('\n') !== missing.join('\n'))
      tell(`alignment.units[${i}].missing`, `is ${JSON.stringify(missing)} by its blocks`)
    if (unit.moved.join('\n') !== moved.join('\n'))
      tell(`alignment.units[${i}].moved`, `is ${JSON.stringify(moved)} by the order of the units`)
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
  const ids = new Set<string>()
  for (const [i, unit] of alignment.units.entries()) {
    const path = `alignment.units[${i}]`
    if (ids.has(unit.id)) tell(`${path}.id`, `"${unit.id}" is not unique in the record`)
    ids.add(unit.id)
    for (const [document, ids] of Object.entries(unit.blocks)) {
      for (const [j, id] of ids.entries()) use(id, document, `${path}.blocks.${document}[${j}]`)
    }
    for (const [j, segment] of unit.segments.entries()) {
      for (const [document, part] of Object.entries(segment).flatMap(([d, parts]) => parts.map(p => [d, p] as const))) {
        if (!Object.hasOwn(unit.blocks, document) || !unit.blocks[document]!.includes(part.block))
          tell(`${path}.segments[${j}]`, `block "${part.block}" is not in the unit`)
        else checkRange(part, blocks.get(part.block)?.text.length ?? 0, `${path}.segments[${j}]`, tell)
      }
    }
  }
  for (const [i, { block, sameAs }] of alignment.unaligned.entries()) {
    use(block, null, `alignment.unaligned[${i}].block`)
    if (sameAs !== undefined && !blocks.has(sameAs)) tell(`alignment.unaligned[${i}].sameAs`, `no block "${sameAs}"`)
  }
  for (const id of blocks.keys())
    if (!seen.has(id)) tell('alignment', `block "${id}" is in no unit and not among the unaligned`)
}

/** Called with a broken law: the JSON path without its `$.`, and what is wrong. */
type Tell = (path: string, problem: string) => void

/** Repairs, spans and damage that was left, against the decoded text that the repairs lead back to. */
function checkText(document: Document, at: string, tell: Tell): void {
  const { blocks, repairs, unrepaired, rejected = [] } = document
  const original = checkLog(document, at, tell)
  if (original === null) return
  const made = new Set(repairs.map(keyOf))
  for (const [i, left] of unrepaired.entries()) {
    checkRange(left, original.length, `${at}.unrepaired[${i}]`, tell)
    if (original.slice(left.start, left.end) !== left.text)
      tell(`${at}.unrepaired[${i}].text`, 'is not what stands there')
  }
  for (const [i, no] of rejected.entries()) {
    checkRange(no, original.length, `${at}.rejected[${i}]`, tell)
    if (original.slice(no.start, no.end) !== no.before) tell(`${at}.rejected[${i}].before`, 'is not what stands there')
    if (made.has(keyOf(no))) tell(`${at}.rejected[${i}]`, 'is among the repairs all the same')
  }
  for (const [i, block] of blocks.entries()) {
    for (const [j, span] of block.spans.entries())
      checkRange(span, original.length, `${at}.blocks[${i}].spans[${j}]`, tell)
    if (block.runIn) checkRange(block.runIn, block.text.length, `${at}.blocks[${i}].runIn`, tell)
  }
  checkMap(document, original.length, at, tell)
  checkCover(document, original, at, tell)
}

/** The way back into the file: stretches of the text in order, none in another. */
function checkMap({ map = [] }: Document, length: number, at: string, tell: Tell): void {
  let last = 0
  for (const [i, { start, end }] of map.entries()) {
    checkRange({ start, end }, length, `${at}.map[${i}]`, tell)
    if (start < last) tell(`${at}.map[${i}]`, 'overlaps the stretch before it')
    last = end
  }
}

/** The log of repairs: the decoded text that it leads back to, as far as it does; null where it leads nowhere. */
export function checkLog(
  document: Pick<Document, 'blocks' | 'repairs' | 'charset' | 'sha256' | 'textSha256'>,
  at: string,
  tell: Tell,
): string | null {
  const { blocks, repairs } = document
  const unsorted = repairs.findIndex(({ start, end }, i) => start > end || start < (repairs[i - 1]?.end ?? 0))
  if (unsorted >= 0) {
    tell(`${at}.repairs[${unsorted}]`, 'repairs overlap or are not sorted')
    return null
  }
  const original = undoRepairs(textOfBlocks(blocks), repairs)
  let isSound = true
  for (const [i, { end, start, before }] of repairs.entries()) {
    if (original.slice(start, end) === before) continue
    isSound = false
    if (end > original.length) checkRange({ start, end }, original.length, `${at}.repairs[${i}]`, tell)
    else tell(`${at}.repairs[${i}].before`, 'is not what stands there')
  }
  if (isSound && applyRepairs(original, repairs) !== textOfBlocks(blocks))
    tell(`${at}.repairs`, 'do not lead to the texts of the blocks')
  const known = textHash(document)
  if (known && createHash('sha256').update(original).digest('hex') !== document[known])
    tell(at, `its blocks and repairs do not lead back to the file of its ${known}`)
  return original
}

/** The field with the hash of the decoded text as UTF-8; null where none has it. */
function textHash({ textSha256, charset }: Pick<Document, 'textSha256' | 'charset'>): 'textSha256' | 'sha256' | null {
  if (textSha256 !== undefined) return 'textSha256'
  return charset.name === 'utf-8' && (charset.evidence === 'ascii' || charset.evidence === 'valid-utf8')
    ? 'sha256'
    : null
}

const keyOf = ({ start, end, after }: Edit) => `${start}-${end} ${after}`

function checkRange({ start, end }: Span, length: number, path: string, tell: Tell): void {
  if (start > end || end > length) tell(path, `${start} to ${end} does not lie in a text of ${length}`)
}

/** Every character but white space is in a block or in an edit, and none in two blocks. */
function checkCover({ blocks, repairs }: Document, original: string, at: string, tell: Tell): void {
  const owners = new Uint8Array(original.length)
  for (const [i, { spans }] of blocks.entries()) {
    for (const [j, { start, end }] of spans.entries()) {
      if (owners.subarray(start, end).includes(1))
        tell(`${at}.blocks[${i}].spans[${j}]`, `${start} to ${end} is in another span as well`)
      owners.fill(1, start, end)
    }
  }
  for (const { start, end } of repairs) owners.fill(1, start, end)
  for (let k = owners.indexOf(0); k >= 0; k = owners.indexOf(0, k + 1)) {
    if (!/\S/.test(original[k]!)) continue
    tell(at, `the character at ${k} is in no block and no repair`)
    return
  }
}
