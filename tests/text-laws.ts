/** The laws of a document's text, told apart from how `validate` finds them: character by character. */
import { applyRepairs, originalText } from '../src/index.js'
import type { Document } from '../src/model.js'

/** Each broken one in a few words. */
export function brokenTextLaws(document: Document): string[] {
  const original = originalText(document)
  const owner = new Int32Array(original.length)
  for (const { spans } of document.blocks)
    for (const { start, end } of spans) for (let i = start; i < end; i++) owner[i]!++
  const twice = owner.findIndex(n => n > 1)
  for (const { start, end } of document.repairs) for (let i = start; i < end; i++) owner[i]!++
  const nowhere = owner.findIndex((n, i) => n === 0 && /\S/.test(original[i]!))
  const isReplayed = applyRepairs(original, document.repairs) === document.blocks.map(b => b.text).join('\n\n')
  const isLeft = document.unrepaired.every(({ start, end, text }) => original.slice(start, end) === text)
  return [
    ...(isReplayed ? [] : ['the repairs do not lead to the blocks']),
    ...(isLeft ? [] : ['damage that was left does not stand there']),
    ...(twice < 0 ? [] : [`the character at ${twice} is in two blocks`]),
    ...(nowhere < 0 ? [] : [`the character at ${nowhere} is nowhere`]),
  ]
}
