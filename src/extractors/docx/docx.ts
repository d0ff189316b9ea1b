/**
 * A DOCX to text: its paragraphs in the order of the file, each with its part and number, so that any span can be found in
 * the file again. Limits: what is said in `mammoth.ts` and `flow.ts`; a number counts the paragraphs that mammoth sees.
 */
import type { Extracted, Located, Marked } from '../../model.js'
import { factsFrom } from '../stated.js'
import { type Block, flowOf } from './flow.js'
import { type NoteReference, readWord, type WordDocument } from './mammoth.js'
import { partsOf } from './parts.js'

/**
 * The text of a DOCX with part and paragraph of each stretch. Throws an Error with one line where the file is encrypted,
 * broken or too large.
 */
export async function extractDocx(bytes: Uint8Array): Promise<Extracted> {
  const parts = partsOf(bytes)
  const document = await read(bytes)
  const blocks = flowOf(document, note => firstOf(note, parts))
  return { ...textFrom(blocks), facts: factsFrom(statedIn(parts)) }
}

async function read(bytes: Uint8Array): Promise<WordDocument> {
  try {
    return await readWord(bytes)
  } catch (cause) {
    const [line = ''] = String(cause instanceof Error ? cause.message : cause).split('\n')
    throw new Error(`the DOCX is broken: ${line.slice(0, 120)}`, { cause })
  }
}

/** How many paragraphs stand before a note in its part. */
function firstOf({ noteType, noteId }: NoteReference, parts: ReadonlyMap<string, string>): number {
  const xml = parts.get(`word/${noteType}s.xml`) ?? ''
  const starts = [...xml.matchAll(new RegExp(`<w:${noteType}\\s[^>]*w:id="([^"]*)"`, 'g'))]
  const at = starts.find(([, id]) => id === noteId)?.index ?? 0
  return xml.slice(0, at).match(/<w:p[\s>/]/g)?.length ?? 0
}

/** Title, language and date of the core properties, the company of the others; `modified`, since old files are used again. */
function statedIn(parts: ReadonlyMap<string, string>) {
  const [core, app] = ['docProps/core.xml', 'docProps/app.xml'].map(name => parts.get(name) ?? '')
  const value = (xml: string, name: string) => {
    const text = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]{0,1000})</${name}>`).exec(xml)?.[1]
    return text?.replace(/&(?:amp|lt|gt|quot|apos);/g, entity => ENTITIES[entity]!)
  }
  return {
    title: value(core!, 'dc:title'),
    language: value(core!, 'dc:language'),
    date: value(core!, 'dcterms:modified') ?? value(core!, 'dcterms:created'),
    publisher: value(app!, 'Company'),
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

/** Blocks to one text: a line end between lines, a blank line between blocks. Linear. */
function textFrom(blocks: readonly Block[]): Omit<Extracted, 'facts'> {
  const texts: string[] = []
  const map: Located[] = []
  const marks: Marked[] = []
  const links: { start: number; end: number; url: string }[] = []
  let start = 0
  for (const { kind, lines } of blocks) {
    let at = start
    const written = lines.map(line => {
      line.forEach(({ text, part, paragraph, links: inside }, i) => {
        const end = at + text.length + (i + 1 < line.length ? 1 : 0) // with the tabulator behind it
        map.push({ start: at, end, part, paragraph })
        for (const { at: from, length, url } of inside) links.push({ start: at + from, end: at + from + length, url })
        at = end
      })
      at++
      return line.map(({ text }) => text).join('\t')
    })
    texts.push(written.join('\n'))
    if (kind) marks.push({ start, end: at - 1, kind })
    start = at + 1
  }
  return { text: texts.join('\n\n'), map, marks, links }
}
