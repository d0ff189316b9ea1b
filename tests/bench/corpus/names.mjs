/**
 * Invented names that stand in every translation: people, companies, products and villages, put together from syllables,
 * and how Hebrew spells them, letter by letter.
 */

const STARTS = [
  'b',
  'br',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'k',
  'kl',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
]
const VOWELS = ['a', 'e', 'i', 'o', 'u']
const ENDS = ['', '', 'l', 'm', 'n', 'nd', 'r', 'rk', 's', 'st', 'v']
const PLACE_ENDS = ['by', 'dorf', 'feld', 'ham', 'lund', 'moor', 'sund', 'vik', 'wald', 'zano']
const FIRST_NAMES =
  'Anna Birgit Carla Daniel Elena Felix Greta Hannah Ilan Jonas Karla Lena Marco Nina Oskar Paula Rafael Sara Tomas Vera'.split(
    ' ',
  )
const FORMS = ['AG', 'A/S', 'B.V.', 'GmbH', 'Inc.', 'Ltd.', 'S.p.A.']

const syllable = random => random.of(STARTS) + random.of(VOWELS) + random.of(ENDS)
const capital = word => word[0].toUpperCase() + word.slice(1)
const word = random => capital(syllable(random) + syllable(random) + (random.chance(0.4) ? random.of(VOWELS) : ''))

export const personOf = random => `${random.of(FIRST_NAMES)} ${word(random)}${random.chance(0.3) ? 'sen' : ''}`
export const companyOf = random => {
  const name = word(random) + (random.chance(0.4) ? ` ${word(random)}` : '')
  return { name, full: `${name} ${random.of(FORMS)}`, host: `${name.toLowerCase().replace(' ', '-')}.example` }
}
export const productOf = random => word(random) + (random.chance(0.5) ? ` ${random.between(2, 990)}` : '')
export const villageOf = random => capital(syllable(random)) + random.of(PLACE_ENDS)

const HEBREW = {
  a: 'א',
  b: 'ב',
  c: 'ק',
  d: 'ד',
  e: '',
  f: 'פ',
  g: 'ג',
  h: 'ה',
  i: 'י',
  j: 'ג׳',
  k: 'ק',
  l: 'ל',
  m: 'מ',
  n: 'נ',
  o: 'ו',
  p: 'פ',
  r: 'ר',
  s: 'ס',
  t: 'ט',
  u: 'ו',
  v: 'ו',
  w: 'ו',
  x: 'קס',
  y: 'י',
  z: 'ז',
}
const FINAL = { מ: 'ם', נ: 'ן', פ: 'ף' }

/** A Latin name in Hebrew letters; digits stay. */
export const inHebrew = name =>
  name
    .split(' ')
    .map(part => {
      const letters = [...part.toLowerCase()].map((letter, k) =>
        k === 0 && letter === 'e' ? 'א' : (HEBREW[letter] ?? letter),
      )
      return letters.join('').replace(/[מנפ]$/, letter => FINAL[letter])
    })
    .join(' ')
