/** Numbers with units, and symbols of securities; companies, symbols and codes are invented but for the check digits. */
import { describe, expect, test } from 'vitest'
import { quantitiesIn } from '../src/extract/quantities.js'
import { identifiersIn, isIsin, isLei, tickersIn } from '../src/extract/tickers.js'
import { packOf } from '../src/languages/index.js'

const quantities = (tag: string, text: string) =>
  quantitiesIn(text, packOf(tag)!, []).map(q => `${q.text} = ${q.value}${q.unit === null ? '' : ` ${q.unit}`}`)

test.each<[tag: string, text: string, found: string[]]>([
  [
    'en',
    '220,000 people, 90 percent, 1.5 million euros',
    ['220,000 = 220000', '90 percent = 90 %', '1.5 million euros = 1500000 EUR'],
  ],
  [
    'en',
    'worth $61.4 million or US$5m, £2bn and 5 m long',
    ['$61.4 million = 61400000 USD', 'US$5m = 5000000 USD', '£2bn = 2000000000 GBP', '5 m = 5 m'],
  ],
  [
    'en',
    'between 10 and 15 million dollars, 20-25 °C, -5 °C',
    ['10 = 10000000 USD', '15 million dollars = 15000000 USD', '20 = 20 °C', '25 °C = 25 °C', '-5 °C = -5 °C'],
  ],
  ['en', 'A320, COVID-19, Q3, 5G, the 1990s, 24/7, 10:30, v2.0.1', []],
  [
    'en',
    'a 20-year plan for 1.6 million square feet at 30 km/h',
    ['20-year = 20 a', '1.6 million square feet = 1600000 ft²', '30 km/h = 30 km/h'],
  ],
  ['en', 'EUR 3.5 million, DKK 186 m, 2026', ['EUR 3.5 million = 3500000 EUR', 'DKK 186 m = 186000000 DKK']],
  [
    'de',
    '220.000 Menschen, 90 Prozent, 1,5 Mio. Euro, 0,8 %',
    ['220.000 = 220000', '90 Prozent = 90 %', '1,5 Mio. Euro = 1500000 EUR', '0,8 % = 0.8 %'],
  ],
  [
    'de',
    'um 3 Prozentpunkte auf 40 kWh und 20 Grad Celsius',
    ['3 Prozentpunkte = 3 pp', '40 kWh = 40 kWh', '20 Grad Celsius = 20 °C'],
  ],
  [
    'de',
    '10 bis 15 Mrd. Euro und CHF 2.5 Mio.',
    ['10 = 10000000000 EUR', '15 Mrd. Euro = 15000000000 EUR', 'CHF 2.5 Mio = 2500000 CHF'],
  ],
  [
    'da',
    '220.000 mennesker, 90 procent, 186 mio. kr., kr. 25',
    ['220.000 = 220000', '90 procent = 90 %', '186 mio. kr = 186000000 DKK', 'kr. 25 = 25 DKK'],
  ],
  [
    'it',
    '€ 2,3 mld, 5 milioni di euro, 90%, 12 mila tonnellate',
    ['€ 2,3 mld = 2300000000 EUR', '5 milioni di euro = 5000000 EUR', '90% = 90 %', '12 mila tonnellate = 12000 t'],
  ],
  [
    'nl',
    '€ 1,5 mln, 220.000 banen, 90 procent, 3 vierkante kilometer',
    ['€ 1,5 mln = 1500000 EUR', '220.000 = 220000', '90 procent = 90 %', '3 vierkante kilometer = 3 km²'],
  ],
  [
    'he',
    'כ-220,000 איש, 90 אחוזים, 5 מיליון שקלים, ה-15',
    ['220,000 = 220000', '90 אחוזים = 90 %', '5 מיליון שקלים = 5000000 ILS', '15 = 15'],
  ],
  [
    'he',
    '40 ק"מ, 20 מעלות, ₪2.5 מיליון, ב־12%',
    ['40 ק"מ = 40 km', '20 מעלות = 20 °', '₪2.5 מיליון = 2500000 ILS', '12% = 12 %'],
  ],
  ['en', 'from 9 a.m. to 5 p.m., at 10.30, worth $61.4 million.', ['$61.4 million = 61400000 USD']],
  ['de', 'um 10.30 Uhr, 14 Uhr, 9,25 Euro', ['9,25 Euro = 9.25 EUR']],
  ['he', '1,150 מ״ק ו-40 ק״מ', ['1,150 מ״ק = 1150 m³', '40 ק״מ = 40 km']],
  ['de', 'www.elbwerk.example/2024/17, a17@elbwerk.example', []],
])('%s: %s', (tag, text, found) => {
  expect(quantities(tag, text)).toEqual(found)
})

test('spans that are taken hold no quantities', () => {
  expect(quantitiesIn('am 3. Mai 45 Boote', packOf('de')!, [{ start: 3, end: 9 }]).map(q => q.text)).toEqual(['45'])
})

test('a long run of numbers takes time in proportion', () => {
  const time = (n: number) => {
    const text = '12,5 Mio. '.repeat(n)
    const start = performance.now()
    quantitiesIn(text, packOf('de')!, [])
    return performance.now() - start
  }
  time(1000)
  expect(time(20_000)).toBeLessThan(Math.max(50, time(2000)) * 60)
})

describe('tickers', () => {
  test.each<[string, string[]]>([
    ['Quillon Robotics, Inc. (Nasdaq: QLLN) today', ['XNAS QLLN']],
    ['(NYSE: KYX; TSX: KYX.A)', ['XNYS KYX', 'XTSX? KYX.A']],
    ['(NYSE/TSX: ELBW)', ['XNYS ELBW', 'XTSE ELBW']],
    ['(OTCQB: BBLX, BBLXW)', ['OTCQ BBLX', 'OTCQ BBLXW']],
    ['(Euronext Milan: ELB) und (Frankfurt: ELB)', ['MTAA ELB', 'XFRA ELB']],
    ['(NASDAQ Copenhagen: ELBW B)', ['XCSE ELBW']],
    ['(נאסד"ק: ELBW, ת"א: ELBW)', ['XNAS ELBW', 'XTAE ELBW']],
    ['listed as NYSE: KYX since', ['XNYS KYX']],
    ['In Frankfurt: NEU sind drei; (HKEX: 0700)', ['XHKG 0700']],
    ['(NYSE: the exchange) and (Photo: ABC)', []],
  ])('%s', (text, found) => {
    const tickers = tickersIn(text)
    expect(tickers.map(t => `${t.mic} ${t.symbol}`)).toEqual(found.map(f => f.replace('XTSX?', 'XTSE')))
    for (const { symbol, start, end } of tickers) expect(text.slice(start, end)).toBe(symbol)
  })
})

describe('identifiers', () => {
  test('check digits', () => {
    // The examples of the standards themselves.
    expect(isIsin('US0378331005')).toBe(true)
    expect(isIsin('US0378331006')).toBe(false)
    expect(isLei('5493001KJTIIGC8Y1R12')).toBe(true)
    expect(isLei('5493001KJTIIGC8Y1R13')).toBe(false)
  })

  test('in a text', () => {
    const text = 'ISIN: US0378331005 / WKN 865985, DE000A1X3X10; LEI 5493001KJTIIGC8Y1R12'
    expect(identifiersIn(text).map(i => `${i.scheme} ${text.slice(i.start, i.end)}`)).toEqual([
      'ISIN US0378331005',
      'WKN 865985',
      'LEI 5493001KJTIIGC8Y1R12',
    ])
  })
})
