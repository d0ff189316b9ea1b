/** Texts for the tests of segmentation, written for them, and a way to wrap them. */
import { packOf } from '../src/languages/index.js'
import { segment } from '../src/segment/segment.js'

export const de = packOf('de')!

/** The texts of the blocks. */
export const texts = (text: string, tag = 'de') => segment(text, packOf(tag)!, tag).blocks.map(block => block.text)

/** The edits that lead to them. */
export const edits = (text: string, tag = 'de') => segment(text, packOf(tag)!, tag).repairs

export const paragraphs = [
  'Neue Fähren für den Norden',
  'Die Elbwerk AG baut drei Fähren für die nördlichen Inseln. Das teilte das Unternehmen am Montag in Hamburg mit. Die Schiffe sollen ohne Diesel fahren und je 400 Fahrgäste aufnehmen, sagte eine Sprecherin.',
  'Der Auftrag hat einen Wert von 90 Millionen Euro und sichert nach Angaben der Werft rund 220 Arbeitsplätze. Mit dem Bau soll noch in diesem Jahr begonnen werden, sobald die Genehmigung vorliegt.',
  'Die erste Fähre wird nach der Planung im 15. Jahr des Bestehens der Werft getauft, und zwar von der Tochter des Gründers, die dem Unternehmen bis heute als Beirätin verbunden ist und es berät.',
]

/** Wraps greedily, as a text editor does. */
export function wrap(text: string, width: number, first = ''): string[] {
  const lines = [first]
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    if (line.trim() === '') lines[lines.length - 1] = line + word
    else if (line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines
}
