/**
 * A text of the page as pieces, each with its place: the very characters of the page, or what a whole span of it stands
 * for (`&auml;`, a line end of two characters). Where one character would stand for one other (a blank for a lone line
 * end), the span is empty: an equal length always says that the characters are the same.
 */
import { type PageElement, type PageText, referenceValue } from './page-tree.js'

export interface Piece {
  readonly text: string
  readonly start: number
  readonly end: number
  /** The `<a>` that it is in. */
  readonly anchor: PageElement | null
}

const REFERENCE = /&(?:#[xX]?[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?/y
/** The longest name has 31 letters; a number may have more zeros. Nothing longer is looked up. */
const LONGEST_REFERENCE = 64

/** A text as pieces, references and line ends apart. */
export function piecesOf(page: string, text: PageText, anchor: PageElement | null): Piece[] {
  const { value, start, end } = text
  if (end - start === value.length && page.startsWith(value, start)) return [{ text: value, start, end, anchor }]
  const pieces: Piece[] = []
  for (let [i, at] = [0, start]; i < value.length; ) {
    const next = sameAs(page, text, i, at) ?? standsFor(page, text, i, at)
    pieces.push({ text: next.text, start: at, end: next.end, anchor })
    i += next.text.length
    at = next.end
  }
  return pieces
}

type Next = Pick<Piece, 'text' | 'end'>

function sameAs(page: string, { value, end }: PageText, from: number, at: number): Next | null {
  let i = from
  for (let j = at; i < value.length && j < end && value[i] === page[j] && page[j] !== '&' && page[j] !== '\r'; j++) i++
  return i > from ? { text: value.slice(from, i), end: at + i - from } : null
}

function standsFor(page: string, { value, end }: PageText, from: number, at: number): Next {
  if (page[at] === '&' && at < end) {
    REFERENCE.lastIndex = 0
    const source = REFERENCE.exec(page.slice(at, Math.min(end, at + LONGEST_REFERENCE)))?.[0] ?? '&'
    const meant = source === '&' ? '&' : referenceValue(source)
    if (value.startsWith(meant, from)) return { text: meant, end: at + source.length }
  }
  if (page[at] === '\r' && value[from] === '\n') return { text: '\n', end: at + (page[at + 1] === '\n' ? 2 : 1) }
  return { text: value.slice(from), end }
}

const WORDS = /[ \t\n\f\r]+|[^ \t\n\f\r]+/g
const WORDS_AND_LINES = /\n|[ \t\f\r]+|[^ \t\n\f\r]+/g

/** The words of a piece and the white space between them: one blank, as browsers show it, or as it is, line ends apart. */
export function wordsOf(piece: Piece, asItIs: boolean): Piece[] {
  const { text, start, end, anchor } = piece
  const isSame = text.length === end - start
  return [...text.matchAll(asItIs ? WORDS_AND_LINES : WORDS)].map(({ 0: part, index }) => {
    const shown = !asItIs && isWhite(part) ? ' ' : part
    if (!isSame) return { text: shown, start, end, anchor }
    return { text: shown, start: start + index, end: start + index + part.length, anchor }
  })
}

export const isWhite = (text: string): boolean => /^[ \t\n\f\r]/.test(text)
