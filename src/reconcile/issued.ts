/**
 * Date and wire of a release by the vote of its documents. A dateline counts more than a crawler's prefix; a date
 * stated to the month agrees with every day of it. Whoever says otherwise is named in a warning.
 */
import type { Dateline, DatePrecision, Document, Issued, Warning } from '../model.js'

/** A dateline outweighs any number of prefixes that a handful of documents can have. */
const DATELINE_WEIGHT = 10
const PRECISION: Readonly<Record<number, DatePrecision>> = { 4: 'year', 7: 'month', 10: 'day' }

interface Statement {
  readonly document: string
  readonly date: string
  readonly weight: number
}

/** The date most weight stands behind, the most precise form of it, and who stated it. */
export function issuedBy(documents: readonly Document[]): { issued: Issued | null; warnings: Warning[] } {
  const statements = documents.flatMap(statementsOf)
  const dates = [...new Set(statements.map(s => s.date))].sort()
  const support = (date: string) => statements.filter(s => agree(s.date, date)).reduce((sum, s) => sum + s.weight, 0)
  const date = dates.sort((a, b) => support(b) - support(a) || b.length - a.length || (a < b ? -1 : 1))[0]
  if (date === undefined) return { issued: null, warnings: [] }
  const statedBy = [...new Set(statements.filter(s => agree(s.date, date)).map(s => s.document))].sort()
  const others = statements.filter(s => !agree(s.date, date))
  return {
    issued: { date, precision: PRECISION[date.length] ?? 'day', statedBy },
    warnings: others.map(s => ({
      code: 'DATES_DISAGREE',
      message: `${s.document} states ${s.date}, the release ${date}`,
    })),
  }
}

const agree = (a: string, b: string) => a.startsWith(b) || b.startsWith(a)

function statementsOf(document: Document): Statement[] {
  const statements: Statement[] = []
  if (document.dateline?.date)
    statements.push({ document: document.id, date: document.dateline.date, weight: DATELINE_WEIGHT })
  if (document.crawled) statements.push({ document: document.id, date: document.crawled, weight: 1 })
  return statements
}

/** The wire that most datelines name; of equals the first in order of documents. */
export function wireOf(documents: readonly Document[]): string | null {
  const counts = new Map<string, number>()
  for (const { dateline } of documents)
    if (dateline?.wire) counts.set(dateline.wire, (counts.get(dateline.wire) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** A document without a dateline has that of the first sibling which stated the date of the release. */
export function inheritDatelines(documents: readonly Document[], issued: Issued | null): Document[] {
  const giver = documents.find(d => d.dateline && (issued === null || d.dateline.date === issued.date))
  return documents.map(d => (d.dateline || !giver ? d : { ...d, dateline: inherited(giver.dateline!, giver.id) }))
}

const inherited = ({ place, placeKey, region, date, wire }: Dateline, inheritedFrom: string): Dateline => ({
  place,
  placeKey,
  region,
  date,
  wire,
  text: null,
  block: null,
  inheritedFrom,
})
