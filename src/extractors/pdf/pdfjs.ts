/**
 * The only door to pdf.js, an optional dependency that is loaded with the first PDF. Everything in it that runs code of a
 * file, asks the network or draws is switched off: no eval, no worker, no fonts of the system, no image decoded. Limits:
 * pdf.js reads in this thread, so a file that takes it long holds the thread; streams are unpacked by pdf.js itself.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UserError } from '../../errors.js'
import { dropRejections, endDropping } from './rejections.js'

/** What a font says of its glyphs: widths are in `unit` of the size of type. */
export interface PdfFont {
  readonly unit: number
  readonly isBold: boolean
}

export type Matrix = readonly [number, number, number, number, number, number]

/** A page as it is shown: `base` leads from its own space to points from the lower left corner. */
export interface PdfPage {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly base: Matrix
  readonly operators: readonly { readonly name: string; readonly args: readonly unknown[] }[]
  readonly links: readonly { readonly url: string; readonly rect: readonly number[] }[]
  fontOf(name: string): PdfFont
}

export interface OpenPdf {
  /** Document information and XMP, by name. */
  readonly info: Readonly<Record<string, unknown>>
  readonly pages: number
  page(number: number): Promise<PdfPage>
  close(): Promise<void>
}

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/** Open a PDF; the bytes stay the caller's. Throws an Error with one line where it is encrypted or broken. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const pdfjs = await load()
  const folder = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))
  dropRejections()
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 0,
    cMapUrl: join(folder, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts/'),
  })
  try {
    const document = await task.promise
    return {
      info: await informationOf(document),
      pages: document.numPages,
      page: number => readPage(pdfjs, document, number),
      close: () => close(task),
    }
  } catch (cause) {
    await close(task)
    throw broken(cause)
  }
}

async function close(task: { destroy(): Promise<void> }): Promise<void> {
  try {
    await task.destroy()
  } finally {
    endDropping()
  }
}

/** One line on what is wrong with a file. */
function broken(cause: unknown): Error {
  const { name, message } = cause instanceof Error ? cause : new Error(String(cause))
  if (name === 'PasswordException') return new Error('the PDF is encrypted: it opens with a password only', { cause })
  const [line = ''] = message.split('\n')
  return new Error(`the PDF is broken: ${line.slice(0, 120)}`, { cause })
}

type Document = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>

async function informationOf(document: Document): Promise<Record<string, unknown>> {
  try {
    const { info, metadata } = await document.getMetadata()
    const xmp = metadata ? Object.fromEntries(metadata as Iterable<[string, unknown]>) : {}
    return { ...xmp, ...info }
  } catch {
    return {} // a damaged dictionary of facts says nothing of the pages
  }
}

/** A page that cannot be read is an empty one: the others count. */
async function readPage(pdfjs: Pdfjs, document: Document, number: number): Promise<PdfPage> {
  try {
    return await pageOf(pdfjs, document, number)
  } catch {
    const nothing = { operators: [], links: [], base: IDENTITY, width: 0, height: 0 }
    return { number, ...nothing, fontOf: () => NO_FONT }
  }
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
/** Widths of glyphs are thousandths of the size (PDF 32000-1, 9.2.4). */
const THOUSANDTH = 0.001
const NO_FONT: PdfFont = { unit: THOUSANDTH, isBold: false }
const BOLD = /bold|black|heavy|semibd|demi/i

async function pageOf(pdfjs: Pdfjs, document: Document, number: number): Promise<PdfPage> {
  const page = await document.getPage(number)
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const [a, b, c, d, e, f] = transform as [number, number, number, number, number, number]
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE })
  const names = namesOf(pdfjs)
  const fonts = page.commonObjs
  const links = await linksOf(page)
  return {
    number,
    width,
    height,
    base: [a, -b, c, -d, e, height - f],
    operators: fnArray.map((fn, i) => ({ name: names.get(fn) ?? '', args: argsArray[i] ?? [] })),
    links,
    fontOf: name => (fonts.has(name) ? fontFrom(fonts.get(name)) : NO_FONT),
  }
}

const namesOf = (pdfjs: Pdfjs) => new Map(Object.entries(pdfjs.OPS).map(([name, fn]) => [fn as number, name]))

function fontFrom(font: { name?: string; bold?: boolean; fontMatrix?: readonly number[] } | null): PdfFont {
  const isBold = font?.bold === true || BOLD.test(font?.name ?? '')
  return { unit: font?.fontMatrix?.[0] || THOUSANDTH, isBold }
}

async function linksOf(page: Awaited<ReturnType<Document['getPage']>>): Promise<PdfPage['links']> {
  try {
    const all: readonly { url?: unknown; rect: readonly number[] }[] = await page.getAnnotations({ intent: 'display' })
    return all.flatMap(({ url, rect }) => (typeof url === 'string' ? [{ url, rect }] : []))
  } catch {
    return [] // damaged annotations say nothing of the text
  }
}

let loaded: Promise<Pdfjs> | undefined

function load(): Promise<Pdfjs> {
  loaded ??= quietly(() => import('pdfjs-dist/legacy/build/pdf.mjs')).catch(cause => {
    loaded = undefined
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause
    const how = 'npm install pdfjs-dist@5.5.207 (with -g, where parawire was installed so)'
    throw new UserError(`a PDF needs a package that is not installed: ${how}`, { cause })
  })
  return loaded
}

/**
 * When it is loaded, pdf.js asks for a drawing package, prints a warning where there is none, and makes one DOMMatrix that
 * only drawing uses: empty classes do, and are taken away again.
 */
async function quietly<T>(run: () => Promise<T>): Promise<T> {
  const missing = ['DOMMatrix', 'ImageData', 'Path2D'].filter(name => !(name in globalThis))
  for (const name of missing) Object.assign(globalThis, { [name]: class {} })
  const { warn } = console
  console.warn = (...args: unknown[]) => {
    if (!String(args[0]).startsWith('Warning: Cannot ')) warn(...args)
  }
  try {
    return await run()
  } finally {
    console.warn = warn
    for (const name of missing) Reflect.deleteProperty(globalThis, name)
  }
}
