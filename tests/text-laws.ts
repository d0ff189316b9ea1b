/** The laws of a document's text, told apart from how `validate` finds them: character by character. */
import { applyRepairs, originalText, undoRepairs } from '../src/index.js'
import type { Document } from '../src/model.js'

/** Each broken law as `law: where`; `decoded` is the text of the file, where it is known. */
export const brokenTextLaws = (document: Document, decoded = originalText(document)): string[] => [
  ...undone(decoded, document),
  ...logged(decoded, document),
  ...accounted(decoded, document),
]

function undone(decoded: string, document: Document): string[] {
  const joined = document.blocks.map(({ text }) => text).join('\n\n')
  const broken: string[] = []
  if (applyRepairs(decoded, document.repairs) !== joined) broken.push('replay: the log does not give the blocks')
  if (undoRepairs(joined, document.repairs) !== decoded) broken.push('undo: the log does not give the text')
  if (originalText(document) !== decoded) broken.push('undo: originalText is not the decoded text')
  return broken
}

/** Edits are sorted and apart, `before` stands where it says, and `at` where the result is; so does damage that was left. */
function logged(decoded: string, { blocks, repairs, unrepaired }: Document): string[] {
  const broken: string[] = []
  const texts = new Map(blocks.map(({ id, text }) => [id, text]))
  let last = 0
  for (const { start, end, before, after, at, kind, evidence, confidence } of repairs) {
    if (!(confidence >= 0 && confidence <= 1))
      broken.push(`log: ${kind} by ${evidence} has the confidence ${confidence}`)
    if (start < last || end < start) broken.push(`log: ${kind} at ${start} overlaps the edit before it`)
    if (decoded.slice(start, end) !== before) broken.push(`log: ${kind} at ${start} is not what stands there`)
    if (at && texts.get(at.block)?.slice(at.start, at.end) !== after)
      broken.push(`log: ${kind} at ${start} is not at ${at.start}`)
    last = end
  }
  for (const { start, end, text, kind } of unrepaired)
    if (decoded.slice(start, end) !== text) broken.push(`log: ${kind} left at ${start} is not what stands there`)
  return broken
}

/** Every character is in one block, or in an edit, or white space. */
function accounted(decoded: string, { blocks, repairs }: Document): string[] {
  const owners = new Int32Array(decoded.length)
  for (const { spans } of blocks) for (const { start, end } of spans) for (let i = start; i < end; i++) owners[i]!++
  const twice = owners.findIndex(n => n > 1)
  for (const { start, end } of repairs) owners.fill(1, start, end)
  const lost = owners.findIndex((n, i) => n === 0 && /\S/.test(decoded[i]!))
  return [
    ...(twice < 0 ? [] : [`cover: the character at ${twice} is in two blocks`]),
    ...(lost < 0 ? [] : [`cover: the character at ${lost} is nowhere`]),
  ]
}
