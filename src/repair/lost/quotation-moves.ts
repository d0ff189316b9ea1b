/**
 * What quotation marks do to the three states of a text (no quotation open, one, or one inside it): those that are
 * still there, and those of a reading; and what it costs where they are not due.
 */
import { CLOSE, OPEN, SWALLOWED } from './marks.js'
import type { Mark } from './places.js'

export const STATES = 3

// Costs of quotation marks where they are not due, as powers of ten.
const OPENED_INSIDE = -1
const OPENED_TOO_OFTEN = -4
const CLOSED_UNOPENED = -2.2
const KEPT_UNOPENED = -2.5
export const OPEN_AT_BREAK = -1.2
const CARRIED_OVER = -1.6

/** What becomes of each state, and the odds against it. */
export interface Move {
  readonly next: readonly number[]
  readonly odds: readonly number[]
}

/** The same, with costs as powers of ten. */
type Way = readonly [next: readonly number[], cost: readonly number[]]

const moveFrom = ([next, cost]: Way): Move => ({ next, odds: cost.map(c => 10 ** c) })

/** What a mark that is still there does to the three states, as powers of ten; the likelier way first. */
const MARK_MOVES: Record<Mark['kind'], readonly Way[]> = {
  open: [
    [
      [1, 1, 2],
      [0, -1.5, -3],
    ],
    [
      [1, 2, 2],
      [-9, -1.5, -9],
    ],
  ],
  close: [
    [
      [0, 0, 0],
      [KEPT_UNOPENED, 0, -0.5],
    ],
    [
      [0, 0, 1],
      [-9, -9, -0.5],
    ],
  ],
  'single-open': [
    [
      [1, 2, 2],
      [-0.3, 0, -2],
    ],
    [
      [0, 1, 2],
      [-0.3, -0.5, -0.5],
    ],
  ],
  'single-close': [
    [
      [0, 0, 1],
      [-0.9, -0.1, 0],
    ],
    [
      [0, 1, 2],
      [-9, -0.5, -0.5],
    ],
  ],
  break: [
    [
      [0, 0, 0],
      [0, OPEN_AT_BREAK, 2 * OPEN_AT_BREAK],
    ],
    [
      [0, 1, 1],
      [-9, CARRIED_OVER, 2 * CARRIED_OVER],
    ],
  ],
}

/** Three by three: what goes from a state (row) to a state (column). */
export function addMove(matrix: Float64Array, weight: number, { next, odds }: Move): void {
  for (let s = 0; s < STATES; s++) matrix[s * STATES + next[s]!]! += weight * odds[s]!
}

const markMatrices = new Map<string, Float64Array>()

export function markMatrix(kind: Mark['kind']): Float64Array {
  let matrix = markMatrices.get(kind)
  if (!matrix) {
    matrix = new Float64Array(STATES * STATES)
    for (const way of MARK_MOVES[kind]) addMove(matrix, 1, moveFrom(way))
    markMatrices.set(kind, matrix)
  }
  return matrix
}

const moves = new Map<string, Move>()

/** What the marks of a reading do to the states: `o` opens a quotation and `c` closes one. */
export function moveOf(effect: string): Move {
  let found = moves.get(effect)
  if (!found) {
    const ways = [0, 1, 2].map(s => stepThrough(effect, s))
    found = moveFrom([ways.map(w => w.next), ways.map(w => w.cost)])
    moves.set(effect, found)
  }
  return found
}

export function stepThrough(effect: string, from: number): { next: number; cost: number } {
  let next = from
  let cost = 0
  for (const sign of effect) {
    if (sign === 'o') {
      cost += next === 0 ? 0 : next === 1 ? OPENED_INSIDE : OPENED_TOO_OFTEN
      next = Math.min(next + 1, STATES - 1)
    } else {
      if (next === 0) cost += CLOSED_UNOPENED
      next = Math.max(next - 1, 0)
    }
  }
  return { next, cost }
}

export function effectOf(chars: readonly (string | null)[]): string {
  let effect = ''
  for (const char of chars) {
    if (char === OPEN || char === SWALLOWED) effect += 'o'
    else if (char === CLOSE) effect += 'c'
  }
  return effect
}
