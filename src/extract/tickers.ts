/**
 * Symbols of securities: tickers behind the name of an exchange (`(NYSE: KYN; TSX: KYN.A)`), and identifiers. An ISIN
 * must pass its check digit (ISO 6166, Luhn over letters as numbers), a LEI its own (ISO 17442, mod 97); a WKN has none
 * and counts only behind its name. What fails is left out.
 */
import { exchanges } from '../languages/companies.js'
import type { Identifier, Ticker } from '../model.js'

const MIC: ReadonlyMap<string, string | null> = new Map(
  exchanges.flatMap(({ mic, names }) => names.map(name => [name.toLowerCase(), mic] as const)),
)
const SYMBOL = '[A-Z0-9]{1,8}(?:[.\\-][A-Z0-9]{1,4})?'
// > | (Nasdaq: QLLN)   NYSE/TSX: KYN, KYN.PR   (TASE:QLLN)   (Euronext Milan: "ABC")
//              ^ a colon before capitals or digits, and the names of exchanges before it
const COLON = /:\s{0,2}["“']?(?=[A-Z\d])/g
const LONGEST_NAME = Math.max(...[...MIC.keys()].map(name => name.length))
const FIRST = new RegExp(`(${SYMBOL})(?![\\p{L}\\p{N}:])`, 'uy')
const MORE = new RegExp(
  `["”']?\\s?(?:,|/|&|\\bund\\b|\\band\\b)\\s{0,2}["“']?(?!ISIN|WKN|LEI)(${SYMBOL})(?![\\p{L}\\p{N}]|\\s?:)`,
  'uy',
)
const ISIN = /(?<![\p{L}\p{N}])[A-Z]{2}[A-Z0-9]{9}\d(?![\p{L}\p{N}])/gu
const LEI = /(?<![\p{L}\p{N}])[A-Z0-9]{18}\d{2}(?![\p{L}\p{N}])/gu
const WKN = /(?<![\p{L}\p{N}])(WKN(?:\s?[:/]\s?|\s|\s?\(?D\)?:\s?))([A-Z0-9]{6})(?![\p{L}\p{N}])/gu
const MAY_HAVE_CODE = /[A-Z0-9]{12}|WKN/
// A symbol without letters is one only where exchanges number their companies.
const NUMBERED: ReadonlySet<string> = new Set(['XHKG', 'XSHG', 'XSHE', 'XTKS', 'XKRX', 'XKOS', 'XTAI', 'XBOM', 'XSES'])
// A place is the name of an exchange only inside brackets: `Frankfurt: 20` is something else.
const INSIDE = 60

type In<T> = Omit<T, 'block'>

/** The tickers of a text, in order; each exchange of several before one symbol has an entry of its own. */
export function tickersIn(text: string): In<Ticker>[] {
  const found: In<Ticker>[] = []
  if (!text.includes(':')) return found
  for (const colon of text.matchAll(COLON)) {
    const { names, start: at } = namesBefore(text, colon.index)
    if (names.length === 0) continue
    if (!bracketed(text, at) && !/^(?=.*[A-Z].*[A-Z])/.test(names[0]!)) continue
    for (const { symbol, start } of symbolsAt(text, colon.index + colon[0].length)) {
      for (const exchange of names) {
        const mic = MIC.get(exchange.toLowerCase()) ?? null
        if (!/[A-Z]/.test(symbol) && !(mic && NUMBERED.has(mic))) continue
        found.push({ exchange, mic, symbol, start, end: start + symbol.length })
      }
    }
  }
  return found
}

/** The exchanges named right before an offset, one or several with slashes between them, and where they begin. */
function namesBefore(text: string, end: number): { names: string[]; start: number } {
  const names: string[] = []
  let start = end
  for (let at: number | null = end; at !== null && names.length < 4; ) {
    const head: string = text
      .slice(Math.max(0, at - LONGEST_NAME - 12), at)
      .replace(/[®™]?(?:\s(?:ticker|symbol))?[®™]?\s?$/i, '')
    const name = nameAtEnd(head)
    if (!name) break
    names.unshift(name)
    start = text.lastIndexOf(name, at - name.length)
    const link: RegExpExecArray | null = /\s?[/&]\s?$/.exec(text.slice(Math.max(0, start - 3), start))
    at = link ? start - link[0].length : null
  }
  return { names, start }
}

/** The longest name of an exchange that a text ends with. */
function nameAtEnd(text: string): string | null {
  for (let start = Math.max(0, text.length - LONGEST_NAME); start < text.length; start++) {
    if (start > 0 && /[\p{L}\p{N}]/u.test(text[start - 1]!)) continue
    const name = text.slice(start)
    if (MIC.has(name.toLowerCase())) return name
  }
  return null
}

/** Is a bracket open at an offset? */
function bracketed(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - INSIDE), at)
  return before.lastIndexOf('(') > before.lastIndexOf(')') || before.lastIndexOf('[') > before.lastIndexOf(']')
}

function symbolsAt(text: string, at: number): { symbol: string; start: number }[] {
  const out: { symbol: string; start: number }[] = []
  FIRST.lastIndex = at
  for (let match = FIRST.exec(text); match; match = MORE.exec(text)) {
    const end = match.index + match[0].length
    out.push({ symbol: match[1]!, start: end - match[1]!.length })
    // A second symbol without letters, or a word in capitals far away, is none.
    if (out.length > 3) break
    MORE.lastIndex = end
  }
  return out
}

/** ISINs, LEIs and WKNs of a text, in order. */
export function identifiersIn(text: string): In<Identifier>[] {
  if (!MAY_HAVE_CODE.test(text)) return []
  const found: In<Identifier>[] = []
  const add = (scheme: Identifier['scheme'], value: string, start: number) =>
    found.push({ scheme, value, start, end: start + value.length })
  for (const match of text.matchAll(ISIN)) if (isIsin(match[0])) add('ISIN', match[0], match.index)
  for (const match of text.matchAll(LEI)) if (isLei(match[0])) add('LEI', match[0], match.index)
  for (const match of text.matchAll(WKN)) add('WKN', match[2]!, match.index + match[1]!.length)
  return found.sort((a, b) => a.start - b.start)
}

/** Letters are two digits from 10 on. */
const asDigits = (code: string) => code.replace(/[A-Z]/g, letter => String(letter.charCodeAt(0) - 55))

/** ISO 6166: every second digit from the right doubled, the sum of all digits a multiple of ten. */
export function isIsin(code: string): boolean {
  if (!/^[A-Z]{2}[A-Z0-9]{9}\d$/.test(code)) return false
  let sum = 0
  for (const [i, digit] of [...asDigits(code)].reverse().entries()) {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}

/** ISO 17442: the number modulo 97 is one. */
export function isLei(code: string): boolean {
  if (!/^[A-Z0-9]{18}\d{2}$/.test(code) || !/[A-Z]/.test(code)) return false
  let rest = 0
  for (const digit of asDigits(code)) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}
