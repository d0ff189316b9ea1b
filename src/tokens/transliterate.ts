/**
 * Hebrew and Arabic against Latin script: both are reduced to a skeleton of consonant classes, in which a name looks alike
 * (`בייג'ינג` and `Beijing` are both BGNG). Vowels, h and the letters that Hebrew uses for vowels are dropped,
 * sibilants are one class, b/v/w another, p/f a third. Short skeletons are alike by chance: callers weigh by length.
 */

const HEBREW: Readonly<Record<string, string>> = {
  ב: 'B',
  ג: 'G',
  ד: 'D',
  ז: 'S',
  ט: 'T',
  כ: 'K',
  ך: 'K',
  ל: 'L',
  מ: 'M',
  ם: 'M',
  נ: 'N',
  ן: 'N',
  ס: 'S',
  פ: 'P',
  ף: 'P',
  צ: 'S',
  ץ: 'S',
  ק: 'K',
  ר: 'R',
  ש: 'S',
  ת: 'T',
}

const ARABIC: Readonly<Record<string, string>> = {
  ب: 'B',
  پ: 'P',
  ت: 'T',
  ث: 'T',
  ج: 'G',
  چ: 'S',
  خ: 'K',
  د: 'D',
  ذ: 'D',
  ر: 'R',
  ز: 'S',
  ژ: 'S',
  س: 'S',
  ش: 'S',
  ص: 'S',
  ض: 'D',
  ط: 'T',
  ظ: 'S',
  غ: 'G',
  ف: 'P',
  ق: 'K',
  ك: 'K',
  ک: 'K',
  گ: 'G',
  ل: 'L',
  م: 'M',
  ن: 'N',
}
/** Letters that are glued before a word (and, in, to, the), where no pack tells them. */
export const GLUED_LETTERS = 'והבלכמשوالبكفس'
const CONSONANTS = /^[\u05d0-\u05ea\u0620-\u06ff]/

/** Is the word in a script that writes consonants only? */
export const writesConsonants = (word: string): boolean => CONSONANTS.test(word)

const LATIN: Readonly<Record<string, string>> = {
  b: 'B',
  v: 'B',
  w: 'B',
  p: 'P',
  f: 'P',
  g: 'G',
  j: 'G',
  d: 'D',
  t: 'T',
  k: 'K',
  q: 'K',
  c: 'K',
  l: 'L',
  m: 'M',
  n: 'N',
  r: 'R',
  s: 'S',
  z: 'S',
}
const DIGRAPHS: readonly (readonly [letters: string, skeleton: string])[] = [
  ['sch', 'S'],
  ['tsch', 'S'],
  ['sh', 'S'],
  ['ts', 'S'],
  ['tz', 'S'],
  ['zz', 'S'],
  ['ph', 'P'],
  ['th', 'T'],
  ['ck', 'K'],
  ['qu', 'KB'],
  ['x', 'KS'],
  ['ce', 'S'],
  ['ci', 'S'],
  ['cy', 'S'],
]
const DIGRAPHS_OF = new Map(
  DIGRAPHS.map(([letters]) => [letters[0]!, DIGRAPHS.filter(([other]) => other[0] === letters[0])] as const),
)
const MAX_LETTERS = 30

/** Skeleton of a Hebrew or Arabic word, in any form; empty where it has no consonant of the table. */
export function hebrewSkeleton(word: string): string {
  let out = ''
  const letters = word.slice(0, MAX_LETTERS)
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at]!
    if (letter === 'ו' && letters[at + 1] === 'ו') {
      out = withConsonants(out, 'B')
      at++
    } else out = withConsonants(out, HEBREW[letter] ?? ARABIC[letter] ?? '')
  }
  return out
}

/** Skeletons of a folded Latin word: one, or two where `ch` or an initial `j` can be read in two ways. */
export function latinSkeletons(folded: string): string[] {
  const word = folded.slice(0, MAX_LETTERS)
  const out: string[] = []
  const add = (skeleton: string) => {
    if (skeleton !== '' && !out.includes(skeleton)) out.push(skeleton)
  }
  add(latinSkeleton(word, 'S'))
  if (word.includes('ch')) add(latinSkeleton(word, 'K'))
  if (word.startsWith('j')) add(latinSkeleton(word.slice(1), 'S'))
  return out
}

function latinSkeleton(word: string, ch: string): string {
  let out = ''
  for (let at = 0; at < word.length; ) {
    if (word.startsWith('ch', at)) {
      out = withConsonants(out, ch)
      at += 2
      continue
    }
    const digraph = DIGRAPHS_OF.get(word[at]!)?.find(([letters]) => word.startsWith(letters, at))
    if (digraph) {
      out = withConsonants(out, digraph[1])
      at += digraph[0].length
    } else out = withConsonants(out, LATIN[word[at++]!] ?? '')
  }
  return out
}

/** The skeleton with more consonants; one that is doubled counts once. */
const withConsonants = (skeleton: string, more: string): string =>
  more !== '' && skeleton.endsWith(more[0]!) ? skeleton + more.slice(1) : skeleton + more

/** The word itself, and the word without one and without two glued prefix letters, as long as three letters remain. */
export function withoutPrefixes(word: string, prefixLetters: string): string[] {
  const out = [word]
  for (let cut = 1; cut <= 2 && word.length - cut >= 3 && prefixLetters.includes(word[cut - 1]!); cut++) {
    out.push(word.slice(cut))
  }
  return out
}
