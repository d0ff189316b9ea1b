/** Lossy repair: what is read back, and what must stay as it is. All texts are made up. */
import { describe, expect, test } from 'vitest'
import { repair } from '../src/index.js'
import { decodeSingleByte } from '../src/text/charset.js'

const mended = (language: string, text: string) => repair(text, { language }).text

describe('every character beyond ASCII became a question mark', () => {
  test.each([
    [
      'de',
      'Die Sch?lerin m?chte f?r die K?che ein gro?es Fenster.',
      'Die Schülerin möchte für die Küche ein großes Fenster.',
    ],
    ['da', 'B?rnene l?ber p? gr?sset, og han st?r p? gaden.', 'Børnene løber på græsset, og han står på gaden.'],
    [
      'it',
      'La citt? ? pi? bella, perch? c?? il mare e l?aria ? pulita.',
      'La città è più bella, perché c’è il mare e l’aria è pulita.',
    ],
    ['nl', 'Het is re?el dat Belgi? en Itali? idee?n hebben.', 'Het is reëel dat België en Italië ideeën hebben.'],
  ])('%s: %s', (language, before, after) => {
    expect(mended(language, before)).toBe(after)
    expect(mended(language, before.replaceAll('?', '\ufffd'))).toBe(after)
  })

  test('every repair says that it is lossy, and how sure it is', () => {
    const { repairs } = repair('Wir m?chten f?r die Kinder sch?ne B?cher.', { language: 'de' })
    expect(repairs.length).toBe(4)
    for (const r of repairs) expect(r.lossy && r.confidence > 0 && r.confidence < 1).toBe(true)
  })
})

describe('mojibake that lost its controls', () => {
  const dropped = (text: string) =>
    decodeSingleByte(Buffer.from(text, 'utf8'), 'windows-1252')
      .replace(/[\x80-\x9f\u00ad]/g, '')
      .replaceAll('\u00a0', ' ')

  test.each([
    'אני לא יודע מה הוא אמר, אבל אנשים רבים היו שם.',
    'La città è “grande” e la “casa” è lì.',
    'Gegen 7:00\u00a0Uhr kamen schon 48\u00a0Kinder über die Brücke.',
  ])('%s', text => {
    expect(repair(dropped(text)).text).toBe(text)
  })
})

describe('letters of a scan of mojibake', () => {
  test.each([
    ['da', 'Det er sA,ndag, og bA,rnene skal pA¥ tur. De fA¥r vA|ret med, og sA! er de hjA|lpsomme i A¥r.', 'søndag'],
    ['de', 'Das KA¶nigreich hat fA1/4r die BA¼hne und die WAohler in der NA¤he schA{ne RA¤ume.', 'Königreich'],
  ])('%s: %s', (language, text, word) => {
    expect(mended(language, text)).toContain(word)
  })
})

describe('is left as it stands', () => {
  test.each([
    ['de', 'Was ist neu? Viel. Kommst du? Ja, und du? Gut. Wer zahlt? Niemand.'],
    ['de', 'Die USA und die NATO? Ja, sagt die AEG. A4, CO2 und 100 km/h, oder?'],
    ['it', 'Chi parla? Nessuno. Come mai? Non si sa. Dove va? A casa. E poi? Basta.'],
    ['en', 'See https://example.org/find?q=a&l=b and mail a.b@example.org. Why? Who knows? No one.'],
    ['nl', "Hij zei 'ja' en ging. De foto's? Mooi. 's Avonds? Nee."],
    ['da', 'Hvad sker der? Ingenting. Hvorfor? Det ved jeg ikke. Er du klar?'],
    ['en', 'Codes such as X?Y-12 and AB?12 stay; so do vitaminA and iPad.'],
  ])('%s: %s', (language, text) => {
    expect(repair(text, { language }).text).toBe(text)
  })
})

test.each(['?', 'a?', '?a', 'l?', 'pi? ', '\ufffd', '× ', 'שנ× ', 'aA,', 'AY'])(
  'a long line of %j takes time in proportion',
  unit => {
    const time = (n: number) => {
      const text = `perch? la citt? va. ×ב× ${unit.repeat(n)}`
      const start = process.cpuUsage().user
      repair(text, { language: 'it' })
      return process.cpuUsage().user - start
    }
    time(2000)
    expect(time(80_000) / Math.max(time(8000), 3000)).toBeLessThan(60)
  },
)
