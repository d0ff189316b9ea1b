/**
 * Names of public bodies, schools, associations and companies inside a text: a row of words with capitals that begins or
 * ends with a word for such a body (`Amt für Wald`, `Kiel University`), or ends in the form of a company. What a small
 * word parts from it before is no part of it (`Vertreter der Stadt Kiel`). Where scripts have no capitals the name goes as
 * far as the document says it again. They know the shapes only: most organisations that a text names have not issued it.
 *
 *     > | ..., sagt ein Sprecher des Amtes für Häfen      inflected: not found
 *     > | ... wie die Technische Universität Kiel zeigt
 *                     ^-------------------------^
 */
import { companyForms } from '../languages/companies.js'
import type { LanguagePack } from '../languages/pack.js'
import { oncePer } from '../structures/cache.js'
import { alternation, literally } from '../tokens/alternation.js'
import { isDigit } from '../tokens/characters.js'
import { patternsOf } from '../tokens/patterns.js'
import { functionWords } from '../words/vote.js'
import { announces, cleanName, hasForm, INSIDE, JOINING, LONGEST_NAME, withoutArticle } from './names.js'

const MOST_WORDS = 9
/** Behind so many letters a word for a body may end a compound: `Landesamt`. */
const SHORTEST_STEM = 3
const SHORTEST_END = 4
/** Without capitals: fewer words are no name, and more are a sentence. */
const FEWEST_AGAIN = 2
const MOST_AGAIN = 6
const MOST_TO_END = 5
const MOST_ALONE = 4
/** Words of a line with small letters: `Polizia cantonale del Nord`. */
const MOST_LINE = 6
/** It comes again within so many characters of a block. */
const SAID_WITHIN = 2000

// A full stop behind `Ltd` ends no part, nor the comma before it.
const DOTTED = companyForms.filter(form => form.endsWith('.'))
const PARTS = new RegExp(
  `[()\\n"„“”»«;:|]|,(?!\\s(?:${alternation(companyForms)})(?!\\p{L}))|[.!?](?<!(?:${alternation(DOTTED)}))(?=\\s|$)|\\s[–—-]\\s`,
  'u',
)

/** The organisations that a text names, as they are written, in order. `rest` is the document, where no capitals show the end. */
export function organisationsIn(text: string, pack: LanguagePack, rest = ''): string[] {
  const found: string[] = QUOTES.test(text) ? quotedIn(text, pack) : []
  for (const part of text.split(PARTS)) {
    if (pack.prefixLetters) found.push(...saidAgain(part, rest, pack))
    else found.push(...rowsIn(part.split(/\s+/).filter(Boolean), rest, pack), ...lowerIn(part, rest, pack))
  }
  return found.flatMap(name => cleanName(name) ?? [])
}

const QUOTES = /["„“«‘']/
const QUOTED = /(?<=(?<![\p{L}\p{M}])(\p{L}{3,30})\s)["„“«‘']([\p{Lu}\p{Lo}][^"„“”«»‘’'\n.!?]{2,40})["“”»’']/gu

/** `Verein „Saubere Ufer“`: a word for a body, and its name in quotation marks. */
const quotedIn = (text: string, pack: LanguagePack): string[] =>
  Array.from(text.matchAll(QUOTED)).flatMap(([, word, name]) =>
    !isBody(word!, pack) ? [] : /^\p{Ll}/u.test(word!) ? [name!] : [`${word} ${name}`],
  )

function rowsIn(words: readonly string[], rest: string, pack: LanguagePack): string[] {
  const found: string[] = []
  for (let i = 0; i < words.length; ) {
    const end = rowEnd(words, i, pack)
    const name = end > i ? bodyIn(words.slice(i, end), words[i - 1] ?? '', rest, pack) : null
    // > | Bel Politie Westerveen   the first word leads to a contact
    if (name?.startsWith(words[i]!) && patternsOf(pack).contactLead(words[i]!) === words[i]) {
      i++
      continue
    }
    if (name) found.push(name)
    i = Math.max(end, i + 1)
  }
  return found
}

/** Where a row of capitals ends that begins at a word; behind an article a word for a body may begin it in small letters. */
function rowEnd(words: readonly string[], from: number, pack: LanguagePack): number {
  const first = words[from]!
  if (isDigit(first.charCodeAt(0)) || isPlainWord(words, from, pack)) return from
  const article = pack.articles.includes(words[from - 1]?.toLowerCase() ?? '')
  // > | de gemeente Ruigwaard      > | woordvoerder provincie Westerwold   where nouns have no capital
  const isNoun =
    article || (pack.compoundLinks.length > 0 && pack.capitalEndings.length === 0 && isCapital(words[from + 1] ?? ''))
  if (!isCapital(first) && !(isNoun && bodies(pack).has(first))) return from
  let end = from + 1
  for (let at = end; at < words.length && at < from + MOST_WORDS; at++) {
    const word = words[at]!.toLowerCase()
    // > | nach Rechnung des Verbandes 200 Kilometer
    if (degrees(pack).has(word) || (isNumber(word) && isCapital(words[at + 1] ?? ''))) break
    if (isCapital(words[at]!)) end = at + 1
    else if (!INSIDE.has(word) && !(JOINING.has(word) && end > from + 1)) break
  }
  return end
}

const isNumber = (word: string) => /^\d{2,}$/.test(word)

/** A frequent word; with a capital inside a sentence it may begin a name: `de Nederlandse Schaatsbond`. */
const isPlainWord = (words: readonly string[], at: number, pack: LanguagePack) =>
  (at === 0 || !isCapital(words[at]!)) && functionWords(pack).has(words[at]!.toLowerCase())

/** The part of a row that is the name of a body; null where none is. */
function bodyIn(row: readonly string[], before: string, rest: string, pack: LanguagePack): string | null {
  const starts = row.findLastIndex(
    (word, i) => isBody(word, pack, row[i - 1] ?? before) && (i === 0 || i < row.length - 1),
  )
  const isLast = row.length > 1 && isBody(row.at(-1)!, pack)
  if (starts < 0 && !isLast && !hasForm(row.join(' '))) return null
  // `Vertreter der Stadt Kiel`, but `Technische Universität Kiel`
  if (/^\p{Ll}/u.test(row[0]!) && row.length > 2 && isBody(row.at(-1)!, pack)) return row.slice(1).join(' ')
  const small = row.slice(0, starts < 0 ? row.length : starts).findLastIndex(word => !isCapital(word))
  const part = row.slice(small + 1).join(' ')
  const isCompany = !isLast && (starts < 0 || hasForm(part))
  const name = isCompany
    ? companyIn(starts < 0 ? row : row.slice(small + 1), rest)
    : alone(part, small < 0 ? before : row[small]!, pack)
  return name.includes(' ') ? name : null
}

/**
 * `Banca del Lago SA` is never without its first words; `Consiglio di Elbwerk SpA` and `Mineralwasserabfüller Elbwerk AG` are,
 * if not in this row.
 */
function companyIn(row: readonly string[], rest: string): string {
  let from = 0
  for (let k = 1; k < row.length - 1; k++) {
    if (!isCapital(row[k]!)) continue
    const [longer, shorter] = [row.slice(from, -1).join(' '), row.slice(k, -1).join(' ')]
    if (timesAlone(rest, shorter) > timesAlone(rest, longer)) from = k
  }
  return row.slice(from).join(' ')
}

/** How often words stand in a text behind no other capital. */
const timesAlone = (text: string, words: string) =>
  [...text.matchAll(new RegExp(`(?<!\\p{L}|\\p{Lu}[\\p{L}-]{0,40} )${literally(words)}(?!\\p{L})`, 'gu'))].length +
  [...text.matchAll(new RegExp(`^${literally(words.toUpperCase())}(?!\\p{L})`, 'gmu'))].length

/** Without its article, and with the ending that the adjective has then. */
function alone(name: string, before: string, pack: LanguagePack): string {
  const bare = withoutArticle(name, pack)
  const article = (bare === name ? before : name.slice(0, name.indexOf(' '))).toLowerCase()
  const [first = '', ...others] = bare.split(' ')
  const plain = isBody(first, pack) ? null : bareBody(first.toLowerCase(), article, pack)
  if (plain) return [first.slice(0, plain.length), ...others].join(' ')
  const found = pack.articleEndings.find(own => own.article === article && first.endsWith(own.ending))
  if (!found || !isBody(others[0] ?? '', pack) || isBody(first, pack)) return bare
  return [first.slice(0, first.length - found.ending.length) + found.alone, ...others].join(' ')
}

/** `institut` of `des Instituts`; null for another word. */
function bareBody(word: string, before: string, pack: LanguagePack): string | null {
  if (pack.definiteLeads.length === 0 || !pack.articles.includes(before.toLowerCase())) return null
  const ending = pack.definiteEndings.find(own => word.endsWith(own) && isBody(word.slice(0, -own.length), pack))
  return ending === undefined ? null : word.slice(0, -ending.length)
}

const APOSTROPHE = /^\p{L}{1,5}['’]/u
const hasApostrophe = (word: string) => word.includes("'") || word.includes('’')
const withoutElision = (word: string) => (hasApostrophe(word) ? word.replace(APOSTROPHE, '') : word)

/** A capital or a digit at its beginning, or behind an elided article. */
function isCapital(word: string): boolean {
  const first = withoutElision(word)[0] ?? ''
  return first !== first.toLowerCase() || isDigit(first.charCodeAt(0)) || first === '&'
}

/** `before` is an article that the word may be inflected behind: `des Instituts`. */
export function isBody(word: string, pack: LanguagePack, before = ''): boolean {
  const low = withoutElision(word.toLowerCase())
  if (bodies(pack).has(low)) return true
  if (before !== '' && bareBody(low, before, pack)) return true
  if (pack.compoundLinks.length === 0) return false
  for (let at = SHORTEST_STEM; at <= low.length - SHORTEST_END; at++) if (bodies(pack).has(low.slice(at))) return true
  return false
}

/** Is a text the name of a body and nothing else, behind an article or not? */
export function isOrganisation(text: string, pack: LanguagePack): boolean {
  if (text.length > LONGEST_NAME || !text.split(/[\s(]/).some(word => isBody(word, pack))) return false
  const name = withoutArticle(text, pack)
  if (!name.includes(' ')) return pack.compoundLinks.length > 0 && isCapital(name) && isBody(name, pack)
  // Without capitals more words may be a sentence.
  if (pack.prefixLetters && (name.split(' ').length > MOST_ALONE || announces(pack).test(name))) return false
  return organisationsIn(name, pack)[0] === name
}

/** A line that names a body: where a title may look the same, only what other texts say again is sure to be one. */
export function isBodyLine(line: string, others: readonly string[], pack: LanguagePack): boolean {
  const name = line.replace(/^[\s–—-]+|[\s:–—-]+$/g, '')
  const begins = beginsAsBody(name, pack)
  const isWhole = isOrganisation(name, pack)
  if (isWhole ? begins : !begins || name.split(' ').length > MOST_LINE || announces(pack).test(name)) return isWhole
  const said = squeezed(withoutArticle(name, pack))
  return others.some(text => text !== line && squeezed(text).includes(said))
}

/** As an address spells it too. */
const squeezed = (text: string) =>
  text
    .slice(0, SAID_WITHIN)
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '')

/** Does a name begin with the word for a body: `University of Kiel`, `Kantonspolizei`? */
const beginsAsBody = (name: string, pack: LanguagePack): boolean =>
  isBody(withoutArticle(name, pack).split(' ', 1)[0]!, pack)

/** The words for a body at the beginning and the end of a name, the end of a compound too, in small letters. */
export function bodyEnds(name: string, pack: LanguagePack): string[] {
  const words = name.toLowerCase().split(/\s+/)
  const found = [words[0]!, words.at(-1)!].filter(word => isBody(word, pack)).map(withoutElision)
  return [...new Set(found.flatMap(word => [word, ...endsOf(word, pack)]))]
}

/** `verband` of `dachverband`; `עמותה` of `עמותת`. */
function endsOf(word: string, pack: LanguagePack): string[] {
  if (pack.prefixLetters) return word.endsWith(CONSTRUCT) ? [word.slice(0, -1) + DEFINITE] : []
  if (pack.compoundLinks.length === 0) return []
  const ends: string[] = []
  for (let at = SHORTEST_STEM; at <= word.length - SHORTEST_END; at++)
    if (bodies(pack).has(word.slice(at))) ends.push(word.slice(at))
  return ends
}

const degrees = oncePer((pack: LanguagePack) => new Set(pack.honorifics.map(word => word.toLowerCase())))

const bodies = oncePer((pack: LanguagePack) => new Set(pack.organisationWords.map(word => word.toLowerCase())))

/** `Dipartimento del territorio`: the words behind are small, so that the document must say them again. */
function lowerIn(part: string, rest: string, pack: LanguagePack): string[] {
  const words = part.trim().split(/\s+/)
  const at = words.findIndex(
    (word, i) =>
      /^\p{Lu}/u.test(word) &&
      isBody(withoutElision(word), pack) &&
      [1, 2].some(k => INSIDE.has(words[i + k] ?? '') && /^\p{Ll}/u.test(words[i + k + 1] ?? '')),
  )
  return at < 0
    ? []
    : saidAgain(withoutElision(words.slice(at).join(' ')), rest, pack)
        .slice(0, 1)
        .filter(name => !INSIDE.has(name.split(' ').at(-1)!))
}

/** The Hebrew article, which a prefix letter before the body stands for: `במרכז הרפואי`, `המרכז הרפואי`. */
const DEFINITE = 'ה'
/** The last letter of a word that another follows, in place of that one: `עמותת`, `העמותה`. */
const CONSTRUCT = 'ת'

/** From a word for a body on, the words that stand in the rest of the document in the same row. */
function saidAgain(part: string, rest: string, pack: LanguagePack): string[] {
  const words = part.trim().split(/\s+/)
  return words.flatMap((word, i) => {
    if (companies(pack).has(word)) return repeated(words.slice(i + 1), rest, pack)
    const body = isBody(word, pack) ? word : isBody(word.slice(1), pack) ? word.slice(1) : null
    if (body === null) return []
    const [from, isSwapped] = [i + 1, body !== word]
    const isDefinite = isSwapped && words[i + 1]?.[0] === DEFINITE
    let name = isDefinite ? DEFINITE + body : body
    // Nothing but punctuation behind it: `..., משרד הנמלים, ...`
    if (pack.prefixLetters && words.length > from && words.length - i <= MOST_TO_END)
      return [[name, ...words.slice(from)].join(' ')]
    let count = 1
    for (let next = from; next < words.length && count < MOST_AGAIN; next++, count++) {
      if (announces(pack).test(words[next]!)) break
      const longer = `${name} ${words[next]}`
      const at = rest.indexOf(longer)
      if (at < 0 || (!isSwapped && rest.indexOf(longer, at + 1) < 0) || /\p{L}/u.test(rest[at + longer.length] ?? ''))
        break
      name = longer
    }
    return count >= FEWEST_AGAIN ? [name] : []
  })
}

/** Behind the word for a company, what the document says again. */
function repeated(words: readonly string[], rest: string, pack: LanguagePack): string[] {
  let name = ''
  for (const word of words.slice(0, MOST_AGAIN)) {
    const longer = name === '' ? word : `${name} ${word}`
    const again = timesWhole(rest, longer)
    if (announces(pack).test(word) || again < FEWEST_AGAIN) break
    if (name.includes(' ') && again < timesWhole(rest, name)) break
    name = longer
  }
  return name.includes(' ') ? [name] : []
}

const timesWhole = (text: string, words: string) =>
  [...text.matchAll(new RegExp(`(?<![\\p{L}])${literally(words)}(?![\\p{L}])`, 'gu'))].length

const companies = oncePer((pack: LanguagePack) => new Set(pack.prefixLetters ? pack.companyWords : []))

/** What a name is called behind the word for a body, if that is more than one word. */
export const bodyNames = (core: string, pack: LanguagePack): string[] => {
  const rest = isBody(core.split(' ', 1)[0]!, pack) ? core.slice(core.indexOf(' ') + 1) : ''
  return rest.includes(' ') ? [rest] : []
}

/** Is a label of a host name made of the beginnings of the words of a name, in their order: `tukiel`, `unikiel`, `afh`? */
export function abbreviates(label: string, name: string): boolean {
  const all = name.toLowerCase().split(/[\s-]+/)
  const words = all.filter(word => !INSIDE.has(word) && !JOINING.has(word))
  return isShort(label, words) || (words.length < all.length && isShort(label, all))
}

function isShort(label: string, words: readonly string[]): boolean {
  // Where in the label the words so far may end; each gives its first letter and perhaps more.
  let ends = new Set([0])
  for (const word of words) {
    const next = new Set<number>()
    for (const at of ends) for (let k = 0; k < word.length && label[at + k] === word[k]; k++) next.add(at + k + 1)
    ends = next
  }
  return words.length > 1 && ends.has(label.length)
}
