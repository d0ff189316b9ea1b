/**
 * What can be done on any thread: files into documents, the documents of a release into its record. Pure functions of
 * what they are given, on JSON, so that it does not matter where or how often they run. A document is made without its
 * path, which is not a matter of its bytes, and gets it when it is opened.
 */

import { packProfile } from '../group/packed.js'
import { profileOf } from '../group/profile.js'
import { packOf } from '../languages/index.js'
import type { Document, Warning } from '../model.js'
import { type Learned, readLearned } from '../text/learned.js'
import { packCard } from './card.js'
import { readDocument } from './read-document.js'
import { releaseRecord } from './release-record.js'

/** What holds for a whole run; can be sent to a thread. */
export interface TaskOptions {
  readonly charset?: string
  readonly language?: string
  readonly model?: { readonly path: string; readonly sha256: string }
}

/** What a file is called. */
export interface Name {
  readonly path: string
  readonly nameNotUtf8: boolean
}

/** A document as JSON, and the name of its file. */
export interface Named extends Name {
  readonly json: Uint8Array
}

/** What is kept of a file that was read: its document as JSON, its card, and its profile for grouping. */
export interface Filed {
  readonly document: Uint8Array
  readonly card: Uint8Array
  readonly profile: Uint8Array
}

export interface Tasks {
  /** The documents of files, in their order. */
  readDocuments(files: readonly Uint8Array[]): Filed[]
  /** The record of a release as JSON. */
  recordRelease(release: readonly Named[]): Uint8Array
}

/** The tasks of a run. `model` is the one that the options name, where it is open already. */
export function tasksOf({ model: named, ...options }: TaskOptions, open?: Learned): Tasks {
  const model = open ?? (named && readLearned(named.path))
  return {
    readDocuments: files =>
      files.map(bytes => {
        const document = readDocument({ path: '', bytes }, { ...options, ...(model && { model }) })
        const profile = packProfile(profileOf(document, packOf))
        return { document: json(document), card: packCard(document), profile }
      }),
    recordRelease: release => json(releaseRecord(release.map(openDocument), model)),
  }
}

const json = (value: unknown) => Buffer.from(JSON.stringify(value))

/** The document of a file under its name. */
export const openDocument = ({ json, ...name }: Named): Document =>
  underName(JSON.parse(Buffer.from(json).toString()) as Document, name)

/** A document under the name of its file. */
export function underName(document: Document, { path, nameNotUtf8 }: Name): Document {
  const warning: Warning = {
    code: 'NAME_NOT_UTF8',
    message: 'the file name is not UTF-8; its odd bytes are written as \\x..',
  }
  return { ...document, path, warnings: nameNotUtf8 ? [...document.warnings, warning] : document.warnings }
}
