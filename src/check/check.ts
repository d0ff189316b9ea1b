/**
 * What the translations of a release disagree on, unit by unit: the rooms beside this one find it, here it gets its code,
 * how bad and how sure it is, and its place in the list. What the texts say in other words is no disagreement; where that
 * cannot be told, nothing is said: whoever reads ten false alarms stops reading. Linear in the text of the record.
 */

import type { PackOf } from '../languages/pack.js'
import { undetermined } from '../languages/und.js'
import type { Finding, FindingCode, ReleaseRecord, Severity, Statement } from '../model.js'
import { languageCount } from '../releases/versions.js'
import { byCodeUnit } from '../structures/lists.js'
import { addressSides, nearAddresses, symbolSides } from './addresses.js'
import { type Claim, disputes, type Side } from './compare.js'
import { blockGaps, sentenceGaps, untranslated } from './coverage.js'
import { dateSides, nearDates } from './dates.js'
import { contactDisputes, datelineDisputes, issuedDisputes } from './frame.js'
import { nameDisputes } from './names.js'
import { hasImperial, nearNumbers, numberSides, unitDisputes } from './numbers.js'
import { withStrangers } from './strangers.js'
import { type Discrepancy, type ReleaseView, type UnitView, viewOf } from './views.js'

/**
 * How bad a finding is, and how often one of its kind is more than another way to say the same. Numbers, names, dates,
 * sentences and blocks left in another language: read one by one on faithful translations of news and newsletters (112
 * findings in 2,998 units). The rest did not occur there and is an estimate. Of a unit that the aligner doubts it is so
 * much less.
 */
const GRADES: Readonly<Record<FindingCode, readonly [severity: Severity, confidence: number]>> = {
  'number-differs': ['error', 0.9],
  'number-missing': ['warning', 0.8],
  'unit-differs': ['error', 0.7],
  'date-differs': ['error', 0.9],
  'date-missing': ['warning', 0.85],
  'name-differs': ['error', 0.85],
  'name-missing': ['note', 0.8],
  'address-differs': ['error', 0.9],
  'address-missing': ['warning', 0.8],
  'symbol-differs': ['error', 0.95],
  'symbol-missing': ['warning', 0.9],
  'contact-differs': ['error', 0.9],
  'contact-missing': ['note', 0.8],
  'dateline-differs': ['error', 0.9],
  'dateline-missing': ['note', 0.95],
  'issued-differs': ['note', 0.95],
  'block-differs': ['warning', 0.8],
  'block-missing': ['warning', 0.8],
  'block-moved': ['note', 0.8],
  'sentence-missing': ['warning', 0.8],
  untranslated: ['warning', 0.95],
}

/** All codes, sorted. */
export const findingCodes: readonly FindingCode[] = Object.keys(GRADES).sort() as FindingCode[]

/** Everything that the documents of a record disagree on, in the order of its units; what is about the release comes first. */
export function check(record: ReleaseRecord, packOf: PackOf): Finding[] {
  const view = viewOf(record, packOf, undetermined)
  if (languageCount(record.documents, record.versions) < 2) return []
  const imperial = view.documents.some(({ quantities }) => hasImperial(quantities))
  const found = [
    ...datelineDisputes(view.documents),
    ...issuedDisputes(view.documents, record.issued?.date ?? null),
    ...contactDisputes(view.documents),
    ...view.units.flatMap(unit => unitFindings(unit, record, imperial)),
    ...nameDisputes(view.units),
    ...untranslated(view),
    ...blockGaps(view),
    ...sentenceGaps(view.units),
  ]
  const order = new Map(record.alignment.units.map(({ id }, i) => [id, i]))
  const place = ({ unit }: Finding) => (unit === null ? -1 : (order.get(unit) ?? 0))
  return withStrangers(withoutDoubles(found, view), view)
    .map(finding => toFinding(finding, view))
    .sort((a, b) => place(a) - place(b) || byCodeUnit(a.code, b.code) || byCodeUnit(a.blocks.join(), b.blocks.join()))
}

/** What stands in the blocks of one unit: numbers, dates, addresses, symbols. */
function unitFindings({ unit, views }: UnitView, record: ReleaseRecord, imperial: boolean): Discrepancy[] {
  const documents = views.map(({ document }) => document)
  if (languageCount(documents, record.versions) < 2) return []
  const compare = <C extends Claim>(what: What, sides: readonly Side<C>[], near: (a: C, b: C) => number) =>
    disputes(sides, near).map(({ differs, values, minority }) => ({
      code: `${what}-${differs ? 'differs' : 'missing'}` as const,
      unit,
      values,
      minority,
    }))
  const numbers = numberSides(views, imperial)
  return [
    ...compare('number', numbers, nearNumbers),
    ...unitDisputes(numbers).map(dispute => ({ ...dispute, code: 'unit-differs' as const, unit })),
    ...compare('date', dateSides(views), nearDates),
    ...compare('address', addressSides(views, record.languages), nearAddresses),
    ...compare('symbol', symbolSides(views), nearAddresses),
  ]
}

type What = 'number' | 'date' | 'address' | 'symbol'

/**
 * What a dateline has otherwise, or has not, is reported once. So is what a block in another language has otherwise: one that
 * nobody translated has no counterpart for that very reason. The names of a missing sentence are missing for that reason.
 */
function withoutDoubles(found: readonly Discrepancy[], { documents }: ReleaseView): Discrepancy[] {
  const statements = ({ values }: Discrepancy) => Object.values(values).flat()
  const foreign = new Set(
    found.filter(({ code }) => code === 'untranslated').flatMap(one => statements(one).map(({ block }) => block)),
  )
  const open = found.filter(
    one => one.code === 'untranslated' || !statements(one).some(({ block }) => foreign.has(block)),
  )
  const cut = new Set(
    open.flatMap(({ code, unit, about }) => (code === 'sentence-missing' ? [`${unit?.id} ${about}`] : [])),
  )
  const isCut = ({ code, unit, values }: Discrepancy) =>
    code === 'name-missing' && Object.keys(values).some(id => values[id]!.length === 0 && cut.has(`${unit?.id} ${id}`))
  const datelines = new Map(
    documents.flatMap(({ dateline: d }) => (d?.block && d.text && !d.inheritedFrom ? [[d.block, d.text.length]] : [])),
  )
  const isDatelineReported = found.some(({ code }) => code.startsWith('dateline-'))
  const isOfDateline = (one: Discrepancy) =>
    /^(?:date|name)-/.test(one.code) && statements(one).every(({ block, end }) => end <= (datelines.get(block) ?? -1))
  return open.filter(one => !isCut(one) && !(isDatelineReported && isOfDateline(one)))
}

function toFinding(found: Discrepancy, { record, documents }: ReleaseView): Finding {
  const { code, unit, minority, sure, about } = found
  const [severity, share] = GRADES[code]
  const ids = documents.map(({ id }) => id).filter(id => Object.hasOwn(found.values, id))
  const values = Object.fromEntries(ids.map(id => [id, [...found.values[id]!].sort(byPlace)]))
  const confidence = share * (unit?.confidence ?? 1) * (sure ?? 1)
  return {
    code,
    severity,
    confidence: Math.round(confidence * 100) / 100,
    record: record.id,
    unit: unit?.id ?? null,
    blocks: [...new Set(ids.flatMap(id => values[id]!.map(({ block }) => block)))],
    values,
    minority,
    message: messageOf({ code, values, minority }, about ?? null),
  }
}

const byPlace = (a: Statement, b: Statement) => byCodeUnit(a.block, b.block) || a.start - b.start

const LONGEST_QUOTED = 60
/** So many places of one value are quoted: pages repeat the message at each of them. */
const MOST_QUOTED = 10

type Said = Pick<Finding, 'code' | 'values' | 'minority'>

/**
 * What a finding means, in one sentence in English. Values of texts are quoted as they are, cut short; a face escapes what is
 * odd. `about` is the part of the release or the language that it is about.
 */
function messageOf(finding: Said, about: string | null): string {
  const ids = Object.keys(finding.values)
  const silent = ids.filter(id => finding.values[id]!.length === 0)
  const speaking = ids.filter(id => finding.values[id]!.length > 0)
  const what = finding.code.replace(/-(?:differs|missing|moved)$/, '')
  switch (finding.code) {
    case 'untranslated':
      return `${list(speaking)}: a block is in another language (${about ?? 'und'})`
    case 'block-differs':
      return `${list(finding.minority)}: a block says something else than the others have in its place`
    case 'block-moved':
      return `${list(finding.minority.length > 0 ? finding.minority : ids)}: a block stands elsewhere than in the others`
    case 'sentence-missing':
      return `${about ?? list(ids)}: a sentence seems to be missing`
    case 'issued-differs':
      return `the date of publication differs: ${quoted(finding.values, speaking)}; ${about ?? ''}`
    case 'block-missing':
    case 'contact-missing':
    case 'dateline-missing':
      return `${what} only in ${list(speaking)}; not in ${list(silent)}`
    default:
      return finding.code.endsWith('-differs')
        ? `${nameOf(finding.code, about)} differs: ${quoted(finding.values, speaking)}`
        : `${what} ${quoted(finding.values, speaking)}; none in ${list(lackingOf(finding, silent))}`
  }
}

/** Some that do not state it in figures may state it otherwise; the outvoted ones do not. */
const lackingOf = ({ minority }: Said, silent: readonly string[]) => {
  const outvoted = silent.filter(id => minority.includes(id))
  return outvoted.length > 0 ? outvoted : silent
}

const nameOf = (code: FindingCode, about: string | null) =>
  code === 'dateline-differs' ? `${about ?? 'text'} of the dateline` : code.replace(/-differs$/, '')

const list = (ids: readonly string[]) => (ids.length === 0 ? 'none' : ids.join(', '))

/** `"16.5" (de, en), "17,5" (it)`. */
function quoted(values: Finding['values'], ids: readonly string[]): string {
  const groups = new Map<string, string[]>()
  for (const id of ids) {
    const text = quotation(values[id]!)
    groups.set(text, [...(groups.get(text) ?? []), id])
  }
  return [...groups].map(([text, by]) => `"${text}" (${by.join(', ')})`).join(', ')
}

function quotation(statements: readonly Statement[]): string {
  const said = statements.slice(0, MOST_QUOTED).map(shown).join(' ')
  return statements.length > MOST_QUOTED ? `${said} and ${statements.length - MOST_QUOTED} more` : said
}

function shown({ text, value }: Statement): string {
  const said = text === '' || text.length > LONGEST_QUOTED ? value || text : text
  return said.length > LONGEST_QUOTED ? `${said.slice(0, LONGEST_QUOTED - 1)}…` : said
}
