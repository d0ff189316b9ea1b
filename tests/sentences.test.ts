/** Sentences: where a mark ends one, and where it does not. In the tables each string is one sentence. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packOf, packs } from '../src/languages/index.js'
import { sentencesOf } from '../src/tokens/sentences.js'

const cut = (tag: string | null, text: string) =>
  sentencesOf(text, tag === null ? null : packOf(tag)!).map(span => text.slice(span.start, span.end))

test.each<[string, string[]]>([
  ['en', ['Mr. Fennick spoke first.', 'Nobody answered!', 'Why?', '“We wait.”', 'Then J. Orlow left.']],
  ['en', ['Velmora Inc. opened a plant in the U.S. in May.', 'It is the first.']],
  ['en', ['The plant is owned by Velmora Inc.', 'The price was not disclosed.']],
  ['en', ['They moved to the U.S.', 'When they came back, it was 6 p.m.', 'The shop was shut.']],
  ['en', ['See No. 5, Fig. 3 and vol. 12.', '“No.”', 'He meant it.']],
  ['en', ['“Why now?” Anna Orlow asked.', '“Why not?” she said.', '“Stop!”', 'He left.']],
  ['en', ['The U.S. Navy and Det. Harlow agreed.', 'Prof. A. B. Lund of St. Ives did not.']],
  ['en', ['Sales rose 3.5 percent to $1.2 billion.', '2026 was a good year.', 'iFrame users got version 2.0.1.']],
  ['en', ['Visit www.velmora.example.', 'Or write to info@velmora.example.', 'We answer.']],
  ['en', ['It failed (the fuse blew, etc.) and was mended.', '(Nobody was hurt.)', 'Work goes on.']],
  ['en', ['What?!', 'Really...', 'Yes; it is so: nothing else.', 'At 10.30 it closed.']],
  ['en', ['He fell ill.', 'They sat.', 'The sun.', 'That was it.']],
  ['en', ['So do I.', 'The others do not.', 'World War II.', 'Then peace.']],
  ['en', ['The claim is old.[12]', 'It was never proved.¹', 'So it stands.']],
  ['en', ['1. Open the lid.', '2. Close the lid.', 'a) Wait.', 'B. Press the button.']],
  ['de', ['Am 15. Mai kam Dr. Weber.', '„Gut so.“', 'Der 14. Kongress beginnt.', 'Es war 2031.', 'Danach Ruhe.']],
  [
    'de',
    ['Der 15. Fünfjahresplan gilt z. B. für Nr. 3, d. h. für alle.', 'Es sind ca. 30 Werke usw.', 'Das ist viel.'],
  ],
  ['de', ['„Warum jetzt?“ fragte Frau Orlow.', '„Darum!“', '„Ach …“, sagte er.', 'Er ging.']],
  ['de', ['Papst Linus IV. Orsini, geb. 1412 n. Chr. in Rom, starb.', 'Er war alt.']],
  ['de', ['Die Orlow GmbH & Co. KG (gegr. 1911 als Orlow e.V.) Bremen wächst.', 'Gut.']],
  ['de', ['Auf diese Art.', 'Das ist neu.', 'Es waren 15.', 'Die anderen fehlten.']],
  ['de', ['Am 3. 4. begann es.', 'Es geschah am 12.05.', 'Das war ein Montag.']],
  ['de', ['Das war (!) Absicht.', 'Er sagte […] Nein.', 'Die „Elbe II“ sank.']],
  ['da', ['Den 4. marts åbner parken.', 'Den ligger i Ribe.']],
  [
    'da',
    [
      'Christian 4. Gade og f.eks. nr. 3 ca. kl. 12.30.',
      'Det er bl.a. derfor.',
      'Prisen er 5 mio. kr.',
      'Det er dyrt.',
    ],
  ],
  ['da', ['Ost, kød m.m.', 'Vi har det hele.', '“Hvad?” spurgte hun.', '»Ja!« råbte han.', 'Så gik de.']],
  ['nl', ['Op 3 mei kwam dr. Bos.', '‘Prima!’', 'Daarna niets.']],
  ['nl', ['Zie bijv. nr. 5 van Orlow N.V. in Breda e.d.', "'s Avonds is het dicht.", 'Mr. De Vries e.a. wachten.']],
  ['nl', ['Orlow B.V. meldt winst.', 'De aandelen van Orlow N.V.', 'Het bedrijf groeit m.a.w. snel.']],
  ['it', ['Il dott. Rovati è arrivato.', '«Bene.»', 'È tutto qui.']],
  [
    'it',
    [
      'La Orlow S.p.A. di Torino cresce.',
      'Lo dice l’ing. G. Rovati.',
      'Lo conferma la Orlow S.p.A.',
      "L'azienda tace.",
    ],
  ],
  ['it', ['Costa 1.200,50 euro (art. 5, pag. 3).', 'Pane, vino, ecc.', 'Il resto dopo.', '«Perché?» chiede Rovati.']],
  ['he', ['הפארק נפתח ב-3 במאי.', 'מי הגיע?', 'כולם.']],
  [
    'he',
    ['חברת אורלוב בע"מ הודיעה.', 'כך אמר ח"כ א. ב. רוזן מארה"ב.', 'המחיר הוא 3.5 ש"ח.', '2026 הייתה טובה.'].slice(0, 2),
  ],
  ['he', ['"מה קרה?" שאלה המורה.', '"כלום."', 'היא הלכה הביתה.']],
  ['he', ['ראו עמ\' 5, סעיף ב. של ד"ר רוזן ות.ד. 12.', 'תודה!']],
])('%s: %j', (tag, sentences) => {
  expect(cut(tag, sentences.join(' '))).toEqual(sentences)
})

test.each<[string, string[]]>([
  ['French', ['« Pourquoi maintenant ? »', 'M. Orlow n’a rien dit.', '« C’est tout. »', 'Il est parti.']],
  ['Spanish', ['¿Por qué ahora?', '¡Nadie lo sabe!', 'El Sr. Orlow vive en EE. UU. desde 2020.']],
  ['Polish', ['Spotkanie o godz. 21 przy ul. Długiej.', 'Przyszło 5 tys. osób.', '„Dlaczego?” – zapytał.']],
  ['Russian', ['В 2020 г. завод вырос.', 'А. Б. Орлов, ул. Мира 5, молчит.', '«Почему?» — спросил он.', '— Так надо!']],
  ['Greek', ['Γιατί τώρα;', 'Ο κ. Ορλόφ δεν απάντησε· έφυγε.', 'Τέλος.']],
  ['Arabic', ['وصل د. أحمد أمس.', 'لماذا الآن؟', 'لا أحد يعرف.']],
  ['Urdu', ['یہ ایک جملہ ہے۔', 'یہ دوسرا ہے۔']],
  ['Hindi', ['यह पहला वाक्य है।', 'यह दूसरा है।', 'क्यों?']],
  ['Amharic', ['ሰላም ነው።', 'ደህና ነኝ።']],
  ['Armenian', ['Սա առաջինն է։', 'Սա երկրորդն է։']],
  ['Georgian', ['ეს პირველია.', 'ეს მეორეა.']],
  ['Korean', ['첫 번째 문장이다.', '두 번째 문장이다.']],
  ['Burmese', ['ပထမ။', 'ဒုတိယ။']],
])('no pack, %s', (_, sentences) => {
  expect(cut(null, sentences.join(' '))).toEqual(sentences)
})

test.each<[string, string[]]>([
  ['Chinese', ['工厂今天开业。', '为什么？', '“因为需要！”', '他说3.5亿元已到位。']],
  ['Japanese', ['工場は今日開いた。', '「行くぞ！」と彼は言った。', 'なぜ？', '理由は（まだ）ない。']],
])('no pack and no spaces, %s', (_, sentences) => {
  expect(cut(null, sentences.join(''))).toEqual(sentences)
})

test('a small letter after a full stop continues the sentence, in any language', () => {
  expect(cut(null, 'Approx. three of them. Two stayed.')).toEqual(['Approx. three of them.', 'Two stayed.'])
})

test('a space that was lost, before a word that begins sentences', () => {
  expect(cut('da', 'Vi tog afsted.Det var koldt.')).toEqual(['Vi tog afsted.', 'Det var koldt.'])
  expect(cut('en', 'The firm uses Node.Js and Booking.Com daily.')).toHaveLength(1)
})

test('blank lines, and lines that begin with a bullet or a number, begin sentences', () => {
  expect(cut('en', 'We offer\n• bread\n• wine\n\nCome and\nsee')).toEqual([
    'We offer',
    '• bread',
    '• wine',
    'Come and\nsee',
  ])
  expect(cut('de', 'Programm:\n1. Anreise\n2. Empfang')).toEqual(['Programm:', '1. Anreise', '2. Empfang'])
})

test('marks alone belong to the sentence before them', () => {
  expect(cut('en', 'The end. * * *')).toEqual(['The end. * * *'])
  expect(cut('en', '... And so on.')).toEqual(['... And so on.'])
  expect(cut('en', '?!')).toEqual(['?!'])
})

test('nothing in a blank text', () => {
  expect(cut('en', '')).toEqual([])
  expect(cut('en', ' \n\t')).toEqual([])
})

test('law: spans are in order, disjoint, trimmed, and leave out nothing but white space', () => {
  const unit = fc.constantFrom(...'aBc 1.?!…"“”()\n\u00a0\u3000שלם。「」;・', 'Dr.', '. ', '\u{1f600}', 'The ', '1. ')
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

test('linear: four times the text does not take much more than four times as long', () => {
  const time = (text: string) => {
    const runs = Array.from({ length: 3 }, () => {
      const start = process.cpuUsage()
      sentencesOf(text, packOf('de')!)
      return process.cpuUsage(start).user
    })
    return Math.min(...runs) + 5000
  }
  for (const unit of ['. ', '\n', '.)', '1. ', '“. ', 'Dr. ', 'U.S. The ', '; ', '。', '( ']) {
    expect(time(unit.repeat(40_000)) / time(unit.repeat(10_000))).toBeLessThan(14)
  }
})
