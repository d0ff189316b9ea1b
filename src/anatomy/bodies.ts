/**
 * Which of the public bodies, associations, schools and companies that the beginning of a document names has issued it: one
 * that contacts name too, that the host of an address is short for, that the path of the page leads to, or that the text
 * calls by its word alone, as what everybody knows by now.
 *
 *     > | Die Stiftung Saubere Ufer hat ... gesammelt. ... Die Stiftung fordert ...
 *                                                      ^----------^ the same
 *     > | Home > Organisatie > Rechtbank Westerveen > Nieuws
 *
 * Limits: where two bodies of one kind stand in the beginning, the word alone tells of neither.
 */
import type { LanguagePack } from '../languages/pack.js'
import { oncePer } from '../structures/cache.js'
import { alternation, anyCase, literally } from '../tokens/alternation.js'
import { patternsOf } from '../tokens/patterns.js'
import {
  type IssuerSource,
  isDated,
  newsBlocks,
  OPENING_BLOCKS,
  READ_NEWS,
  TIMES_MOST,
  timesIn,
  type Vote,
  WEIGHTS,
  wholeOf,
} from './issuer-source.js'
import { coreOf, hasForm, INSIDE } from './names.js'
import { abbreviates, bodyEnds, isBody, isOrganisation, organisationsIn } from './organisations.js'

/** A path of the page stands among the first blocks. */
const PATH_WITHIN = 3
const LONGEST_PATH = 200

/** The bodies that the beginning of the news names, and those among contacts. */
function namedBodies(document: IssuerSource, pack: LanguagePack, whole: string) {
  const named = (texts: readonly string[]) => new Set(texts.flatMap(text => organisationsIn(text, pack, whole)))
  const news = newsBlocks(document).slice(0, OPENING_BLOCKS)
  // In a title every word may have a capital: what the text says again is a name.
  const inTitle = [...named([document.title ?? ''])].filter(name => whole.indexOf(name) < whole.lastIndexOf(name))
  return {
    opening: new Set([...inTitle, ...named(news)]),
    asked: named(document.blocks.filter(({ kind }) => kind === 'contact').map(({ text }) => text.slice(0, READ_NEWS))),
  }
}

/** The votes for bodies. */
export function bodiesIn(
  document: IssuerSource,
  pack: LanguagePack,
  { whole, low, hosts }: { whole: string; low: () => string; hosts: readonly string[] },
  vote: Vote,
): void {
  const { opening, asked } = namedBodies(document, pack, whole)
  const times = new Map([...opening].map(name => [name, timesIn(low(), name, pack)] as const))
  const most = Math.max(TIMES_MOST, ...times.values())
  const formed = [...opening].filter(hasForm)
  for (const name of opening) {
    const isMost = times.get(name) === most
    const isCompany = (isMost || isDated(document)) && formed.length === 1 && formed[0] === name
    vote(name, isCompany ? WEIGHTS.subject : isMost ? WEIGHTS.start + 1 : WEIGHTS.start, isCompany, 'news')
  }
  const isOnly = opening.size === 0 && asked.size === 1
  for (const name of asked)
    if (opening.has(name) || isOnly) vote(name, isOnly ? WEIGHTS.subject : WEIGHTS.organisation, true)
  for (const name of new Set([...opening, ...asked]))
    if (hosts.some(label => abbreviates(label, name))) vote(name, WEIGHTS.address, true)
  for (const name of officesOf(document, pack)) vote(name, WEIGHTS.head, true)
  for (const name of pathNames(document, pack)) vote(name, WEIGHTS.path, true, 'news')
}

/**
 * Where nothing else tells: the body that the text calls by its word alone, or else the only one that the beginning names.
 * An organisation that speaks to an authority says `the Commission` of that, but then more tells of itself.
 */
export function likelyBody(document: IssuerSource, pack: LanguagePack): string | null {
  const whole = unquoted(wholeOf(document))
  const { opening } = namedBodies(document, pack, whole)
  const all = new Map([...opening].map(name => [coreOf(name, pack), name] as const))
  const names = [...all.values()].filter(name => isShapely(name) && isCutWhole(name, whole))
  const again = names.filter(name => isCalledAgain(name, names, whole.slice(whole.indexOf(name)), pack))
  if (again.length === 1) return again[0]!
  const first = unquoted(`${document.title ?? ''}\n${newsBlocks(document)[0] ?? ''}`)
  const isFirst = (name: string) => first.includes(name) || organisationsIn(first, pack, whole).includes(name)
  return names.length === 1 && isFirst(names[0]!) ? names[0]! : null
}

/** It begins with a word in capitals, ends with a word, and is no line in capitals throughout. */
const isShapely = (name: string) =>
  /^[\p{Lu}\p{Lo}]\S/u.test(name) &&
  !/\s\S*\d$/u.test(name) &&
  (name.split(' ').length <= MOST_SHOUTED || name !== name.toUpperCase() || name === name.toLowerCase())
const MOST_SHOUTED = 5

/** No letter that was lost ends it early: `Werft Br�nlund`. */
const isCutWhole = (name: string, text: string) => {
  const at = text.indexOf(name)
  return at < 0 || !/^[\p{L}\ufffd?]/u.test(text.slice(at + name.length, at + name.length + 2))
}

/** Without the quotation marks that a name may stand in. */
const unquoted = (text: string) => text.replaceAll(/["„“”«»‘’]/g, '')

/** Does a document call a body by its word alone? */
export const isSaidAlone = (document: IssuerSource, name: string, pack: LanguagePack): boolean =>
  isCalledAgain(name, [], wholeOf(document), pack)

const LONGEST_OFFICE = 110

/** Whose press office signs: `Ufficio Stampa del Ministero delle Acque interne`. */
const officesOf = ({ blocks }: IssuerSource, pack: LanguagePack) =>
  blocks.flatMap(({ kind, text }) => {
    if ((kind !== 'contact' && kind !== 'note') || text.length > LONGEST_OFFICE || /[\d@:]/.test(text)) return []
    const lead = patternsOf(pack).contactLead(text)
    const [small = '', ...rest] = lead === null ? [] : text.slice(lead.length).trim().split(/\s+/)
    if (!INSIDE.has(small.toLowerCase())) return []
    return isBody(rest[0] ?? '', pack)
      ? rest.join(' ')
      : organisationsIn(`${small} ${rest.join(' ')}`, pack).slice(0, 1)
  })

/** The steps of the path above the text that are names of bodies. */
const pathNames = ({ blocks }: IssuerSource, pack: LanguagePack) =>
  blocks
    .slice(0, PATH_WITHIN)
    .filter(({ kind, text }) => kind === 'chrome' && text.length <= LONGEST_PATH && /[»›>|/]/.test(text))
    .flatMap(({ text }) => text.split(/\s?[»›>|/]\s?/).filter(step => step.includes(' ') && isOrganisation(step, pack)))

/** Is the word for a body said alone, of no other body: `the foundation`, `der Verband`, `kommunen`, `l'associazione`? */
function isCalledAgain(name: string, others: readonly string[], text: string, pack: LanguagePack): boolean {
  const words = bodyEnds(name, pack)
  if (words.length === 0 || others.some(other => other !== name && bodyEnds(other, pack).some(w => words.includes(w))))
    return false
  return definite(words, pack).test(text)
}

const leads = oncePer((pack: LanguagePack) => {
  const [elided, plain] = [pack.definiteLeads.filter(isElided), pack.definiteLeads.filter(lead => !isElided(lead))]
  const glued = pack.prefixLetters ? `[${pack.prefixLetters}]{0,2}` : ''
  return [
    plain.length > 0 ? `${glued}(?:${alternation(plain)})${glued ? '' : '\\s'}` : '',
    elided.length > 0 ? `(?:${alternation(elided)})` : '',
  ].filter(Boolean)
})
const isElided = (lead: string) => /['’]$/.test(lead)
const SMALL = alternation([...INSIDE])

/** Words behind what makes them known, or with an ending that does, and no name behind them. */
function definite(words: readonly string[], pack: LanguagePack): RegExp {
  const any = `(?:${words.map(literally).join('|')})`
  const endings = pack.definiteEndings.length > 0 ? `(?:${alternation(pack.definiteEndings)})` : ''
  // An ending may stand behind an article (`des Verbandes`), or do without (`foreningen`).
  const shapes = [
    ...(leads(pack).length > 0 ? [`(?:${leads(pack).join('|')})${any}${endings && `${endings}?`}`] : []),
    ...(endings && leads(pack).length === 0 ? [`${any}${endings}`] : []),
  ]
  return anyCase(
    `(?<![\\p{L}\\p{M}])(?:${shapes.join('|')})(?![\\p{L}\\p{M}-])(?!\\s(?:(?:${SMALL})\\s){0,2}\\p{Lu})`,
    'u',
  )
}
