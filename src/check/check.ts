/**
 * What the translations of a release disagree on, unit by unit: the rooms beside this one find it, here it gets its code,
 * how bad and how sure it is, and its place in the list. What the texts say in other words is no disagreement; where that
 * cannot be told, nothing is said: whoever reads ten false alarms stops reading. Linear in the text of the record.
 */

import type { PackOf } from '../languages/pack.js'
import { undetermined } from '../languages/und.js'
import type { Finding, FindingCode, ReleaseRecord, Severity, Statement } from '../model.js'
import { languageCount } from '../releases/versions.js'
import { addressSides, nearAddresses, symbolSides } from './addresses.js'
import { type Claim, disputes, type Side } from './compare.js'
import { blockGaps, type Gap, sentenceGaps } from './coverage.js'
import { dateSides, nearDates } from './dates.js'
import { contactDisputes, datelineDisputes, issuedDisputes } from './frame.js'
import { messageOf } from './messages.js'
import { nameDisputes } from './names.js'
import { nearNumbers, numberSides, unitDisputes } from './numbers.js'
import { untranslated } from './untranslated.js'
import { type ReleaseView, stated, type UnitView, viewOf } from './views.js'

const SEVERITIES: Readonly<Record<FindingCode, Severity>> = {
  'number-differs': 'error',
  'number-missing': 'warning',
  'unit-differs': 'error',
  'date-differs': 'error',
  'date-missing': 'warning',
  'name-differs': 'error',
  'name-missing': 'note',
  'address-differs': 'error',
  'address-missing': 'warning',
  'symbol-differs': 'error',
  'symbol-missing': 'warning',
  'contact-differs': 'error',
  'contact-missing': 'note',
  'dateline-differs': 'error',
  'dateline-missing': 'note',
  'issued-differs': 'note',
  'block-differs': 'warning',
  'block-missing': 'warning',
  'block-moved': 'note',
  'sentence-missing': 'warning',
  untranslated: 'warning',
}

/**
 * How often a finding of its kind is more than another way to say the same. Numbers, names, dates, sentences and blocks
 * left in another language: read one by one on faithful translations of news and newsletters (112 findings in 2,998
 * units). The rest did not occur there and is an estimate. Of a unit that the aligner doubts it is so much less.
 */
const CONFIDENCE: Readonly<Record<FindingCode, number>> = {
  'number-differs': 0.9,
  'number-missing': 0.8,
  'unit-differs': 0.7,
  'date-differs': 0.9,
  'date-missing': 0.85,
  'name-differs': 0.85,
  'name-missing': 0.8,
  'address-differs': 0.9,
  'address-missing': 0.8,
  'symbol-differs': 0.95,
  'symbol-missing': 0.9,
  'contact-differs': 0.9,
  'contact-missing': 0.8,
  'dateline-differs': 0.9,
  'dateline-missing': 0.95,
  'issued-differs': 0.95,
  'block-differs': 0.8,
  'block-missing': 0.8,
  'block-moved': 0.8,
  'sentence-missing': 0.8,
  untranslated: 0.95,
}

/** All codes, sorted. */
export const findingCodes: readonly FindingCode[] = Object.keys(SEVERITIES).sort() as FindingCode[]

/** A finding without what follows from its code. */
interface Raw {
  readonly code: FindingCode
  readonly unit: UnitView['unit'] | null
  readonly values: Readonly<Record<string, readonly Statement[]>>
  readonly minority: readonly string[]
  readonly sure?: number
  readonly about?: string
}

/** Everything that the documents of a record disagree on, in the order of its units; what is about the release comes first. */
export function check(record: ReleaseRecord, packOf: PackOf): Finding[] {
  const view = viewOf(record, packOf, undetermined)
  if (languageCount(record.documents, record.versions) < 2) return []
  const raw = [...frameFindings(view), ...view.units.flatMap(unit => unitFindings(unit, view)), ...textFindings(view)]
  const order = new Map(record.alignment.units.map(({ id }, i) => [id, i]))
  const place = ({ unit }: Finding) => (unit === null ? -1 : (order.get(unit) ?? 0))
  return withoutDoubles(raw, view)
    .map(finding => toFinding(finding, view))
    .sort((a, b) => place(a) - place(b) || byCodeUnit(a.code, b.code) || byCodeUnit(a.blocks.join(), b.blocks.join()))
}

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function frameFindings({ documents, record }: ReleaseView): Raw[] {
  return [
    ...datelineDisputes(documents),
    ...issuedDisputes(documents, record.issued?.date ?? null),
    ...contactDisputes(documents),
  ].map(dispute => ({ ...dispute, unit: null }))
}

/** What stands in the blocks of one unit: numbers, dates, addresses, symbols. */
function unitFindings({ unit, views }: UnitView, { record: { languages, versions }, imperial }: ReleaseView): Raw[] {
  const speaking = views.map(({ document }) => document)
  if (languageCount(speaking, versions) < 2) return []
  const compare = <C extends Claim>(what: What, sides: readonly Side<C>[], near: (a: C, b: C) => number): Raw[] =>
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
    ...compare('address', addressSides(views, languages), nearAddresses),
    ...compare('symbol', symbolSides(views), nearAddresses),
  ]
}

type What = 'number' | 'date' | 'address' | 'symbol'

/** What needs more than one unit to be seen: names, gaps, blocks in another language. */
function textFindings(view: ReleaseView): Raw[] {
  const names = nameDisputes(view.units).map(({ unit, differs, values, minority }): Raw => {
    return { code: differs ? 'name-differs' : 'name-missing', unit: unit.unit, values, minority }
  })
  const foreign = untranslated(view)
  const left = new Set(foreign.map(({ block }) => block.id))
  const unitOf = new Map(
    view.units.flatMap(({ unit }) => Object.values(unit.blocks).flatMap(ids => ids.map(id => [id, unit]))),
  )
  const raw = foreign.map(({ document, block, source, sure }): Raw => {
    const statement = stated(block, { start: 0, end: block.text.length }, source.language.tag)
    const minority = view.documents.length > 2 ? [document.id] : []
    return {
      code: 'untranslated',
      unit: unitOf.get(block.id) ?? null,
      values: { [document.id]: [statement] },
      minority,
      sure,
      about: source.language.tag,
    }
  })
  const gaps: Gap[] = [...blockGaps(view), ...sentenceGaps(view.units)]
  // A block that nobody translated has no counterpart for that very reason.
  return [
    ...names,
    ...raw,
    ...gaps.filter(({ values }) => !Object.values(values).some(found => found.some(s => left.has(s.block)))),
  ]
}

/** What a dateline has otherwise, or has not, is told once, and so is what a block in another language has otherwise. */
function withoutDoubles(raw: readonly Raw[], { documents }: ReleaseView): Raw[] {
  const datelines = new Map(
    documents.flatMap(({ dateline: d }) => (d?.block && d.text && !d.inheritedFrom ? [[d.block, d.text.length]] : [])),
  )
  const told = raw.some(({ code }) => code.startsWith('dateline-'))
  const inDateline = ({ values }: Raw) =>
    Object.values(values)
      .flat()
      .every(({ block, end }) => end <= (datelines.get(block) ?? -1))
  const left = new Set(
    raw.flatMap(({ code, values }) => (code === 'untranslated' ? Object.values(values).flat() : [])).map(s => s.block),
  )
  const isOf = ({ values }: Raw) => Object.values(values).some(found => found.some(({ block }) => left.has(block)))
  const cut = new Set(
    raw.flatMap(({ code, unit, about }) => (code === 'sentence-missing' ? [`${unit?.id} ${about}`] : [])),
  )
  // The names of a missing sentence are missing for that reason.
  const isCut = ({ code, unit, values }: Raw) =>
    code === 'name-missing' && Object.keys(values).some(id => values[id]!.length === 0 && cut.has(`${unit?.id} ${id}`))
  return raw.filter(
    finding =>
      !isCut(finding) &&
      !(told && /^(?:date|name)-/.test(finding.code) && inDateline(finding)) &&
      (finding.code === 'untranslated' || !isOf(finding)),
  )
}

function toFinding(raw: Raw, { record, documents }: ReleaseView): Finding {
  const { code, unit, minority, sure, about } = raw
  const ids = documents.map(({ id }) => id).filter(id => Object.hasOwn(raw.values, id))
  const values = Object.fromEntries(ids.map(id => [id, [...raw.values[id]!].sort(byPlace)]))
  const confidence = CONFIDENCE[code] * (unit?.confidence ?? 1) * (sure ?? 1)
  return {
    code,
    severity: SEVERITIES[code],
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
