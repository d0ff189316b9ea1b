/**
 * Names, positions and companies in the words of a contact. Words are read part by part: commas, line ends and dashes
 * part them. What a colon follows is a label and never a name. Inside a sentence a name needs evidence: a word that
 * leads to a person (`contact`, `an`, `hos`) or a position before it. Names of one word are taken only beside an address.
 *
 *     > | Media: Jane Example, Head of Press        label, name, title
 *     > | Regierungsrat Max Muster                  title and name
 *     > | ... kontakt pressechef Lars Eksempel på tlf.   a name in a sentence
 */

import { JOINING } from '../anatomy/names.js'
import { companyForms } from '../languages/companies.js'
import type { LanguagePack } from '../languages/pack.js'
import { oncePer } from '../structures/cache.js'
import { alternation } from '../tokens/alternation.js'
import { patternsOf } from '../tokens/patterns.js'

export interface Named {
  /** `second` shares the means of the name before it. */
  readonly is: 'name' | 'second' | 'title' | 'organisation' | 'label'
  readonly value: string
}

/** Where the words stand: `starts` at the start of a block, `beside` before an address, `prose` in a long sentence. */
export interface Place {
  readonly starts: boolean
  readonly beside: boolean
  readonly prose: boolean
}

const COMPANY = new RegExp(`(?<![\\p{L}])(?:${alternation(companyForms)})(?![\\p{L}])`, 'u')
// > | Elbwerk Marine, Inc.   one part
const SEPARATOR = new RegExp(
  `(,(?!\\s?(?:${alternation(companyForms)})(?!\\p{L}|\\s\\p{Lu}))|[;:|\\n()•·▪]| [-–—] |\\s{2,}|[.!?](?=\\s+\\p{Lu}\\p{Ll}+\\s\\p{Ll})|https?:\\S+|www\\.\\S+)`,
  'u',
)
const MEANS =
  'e-mail email mail mailto e-post epost posta pec web website homepage internet url fax telefax no nr number nummer ext phone tel'
// Hebrew words for an e-mail.
const HEBREW_MEANS = ['דוא"ל', 'דוא״ל', 'מייל', 'אימייל', 'אתר']
/** Small words inside names, in any language. */
const PARTICLES = new Set(
  'von vom van der den de het ter ten te zu zum zur di da del della dei la le lo du dos das af av bin ibn al el'.split(
    ' ',
  ),
)
/** Between a position and what it is a position of. */
const OF = /^(?:di|del|della|dello|dei|delle|degli|dell['’].*|all['’].*|of|for|van|voor|der|des|für|af|da|dal|per)$/iu
// Within a word the mark is a gershayim: `מנכ"ל`.
const QUOTES = /[<>„«»]|(?<!\p{L})["“”]|["“”](?!\p{L})/gu
const MOST_NAME = 5
// A first name may be a small word (`Nello`); an article is shorter.
const ARTICLE = 3
const MOST_PART = 8
// `capo dell'Ufficio per le questioni di polizia e di diritto civile`
const MOST_TITLE = 14
// A name in a sentence ends so many words before the address, at most.
const NAME_REACH = 6
// Behind a degree.
const MOST_DEGREED = 3
// A link of so many letters is a preposition; the word that asks to stands so many words before it, at most.
const PREPOSITION = 3
const LINK_REACH = 6
// Behind a name at the start of a part: `Jane Example in the United States`.
const MOST_BEHIND = 4

/** What the words before an address name. */
export function namesIn(text: string, place: Place, pack: LanguagePack): Named[] {
  const pieces = text.split(SEPARATOR)
  const found: Named[] = []
  for (let i = 0; i < pieces.length; i += 2) {
    const starts = place.starts && i === 0
    const here = { ...place, starts, beside: place.beside && (starts || pieces[i - 1] === ':') }
    found.push(...namedIn(pieces[i]!, pieces[i + 1] === ':', here, pack))
  }
  return found
}

function namedIn(part: string, isLabel: boolean, place: Place, pack: LanguagePack): Named[] {
  const all = part.replaceAll(QUOTES, ' ').trim().split(/\s+/)
  const words = bare(all, pack)
  const value = words.join(' ')
  if (words.length === 0 || /[\d@]/.test(value) || value.length < 2) return []
  const patterns = patternsOf(pack)
  const said = words.length > 2 ? nameInSentence(words, pack) : null
  // > | Media enquiries to Dr Jane Example:   names whom to ask
  if (isLabel && patterns.contactLead(all.join(' '))) return labelled(all.join(' '), said, pack)
  // > | Erika Beispiel Tel.:   the word for telephone is the label
  if (isLabel && !(words.length < all.length && isMeans(all.at(-1)!, pack))) return labelled(value, said, pack)
  if (said) return said
  const isOffices = isPosition(words[0]!, pack)
  if (place.prose || words.length > (isOffices ? MOST_TITLE : MOST_PART)) return []
  if (COMPANY.test(value)) return patterns.contactLead(value) ? [] : [{ is: 'organisation', value }]
  const degreed = behindDegree(words, pack)
  if (degreed) return degreed
  const both = twoPersons(words, pack)
  if (both) return both
  const titled = beforeTitle(words, pack) ?? behindTitle(words, pack)
  if (titled) return titled
  const isTitle = words.some(word => isPosition(word, pack)) || isPosition(value, pack)
  // `Woordvoerder: Piet Voorbeeld` leads to a person, `Piet Voorbeeld, woordvoerder` tells what he is.
  if (isLead(words, pack) && (place.starts || !isTitle)) return [{ is: 'label', value }]
  if (isTitle && !isOffice(words.slice(0, 1), pack)) return [{ is: 'title', value }]
  return isOffice(words, pack) ? [{ is: 'organisation', value }] : shortName(words, place, pack)
}

/** A label says what the next person is, or for whom; a company may be one. */
function labelled(value: string, said: Named[] | null, pack: LanguagePack): Named[] {
  const label: Named = { is: 'label', value }
  if (said) return [label, ...said]
  if (isLead(value.split(' '), pack) || roles(pack).has(value.toLowerCase())) return [label]
  if (COMPANY.test(value)) return [label, { is: 'organisation', value }]
  return isPosition(value, pack) ? [label, { is: 'title', value }] : [label]
}

const isLead = (words: readonly string[], pack: LanguagePack) =>
  patternsOf(pack).contactLead(words.join(' ')) !== null || patternsOf(pack).contactLead(words.at(-1)!) !== null

function shortName(words: readonly string[], { beside }: Place, pack: LanguagePack): Named[] {
  if (roles(pack).has(words.join(' ').toLowerCase())) return []
  // > | Questions? Write to ...
  if (words.length === 1 && links(pack).has(trimmed(words[0]!))) return []
  const name = personIn(words, pack)
  if (!name || (words.length > MOST_NAME && words.length > name.length + MOST_BEHIND)) return []
  return name.length > 1 || beside ? [{ is: 'name', value: name.join(' ') }] : []
}

/** Without words for means of contact, small words at the ends, and degrees before a name. */
function bare(all: readonly string[], pack: LanguagePack): string[] {
  const words = [...all]
  const isSmall = (word: string) => hasCase(word) && !isName(word) && functionWords(pack).has(word)
  while (words.length > 0 && (isMeans(words.at(-1)!, pack) || isSmall(words.at(-1)!))) words.pop()
  while (words.length > 2 && (isHonorific(words[0]!, pack) || isMeans(words[0]!, pack))) words.shift()
  while (words.length > 2 && isSmall(words[0]!)) words.shift()
  if (words.length === 1 && isMeans(words[0]!, pack)) words.pop()
  return words
}

/** The words of a name at the start: `Robert Muster in Irland` is cut at the small word. */
function personIn(words: readonly string[], pack: LanguagePack): string[] | null {
  const isPart = (word: string) => isName(word) || PARTICLES.has(word)
  const end = words.findIndex(word => !isPart(word))
  const name = words.slice(0, end < 0 ? words.length : end)
  while (name.length > 0 && !isName(name.at(-1)!)) name.pop()
  if (name.length === 0 || name.length > MOST_NAME || !isName(name[0]!)) return null
  const isPlain = (word: string, k: number) =>
    hasCase(word)
      ? !PARTICLES.has(k > 0 ? word.toLowerCase() : word) &&
        functionWords(pack).has(word.toLowerCase()) &&
        (k > 0 || word.length <= ARTICLE)
      : leadWords(pack).has(word) || (k === 0 && functionWords(pack).has(word))
  if (name.some(isPlain) || OF.test(words[name.length] ?? '')) return null
  return end < 0 || name.length > 1 ? name : null
}

/** `Richter am Oberlandesgericht Dr. Max Muster`: what stands before a degree is an office, and behind it the name. */
function behindDegree(words: readonly string[], pack: LanguagePack): Named[] | null {
  const at = words.findLastIndex(word => word.endsWith('.') && isHonorific(word, pack))
  const name = words.slice(at + 1)
  const [title, isShort] = [withoutDegrees(words.slice(0, at), pack), name.length > 1 && name.length <= MOST_DEGREED]
  if (at < 1 || !isShort || title.length === 0 || !name.every(isName) || isOffice(name, pack)) return null
  return [
    { is: 'title', value: title.join(' ') },
    { is: 'name', value: name.join(' ') },
  ]
}

/** `Jane Example and Max Muster`: both have the means that follow. */
function twoPersons(words: readonly string[], pack: LanguagePack): Named[] | null {
  const at = words.findIndex(word => JOINING.has(word))
  const names = [words.slice(0, at), words.slice(at + 1)]
  const isPair = at > 1 && names.every(name => name.length > 1 && name.length <= MOST_DEGREED && name.every(isName))
  if (!isPair || names.some(name => isOffice(name, pack) || name.some(word => isPosition(word, pack)))) return null
  return names.map((name, k) => ({ is: k === 0 ? 'name' : 'second', value: name.join(' ') }))
}

/** `Jane Example head of press`, `Max Muster Präsident der Kommission`, without a comma. */
function beforeTitle(words: readonly string[], pack: LanguagePack): Named[] | null {
  const at = words.findIndex(word => isPosition(word, pack))
  if (at < 2 || at > 3 || !(OF.test(words[at + 1] ?? '') || /^\p{Ll}/u.test(words[at]!))) return null
  const name = words.slice(0, at)
  if (!name.every(isName) || isOffice(name, pack)) return null
  return [
    { is: 'name', value: name.join(' ') },
    { is: 'title', value: words.slice(at).join(' ') },
  ]
}

/** `Kommunikationschef Lars Munk`, `Presidente della Commissione Anna Esempio`, `Elbwerk CEO Jane Example`. */
function behindTitle(words: readonly string[], pack: LanguagePack): Named[] | null {
  const small = words.findIndex(word => isName(word))
  const at = words.findLastIndex(word => isPosition(word, pack))
  const isSmallTitle =
    small > 0 && small <= 3 && at < small && !words.slice(0, small).some(w => functionWords(pack).has(w))
  const begin = isSmallTitle ? small : at + 1
  if (begin === 0 || begin === words.length) return null
  const ofOffice = OF.test(words[begin] ?? '')
  // Behind `Consigliere di Stato` the last two are the name.
  const from = ofOffice && words.length - begin >= 4 ? words.length - 2 : begin
  if (ofOffice && from === begin) return null
  const name = withoutDegrees(words.slice(from), pack)
  // > | Sprecherin UZ Kiel     letters name a body
  if (isLetters(name[0] ?? '') && !isLetters(name.at(-1)!)) return null
  if (name.length < 2 || name.length > 3 || !name.every(isName) || name.some(word => isPlace(word, pack))) return null
  return titleAndName(words.slice(0, from), name, at, pack)
}

const isLetters = (word: string) => /^\p{Lu}{2,5}$/u.test(word)

const isPlace = (word: string, pack: LanguagePack) =>
  isPosition(word, pack) || roles(pack).has(word.toLowerCase()) || isOffice([word], pack)

/** What stands before the position (`Elbwerk CEO Jane Example`) is the company. */
function titleAndName(before: readonly string[], name: readonly string[], at: number, pack: LanguagePack): Named[] {
  const first = before.findIndex(word => isPosition(word, pack))
  const isCompany = first > 0 && first === at && before.slice(0, first).every(isName) && hasCase(before[0]!)
  const title = withoutDegrees(isCompany ? before.slice(first) : before, pack)
  return [
    ...(isCompany ? [{ is: 'organisation' as const, value: before.slice(0, first).join(' ') }] : []),
    ...(title.length > 0 ? [{ is: 'title' as const, value: title.join(' ') }] : []),
    { is: 'name', value: name.join(' ') },
  ]
}

const withoutDegrees = (words: readonly string[], pack: LanguagePack) => words.filter(word => !isHonorific(word, pack))

/** The last name in a sentence that something leads to, near its end. */
function nameInSentence(words: readonly string[], pack: LanguagePack): Named[] | null {
  let found: Named[] | null = null
  for (let i = 0; i < words.length - 2; i++) {
    const isLink = leads(words, i, pack)
    if (isLink || isPosition(words[i]!, pack)) found = linked(words, isLink ? i + 1 : i, isLink, pack) ?? found
  }
  return found
}

/** `an`, `to` lead to a person behind a word that asks to (`wenden Sie sich an`, `questions to`). */
function leads(words: readonly string[], i: number, pack: LanguagePack): boolean {
  const isLink = (word: string) => links(pack).has(trimmed(word))
  if (!isLink(words[i]!)) return false
  const before = words.slice(Math.max(0, i - LINK_REACH), i)
  const isVerb = !functionWords(pack).has(trimmed(words[i]!))
  return (
    isVerb || trimmed(words[i]!).length > PREPOSITION || before.some(word => word.length > PREPOSITION && isLink(word))
  )
}

/** A name behind a link, with a position before it or without. */
function linked(words: readonly string[], from: number, isLink: boolean, pack: LanguagePack): Named[] | null {
  let at = from
  let title: string[] = []
  let [isSure, skips] = [false, false]
  while (at < words.length && at < from + MOST_BEHIND && !isNameWord(words[at]!, pack)) {
    if (isPosition(words[at]!, pack)) title = [words[at]!]
    else if (!isHonorific(words[at]!, pack)) skips = true
    isSure ||= isPosition(words[at]!, pack) || isHonorific(words[at]!, pack)
    at++
  }
  // > | the press officers were told by Jane Example   a position leads only to what stands right behind it
  if (isLink ? skips && !isSure : skips || !isSure) return null
  const name: string[] = []
  while (at < words.length && (isNameWord(words[at]!, pack) || PARTICLES.has(words[at]!))) name.push(words[at++]!)
  if (!hasCase(name[0] ?? 'a') && isLink) name[0] = name[0]!.replace(/^ל/u, '')
  while (name.length > 0 && !isName(name.at(-1)!)) name.pop()
  if (name.length < 2 || name.length > MOST_NAME - 1 || words.length - at > NAME_REACH) return null
  if (isOffice(name.map(trimmed), pack)) return null
  return [
    ...(title.length > 0 ? [{ is: 'title' as const, value: title.join(' ') }] : []),
    { is: 'name', value: trimmedEnd(name.join(' ')) },
  ]
}

const isNameWord = (word: string, pack: LanguagePack) =>
  isName(word) &&
  !isPosition(word, pack) &&
  !isMeans(word, pack) &&
  !isHonorific(word, pack) &&
  !functionWords(pack).has(word.toLowerCase()) &&
  !links(pack).has(word.toLowerCase())

const trimmed = (word: string) => word.replaceAll(/^\P{L}+|[^\p{L}\p{N}]+$/gu, '').toLowerCase()
const trimmedEnd = (name: string) => name.replace(/(?<=\p{L}{2})[.,:;]+$/u, '')
const isName = (word: string) => /^[\p{Lu}\p{Lo}]/u.test(word)
const hasCase = (word: string) => word.toLowerCase() !== word.toUpperCase()

const functionWords = oncePer((pack: LanguagePack) => new Set(pack.functionWords))
const links = oncePer((pack: LanguagePack) => new Set(pack.contactLinks.map(word => word.toLowerCase())))
const roles = oncePer((pack: LanguagePack) => new Set(pack.contactRoles.map(word => word.toLowerCase())))
const honorifics = oncePer(
  (pack: LanguagePack) => new Set([...pack.honorifics, ...pack.abbreviations].map(word => word.toLowerCase())),
)
const leadWords = oncePer((pack: LanguagePack) => new Set(pack.contactLeads.flatMap(lead => lead.split(' '))))
const means = oncePer(
  (pack: LanguagePack) =>
    new Set([...MEANS.split(' '), ...HEBREW_MEANS, ...pack.phoneWords.flatMap(word => word.toLowerCase().split(' '))]),
)

/** `Dr.`, `Herr`: what is said before a name and is no part of it; an initial is one. */
const isHonorific = (word: string, pack: LanguagePack) =>
  word.replace('.', '').length > 1 && honorifics(pack).has(word.toLowerCase())

/** A word for telephone, mobile or e-mail, or its letter (`T:`, `M`). */
function isMeans(word: string, pack: LanguagePack): boolean {
  const low = word
    .toLowerCase()
    .replaceAll(/[‐‑]/g, '-')
    .replaceAll(/^[^\p{L}]+|[.:,/\\]+$/gu, '')
  if (low === '' || /^[a-z]$/.test(low)) return true
  return means(pack).has(low) || (pack.prefixLetters.includes(low[0]!) && means(pack).has(low.slice(1)))
}

/** Entries of five letters and fewer are whole words or end one: `chef` is in `Pressechef`, not in `Scheffler`. */
const SHORT_TITLE = 5
const SHORTEST_COMPOUND = 3

function isPosition(text: string, pack: LanguagePack): boolean {
  const low = text.toLowerCase().replaceAll(/[.,:;]+$/g, '')
  const { short, long } = lowerTitles(pack)
  return long.some(part => low.includes(part)) || low.split(/[\s/-]/).some(word => isShortTitle(word, short))
}

const isShortTitle = (word: string, short: readonly string[]) =>
  short.some(
    part => word === part || (part.length > 3 && word.endsWith(part) && word.length >= part.length + SHORTEST_COMPOUND),
  )

/** An authority, a school or an association by a word of its name, or by the end of a compound (`Gesundheitsamt`). */
const isOffice = (words: readonly string[], pack: LanguagePack) =>
  words.some(word => isShortTitle(word.toLowerCase(), offices(pack)) || offices(pack).includes(word.toLowerCase()))

const offices = oncePer((pack: LanguagePack) => pack.organisationWords.map(word => word.toLowerCase()))

const lowerTitles = oncePer((pack: LanguagePack) => {
  const all = pack.jobTitles.map(part => part.toLowerCase())
  return {
    short: all.filter(part => part.length <= SHORT_TITLE && !part.includes(' ')),
    long: all.filter(part => part.length > SHORT_TITLE || part.includes(' ')),
  }
})
