/**
 * From the elements that are kept to blocks: block elements part blocks, `<br>` ends a line and two of them a
 * paragraph, a row of a table is a line with tabs between its cells. The walk keeps its own stack: pages nest as deep as
 * they like.
 */
import type { BlockKind } from '../../model.js'
import { isDataTable } from './data-table.js'
import { type FlowBlock, inOrder } from './page-order.js'
import { names, type PageElement, type PageText, type PageTree } from './page-tree.js'
import { isWhite, type Piece, piecesOf, wordsOf } from './pieces.js'

const BLOCKS = names(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp',
)
const AS_IT_IS = names('pre listing xmp plaintext')
const KINDS: Readonly<Record<string, BlockKind>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  caption: 'heading',
  figcaption: 'note',
  li: 'list-item',
  dt: 'list-item',
  dd: 'list-item',
  blockquote: 'quote',
}
const CELL = /^t[dh]$/
/** Something that a reader sees. */
const VISIBLE = /[^\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/

/** Where the walk is. */
interface Place {
  readonly element: PageElement
  readonly kind: BlockKind | null
  readonly anchor: PageElement | null
  readonly asItIs: boolean
  /** Inside a table of data, where cells and rows are no blocks. */
  readonly inTable: boolean
  next: number
}

/** The blocks of a page that the shown texts make, in order; `title` is the element that shows its title. */
export function flow(
  page: string,
  tree: PageTree,
  shows: (element: PageElement, text: PageText) => boolean,
  title: PageElement | null,
): readonly FlowBlock[] {
  const writer = new BlockWriter(page)
  const open = [placeOf(tree[0]!, null, false)]
  for (let place = open.at(-1); place; place = open.at(-1)) {
    const child = place.element.children[place.next++]
    if (child === undefined) {
      writer.leave(place)
      open.pop()
    } else if (!('name' in child)) {
      if (shows(place.element, child)) writer.text(child, place)
    } else {
      const inside = placeOf(child, place, child === title)
      writer.enter(inside)
      open.push(inside)
    }
  }
  writer.endBlock()
  return inOrder(writer.blocks)
}

function placeOf(element: PageElement, above: Place | null, isTitle: boolean): Place {
  const inTable = above?.inTable === true || (element.name === 'table' && isDataTable(element))
  return {
    element,
    kind: isTitle
      ? 'title'
      : inTable && element.name !== 'caption'
        ? 'table'
        : (KINDS[element.name] ?? above?.kind ?? null),
    anchor: element.name === 'a' ? element : (above?.anchor ?? null),
    asItIs: above?.asItIs === true || AS_IT_IS.has(element.name),
    inTable,
    next: 0,
  }
}

class BlockWriter {
  readonly blocks: FlowBlock[] = []
  private pieces: Piece[] = []
  private first: Place | null = null
  /** White space and signs that are shown only if text follows them in the block. */
  private blank: Piece | null = null
  private signs: Piece[] = []

  constructor(private readonly page: string) {}

  enter(place: Place): void {
    const { element, inTable } = place
    if (element.name === 'br' && !inTable) this.lineEnd(signOf('\n', place))
    else if (inTable && element.name === 'tr') this.signs = [signOf('\n', place)]
    else if (inTable && CELL.test(element.name)) this.cell(signOf('\t', place))
    else if (this.parts(place)) this.endBlock()
    else if (BLOCKS.has(element.name) || element.name === 'br') this.white(signOf(' ', place), place)
  }

  leave(place: Place): void {
    if (this.parts(place)) this.endBlock()
  }

  text(text: PageText, place: Place): void {
    for (const piece of piecesOf(this.page, text, place.anchor)) {
      for (const part of wordsOf(piece, place.asItIs)) {
        if (part.text === '\n') this.lineEnd(part)
        else if (isWhite(part.text)) this.white(part, place)
        else this.push(part, place)
      }
    }
  }

  endBlock(): void {
    const { pieces, first } = this
    if (first && pieces.some(({ text }) => VISIBLE.test(text))) {
      this.blocks.push({ pieces, kind: first.kind })
    }
    this.pieces = []
    this.first = null
    this.blank = null
    this.signs = []
  }

  private parts({ element, inTable }: Place): boolean {
    if (!BLOCKS.has(element.name)) return false
    return !inTable || element.name === 'table' || element.name === 'caption'
  }

  /** A second line end in a row ends the paragraph. */
  private lineEnd(sign: Piece): void {
    if (this.signs.length > 0) this.endBlock()
    else if (this.pieces.length > 0) this.signs = [sign]
    this.blank = null
  }

  private cell(sign: Piece): void {
    if (this.signs[0]?.text !== '\n') this.signs.push(sign)
    this.blank = null
  }

  private white(blank: Piece, { asItIs }: Place): void {
    if (asItIs || (this.pieces.length > 0 && this.signs.length === 0)) this.blank ??= blank
  }

  private push(piece: Piece, place: Place): void {
    this.first ??= place
    if (this.pieces.length > 0) this.pieces.push(...this.signs)
    if (this.blank) this.pieces.push(this.blank)
    this.pieces.push(piece)
    this.signs = []
    this.blank = null
  }
}

const signOf = (text: string, { element, anchor }: Place): Piece => ({
  text,
  start: element.start,
  end: element.end,
  anchor,
})
