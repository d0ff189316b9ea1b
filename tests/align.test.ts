/** Alignment: small cases with known beads; the laws are in align-laws.test.ts. All companies and places are invented. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AlignableText, align } from '../src/align/align.js'
import { UserError } from '../src/errors.js'
import { packOf } from '../src/languages/index.js'

const text = (id: string, paragraphs: readonly string[], tag: string | null = id): AlignableText => ({
  id,
  pack: tag === null ? null : (packOf(tag) ?? null),
  paragraphs: paragraphs.map(paragraph => ({ text: paragraph })),
})

const EN = [
  'Velmora Solar opens a plant in Brunstad',
  'Velmora Solar AG opened its third plant in Brunstad on 4 May 2031. The plant cost 312 million euros.',
  'It employs 840 people.',
  '“We doubled our output to 1.5 gigawatts,” said Petra Lindqvist, who leads the company.',
  'The next plant is planned for Ostermoor. Work begins in September. It will employ 1,200 people.',
  'Velmora was founded in 1998 and supplies 27 countries.',
]
const DE = [
  'Velmora Solar eröffnet ein Werk in Brunstad',
  'Die Velmora Solar AG hat am 4. Mai 2031 ihr drittes Werk in Brunstad eröffnet. Das Werk kostete 312 Millionen Euro. Es beschäftigt 840 Menschen.',
  '„Wir haben unsere Leistung auf 1,5 Gigawatt verdoppelt“, sagte Petra Lindqvist, die das Unternehmen leitet.',
  'Das nächste Werk ist in Ostermoor geplant. Die Arbeiten beginnen im September. Es wird 1.200 Menschen beschäftigen.',
  'Velmora wurde 1998 gegründet und beliefert 27 Länder.',
]
const DA = [
  'Velmora Solar åbner en fabrik i Brunstad',
  'Velmora Solar AG åbnede den 4. maj 2031 sin tredje fabrik i Brunstad. Fabrikken kostede 312 millioner euro.',
  'Den beskæftiger 840 mennesker.',
  '”Vi har fordoblet vores ydelse til 1,5 gigawatt,” sagde Petra Lindqvist, der leder selskabet.',
  'Den næste fabrik er planlagt i Ostermoor. Arbejdet begynder i september. Den vil beskæftige 1.200 mennesker.',
  'Velmora blev grundlagt i 1998 og leverer til 27 lande.',
]
const HE = [
  'ולמורה סולאר פותחת מפעל בברונסטאד',
  'ולמורה סולאר פתחה ב-4 במאי 2031 את המפעל השלישי שלה בברונסטאד. המפעל עלה 312 מיליון אירו.',
  'הוא מעסיק 840 עובדים.',
  '"הכפלנו את ההספק שלנו ל-1.5 גיגה-ואט", אמרה פטרה לינדקוויסט, העומדת בראש החברה.',
  'ולמורה נוסדה ב-1998 ומספקת ל-27 מדינות.',
]
const texts = [text('en', EN), text('de', DE), text('da', DA), text('he', HE)]

test('a merge in German and a missing paragraph in Hebrew: all pairwise beads are exact', () => {
  const { beads } = align(texts)
  const same = EN.map((_, k) => [[k], [k]])
  expect(beads('en', 'da')).toEqual(same)
  expect(beads('en', 'de')).toEqual([
    [[0], [0]],
    [[1, 2], [1]],
    [[3], [2]],
    [[4], [3]],
    [[5], [4]],
  ])
  expect(beads('he', 'da')).toEqual([...same.slice(0, 4), [[], [4]], [[4], [5]]])
  expect(beads('de', 'he')).toEqual([
    [[0], [0]],
    [[1], [1, 2]],
    [[2], [3]],
    [[3], []],
    [[4], [4]],
  ])
})

test('the merged paragraph is cut where its second half begins', () => {
  const unit = align(texts).units.find(found => found.paragraphs.de?.includes(1))!
  expect(unit.paragraphs).toEqual({ da: [1, 2], de: [1], en: [1, 2], he: [1, 2] })
  const last = unit.segments[unit.segments.length - 1]!
  expect(last.en).toEqual([{ paragraph: 2, start: 0, end: EN[2]!.length }])
  const cut = last.de![0]!
  expect(DE[1]!.slice(cut.start, cut.end)).toBe('Es beschäftigt 840 Menschen.')
})

test('a merged paragraph of one sentence is cut all the same, so that the others stay one to one', () => {
  const one = [
    DE[0]!,
    'Die Velmora Solar AG hat ihr Werk in Brunstad eröffnet, das 840 Menschen beschäftigt',
    ...DE.slice(2),
  ]
  const two = ['Velmora Solar AG opened its plant in Brunstad', 'which employs 840 people']
  const three = ['Velmora Solar AG åbnede sin fabrik i Brunstad', 'som beskæftiger 840 mennesker']
  const alignment = align([
    text('de', one),
    text('en', [EN[0]!, ...two, ...EN.slice(3)]),
    text('da', [DA[0]!, ...three, ...DA.slice(3)]),
  ])
  expect(alignment.beads('en', 'da').slice(1, 3)).toEqual([
    [[1], [1]],
    [[2], [2]],
  ])
  expect(alignment.beads('de', 'da')[1]).toEqual([[1], [1, 2]])
})

test('sentences inside a unit are segments', () => {
  const unit = align(texts).units.find(found => found.paragraphs.en?.includes(4))!
  const sentences = unit.segments.map(segment => segment.en!.map(part => EN[4]!.slice(part.start, part.end)).join())
  expect(sentences).toEqual([
    'The next plant is planned for Ostermoor.',
    'Work begins in September.',
    'It will employ 1,200 people.',
  ])
})

test('an inserted paragraph between two halves leaves a bead with a hole', () => {
  const halves = [EN[0]!, EN[1]!, 'Subscribe to our newsletter for more.', ...EN.slice(2)]
  expect(
    align([text('en', halves), text('de', DE)])
      .beads('en', 'de')
      .slice(1, 3),
  ).toEqual([
    [[1, 3], [1]],
    [[2], []],
  ])
})

test('few texts, no texts, empty texts, blank paragraphs', () => {
  expect(align([]).units).toEqual([])
  const single = align([text('en', EN)])
  expect(single.units).toEqual([])
  const none = align([text('en', []), text('de', DE.slice(0, 2))])
  expect(none.units).toEqual([])
  expect(none.beads('en', 'de')).toEqual([
    [[], [0]],
    [[], [1]],
  ])
  const blank = align([text('en', ['', EN[0]!, ' ']), text('de', ['\n', DE[0]!])])
  expect(blank.beads('en', 'de')).toEqual([
    [[0], []],
    [[], [0]],
    [[1], [1]],
    [[2], []],
  ])
})

test('two versions in one language, and a text in no known language', () => {
  const later = [...EN.slice(0, 3), ...EN.slice(4)]
  const { beads } = align([text('en-1', EN, 'en'), text('en-2', later, 'en'), text('x', DE, null)])
  expect(beads('en-1', 'en-2')).toEqual([
    [[0], [0]],
    [[1], [1]],
    [[2], [2]],
    [[3], []],
    [[4], [3]],
    [[5], [4]],
  ])
  expect(beads('en-1', 'x')[1]).toEqual([[1, 2], [1]])
})

test('names that objects inherit are ids like any other', () => {
  const { units, beads } = align([text('__proto__', EN, 'en'), text('constructor', DE, 'de')])
  expect(beads('__proto__', 'constructor')[1]).toEqual([[1, 2], [1]])
  expect(Object.keys(units[0]!.segments[0]!)).toEqual(['__proto__', 'constructor'])
})

test('bad use is told in words', () => {
  expect(() => align([text('en', EN), text('en', DE)])).toThrow(UserError)
  expect(() => align(texts).beads('en', 'fr')).toThrow(UserError)
})

test('sure units are sure', () => {
  for (const unit of align(texts).units) expect(unit.confidence).toBeGreaterThan(0.7)
})

test('in a long text the first and the last paragraph find each other', () => {
  const name = (k: number) =>
    `${'BCDFGHKLMNPRSTVZ'[k % 16]}${'aeiou'[k % 5]}${'lmnrstvk'[(k * 7) % 8]}o${'bdgkmnprst'[k % 10]}a${k}`
  const left = Array.from({ length: 400 }, (_, k) => `The plant of ${name(k)} makes ${k * 37 + 1001} parts a year.`)
  const right = left.map((_, k) => `Das Werk von ${name(k)} baut ${k * 37 + 1001} Teile im Jahr.`)
  right.splice(200, 30)
  const beads = align([text('en', left), text('de', right)]).beads('en', 'de')
  expect(beads.filter(bead => bead[0].length === 1 && bead[1].length === 1).length).toBeGreaterThan(360)
  expect(beads[beads.length - 1]).toEqual([[399], [369]])
})

test('law: a text and its copy align one to one', () => {
  fc.assert(
    fc.property(fc.subarray(EN, { minLength: 1 }), paragraphs => {
      const { beads } = align([text('a', paragraphs, 'en'), text('b', paragraphs, 'en')])
      expect(beads('a', 'b')).toEqual(paragraphs.map((_, k) => [[k], [k]]))
    }),
    { numRuns: 30 },
  )
})
