/**
 * Control characters that no text has. C0 other than tab, line ends and form feed, and DEL, are taken out, each run by
 * an entry of the log. C1 controls that mojibake has not claimed are bytes of windows-1252 that were read as latin-1
 * (the HTML standard reads them so too): 93 and 94 are quotation marks, 96 a dash. 85 is an ellipsis by that table and
 * a line end by its name (NEL): it is read as an ellipsis unless it stands where lines end and nothing else ends them.
 * The five bytes that windows-1252 has no character for stay.
 */
import { charsetTable } from '../charsets/charset.js'
import { type Ground, NOTHING, type Pass, replaced } from './pass.js'

const ground: Ground = { kind: 'control', evidence: 'pattern', lossy: false, confidence: 1 }
const misread: Ground = { kind: 'mojibake', evidence: 'round-trip', lossy: false, confidence: 1 }

/** Remove control characters. */
export function repairControls(text: string): Pass {
  if (!/[\0-\x08\x0b\x0e-\x1f\x7f]/.test(text)) return NOTHING
  const found = text.matchAll(/[\0-\x08\x0b\x0e-\x1f\x7f]+/g)
  return { repairs: Array.from(found, match => replaced(text, match.index, match[0].length, '', ground)) }
}

/** Read C1 controls as windows-1252; after the repair of mojibake, whose bytes they may be. */
export function repairC1(text: string): Pass {
  if (!/[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]/.test(text)) return NOTHING
  const { chars } = charsetTable('windows-1252')
  const lineEnds = !text.includes('\n') && !/[\x80\x82-\x84\x86-\x8c\x8e\x91-\x9c\x9e\x9f]/.test(text)
  const found = text.matchAll(/[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]+/g)
  const repairs = Array.from(found, match => {
    const meant = Array.from(match[0], char =>
      char === '\x85' && lineEnds && endsLine(text, match.index) ? char : chars[char.charCodeAt(0)]!,
    )
    return replaced(text, match.index, match[0].length, meant.join(''), misread)
  })
  return { repairs: repairs.filter(r => r.before !== r.after) }
}

/** Behind a sentence, before a capital or another of its kind. */
const endsLine = (text: string, at: number) =>
  /[.!?:;,\p{L}\p{N}]/u.test(text[at - 1] ?? '.') && /^(?:[\p{Lu}\p{N}\x85]|$)/u.test(text.slice(at + 1, at + 2))
