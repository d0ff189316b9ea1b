/**
 * Visual-order Hebrew: lines shown by the Unicode bidirectional algorithm come back, and text in reading order is never
 * turned. The algorithm (UAX 9, paragraph level 1, no explicit marks) is written out here by its rules, as an oracle.
 */
import { describe, expect, test } from 'vitest'
import { packs } from '../src/languages/index.js'
import { repairVisualOrder } from '../src/repair/visual-order.js'
import { logicalOrder } from '../src/tokens/visual-line.js'

const MIRROR: Record<string, string> = { '(': ')', ')': '(', '[': ']', ']': '[', '«': '»', '»': '«' }
type Class = 'L' | 'R' | 'EN' | 'ES' | 'ET' | 'CS' | 'ON'

function classOf(char: string): Class {
  if (/[\u05be\u05d0-\u05f4]/.test(char)) return 'R'
  if (/[0-9]/.test(char)) return 'EN'
  if (/[+-]/.test(char)) return 'ES'
  if (/[#$%€£₪°]/.test(char)) return 'ET'
  if (/[,./:\u00a0]/.test(char)) return 'CS'
  return /\p{L}/u.test(char) ? 'L' : 'ON'
}

/** What the screen shows, from left to right. */
function shown(line: string): string {
  const chars = [...line]
  const was = chars.map(classOf)
  const now = [...was]
  for (let i = 1; i + 1 < now.length; i++) {
    if ((was[i] === 'ES' || was[i] === 'CS') && now[i - 1] === 'EN' && was[i + 1] === 'EN') now[i] = 'EN'
  }
  for (let i = 0; i < now.length; i++) {
    let end = i
    while (now[end] === 'ET') end++
    if (end > i && (now[i - 1] === 'EN' || now[end] === 'EN')) now.fill('EN', i, end)
    i = Math.max(i, end - 1)
  }
  let strong: Class = 'R'
  for (const [i, c] of now.entries()) {
    if (c === 'L' || c === 'R') strong = c
    else if (c === 'EN') now[i] = strong === 'L' ? 'L' : 'EN'
    else now[i] = 'ON'
  }
  resolveBrackets(chars, now)
  const side = (i: number) => (now[i] === 'L' ? 'L' : 'R')
  for (let i = 0; i < now.length; i++) {
    let end = i
    while (now[end] === 'ON') end++
    if (end === i) continue
    const both = i > 0 && end < now.length && side(i - 1) === 'L' && side(end) === 'L'
    now.fill(both ? 'L' : 'R', i, end)
    i = end - 1
  }
  const out: string[] = []
  for (let i = chars.length - 1; i >= 0; i--) {
    let from = i
    while (from >= 0 && now[from] !== 'R') from--
    out.push(...(from < i ? chars.slice(from + 1, i + 1) : [MIRROR[chars[i]!] ?? chars[i]!]))
    if (from < i) i = from + 1
  }
  return out.join('')
}

/** N0 */
function resolveBrackets(chars: readonly string[], now: Class[]): void {
  const open: number[] = []
  const pairs: [number, number][] = []
  for (const [i, char] of chars.entries()) {
    if ('(['.includes(char)) open.push(i)
    const k = ')]'.includes(char) ? open.findLastIndex(o => MIRROR[chars[o]!] === char) : -1
    if (k < 0) continue
    pairs.push([open[k]!, i])
    open.length = k
  }
  for (const [from, to] of pairs.sort((a, b) => a[0] - b[0])) {
    const inside = now.slice(from + 1, to)
    const right = inside.some(c => c === 'R' || c === 'EN')
    if (!right && !inside.includes('L')) continue
    const before = now.slice(0, from).findLast(c => c !== 'ON') ?? 'R'
    now[from] = now[to] = right || before !== 'L' ? 'R' : 'L'
  }
}

describe('a line that the bidirectional algorithm shows comes back', () => {
  test.each([
    'החברה דיווחה על צמיחה של 1,234.5 אלף שקלים.',
    'המדד ירד ב-5% ועלה שוב ב-3.2%.',
    'השער ירד: -5% ביום אחד, +7% בשבוע.',
    'הישיבה תתחיל בשעה 12:30 ותסתיים ב-14:00.',
    'הדוח פורסם ב-2026-03-02 בתל אביב.',
    'המחיר הוא $5 ליחידה או 50% פחות, כלומר ₪18.',
    'בין 10–15 עובדים הצטרפו (כ-20% מהצוות).',
    'פיתחנו את ה-SDK החדש עם Open Source Tools עבור לקוחות.',
    'מערכת Windows 11 (Pro) נמכרת כעת.',
    'חברת Nordlake Systems, Inc. הודיעה: "המוצר Blue Fox מוכן".',
    '"Blue Fox" הוא שם המוצר החדש',
    'שם המוצר החדש הוא "Blue Fox"',
    'לפרטים: press@nordlake.example או www.nordlake.example/he?id=12 באתר.',
    'הכתובת https://nordlake.example/a-b/c.html זמינה.',
    'מוצרי Alfa, Beta ו-Gamma נבדקו על ידי Delta Labs וגם ב-Epsilon.',
    '(הודעה לעיתונות) מנכ״ל החברה [בשמו המלא] אמר: «כן».',
    'המהירות היא 5G או 3M לפי התקן.',
    'צה"ל ודו"חות, ג\'ירפה וצ\'ק.',
    'סעיף 4.2.1, טלפון 03-5551234, חדר 12א.',
    'שאלות? כן! לא; אולי...',
    'פינת הרחובות דיזנגוף/ארלוזורוב – קומה 3',
    'הנתונים (כולל Beta) עודכנו ב-1/2/2026.',
    'מוצר C# ומוצר C++ בשוק',
    'שָׁלוֹם לכולם',
    'התחנה מספקת 48.2 GWh בשנה, ובקיץ 7 kW פחות.',
    'הטמפרטורה לא עלתה על 14 °C.',
    'לפרטים: טל׳ 03-555-0129, press@nordlake.example',
    'לפרטים: טל׳ +972 4 555 0188, press@nordlake.example',
    'דגם Windows 11 וגם GB 200 NVL',
  ])('%s', line => {
    const marked = line.replace(/\p{M}/gu, '')
    expect(logicalOrder(shown(marked))).toBe(marked)
  })

  test('lines that are wrapped: a sign, a bracket or a number goes on in the next', () => {
    expect(logicalOrder('Frankfurt: TDW;) הרבח')).toBe('חברה (Frankfurt: TDW;')
    expect(logicalOrder('May 11, 2026 (GLOBE ,הפיח')).toBe('חיפה, May 11, 2026 (GLOBE')
    expect(logicalOrder('הרבח -- NEWSWIRE)', { isOpen: true })).toBe('NEWSWIRE) -- חברה')
    expect(logicalOrder('03-555- ׳לט')).toBe('טל׳ 03-555-')
    expect(logicalOrder('6-q1')).toBe('6-q1')
  })

  test('brackets that a file gives as they are meant are not mirrored', () => {
    expect(logicalOrder(')Blue Fox( הרבח', { areMeant: true })).toBe('חברה (Blue Fox)')
  })

  test('marks stay behind their letters, emoji in one piece', () => {
    expect(logicalOrder('םוֹלשָׁ 👩‍🚀')).toBe('👩‍🚀 שָׁלוֹם')
  })
})

const RELEASE = [
  'חברת האנרגיה הצפונית הודיעה היום על פתיחת מרכז חדש בעיר.',
  'המנכ"ל אמר כי "אנחנו שמחים" וכי 120 עובדים יצטרפו עד סוף השנה.',
  'הפרויקט, בשם Blue Fox, יסתיים ב-2027 בעלות של 3.5 מיליון דולרים.',
]

test('a text in visual order is turned line by line', () => {
  const { repairs } = repairVisualOrder(RELEASE.map(shown).join('\n'), packs)
  expect(repairs.map(r => r.after)).toEqual(RELEASE)
  expect(repairs.every(r => r.kind === 'visual-order' && !r.lossy)).toBe(true)
})

test('a line in reading order inside such a text stays', () => {
  const mixed = [shown(RELEASE[0]!), RELEASE[1]!, shown(RELEASE[2]!)].join('\n')
  expect(repairVisualOrder(mixed, packs).repairs.map(r => r.after)).toEqual([RELEASE[0], RELEASE[2]])
})

describe('text in reading order is never turned', () => {
  test.each([
    ...RELEASE,
    'לא',
    'לא אל לא אל',
    'צה"ל, רמטכ"ל, ח"כ, עו"ד',
    'תל אביב',
    'םולש',
    'ס"ם ע"ן',
    'Contact: שלום כהן',
    'של מי של מי של מי',
    'גג שש דד',
    '',
  ])('%s', text => expect(repairVisualOrder(text, packs).repairs).toEqual([]))
})
