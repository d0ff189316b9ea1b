/**
 * Which quotations are open where: none, one, or one inside it. Every run with lost characters has several readings,
 * and marks that are still there may open or close; all ways through the text are weighed together, forwards and
 * backwards (the forward-backward algorithm of hidden Markov models, three states). Readings without a mark leave the
 * states alone, so most runs cost nothing here.
 */
import { kept } from '../../words/kept.js'
import { CLOSE, OPEN, type Option, SWALLOWED, SWALLOWED_APOSTROPHE } from './option.js'
import type { Mark, Piece } from './places.js'

/** A run and its readings. */
export interface Read extends Piece {
  readonly choices: Choices
}

/** Readings of a run, and what of them is the same in every document. */
export interface Choices {
  readonly options: readonly Option[]
  /** Null where none of them has a quotation mark, else what the marks of each do. */
  readonly moves: readonly Move[] | null
  /** Has one of them an opening mark that swallowed a space? */
  readonly swallows: boolean
  /** Where no character costs anything: the weights, the shares if there are no moves, and the matrix if there are. */
  readonly weights: Float64Array
  readonly shares: Shares | null
  readonly matrix: Float64Array | null
}

export function choicesOf(options: readonly Option[]): Choices {
  const moves = options.some(o => o.chars.some(isMark)) ? options.map(o => moveOf(effectOf(o.chars))) : null
  const weights = weightsOf(options, null)
  return {
    options,
    moves,
    swallows: options.some(o => o.chars.some(c => c === SWALLOWED || c === SWALLOWED_APOSTROPHE)),
    weights,
    shares: moves ? null : normal(weights),
    matrix: moves && readMatrix(moves, weights),
  }
}

/** Weights of readings, the heaviest 1; `cost` is what each character costs, as a power of ten. */
function weightsOf(options: readonly Option[], cost: ((char: string) => number) | null): Float64Array {
  const weights = new Float64Array(options.length)
  let best = -Infinity
  for (let k = 0; k < options.length; k++) {
    const { chars, score } = options[k]!
    let sum = score
    if (cost) for (let i = 0; i < chars.length; i++) if (chars[i] !== null) sum += cost(chars[i]!)
    weights[k] = sum
    if (sum > best) best = sum
  }
  for (let k = 0; k < weights.length; k++) weights[k] = 10 ** (weights[k]! - best)
  return weights
}

/** Shares of the readings of a run; where they have marks, each reading's likeliest state before it. */
export interface Shares {
  readonly of: Float64Array
  readonly states: Uint8Array | null
}

const isMark = (char: string | null) => char === OPEN || char === CLOSE || char === SWALLOWED

/** The runs that have readings with a mark (as their numbers) and the marks, in the order of the text. */
export function inOrder(reads: readonly Read[], marks: readonly Mark[]): (number | Mark['kind'])[] {
  const items: (number | Mark['kind'])[] = []
  let next = 0
  for (let i = 0; i < reads.length; i++) {
    if (!reads[i]!.choices.moves) continue
    while (next < marks.length && marks[next]!.start < reads[i]!.start) items.push(marks[next++]!.kind)
    items.push(i)
  }
  while (next < marks.length) items.push(marks[next++]!.kind)
  return items
}

/**
 * The share of each reading of every run among all ways through the text; `cost` is what a character costs, and null
 * where only opening marks that swallowed a space cost anything, or nothing does.
 */
export function sharesOf(
  items: readonly (number | Mark['kind'])[],
  reads: readonly Read[],
  cost: (char: string) => number,
  free: boolean,
): Shares[] {
  const weights: Float64Array[] = new Array(reads.length)
  const shares: Shares[] = new Array(reads.length)
  for (let i = 0; i < reads.length; i++) {
    const { choices } = reads[i]!
    const plain = choices.options.length === 1 || (free && !choices.swallows)
    weights[i] = plain ? choices.weights : weightsOf(choices.options, cost)
    if (!choices.moves) shares[i] = plain ? choices.shares! : normal(weights[i]!)
  }
  const matrices: Float64Array[] = new Array(items.length)
  const alphas = new Float64Array((items.length + 1) * STATES)
  alphas[0] = 1
  for (let i = 0; i < items.length; i++) {
    const matrix = matrixOf(items[i]!, reads, weights)
    matrices[i] = matrix
    const from = i * STATES
    for (let s = 0; s < STATES; s++)
      for (let t = 0; t < STATES; t++) alphas[from + STATES + t]! += alphas[from + s]! * matrix[s * STATES + t]!
    scale(alphas, from + STATES, STATES)
  }
  let beta: Float64Array = Float64Array.of(1, 10 ** OPEN_AT_BREAK, 10 ** (2 * OPEN_AT_BREAK))
  let before: Float64Array = new Float64Array(STATES)
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i]!
    if (typeof item === 'number')
      shares[item] = readShares(reads[item]!.choices.moves!, weights[item]!, alphas, i * STATES, beta)
    const matrix = matrices[i]!
    for (let s = 0; s < STATES; s++) {
      before[s] = 0
      for (let t = 0; t < STATES; t++) before[s]! += matrix[s * STATES + t]! * beta[t]!
    }
    scale(before, 0, STATES)
    ;[beta, before] = [before, beta]
  }
  return shares
}

function matrixOf(item: number | Mark['kind'], reads: readonly Read[], weights: readonly Float64Array[]): Float64Array {
  if (typeof item !== 'number') return MARK_MATRICES.get(item)!
  const { choices } = reads[item]!
  return weights[item] === choices.weights ? choices.matrix! : readMatrix(choices.moves!, weights[item]!)
}

const CERTAIN: Shares = { of: Float64Array.of(1), states: null }

/** The shares of readings without marks. */
function normal(weights: Float64Array): Shares {
  if (weights.length === 1) return CERTAIN
  const of = weights.slice()
  scale(of, 0, of.length)
  return { of, states: null }
}

function readMatrix(moves: readonly Move[], weights: Float64Array): Float64Array {
  const matrix = new Float64Array(STATES * STATES)
  for (let k = 0; k < moves.length; k++) addMove(matrix, weights[k]!, moves[k]!)
  return matrix
}

function readShares(
  moves: readonly Move[],
  weights: Float64Array,
  alphas: Float64Array,
  from: number,
  beta: Float64Array,
): Shares {
  const shares = new Float64Array(moves.length)
  const states = new Uint8Array(moves.length)
  for (let k = 0; k < moves.length; k++) {
    const { next, odds } = moves[k]!
    let most = -1
    for (let s = 0; s < STATES; s++) {
      const share = alphas[from + s]! * weights[k]! * odds[s]! * beta[next[s]!]!
      shares[k]! += share
      if (share > most) {
        most = share
        states[k] = s
      }
    }
  }
  scale(shares, 0, shares.length)
  return { of: shares, states }
}

/** Make `length` values from `from` on sum to 1. */
function scale(values: Float64Array, from: number, length: number): void {
  let sum = 0
  for (let i = from; i < from + length; i++) sum += values[i]!
  for (let i = from; i < from + length; i++) values[i] = sum > 0 ? values[i]! / sum : 1 / length
}

// --- moves ---------------------------------------------------------------------------------------------------------------
// What quotation marks do to the three states of a text: those that are still there, and those of a reading; and what it
// costs where they are not due.

const STATES = 3

// Costs of quotation marks where they are not due, as powers of ten.
const OPENED_INSIDE = -1
const OPENED_TOO_OFTEN = -4
const CLOSED_UNOPENED = -2.2
const KEPT_UNOPENED = -2.5
const OPEN_AT_BREAK = -1.2
const CARRIED_OVER = -1.6

/** What becomes of each state, and the odds against it. */
interface Move {
  readonly next: readonly number[]
  readonly odds: readonly number[]
}

const moveFrom = (next: readonly number[], cost: readonly number[]): Move => ({ next, odds: cost.map(c => 10 ** c) })

/** What a mark that is still there does to the three states, in two ways; the likelier first. */
const MARK_MOVES: Record<Mark['kind'], readonly Move[]> = {
  open: [moveFrom([1, 1, 2], [0, -1.5, -3]), moveFrom([1, 2, 2], [-9, -1.5, -9])],
  close: [moveFrom([0, 0, 0], [KEPT_UNOPENED, 0, -0.5]), moveFrom([0, 0, 1], [-9, -9, -0.5])],
  'single-open': [moveFrom([1, 2, 2], [-0.3, 0, -2]), moveFrom([0, 1, 2], [-0.3, -0.5, -0.5])],
  'single-close': [moveFrom([0, 0, 1], [-0.9, -0.1, 0]), moveFrom([0, 1, 2], [-9, -0.5, -0.5])],
  break: [
    moveFrom([0, 0, 0], [0, OPEN_AT_BREAK, 2 * OPEN_AT_BREAK]),
    moveFrom([0, 1, 1], [-9, CARRIED_OVER, 2 * CARRIED_OVER]),
  ],
}

/** Three by three: what goes from a state (row) to a state (column). */
function addMove(matrix: Float64Array, weight: number, { next, odds }: Move): void {
  for (let s = 0; s < STATES; s++) matrix[s * STATES + next[s]!]! += weight * odds[s]!
}

const MARK_MATRICES = new Map(
  Object.entries(MARK_MOVES).map(([kind, moves]) => [kind, readMatrix(moves, Float64Array.of(1, 1))]),
)

/** More effects than readings have. */
const MOVES_KEPT = 1000

/** What the marks of a reading do to the states: `o` opens a quotation and `c` closes one. */
const moveOf = kept(MOVES_KEPT, (effect): Move => {
  const ways = [0, 1, 2].map(s => stepThrough(effect, s))
  return moveFrom(
    ways.map(w => w.next),
    ways.map(w => w.cost),
  )
})

/** The state behind such marks, and what they cost where they are not due. */
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

/** The marks of a reading. */
export function effectOf(chars: readonly (string | null)[]): string {
  let effect = ''
  for (const char of chars) {
    if (char === OPEN || char === SWALLOWED) effect += 'o'
    else if (char === CLOSE) effect += 'c'
  }
  return effect
}
