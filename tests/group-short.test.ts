/** Short pages without names and numbers: what the lengths of their blocks tell. All texts are invented. */
import { expect, test } from 'vitest'
import { readDocument } from '../src/api/reading.js'
import { lengthsFit } from '../src/group/lengths.js'
import { profileOf } from '../src/group/profile.js'
import { packOf } from '../src/languages/index.js'

const PAGES = {
  en: [
    'The pool is closed in the morning.',
    'Over the winter the pumps were taken out, cleaned and put back, and one of them was found to be cracked from end to end. A new one has been ordered, and until it comes the water is kept warm with the old boiler.',
    'In the afternoon all lanes are open.',
    'Schools that had booked a morning were told by telephone. They may choose another day, and they pay nothing for it.',
    'Those who hold a season ticket need do nothing: the ticket runs as many days longer as the pool was closed in the morning, and the till does it by itself the next time that the card is shown at the gate.',
  ],
  de: [
    'Das Bad bleibt am Vormittag geschlossen.',
    'Über den Winter wurden die Pumpen ausgebaut, gereinigt und wieder eingesetzt, und eine von ihnen war der Länge nach gerissen. Eine neue ist bestellt, und bis sie kommt, wird das Wasser mit dem alten Kessel warm gehalten.',
    'Am Nachmittag sind alle Bahnen offen.',
    'Schulen, die einen Vormittag gebucht hatten, wurden angerufen. Sie dürfen einen anderen Tag wählen und zahlen dafür nichts.',
    'Wer eine Saisonkarte hat, braucht nichts zu tun: Die Karte gilt so viele Tage länger, wie das Bad am Vormittag geschlossen war, und die Kasse macht das von selbst, wenn die Karte das nächste Mal am Tor gezeigt wird.',
  ],
  he: [
    'הבריכה סגורה בשעות הבוקר.',
    'במהלך החורף הוצאו המשאבות, נוקו והוחזרו למקומן, ואחת מהן נמצאה סדוקה לכל אורכה. הוזמנה משאבה חדשה, ועד שתגיע המים מחוממים בדוד הישן.',
    'אחר הצהריים כל המסלולים פתוחים.',
    'בתי ספר שהזמינו שעות בבוקר קיבלו הודעה בטלפון. הם רשאים לבחור יום אחר, וללא תשלום.',
    'בעלי כרטיס עונתי אינם צריכים לעשות דבר: הכרטיס יהיה בתוקף מספר ימים נוסף כמספר הימים שהבריכה הייתה סגורה בבוקר, והקופה תעשה זאת מעצמה בפעם הבאה שיוצג.',
  ],
} as const
type Tag = keyof typeof PAGES

const profile = (tag: Tag, blocks: readonly string[]) => {
  const bytes = new TextEncoder().encode(`${blocks.join('\n\n')}\n`)
  return profileOf(readDocument({ path: `${tag}.txt`, bytes }, { language: tag }), packOf)
}
const fit = (a: Tag, b: Tag, blocks: readonly string[] = PAGES[b]) =>
  lengthsFit(profile(a, PAGES[a]), profile(b, blocks))

test.each<[Tag, Tag]>([
  ['en', 'de'],
  ['en', 'he'],
  ['de', 'he'],
])('the same page in %s and %s', (a, b) => {
  expect(fit(a, b)).toBe(true)
  expect(fit(b, a)).toBe(true)
})

test('the same blocks in another order are another page', () => {
  expect(fit('en', 'de', PAGES.de.toReversed())).toBe(false)
  expect(fit('en', 'he', [...PAGES.he.slice(2), ...PAGES.he.slice(0, 2)])).toBe(false)
})

test('blocks of one length and few blocks prove nothing', () => {
  const even = Array.from({ length: 6 }, () => PAGES.en[3])
  expect(
    lengthsFit(
      profile('en', even),
      profile(
        'de',
        Array.from({ length: 6 }, () => PAGES.de[3]),
      ),
    ),
  ).toBe(false)
  expect(lengthsFit(profile('en', PAGES.en.slice(0, 3)), profile('de', PAGES.de.slice(0, 3)))).toBe(false)
})
