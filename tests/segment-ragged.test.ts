/** Paragraphs of lines of uneven length, in all languages, and what must not be taken for one. Texts are invented. */
import { describe, expect, test } from 'vitest'
import { texts } from './segment-texts.js'

const RAGGED: Readonly<Record<string, readonly [title: string, ...paragraphs: string[][]]>> = {
  en: [
    'Elbwerk asks the harbour office to keep its ferries',
    [
      'With the winter "Week',
      'of the islands" at the door, Elbwerk Marine has written to the harbour office, and',
      'wants it to keep the ferries',
      'without diesel that have served the islands since spring.',
    ],
    [
      '"Ferries without diesel are the',
      'best that has happened to the islands in',
      'forty years," says Jane Example of Elbwerk, "and nobody wants the old ships back, not even',
      'the fishermen."',
    ],
  ],
  de: [
    'Offener Brief an das Hafenamt: Die Fähren sollen bleiben',
    [
      'Die Elbwerk AG hat am Montag einen offenen',
      'Brief an das Hafenamt in Hamburg geschickt. Darin bittet das',
      'Unternehmen, die Fähren ohne Diesel zu behalten, die seit dem',
      'Frühling zu den Inseln fahren.',
    ],
    [
      '„Fähren ohne Diesel sind das',
      'Beste, was den Inseln in den letzten vierzig Jahren geschehen ist“, sagt Jane',
      'Beispiel von Elbwerk. „Niemand will die alten Schiffe',
      'zurück.“',
    ],
  ],
  da: [
    'Åbent brev til havnekontoret: Behold færgerne',
    [
      'Elbwerk har mandag sendt et åbent brev til',
      'havnekontoret i Esbjerg. Selskabet beder om, at',
      'færgerne uden diesel, der har sejlet til øerne siden foråret, får lov',
      'til at blive.',
    ],
    [
      '"Færger uden diesel er det bedste,',
      'der er sket for øerne i fyrre år," siger Jane Eksempel fra Elbwerk, "og',
      'ingen ønsker de gamle skibe',
      'tilbage."',
    ],
  ],
  it: [
    'Lettera aperta al porto: i traghetti devono restare',
    [
      'La Elbwerk ha inviato lunedì una lettera aperta',
      'alla capitaneria di porto. La società chiede di',
      'mantenere i traghetti senza gasolio che dalla primavera servono',
      'le isole.',
    ],
    [
      '"I traghetti senza gasolio sono la cosa',
      'migliore che sia successa alle isole in quarant\'anni", dice Jane Esempio di Elbwerk, "e',
      'nessuno rivuole le vecchie',
      'navi."',
    ],
  ],
  nl: [
    'Open brief aan het havenbedrijf: houd de veerboten',
    [
      'Elbwerk heeft maandag een open brief',
      'gestuurd aan het havenbedrijf. Het bedrijf vraagt om de',
      'veerboten zonder diesel te houden, die sinds het voorjaar naar de eilanden',
      'varen.',
    ],
    [
      '"Veerboten zonder diesel zijn het beste',
      'dat de eilanden in veertig jaar is overkomen," zegt Jane Voorbeeld van Elbwerk, "en',
      'niemand wil de oude schepen',
      'terug."',
    ],
  ],
  he: [
    'מכתב גלוי לרשות הנמלים: השאירו את המעבורות',
    [
      'חברת אלבוורק שלחה ביום שני מכתב',
      'גלוי לרשות הנמלים בחיפה ובו ביקשה להשאיר את המעבורות ללא',
      'סולר שמשרתות את האיים מאז',
      'האביב האחרון.',
    ],
    [
      'המעבורות ללא סולר הן הדבר הטוב',
      'ביותר שקרה לאיים בארבעים השנים האחרונות, אמרה דנה כהן מחברת אלבוורק, ואיש',
      'אינו רוצה את האוניות',
      'הישנות בחזרה.',
    ],
  ],
}

describe.each(Object.entries(RAGGED))('%s', (tag, [title, ...paragraphs]) => {
  test('each paragraph is one block', () => {
    const text = [title, ...paragraphs.map(lines => lines.join('\n'))].join('\n\n')
    expect(texts(text, tag)).toEqual([title, ...paragraphs.map(lines => lines.join(' '))])
  })
})

const LONG =
  'Elbwerk Marine said on Monday that it would build three ferries for the northern islands, all of them without diesel, and that the first of them would sail in spring.'
const NEWS = `HAMBURG, May 3, 2026 /PRNewswire/ -- ${LONG}`

describe('above the dateline', () => {
  test.each([
    [
      'a summary in two lines',
      [
        'Elbwerk builds three ferries',
        'Three ships without diesel will replace the old ones, which have\nserved the islands for forty years',
      ],
    ],
    [
      'a title in two lines',
      ['Elbwerk builds three ferries for the northern islands and closes\nits yard in the south'],
    ],
    [
      'the last words below it',
      ['Elbwerk builds three ferries', 'Second Carrier of the Islands Shares Its Yard With Elbwerk amid\nLower Fares'],
    ],
  ])('%s', (_, above) => {
    expect(texts([...above, NEWS, LONG].join('\n\n'), 'en')).toEqual([
      ...above.map(text => text.replace('\n', ' ')),
      NEWS,
      LONG,
    ])
  })

  test('the last words indented below a subtitle', () => {
    const text = `Elbwerk Builds Three Ferries\nSecond Carrier of the Islands Shares Its Yard With Elbwerk amid\n      Lower Fares\n\n${NEWS}\n\n${LONG}`
    expect(texts(text, 'en').slice(0, 2)).toEqual([
      'Elbwerk Builds Three Ferries',
      'Second Carrier of the Islands Shares Its Yard With Elbwerk amid Lower Fares',
    ])
  })

  test.each([
    [
      'title and subtitle',
      'Elbwerk builds three ferries for the northern islands',
      'Ships without diesel will replace the old ones',
    ],
    ['a byline', 'Elbwerk builds three ferries for the northern islands', 'by Jane Example'],
    ['a place', 'Elbwerk builds three ferries for the northern islands', 'Hamburg: Monday'],
  ])('%s stay apart', (_, first, second) => {
    expect(texts([`${first}\n${second}`, NEWS, LONG].join('\n\n'), 'en').slice(0, 2)).toEqual([first, second])
  })
})

describe('no paragraphs', () => {
  test.each([
    ['one-line paragraphs', `${LONG}\n${LONG}\n${LONG}`],
    ['an address', 'Jane Example\nElbwerk Marine\nHafenstrasse 1\n20457 Hamburg'],
    ['a list of titles', 'Elbwerk builds ferries\nNordkai sells terminals\nIslands wait for spring'],
    [
      'a list in small letters',
      'radar of the newest kind\nroom for wheelchairs on both decks\nsolar cells on the upper deck',
    ],
    ['a programme', 'at 9.15 the mayor opens the yard\nat 10.30 the first ferry is named\nat 11 the fair begins'],
    ['a heading above text', `What comes next\n${LONG}`],
  ])('%s', (_, lines) => {
    expect(texts(['Elbwerk builds three ferries', LONG, lines, LONG].join('\n\n'), 'en')).toEqual([
      'Elbwerk builds three ferries',
      LONG,
      ...lines.split('\n'),
      LONG,
    ])
  })
})
