/** Where a text spells the label of a host name: `elbwerkkiel` is `Elbwerk-Kiel`, `abc` is `ABC`. */
import { eat } from '../tokens/alternation.js'
import { isAsciiCapital, isSpace } from '../tokens/characters.js'

const NO_LETTER_BEFORE = /(?<![\p{L}@.])/iuy
const NO_LETTER_BEHIND = /(?![\p{L}@.]\p{L})/iuy
/** A label this short spells too many words: the text must have it in capitals. */
const SHORT_LABEL = 3
const HYPHEN = 0x2d

/** The first place of a text that spells a label with a capital and is no part of a longer word. */
export function spelledIn(text: string, label: string): string | null {
  for (let at = 0; at < text.length; at++) {
    const end = spelledAt(text, at, label)
    if (end === null || !eat(NO_LETTER_BEFORE, text, at) || !eat(NO_LETTER_BEHIND, text, end)) continue
    const name = text.slice(at, end)
    if (/^\p{Lu}/u.test(name) && (label.length > SHORT_LABEL || name === name.toUpperCase())) return name
  }
  return null
}

/** Where a label ends that a text spells from here, with a blank or a hyphen between any two of its letters. */
function spelledAt(text: string, from: number, label: string): number | null {
  let at = from
  for (let k = 0; k < label.length; k++) {
    const code = text.charCodeAt(at)
    if (k > 0 && (code === HYPHEN || isSpace(code))) at++
    const letter = text.charCodeAt(at++)
    if (smallCode(letter) === label.charCodeAt(k)) continue
    const ascii = letter > 0x7f ? asciiOf(text[at - 1]!).find(plain => label.startsWith(plain, k)) : undefined
    if (ascii === undefined) return null
    k += ascii.length - 1
  }
  return at
}

/** How host names write letters beyond a to z: `groen` and `gron` are `grøn`. */
const ASCII: Readonly<Record<string, readonly string[]>> = {
  ø: ['oe', 'o'],
  å: ['aa', 'a'],
  æ: ['ae'],
  ä: ['ae', 'a'],
  ö: ['oe', 'o'],
  ü: ['ue', 'u'],
  ß: ['ss'],
}
const asciiOf = (letter: string): readonly string[] =>
  ASCII[letter.toLowerCase()] ??
  [
    letter
      .normalize('NFD')
      .replace(/\P{ASCII}/gu, '')
      .toLowerCase(),
  ].filter(Boolean)

/** Of a letter a to z, in the simple case folding of Unicode: a long s and the sign of Kelvin are s and k. */
const smallCode = (code: number) =>
  isAsciiCapital(code) ? code + 32 : code === 0x17f ? 0x73 : code === 0x212a ? 0x6b : code
