/**
 * The glyphs of a page with their places: its operators are followed as a viewer does (PDF 32000-1, 9.4), and nothing is
 * drawn. Glyphs come by the quarter turn in which their lines run, each turned to run from left to right. Limits: text
 * that runs askew, as a watermark does, is left out; vertical writing is read as if it were horizontal.
 */
import type { Matrix, PdfFont, PdfPage } from './pdfjs.js'

/** A glyph on its baseline; places and sizes in points, from the lower left corner of the page. */
export interface Glyph {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly isBold: boolean
  /** The file says that it is no part of the content: a running head, a page number. */
  readonly isArtifact: boolean
}

/** `quarter` times 90 degrees against the clock is how the lines of these glyphs run on the page. */
export interface TurnedGlyphs {
  readonly quarter: number
  readonly glyphs: readonly Glyph[]
}

/** So many degrees askew, text is no line of the page: scans lean by 2 or 3, watermarks by 30 to 60. */
const ASKEW = 10
/** Forms may be nested so deep; a file that nests more is broken. */
const DEEPEST = 1000

interface State {
  matrix: Matrix
  font: PdfFont
  size: number
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
  isStroked: boolean
}

interface Reader {
  readonly page: PdfPage
  readonly found: readonly Glyph[][]
  readonly saved: State[]
  readonly marked: boolean[]
  state: State
  text: Matrix
  line: Matrix
}

/** The glyphs of a page, those of most lines first. */
export function glyphsOf(page: PdfPage): TurnedGlyphs[] {
  const reader: Reader = {
    page,
    found: [[], [], [], []],
    saved: [],
    marked: [],
    state: { ...START, matrix: page.base, font: page.fontOf('') },
    text: IDENTITY,
    line: IDENTITY,
  }
  for (const { name, args } of page.operators) OPERATORS[name]?.(reader, args as readonly never[])
  const all = reader.found.map((glyphs, quarter) => ({ quarter, glyphs })).filter(({ glyphs }) => glyphs.length > 0)
  return all.sort((a, b) => b.glyphs.length - a.glyphs.length)
}

/** How large a page is, in points. */
type Size = Pick<PdfPage, 'width' | 'height'>

/** A place on the page, as it is in lines of a quarter turn: from the lower left corner of the page turned upright. */
function turned(x: number, y: number, quarter: number, { width, height }: Size): [x: number, y: number] {
  if (quarter === 1) return [y, width - x]
  if (quarter === 2) return [width - x, height - y]
  return quarter === 3 ? [height - y, x] : [x, y]
}

/** The other way round. */
export function turnedBack(x: number, y: number, quarter: number, { width, height }: Size): [x: number, y: number] {
  if (quarter === 1) return [width - y, x]
  if (quarter === 2) return [width - x, height - y]
  return quarter === 3 ? [y, height - x] : [x, y]
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
const START = { size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, isStroked: false }

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ]
}

function save({ saved, state }: Reader): void {
  if (saved.length < DEEPEST) saved.push({ ...state })
}

function restore(reader: Reader): void {
  reader.state = reader.saved.pop() ?? reader.state
}

function setFont({ page, state }: Reader, [name, size]: readonly unknown[]): void {
  state.font = page.fontOf(String(name))
  state.size = Number(size) || 0
}

function move(reader: Reader, x: number, y: number): void {
  reader.line = times(reader.line, [1, 0, 0, 1, x, y])
  reader.text = reader.line
}

function transform({ state }: Reader, args: readonly number[]): void {
  if (args.length >= 6) state.matrix = times(state.matrix, args as unknown as Matrix)
}

/** Text that is filled and stroked stands for bold type (PDF 32000-1, 9.3.6). */
const FILL_STROKE = 2

type Operator = (reader: Reader, args: readonly never[]) => void

const OPERATORS: Readonly<Record<string, Operator>> = {
  save,
  restore,
  transform,
  paintFormXObjectBegin: (reader, [matrix]) => {
    save(reader)
    if (matrix) transform(reader, [...(matrix as Iterable<number>)])
  },
  paintFormXObjectEnd: restore,
  beginMarkedContent: ({ marked }, [tag]) => marked.push(tagOf(tag) === 'Artifact'),
  beginMarkedContentProps: ({ marked }, [tag]) => marked.push(tagOf(tag) === 'Artifact'),
  endMarkedContent: ({ marked }) => marked.pop(),
  beginText: reader => {
    reader.text = reader.line = IDENTITY
  },
  setFont,
  setGState: (reader, [changes]) => {
    for (const [key, value] of (changes ?? []) as readonly [string, unknown[]][])
      if (key === 'Font') setFont(reader, value)
  },
  setCharSpacing: ({ state }, [value]) => {
    state.charSpacing = Number(value) || 0
  },
  setWordSpacing: ({ state }, [value]) => {
    state.wordSpacing = Number(value) || 0
  },
  setHScale: ({ state }, [value]) => {
    state.scale = (Number(value) || 100) / 100
  },
  setLeading: ({ state }, [value]) => {
    state.leading = -Number(value) || 0
  },
  setTextRise: ({ state }, [value]) => {
    state.rise = Number(value) || 0
  },
  setTextRenderingMode: ({ state }, [mode]) => {
    state.isStroked = Number(mode) === FILL_STROKE
  },
  setTextMatrix: (reader, args) => {
    const [given] = args as readonly unknown[]
    const numbers = typeof given === 'number' ? (args as readonly number[]) : [...((given ?? []) as Iterable<number>)]
    if (numbers.length >= 6) reader.text = reader.line = numbers as unknown as Matrix
  },
  moveText: (reader, [x, y]) => move(reader, Number(x) || 0, Number(y) || 0),
  setLeadingMoveText: (reader, [x, y]) => {
    reader.state.leading = Number(y) || 0
    move(reader, Number(x) || 0, Number(y) || 0)
  },
  nextLine: reader => move(reader, 0, reader.state.leading),
  showText: (reader, [glyphs]) => show(reader, (glyphs ?? []) as readonly Shown[]),
}

const tagOf = (tag: unknown) => (typeof tag === 'string' ? tag : (tag as { name?: string } | null)?.name)

/** What pdf.js gives of a glyph, or how far the next one is moved back. */
type Shown = number | null | { readonly unicode?: string; readonly width?: number; readonly isSpace?: boolean }

function show(reader: Reader, glyphs: readonly Shown[]): void {
  const { state } = reader
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      advance(reader, (-glyph / 1000) * state.size * state.scale)
    } else if (glyph) {
      const width = (glyph.width ?? 0) * state.font.unit
      place(reader, glyph.unicode ?? '', width)
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)
      advance(reader, (width * state.size + spacing) * state.scale)
    }
  }
}

const advance = (reader: Reader, by: number) => {
  reader.text = times(reader.text, [1, 0, 0, 1, by, 0])
}

/** Keep a glyph of a width in units of the size. */
function place({ page, state, text, found, marked }: Reader, unicode: string, width: number): void {
  const type: Matrix = [state.size * state.scale, 0, 0, state.size, 0, state.rise]
  const [a, b, c, d, x, y] = times(times(state.matrix, text), type)
  const size = Math.hypot(c, d)
  if (unicode === '' || !(size > 0) || !Number.isFinite(a + b + x + y + size) || !isOn(page, x, y)) return
  const quarters = Math.atan2(b, a) / (Math.PI / 2)
  const nearest = Math.round(quarters)
  if (Math.abs(quarters - nearest) * 90 > ASKEW) return
  const quarter = (nearest + 4) % 4
  const [left, baseline] = turned(x, y, quarter, page)
  const isBold = state.font.isBold || state.isStroked
  const isArtifact = marked.includes(true)
  found[quarter]!.push({
    text: unicode,
    x: left,
    y: baseline,
    width: width * Math.hypot(a, b),
    size,
    isBold,
    isArtifact,
  })
}

const isOn = ({ width, height }: PdfPage, x: number, y: number) =>
  x >= -1 && y >= -1 && x <= width + 1 && y <= height + 1
