/**
 * What can be done on any thread: files into documents, documents into what grouping asks for, the documents of a release
 * into its record. Pure functions of what they are given, on JSON, so that it does not matter where or how often they run.
 * A document is made without its path, which is not a matter of its bytes, and gets it when it is opened.
 */

import { UserError } from '../errors.js'
import { packProfile } from '../group/packed.js'
import { profileOf } from '../group/profile.js'
import { packOf } from '../languages/index.js'
import { type Learned, readLearned } from '../learned/learned.js'
import type { Decisions, Document, GroupedDocuments, Warning } from '../model.js'
import { openJson, packJson } from '../structures/json-bytes.js'
import { type Name, packMeta } from './document-meta.js'
import type { FileGiven } from './file.js'
import type { Unreadable } from './open-file.js'
import { readDocumentOf } from './read-document.js'
import { releaseRecord } from './release-record.js'

/** What holds for a whole run; can be sent to a thread. */
export interface TaskOptions {
  readonly charset?: string
  readonly language?: string
  readonly model?: { readonly path: string; readonly sha256: string }
  readonly decisions?: Decisions
}

/** A document as JSON, and the name of its file where it was made without one. */
export interface PackedDocument {
  readonly json: Uint8Array
  readonly name?: Name
}

/** The documents of a release as JSON, and what grouping found of them. */
export interface PackedRelease extends Omit<GroupedDocuments, 'documents'> {
  readonly documents: readonly PackedDocument[]
}

/** What a run holds of a document (`document-meta.ts`), and what grouping compares. */
export interface Summary {
  readonly meta: Uint8Array
  readonly profile: Uint8Array
}

/** What is kept of a file that was read. */
export interface Filed extends Summary {
  readonly document: Uint8Array
}

export interface Tasks {
  /** The documents of files as JSON, in their order. */
  readDocuments(files: readonly FileGiven[]): Promise<(Uint8Array | Unreadable)[]>
  /** What is kept of files, in their order. */
  fileDocuments(files: readonly FileGiven[]): Promise<(Filed | Unreadable)[]>
  /** The same of documents that are given as JSON. */
  summarise(documents: readonly Uint8Array[]): Summary[]
  /** The record of a release as JSON. */
  recordRelease(release: PackedRelease): Uint8Array
}

/** The tasks of a run. `model` is the one that the options name, where it is open already. */
export function tasksOf({ model: named, ...options }: TaskOptions, open?: Learned): Tasks {
  const model = open ?? (named && readNamed(named))
  const read = (file: FileGiven) => readDocumentOf({ path: '', ...file }, { ...options, ...(model && { model }) })
  return {
    readDocuments: files => all(files, read, packJson),
    fileDocuments: files => all(files, read, document => ({ document: packJson(document), ...summaryOf(document) })),
    summarise: documents => documents.map(json => summaryOf(openDocument({ json }))),
    recordRelease: release => packJson(releaseRecord(openRelease(release), model, options.decisions)),
  }
}

/** What is made of each file that can be read, one after the other. */
async function all<T>(
  files: readonly FileGiven[],
  read: (file: FileGiven) => Promise<Document | Unreadable>,
  make: (document: Document) => T,
): Promise<(T | Unreadable)[]> {
  const made: (T | Unreadable)[] = []
  for (const file of files) {
    const document = await read(file)
    made.push('problem' in document ? document : make(document))
  }
  return made
}

/** The model of the run, opened once more. Throws a UserError where another one is there by now. */
function readNamed({ path, sha256 }: NonNullable<TaskOptions['model']>): Learned {
  const model = readLearned(path)
  if (model.sha256 !== sha256) throw new UserError(`the model ${path} changed while in use; run again`)
  return model
}

const summaryOf = (document: Document): Summary => ({
  meta: packMeta(document),
  profile: packProfile(profileOf(document, packOf)),
})

/** The documents of a release under the names of their files. */
export const openRelease = ({ documents, ...found }: PackedRelease): GroupedDocuments => ({
  documents: documents.map(openDocument),
  ...found,
})

/** A document under the name of its file. */
export function openDocument({ json, name }: PackedDocument): Document {
  const document = openJson<Document>(json)
  return name ? underName(document, name) : document
}

function underName(document: Document, { path, nameNotUtf8 }: Name): Document {
  const warning: Warning = {
    code: 'NAME_NOT_UTF8',
    message: 'the file name is not UTF-8; its odd bytes are written as \\x..',
  }
  return { ...document, path, warnings: nameNotUtf8 ? [...document.warnings, warning] : document.warnings }
}
