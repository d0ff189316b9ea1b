/**
 * Addresses and symbols that translations do not agree on: URLs, e-mail addresses, tickers, identifiers of securities. They
 * are the same in every language, but for the language that a site names in its own (`/de/`, `index.it.html`).
 */
import type { Identifier, Ticker } from '../model.js'
import type { Claim, Side } from './compare.js'
import { distance, isForm } from './name-words.js'
import { locator, type View } from './views.js'

interface AddressClaim extends Claim {
  readonly kind: 'url' | 'mail' | 'symbol'
}

const URL_OR_MAIL =
  /(?:https?:\/\/|www\.)[^\s<>"“”«»|)\]}]{3,2000}|(?<![\w.+-])[\w.+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}/giu
// Whatever mark stands behind it, seen or not (`…`, `)`, a mark of direction), is of the sentence.
const END = /[^\p{L}\p{N}/]+$/u
const UNSEEN = /\p{Cf}/gu
// Pages of a site in a language of their own.
const PARTS = /[/.?&=_#-]+/
const COMPARED = 80
const MAIL_SLIPS = 2
const SHORT_PART = 3

/** URLs and e-mail addresses of the documents of a unit; `tags` are the languages of the release. */
export function addressSides(views: readonly View[], tags: readonly string[]): Side<AddressClaim>[] {
  const languages = new Set([...tags, 'en'])
  return views.map(view => {
    const locate = locator(view)
    const claims = view.blocks.flatMap(block =>
      Array.from(block.text.matchAll(URL_OR_MAIL), ({ index: start, 0: found }): AddressClaim => {
        const text = found.replace(END, '')
        const kind = isMail(text) ? 'mail' : 'url'
        const key = kind === 'mail' ? text.toLowerCase() : urlKey(text, languages)
        return { key, kind, ...locate({ block: block.id, start, end: start + text.length }, text) }
      }),
    )
    // Whom to ask is another in each country: only a slip in such an address is reported.
    const isContact = view.blocks.some(({ kind }) => kind === 'contact')
    const slips = (claim: AddressClaim) => claims.some(own => own.kind === 'mail' && isSlip(own.key, claim.key))
    return {
      document: view.document.id,
      claims,
      allows: claim => claim.kind === 'mail' && isContact && !slips(claim),
    }
  })
}

const isMail = (text: string) => /^[^/]*@/.test(text)
const isSlip = (a: string, b: string) => a !== b && distance(a, b, MAIL_SLIPS) <= MAIL_SLIPS && !isOtherEdition(a, b)

/** An address without protocol, `www.`, languages and the stroke at its end. */
function urlKey(url: string, languages: ReadonlySet<string>): string {
  const bare = url
    .toLowerCase()
    .replace(UNSEEN, '')
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
  return bare
    .split(PARTS)
    .filter(part => part !== '' && !languages.has(part))
    .join('/')
}

/** Tickers and identifiers of the documents of a unit. */
export function symbolSides(views: readonly View[]): Side<AddressClaim>[] {
  return views.map(view => {
    const locate = locator(view)
    const claim = (key: string, mention: Ticker | Identifier, value: string): AddressClaim => {
      return { key, kind: 'symbol', ...locate(mention, value) }
    }
    const claims = [
      ...view.tickers.map(ticker => claim(`ticker ${ticker.symbol}`, ticker, ticker.symbol)),
      ...view.identifiers.map(one => claim(`${one.scheme} ${one.value}`, one, one.value)),
    ]
    const text = view.blocks.map(block => block.text).join('\n')
    return { document: view.document.id, claims, allows: ({ statement }) => text.includes(statement.value) }
  })
}

/** How likely one address stands for another: of the same kind, and much the same. */
export function nearAddresses(a: AddressClaim, b: AddressClaim): number {
  if (a.kind !== b.kind) return 0
  if (a.kind === 'symbol' && a.key.split(' ')[0] !== b.key.split(' ')[0]) return 0
  if (a.kind === 'mail' && isOtherEdition(a.key, b.key)) return 0
  const [x, y] = [a.key.slice(0, COMPARED), b.key.slice(0, COMPARED)]
  return 1 + 1 - distance(x, y, COMPARED) / Math.max(x.length, y.length, 1)
}

/** `jane@elbwerk.de`, `jane@elbwerk.nl`; `press@`, `presse@`: short parts, and those with an ending, are of another edition. */
export function isOtherEdition(a: string, b: string): boolean {
  const [x, y] = [a.split(/[.@_-]/), b.split(/[.@_-]/)]
  const isAlike = (p: string, q: string) => isForm(p, q) || (p.length <= SHORT_PART && q.length <= SHORT_PART)
  return x.length === y.length && x.every((part, i) => isAlike(part, y[i]!))
}
