/** No repair brings a script into a text whose language, given or told, is not written in it. */
import { describe, expect, test } from 'vitest'
import { repair } from '../src/index.js'

const read1252 = (text: string) =>
  Array.from(Buffer.from(text, 'utf8'), byte => new TextDecoder('windows-1252').decode(Uint8Array.of(byte))).join('')

const german =
  'Die Werft in Emden hat am Montag den Bau der zweiten Halle begonnen. Nach Angaben des Betreibers soll die Anlage ' +
  'im Herbst mit der Arbeit beginnen und bis zu dreihundert Menschen eine Stelle geben. Der Vertrag mit der Stadt ist ' +
  'auf zwanzig Jahre geschlossen, und die Kosten werden von beiden Seiten getragen.'

describe('foreign scripts', () => {
  test.each([
    ['Cyrillic', 'Москва'],
    ['Greek', 'Αθήνα'],
  ])('%s stays mojibake where the language is given', (_, word) => {
    const text = `Das Werk ${read1252(word)} beginnt.`
    const given = repair(text, { language: 'de' })
    expect(given.text).toBe(text)
    expect(given.unrepaired.some(u => u.reason === 'foreign-script')).toBe(true)
    expect(repair(text).text).toBe(`Das Werk ${word} beginnt.`)
  })

  test('a word in a text that tells its own language stays, and its own letters are mended', () => {
    const text = `${german} ${read1252('Über Москва')}.`
    const { text: mended, unrepaired } = repair(text)
    expect(mended).toBe(`${german} Über ${read1252('Москва')}.`)
    expect(unrepaired.map(u => u.reason)).toContain('foreign-script')
    expect(repair(mended).text).toBe(mended)
  })

  test('a text that is mostly of the other script is mended, whatever the rest says', () => {
    const russian = Array.from({ length: 12 }, () => 'Завод начал работу в понедельник').join('. ')
    expect(repair(`${german}\n\n${read1252(russian)}`).text).toBe(`${german}\n\n${russian}`)
  })

  test.each(['٢', 'ж', '中', 'ש'])('%s in a word of another script stays mojibake', char => {
    const text = `${german} Der Gro${read1252(char)}auftrag steht.`
    expect(repair(text, { language: 'de' }).text).toBe(text)
    expect(repair(text).text).toBe(text)
  })

  test('single letters are signs', () => {
    expect(repair(`${german} Ein ${read1252('π')}-Wert.`, { language: 'de' }).text).toBe(`${german} Ein π-Wert.`)
  })
})
