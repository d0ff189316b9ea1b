/** Sentences: where a full stop ends one, and where it does not. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packOf, packs } from '../src/languages/index.js'
import { sentencesOf } from '../src/text/sentences.js'

const cut = (tag: string | null, text: string) =>
  sentencesOf(text, tag === null ? null : packOf(tag)!).map(span => text.slice(span.start, span.end))

test.each([
  ['en', ['Mr. Fennick spoke first.', 'Nobody answered!', 'Why?', '“We wait.”', 'Then J. Orlow left.']],
  ['de', ['Am 15. Mai kam Dr. Weber.', '„Gut so.“', 'Der 14. Kongress beginnt.', 'Es war 2031.', 'Danach Ruhe.']],
  ['da', ['Den 4. marts åbner parken.', 'Den ligger i Ribe.']],
  ['nl', ['Op 3 mei kwam dr. Bos.', '‘Prima!’', 'Daarna niets.']],
  ['it', ['Il dott. Rovati è arrivato.', '«Bene.»', 'È tutto qui.']],
  ['he', ['הפארק נפתח ב-3 במאי.', 'מי הגיע?', 'כולם.']],
])('%s', (tag, sentences) => {
  expect(cut(tag, sentences.join(' '))).toEqual(sentences)
})

test('a small letter after a full stop continues the sentence, in any language', () => {
  expect(cut(null, 'Approx. three of them. Two stayed.')).toEqual(['Approx. three of them.', 'Two stayed.'])
})

test('nothing in a blank text', () => {
  expect(cut('en', '')).toEqual([])
  expect(cut('en', ' \n\t')).toEqual([])
})

test('law: spans are in order, disjoint, trimmed, and leave out nothing but white space', () => {
  const unit = fc.constantFrom(...'aBc 1.?!…"“”()\n\u00a0שלם', 'Dr.', '. ', '\u{1f600}')
  fc.assert(
    fc.property(fc.string({ unit }), fc.constantFrom(null, ...packs), (text, pack) => {
      let end = 0
      for (const span of sentencesOf(text, pack)) {
        expect(text.slice(end, span.start).trim()).toBe('')
        expect(text.slice(span.start, span.end).trim()).toBe(text.slice(span.start, span.end))
        expect(span.end).toBeGreaterThan(span.start)
        end = span.end
      }
      expect(text.slice(end).trim()).toBe('')
    }),
  )
})
