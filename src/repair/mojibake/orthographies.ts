/**
 * Which letters beyond a-z go together in one orthography. Two that no language has both of do not stand side by side
 * in a word (`Ĺ‚` aside, `Ă` and `ł`): the pair is mojibake. Upper and lower case; from the alphabets of the languages.
 */

/** Letters beyond a-z that go together in the orthography of a language. */
const ORTHOGRAPHIES = [
  'àâæçéèêëîïôœùûüÿ',
  'äöüßéèàç',
  'ąćęłńóśźż',
  'áčďéěíňóřšťúůýžöü',
  'áäčďéíĺľňóôŕšťúýž',
  'áéíóöőúüű',
  'ăâîșțşţ',
  'âçğıîöşüəûi̇',
  'āčēģīķļņšūžōŗ',
  'ąčęėįšųūž',
  'äõöüšžå',
  'čćđšž',
  'çë',
  'áéíñóúüïàçèòôâãêõ',
  'àèéìíîòóùú',
  'æøåéóòêèäöüáíúýðþ',
  'âêîôûŵŷáéíóúàèìòùïëö',
  'àáâãèéêìíòóôõùúýăđĩũơư',
  'ĉĝĥĵŝŭ',
  'ċġħżàèìòù',
  'áčđŋšŧžåäöæø',
  'āēīōū',
  'ëïéèêöüóáíúôâûàçä',
].map(letters => letters + letters.toUpperCase())

/** In how many of these lists a letter stands, to tell readings apart that are equally proved. */
export function lettersShared(code: number): number {
  return code > 0x24f ? 0 : ORTHOGRAPHIES.filter(o => o.includes(String.fromCharCode(code))).length
}

/** By the two letters, once asked. */
const together = new Map<number, boolean>()

/** Has any orthography both letters? Letters that stand in none of these lists are not judged. */
export function goTogether(a: number, b: number): boolean {
  const key = a * 0x10000 + b
  const kept = together.get(key)
  if (kept !== undefined) return kept
  const [x, y] = [String.fromCharCode(a), String.fromCharCode(b)]
  const listed = ORTHOGRAPHIES.some(o => o.includes(x)) && ORTHOGRAPHIES.some(o => o.includes(y))
  const found = !listed || ORTHOGRAPHIES.some(o => o.includes(x) && o.includes(y))
  together.set(key, found)
  return found
}
