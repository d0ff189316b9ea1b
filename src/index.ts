/** The public API. */
export {
  alignTexts,
  decode,
  detect,
  explain,
  learn,
  parseCorpus,
  readDecisions,
  readDocument,
  readDocuments,
  readModel,
  repair,
  segment,
} from './api/reading.js'
export { beads, check, type ExportOptions, exportRecords, originalText } from './api/records.js'
export { applyRepairs, undoRepairs } from './edits/edits.js'
export { type Embed, type EmbeddingsOptions, openEmbeddings } from './embed/embed.js'
export { UserError } from './errors.js'
export type { Counts as ExportCounts, FormatName, Piece as ExportPiece } from './export/export.js'
export type { NotLearned } from './learn/clean.js'
export type { Learned, LearnedWords } from './learned/learned.js'
export type { PairLexicon } from './learned/pair-lexicon.js'
export type * from './model.js'
export type { ExplainedBlock, Explanation } from './pipeline/explain-document.js'
export type { FileBytes } from './pipeline/file.js'
export type { LearnOptions } from './pipeline/learn-corpus.js'
export {
  type AlignOptions,
  alignReleases,
  type CorpusOptions,
  type DocumentOptions,
  type GroupOptions,
  groupDocuments,
} from './pipeline/pipeline.js'
export type { ReadOptions } from './pipeline/read-document.js'
export type { LeftOut } from './pipeline/since.js'
