/**
 * How far two texts are translations of each other at all. Lengths alone align anything with anything, and surely: a
 * recipe of five paragraphs with the launch of a ship. So a pair is asked what its words say for its beads, a row.
 */

/**
 * Evidence of words a row at which it is even whether the texts are related. Of `npm run eval -- DIR alignment --set 'two
 * texts side by side,unrelated texts side by side'` 1.7 % of the units of unrelated texts have a confidence of .9 and more
 * (15.3 % where nothing is asked, 2.4 % at .25, 1.2 % at .75), and of translations 96.3 % (96.5 %, 96.5 %, 95.8 %).
 */
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
