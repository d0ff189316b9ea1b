/**
 * The name of a language that parawire has no pack for: what an analyst asks of the files that are left in `und`. The
 * only door to franc, which knows 187 languages; loading its trigrams takes some 20 ms, so only `parawire detect` does.
 */
import { franc } from 'franc'
import { packs } from '../languages/index.js'
import { sample } from './tokens.js'

const RULED_OUT = packs.map(({ iso639_3 }) => iso639_3)

/** The BCP 47 tag of the likeliest language without a pack; null where franc names none. */
export function otherLanguage(text: string): string | null {
  const code = franc(sample(text), { ignore: RULED_OUT })
  return code === 'und' ? null : Intl.getCanonicalLocales(code)[0]!
}
