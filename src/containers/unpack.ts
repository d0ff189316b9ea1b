/**
 * Deflated bytes, unpacked within limits: a few kilobytes can hold gigabytes of one letter. What is above a limit is refused
 * while it is unpacked, whatever size the archive states.
 */
import { gunzipSync, inflateRawSync } from 'node:zlib'
import { type Budget, reasonOf } from './inner.js'

/**
 * A text of a release deflates to a third, a table of like rows to a fiftieth; deflate cannot do more than 1032 to 1, and
 * what comes near it says nothing.
 */
const MOST_RATIO = 200
/** Below this size a ratio does no harm: a page of blanks. */
const RATIO_FREE = 2 ** 20

export interface Limits {
  readonly maxBytes: number
  readonly budget: Budget
}

export type Unpacked =
  | { readonly bytes: Uint8Array }
  | { readonly code: 'TOO_LARGE' | 'UNREADABLE'; readonly message: string }

/** Unpacked bytes, which the budget pays, or why not. `kind` is the frame that they come in. */
export function unpack(packed: Uint8Array, kind: 'gzip' | 'raw', { maxBytes, budget }: Limits): Unpacked {
  const byRatio = Math.max(RATIO_FREE, packed.length * MOST_RATIO)
  const most = Math.min(maxBytes, budget.bytes, byRatio)
  if (most < 1) return tooLarge(overBudget)
  try {
    const bytes = (kind === 'gzip' ? gunzipSync : inflateRawSync)(packed, { maxOutputLength: most })
    budget.bytes -= bytes.length
    return { bytes }
  } catch (error) {
    if (!isOverLimit(error)) return { code: 'UNREADABLE', message: `it is broken or cut short (${reasonOf(error)})` }
    budget.bytes -= most
    if (most === maxBytes) return tooLarge(overSize(maxBytes))
    return tooLarge(most === byRatio ? `it unpacks to more than ${MOST_RATIO} times its size` : overBudget)
  }
}

/** Stored bytes count as if they had been unpacked: the same bytes may be listed a thousand times. */
export function stored(bytes: Uint8Array, { maxBytes, budget }: Limits): Unpacked {
  if (bytes.length > maxBytes) return tooLarge(overSize(maxBytes))
  if (bytes.length > budget.bytes) return tooLarge(overBudget)
  budget.bytes -= bytes.length
  return { bytes }
}

const tooLarge = (message: string) => ({ code: 'TOO_LARGE', message }) as const

export const overSize = (maxBytes: number) =>
  `it unpacks to more than the ${maxBytes} bytes that are read of a file; unpack it and split it, or read it with --max-bytes`

const overBudget = 'the archive unpacks to more than is read of one file; unpack it into a folder'

const isOverLimit = (error: unknown) =>
  error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
