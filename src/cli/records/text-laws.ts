/**
 * The laws of a document that tie its text to the file: the log of repairs leads from the decoded text to the blocks and
 * back, what it names stands where it says, and every character of the file is in one block or in an edit. Of a file in
 * UTF-8 the hash says what the decoded text was; of another it is what the log leads back to.
 */
import { createHash } from 'node:crypto'
import { originalText } from '../../api.js'
import { textOfBlocks } from '../../edits/block-text.js'
import { applyRepairs } from '../../edits/edits.js'
import type { Document, Edit, Span } from '../../model.js'

/** Is told of a broken law: the JSON path without its `$.`, and what is wrong. */
export type Tell = (path: string, problem: string) => void

/** Repairs, spans and damage that was left, against the decoded text that the repairs lead back to. */
export function checkText(document: Document, at: string, tell: Tell): void {
  const { blocks, repairs, unrepaired, rejected = [] } = document
  const original = checkLog(document, at, tell)
  if (original === null) return
  const made = new Set(repairs.map(keyOf))
  for (const [i, left] of unrepaired.entries()) {
    checkRange(left, original.length, `${at}.unrepaired[${i}]`, tell)
    if (original.slice(left.start, left.end) !== left.text)
      tell(`${at}.unrepaired[${i}].text`, 'is not what stands there')
  }
  for (const [i, no] of rejected.entries()) {
    checkRange(no, original.length, `${at}.rejected[${i}]`, tell)
    if (original.slice(no.start, no.end) !== no.before) tell(`${at}.rejected[${i}].before`, 'is not what stands there')
    if (made.has(keyOf(no))) tell(`${at}.rejected[${i}]`, 'is among the repairs all the same')
  }
  for (const [i, block] of blocks.entries()) {
    for (const [j, span] of block.spans.entries())
      checkRange(span, original.length, `${at}.blocks[${i}].spans[${j}]`, tell)
    if (block.runIn) checkRange(block.runIn, block.text.length, `${at}.blocks[${i}].runIn`, tell)
  }
  checkCover(document, original, at, tell)
}

/** The log of repairs: the decoded text that it leads back to, as far as it does; null where it leads nowhere. */
export function checkLog(
  { blocks, repairs, charset, sha256 }: Pick<Document, 'blocks' | 'repairs' | 'charset' | 'sha256'>,
  at: string,
  tell: Tell,
): string | null {
  const unsorted = repairs.findIndex(({ start, end }, i) => start > end || start < (repairs[i - 1]?.end ?? 0))
  if (unsorted >= 0) {
    tell(`${at}.repairs[${unsorted}]`, 'repairs overlap or are not sorted')
    return null
  }
  const original = originalText({ blocks, repairs })
  let isSound = true
  for (const [i, { end, start, before }] of repairs.entries()) {
    if (original.slice(start, end) === before) continue
    isSound = false
    if (end > original.length) checkRange({ start, end }, original.length, `${at}.repairs[${i}]`, tell)
    else tell(`${at}.repairs[${i}].before`, 'is not what stands there')
  }
  if (isSound && applyRepairs(original, repairs) !== textOfBlocks(blocks))
    tell(`${at}.repairs`, 'do not lead to the texts of the blocks')
  const { name, evidence } = charset
  if (name !== 'utf-8' || (evidence !== 'ascii' && evidence !== 'valid-utf8')) return original
  if (createHash('sha256').update(original).digest('hex') !== sha256)
    tell(at, 'its blocks and repairs do not lead back to the file of its sha256')
  return original
}

const keyOf = ({ start, end, after }: Edit) => `${start}-${end} ${after}`

export function checkRange({ start, end }: Span, length: number, path: string, tell: Tell): void {
  if (start > end || end > length) tell(path, `${start} to ${end} does not lie in a text of ${length}`)
}

/** Every character but white space is in a block or in an edit, and none in two blocks. */
function checkCover({ blocks, repairs }: Document, original: string, at: string, tell: Tell): void {
  const owners = new Uint8Array(original.length)
  for (const [i, { spans }] of blocks.entries()) {
    for (const [j, { start, end }] of spans.entries()) {
      if (owners.subarray(start, end).includes(1))
        tell(`${at}.blocks[${i}].spans[${j}]`, `${start} to ${end} is in another span as well`)
      owners.fill(1, start, end)
    }
  }
  for (const { start, end } of repairs) owners.fill(1, start, end)
  for (let k = owners.indexOf(0); k >= 0; k = owners.indexOf(0, k + 1)) {
    if (!/\S/.test(original[k]!)) continue
    tell(at, `the character at ${k} is in no block and no repair`)
    return
  }
}
