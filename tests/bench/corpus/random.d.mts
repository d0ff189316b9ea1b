/** Types of the seeded random numbers, for the tests. */
export interface Random {
  /** From 0 to 1, without 1. */
  next(): number
  /** A whole number below the count. */
  below(count: number): number
  chance(share: number): boolean
  of<T>(list: readonly T[]): T
  between(least: number, most: number): number
}
export function hashOf(...keys: readonly (string | number)[]): number
export function randomOf(...keys: readonly (string | number)[]): Random
