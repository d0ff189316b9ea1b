/** What can have changed between two runs, as data: one change is one line of JSON, and one line for people. */
import type { Span } from '../model.js'

export type ChangeCode =
  | 'release-new'
  | 'release-gone'
  | 'release-merged' // of several that there were
  | 'release-split' // into several that there are
  | 'document-added'
  | 'document-removed'
  | 'field' // of a document, or of the release; `field` names it
  | 'repair-added'
  | 'repair-removed'
  | 'repair-changed'
  | 'damage-added' // left as found
  | 'damage-removed'
  | 'block-added'
  | 'block-removed'
  | 'block-changed' // its text
  | 'kind-changed'
  | 'unit-added'
  | 'unit-removed'
  | 'unit-changed'
  | 'warning-added'
  | 'warning-removed'

/** A change; what does not apply is not there. */
export interface Change {
  readonly change: ChangeCode
  /** Ids of the releases that it was, and that it is. */
  readonly old: readonly string[]
  readonly new: readonly string[]
  /** The file: where it was read from the last time, and the hash of its bytes. */
  readonly path?: string
  readonly sha256?: string
  readonly field?: string
  /** Offsets in the decoded text of the file. */
  readonly at?: Span
  readonly before?: unknown
  readonly after?: unknown
}

/** A change of which the releases are not named yet. */
export type Found = Omit<Change, 'old' | 'new'>

/** By code unit. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Plain data as a text that is the same for every order of keys. */
export const textOf = (value: unknown): string => JSON.stringify(value, inOrder) ?? ''

const inOrder = (_: string, value: unknown) =>
  value instanceof Object && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => byCodeUnit(a, b)))
    : value

/** Do two values that are plain data say the same? */
export const isSame = (a: unknown, b: unknown): boolean => textOf(a) === textOf(b)
