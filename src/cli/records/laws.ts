/**
 * The laws of a record that tie one field to another, which a schema cannot state: ids are unique and lead somewhere,
 * offsets lie in their text, the log of repairs leads back to the decoded text, every block is in exactly one unit or
 * among the unaligned.
 */

import { inCalendar } from '../../anatomy/dates.js'
import type { Document, ReleaseRecord } from '../../model.js'
import { releaseId, withOrder } from '../../record/record.js'
import { checkRange, checkText, type Tell } from './text-laws.js'

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

interface KnownBlock {
  readonly document: string
  readonly text: string
}

type Blocks = ReadonlyMap<string, KnownBlock>

function blocksIn(record: ReleaseRecord, tell: Tell): Blocks {
  const blocks = new Map<string, KnownBlock>()
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
