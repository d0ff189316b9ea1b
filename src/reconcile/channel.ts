/**
 * What damage may have made of a word: a character that a charset could not hold became `?` (or U+FFFD), a scanner took
 * one character for another. Each channel has a key, which is the same for a word and for what damage left of it, so
 * that the words of the siblings are looked up and never tried one by one; and a test, which is strict.
 */

/** Everything that may have been lost, or stands for it, is one `?`; a lost character may have left several. */
export const lostKey = (word: string): string => word.replace(/[?\u0080-\uffff]+/g, '?')

/** What a scanner confuses, by the one that stands for all of them in a key. */
const CONFUSED: readonly (readonly [one: string, all: string])[] = [
  ['o', '0OoQø'],
  ['l', '1lIi|!'],
  ['s', '5Ss$'],
  ['B', '8B'],
  ['z', '2Zz'],
  ['e', 'ec'],
  ['g', '9gq'],
]
const keyOf = new Map(CONFUSED.flatMap(([one, all]) => [...all].map(char => [char, one] as const)))

const joined = (word: string) => word.replaceAll('rn', 'm')

/** The same for two words that a scanner may take for each other. */
export const scanKey = (word: string): string => [...joined(word)].map(char => keyOf.get(char) ?? char).join('')

/** Could a scanner have read `seen` where `candidate` stood? Another case of the same letter is no slip. */
export function scannedFrom(seen: string, candidate: string): boolean {
  const [a, b] = [[...joined(seen)], [...joined(candidate)]]
  if (a.length !== b.length || seen === candidate) return false
  return a.every((char, i) => {
    const other = b[i]!
    if (char === other) return true
    if (char === 'ø' || other === 'ø') return char === '0' // `o` for ø is how others spell it
    return keyOf.has(char) && keyOf.get(char) === keyOf.get(other) && char.toLowerCase() !== other.toLowerCase()
  })
}

/** What a plain sign of a sibling stands for where the sign that was lost was beyond ASCII. */
const CURLY: Readonly<Record<string, string>> = { ' ': '\u00a0', "'": '’', '-': '–' }

/**
 * The word that `seen` was before it lost what stands as `?` in it, spelled as `candidate`; null where it was another.
 * A `?` answers one character beyond ASCII, a run of them inside a word as many or fewer (at its edge one may have been a quotation mark); a space, an apostrophe or a hyphen of the
 * candidate answers one too, as the sign beyond ASCII that it stands for.
 */
export function restored(seen: string, candidate: string): string | null {
  const pattern = seen.replace(/[?\ufffd]+|[^?\ufffd]+/g, (run, at: number) =>
    /^[?\ufffd]/.test(run)
      ? `((?:[^\\x00-\\x7f]|[ '-]){${at > 0 && at + run.length < seen.length ? 1 : run.length},${run.length}})`
      : run.replace(/[\\^$.*+()|{}[\]/-]/g, '\\$&'),
  )
  const match = new RegExp(`^${pattern}$`, 'u').exec(candidate)
  if (!match) return null
  let at = 0
  return seen.replace(/[?\ufffd]+/g, () => match[++at]!.replace(/[ '-]/g, sign => CURLY[sign]!))
}
