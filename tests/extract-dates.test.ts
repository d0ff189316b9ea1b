/** Dates in running text, in all languages. */
import { expect, test } from 'vitest'
import { datesIn, writesMonthFirst } from '../src/extract/dates.js'
import { packOf } from '../src/languages/index.js'

test.each<[tag: string, text: string, found: string[]]>([
  ['en', 'It opens on March 4, 2026, and closes on 6 March.', ['March 4, 2026 = 2026-03-04', '6 March = --03-06']],
  ['en', 'On March 4 and 5, 2026 the port', ['March 4 = 2026-03-04', '5, 2026 = 2026-03-05']],
  ['en', 'On March 4–6, 2026 the port', ['March 4–6, 2026 = 2026-03-04/2026-03-06']],
  ['en', 'From 28 May to 3 June 2026 the', ['28 May to 3 June 2026 = 2026-05-28/2026-06-03']],
  [
    'en',
    'in the 4th of March 2026, in the third quarter of 2026, in Q3 2026',
    ['4th of March 2026 = 2026-03-04', 'third quarter of 2026 = 2026-Q3', 'Q3 2026 = 2026-Q3'],
  ],
  [
    'en',
    'Founded in 1926, it grew from 2019 to 2024; 2026 people came in 2,026 cars',
    ['1926 = 1926', '2019 to 2024 = 2019/2024'],
  ],
  ['en', 'It was in May 2026 and may come again', ['May 2026 = 2026-05']],
  ['en', 'On 2026-03-04 and 12/31/2026', ['2026-03-04 = 2026-03-04', '12/31/2026 = 2026-12-31']],
  ['en', 'It costs from 2000 dollars', []],
  ['de', 'am 2. und 4. März 2026', ['2 = 2026-03-02', '4. März 2026 = 2026-03-04']],
  ['de', 'vom 2.-4. März 2026', ['2.-4. März 2026 = 2026-03-02/2026-03-04']],
  ['de', 'vom 2. bis 4. März', ['2 = --03-02', '4. März = --03-04']],
  ['de', 'zwischen dem 1. März und dem 15. April 2026', ['1. März = 2026-03-01', '15. April 2026 = 2026-04-15']],
  [
    'de',
    'im 3. Quartal 2026, im dritten Quartal 2026',
    ['3. Quartal 2026 = 2026-Q3', 'dritten Quartal 2026 = 2026-Q3'],
  ],
  ['de', 'seit 1926, im Jahr 2025 und ab 2000 Euro', ['1926 = 1926', '2025 = 2025']],
  ['de', 'am 02.03.2026 und 2.3.26, Kapitel 3.5.26', ['02.03.2026 = 2026-03-02']],
  ['de', 'Sie wurde 2011 gegründet, hat 2050 Mitarbeiter und nahm es auf 2000 mit.', ['2011 = 2011']],
  ['de', 'Jänner 2026', ['Jänner 2026 = 2026-01']],
  ['da', 'den 4. og 5. marts 2026', ['4 = 2026-03-04', '5. marts 2026 = 2026-03-05']],
  ['da', 'fra den 4. til 6. marts', ['4 = --03-04', '6. marts = --03-06']],
  [
    'da',
    'siden den 1. marts, i 2025, 3. kvartal 2026',
    ['1. marts = --03-01', '2025 = 2025', '3. kvartal 2026 = 2026-Q3'],
  ],
  ['it', 'il 4 e 5 marzo 2026', ['4 = 2026-03-04', '5 marzo 2026 = 2026-03-05']],
  ['it', 'dal 4 al 6 marzo 2026', ['4 al 6 marzo 2026 = 2026-03-04/2026-03-06']],
  ['it', 'nel terzo trimestre 2026 e nel 2025', ['terzo trimestre 2026 = 2026-Q3', '2025 = 2025']],
  ['it', 'il 1° maggio 2026', ['1° maggio 2026 = 2026-05-01']],
  ['nl', 'op 4 en 5 maart 2026', ['4 = 2026-03-04', '5 maart 2026 = 2026-03-05']],
  [
    'nl',
    'van 4 t/m 6 maart 2026, in het derde kwartaal van 2026',
    ['4 t/m 6 maart 2026 = 2026-03-04/2026-03-06', 'derde kwartaal van 2026 = 2026-Q3'],
  ],
  ['nl', 'sinds 1998', ['1998 = 1998']],
  ['he', 'ב-4 וב-5 במרץ 2026', ['4 = 2026-03-04', '5 במרץ 2026 = 2026-03-05']],
  [
    'he',
    'בין 4 ל-6 במרץ, במרץ 2026, ב-2015 ובשנת 2020',
    ['4 = --03-04', '6 במרץ = --03-06', 'מרץ 2026 = 2026-03', '2015 = 2015', '2020 = 2020'],
  ],
  ['he', 'מה־1 בנובמבר עד ה־31 במרץ', ['1 בנובמבר = --11-01', '31 במרץ = --03-31']],
  ['he', 'ברבעון השלישי של 2026', ['רבעון השלישי של 2026 = 2026-Q3']],
  ['en', 'February 28-29, 2026', ['February 28 = --02-28']],
  ['de', 'am 30. und 28. Februar 2026', ['28. Februar 2026 = 2026-02-28']],
  ['de', '45. März, Version 2.0.1', []],
])('%s: %s', (tag, text, found) => {
  expect(datesIn(text, packOf(tag)!).map(d => `${text.slice(d.start, d.end)} = ${d.date}`)).toEqual(found)
})

test('the month first only where an English text is seen to do so', () => {
  const en = packOf('en')!
  expect(datesIn('03/04/2026', en)[0]!.date).toBe('2026-04-03')
  expect(writesMonthFirst(['03/04/2026', 'on 05/13/2026'], en)).toBe(true)
  expect(datesIn('03/04/2026', en, true)[0]!.date).toBe('2026-03-04')
  expect(writesMonthFirst(['03/04/2026'], en)).toBe(false)
})

test('a long run of days and dashes takes time in proportion', () => {
  const time = (n: number) => {
    const text = '4. og '.repeat(n)
    const start = performance.now()
    datesIn(text, packOf('da')!)
    return performance.now() - start
  }
  time(1000)
  expect(time(20_000)).toBeLessThan(Math.max(50, time(2000)) * 60)
})
