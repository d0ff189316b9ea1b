/**
 * Control characters that no text has: C0 other than tab, line ends and form feed, and DEL. They are taken out, each
 * run by an entry of the log. C1 controls are left: they are bytes that mojibake has yet to be read from.
 */
import { type Ground, type Pass, replaced } from './pass.js'

const ground: Ground = { kind: 'control', evidence: 'pattern', lossy: false, confidence: 1 }

/** Remove control characters. */
export function repairControls(text: string): Pass {
  const found = text.matchAll(/[\0-\x08\x0b\x0e-\x1f\x7f]+/g)
  return { repairs: Array.from(found, match => replaced(text, match.index, match[0].length, '', ground)) }
}
