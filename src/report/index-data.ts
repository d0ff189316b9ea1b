/** What the index knows of a release: a few hundred bytes each, so that the whole corpus fits in memory and in a page. */
import type { Finding, ReleaseRecord } from '../model.js'
import { visible } from './html.js'
import { noSums, plus, repairsIn, sumsOf } from './sums.js'
import { percent, shareText, titleOf } from './words.js'

/** All texts are as they are shown: what cannot be seen in them is escaped. */
export interface IndexEntry {
  readonly href: string
  readonly title: string
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly languages: readonly string[]
  /** As the record has it: `2026`, `2026-03`, `2026-03-02`. */
  readonly date: string | null
  /** Codes of warnings and findings. */
  readonly codes: readonly string[]
  /** Of the unit that is least sure; null where there is no unit. */
  readonly lowest: number | null
  readonly findings: number
  readonly repairs: number
  /** The other columns, as they are shown. */
  readonly cells: readonly string[]
  /** What is searched. */
  readonly search: string
  /** SHA-256 of each document. */
  readonly hashes: readonly string[]
}

/** What the script of the index is given. */
export interface IndexData {
  readonly pageSize: number
  readonly generator: string
  readonly columns: readonly Column[]
  readonly releases: readonly IndexEntry[]
}

/** A column, with the class that its cells have in the style. */
export interface Column {
  readonly name: string
  readonly kind: 'plain' | 'number' | 'codes'
}

/** The columns beside the title, in the order of `cells`. */
export const COLUMNS: readonly Column[] = [
  { name: 'Issued', kind: 'plain' },
  { name: 'Languages', kind: 'plain' },
  { name: 'Documents', kind: 'number' },
  { name: 'Lowest confidence', kind: 'number' },
  { name: 'Coverage', kind: 'number' },
  { name: 'Repairs', kind: 'number' },
  { name: 'Findings', kind: 'number' },
  { name: 'Warnings', kind: 'codes' },
]

/** Where the page of a release is, seen from the index. */
export const pathOf = ({ id }: Pick<ReleaseRecord, 'id'>): string => `releases/${id}.html`

/** The line of a release in the index. */
export function entryOf(record: ReleaseRecord, findings: readonly Finding[]): IndexEntry {
  const { documents, issued, issuer, wire, languages, alignment } = record
  const sums = documents.map(document => sumsOf(document, record)).reduce(plus, noSums)
  const { aligned, apart, lost } = sums.coverage
  const warnings = [...record.warnings, ...documents.flatMap(d => d.warnings)].map(({ code }) => code)
  const confidences = alignment.units.map(({ confidence }) => confidence)
  const lowest = confidences.length === 0 ? null : confidences.reduce((least, x) => Math.min(least, x))
  const title = titleOf(record)
  const repairs = repairsIn(sums.damage)
  const search = [
    title.text,
    record.id,
    issuer,
    wire,
    ...documents.flatMap(d => [d.path, d.title, d.dateline?.place ?? null]),
  ]
  return {
    href: pathOf(record),
    title: visible(title.text),
    lang: title.lang,
    dir: title.dir,
    languages,
    date: issued?.date ?? null,
    codes: [...new Set([...warnings, ...findings.map(({ code }) => code)])].sort(),
    lowest,
    findings: findings.length,
    repairs,
    cells: [
      issued?.date ?? '-',
      languages.join(', '),
      String(documents.length),
      lowest === null ? '-' : shareText(lowest),
      percent(aligned, aligned + apart + lost),
      String(repairs),
      String(findings.length),
      [...new Set(warnings)].sort().join(', '),
    ].map(visible),
    search: visible(search.filter(text => text).join(' ')),
    hashes: documents.map(({ sha256 }) => sha256),
  }
}
