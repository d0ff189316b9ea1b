/**
 * A made-up corpus in three languages for tests of what translations teach: short releases of invented companies, whose
 * sentences are drawn from a table, so that every noun returns in other company.
 */

const NOUNS: readonly (readonly [en: string, de: string, he: string])[] = [
  ['bridge', 'Brücke', 'גשר'],
  ['mill', 'Mühle', 'טחנה'],
  ['road', 'Straße', 'כביש'],
  ['school', 'Ausbildungsstätte', 'מדרשה'],
  ['workshop', 'Werkstatt', 'סדנה'],
  ['kitchen', 'Küche', 'מטבח'],
  ['garage', 'Wagenhalle', 'מוסך'],
  ['library', 'Bücherei', 'ספרייה'],
]
const COMPANIES = [
  'Velmora',
  'Nordkyst',
  'Brunvik',
  'Halvexa',
  'Tarnow',
  'Ostermoor',
  'Quindel',
  'Fiorbatta',
  'Maristed',
  'Kelvant',
]

type Tag = 'en' | 'de' | 'he'
const COLUMN: Readonly<Record<Tag, 0 | 1 | 2>> = { en: 0, de: 1, he: 2 }

/** What stands in every release, with places for two nouns, the company and a number. */
const PARAGRAPHS: Readonly<
  Record<Tag, readonly ((noun: string, other: string, company: string, n: number) => string)[]>
> = {
  en: [
    (noun, _, company) => `${company} opens its new ${noun}`,
    (noun, _, company, n) =>
      `${company} has opened a ${noun} today. The ${noun} has cost ${n} million euros, and it is the first of its kind.`,
    noun => `Many people came to see the ${noun}, and they all said that they liked it very much.`,
    (_, other, company) =>
      `Next year ${company} will also build a ${other}. The ${other} will be larger than all that there are today.`,
    (_, other) =>
      `Nobody knows yet what the ${other} will cost, but the town is glad that there will be work for everybody.`,
  ],
  de: [
    (noun, _, company) => `${company} eröffnet die neue ${noun}`,
    (noun, _, company, n) =>
      `${company} hat heute eine ${noun} eröffnet. Die ${noun} hat ${n} Millionen Euro gekostet und ist die erste ihrer Art.`,
    noun =>
      `Viele Menschen sind gekommen, um die ${noun} zu sehen, und alle haben gesagt, dass sie ihnen sehr gefällt.`,
    (_, other, company) =>
      `Im nächsten Jahr wird ${company} auch eine ${other} bauen. Die ${other} wird größer sein als alle, die es heute gibt.`,
    (_, other) =>
      `Niemand weiß schon, was die ${other} kosten wird, aber die Stadt ist froh, dass es Arbeit für alle gibt.`,
  ],
  he: [
    (noun, _, company) => `${company} פותחת ${noun} חדש`,
    (noun, _, company, n) => `${company} פתחה היום ${noun}. ה${noun} עלה ${n} מיליון אירו, והוא הראשון מסוגו.`,
    noun => `אנשים רבים באו לראות את ה${noun}, וכולם אמרו שהוא מוצא חן בעיניהם מאוד.`,
    (_, other, company) => `בשנה הבאה ${company} תבנה גם ${other}. ה${other} יהיה גדול יותר מכל מה שיש היום.`,
    (_, other) => `איש אינו יודע עדיין כמה יעלה ה${other}, אבל העיר שמחה שתהיה עבודה לכולם.`,
  ],
}

/** One release in a language; the first 40 differ. */
export function releaseText(tag: Tag, k: number): string {
  const noun = NOUNS[k % NOUNS.length]![COLUMN[tag]]
  const other = NOUNS[(3 * k + 1) % NOUNS.length]![COLUMN[tag]]
  const company = COMPANIES[k % COMPANIES.length]!
  return PARAGRAPHS[tag].map(paragraph => paragraph(noun, other, company, 117 + 13 * k)).join('\n\n')
}

/** Files of the first `size` releases in the languages, under names that say nothing. */
export const corpus = (size: number, tags: readonly Tag[]): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: size }, (_, k) =>
      tags.map((tag, t) => [`${((k * 7 + t * 31) * 7919).toString(36)}.txt`, `${releaseText(tag, k)}\n`]),
    ).flat(),
  )
