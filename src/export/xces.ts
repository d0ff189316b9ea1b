/**
 * XCES as OPUS has it: a document for each text (`xml/da/RELEASE.xml`), with numbered paragraphs and sentences, and for
 * each pair of languages, or of texts where a release has several in one, a file of links (`da-de.xml`) between paragraphs, or between sentences with level `segment`.
 * A paragraph is a block; sentences are those that the alignment knows.
 */
import type { Document, RecordPart, ReleaseRecord } from '../model.js'
import type { MakeWriter, Settings } from './format.js'
import { type Edition, placedEditions, type Row, rowsOf } from './rows.js'
import { type Cuts, cutsOf, type XmlEscapes, xmlEscapes, xmlId } from './xml.js'

type Pair = readonly [from: string, to: string]

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** The writer of documents and links. */
export const xces: MakeWriter = (settings, counts) => {
  const xml = xmlEscapes(counts)
  const pairs = pairsOf(settings.languages ?? [])
  const fileOf = ([a, b]: Pair) => `${xmlId('', a)}-${xmlId('', b)}.xml`
  return {
    begin: () => pairs.map(pair => ({ file: fileOf(pair), content: `${HEAD}<cesAlign version="1.0">\n` })),
    *add(record) {
      const editions = placedEditions(record, settings, counts)
      const documents = editions.map(({ document }) => document)
      const blocks = documents.flatMap(document => document.blocks)
      const cuts = cutsOf(record.alignment.units, blocks)
      for (const edition of editions) {
        counts.documents++
        const content = documentText(edition.document, cuts, xml)
        yield { file: `xml/${pathOf(record, edition)}`, content, isWhole: true }
      }
      const rows = [...rowsOf(record, documents, settings, counts)]
      counts.rows += rows.length
      for (const [a, b] of pairs) {
        const [from, to] = [a, b].map(name => editions.find(edition => edition.name === name))
        const content = from && to ? linkGroup(record, from, to, rows, cuts, settings) : ''
        if (content !== '') yield { file: fileOf([a, b]), content }
      }
    },
    end: () => pairs.map(pair => ({ file: fileOf(pair), content: '</cesAlign>\n' })),
  }
}

const pairsOf = (names: readonly string[]): Pair[] =>
  names.flatMap((a, i) => names.slice(i + 1).map((b): Pair => [a, b]))

const pathOf = ({ id }: ReleaseRecord, { name }: Edition) => `${xmlId('', name)}/${xmlId('r', id)}.xml`

function documentText({ blocks, language, path }: Document, cuts: Cuts, xml: XmlEscapes): string {
  const paragraphs = blocks.map(({ id, kind, text }, i) => {
    const sentences = cuts.get(id)!.spans.map(({ start, end }, k) => {
      return `<s id="s${i + 1}.${k + 1}">${xml.text(text.slice(start, end).trim())}</s>\n`
    })
    return `<p id="p${i + 1}" type="${kind}">\n${sentences.join('')}</p>\n`
  })
  return `${HEAD}<text xml:lang="${xml.attribute(language.tag)}">
<head><source>${xml.text(path)}</source></head>
<body>
${paragraphs.join('')}</body>
</text>
`
}

/** The links of a release for a pair, or nothing where it has none. */
function linkGroup(
  record: ReleaseRecord,
  from: Edition,
  to: Edition,
  rows: readonly Row[],
  cuts: Cuts,
  { level }: Settings,
): string {
  const numbers = new Map(
    [from, to].flatMap(({ document: { blocks } }) => blocks.map(({ id }, i) => [id, i + 1] as const)),
  )
  const idsOf = ({ block, start }: RecordPart) => {
    const number = numbers.get(block)
    if (level === 'unit') return [`p${number}`]
    const sentence = cuts.get(block)?.numbers.get(start)
    return sentence === undefined ? [] : [`s${number}.${sentence + 1}`]
  }
  const links = rows.flatMap(({ cells, id, confidence }) => {
    const [source, target] = [from, to].map(({ document }) => cells.get(document.id)?.parts.flatMap(idsOf).join(' '))
    if (!source || !target) return []
    return `<link id="${xmlId('', id)}" xtargets="${source};${target}" certainty="${confidence}"/>\n`
  })
  if (links.length === 0) return ''
  return `<linkGrp targType="${level === 'unit' ? 'p' : 's'}" fromDoc="${pathOf(record, from)}" toDoc="${pathOf(record, to)}">
${links.join('')}</linkGrp>
`
}
