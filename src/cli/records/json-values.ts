/**
 * JSON over many lines, cut into its values without reading all of it: the elements of an array, or objects one after
 * another as `jq .` prints them. A JSON string holds no line end, so each line can be looked through by itself: brackets
 * and commas outside of strings say where a value ends.
 */

/** The text of a value, the line where it begins, and its number in the array, from 1. */
export interface ValueText {
  readonly text: string
  readonly line: number
  readonly item: number | null
}

export interface ValueCutter {
  /** Takes a line, gives the values that end in it. */
  add(line: string, number: number): ValueText[]
  isOpen(): boolean
  /** What has begun and not ended, and the line where it begins. */
  rest(): ValueText
}

/** Cuts one text after another. */
export function valueCutter(): ValueCutter {
  let [depth, isArray, items, line] = [0, false, 0, 0]
  let parts: string[] = []
  const take = (text: string, number: number) => {
    if (parts.length === 0 && text.trim() === '') return
    if (parts.length === 0) line = number
    parts.push(text)
  }
  const rest = (): ValueText => ({ text: parts.join('\n'), line, item: isArray ? items + 1 : null })
  const finished = (number: number): ValueText => {
    if (parts.length === 0) line = number
    const value = rest()
    parts = []
    items++
    return value
  }
  return {
    rest,
    isOpen: () => depth > 0 || isArray,
    add(text, number) {
      const values: ValueText[] = []
      let start = 0
      for (const { sign, at } of signsOf(text)) {
        if (depth === 0 && !isArray && sign === '[') {
          ;[isArray, items, start] = [true, 0, at + 1]
        } else if (depth === 0 && (sign === ',' || sign === ']')) {
          if (!isArray) continue
          take(text.slice(start, at), number)
          start = at + 1
          if (sign === ',' || parts.length > 0 || items > 0) values.push(finished(number))
          isArray = sign === ','
        } else if (sign === '{' || sign === '[') depth++
        else if (sign === '}' || sign === ']') {
          depth = Math.max(0, depth - 1)
          if (depth > 0 || isArray) continue
          take(text.slice(start, at + 1), number)
          start = at + 1
          values.push(finished(number))
        }
      }
      take(text.slice(start), number)
      if (parts.length > 0 && depth === 0 && !isArray) values.push(finished(number))
      line = parts.length > 0 ? line : number
      return values
    },
  }
}

/** Whether a text ends before its last bracket or string does. */
export function isCutOff(text: string): boolean {
  let depth = 0
  for (const { sign } of signsOf(text)) {
    if (sign === '"') return true
    if (sign === '{' || sign === '[') depth++
    else if (sign !== ',') depth--
  }
  return depth > 0
}

/** The brackets and commas of a line outside of strings; a quotation mark where a string does not end. */
function* signsOf(text: string): Generator<{ readonly sign: string; readonly at: number }> {
  const next = /["[\]{},]/g
  for (let found = next.exec(text); found; found = next.exec(text)) {
    const [sign] = found
    if (sign !== '"') {
      yield { sign, at: found.index }
      continue
    }
    const end = endOfString(text, found.index)
    if (end < 0) {
      yield { sign, at: found.index }
      return
    }
    next.lastIndex = end + 1
  }
}

/** Where the string that begins at `start` has its closing mark; -1 where it has none. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1
    while (text[before] === '\\') before--
    if ((end - before) % 2 === 1) return end
  }
  return -1
}
