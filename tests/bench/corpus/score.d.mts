/** Types of the scores of groups, for the tests. */
export interface Measure {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}
export function truthOf(manifest: string): Map<string, string>
export function groupsOf(records: string): Promise<string[][]>
export function scoreOf(
  truth: ReadonlyMap<string, string>,
  groups: readonly (readonly string[])[],
): { readonly pairwise: Measure; readonly bcubed: Measure; readonly exact: number }
