/**
 * What a container gives: the files and texts inside, each with the step that leads to it, or the reason why it is not given.
 * Nothing here is read further: an inner file may be a container again, and the caller opens it with the same budget, so that
 * a small file cannot become a large one by nesting.
 */
import type { ContainerStep, SourceFacts, UnusedCode } from '../model.js'

/** A file or a text inside a container. */
export interface Inner {
  /**
   * What is put behind the container's path. `/x.eml` is an entry of a ZIP, or an attachment by its file name; `#2` is the
   * second text of a mail, feed or table. It is empty for what a gzip holds and for the body of a mail.
   */
  readonly suffix: string
  readonly bytes: Uint8Array
  readonly step: ContainerStep
  readonly facts: SourceFacts
  /** What it is, where the container says so; otherwise its bytes say it. */
  readonly format?: 'html' | 'text' | 'mail'
  /** The charset of the bytes, where the container says so and the bytes do not contradict. */
  readonly charset?: string
}

/** A part of a container, or with an empty suffix all that is left of it, that cannot be given. */
export interface Refused {
  readonly suffix: string
  readonly code: Extract<UnusedCode, 'EMPTY' | 'TOO_LARGE' | 'UNREADABLE' | 'UNSUPPORTED_FORMAT'>
  readonly message: string
}

export type Opened = Inner | Refused

/** The columns of a table, or the keys of JSON, that hold each thing; without one the usual names are tried. */
export interface FieldNames {
  readonly textField?: string
  readonly titleField?: string
  readonly dateField?: string
  readonly languageField?: string
  readonly urlField?: string
}

/** What is left to give for one file of the user, with all containers inside it. Opening counts it down. */
export interface Budget {
  files: number
  bytes: number
}

export interface OpenOptions extends FieldNames {
  /** The most bytes of one inner file. */
  readonly maxBytes: number
  /** One for each file of the user, handed on to the containers inside it. */
  readonly budget: Budget
}

/**
 * So deep may containers be nested, the outermost being 1. An archive of a month (1) holds one a day (2), with mails (3) that
 * forward mails (4) with a zipped attachment (5), of tables (6).
 */
export const MAX_DEPTH = 6

/** Files and texts of one container, all nested ones included: a year of a large wire has fewer. */
const MAX_FILES = 100_000

/** Bytes unpacked from one file: some 100,000 releases of 5 kB, and five seconds of inflating. */
const MAX_UNPACKED = 2 ** 29

/** The budget of a file of the user. */
export const newBudget = (): Budget => ({ files: MAX_FILES, bytes: MAX_UNPACKED })

/** A refusal. */
export const refused = (suffix: string, code: Refused['code'], message: string): Refused => ({ suffix, code, message })

/** What an error says, on one line. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n', 1)[0]!.slice(0, LONGEST_REASON)
}

/** Messages of packages may quote the file, which may be one line. */
const LONGEST_REASON = 200
