/**
 * What a made-up release needs of a language beside its phrases: labels, quotation marks, months, how a number, an
 * amount and a date are written, and the names of a few cities. Plain data, written out so that the corpus does not
 * depend on the machine's ICU.
 */

const WESTERN = { decimal: ',', thousands: '.' }
const ENGLISH = { decimal: '.', thousands: ',' }

export const LANGUAGES = {
  da: {
    ...WESTERN,
    label: 'Pressemeddelelse',
    about: 'Om',
    contact: 'Pressekontakt',
    phone: 'tlf.',
    end: '***',
    quotes: ['»', '«'],
    says: 'siger',
    percent: ' procent',
    million: ' millioner euro',
    months: 'januar februar marts april maj juni juli august september oktober november december'.split(' '),
    day: (day, month, year) => `${day}. ${month} ${year}`,
    cities: ['København', 'Wien', 'Firenze', 'Haag', 'Rom', 'Genève', 'Prag', 'Warszawa', 'Athen', 'Lissabon'],
  },
  de: {
    ...WESTERN,
    label: 'Pressemitteilung',
    about: 'Über',
    contact: 'Pressekontakt',
    phone: 'Telefon',
    end: '-ENDE-',
    quotes: ['„', '“'],
    says: 'sagt',
    percent: ' Prozent',
    million: ' Millionen Euro',
    months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
    day: (day, month, year) => `${day}. ${month} ${year}`,
    cities: ['Kopenhagen', 'Wien', 'Florenz', 'Den Haag', 'Rom', 'Genf', 'Prag', 'Warschau', 'Athen', 'Lissabon'],
  },
  en: {
    ...ENGLISH,
    label: 'PRESS RELEASE',
    about: 'About',
    contact: 'Media contact',
    phone: 'phone',
    end: '###',
    quotes: ['“', '”'],
    says: 'said',
    percent: ' percent',
    million: ' million euros',
    months: 'January February March April May June July August September October November December'.split(' '),
    day: (day, month, year) => `${month} ${day}, ${year}`,
    cities: ['Copenhagen', 'Vienna', 'Florence', 'The Hague', 'Rome', 'Geneva', 'Prague', 'Warsaw', 'Athens', 'Lisbon'],
  },
  he: {
    ...ENGLISH,
    label: 'הודעה לעיתונות',
    about: 'אודות',
    contact: 'לפרטים נוספים',
    phone: 'טל׳',
    end: 'סוף',
    quotes: ['"', '"'],
    says: 'אומרת',
    percent: ' אחוזים',
    million: ' מיליון אירו',
    months: 'ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר'.split(' '),
    day: (day, month, year) => `${day} ב${month} ${year}`,
    cities: ['קופנהגן', 'וינה', 'פירנצה', 'האג', 'רומא', "ז'נבה", 'פראג', 'ורשה', 'אתונה', 'ליסבון'],
  },
  it: {
    ...WESTERN,
    label: 'COMUNICATO STAMPA',
    about: 'Informazioni su',
    contact: 'Ufficio stampa',
    phone: 'tel.',
    end: 'FINE',
    quotes: ['«', '»'],
    says: 'dice',
    percent: '%',
    million: ' milioni di euro',
    months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(' '),
    day: (day, month, year) => `${day} ${month} ${year}`,
    cities: ['Copenaghen', 'Vienna', 'Firenze', "L'Aia", 'Roma', 'Ginevra', 'Praga', 'Varsavia', 'Atene', 'Lisbona'],
  },
  nl: {
    ...WESTERN,
    label: 'Persbericht',
    about: 'Over',
    contact: 'Perscontact',
    phone: 'tel.',
    end: 'EINDE',
    quotes: ['‘', '’'],
    says: 'zegt',
    percent: ' procent',
    million: ' miljoen euro',
    months: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
    day: (day, month, year) => `${day} ${month} ${year}`,
    cities: [
      'Kopenhagen',
      'Wenen',
      'Florence',
      'Den Haag',
      'Rome',
      'Genève',
      'Praag',
      'Warschau',
      'Athene',
      'Lissabon',
    ],
  },
}

export const TAGS = Object.keys(LANGUAGES)
export const CITIES = LANGUAGES.en.cities.length

/** `value` has at most one decimal. */
export function numberIn({ decimal, thousands }, value) {
  const [whole, part] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, thousands)
  return part === undefined ? grouped : grouped + decimal + part
}

/** A day is the count of days since 1 January 2025. */
export function dayIn({ months, day }, count) {
  const date = new Date(Date.UTC(2025, 0, 1 + count))
  return day(date.getUTCDate(), months[date.getUTCMonth()], date.getUTCFullYear())
}
