/**
 * What generated files are made of: the blocks and the aligned units of the fixtures' records, and synthetic releases. With
 * the environment variable SOAK_TEXTS, also the paragraphs of every .txt file in a folder of the user's own, by the name of
 * the folder that a file is in.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { corpusOf } from '../bench/corpus/files.mjs'
import { FIXTURES } from '../fixtures.js'
import type { Phrases } from './phrases.js'

/** A unit of a fixture's record: its text by language. */
export type Unit = Readonly<Record<string, string>>

interface ExpectedDocument {
  readonly id: string
  readonly language: { readonly tag: string }
  readonly blocks: readonly { readonly id: string; readonly text: string }[]
  readonly unrepaired: readonly unknown[]
}

interface ExpectedRecord {
  readonly documents: readonly ExpectedDocument[]
  readonly alignment: { readonly units: readonly { readonly blocks: Readonly<Record<string, readonly string[]>> }[] }
}

const expected: readonly ExpectedRecord[] = ['languages', 'releases'].flatMap(room =>
  readdirSync(join(FIXTURES, room))
    .sort()
    .map(name => join(FIXTURES, room, name, 'expected.json'))
    .filter(path => existsSync(path))
    .flatMap(path => JSON.parse(readFileSync(path, 'utf8')) as ExpectedRecord[]),
)

/** Blocks of clean text by language. */
export const phrases: Phrases = process.env.SOAK_TEXTS ? paragraphsIn(process.env.SOAK_TEXTS) : blocksOf(expected)

function blocksOf(records: readonly ExpectedRecord[]): Phrases {
  const found: Record<string, string[]> = {}
  for (const { language, blocks, unrepaired } of records.flatMap(({ documents }) => documents))
    if (unrepaired.length === 0)
      add(
        found,
        language.tag,
        blocks.map(({ text }) => text),
      )
  return found
}

function add(found: Record<string, string[]>, tag: string, texts: readonly string[]): void {
  found[tag] = [...(found[tag] ?? []), ...texts]
}

function paragraphsIn(folder: string): Phrases {
  const found: Record<string, string[]> = {}
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.txt')) continue
    const path = join(folder, name)
    const paragraphs = readFileSync(path, 'utf8').split(/\n\s*\n/)
    add(
      found,
      basename(dirname(path)),
      paragraphs.filter(text => text.trim() !== ''),
    )
  }
  return found
}

/** The aligned units of the fixtures' records, those of a record together. */
export const records: readonly (readonly Unit[])[] = expected.map(unitsOf).filter(units => units.length > 0)

function unitsOf({ documents, alignment }: ExpectedRecord): Unit[] {
  const texts = new Map(documents.flatMap(d => d.blocks.map(({ id, text }) => [id, text] as const)))
  return alignment.units.map(({ blocks }) =>
    Object.fromEntries(
      documents.flatMap(({ id, language }) =>
        blocks[id] ? [[language.tag, blocks[id].map(block => texts.get(block)).join('\n\n')] as const] : [],
      ),
    ),
  )
}

const synthetic = corpusOf(1, { clean: true })

/** The clean texts of a synthetic release, each as its blocks. */
export const syntheticTexts = (release: number): readonly (readonly string[])[] =>
  synthetic(release).map(({ bytes }) => bytes.toString().trim().split('\n\n'))
