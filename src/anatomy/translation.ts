/**
 * Whether a release says that it is a translation, and which version counts. The words for it are the pack's: one for
 * translating or for the original, and in the same sentence one for what prevails. Of the languages and the words for the
 * original in that sentence, the nearest before the prevailing word is meant, or else the nearest behind it:
 *
 *     > | Im Falle von Abweichungen gegenüber der deutschen Fassung ist die englische Fassung maßgeblich.
 *                                                                          ^ en            ^ prevails
 */
import { packs } from '../languages/index.js'
import type { LanguagePack } from '../languages/pack.js'
import { oncePer } from '../structures/cache.js'
import { alternation, anyCase } from '../tokens/alternation.js'
import { sentencesOf } from '../tokens/sentences.js'

// Disclaimers are short; a longer paragraph is news about translators.
const LONGEST = 1500
const REACH = 160
// Languages that releases are translated from, ours aside; a pack need not name them, for every Node does.
// biome-ignore format: a list of tags
const WRITTEN_IN: readonly string[] = [
  'ar', 'bg', 'cs', 'el', 'es', 'et', 'fi', 'fr', 'hu', 'is', 'ja', 'ko', 'lt', 'lv', 'no', 'pl', 'pt', 'ro', 'ru', 'sk',
  'sl', 'sv', 'tr', 'uk', 'zh',
]
// Shorter names (`Lets`) are other words too.
const SHORTEST_NAME = 5

interface Patterns {
  readonly translated: RegExp
  readonly prevails: RegExp
  readonly original: RegExp
}

/** Does the text speak of a translation, or of the text that was translated? */
export function tellsOfTranslation(text: string, pack: LanguagePack): boolean {
  const { translated, original } = patternsOf(pack)
  return text.length <= LONGEST && (translated.test(text) || original.test(text))
}

/** The version that counts, `original` or the tag of a language, as a sentence of the text says; null where none does. */
export function prevailingIn(text: string, pack: LanguagePack): string | null {
  const patterns = patternsOf(pack)
  if (text.length > LONGEST) return null
  for (const { start, end } of sentencesOf(text, pack)) {
    const sentence = text.slice(start, end)
    const meaning = patterns.prevails.test(sentence) ? meant(sentence, patterns, pack) : null
    if (meaning) return meaning
  }
  return null
}

/** What prevails in a sentence that says that something does. */
function meant(sentence: string, { prevails, original }: Patterns, pack: LanguagePack): string | null {
  const at = prevails.exec(sentence)!.index
  const named = [{ tag: 'original', pattern: original }, ...languageNames(pack)].flatMap(({ tag, pattern }) =>
    Array.from(sentence.matchAll(new RegExp(pattern, 'gu')), match => ({ tag, at: match.index })),
  )
  const before = named.filter(name => name.at < at).sort((a, b) => b.at - a.at)[0]
  const behind = named.filter(name => name.at >= at && name.at - at <= REACH).sort((a, b) => a.at - b.at)[0]
  return (before ?? behind)?.tag ?? null
}

const begins = (stems: readonly string[]) => anyCase(`(?<![\\p{L}\\p{M}])(?:${alternation(stems)})`, 'u')

const patternsOf = oncePer(
  (pack: LanguagePack): Patterns => ({
    translated: begins(pack.translationWords),
    prevails: anyCase(`(?<![\\p{L}\\p{M}])(?:${alternation(pack.prevailWords)})(?![\\p{L}\\p{M}])`, 'u'),
    // `OTS-ORIGINALTEXT` names a service.
    original: anyCase(`(?<![\\p{L}\\p{M}-])(?:${alternation(pack.originalWords)})`, 'u'),
  }),
)

const languageNames = oncePer((pack: LanguagePack) =>
  [...pack.languageNames, ...furtherNames(pack)].map(({ tag, stems }) => ({ tag, pattern: begins(stems) })),
)

/** Names of the languages that the pack does not name, without the vowel that is inflected (`svedese`). */
function furtherNames(pack: LanguagePack): { tag: string; stems: string[] }[] {
  const known = new Set(pack.languageNames.map(({ tag }) => tag))
  const display = new Intl.DisplayNames([pack.tag === 'und' ? 'en' : pack.tag], { type: 'language', fallback: 'none' })
  return [...new Set([...WRITTEN_IN, ...packs.map(({ tag }) => tag)])]
    .filter(tag => !known.has(tag))
    .flatMap(tag => {
      const name = display.of(tag)
      return name && name.length >= SHORTEST_NAME ? [{ tag, stems: [name.replace(/[aeo]$/, '')] }] : []
    })
}
