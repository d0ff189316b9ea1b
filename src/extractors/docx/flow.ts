/**
 * The tree of a Word file as a flow of paragraphs with what their styles say, tables as one block with a line a row. Limits:
 * a table whose cells hold several paragraphs or long text sets out a page, and is read cell by cell; marks and numbers of
 * list items are not in the text, since Word counts them when it shows them.
 */
import type { BlockKind } from '../../model/document.js'
import type { Content, Inline, NoteReference, Paragraph, Table, WordDocument } from './mammoth.js'

/** A stretch of one paragraph in a line. */
export interface Piece {
  readonly text: string
  readonly part: string
  readonly paragraph: number
  readonly links: readonly { readonly at: number; readonly length: number; readonly url: string }[]
}

export interface Block {
  readonly kind: BlockKind | null
  /** Lines of pieces; a tabulator stands between the pieces of a line. */
  readonly lines: readonly (readonly Piece[])[]
}

/** Text so long is no entry of a table. */
const LONGEST_CELL = 200
/** Longer bold text is set so for weight, and is no heading. */
const LONGEST_HEADING = 200
const DOCUMENT = 'word/document.xml'

/** Kinds by the names of Word's own styles, which are English in every language. */
const STYLES: readonly (readonly [RegExp, BlockKind])[] = [
  [/^title$/i, 'title'],
  [/^subtitle$/i, 'summary'],
  [/^heading \d$/i, 'heading'],
  [/^(?:intense )?quote$/i, 'quote'],
  [/^list (?:paragraph|bullet|number)/i, 'list-item'],
]

interface Counter {
  readonly part: string
  next: number
  readonly notes: NoteReference[]
}

/** The blocks of a document, its notes behind them. `firstOf` says where the paragraphs of a note begin in its part. */
export function flowOf(document: WordDocument, firstOf: (note: NoteReference) => number): Block[] {
  const counter: Counter = { part: DOCUMENT, next: 0, notes: [] }
  const blocks = document.children.flatMap(content => blocksOf(content, counter))
  return [...withTitle(blocks), ...counter.notes.flatMap(note => noteOf(document, note, firstOf(note)))]
}

function noteOf(document: WordDocument, note: NoteReference, first: number): Block[] {
  const counter: Counter = { part: `word/${note.noteType}s.xml`, next: first, notes: [] }
  const body = document.notes.resolve(note)?.body ?? []
  return body.flatMap(content => blocksOf(content, counter)).map(block => ({ ...block, kind: 'note' }))
}

/** Where no paragraph has the style of a title, the first heading of the highest level may be one. */
function withTitle(blocks: readonly Block[]): readonly Block[] {
  if (blocks.some(({ kind }) => kind === 'title') || blocks.filter(isFirstLevel).length !== 1) return blocks
  return blocks.map(block => (isFirstLevel(block) ? { ...block, kind: 'title' } : block))
}

interface LeveledBlock extends Block {
  readonly isFirstLevel: boolean
}

const isFirstLevel = (block: Block) => (block as LeveledBlock).isFirstLevel === true

function blocksOf(content: Content, counter: Counter): Block[] {
  if (content.type === 'table') return tableOf(content, counter)
  return content.type === 'paragraph' ? paragraphOf(content, counter) : []
}

/** A paragraph; two where it holds a blank line. */
function paragraphOf(paragraph: Paragraph, counter: Counter): LeveledBlock[] {
  const number = counter.next++
  const kind = kindOf(paragraph)
  const level = /^heading 1$/i.test(paragraph.styleName ?? '')
  return groupsOf(linesOf(paragraph, counter)).map(lines => ({
    kind,
    isFirstLevel: level,
    lines: lines.map(line => [{ ...line, part: counter.part, paragraph: number }]),
  }))
}

function kindOf(paragraph: Paragraph): BlockKind | null {
  const style = STYLES.find(([name]) => name.test(paragraph.styleName ?? ''))?.[1]
  if (style && style !== 'list-item') return style
  if (paragraph.numbering || style) return 'list-item'
  const { text, isBold } = boldness(paragraph.children)
  return isBold && text.length <= LONGEST_HEADING && !/[.:;,]$/.test(text) && /\p{L}/u.test(text) ? 'heading' : null
}

function boldness(children: readonly Inline[]): { text: string; isBold: boolean } {
  const runs = children.flatMap(child => (child.type === 'hyperlink' ? child.children : [child]))
  const texts = runs.map(run => ({ text: textOf(run), isBold: run.type === 'run' && run.isBold }))
  const shown = texts.filter(({ text }) => text.trim() !== '')
  return {
    text: shown
      .map(({ text }) => text)
      .join('')
      .trim(),
    isBold: shown.every(({ isBold }) => isBold),
  }
}

function textOf(inline: Inline): string {
  if (inline.type === 'text') return inline.value
  return 'children' in inline ? inline.children.map(textOf).join('') : ''
}

type Line = Pick<Piece, 'text' | 'links'>

/** The lines of a paragraph, with notes that it refers to handed on. */
function linesOf({ children }: Paragraph, counter: Counter): Line[] {
  const lines: { text: string; links: { at: number; length: number; url: string }[] }[] = [{ text: '', links: [] }]
  const add = (inline: Inline) => {
    const line = lines.at(-1)!
    if (inline.type === 'text') line.text += inline.value.replace(/[\r\n\f\v]+/g, ' ')
    else if (inline.type === 'tab') line.text += '\t'
    else if (inline.type === 'break' && inline.breakType === 'line') lines.push({ text: '', links: [] })
    else if (inline.type === 'noteReference') counter.notes.push(inline)
    else if (inline.type === 'run') inline.children.forEach(add)
    else if (inline.type === 'hyperlink') {
      const at = line.text.length
      inline.children.forEach(add)
      const length = line.text.length - at
      if (inline.href && length > 0 && lines.at(-1) === line) line.links.push({ at, length, url: inline.href })
    }
  }
  children.forEach(add)
  return lines.map(trimmed)
}

/** A line without white space at its ends; links that lead where their text says are none. */
function trimmed({ text, links }: Line): Line {
  const from = text.length - text.trimStart().length
  const short = text.trim()
  const kept = links.flatMap(({ at, length, url }) => {
    const start = Math.max(0, at - from)
    const end = Math.min(short.length, at - from + length)
    const isAddress = url.replace(/\/$/, '').endsWith(short.slice(start, end).trim())
    return end > start && !isAddress ? [{ at: start, length: end - start, url }] : []
  })
  return { text: short, links: kept }
}

/** Lines between blank ones. */
function groupsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [[]]
  for (const line of lines) {
    if (line.text === '') groups.push([])
    else groups.at(-1)!.push(line)
  }
  return groups.filter(group => group.length > 0)
}

function tableOf(table: Table, counter: Counter): Block[] {
  const rows = table.children.map(row => row.children.map(cell => cell.children.flatMap(c => blocksOf(c, counter))))
  const cells = rows.flat()
  const isFlow = Math.max(0, ...rows.slice(0, 1000).map(row => row.length)) < 2 || cells.some(isText)
  if (isFlow) return cells.flat()
  const lines = rows.map(row => row.flatMap(cell => cell.flatMap(block => block.lines.flat())))
  const full = lines.filter(line => line.length > 0)
  return full.length > 0 ? [{ kind: 'table', lines: full }] : []
}

/** Is a cell running text? */
const isText = (blocks: readonly Block[]) =>
  blocks.length > 1 ||
  blocks.some(({ lines }) => lines.length > 1 || lines.some(line => line[0]!.text.length > LONGEST_CELL))
