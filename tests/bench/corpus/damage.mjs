/**
 * What happens to files on their way: other charsets, UTF-8 read as windows-1252, letters that became `?`, hard wraps and
 * double spacing. Two files in three stay as they are: UTF-8, a line a paragraph, blank lines between.
 */
import iconv from 'iconv-lite'

/** Shares of all files; what is left over is clean. */
const SHARES = [
  ['wrapped', 0.1],
  ['double-spaced', 0.04],
  ['legacy charset', 0.09],
  ['mojibake', 0.06],
  ['question marks', 0.04],
]
const LEAST_WIDTH = 68
const MOST_WIDTH = 84

/** windows-1252 as browsers read it: the five holes are the control characters of the same number. */
const WINDOWS_1252 = Array.from({ length: 256 }, (_, byte) => {
  const letter = iconv.decode(Buffer.of(byte), 'windows-1252')
  return letter === '\ufffd' ? String.fromCharCode(byte) : letter
})

/** Which damage a file has; `clean` for none. */
export function damageOf(random) {
  let dice = random.next()
  for (const [name, share] of SHARES) {
    dice -= share
    if (dice < 0) return name
  }
  return 'clean'
}

/** The bytes of a file. */
export function bytesOf(paragraphs, tag, damage, random) {
  const width = random.between(LEAST_WIDTH, MOST_WIDTH)
  const wrapped = () =>
    paragraphs.map(text =>
      text
        .split('\n')
        .map(line => wrap(line, width))
        .join('\n'),
    )
  if (damage === 'wrapped') return Buffer.from(`${wrapped().join('\n\n')}\n`)
  if (damage === 'double-spaced') return Buffer.from(`${wrapped().join('\n').replaceAll('\n', '\n\n')}\n`)
  const text = `${paragraphs.join('\n\n')}\n`
  if (damage === 'legacy charset') return iconv.encode(text, tag === 'he' ? 'windows-1255' : 'windows-1252')
  if (damage === 'question marks' && tag !== 'he') return Buffer.from(text.replace(/[^\0-\x7f]/g, '?'))
  if (damage === 'mojibake') return Buffer.from(Array.from(Buffer.from(text), byte => WINDOWS_1252[byte]).join(''))
  return Buffer.from(text)
}

function wrap(line, width) {
  const out = []
  let row = ''
  for (const word of line.split(' ')) {
    if (row !== '' && row.length + 1 + word.length > width) {
      out.push(row)
      row = word
    } else row = row === '' ? word : `${row} ${word}`
  }
  return [...out, row].join('\n')
}
