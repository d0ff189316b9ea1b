/** Quotation marks lost as `?`, with or without the space before them: which mark comes back. All texts are made up. */
import { describe, expect, test } from 'vitest'
import { repair } from '../src/index.js'

const mended = (language: string, text: string) => repair(text, { language }).text

describe('opening marks that swallowed the space before them', () => {
  test.each([
    [
      'the other mark tells double from single',
      'de',
      'Das Schiff ist neu.\n\n?Wir nennen es die?Möwe\' und bauen weiter", sagte er.\n\nSie rief:?Gut", und er rief:?Schön".',
      'Das Schiff ist neu.\n\n„Wir nennen es die ‚Möwe\' und bauen weiter", sagte er.\n\nSie rief: „Gut", und er rief: „Schön".',
    ],
    [
      'a quotation over two paragraphs',
      'en',
      'She said:?The harbour is ready.\n\n?The boats are coming", and left.\n\nHe said:?Good", and stayed.',
      'She said: “The harbour is ready.\n\n“The boats are coming", and left.\n\nHe said: “Good", and stayed.',
    ],
    [
      'a clipped word',
      'nl',
      "Hij zei:?Ik begin om zes uur?s ochtends', en ging naar huis. Zij zei:?Dat is vroeg'.",
      "Hij zei: ‘Ik begin om zes uur ’s ochtends', en ging naar huis. Zij zei: ‘Dat is vroeg'.",
    ],
    [
      'a Hebrew word of letters that are prefixes',
      'he',
      'הוא אמר:?זה הבית של?החברים" והלך. היא אמרה:?טוב מאוד" ונשארה.',
      'הוא אמר: “זה הבית של “החברים" והלך. היא אמרה: “טוב מאוד" ונשארה.',
    ],
  ])('%s', (_, language, before, after) => {
    expect(mended(language, before)).toBe(after)
  })
})

test('a Hebrew acronym has its mark before the last letter', () => {
  const text = 'הוא נסע לארה?ב עם מנכ?ל החברה, ו?היא נשארה?, אמר.'
  expect(mended('he', text)).toMatch(/^הוא נסע לארה”ב עם מנכ”ל החברה/)
})

test('the sign of a currency beside a large number', () => {
  expect(mended('nl', 'De brug kost ? 3,5 miljoen en de weg ? 2 miljard, zei de minister.')).toBe(
    'De brug kost € 3,5 miljoen en de weg € 2 miljard, zei de minister.',
  )
})

describe('is left as it stands', () => {
  test.each([
    ['en', 'Was it 3 or 4? 5 of them said so. Why? Nobody knows.'],
    ['de', 'Wer wird Millionär? 3 Millionen Menschen sehen zu. Und wer noch? Keiner.'],
    ['nl', "Hoe laat? Om zes uur 's ochtends. En waarom? Dat weet niemand."],
    ['he', 'מי הלך? מנכ"ל החברה. ומה אמר? לא ידוע.'],
    [
      'en',
      'let a = b ? c : d, e = f ? g : h, i = j ? k : l in the script; <?xml version="1.0"?> begins it, says “Nordkyst”.',
    ],
    ['en', 'Press the "?" key; (?) and ( ? ) mark a doubt. Why? because. And then? nothing. Who? nobody.'],
    ['de', 'Was?? so viel?? ja?? wirklich?? Und dann?? nichts.'],
    ['it', '«Ecco», ha detto. “Forse”, ‘sì’. (Davvero?) [sic] Perché? boh. E poi? niente. Chi? come?'],
    ['en', 'The painter (born ?1650 – died 1712) left no letters.'],
  ])('%s: %s', (language, text) => {
    expect(mended(language, text)).toBe(text)
  })
})
