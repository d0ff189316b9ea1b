/**
 * Names of organisations as releases show them: behind a word for who is responsible, in the heading of the boilerplate, as
 * the subject of the first sentence, in an address. They know the shapes only; which name is the issuer is decided over
 * all documents of a release.
 *
 *     > | KIEL, 3. Mai 2026 – Die Elbwerk AG (XETRA: ELB) gibt bekannt, dass ...
 *                                 ^---------^ the subject, announced
 *     > | Gremium: Regierung
 *     > | Quelle: dt Standeskanzlei
 *                    ^-----------^ the mark of the language is no part of the name
 */
import { companyForms } from '../languages/companies.js'
import type { LanguagePack } from '../languages/pack.js'
import { signatures, wireHeads, wireKeywords } from '../languages/wires.js'
import { oncePer } from '../structures/cache.js'
import { alternation, anyCase } from '../tokens/alternation.js'
import { patternsOf } from '../tokens/patterns.js'
import { functionWords } from '../words/vote.js'
import { monthsOf, publishedAt } from './dates.js'

export const LONGEST_NAME = 60
/** A public body may have a long name, and a line of its own shows where it ends. */
const LONGEST_STATED = 110
const MOST_WORDS = 8
/** A subject, what stands beside it and the verb are within so many characters. */
const SENTENCE_REACH = 360

/** What public bodies set before a name to say in which language the text is. */
const LANGUAGE_MARKS: ReadonlySet<string> = new Set(['dt', 'de', 'it', 'rg', 'rm', 'fr', 'en', 'nl', 'da', 'es'])

/** The name as it is written, without marks around it; null for a number, a sentence, a quotation or a list of names. */
export function cleanName(text: string, longest = LONGEST_NAME): string | null {
  const bare = text
    .trim()
    .replace(/^["„“”»«'‘]+|["„“”»«'’]+$/gu, '')
    .replace(/[:,;]+$/, '')
  const whole = /(?<![\p{L}.])(?:\p{L}{1,5}\.)+$/u.test(bare) && FORM.test(bare) ? bare : bare.replace(/[.\s]+$/, '')
  const name = whole.replaceAll(/\s{2,}/g, ' ')
  if (
    name.length < 2 ||
    name.length > longest ||
    !/\p{L}/u.test(name) ||
    /(?<!\p{Lo})["”]|[„“»«:@]|https?:/u.test(name)
  )
    return null
  return name
}

const FORM = new RegExp(`(?<![\\p{L}])(?:${alternation(companyForms)})$`, 'u')
const FORMS_BEHIND = new RegExp(`(?:,?\\s(?:${alternation(companyForms)}))+$`, 'u')
const FORM_AHEAD = new RegExp(`^\\s(?:${alternation(companyForms)})(?![\\p{L}])`, 'u')

/** Does a name end in the form of a company? */
export const hasForm = (name: string): boolean => FORM.test(name)

/** What two writings of a name share: no article, no form of a company, no brackets, small letters. */
export function coreOf(name: string, pack: LanguagePack | undefined): string {
  const bare = name.replace(/\s?[([].*$/, '').replace(FORMS_BEHIND, '')
  return withoutArticle(bare, pack).toLowerCase()
}

/** A name behind its article and the word for a company (`die Firma Elbwerk`), or behind an elided one (`L'Elbwerk`). */
export function withoutArticle(name: string, pack: LanguagePack | undefined): string {
  const article = pack && articles(pack).exec(name)
  return article ? name.slice(article[0].length) : name
}

const articles = oncePer((pack: LanguagePack) =>
  anyCase(
    `^(?:(?:(?:the|${alternation(pack.articles)})\\s+)?(?:${alternation(pack.companyWords)})\\s+|(?:the|${alternation(pack.articles)})\\s+|(?:l|un|dell|all)['’](?=\\p{L}))`,
    'u',
  ),
)

/** A name behind a word for who is responsible, or for the source of the text. */
export interface Stated {
  readonly name: string
  readonly by: 'issuer' | 'source'
}

/** Behind it no colon is needed. */
const SHOUTED = 'SOURCE'

const stating = oncePer((pack: LanguagePack) => {
  const lead = `(?:^|(?<=[\\s|–—·]))(?:(${alternation(pack.issuerLeads)})|(${alternation(pack.sourceLeads)}))(?:\\s?:\\s?|(?<=${SHOUTED})\\s+(?=\\p{Lu}))`
  return anyCase(lead, 'gu')
})

/** The names that a line states and does nothing else: `Gremium: Regierung Quelle: dt Standeskanzlei`. */
export function statedIn(line: string, pack: LanguagePack): Stated[] {
  if (line.length > 2 * LONGEST_STATED || !(line.includes(':') || line.includes(SHOUTED))) return []
  const leads = [...line.matchAll(stating(pack))]
  if (leads.length === 0 || /[\p{L}\d]/u.test(line.slice(0, leads[0]!.index).replace(/^.*[|–—·]/u, ''))) return []
  return leads.flatMap((lead, i) => {
    const said = line.slice(lead.index + lead[0].length, leads[i + 1]?.index).split(/[|\n]/, 1)[0]!
    const name = cleanName(withoutMark(withoutWire(withoutPerson(said.trim(), pack)), pack), LONGEST_STATED)
    return name && !(lead[1] === undefined && YEAR.test(name))
      ? [{ name, by: lead[1] === undefined ? 'source' : 'issuer' } as const]
      : []
  })
}

/**
 * The issuer in the head of a release: `EQS-News: Elbwerk AG / ...`, `2.3.2026 06:00 CET | Elbwerk A/S | Pressemeddelelse`,
 * `Press release from Elbwerk Marine`.
 */
export function headName(line: string, pack: LanguagePack): string | null {
  if (line.length > LONGEST_STATED) return null
  const wired = wireHeads.find(head => line.startsWith(`${head}:`))
  if (wired) return line.includes(' / ') ? cleanName(line.slice(wired.length + 1).split(' / ', 1)[0]!) : null
  const keyword = wireKeywords.find(word => line.includes(` / ${word}:`))
  if (keyword) return cleanName(line.split(' / ', 1)[0]!)
  const { label, labelLink } = patternsOf(pack)
  const parts = line.split(/\s?\|\s?/)
  if (parts.length === 3) return publishedAt(parts[0]!, pack) && label(parts[2]!) ? cleanName(parts[1]!) : null
  const said = label(line)
  const rest = said && line.slice(line.indexOf(said) + said.length).trimStart()
  const link = rest && labelLink(rest)
  const name = link && withoutArticle(rest.slice(link.length).trimStart(), pack).split(DATE_OR_DASH, 1)[0]!
  // > | Mitteilung der Hafenpolizei Kiel vom 3. Mai
  return name && /^[\p{Lu}\p{Lo}]/u.test(name) ? cleanName(name.replace(/\s\p{Ll}{1,4}$/u, '')) : null
}

const DATE_OR_DASH = /,?\s(?:[–—|-]\s|\d)|,\s(?=\p{L})/u

/** `Source: Statistics Office (2026)` tells of figures. */
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/

/** `Elbwerk AG, übermittelt durch news aktuell` */
function withoutWire(said: string): string {
  const comma = said.lastIndexOf(', ')
  const low = said.slice(comma + 1).toLowerCase()
  const isWire = comma > 0 && signatures.some(({ says }) => says.some(phrase => low.includes(phrase.toLowerCase())))
  return isWire ? said.slice(0, comma) : said
}

/** `Department of Harbours and The Rt Hon Jane Example MP` */
const withoutPerson = (said: string, pack: LanguagePack) => said.split(persons(pack), 1)[0]!

const persons = oncePer((pack: LanguagePack) =>
  anyCase(
    `\\s(?:${alternation([...JOINING])})\\s(?:the\\s)?(?:${alternation(pack.honorifics)})(?![\\p{L}\\p{M}])`,
    'u',
  ),
)

function withoutMark(name: string, pack: LanguagePack): string {
  const [mark, letters] = /^(\p{L}{2})\.?\s+(?=\p{L}{3})/u.exec(name) ?? ['', '']
  const low = letters.toLowerCase()
  return LANGUAGE_MARKS.has(low) && !functionWords(pack).has(low) ? name.slice(mark.length) : name
}

/** The name in the heading of the boilerplate (`About Elbwerk`, `Über die Elbwerk AG`); null for another line. */
export function aboutName(head: string, pack: LanguagePack): string | null {
  if (head.length > LONGEST_NAME + 20) return null
  const lower = head.toLowerCase()
  const lead = pack.aboutHeads.find(word => lower.startsWith(`${word.toLowerCase()} `))
  if (lead === undefined) return null
  const name = withoutArticle(head.slice(lead.length).trim(), pack).replace(/\s?[([].*$/, '')
  return /^[\p{Lu}\p{Lo}\d]/u.test(name) ? cleanName(name) : null
}

/** A name that a sentence begins with; `sure` where what follows shows a company or news of its own. */
export interface Subject {
  readonly name: string
  readonly sure: boolean
  /** Its symbol stands beside it. */
  readonly listed: boolean
}

/** The subject that a sentence opens with, behind an article. */
export function subjectOf(text: string, pack: LanguagePack): Subject | null {
  const sentence = text.slice(0, SENTENCE_REACH)
  const from = sentence.length - withoutArticle(sentence, pack).length
  const end = pack.prefixLetters ? announcedAt(sentence, from, pack) : nameEnd(sentence, from, pack)
  const name = end > from ? cleanName(sentence.slice(from, end)) : null
  if (!name || isTimeOrWord(name, pack)) return null
  const behind = sentence.slice(end).replace(APPOSITION, '')
  const listed = TICKER.test(sentence.slice(end))
  const sure = hasForm(name) || listed || pack.prefixLetters !== '' || announces(pack).test(behind.slice(0, VERB_REACH))
  return { name, sure, listed }
}

const TICKER = /^\s?[([][\p{L} .]{2,30}:\s?[A-Z\d.]{1,8}[;,)\]]/u
/** Brackets and what a name is said to be: ` (ABC), a maker of ferries, `. */
const APPOSITION = /^(?:\s?[([][^)\]]{1,80}[)\]])?(?:,\s[^,]{2,160},(?=\s))?/
/** The word that announces stands close behind: `has today`, `gibt heute`, `ha annunciato`. */
const VERB_REACH = 40

/** The words that announce, anywhere in a text. */
export const announces = oncePer((pack: LanguagePack) =>
  anyCase(`(?<![\\p{L}\\p{M}])(?:${alternation(pack.announceWords)})(?![\\p{L}\\p{M}])`, 'u'),
)

/** Where scripts have no capitals the name ends before the word that announces. */
function announcedAt(sentence: string, from: number, pack: LanguagePack): number {
  const at = sentence.slice(from).search(announces(pack))
  if (at < 0) return from
  // > | חברת גלים, המפתחת ..., הודיעה
  const name = sentence
    .slice(from, from + at)
    .split(/,\s|\s\(/, 1)[0]!
    .trimEnd()
  const words = name === '' ? 0 : name.split(/\s+/).length
  return words > 0 && words < MOST_WORDS ? from + name.length : from
}

const WORD = /[^\s([]+/y
/** Small words inside a name: `Amt für Wald`, `Ufficio per la caccia`, `Bank of Kiel`. */
export const INSIDE: ReadonlySet<string> = new Set(
  'of for the für fuer des der di del della dello dei delle degli per la le van voor het de af til do da'.split(' '),
)
export const JOINING: ReadonlySet<string> = new Set(['and', 'und', 'e', 'ed', 'en', 'og'])

/** Where a row of words with capitals ends; a small word counts where another capital follows. */
function nameEnd(sentence: string, from: number, pack: LanguagePack): number {
  let [end, at, inside] = [from, from, false]
  for (let words = 0; words < MOST_WORDS; words++) {
    WORD.lastIndex = at
    const word = WORD.exec(sentence)?.[0]
    if (!word) break
    const low = word.toLowerCase()
    const isSmall = INSIDE.has(low) || (inside && JOINING.has(low))
    if (isSmall && words > 0 && word === low) inside = true
    else if (/^(?:[\p{Lu}\d&+]|\p{Ll}{1,2}\p{Lu})/u.test(word)) {
      end = at + word.length
      if (/[,;:]$/.test(word)) return FORM_AHEAD.test(sentence.slice(end)) ? withForm(sentence, end) : end - 1
      if (/\.$/.test(word) && !pack.abbreviations.includes(word)) return end
    } else break
    at += word.length
    while (sentence[at] === ' ' || sentence[at] === '\u00a0') at++
  }
  return end
}

/** `Elbwerk, Inc.` */
const withForm = (sentence: string, comma: number) => comma + FORM_AHEAD.exec(sentence.slice(comma))![0].length

/** A month, a day of the week, a language or a word of the language is no issuer. */
function isTimeOrWord(name: string, pack: LanguagePack): boolean {
  const words = name.toLowerCase().split(/\s+/)
  if (functionWords(pack).has(words[0]!) || (words.length === 1 && isLanguage(words[0]!, pack))) return true
  return words.some(word => monthsOf(pack).has(word) || days(pack).has(word)) || /^\d+\S?$/.test(words[0]!)
}

/** `Danish`, `dansk`: no more than its ending behind the stem. */
const isLanguage = (word: string, pack: LanguagePack) =>
  pack.languageNames.some(({ stems }) =>
    stems.some(stem => word.startsWith(stem.toLowerCase()) && word.length <= stem.length + LONGEST_ENDING),
  )
const LONGEST_ENDING = 3

const days = oncePer((pack: LanguagePack) => new Set(pack.weekdays.flat().map(day => day.toLowerCase())))

/** Is a name made of the first letters of the words: `ABCD - Associazione Bella Costa ...`? */
export function isShortFor(name: string, words: string): boolean {
  const initials = Array.from(words.slice(0, LONGEST_STATED).matchAll(INITIAL), match => match[0]).join('')
  return initials.startsWith(name.replaceAll('.', ''))
}

const INITIAL = /(?<![\p{L}\p{M}])\p{Lu}/gu

/** Does a text say what a name in capitals is short for: `ABCD - Associazione ...`, `Associazione ... (ABCD)`? */
export function explains(text: string, short: string): boolean {
  for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + 1)) {
    const behind = /^\s?[(–—-]\s?/.exec(text.slice(at + short.length, at + short.length + 3))
    if (behind && isShortFor(short, text.slice(at + short.length + behind[0].length))) return true
    if (text[at - 1] === '(' && endsAs(short, text.slice(Math.max(0, at - LONGEST_STATED), at - 1))) return true
  }
  return false
}

const endsAs = (short: string, words: string) =>
  Array.from(words.matchAll(INITIAL), match => match[0])
    .join('')
    .endsWith(short)

const HOST = /^(?:[\w-]+\.)*?([\w-]+)\.(?:(?:co|com|ac|org|net|gov|gv)\.)?\p{L}{2,}$/u

/** `press@elbwerk-kiel.example`, `https://www.elbwerk-kiel.example/x`: the label before the top-level domain, without hyphens. */
export function hostLabel(address: string): string | null {
  const host = /(?:@|:\/\/|^)(?:www\.)?([\w.-]+\.\p{L}{2,})(?:[/:?#]|$)/iu.exec(address)?.[1]
  const label = HOST.exec(host?.toLowerCase() ?? '')?.[1]?.replaceAll(/[-_\d]/g, '')
  return label && label.length >= SHORTEST_LABEL ? label : null
}

/** A label of a host name this short spells too many things, but where the text has it in capitals. */
const SHORTEST_LABEL = 2
