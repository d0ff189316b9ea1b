/**
 * The scripts of the pages: functions of `client/`, type-checked with everything else, as their own source text. So the
 * build stays one run of tsc, and a page needs no second file. Limits: such a function may name only its arguments, the
 * browser's globals and the other functions that are listed here with it; a tool that renames functions would break it.
 */
import {
  cellClass,
  entryRow,
  foldedText,
  isWanted,
  sortBy,
  startAddress,
  startIndex,
  startMerging,
} from './client/index-client.js'
import { repairTools, startDocuments, startMarks, startRelease, startRows } from './client/release-client.js'
import { save } from './client/save.js'

const source = (functions: readonly { toString(): string }[], start: string) =>
  `'use strict'\n${functions.map(String).join('\n')}\n${start}\n`

export const INDEX_SCRIPT = source(
  [save, foldedText, isWanted, sortBy, cellClass, entryRow, startAddress, startMerging, startIndex],
  'startIndex(save)',
)

export const RELEASE_SCRIPT = source(
  [save, repairTools, startMarks, startRows, startDocuments, startRelease],
  'startRelease(save)',
)
