/**
 * Addresses and symbols that translations do not agree on: URLs, e-mail addresses, tickers, identifiers of securities. They
 * are the same in every language, but for the language that a site names in its own (`/de/`, `index.it.html`).
 */
import type { Identifier, Ticker } from '../model.js'
import type { Claim, Side } from './compare.js'
import { distance } from './name-words.js'
import { locator, type View } from './views.js'

interface AddressClaim extends Claim {
  readonly kind: 'url' | 'mail' | 'symbol'
}

const URL_OR_MAIL =
  /(?:https?:\/\/|www\.)[^\s<>"“”«»|)\]}]{3,2000}|(?<![\w.+-])[\w.+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}/giu
const END = /[.,;:!?'’…]+$/
// Pages of a site in a language of their own.
const PARTS = /[/.?&=_#-]+/
const COMPARED = 80

/** URLs and e-mail addresses of the documents of a unit; `tags` are the languages of the release. */
export function addressSides(views: readonly View[], tags: readonly string[]): Side<AddressClaim>[] {
  const languages = new Set([...tags, 'en'])
  return views.map(view => {
    const locate = locator(view)
    const claims = view.blocks.flatMap(block =>
      Array.from(block.text.matchAll(URL_OR_MAIL), ({ index: start, 0: found }): AddressClaim => {
        const text = found.replace(END, '')
        const kind = /^[^/]*@/.test(text) ? 'mail' : 'url'
        const key = kind === 'mail' ? text.toLowerCase() : urlKey(text, languages)
        return { key, kind, ...locate({ block: block.id, start, end: start + text.length }, text) }
      }),
    )
    return { document: view.document.id, claims, allows: () => false }
  })
}

/** An address without protocol, `www.`, languages and the stroke at its end. */
function urlKey(url: string, languages: ReadonlySet<string>): string {
  const bare = url
    .toLowerCase()
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
  const [x, y] = [a.key.slice(0, COMPARED), b.key.slice(0, COMPARED)]
  return 1 + 1 - distance(x, y, COMPARED) / Math.max(x.length, y.length, 1)
}
