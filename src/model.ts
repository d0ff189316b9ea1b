/**
 * The types that cross a stage boundary, in the order in which a file becomes a record.
 * All offsets are UTF-16 code units. Everything here is plain data: it is written to JSON as it stands.
 */

export type * from './model/decisions.js'
export type * from './model/document.js'
export type * from './model/extracted.js'
export type * from './model/release.js'
export type * from './model/source.js'
export type * from './model/text.js'
