/**
 * Corpora at random: releases in several languages with damage, wraps, splits, merges, another order, versions, duplicates,
 * texts in languages without a pack, and files that cannot be used. As with single files, what fast-check draws is a recipe
 * of names and seeds, and the files are a pure function of it.
 */
import fc from 'fast-check'
import { type Random, randomOf } from '../bench/corpus/random.mjs'
import { DAMAGES } from './damage.js'
import { bytesOf, type Recipe, recipes, type Step, stepOf, withDamage } from './files.js'
import { LAYOUTS } from './layouts.js'
import { FOREIGN } from './phrases.js'
import { phrases, records, syntheticTexts } from './stock.js'

/** Files by path below the folder of the corpus. */
export type Corpus = ReadonlyMap<string, Uint8Array>

/** A file that is a text: of which release, in which of its languages, and what happened to it. */
interface TextFile {
  readonly kind: 'text'
  readonly release: { readonly from: 'fixture' | 'synthetic' | 'foreign'; readonly number: number }
  readonly language: number
  /** How this translation differs: paragraphs left out, merged, split, moved, put in. */
  readonly edits: readonly Step[]
  readonly layout: Step
  readonly damages: readonly Step[]
}

/** A file of its own, or one that repeats another of the corpus. */
type File =
  | TextFile
  | { readonly kind: 'any'; readonly recipe: Recipe }
  | { readonly kind: 'bad'; readonly number: number }
  | { readonly kind: 'copy'; readonly of: number }

interface CorpusRecipe {
  readonly files: readonly { readonly file: File; readonly name: Step }[]
}

/** Few releases, so that files meet. */
const RELEASES = 3
const MOST_FILES = 12

/** A recipe of a corpus. */
export function corpora(): fc.Arbitrary<CorpusRecipe> {
  const few = (names: readonly string[], most: number) =>
    fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(stepOf(names), { minLength: 1, maxLength: most }) },
    )
  const text: fc.Arbitrary<TextFile> = fc.record({
    kind: fc.constant('text' as const),
    release: fc.record({
      from: fc.constantFrom('fixture' as const, 'fixture' as const, 'synthetic' as const, 'foreign' as const),
      number: fc.nat(RELEASES - 1),
    }),
    language: fc.nat(20),
    edits: few(Object.keys(EDITS), 3),
    layout: stepOf(Object.keys(LAYOUTS)),
    damages: few(Object.keys(DAMAGES), 4),
  })
  const file: fc.Arbitrary<File> = fc.oneof(
    { weight: 12, arbitrary: text },
    { weight: 1, arbitrary: recipes().map(recipe => ({ kind: 'any' as const, recipe })) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('bad' as const), number: fc.nat(BAD.length - 1) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('copy' as const), of: fc.nat(MOST_FILES) }) },
  )
  return fc.record({
    files: fc.array(fc.record({ file, name: stepOf(Object.keys(NAMES)) }), {
      minLength: 1,
      maxLength: MOST_FILES,
      size: 'max',
    }),
  })
}

/** The files of a recipe. */
export function filesOf({ files }: CorpusRecipe): Corpus {
  const made = new Map<string, Uint8Array>()
  const all: Uint8Array[] = []
  for (const [k, { file, name }] of files.entries()) {
    const bytes = file.kind === 'copy' ? (all[file.of % Math.max(1, k)] ?? Buffer.of()) : contentOf(file)
    all.push(bytes)
    made.set(NAMES[name.name]!(k, randomOf(name.seed, k)), bytes)
  }
  return made
}

function contentOf(file: Exclude<File, { kind: 'copy' }>): Uint8Array {
  if (file.kind === 'any') return bytesOf(file.recipe)
  if (file.kind === 'bad') return BAD[file.number]!
  const blocks = file.edits.reduce((all, { name, seed }) => EDITS[name]!(all, randomOf(seed, name)), blocksOf(file))
  const { name, seed } = file.layout
  return Buffer.from(withDamage(LAYOUTS[name]!(blocks, randomOf(seed, name)), file.damages))
}

function blocksOf({ release: { from, number }, language }: TextFile): readonly string[] {
  if (from === 'foreign') return Object.values(FOREIGN)[(number + language) % Object.keys(FOREIGN).length]!
  if (from === 'synthetic') {
    const texts = syntheticTexts(number)
    return texts[language % texts.length]!
  }
  const units = records[number % records.length]!
  const tags = [...new Set(units.flatMap(unit => Object.keys(unit)))].sort()
  const tag = tags[language % tags.length]!
  return units.flatMap(unit => unit[tag] ?? [])
}

/** How translations and versions of a text differ. */
const EDITS: Readonly<Record<string, (blocks: readonly string[], random: Random) => string[]>> = {
  'left out': (blocks, random) => blocks.filter(() => !random.chance(0.2)),
  merged: (blocks, random) => {
    const at = random.below(blocks.length)
    return [...blocks.slice(0, at), blocks.slice(at, at + 2).join(' '), ...blocks.slice(at + 2)]
  },
  split: (blocks, random) => blocks.flatMap(block => (random.chance(0.3) ? block.split(/(?<=[.!?]) /) : [block])),
  moved: (blocks, random) => {
    const at = random.below(blocks.length + 1)
    return [...blocks.slice(at), ...blocks.slice(0, at)]
  },
  'put in': (blocks, random) => {
    const at = random.below(blocks.length + 1)
    return [...blocks.slice(0, at), random.of(phrases[random.of(Object.keys(phrases))]!), ...blocks.slice(at)]
  },
  repeated: (blocks, random) => {
    const at = random.below(blocks.length + 1)
    return [...blocks.slice(0, at), ...blocks.slice(Math.max(0, at - 2), at), ...blocks.slice(at)]
  },
  'other figures': (blocks, random) =>
    blocks.map(block => block.replace(/\d/g, digit => (random.chance(0.1) ? String(random.below(10)) : digit))),
}

/** Names of files, which say nothing, or say what a user's names say, or are a trouble by themselves. */
const NAMES: Readonly<Record<string, (k: number, random: Random) => string>> = {
  number: k => `${k}.txt`,
  opaque: (k, random) => `${random.below(1e9).toString(36)}-${k}.txt`,
  tagged: (k, random) => `release-${random.below(3)}-${k}.${random.of(['de', 'da', 'it', 'he', 'nl', 'en', 'fr'])}.txt`,
  folder: (k, random) => `${random.of(['a', 'b b', 'ü'])}/${k}.txt`,
  odd: (k, random) =>
    `${random.of(['é', 'e\u0301', '[x]', '{a,b}', '-o', '#', '%20', "'", '"', '$(x)', '\u202e', '😀'])} ${k}.text`,
}

/** Files that are no texts. */
const BAD: readonly Uint8Array[] = [
  Buffer.of(),
  Buffer.from(' \n\n\t\n'),
  Buffer.from('\ufeff'),
  Buffer.from('\u200b\u00ad'),
  Buffer.from('\0\0\0\0'),
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  Buffer.from('%PDF-1.7\n1 0 obj\n'),
  Buffer.from('PK\x03\x04\x14\0'),
  Buffer.from('<!DOCTYPE html><html><body><p>Verlande SA</p></body></html>'),
  Buffer.from('<p>Verlande SA opens a plant.</p><p>It employs 340 people.</p>'),
  Buffer.from('{"id":"x","documents":[]}\n'),
  Buffer.from('x'),
  Buffer.from('?'),
]
