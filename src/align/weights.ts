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
  /** Trust in numbers of sentences, weighed against chance. At .8 texts without words in common lose .0012; others are the same. */
  sentences: 1,
  /** How often a translation has one sentence more or less, in a short paragraph. */
  sentenceRate: 0.12,
  /** Rows above which a text is weighed in pieces. */
  longText: 70,
  /** Trust in words. Between 0.8 and 1.2 it makes no difference. */
  lexical: 1,
  /** Strength of links: how sure it is that two rows with the two types belong together. */
  number: 0.9,
  word: 0.8,
  shortWord: 0.4,
  functionWord: 0.15,
  term: 0.8,
  shape: 0.4,
  kind: 0.5,
  /** Cognates: the cosine of their 4-grams is the strength, from the least that counts up to the most. */
  cognateMin: 0.3,
  cognate: 0.85,
  /** What a row without a partner, rightly left alone, is worth against a right bead: scores count both sides. */
  nullGain: 0.5,
  /**
   * What every bead must be worth where third texts have been asked. Their witness spreads belief over more beads, and two
   * that are half believed were taken for one: strict F1 of six declarations whose headings are merged .949 and .980 with 0
   * (both halves), .950 and .983 with .1; news .9977 with both. At .2 sentences lose .001 to .003. Two texts gain nothing.
   */
  beadCost: 0.1,
}
