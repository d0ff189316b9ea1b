/**
 * Date and wire of a release by the vote of its documents. A dateline counts more than a crawler's prefix; a date
 * stated to the month agrees with every day of it. Whoever says otherwise is named in a warning.
 */

import type { Dateline, DateSource, Document, Header, Issued, Warning } from '../model.js'

/** A dateline outweighs any number of the others that a handful of documents can have; a site's header a crawler. */
const WEIGHTS: Readonly<Record<DateSource, number>> = { dateline: 100, header: 10, crawler: 1 }
const PRECISION: Readonly<Record<number, Issued['precision']>> = { 4: 'year', 7: 'month', 10: 'day' }

interface Statement {
  readonly document: string
  readonly date: string
  readonly by: DateSource
}

/** What states a date. */
type Dated = Pick<Document, 'crawled'> & {
  readonly dateline: Pick<Dateline, 'date'> | null
  readonly header: Pick<Header, 'date'> | null
}

/** The date of a release before it is aligned; null where no document states one. */
export const issueDateOf = (documents: readonly Dated[]): string | null =>
  issuedBy(documents.map(document => ({ ...document, id: '' }))).issued?.date ?? null

/** The date most weight stands behind, the most precise form of it, and who stated it. */
export function issuedBy(documents: readonly (Dated & Pick<Document, 'id'>)[]): {
  issued: Issued | null
  warnings: Warning[]
} {
  const statements = documents.flatMap(statementsOf)
  const dates = [...new Set(statements.map(s => s.date))].sort()
  const support = (date: string) =>
    statements.filter(s => agree(s.date, date)).reduce((sum, s) => sum + WEIGHTS[s.by], 0)
  const date = dates.sort((a, b) => support(b) - support(a) || b.length - a.length || (a < b ? -1 : 1))[0]
  if (date === undefined) return { issued: null, warnings: [] }
  const agreeing = statements.filter(s => agree(s.date, date))
  const statedBy = [...new Set(agreeing.map(s => s.document))].sort()
  const by = agreeing.map(s => s.by).sort((a, b) => WEIGHTS[b] - WEIGHTS[a])[0]!
  const others = statements.filter(s => !agree(s.date, date))
  return {
    issued: { date, precision: PRECISION[date.length] ?? 'day', statedBy, by },
    warnings: others.map(s => ({
      code: 'DATES_DISAGREE',
      message: `${s.document} states ${s.date}, the release ${date}`,
    })),
  }
}

const agree = (a: string, b: string) => a.startsWith(b) || b.startsWith(a)

function statementsOf({ id, dateline, header, crawled }: Dated & Pick<Document, 'id'>): Statement[] {
  const stated = [
    { date: dateline?.date, by: 'dateline' },
    { date: header?.date, by: 'header' },
    { date: crawled, by: 'crawler' },
  ] as const
  return stated.flatMap(({ date, by }) => (date ? [{ document: id, date, by }] : []))
}

/** The wire that most documents name; of equals the first in order of documents. */
export function wireOf(documents: readonly Document[]): string | null {
  const counts = new Map<string, number>()
  for (const { wire } of documents) if (wire) counts.set(wire, (counts.get(wire) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/**
 * A document without a dateline has that of the first sibling which stated the date of the release; one whose dateline
 * leaves the year out has the date of the release, if day and month are the same.
 */
export function inheritDatelines(documents: readonly Document[], issued: Issued | null): Document[] {
  const giver = documents.find(d => d.dateline && (issued === null || d.dateline.date === issued.date))
  return documents.map(d => {
    if (!d.dateline) return giver ? { ...d, dateline: inherited(giver.dateline!, giver.id) } : d
    if (d.dateline.date !== null || issued?.precision !== 'day' || !statesDay(d, issued.date)) return d
    return { ...d, dateline: { ...d.dateline, date: issued.date, inheritedFrom: issued.statedBy[0]! } }
  })
}

/** Does the dateline name the day and month of a date, without its year? */
const statesDay = ({ dateline, dates }: Document, date: string) =>
  dates.some(
    found =>
      found.block === dateline!.block &&
      found.end <= (dateline!.text?.length ?? 0) &&
      found.date === `-${date.slice(4)}`,
  )

const inherited = (dateline: Dateline, inheritedFrom: string): Dateline => {
  return { ...dateline, text: null, block: null, inheritedFrom }
}
