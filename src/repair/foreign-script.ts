/**
 * No repair brings a script into a text that its language is not written in. Where the language is given, always; where
 * it was told by the text as it came, if the script would be that of a few words only: in a text that is mostly of
 * another script once repaired, what stood undamaged (names, a contact block) told the wrong language. Single letters
 * are signs (`β`, `π`). A reading that is refused is damage that stays, and is listed.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Repair } from '../model.js'
import { likeliestPack } from '../words/vote.js'

/** So many of hundred letters of the repaired text may be foreign, and the undamaged words still tell its language. */
const FEW = 5
/** Shorter texts tell no language. */
const LETTERS_THAT_TELL = 200

const foreignTo = {
  Latn: /[^\P{L}\p{Script=Latin}]{2}/u,
  Hebr: /[^\P{L}\p{Script=Latin}\p{Script=Hebrew}]{2}/u,
} as const
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
  const foreign = suspects.filter(
    r => foreignTo[language.script].test(r.after) && !foreignTo[language.script].test(r.before),
  )
  if (pack === undefined) {
    const letters = lettersIn(text)
    const brought = foreign.reduce((sum, r) => sum + lettersIn(r.after), 0)
    if (letters < LETTERS_THAT_TELL || brought * 100 > letters * FEW) return new Set()
  }
  return new Set(foreign)
}

const lettersIn = (text: string) => text.match(/\p{L}/gu)?.length ?? 0
