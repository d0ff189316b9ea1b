/**
 * Every number that the aligner weighs with, in one place. They were chosen by strict F1 on development sets of news
 * and newsletters in which paragraphs had been merged, split, dropped and inserted at random; priors are kept milder
 * than those sets would like, because real translations differ from them.
 */
export const weights = {
  /** Log prior of a bead by its shape, rows of the smaller side first; a side of 0 is a row without a partner. */
  prior01: Math.log(0.03),
  prior11: Math.log(0.8),
  prior12: Math.log(0.055),
  prior13: Math.log(0.004),
  prior22: Math.log(0.007),
  prior23: Math.log(0.002),
  prior33: Math.log(0.0007),
  /** Two rows with a stranger between them against one row. */
  priorHole: Math.log(0.001),
  /** Standard deviation of the log ratio of lengths: constant part, and part that shrinks with length (squared). */
  lengthBase: 0.14 ** 2,
  lengthShort: 1.4,
  /** Share of beads whose lengths have nothing to do with each other. */
  lengthOutlier: 0.03,
  /** Width of the kernel over the document's own log lengths. */
  lengthKernel: 0.25,
  /** A link's share may outweigh chance by this factor at most. */
  maxRatio: 30,
  sentences: 0.8,
  sentenceRate: 0.12,
  /** Rows above which a text is weighed in pieces. */
  longText: 100,
  lexical: 1,
  number: 0.9,
  word: 0.8,
  shortWord: 0.4,
  functionWord: 0.15,
  cognate: 0.85,
  cognateMin: 0.3,
  shape: 0.4,
  term: 0.8,
  kind: 0.5,
  lexicon: 1,
  lexiconMin: 0.15,
  nullGain: 0.5,
  toll: 0,
  beadBonus: 0,
}
