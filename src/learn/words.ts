/**
 * The words of a text that are worth learning, with the word before each. A word is a run of letters of the language's
 * script, in lower case; apostrophes and hyphens part words, as they do where repairs look words up. Addresses, words
 * with digits, and what stands beside a `?` inside a word are left out. Neighbours have neither the end of a sentence
 * nor something left out between them. Linear in the text.
 */
import type { LanguagePack } from '../languages/pack.js'

const TOKEN = /\S+/g
const WORD = /[\p{L}\p{M}\p{N}]+/gu
const ADDRESS = /:\/\/|www\.|[@\\=_]|\/\S*\/|\.(?:com|net|org|eu|html?|pdf)\b/i
const PAUSE = /[.!?:;…]/
/** A genuine question ends a token; these stand where a letter was lost. */
const DAMAGE = /\ufffd|\?[\p{L}\p{M}]/u
/** Longer runs are no words, and longer tokens no prose. */
const LONGEST = 40
const LONGEST_TOKEN = 200
const ASCII = /^[a-z]+$/
/** A capital and a small letter: of a word in capitals the first says nothing. */
const CAPITAL = /^\p{Lu}[\p{Ll}\p{M}]/u
const OF_SCRIPT = { Latn: /^[\p{Script=Latin}\p{M}]+$/u, Hebr: /^[\p{Script=Hebrew}\p{M}]+$/u } as const

/** Told of a word in lower case, the word before it (null where it has no neighbour), and whether it has a capital. */
export type Visit = (word: string, before: string | null, isCapital: boolean) => void

/** Calls `visit` for every word, in order. */
export function overWords(text: string, pack: Pick<LanguagePack, 'script'>, visit: Visit): void {
  let before: string | null = null
  for (const [token] of text.normalize('NFC').matchAll(TOKEN)) {
    if (token.length > LONGEST_TOKEN || ADDRESS.test(token) || DAMAGE.test(token)) {
      before = null
      continue
    }
    let last = 0
    for (const match of token.matchAll(WORD)) {
      const word = match[0].toLowerCase()
      if (PAUSE.test(token.slice(last, match.index))) before = null
      last = match.index + match[0].length
      const isWord =
        word.length <= LONGEST && (ASCII.test(word) ? pack.script === 'Latn' : OF_SCRIPT[pack.script].test(word))
      if (isWord) visit(word, before, CAPITAL.test(match[0]))
      before = isWord ? word : null
    }
    if (PAUSE.test(token.slice(last))) before = null
  }
}
