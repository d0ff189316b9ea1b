/**
 * A PDF to text, by where its glyphs are on the page: rows, columns, paragraphs, and the furniture of pages left out.
 * What the file says of the order of its text is not asked, since programs write it as they like; lines of Hebrew are
 * put from the order in which they are shown into that in which they are read. Limits: a scan has no text here, forms and
 * comments are not read, and tables are lines with their cells parted by tabulators.
 */
import type { Extracted } from '../../model.js'
import { factsFrom } from '../stated.js'
import { extractedFrom, type PlacedLink } from './assemble.js'
import { regionsOf } from './columns.js'
import { type PageRows, withoutFurniture } from './furniture.js'
import { glyphsOf, turnedBack } from './glyphs.js'
import { type Box, bracketsAreMeant, linesOf } from './lines.js'
import { type Column, paragraphsOf, settingOf } from './paragraphs.js'
import { type OpenPdf, openPdf, type PdfPage } from './pdfjs.js'
import { rowsOf } from './rows.js'

export interface ExtractedPdf extends Extracted {
  /** The pages are pictures, as a scanner makes them: there is no text before a program for reading scans has put it there. */
  readonly hasImagesOnly: boolean
}

/** No release is so large or so long; both are limits of memory. */
const MOST_BYTES = 2 ** 28
const MOST_PAGES = 2000
const MOST_GLYPHS = 5_000_000
/** Dictionaries of images are never packed or encrypted (PDF 32000-1, 7.5.7 and 7.6.1). */
const IMAGE = /\/Subtype\s*\/Image\b/

/**
 * The text of a PDF with page and box of each line. Throws an Error with one line where the file is encrypted, broken or too
 * large, a `UserError` where pdf.js is not installed.
 */
export async function extractPdf(bytes: Uint8Array): Promise<ExtractedPdf> {
  if (bytes.length > MOST_BYTES) throw new Error(`the PDF is too large: more than ${MOST_BYTES} bytes`)
  const pdf = await openPdf(bytes)
  try {
    if (pdf.pages > MOST_PAGES)
      throw new Error(`the PDF is too long: ${pdf.pages} pages, at most ${MOST_PAGES} are read`)
    const pages: ReadPage[] = []
    let glyphs = 0
    for (let number = 1; number <= pdf.pages; number++) {
      const page = readPage(await pdf.page(number))
      glyphs += page.glyphs
      if (glyphs > MOST_GLYPHS) throw new Error(`the PDF is too long: more than ${MOST_GLYPHS} glyphs`)
      pages.push(page)
    }
    const columns = columnsOf(pages)
    const setting = settingOf(columns)
    const extracted = extractedFrom(
      paragraphsOf(columns, setting),
      setting,
      pages.flatMap(p => p.links),
    )
    const hasImagesOnly =
      extracted.text === '' && IMAGE.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'))
    return { ...extracted, facts: factsFrom(statedIn(pdf.info)), hasImagesOnly }
  } finally {
    await pdf.close()
  }
}

/** Document information, or else XMP, whose values may be lists. */
function statedIn(info: OpenPdf['info']) {
  const [publisher] = [info['dc:publisher']].flat()
  return { title: info.Title || info['dc:title'], language: info.Language, date: info.CreationDate, publisher }
}

interface ReadPage extends Pick<PdfPage, 'number' | 'width' | 'height'> {
  readonly rows: readonly PageRows[]
  readonly links: readonly PlacedLink[]
  readonly glyphs: number
}

/** What is kept of a page: its rows, those that run one way together. */
function readPage(page: PdfPage): ReadPage {
  const { number, width, height } = page
  const found = glyphsOf(page)
  const rows = found.map(({ quarter, glyphs }) => {
    return { number, quarter, height: quarter % 2 === 0 ? height : width, rows: rowsOf(glyphs) }
  })
  const links = page.links.map(({ url, rect }) => ({ url, page: number, box: placed(rect, page) }))
  return { number, width, height, rows, links, glyphs: found.reduce((sum, { glyphs }) => sum + glyphs.length, 0) }
}

/** A rectangle of the page's own space, in points from the lower left corner of the page as it is shown. */
function placed([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[], { base: [a, b, c, d, e, f] }: PdfPage): Box {
  const at = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f] as const
  return around(at(x1, y1), at(x2, y2))
}

function around([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): Box {
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]
}

/** The columns of all pages in the order of reading, boxes as they are on the page. */
function columnsOf(pages: readonly ReadPage[]): Column[] {
  const sizes = new Map(pages.map(page => [page.number, page]))
  const regions = withoutFurniture(pages.flatMap(({ rows }) => rows)).flatMap(({ rows, ...of }) =>
    regionsOf(rows).map(region => ({ ...of, region })),
  )
  const areMeant = bracketsAreMeant(regions.flatMap(({ region, number }) => linesOf(region, number)))
  return regions.map(({ region, number, quarter }) => {
    const upright = (box: Box) => uprightBox(box, quarter, sizes.get(number)!)
    const lines = linesOf(region, number, areMeant).filter(({ text }) => text.trim() !== '')
    return { kind: region.kind, lines: lines.map(line => ({ ...line, box: upright(line.box) })) }
  })
}

const uprightBox = ([left, bottom, right, top]: Box, quarter: number, page: ReadPage) =>
  around(turnedBack(left, bottom, quarter, page), turnedBack(right, top, quarter, page))
