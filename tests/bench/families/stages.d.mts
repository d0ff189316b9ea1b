/** Types of the measuring of stages, for the tests. */
export type Times = Record<string, number>
export function fileTimes(parts: Readonly<Record<string, unknown>>, bytes: Uint8Array): Times
export function releaseTimes(
  parts: Readonly<Record<string, unknown>>,
  texts: readonly Uint8Array[],
): { readonly times: Times; readonly record: unknown }
export function keepLeast(least: Times, times: Times): Times
