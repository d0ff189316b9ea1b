/** The door of `text/beads.ts` for those who know beads as a part of aligning; records need them too, a floor below. */
export { beadsOf, inOrder } from '../text/beads.js'
