/**
 * Which column of a table, or key of JSON, holds the text, the title and the rest: as the user says, or by the names that
 * exports use. Capitals, blanks, hyphens and underscores make no difference: `Full Text`, `full_text`, `fullText`.
 */
import { UserError } from '../errors.js'
import type { FieldNames } from './inner.js'

/** In the order in which they are tried. ninjs 1 and 3 (IPTC), schema.org and WordPress are among them. */
const USUAL = {
  text: [
    ...['body', 'text', 'content', 'fulltext', 'bodytext', 'articlebody', 'contenttext', 'releasetext', 'pressrelease'],
    ...['bodyhtml', 'contenthtml', 'bodyxhtml', 'html', 'bodies', 'article'],
  ],
  title: ['title', 'headline', 'heading', 'subject', 'headlines'],
  date: [
    ...['date', 'published', 'publishedat', 'publisheddate', 'publicationdate', 'datepublished', 'pubdate', 'issued'],
    ...['versioncreated', 'contentcreated', 'created', 'createdat'],
  ],
  language: ['language', 'lang', 'locale', 'inlanguage', 'languagecode', 'languagetag'],
  url: ['url', 'link', 'permalink', 'canonicalurl', 'sourceurl', 'href', 'uri'],
  publisher: ['publisher', 'issuer', 'company', 'organisation', 'organization', 'source'],
} as const

export type Wanted = keyof typeof USUAL
const WANTED = Object.keys(USUAL) as readonly Wanted[]

/** The name of the column for each thing; null where there is none. */
export type Fields = Readonly<Record<Wanted, string | null>>

const key = (name: string) => name.toLowerCase().replace(/[\s_.-]+/g, '')

const optionOf = (wanted: Wanted, options: FieldNames): string | undefined =>
  wanted === 'publisher' ? undefined : options[`${wanted}Field`]

/** Which of the names hold what. */
export function fieldsOf(names: readonly string[], options: FieldNames): Fields {
  const byKey = new Map(names.map(name => [key(name), name]).reverse() as [string, string][])
  const found = WANTED.map(wanted => {
    const named = optionOf(wanted, options)
    const choices = named === undefined ? USUAL[wanted] : [named]
    const exact = named !== undefined && names.includes(named) ? named : undefined
    return [wanted, exact ?? choices.map(choice => byKey.get(key(choice))).find(name => name !== undefined) ?? null]
  })
  return Object.fromEntries(found)
}

/** Throws a UserError for an option that names a field that no row has. `names` are all names of the container. */
export function checkFields(names: readonly string[], options: FieldNames, path: string): void {
  const fields = fieldsOf(names, options)
  for (const wanted of WANTED) {
    const named = optionOf(wanted, options)
    if (named === undefined || fields[wanted] !== null) continue
    const known = names.slice(0, NAMES_SHOWN).join(', ')
    throw new UserError(`--${wanted}-field names "${named}", which ${path} does not have; it has: ${known}`)
  }
}

const NAMES_SHOWN = 30
