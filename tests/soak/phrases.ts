/**
 * What generated texts are made of: the blocks of the fixtures' records, sentences in languages without a pack, and odd
 * lines that one stage or another looks for.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Blocks of clean text by language tag. */
export type Phrases = Readonly<Record<string, readonly string[]>>

/** The blocks of the expected records below `fixtures`, by the language of their document, without the damaged ones. */
export function readPhrases(fixtures: string): Phrases {
  const found: Record<string, string[]> = {}
  for (const room of ['languages', 'releases'])
    for (const name of readdirSync(join(fixtures, room)).sort()) {
      const golden = join(fixtures, room, name, 'expected.json')
      if (!existsSync(golden)) continue
      for (const { documents } of JSON.parse(readFileSync(golden, 'utf8')))
        for (const { language, blocks, unrepaired } of documents)
          if (unrepaired.length === 0)
            found[language.tag] = [...(found[language.tag] ?? []), ...blocks.map((b: { text: string }) => b.text)]
    }
  return found
}

/** Sentences of invented releases in languages that have no pack. */
export const FOREIGN: Phrases = {
  fr: [
    'LYON, le 4 mai 2031 – La société Verlande inaugure sa nouvelle usine près de la rivière.',
    'L’été dernier, 340 salariés ont déjà été embauchés, précise Hélène Marchais, directrice générale.',
    'Contact presse : presse@verlande.example, tél. +33 4 00 00 00 00',
  ],
  es: [
    'MÁLAGA, 4 de mayo de 2031 – La empresa Tresmares abre su nueva fábrica junto al río.',
    '«Contrataremos a 340 personas más el próximo año», afirmó Iñigo Muñiz, director general.',
  ],
  pl: [
    'ŁÓDŹ, 4 maja 2031 – Spółka Zielonka otwiera nową fabrykę nad rzeką.',
    'Zatrudnienie znajdzie 340 osób, powiedziała prezes Małgorzata Dąbek.',
  ],
  cs: ['BRNO, 4. května 2031 – Společnost Žluťák otevírá nový závod u řeky.', 'Práci zde najde 340 lidí.'],
  hu: ['GYŐR, 2031. május 4. – A Tölgyfa új üzemet nyit a folyó mellett.', 'Összesen 340 embert vesznek fel.'],
  sv: ['LULEÅ, 4 maj 2031 – Bolaget Björkdal öppnar sin nya fabrik vid älven.', 'Fabriken får 340 anställda.'],
  is: ['AKUREYRI, 4. maí 2031 – Félagið Hvítá opnar nýja verksmiðju við ána.', 'Þar munu 340 manns starfa.'],
  fi: ['OULU 4.5.2031 – Yhtiö Koivula avaa uuden tehtaan joen varrella.', 'Tehdas työllistää 340 henkilöä.'],
  tr: ['İZMİR, 4 Mayıs 2031 – Çınar şirketi nehir kıyısında yeni fabrikasını açıyor.', 'Burada 340 kişi çalışacak.'],
  rm: ['CUIRA, ils 4 da matg 2031 – La firma Plaun dal Lai avra sia nova fabrica sper il flum.'],
  ru: [
    'ПЕРМЬ, 4 мая 2031 г. – Компания «Берёзка» открывает новый завод у реки.',
    'Работу получат 340 человек, сообщила директор Наталья Щукина.',
  ],
  el: ['ΒΟΛΟΣ, 4 Μαΐου 2031 – Η εταιρεία Πλάτανος εγκαινιάζει νέο εργοστάσιο δίπλα στο ποτάμι.'],
  ar: [
    'عمّان، 4 مايو 2031 – تفتتح شركة الزيتونة مصنعها الجديد قرب النهر.',
    'وسيعمل في المصنع 340 شخصًا، كما قالت المديرة العامة.',
  ],
  fa: ['شیراز، ۴ مه ۲۰۳۱ – شرکت سروستان کارخانهٔ تازهٔ خود را کنار رودخانه می‌گشاید.'],
  yi: ['ווילנע, 4טן מײַ 2031 – די פֿירמע דעמב עפֿנט איר נײַע פֿאַבריק לעבן טײַך.'],
  hi: ['पुणे, 4 मई 2031 – बरगद कंपनी नदी के किनारे अपना नया कारख़ाना खोल रही है।'],
  th: ['เชียงใหม่ 4 พฤษภาคม 2574 – บริษัทต้นไทรเปิดโรงงานใหม่ริมแม่น้ำ'],
  zh: ['苏州，2031年5月4日 – 青松公司在河边开设新工厂，将雇用340人。'],
  ja: ['金沢、2031年5月4日 – 松風社は川沿いに新工場を開設します。従業員は340名です。'],
  ko: ['전주, 2031년 5월 4일 – 소나무 회사가 강가에 새 공장을 엽니다.'],
}

/** Lines that are none of prose: each makes some pass look twice. */
export const ODD_LINES: readonly string[] = [
  '',
  ' ',
  '\t',
  '\f',
  '^',
  '* * *',
  '---///---',
  '=====',
  '###',
  '-ENDE-',
  '- 3 -',
  'Seite 2 von 7',
  ' date 2031-05-04 ',
  'May 14, 2031 10:00 ET | Source: Verlande',
  'PARIS, March 2, 2031 (GLOBE NEWSWIRE) -- Text.',
  'München (ots) - Text',
  '(ANSA) - ROMA, 02 MAR - Testo',
  'Kontakt: Anna Öhm, Telefon +49 (0)30 12 34-5, press@oehm.example',
  'Übersicht',
  'Überschrift:',
  '1. Punkt',
  'a) Punkt',
  '- punkt',
  '  – Halle',
  '• ',
  'a\tb\tc',
  '12\t3,4\t5 %',
  'http://x.example/a-',
  'https://www.verlande.example/news/12345?a=b&c=d#e',
  'lang-',
  'Ab-',
  '3.–5. Mai 2031, 15.12.–16.12., 31. Februar 2031, 2031-13-45',
  'De 12 à 16 h, 12-15/12-16, 30/02/2031, Q3 2031, 1. Quartal',
  'NYSE: VRL, ISIN DE000BASF111, LEI 529900T8BM49AURSDO55',
  'EUR 2,3 Mio., 1.234.567,89 €, 12 %, 3 km², CO?, H₂O, m?, 20 ?C',
  'Ã¤',
  'Ã\u0083Â¤',
  'â€œTextâ€\u009d',
  'ГјГ¤',
  '×©×œ×•×',
  'A"',
  'A¼',
  'a??x a??',
  'f??r die K??che, f_r, K□che',
  'er ist da??, sagt ?Anna?',
  '?Wort? und ?Wort? CO?-frei',
  'f\ufffdr die K\ufffdche',
  '\ufffd\ufffd',
  'f&uuml;r &amp;uuml; &#252; &#xfc; &nbsp;',
  'f=C3=BCr =FC =\n3D',
  'caf\\u00e9 \\xc3\\xa9',
  'f%C3%BCr',
  '|n der Ha1le, rnit dern 5chiff',
  'םולש םלוע',
  'שלום (עולם) 123 "א"',
  '\u202eabc\u202c \u200f\u200e',
  '😀 🇩🇰 👩‍👩‍👧 𝔘𝔫',
  '\ud800 \udc00',
  'e\u0301 a\u0308 o\u0302\u0323',
  '\u00a0\u2009\u200b\u00ad\ufeff\u2060',
  '\u0085 \u2028 \u2029 \u0000 \u0007 \u009d',
  'Wort'.repeat(60),
  '„»«“”’‘‚\'"',
  '((((((]]]>>>',
]
