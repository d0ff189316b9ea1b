/**
 * Files that parawire itself has written: records, documents, releases, models, tables. They are no press releases, and a run
 * that takes them for such reads its own corpus again. Known by their first keys or columns, whatever the file is called.
 */

/** How a document begins. */
const DOCUMENT = '\\{\\s*"id"\\s*:\\s*"[^"]*"\\s*,\\s*"path"\\s*:\\s*"(?:[^"\\\\]|\\\\.)*"\\s*,\\s*"bytes"\\s*:'

/** What parawire has printed, and what reads it. */
const OWN: readonly (readonly [begins: RegExp, message: string])[] = [
  [
    /^\[?\s*\{\s*(?:"schemaVersion"\s*:\s*"[^"]*"\s*,\s*"id"|"alignment"\s*:\s*\{\s*"un(?:its|aligned)")\s*:/,
    'records that parawire has made, and no text; read them with parawire show, check, report or export',
  ],
  [
    new RegExp(`^\\[?\\s*\\{\\s*"documents"\\s*:\\s*\\[\\s*${DOCUMENT}`),
    'releases as parawire group prints them, and no text; make records of them with parawire align',
  ],
  [
    new RegExp(`^\\[?\\s*${DOCUMENT}`),
    'documents as parawire parse prints them, and no text; group them with parawire group',
  ],
  [/^\{"format":"parawire-model"/, 'a model that parawire learn has written, and no text; use it with --model'],
  [
    /^release([,\t])unit\1kind\1confidence[,\t\r\n]/,
    'a table that parawire export has written, and no text; it is for a spreadsheet',
  ],
]

/** What there is to say of a file that begins like this, without byte order mark and blanks; null for what parawire has not written. */
export const ownOutput = (start: string): string | null => OWN.find(([begins]) => begins.test(start))?.[1] ?? null
