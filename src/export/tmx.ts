/**
 * TMX 1.4b (LISA OSCAR): a translation unit for every row, a variant for every document that says it. It has no source:
 * `srclang` is `*all*`, any of the languages may be translated from. Ids, kind and score are properties.
 * No DOCTYPE: it would make readers look for a file.
 */
import type { Document, ReleaseRecord } from '../model.js'
import { type MakeWriter, one } from './format.js'
import { editionsOf, type Row, rowsOf } from './rows.js'
import { type XmlEscapes, xmlEscapes } from './xml.js'

/** The writer of TMX. */
export const tmx: MakeWriter = (settings, counts) => {
  const xml = xmlEscapes(counts)
  const segtype = settings.level === 'unit' ? 'paragraph' : 'sentence'
  const { name, version } = settings.tool
  return {
    begin: () => [
      one(`<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="${xml.attribute(name)}" creationtoolversion="${xml.attribute(version)}" segtype="${segtype}" \
o-tmf="parawire" adminlang="en" srclang="*all*" datatype="plaintext"/>
<body>
`),
    ],
    *add(record) {
      const editions = editionsOf(record, settings, counts)
      for (const row of rowsOf(record, editions, settings, counts)) {
        counts.rows++
        yield one(translationUnit(record, row, editions, segtype, xml))
      }
    },
    end: () => [one('</body>\n</tmx>\n')],
  }
}

function translationUnit(
  { id: release, issued }: ReleaseRecord,
  { id, kind, confidence, cells }: Row,
  editions: readonly Document[],
  segtype: string,
  xml: XmlEscapes,
): string {
  const prop = (type: string, value: string) => `<prop type="x-${type}">${xml.text(value)}</prop>`
  const variants = editions.flatMap(({ id, language }) => {
    const cell = cells.get(id)
    if (!cell) return []
    const blocks = [...new Set(cell.parts.map(({ block }) => block))].join(' ')
    return `<tuv xml:lang="${xml.attribute(language.tag)}">${prop('document', id)}${prop('blocks', blocks)}<seg>${xml.text(cell.text)}</seg></tuv>\n`
  })
  const date = issued ? prop('issued', issued.date) : ''
  return `<tu tuid="${xml.attribute(`${release}.${id}`)}" segtype="${segtype}">
${prop('release', release)}${prop('unit', id)}${prop('kind', kind)}${prop('score', String(confidence))}${date}
${variants.join('')}</tu>
`
}
