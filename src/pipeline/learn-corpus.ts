/**
 * The way of a whole corpus into a model: what its clean texts teach one by one, and then what those that translate each
 * other teach together, written down for later runs.
 */
import { createHash } from 'node:crypto'
import { findFiles, readFile, type SourceFile } from '../ingest/ingest.js'
import { packOf } from '../languages/index.js'
import type { NotLearned } from '../learn/clean.js'
import { newLearner } from '../learn/learn.js'
import { type ModelHeader, modelLines, type Section } from '../learned/learned.js'
import type { Document, Unused } from '../model.js'
import { type TeachingDocument, teachingDocument, translationSections } from './learn-translations.js'
import type { CorpusOptions } from './pipeline.js'
import { readDocumentOf } from './read-document.js'

/** Bytes of texts that are held to be brought together with their translations; what comes later teaches only words. */
const MOST_HELD = 200_000_000

export interface LearnOptions extends CorpusOptions {
  /** Called after each step. Every text counts twice: once when it is read, once when it is aligned or need not be. */
  onProgress?(done: number, total: number): void
  /** Called after each text with what was learned from it: null, or why nothing was. */
  onLearned?(document: Document, why: NotLearned | null): void
  /** Called with each file with the same bytes as one that is read. */
  onDuplicate?(path: string): void
}

/**
 * What the given files, folders and patterns teach: the lines of a model file. Texts are taken by the hashes of their
 * bytes, so that neither names nor order matter, however large the corpus is.
 */
export async function learnCorpus(
  paths: readonly string[],
  options: LearnOptions = {},
): Promise<readonly [ModelHeader, ...Section[]]> {
  const onUnused = (unused: Unused) => options.onUnused?.(unused)
  const files = new Map<string, SourceFile>()
  for (const file of await findFiles(paths, { ...options, cwd: options.cwd ?? process.cwd() }, onUnused)) {
    const bytes = await readFile(file, onUnused, options)
    const hash = bytes && hashOf(bytes)
    if (hash && files.has(hash)) options.onDuplicate?.(file.path)
    else if (hash) files.set(hash, file)
  }
  const learner = newLearner(packOf)
  const held: TeachingDocument[] = []
  let [done, size] = [0, 0]
  const advance = (steps: number) => {
    done += steps
    options.onProgress?.(done, 2 * files.size)
  }
  for (const hash of [...files.keys()].sort()) {
    const file = files.get(hash)!
    const bytes = await again(file, hash, options)
    const before = held.length
    if (bytes) {
      const document = await readDocumentOf({ path: file.path, bytes }, options)
      if ('problem' in document) onUnused({ path: file.path, ...document.problem })
      else {
        const why = learner.add(document)
        options.onLearned?.(document, why)
        if (why === null && size <= MOST_HELD) {
          held.push(teachingDocument(document))
          size += bytes.length
        }
      }
    }
    advance(held.length > before ? 1 : 2)
  }
  return modelLines([...learner.sections(), ...translationSections(held, advance)])
}

/** The bytes of a file that was read before; null where they are others by now, which is reported. */
async function again(file: SourceFile, hash: string, options: LearnOptions): Promise<Uint8Array | null> {
  const onUnused = (unused: Unused) => options.onUnused?.(unused)
  const bytes = await readFile(file, onUnused, options)
  if (bytes === null || hashOf(bytes) === hash) return bytes
  onUnused({ path: file.path, code: 'UNREADABLE', message: 'the file changed while it was read; run again' })
  return null
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
