/**
 * Which texts of a release are exported, and the release as rows of texts that say the same thing: its units, or the segments
 * inside them. A row has a text in two of the exported documents at least; what only one of them says is no translation and
 * in no row, nor is a text that was left in another language than the rest of its document.
 *
 * A release may hold several documents in one language. Those that are versions of one text stand in their order (a
 * correction behind what it corrects), so by default the last of them stands for it; those that are not are texts of their
 * own, and of `und` mostly in several languages.
 */
import type { Block, BlockKind, Document, RecordPart, ReleaseRecord } from '../model.js'
import { firstVersions, tagOfId } from '../releases/versions.js'
import type { Counts, Settings } from './format.js'

/** A document to export; `name` is the id of the first version of its text, and what its column or file is called. */
export interface Edition {
  readonly document: Document
  readonly name: string
}

type Texts = Pick<ReleaseRecord, 'documents' | 'versions'>

function allEditions({ documents, versions }: Texts): Edition[] {
  const names = firstVersions(documents, versions)
  return documents.map(document => ({ document, name: names.get(document.id)! }))
}

/** The names of the texts of a release, one for all versions of a text. */
export const namesIn = (release: Texts): string[] => [...new Set(allEditions(release).map(({ name }) => name))]

/** By language, and those of one language by their numbers: `de`, `de-2`, `de-10`. */
export function byName(a: string, b: string): number {
  const [one, other] = [tagOfId(a), tagOfId(b)]
  return one < other ? -1 : one > other ? 1 : a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}

/** The documents to export, in the order of what was asked for, else in that of the record; of a language all texts. */
export function editionsOf(release: Texts, { languages, versions }: Settings, counts: Counts): Document[] {
  const all = allEditions(release)
  const asked = languages?.flatMap(name => all.filter(edition => isAsked(edition, [name]))) ?? all
  return counted(lastOf([...new Set(asked)], versions, counts), counts).map(({ document }) => document)
}

/** The documents without regard to versions. */
export const documentsOf = (release: Texts, { languages }: Pick<Settings, 'languages'>): Document[] =>
  allEditions(release)
    .filter(edition => languages === null || isAsked(edition, languages))
    .map(({ document }) => document)

/** Does one of the names mean the document: the tag of its language, its id, or that of its first version? */
const isAsked = ({ document: { id, language }, name }: Edition, names: readonly string[]): boolean =>
  names.some(asked => [language.tag, id, name].includes(asked))

/** For formats with one place for each name: a name means one text, a tag so the first of its language. */
export function placedEditions(release: Texts, { languages, versions }: Settings, counts: Counts): Edition[] {
  const names = languages ?? []
  const isMeant = ({ document, name }: Edition) => names.includes(name) || names.includes(document.language.tag)
  const all = lastOf(allEditions(release).filter(isMeant), versions, counts)
  const placed = names.flatMap(name => all.find(edition => edition.name === name) ?? [])
  counts.unplaced += all.length - placed.length
  return counted(placed, counts)
}

function lastOf(editions: readonly Edition[], versions: Settings['versions'], counts: Counts): readonly Edition[] {
  const last = new Map(editions.map(edition => [edition.name, edition]))
  const chosen = versions === 'all' ? editions : editions.filter(edition => last.get(edition.name) === edition)
  counts.superseded += editions.length - chosen.length
  return chosen
}

function counted<E extends readonly Edition[]>(editions: E, counts: Counts): E {
  counts.unknown += editions.filter(({ document }) => document.language.tag === 'und').length
  return editions
}

/** What one document says; `parts` are where it stands there. */
export interface Cell {
  readonly text: string
  readonly parts: readonly RecordPart[]
}

export interface Row {
  /** That of the unit (`u3`); of a segment with its number behind it, from 1 (`u3.2`). */
  readonly id: string
  readonly unit: string
  /** Its number in the unit, from 1; null of a whole unit. */
  readonly segment: number | null
  readonly kind: BlockKind
  /** That of the unit, 0 to 1. */
  readonly confidence: number
  /** By document id, in the order of the editions; never a blank text. */
  readonly cells: ReadonlyMap<string, Cell>
}

type Parts = Readonly<Record<string, readonly RecordPart[]>>
type Blocks = ReadonlyMap<string, Block>

/** The rows in reading order; `editions` are documents of the record. */
export function* rowsOf(
  { alignment }: Pick<ReleaseRecord, 'alignment'>,
  editions: readonly Document[],
  { level, minConfidence }: Pick<Settings, 'level' | 'minConfidence'>,
  counts: Counts,
): Generator<Row> {
  const known: Blocks = new Map(editions.flatMap(({ blocks }) => blocks.map(block => [block.id, block] as const)))
  const whole = (block: string): RecordPart => ({ block, start: 0, end: known.get(block)?.text.length ?? 0 })
  for (const { id: unit, kind, confidence, blocks, segments } of alignment.units) {
    if (confidence < minConfidence) continue
    const all: readonly Parts[] =
      level === 'segment'
        ? segments
        : [Object.fromEntries(Object.entries(blocks).map(([id, own]) => [id, own.map(whole)]))]
    for (const [i, parts] of all.entries()) {
      const cells = cellsOf(parts, editions, known, counts)
      const segment = level === 'segment' ? i + 1 : null
      const id = segment === null ? unit : `${unit}.${segment}`
      if (cells.size > 1) yield { id, unit, segment, kind, confidence, cells }
    }
  }
}

function cellsOf(parts: Parts, editions: readonly Document[], known: Blocks, counts: Counts): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  for (const { id } of editions) {
    const own = Object.hasOwn(parts, id) ? parts[id]! : []
    const text = textOf(own, known)
    if (text === '') continue
    // A block names a language only where it is not the document's.
    if (own.every(({ block }) => known.get(block)?.language !== undefined)) counts.foreign++
    else cells.set(id, { text, parts: own })
  }
  return cells
}

/** Parts of one block with a blank between them where they leave something out; blocks on lines of their own. */
function textOf(parts: readonly RecordPart[], known: Blocks): string {
  let text = ''
  let last: RecordPart | undefined
  for (const part of parts) {
    const block = known.get(part.block)?.text ?? ''
    if (last && last.block !== part.block) text += '\n'
    else if (last) {
      const between = block.slice(last.end, part.start)
      text += last.end <= part.start && between.trim() === '' ? between : ' '
    }
    text += block.slice(part.start, part.end)
    last = part
  }
  return text.trim()
}
