/** The public API. */
export { alignTexts, beads, decode, detect, originalText, parseCorpus, readDocument, repair, segment } from './api.js'
export { UserError } from './errors.js'
export type * from './model.js'
export type { CorpusOptions, FileBytes, ReadOptions } from './pipeline.js'
export { applyRepairs, undoRepairs } from './text/edits.js'
