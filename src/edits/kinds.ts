/** The kinds of repairs, as values. */
import type { LayoutKind, RepairKind } from '../model.js'

const LAYOUT_KINDS: ReadonlySet<RepairKind> = new Set<LayoutKind>([
  'unwrap',
  'hyphen',
  'break',
  'space',
  'prefix',
  'marker',
  'running-head',
])

/** Does a kind of repair undo layout rather than damage? */
export const isLayout = (kind: RepairKind): boolean => LAYOUT_KINDS.has(kind)
