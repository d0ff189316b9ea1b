/**
 * What a scanner reads for the characters of UTF-8 that was printed as windows-1252. A letter such as è is the bytes
 * C3 A8, printed as `Ã¨`, and read as `A"`. The table gives, for the second printed character, what it is taken for.
 */

/** Readings of the second character of `Ã?` and `Â?`, the likely first. An empty reading: it left no trace. */
const SECOND: Readonly<Record<string, readonly string[]>> = {
  '\u00a0': [' ', ''], // à
  '¡': ['¡', 'j', '!', 'i'], // á
  '¤': ['¤', 'o', 'n'], // ä
  '¥': ['¥', 'Y'], // å
  '¦': ['¦', '|', '!'], // æ
  '¨': ['"', '™', '“', '”', "'", '¨'], // è
  '©': ['©', '@', '®'], // é
  ª: ['ª', '®', 'a'], // ê
  '«': ['«', '<<'], // ë
  '¬': ['-', '¬', '~'], // ì
  '\u00ad': ['', '-'], // í
  '¯': ['~', '¯', '-'], // ï
  '°': ['°', 'º'], // °
  '²': ['2', '²'], // ò
  '³': ['3', '³'], // ó
  '¶': ['¶', '{', 'q', '9'], // ö
  '¸': [',', '.', '¸'], // ø
  '¹': ['l', 't', '1', '¹', '!'], // ù
  '¼': ['1/4', '¼', '%'], // ü
  '€': ['€', ''],
  '„': ['„', '"', ',,', '?', ''],
  '…': ['…', '...', ''],
  '†': ['†', 't', '+', '?'],
  ˆ: ['ˆ', '^', ''],
  '‰': ['‰', '%', ''],
  '–': ['–', '-', ''],
  '˜': ['˜', '~', "'", ''],
  œ: ['œ', 'ce', 'oe', '?'],
  Ÿ: ['Y', 'Ÿ', '?'], // ß
}

/** The windows-1252 characters of the bytes 80-9F that letters of the supported languages end in. */
const UPPER: Readonly<Record<number, string>> = {
  128: '€', // À
  132: '„', // Ä
  133: '…', // Å
  134: '†', // Æ
  136: 'ˆ', // È
  137: '‰', // É
  150: '–', // Ö
  152: '˜', // Ø
  156: 'œ', // Ü
  159: 'Ÿ', // ß
}

export interface Reading {
  readonly char: string
  /** What stands after the `A`. */
  readonly seen: string
}

/** Every letter of a language with what may stand after the `A` where the letter stood; longer sightings first. */
export function readingsOf(letters: string): Reading[] {
  const readings: Reading[] = []
  for (const char of new Set([...letters, ...letters.replaceAll('ß', '').toUpperCase(), '°', 'ª'])) {
    const second = Buffer.from(char, 'utf8').at(1)
    if (second === undefined) continue
    for (const seen of SECOND[UPPER[second] ?? String.fromCharCode(second)] ?? []) readings.push({ char, seen })
  }
  return readings.sort((a, b) => b.seen.length - a.seen.length)
}
