/**
 * XLIFF 2.1 (OASIS) for a pair: a file for each release, a unit for each unit of it, and in it one segment, or those
 * that the sentences make. The alignment's confidence is a note. Its namespace is that of 2.0.
 */
import type { Document, ReleaseRecord } from '../model.js'
import { tagOfId } from '../releases/versions.js'
import { type MakeWriter, one } from './format.js'
import { placedEditions, type Row, rowsOf } from './rows.js'
import { type XmlEscapes, xmlEscapes, xmlId } from './xml.js'

/** The writer of XLIFF. Of an export without a single row it is no valid file: it must have a translation. */
export const xliff: MakeWriter = (settings, counts) => {
  const xml = xmlEscapes(counts)
  const [source = 'und', target = 'und'] = (settings.languages ?? []).map(tagOfId)
  return {
    begin: () => [
      one(`<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="${xml.attribute(source)}" trgLang="${xml.attribute(target)}">
`),
    ],
    *add(record) {
      const [from, to] = placedEditions(record, settings, counts).map(({ document }) => document)
      if (!from || !to) return
      const units = new Map<string, Row[]>()
      for (const row of rowsOf(record, [from, to], settings, counts)) {
        counts.rows++
        const own = units.get(row.unit)
        if (own) own.push(row)
        else units.set(row.unit, [row])
      }
      if (units.size > 0) yield one(file(record, from, to, units, xml))
    },
    end: () => [one('</xliff>\n')],
  }
}

function file(
  record: ReleaseRecord,
  from: Document,
  to: Document,
  units: ReadonlyMap<string, readonly Row[]>,
  xml: XmlEscapes,
): string {
  const parts = [...units].map(([id, rows]) => unit(id, rows, from.id, to.id, xml))
  return `<file id="${xmlId('r', record.id)}" original="${xml.attribute(from.path)}" srcDir="${from.direction}" trgDir="${to.direction}" xml:space="preserve">
<notes><note category="release">${xml.text(record.id)}</note><note category="target-file" appliesTo="target">${xml.text(to.path)}</note></notes>
${parts.join('')}</file>
`
}

function unit(id: string, rows: readonly Row[], from: string, to: string, xml: XmlEscapes): string {
  const segments = rows.map(({ cells }, i) => {
    const [source, target] = [from, to].map(document => xml.text(cells.get(document)!.text))
    return `<segment id="s${i + 1}" state="translated"><source>${source}</source><target>${target}</target></segment>\n`
  })
  const { kind, confidence } = rows[0]!
  return `<unit id="${xmlId('', id)}" type="parawire:${kind}">
<notes><note category="confidence">${confidence}</note></notes>
${segments.join('')}</unit>
`
}
