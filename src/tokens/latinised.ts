/**
 * Cyrillic and Greek in Latin letters, so that names and words of common origin look alike (`Βερολίνο`, `Берлин`): rough
 * on purpose, one spelling for all languages of a script, meant for folded words and only to be compared. Other scripts
 * come out as they went in.
 */

const PAIRS: Readonly<Record<string, string>> = {
  ...lettersOf('абвгдезиклмнопрстуфхцыэіїєґўјћђѓќ', 'abvgdeziklmnoprstufhcyeiiegujcdgk'),
  ж: 'zh',
  ч: 'ch',
  ш: 'sh',
  щ: 'sch',
  ъ: '',
  ь: '',
  ю: 'iu',
  я: 'ia',
  љ: 'lj',
  њ: 'nj',
  џ: 'dz',
  ѕ: 'dz',
  ия: 'ia',
  кс: 'x',
  ...lettersOf('αβγδεζηικλμνξοπρσςτυφω', 'avgdeziiklmnxoprsstyfo'),
  θ: 'th',
  χ: 'ch',
  ψ: 'ps',
  ου: 'u',
  ευ: 'eu',
  αυ: 'au',
  μπ: 'b',
  γκ: 'g',
}
const WRITTEN = /ия|кс|ου|ευ|αυ|μπ|γκ|[\u0370-\u03ff\u0400-\u04ff]/g
const OTHER_LETTERS = /[\u0370-\u04ff]/

function lettersOf(letters: string, latin: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter, k) => [letter, latin[k]!]))
}

/** A folded word with its Cyrillic and Greek letters as Latin ones. */
export const latinised = (folded: string): string =>
  OTHER_LETTERS.test(folded) ? folded.replace(WRITTEN, letters => PAIRS[letters] ?? letters) : folded
