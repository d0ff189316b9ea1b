/**
 * What was meant by a word that is not known: the nearest of those that are. Near is by slips of typing (a letter more,
 * less, another, or two in the wrong order), or as a beginning. A function of our own: it is shorter than the adapter to
 * a package; those that are kept (`fastest-levenshtein`, `leven`) count `exprot` as two slips, and commander does not
 * export its own, which it uses for options.
 */
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { charsetNames } from '../charsets/charset.js'
import { type Unknown, UserError } from '../errors.js'
import { packOf, packs } from '../languages/index.js'

/** A word of so many letters or more may be a beginning. */
const BEGINNING = 3
/** A word in this many letters is allowed one slip, in twice as many two. */
const LETTERS_A_SLIP = 3

/** The known word that is nearest to one that is not; the first in the order of the list. Null where none is near. */
export function nearest(word: string, words: readonly string[]): string | null {
  const own = word.toLowerCase()
  const most = Math.floor((own.length + 1) / LETTERS_A_SLIP)
  let best: string | null = null
  let least = most + 1
  for (const known of words) {
    const slips = slipsBetween(own, known.toLowerCase(), least)
    if (slips < least) [best, least] = [known, slips]
  }
  if (best === null && own.length >= BEGINNING) best = words.find(known => known.toLowerCase().startsWith(own)) ?? null
  return best
}

/** What may be meant by a word that is not known. */
export function meantBy({ word, among }: Unknown): string | null {
  if (among === 'languages') return languageMeant(word)
  if (among === 'charsets') return nearest(word.toLowerCase().replace(/[^a-z0-9]/g, ''), charsetNames())
  return nearest(word, among)
}

/** How many slips lead from one to the other (optimal string alignment: Damerau 1964); `most` stands for that and more. */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) >= most) return most
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1
      let slips = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + other)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) slips = Math.min(slips, before[j - 2]! + 1)
      row.push(slips)
    }
    ;[before, last] = [last, row]
  }
  return Math.min(most, last[b.length]!)
}

/** A language by its name, its other codes, or the code of a country that speaks it (`dk`, `il`). */
export const languageMeant = (word: string): string | null =>
  languageNamed(word.trim().toLowerCase()) ?? languageOfCountry(word.trim())

function languageNamed(word: string): string | null {
  const names = packs.map(({ tag, name, iso639_3 }) => {
    const own = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? name
    return { tag, all: [name.toLowerCase(), own.toLowerCase(), iso639_3] }
  })
  const all = names.flatMap(own => own.all)
  const name = all.includes(word) ? word : word.length > LETTERS_A_SLIP ? nearest(word, all) : null
  return names.find(own => own.all.includes(name ?? ''))?.tag ?? null
}

/** Of two letters that are the code of a country and of no language; what is spoken there most, as CLDR has it. */
function languageOfCountry(word: string): string | null {
  if (!/^[a-z]{2}$/i.test(word)) return null
  const is = (type: 'language' | 'region', code: string) =>
    new Intl.DisplayNames(['en'], { type, fallback: 'none' }).of(code) !== undefined
  const canonical = Intl.getCanonicalLocales(word)[0]!
  if (packOf(canonical)) return packOf(canonical)!.tag // iw is an old code of he
  if (is('language', word) || word.toLowerCase() === 'zz' || !is('region', word.toUpperCase())) return null
  return packOf(new Intl.Locale(`und-${word}`).maximize().language)?.tag ?? null
}

/** Throws a UserError for what is no command. */
export function checkCommand(word: string, commands: readonly string[]): void {
  if (!commands.includes(word))
    throw new UserError(`there is no command "${word}"; use one of ${commands.join(', ')}`, {
      unknown: { word, among: commands },
    })
}

/** A word as commands are written. */
const COMMAND_LIKE = /^[a-z][a-z-]*$/i

/** Throws a UserError where what is to be built is no file or folder, and nearly the name of a command. */
export async function checkFirstWord(word: string, commands: readonly string[], cwd: string): Promise<void> {
  const meant = COMMAND_LIKE.test(word) ? nearest(word, commands) : null
  if (meant === null) return
  const isThere = await stat(resolve(cwd, word)).catch(() => null)
  if (isThere === null)
    throw new UserError(`"${word}" is not a command, file or folder; did you mean parawire ${meant}?`)
}
