/** Who issued a release, in the habits of several sources; and words that open a text and issued nothing. */
import { expect, test } from 'vitest'
import { readDocument } from '../src/api/reading.js'
import { oneRelease, releaseRecord } from '../src/pipeline/release-record.js'

const MORE = {
  en: 'The work begins in spring and ends two years later. All who live on the islands were asked what they wanted, and nearly everyone gave the same answer.',
  de: 'Die Arbeiten beginnen im Frühjahr und enden zwei Jahre später. Alle, die auf den Inseln leben, wurden gefragt, was sie wollen, und fast jeder gab dieselbe Antwort.',
  da: 'Arbejdet begynder til foråret og slutter to år senere. Alle, som bor på øerne, blev spurgt om, hvad de ville have, og næsten alle gav det samme svar.',
  it: 'I lavori cominciano in primavera e finiscono due anni più tardi. A tutti quelli che abitano sulle isole è stato chiesto che cosa volessero, e quasi tutti hanno dato la stessa risposta.',
  nl: 'Het werk begint in het voorjaar en eindigt twee jaar later. Aan iedereen die op de eilanden woont is gevraagd wat ze wilden, en bijna iedereen gaf hetzelfde antwoord.',
  he: 'העבודות מתחילות באביב ומסתיימות כעבור שנתיים. כל תושבי האיים נשאלו מה הם רוצים, וכמעט כולם השיבו את אותה התשובה.',
} as const
type Tag = keyof typeof MORE

function issuer(...texts: readonly (readonly [Tag, string])[]) {
  const documents = texts.map(([tag, text], i) =>
    readDocument({ path: `${i}.txt`, bytes: new TextEncoder().encode(`${text}\n`) }, { language: tag }),
  )
  return releaseRecord(oneRelease(documents)).issuer
}

test.each<[Tag, string, string]>([
  // The subject of the sentence behind the dateline.
  [
    'en',
    `Ferries for the north\n\nKIEL, Germany, March 2, 2026 /PRNewswire/ -- Norhaven (NYSE: NHV) today announced three ferries.\n\n${MORE.en}`,
    'Norhaven',
  ],
  [
    'en',
    `Norhaven orders ferries\n\nKIEL, Germany – March 2, 2026 – Norhaven, a builder of ferries, today announced three ferries.\n\n${MORE.en}`,
    'Norhaven',
  ],
  [
    'en',
    `Ferries for the north\n\nMarch 2, 2026 - The Norhaven Development Group today announced three ferries, which will sail to the northern islands from next spring on, all without diesel.\n\n${MORE.en}`,
    'Norhaven Development Group',
  ],
  [
    'en',
    `Ferries for the north\n\nELMSTEAD, N.C.--(BUSINESS WIRE)--Norhaven Holdings, Inc. (“NHI”) (OTC PINK: NHVN) announced today that it will build ferries. Norhaven said so.\n\n${MORE.en}`,
    'Norhaven Holdings, Inc.',
  ],
  [
    'en',
    `Norhaven wins award\n\nTaipei, January 7, 2026 – Norhaven Express Corporation (Norhaven), one of the largest of its kind, has been awarded a prize.\n\n${MORE.en}`,
    'Norhaven Express Corporation',
  ],
  [
    'de',
    `Fähren für den Norden\n\nKiel, 2. März 2026 – Die Nordhafen AG (XETRA: NHV) hat heute drei Fähren bestellt. Die Nordhafen AG sitzt in Kiel.\n\n${MORE.de}`,
    'Nordhafen AG',
  ],
  [
    'de',
    `Nordhafen bestellt Fähren\n\nKiel, 2. März 2026 – Nordhafen gibt die Bestellung von drei Fähren bekannt.\n\n${MORE.de}`,
    'Nordhafen',
  ],
  [
    'da',
    `Nordhavn bestiller færger\n\nOdense, 2. marts 2026 – Nordhavn offentliggør i dag en bestilling på tre færger.\n\n${MORE.da}`,
    'Nordhavn',
  ],
  [
    'it',
    `Traghetti per il nord\n\nMILANO, 2 marzo 2026 – Porto Nordico (BIT: PNO) e il Cantiere Blu hanno annunciato tre traghetti.\n\n${MORE.it}`,
    'Porto Nordico',
  ],
  [
    'it',
    `Traghetti per il nord\n\nMILANO, 2 marzo 2026 – La Porto Nordico S.p.A. ha annunciato oggi tre traghetti.\n\n${MORE.it}`,
    'Porto Nordico S.p.A.',
  ],
  [
    'nl',
    `Noordhaven bestelt veerboten\n\nUTRECHT, 2 maart 2026 – Noordhaven maakt vandaag drie veerboten bekend.\n\n${MORE.nl}`,
    'Noordhaven',
  ],
  [
    'he',
    `שלוש מעבורות לצפון\n\nחיפה, 2 במרץ 2026 – נמל הצפון הודיעה היום על שלוש מעבורות.\n\n${MORE.he}\n\nאודות נמל הצפון\n\nנמל הצפון בונה מעבורות.`,
    'נמל הצפון',
  ],
  // Lines that state it.
  ['de', `Neue Fähren\n\n${MORE.de}\n\nGremium: Regierung\nQuelle: dt Hafenkanzlei`, 'Regierung'],
  ['de', `Neue Fähren\n\n${MORE.de}\n\nQuelle: Amt für Häfen und Fähren`, 'Amt für Häfen und Fähren'],
  ['de', `Neue Fähren\n\n${MORE.de}\n\nzuständig: Amt für Häfen / Hafenbibliothek`, 'Amt für Häfen / Hafenbibliothek'],
  [
    'it',
    `Nuovi traghetti\n\n${MORE.it}\n\nOrgano competente: Ufficio dei porti\nFonte: it Cancelleria`,
    'Ufficio dei porti',
  ],
  ['it', `Nuovi traghetti\n\n${MORE.it}\n\nOrgano: Ufficio dei porti Fonte: it Ufficio dei porti`, 'Ufficio dei porti'],
  ['nl', `Nieuwe veerboten\n\n${MORE.nl}\n\nBron: Havendienst Enkhuizen`, 'Havendienst Enkhuizen'],
  ['da', `Nye færger\n\n${MORE.da}\n\nKilde: Havnestyrelsen`, 'Havnestyrelsen'],
  ['en', `New ferries\n\n${MORE.en}\n\nSOURCE Norhaven`, 'Norhaven'],
  ['en', `New ferries\n\n${MORE.en}\n\nSOURCE: Norhaven, Inc.`, 'Norhaven, Inc.'],
  ['en', `New ferries\n\n${MORE.en}\n\nIssued by: Harbour Office of Elmstead`, 'Harbour Office of Elmstead'],
  [
    'de',
    `Neue Fähren\n\n${MORE.de}\n\nOriginal-Content von: Nordhafen AG, übermittelt durch news aktuell`,
    'Nordhafen AG',
  ],
  // The source of figures is nobody who issues.
  [
    'en',
    `Norhaven counts ferries\n\nKIEL, Germany, March 2, 2026 /PRNewswire/ -- Norhaven (NYSE: NHV) today announced new figures.\n\n${MORE.en}\n\nSource: Elmstead Statistics\n\nAbout Norhaven\n\nNorhaven builds ferries.`,
    'Norhaven',
  ],
  [
    'de',
    `Nordhafen zählt\n\nKiel, 2. März 2026 – Nordhafen gibt neue Zahlen bekannt.\n\n${MORE.de}\n\nQuelle: Hafenstatistik (2025)`,
    'Nordhafen',
  ],
  // The head of a wire or a site, and the label.
  ['de', `EQS-News: Nordhafen AG / Schlagwort(e): Auftrag\n\nNordhafen bestellt Fähren\n\n${MORE.de}`, 'Nordhafen AG'],
  ['da', `17.8.2026 06:00:00 CEST | Nordhavn A/S | Pressemeddelelse\n\nNye færger\n\n${MORE.da}`, 'Nordhavn A/S'],
  ['en', `Press release from Norhaven Marine\n\nNew ferries\n\n${MORE.en}`, 'Norhaven Marine'],
  ['de', `Pressemitteilung der Nordhafen AG\n\nNeue Fähren\n\n${MORE.de}`, 'Nordhafen AG'],
  // The boilerplate, of several the right one.
  [
    'en',
    `Norhaven buys Elmstead Yards\n\nELMSTEAD, N.C.--(BUSINESS WIRE)--Norhaven, a division of Tidewerk Shipping, has acquired Elmstead Yards.\n\n${MORE.en}\n\nAbout Norhaven\n\nNorhaven builds ferries.\n\nAbout Tidewerk Insurance Services\n\nTidewerk insures ferries.`,
    'Norhaven',
  ],
  [
    'en',
    `Norhaven starts trial\n\nKIEL, Germany, 6 January 2026 – Norhaven today announced a trial.\n\n${MORE.en}\n\nAbout the Ferry-3 Study\n\nFerry-3 is a study.\n\nAbout Quietsail and Quietsail SC\n\nQuietsail is a drive.`,
    'Norhaven',
  ],
  [
    'de',
    `Drei Fähren\n\nKiel, 2. März 2026 – Im Frühjahr beginnt der Bau der Fähren der Nordhafen AG.\n\n${MORE.de}\n\nÜber die Nordhafen AG\n\nDie Nordhafen AG baut Fähren.`,
    'Nordhafen AG',
  ],
  // An address, beside a name in the text.
  [
    'en',
    `Ferries for all\n\nThe islands get three ferries, says Norhaven of Kiel.\n\n${MORE.en}\n\nContact:\nJane Doe, press@norhaven.example, +49 431 555 100`,
    'Norhaven',
  ],
])('%s: %s', (tag, text, name) => {
  expect(issuer([tag, text])).toBe(name)
})

test.each<[Tag, string]>([
  ['en', `EU Harbour Act: Ferries included by Parliament\n\nEarly this year, a draft was proposed.\n\n${MORE.en}`],
  ['de', `Sturmflut: Neue Fähren\n\nIm Hafen liegen drei Fähren.\n\n${MORE.de}`],
  [
    'de',
    `Hafenkrise: Neue Fähren\n\nDie Nordhafen AG und die Südhafen AG wachsen, und die Fähren fahren.\n\n${MORE.de}`,
  ],
  ['de', `30 Jahre Hafen\n\n30 Jahre ist der Hafen alt.\n\n${MORE.de}`],
  ['it', `Elezioni di porto: si vota\n\nIeri i consiglieri hanno annunciato tre traghetti.\n\n${MORE.it}`],
  [
    'da',
    `Havnen fylder 30 år\n\nFor 30 år siden åbnede havnen.\n\n${MORE.da}\n\nKilde: Ole Nord: »Hvad er en havn?« Artikel fra Havnen nr. 4`,
  ],
  ['nl', `Storm: nieuwe veerboten\n\nGisteren was er storm in Enkhuizen, zo meldt men.\n\n${MORE.nl}`],
  ['en', `Ferries\n\n${MORE.en}\n\nSource: Reuters`],
])('nobody: %s: %s', (tag, text) => {
  expect(issuer([tag, text])).toBeNull()
})

test('words that titles and sentences of translations begin with prove nothing', () => {
  const german = `Sturmflut: Neue Fähren\n\nSturmflut im Hafen.\n\n${MORE.de}`
  const italian = `Sturmflut: traghetti nuovi\n\nSturmflut nel porto.\n\n${MORE.it}`
  expect(issuer(['de', german], ['it', italian])).toBeNull()
})
