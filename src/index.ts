/** The public API. */
export {
  alignTexts,
  beads,
  decode,
  detect,
  learn,
  originalText,
  parseCorpus,
  readDocument,
  readModel,
  repair,
  segment,
} from './api.js'
export { UserError } from './errors.js'
export type { NotLearned } from './learn/clean.js'
export type * from './model.js'
export type { CorpusOptions, FileBytes, LearnOptions, ReadOptions } from './pipeline.js'
export { applyRepairs, undoRepairs } from './text/edits.js'
export type { Learned, LearnedWords } from './text/learned.js'
