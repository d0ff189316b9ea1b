/**
 * How far two texts are translations of each other at all. Lengths alone align anything with anything, and surely: a
 * recipe of five paragraphs with the launch of a ship. So a pair is asked what its words say for its beads, a row. News and
 * newsletters in two languages of one release had .57 and more, 1.06 and more in 99 of 100 pairs; of two releases .25
 * and less in three of four, and what had more shared boilerplate.
 */

/** Evidence of words a row at which it is even whether the texts are related. */
const EVEN = 0.5
const SLOPE = 6
/** Short texts are believed what the release says: so many rows, with so much evidence each, are added. */
const PRIOR_ROWS = 2
const PRIOR_WORDS = 1.5

/** Between 0 and 1, of the log likelihood ratio that the words of likely beads give, and the rows of the shorter text. */
export function relatedness(words: number, rows: number): number {
  const mean = (words + PRIOR_ROWS * PRIOR_WORDS) / (rows + PRIOR_ROWS)
  return 1 / (1 + Math.exp(-SLOPE * (mean - EVEN)))
}

/** For every pair the better of its own relatedness and that by way of a third text. */
export function relatedTexts(own: readonly (readonly number[])[]): number[][] {
  return own.map((row, a) =>
    row.map((direct, b) => {
      let best = direct
      for (let c = 0; c < own.length; c++)
        if (c !== a && c !== b) best = Math.max(best, Math.min(own[a]![c]!, own[c]![b]!))
      return best
    }),
  )
}
