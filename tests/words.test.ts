/** Words of a text: the loop that reads texts of our languages finds what the pattern finds. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, wordsIn } from '../src/tokens/words.js'

const PATTERN = /[\p{L}\p{M}]+(?:(?<=[\u0590-\u05ff])["'״׳’](?=[\u05d0-\u05ea])[\p{L}\p{M}]+)*/gu
const byPattern = (text: string) =>
  Array.from(text.matchAll(PATTERN), ({ 0: found, index }) => ({
    text: found,
    start: index,
    end: index + found.length,
  }))

test.each([
  ['Die Elbwerk AG (Kiel) zahlt 5 € – mehr', ['Die', 'Elbwerk', 'AG', 'Kiel', 'zahlt', 'mehr']],
  ["l’isola dell'80% è già qui", ['l', 'isola', 'dell', 'è', 'già', 'qui']],
  ['דו"חות של צה״ל, ב־15 ב"מאי"', ['דו"חות', 'של', 'צה״ל', 'ב', 'ב"מאי']],
  ["שָׁלוֹם ג'ון", ['שָׁלוֹם', "ג'ון"]],
])('%s', (text, words) => {
  expect(wordsIn(text).map(word => word.text)).toEqual(words)
})

test('law: every text without Asian letters is read as by the pattern', () => {
  const letters = fc.constantFrom(...'abÅé\u0301ßøŁЖ\u05b8אםת"\'״׳’‘ -–…€5\n·ªǅ\u0378\u2071\u20d0😀𝑙')
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 40 }), text => {
      expect(wordsIn(text)).toEqual(byPattern(text))
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['Über', 'uber'],
  ['SØREN', 'soren'],
  ['שלום', 'שלומ'],
  ['צה״ל', 'צהל'],
  ['אבא', 'אבא'],
])('%s is folded to %s', (word, folded) => {
  expect(fold(word)).toBe(folded)
})
