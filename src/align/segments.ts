/**
 * The segments of a unit: what its texts say side by side, sentence by sentence. Sentences are aligned over all texts at
 * once (`columns.ts`), inside the beads of paragraphs that have been found; every column is a segment. A sentence that
 * other texts lack is a segment of fewer texts. If the beads of paragraphs could not be had back from the columns
 * exactly, or a paragraph has fewer sentences than other texts have paragraphs, each clique of rows is a segment, rows
 * that stand in several are cut into parts (`cuts.ts`), and columns are looked for in each clique alone.
 */
import type { Part, Segment, Span } from '../model.js'
import { disjointSets } from '../structures/disjoint-sets.js'
import { sentencesOf } from '../tokens/sentences.js'
import { type Atom, BASE_VARIANCE, SHORT_VARIANCE } from './boxes.js'
import type { Column } from './column-order.js'
import { type Box, columnsOf } from './columns.js'
import { cutParagraph } from './cuts.js'
import type { LinksOf, Piece, Reading } from './reading.js'
import { targetOf } from './targets.js'
import type { Clique, Unit } from './units.js'

/** Variances off a like share of the paragraph, as in `boxes.ts`: sentences this near are in step. */
const STRIDE = 4
const MAX_ATOMS = 100 // sentences of a text in a unit; with more the unit is not cut finer: no release has so many

/** Pieces of rows, some of each text, and which pieces belong together: what columns are looked for in. */
interface Field {
  readonly pieces: readonly (readonly Piece[])[]
  readonly cliques: readonly Clique[]
}

/** The segments of a unit in reading order. */
export function segmentsOf(unit: Unit, readings: readonly Reading[], linksOf: LinksOf): Segment[] {
  const whole = unit.rows.map((rows, text) =>
    rows.map((row): Piece => ({ row, start: 0, end: readings[text]!.texts[row]!.length })),
  )
  const field = { pieces: whole, cliques: unit.cliques }
  const columns = columnsIn(field, readings, linksOf)
  if (!columns && unit.cliques.length === 1) return [segmentOf(whole, readings)]
  const found =
    columns ??
    skeleton(unit, readings, linksOf).flatMap(clique => {
      const pieces = clique.map(piece => (piece ? [piece] : []))
      const alone = { pieces, cliques: [clique.map(piece => piece?.row ?? -1)] }
      return columnsIn(alone, readings, linksOf) ?? [pieces]
    })
  return found.map(pieces => segmentOf(pieces, readings))
}

/** The columns of a field, the pieces of each text in each; null where they would not do. */
function columnsIn(field: Field, readings: readonly Reading[], linksOf: LinksOf): Piece[][][] | null {
  const members = field.pieces.flatMap((pieces, text) => (pieces.length > 0 ? [text] : []))
  const sentences = members.map(text => field.pieces[text]!.map(piece => sentencesIn(piece, readings[text]!)))
  const counts = sentences.map(rows => rows.reduce((sum, list) => sum + list.length, 0))
  if (field.cliques.length === 1 && counts.some(count => count === 1)) return null
  if (counts.some(count => count > MAX_ATOMS)) return null
  const flat = sentences.map(rows => rows.flat())
  const columns = inStep(flat, field) ?? alignedColumns(field, members, sentences, readings, linksOf)
  return (
    columns?.map(column => {
      const out: Piece[][] = readings.map(() => [])
      column.forEach((range, k) => {
        if (range) out[members[k]!] = joined(flat[k]!.slice(...range))
      })
      return out
    }) ?? null
  )
}

/** The columns that the words and lengths of the sentences make; null where beads of paragraphs would be lost. */
function alignedColumns(
  field: Field,
  members: readonly number[],
  sentences: readonly (readonly Piece[][])[],
  readings: readonly Reading[],
  linksOf: LinksOf,
): Column[] | null {
  const atoms = members.map((text, k) =>
    sentences[k]!.flatMap(list => list.map((piece, at) => atomOf(piece, at === 0, readings[text]!))),
  )
  const meanOf = (a: number, b: number) => Math.log(sizeOf(readings[members[b]!]!) / sizeOf(readings[members[a]!]!))
  const boxes = boxesOf(field, members, sentences)
  const columns = columnsOf(atoms, boxes, (a, b) => linksOf(members[a]!, members[b]!), meanOf)
  return keepBeads(boxes, columns, sentences) ? columns : null
}

/** Sentence by sentence, where all texts have one paragraph of as many sentences, in like proportions. */
function inStep(sentences: readonly (readonly Piece[])[], field: Field): Column[] | null {
  const count = sentences[0]!.length
  if (field.cliques.length > 1 || sentences.some(list => list.length !== count)) return null
  const lengths = sentences.map(list => list.map(({ start, end }) => end - start))
  const sizes = lengths.map(list => list.reduce((sum, length) => sum + length, 0))
  for (let k = 0; k < count; k++) {
    const shares = lengths.map((list, text) => list[k]! / sizes[text]!)
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
    for (const [text, share] of shares.entries()) {
      if (Math.log(share / mean) ** 2 > STRIDE * (BASE_VARIANCE + SHORT_VARIANCE / lengths[text]![k]!)) return null
    }
  }
  return Array.from({ length: count }, (_, k) => sentences.map(() => [k, k + 1] as const))
}

const sizeOf = (reading: Reading) => reading.rows.reduce((sum, row) => sum + row.length, 0)

/** The sentences of a piece; the first and the last reach to its edges. A part of a word may be white space, or nothing: one. */
function sentencesIn(piece: Piece, reading: Reading): Piece[] {
  const { row, start, end } = piece
  const text = reading.texts[row]!
  const isWhole = start === 0 && end === text.length
  if (isWhole && reading.rows[row]!.sentences === 1) return [piece]
  const spans = isWhole ? reading.spansOf(row) : sentencesOf(text.slice(start, end), reading.vocabulary.pack)
  if (spans.length === 0) return [piece]
  return spans.map((span, k) => ({
    row,
    start: k === 0 ? start : start + span.start,
    end: k === spans.length - 1 ? end : start + span.end,
  }))
}

function atomOf(piece: Piece, begins: boolean, reading: Reading): Atom {
  const { row, start, end } = piece
  const text = reading.texts[row]!
  if (start === 0 && end === text.length) return { row: reading.rows[row]!, begins }
  const known = reading.spansOf(row).findIndex(span => span.start === start && span.end === end)
  return { row: known < 0 ? reading.vocabulary.row(text.slice(start, end)) : reading.sentencesOf(row)[known]!, begins }
}

/** The beads of each two texts of a field, as numbers of sentences. */
function boxesOf(field: Field, members: readonly number[], sentences: readonly (readonly Piece[][])[]): Box[] {
  const numbers = sentences.map(rows => {
    let at = 0
    return rows.map(list => list.map(() => at++))
  })
  const placeOf = members.map((_, k) => new Map(sentences[k]!.map((list, at) => [list[0]!.row, at])))
  const out: Box[] = []
  for (let a = 0; a < members.length; a++) {
    for (let b = a + 1; b < members.length; b++) {
      const sets = disjointSets(sentences[a]!.length + sentences[b]!.length)
      for (const clique of field.cliques) {
        const [x, y] = [clique[members[a]!]!, clique[members[b]!]!]
        if (x >= 0 && y >= 0) sets.join(placeOf[a]!.get(x)!, sentences[a]!.length + placeOf[b]!.get(y)!)
      }
      const groups = new Map<number, [number[], number[]]>()
      for (let k = 0; k < sentences[a]!.length + sentences[b]!.length; k++) {
        const group = groups.get(sets.root(k)) ?? [[], []]
        groups.set(sets.root(k), group)
        if (k < sentences[a]!.length) group[0].push(...numbers[a]![k]!)
        else group[1].push(...numbers[b]![k - sentences[a]!.length]!)
      }
      for (const [left, right] of groups.values()) if (left.length && right.length) out.push({ a, b, left, right })
    }
  }
  return out
}

/** Can every bead of paragraphs be had back from the columns, and none that was not there? */
function keepBeads(boxes: readonly Box[], columns: readonly Column[], sentences: readonly (readonly Piece[][])[]) {
  const rowOf = sentences.map(rows => rows.flatMap((list, row) => list.map(() => row)))
  return sentences.every((rowsA, a) =>
    sentences.every((rowsB, b) => {
      if (a >= b) return true
      const [wanted, found] = [0, 0].map(() => disjointSets(rowsA.length + rowsB.length)) as [Sets, Sets]
      const node = (text: number, atom: number) => rowOf[text]![atom]! + (text === a ? 0 : rowsA.length)
      for (const box of boxes) {
        if (box.a !== a || box.b !== b) continue
        for (const i of box.left) wanted.join(node(a, i), node(a, box.left[0]!))
        for (const j of box.right) wanted.join(node(b, j), node(a, box.left[0]!))
      }
      for (const column of columns) {
        const [left, right] = [column[a]!, column[b]!]
        if (!left || !right) continue
        for (let i = left[0]; i < left[1]; i++) found.join(node(a, i), node(a, left[0]))
        for (let j = right[0]; j < right[1]; j++) found.join(node(b, j), node(a, left[0]))
      }
      return sameSets(wanted, found, rowsA.length + rowsB.length)
    }),
  )
}

type Sets = ReturnType<typeof disjointSets>

function sameSets(x: Sets, y: Sets, size: number): boolean {
  const [there, back] = [new Map<number, number>(), new Map<number, number>()]
  for (let k = 0; k < size; k++) {
    const [p, q] = [x.root(k), y.root(k)]
    if ((there.get(p) ?? q) !== q || (back.get(q) ?? p) !== p) return false
    there.set(p, q)
    back.set(q, p)
  }
  return true
}

/** Neighbouring pieces of one row as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out[out.length - 1]
    if (last && last.row === piece.row) out[out.length - 1] = { ...last, end: piece.end }
    else out.push(piece)
  }
  return out
}

/** For each clique its pieces: rows that stand in several cliques are cut. */
function skeleton(unit: Unit, readings: readonly Reading[], linksOf: LinksOf): (Piece | null)[][] {
  const parts: (Piece | null)[][] = unit.cliques.map(clique => clique.map(() => null))
  unit.rows.forEach((rows, text) => {
    for (const row of rows) {
      const mine = unit.cliques.map((_, k) => k).filter(k => unit.cliques[k]![text] === row)
      const target = targetOf(unit.cliques, mine, text, readings, linksOf)
      const spans: readonly Span[] = cutParagraph(
        readings[text]!.texts[row]!,
        readings[text]!.vocabulary.pack,
        mine.length,
        target,
      )
      mine.forEach((clique, k) => {
        parts[clique]![text] = { row, ...spans[k]! }
      })
    }
  })
  return parts
}

function segmentOf(pieces: readonly (readonly Piece[])[], readings: readonly Reading[]): Segment {
  const out: Record<string, Part[]> = {}
  pieces.forEach((list, text) => {
    if (list.length === 0) return
    Object.defineProperty(out, readings[text]!.id, {
      value: list.map(({ row, start, end }) => ({ paragraph: readings[text]!.index[row]!, start, end })),
      enumerable: true,
      configurable: true,
      writable: true,
    })
  })
  return out
}
