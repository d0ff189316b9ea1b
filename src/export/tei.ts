/**
 * TEI P5: a corpus of releases, each a `<group>` of texts in its languages and, in `<standOff>`, a `<linkGrp>` of what
 * belongs together. A repair of damage is a `<choice>`: `<sic>` is what the file had, `<corr>` what stands there now.
 * Limit: a repair over the end of a sentence is left unmarked, and counted; edits of layout (unwrapping, joined hyphens)
 * are not shown.
 */
import { isLayout } from '../edits/edits.js'
import type { Block, Document, DocumentRepair, ReleaseRecord, Span } from '../model.js'
import { type Counts, type MakeWriter, one, type Settings } from './format.js'
import { editionsOf, type Row, rowsOf } from './rows.js'
import { type Cuts, cutsOf, type XmlEscapes, xmlEscapes, xmlId } from './xml.js'

type Placed = DocumentRepair & { readonly at: Span & { readonly block: string } }

/** The writer of a `<teiCorpus>`. */
export const tei: MakeWriter = (settings, counts) => {
  const xml = xmlEscapes(counts)
  const { name, version } = settings.tool
  return {
    begin: () => [
      one(`<?xml version="1.0" encoding="UTF-8"?>
<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
${header('Parallel corpus of press releases', `made by ${name} ${version}`, xml)}`),
    ],
    *add(record) {
      const editions = editionsOf(record, settings, counts)
      if (editions.length === 0) return
      counts.documents += editions.length
      const cuts = cutsOf(
        record.alignment.units,
        editions.flatMap(({ blocks }) => blocks),
      )
      const title = editions.find(({ title }) => title !== null)?.title ?? record.id
      const links = linksOf(record, rowsOf(record, editions, settings, counts), cuts, settings)
      counts.rows += links.length
      const texts = editions.map(document => textOf(record, document, cuts, xml, counts))
      yield one(`<TEI xml:id="${xmlId('r', record.id)}">
${header(title, editions.map(({ path }) => path).join(', '), xml)}${standOff(links, settings)}<text>
<group>
${texts.join('')}</group>
</text>
</TEI>
`)
    },
    end: () => [one('</teiCorpus>\n')],
  }
}

const header = (title: string, source: string, xml: XmlEscapes) => `<teiHeader><fileDesc>
<titleStmt><title>${xml.text(title)}</title></titleStmt>
<publicationStmt><p>Exported from a parallel corpus.</p></publicationStmt>
<sourceDesc><p>${xml.text(source)}</p></sourceDesc>
</fileDesc></teiHeader>
`

function standOff(links: readonly string[], { level }: Settings): string {
  if (links.length === 0) return ''
  return `<standOff>\n<linkGrp type="${level === 'unit' ? 'paragraphs' : 'sentences'}">\n${links.join('')}</linkGrp>\n</standOff>\n`
}

function linksOf(record: ReleaseRecord, rows: Iterable<Row>, cuts: Cuts, settings: Settings): string[] {
  return [...rows].map(({ id, confidence, cells }) => {
    const targets = [...cells.values()].flatMap(({ parts }) =>
      parts.flatMap(({ block, start }) => {
        const place = blockId(record, block)
        if (settings.level === 'unit') return [`#${place}`]
        const sentence = cuts.get(block)?.numbers.get(start)
        return sentence === undefined ? [] : [`#${sentenceId(place, sentence)}`]
      }),
    )
    return `<link n="${xmlId('', id)}" target="${targets.join(' ')}" cert="${confidence}"/>\n`
  })
}

const blockId = ({ id }: ReleaseRecord, block: string) => xmlId('r', `${id}.${block.replaceAll(':', '.')}`)
const sentenceId = (block: string, number: number) => `${block}.s${number + 1}`

function textOf(record: ReleaseRecord, document: Document, cuts: Cuts, xml: XmlEscapes, counts: Counts): string {
  const repairs = repairsByBlock(document)
  const blocks = document.blocks.map(block => {
    const id = blockId(record, block.id)
    const language = block.language === undefined ? '' : ` xml:lang="${xml.attribute(block.language)}"`
    const [open, close] = block.kind === 'paragraph' ? ['p', 'p'] : [`ab type="${block.kind}"`, 'ab']
    const { spans } = cuts.get(block.id)!
    const marked = marker(block.text, repairs.get(block.id) ?? [], xml)
    const body = sentences(block, id, spans, marked.text, xml)
    counts.unmarked += marked.left()
    return `<${open} xml:id="${id}"${language}>${body}</${close}>\n`
  })
  return `<text xml:id="${xmlId('r', `${record.id}.${document.id}`)}" xml:lang="${xml.attribute(document.language.tag)}"><body>
${blocks.length > 0 ? blocks.join('') : '<ab/>\n'}</body></text>
`
}

/** Repairs of damage with a place in a block, sorted by it. */
function repairsByBlock({ repairs }: Document): ReadonlyMap<string, readonly Placed[]> {
  const byBlock = new Map<string, Placed[]>()
  for (const repair of repairs) {
    const { at } = repair
    if (!at || isLayout(repair.kind)) continue
    const own = byBlock.get(at.block)
    if (own) own.push({ ...repair, at })
    else byBlock.set(at.block, [{ ...repair, at }])
  }
  for (const own of byBlock.values()) own.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)
  return byBlock
}

function sentences(
  block: Block,
  id: string,
  spans: readonly Span[],
  marked: ReturnType<typeof marker>['text'],
  xml: XmlEscapes,
): string {
  const out: string[] = []
  let at = 0
  for (const [i, { start, end }] of spans.entries()) {
    out.push(xml.text(block.text.slice(at, start)), `<s xml:id="${sentenceId(id, i)}">${marked(start, end)}</s>`)
    at = end
  }
  return out.join('') + xml.text(block.text.slice(at))
}

function marker(text: string, repairs: readonly Placed[], xml: XmlEscapes) {
  let [next, marked] = [0, 0]
  return {
    /** How many repairs could not be marked. */
    left: () => repairs.length - marked,
    /** A stretch of the text with its repairs marked; stretches are asked for in their order. */
    text(from: number, end: number): string {
      const out: string[] = []
      let at = from
      for (; next < repairs.length && (repairs[next]!.at.start < end || end === text.length); next++) {
        const { at: place, before, after, kind, confidence } = repairs[next]!
        const now = text.slice(place.start, place.end)
        // In a text that was edited by hand something else may stand there.
        if (place.start < at || place.end > end || now !== after) continue
        marked++
        out.push(
          xml.text(text.slice(at, place.start)),
          `<choice><sic>${xml.text(before)}</sic><corr type="${kind}" cert="${confidence}">${xml.text(now)}</corr></choice>`,
        )
        at = place.end
      }
      return out.join('') + xml.text(text.slice(at, end))
    },
  }
}
