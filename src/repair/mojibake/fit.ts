/**
 * How likely a character is that a sequence would become: letters and marks of Europe are what mojibake mostly was,
 * other living scripts stand in words of their own, and a letter keeps the case and the alphabet of its neighbours.
 */
import { classOf, LOWER, scriptOf, UPPER } from './char-classes.js'

/** Letters of European languages and the marks of print, by range: these are what mojibake mostly was. */
const USUAL: readonly (readonly [number, number])[] = [
  [0xa0, 0x17f],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x218, 0x21b],
  [0x1ea0, 0x1ef9],
  [0x200b, 0x2027],
  [0x202f, 0x203a],
  [0x2070, 0x209f],
  [0x20ac, 0x20ac],
  [0x2116, 0x2122],
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
  [0x2500, 0x27bf],
  [0x3000, 0x3002],
  [0xfb00, 0xfb06],
  [0xfe0f, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfffd, 0xfffd],
  [0x1f000, 0x1faff],
]
/** Scripts that much is written in; one letter alone is not enough. */
const SCRIPTS: readonly (readonly [number, number])[] = [
  [0x18f, 0x18f],
  [0x1cd, 0x1dc],
  [0x259, 0x259],
  [0x2bb, 0x2bf],
  [0x300, 0x331],
  [0x386, 0x3ce],
  [0x400, 0x45f],
  [0x490, 0x4ff],
  [0x531, 0x587],
  [0x5b0, 0x5f4],
  [0x600, 0x6ff],
  [0x900, 0x1100],
  [0x1e00, 0x1fff],
  [0x2000, 0x2bff],
  [0x3000, 0x9fff],
  [0xac00, 0xd7a3],
  [0xf900, 0xffef],
  [0x10000, 0x3ffff],
]

const within = (ranges: readonly (readonly [number, number])[], code: number) =>
  ranges.some(([from, to]) => code >= from && code <= to)

/** By code point below 10000, once asked: the worth and 2. */
const worths = new Int8Array(0x10000)

/** How usual a character is: 1 letters and marks of Europe, 0 other living scripts, -1 the rest. */
export function worthOf(code: number): number {
  if (code > 0xffff) return within(USUAL, code) ? 1 : 0
  const kept = worths[code]!
  if (kept) return kept - 2
  const worth = within(USUAL, code) ? 1 : within(SCRIPTS, code) ? 0 : -1
  worths[code] = worth + 2
  return worth
}

/**
 * What speaks for and against a character between `before` and `after` (code points, as they will read). That it mixes
 * alphabets says nothing where what stands there does so too (`clashed`): it may be mojibake once more.
 */
export function fitOf(code: number, before: number, after: number, clashed: boolean): number {
  let fit = code < 0xa0 ? -1 : worthOf(code)
  const script = scriptOf(code)
  const left = scriptOf(before)
  const right = scriptOf(after)
  if (script > 1) {
    const same = Number(left === script) + Number(right === script)
    if (fit >= 0) fit += same
    if (same === 0 && script > 3 && script < 7) fit -= 1
    if (script > 6 && ((left > 1 && left < 7) || (right > 1 && right < 7))) fit -= 2
    if (!clashed && (left === 1 || right === 1) && script < 7) fit -= 2
  }
  if (script === 1 && !clashed && ((left > 1 && left < 7) || (right > 1 && right < 7))) fit -= 2
  if (script !== 1 || code > 0xffff) return fit
  const own = classOf(code)
  if (own === UPPER && before <= 0xffff && classOf(before) === LOWER) fit -= 1
  if (
    own === LOWER &&
    before <= 0xffff &&
    classOf(before) === UPPER &&
    !(after <= 0xffff && classOf(after) === LOWER)
  ) {
    fit -= 1
  }
  return fit
}
