/**
 * No repair brings a script into a text that its language is not written in. Where the language is given, always; where it
 * was told by the text as it came, if the script would be that of a few words only: in a text that is mostly of another
 * script once repaired, what stood undamaged (names, a contact block) told the wrong language. Single letters are signs
 * (`β`, `π`), but for a letter or a digit inside a word, of a script that no signs are taken from. A reading that is
 * refused is damage that stays, and is listed.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Repair } from '../model.js'
import { HEBREW, LATIN, traitsOf } from '../tokens/characters.js'
import { likeliestPack } from '../words/vote.js'

/** So many of hundred letters of the repaired text may be foreign, and the undamaged words still tell its language. */
const FEW = 5
/** Shorter texts tell no language. */
const LETTERS_THAT_TELL = 200

const foreignTo = {
  Latn: /[^\P{L}\p{Script=Latin}]{2}/u,
  Hebr: /[^\P{L}\p{Script=Latin}\p{Script=Hebrew}]{2}/u,
} as const
/** A letter or a digit of a script that no signs are taken from. */
const ONE = /[^\P{L}\p{Script=Latin}\p{Script=Greek}]|[^\P{Nd}0-9]/u
const latin = /[^\0-\u02ff\u1e00-\u1eff\u2000-\u2bff]/

/** The repairs of `text` that would bring a foreign script into it. `pack` is the language where it is given. */
export function foreignRepairs(
  text: string,
  repairs: readonly Repair[],
  packs: readonly LanguagePack[],
  pack: LanguagePack | undefined,
): ReadonlySet<Repair> {
  const suspects = repairs.filter(r => latin.test(r.after))
  const language = pack ?? (suspects.length > 0 ? likeliestPack(text, packs) : null)
  if (!language) return new Set()
  const foreign = suspects.filter(r => bringsScript(text, r, foreignTo[language.script]))
  if (pack === undefined) {
    const letters = lettersIn(text)
    const brought = foreign.reduce((sum, r) => sum + lettersIn(r.after), 0)
    if (letters < LETTERS_THAT_TELL || brought * 100 > letters * FEW) return new Set()
  }
  return new Set(foreign)
}

/** Letters of the script side by side, or one in a word of another. */
function bringsScript(text: string, { start, end, before, after }: Repair, several: RegExp): boolean {
  if (several.test(after)) return !several.test(before)
  if (!ONE.test(after) || ONE.test(before)) return false
  return isOfWord(text.charCodeAt(start - 1)) || isOfWord(text.charCodeAt(end))
}

const isOfWord = (code: number) => (traitsOf(code) & (LATIN | HEBREW)) !== 0

const lettersIn = (text: string) => text.match(/\p{L}/gu)?.length ?? 0
