/**
 * What is to be held against a gold: the records of the files that it names, the whole way from bytes to beads; or the
 * aligner alone, given the gold's own paragraphs. In records a file is found again by the hash of its bytes, or else
 * by its name, so that a record need not come from the gold's own folder.
 */
import { type AlignableText, align } from '../align/align.js'
import type { GoldRelease } from '../evaluate/gold.js'
import type { Found } from '../evaluate/judge.js'
import { type Paragraphs, paragraphBeads, paragraphSpans, paragraphsOf } from '../evaluate/paragraphs.js'
import { packOf } from '../languages/index.js'
import type { Learned } from '../learned/learned.js'
import type { AlignedUnit, Document, RecordUnit, ReleaseRecord } from '../model.js'

/** A file that a gold names, with the hash of its bytes and its decoded text. */
export interface GoldFile {
  readonly name: string
  readonly sha256: string
  readonly text: string
}

/** What records say of a gold's files; a record that holds none of them says nothing. */
export async function foundInRecords(
  records: AsyncIterable<ReleaseRecord>,
  files: readonly GoldFile[],
): Promise<Found[]> {
  const fileOf = finder(files)
  const found: Found[] = []
  for await (const record of records) {
    const places = new Map<string, Paragraphs>()
    for (const document of record.documents) {
      const file = fileOf(document)
      if (file) places.set(file.name, paragraphsOf(document))
    }
    if (places.size > 0) found.push(foundIn(record, places))
  }
  return found
}

const foundIn = (record: ReleaseRecord, places: ReadonlyMap<string, Paragraphs>): Found => ({
  files: new Map([...places].map(([name, { count }]) => [name, count])),
  units: record.alignment.units.map(unit => ({ confidence: unit.confidence, paragraphs: numbersIn(unit, places) })),
  beads: (a, b) => paragraphBeads(record, places.get(a)!, places.get(b)!),
})

/** Finds the file that a document was read from, each once: same bytes, or else the same path, or else the same name. */
function finder(files: readonly GoldFile[]): (document: Document) => GoldFile | undefined {
  const byHash = grouped(files, file => file.sha256)
  const byName = grouped(files, file => lastOf(file.name))
  const taken = new Set<GoldFile>()
  return ({ sha256, path }) => {
    const [same = [], named = []] = [byHash.get(sha256), byName.get(lastOf(path))]
    const free = (list: readonly GoldFile[]) => list.filter(file => !taken.has(file))
    const file =
      free(same).find(({ name }) => name === path) ??
      free(same)[0] ??
      free(named).find(({ name }) => name === path) ??
      (named.length === 1 ? free(named)[0] : undefined)
    if (file) taken.add(file)
    return file
  }
}

function grouped(files: readonly GoldFile[], keyOf: (file: GoldFile) => string): Map<string, GoldFile[]> {
  const groups = new Map<string, GoldFile[]>()
  for (const file of files) {
    const own = groups.get(keyOf(file))
    if (own) own.push(file)
    else groups.set(keyOf(file), [file])
  }
  return groups
}

const lastOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

function numbersIn(unit: RecordUnit, places: ReadonlyMap<string, Paragraphs>): Map<string, number[]> {
  return new Map(
    [...places]
      .filter(([, { id }]) => Object.hasOwn(unit.blocks, id))
      .map(([name, { id, ofBlock }]) => [name, unit.blocks[id]!.flatMap(block => ofBlock.get(block)!)]),
  )
}

type Remembering = (texts: readonly string[]) => Promise<Float32Array[]>

/** What the aligner alone finds, given the paragraphs of a gold release as they stand in its files. */
export async function foundByAligning(
  { files }: GoldRelease,
  textOf: (file: string) => string,
  { model, embed }: { readonly model?: Learned; readonly embed?: Remembering } = {},
): Promise<Found> {
  const texts: AlignableText[] = []
  for (const [tag, file] of Object.entries(files)) {
    const text = textOf(file)
    const own = paragraphSpans(text).map(({ start, end }) => text.slice(start, end))
    const vectors = await embed?.(own)
    const paragraphs = own.map((text, k) => (vectors ? { text, vector: vectors[k]! } : { text }))
    texts.push({ id: file, pack: packOf(tag) ?? packOf(tag.split('-')[0]!) ?? null, paragraphs })
  }
  const { units, beads } = align(texts, model?.lexicon)
  return {
    files: new Map(texts.map(({ id, paragraphs }) => [id, paragraphs.length])),
    units: units.map(({ confidence, paragraphs }: AlignedUnit) => ({
      confidence,
      paragraphs: new Map(Object.entries(paragraphs)),
    })),
    beads,
  }
}
