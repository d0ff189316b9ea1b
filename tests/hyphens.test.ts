/** Hyphens at line ends in six languages: soft ones go, real ones stay, suspended ones keep their blank. */
import { describe, expect, test } from 'vitest'
import { packOf } from '../src/languages/index.js'
import { cutOf, hyphenJoins } from '../src/segment/joins.js'

const join = (lines: readonly string[], at: number, tag: string): string => {
  const cut = cutOf(lines[at]!, lines[at + 1]!)
  if (!cut) return `${cut}`
  const { glue, drop } = hyphenJoins(
    lines.map(text => ({ text })),
    packOf(tag)!,
  )(cut)
  return cut.left + (drop ? '' : cut.sign) + glue + cut.right
}

describe('by itself', () => {
  test.each([
    ['de', 'die neue Regie-', 'rung in Kiel', 'Regierung'],
    ['de', 'das große Frühlings-', 'Fest am Hafen', 'Frühlings-Fest'],
    ['de', 'im In-', 'und Ausland', 'In- und'],
    ['de', 'die Haupt-', 'oder Nebensache', 'Haupt- oder'],
    ['de', 'die CO-', 'freie Werft', 'CO-freie'],
    ['de', 'ein 20-', 'jähriger Vertrag', '20-jähriger'],
    ['de', 'eine Zusam\u00ad', 'menarbeit', 'Zusammenarbeit'],
    ['da', 'den nye rege-', 'ring i landet', 'regering'],
    ['da', 'både ind-', 'og udland', 'ind- og'],
    ['da', 'en EU-', 'støttet havn', 'EU-støttet'],
    ['it', 'il nuovo gover-', 'no del paese', 'governo'],
    ['it', 'il rapporto italo-', 'Svizzera', 'italo-Svizzera'],
    ['it', 'la societ\u00e0 di comuni-', 'cazione', 'comunicazione'],
    ['nl', 'de nieuwe rege-', 'ring van het land', 'regering'],
    ['nl', 'voor land-', 'en tuinbouw', 'land- en'],
    ['nl', 'het tv-', 'programma van 2026', 'tv-programma'],
    ['en', 'the new govern-', 'ment said', 'government'],
    ['en', 'a long-', 'term plan', 'long-term'],
    ['en', 'the state-of-', 'the-art yard', 'of-the'],
    ['he', 'בתל אביב-', 'יפו', 'אביב-יפו'],
    ['he', 'ב-', '2026', 'ב-2026'],
  ])('%s: %s|%s', (tag, a, b, joined) => expect(join([a, b], 0, tag)).toBe(joined))

  test('no hyphen, no cut', () => expect(cutOf('ein Schiff –', 'und ein Hafen')).toBeNull())
})

describe('by the rest of the text', () => {
  test.each([
    ['the whole word', ['the Velmora-', 'dyne pump', 'A Velmoradyne is a pump.'], 'Velmoradyne'],
    ['the word with its hyphen', ['the Velmora-', 'dyne pump', 'A Velmora-dyne is a pump.'], 'Velmora-dyne'],
    ['both parts as words', ['the Velmora-', 'dyne pump', 'Velmora makes it.', 'A dyne is a force.'], 'Velmora-dyne'],
  ])('%s', (_, lines, joined) => expect(join(lines, 0, 'en')).toBe(joined))

  test('a text that cuts words cuts this one too', () => {
    const cutting = ['eine Talber-', 'reise der Regie-', 'rung und der Gemein-', 'den im Nor-', 'den des Lan-', 'des']
    const plain = ['eine Talber-', 'reise', ...Array.from({ length: 30 }, () => 'und eine Zeile ohne Strich')]
    expect(join(cutting, 0, 'de')).toBe('Talberreise')
    expect(join(plain, 0, 'de')).toBe('Talber-reise')
  })

  test('Hebrew prefixes as the text writes them', () => {
    expect(join(['ל-', 'MTX', 'ב- 20 מיליון, ל- ABC'], 0, 'he')).toBe('ל- MTX')
    expect(join(['ל-', 'MTX', 'ב-20 מיליון, ל-ABC'], 0, 'he')).toBe('ל-MTX')
  })
})
