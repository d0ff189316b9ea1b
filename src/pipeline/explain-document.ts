/**
 * Why each line of a file became what it is: the document as it would stand in a record, and for each block its lines in
 * the file, what spoke for its kind, and its own language. For people, so that nothing of it is part of a record.
 */
import type { Block, Detected, Document, KindEvidence } from '../model.js'
import type { FileBytes } from './file.js'
import { openFile, type Unreadable } from './open-file.js'
import { documentOf, languageOfBlock, partsOf, type ReadOptions } from './read-document.js'

export interface ExplainedBlock {
  readonly block: Block
  /** The first and the last line of the file that the block is cut from, from 1. */
  readonly lines: readonly [first: number, last: number]
  readonly evidence: KindEvidence
  /** Its own language; null where it was not asked for (given, or names and numbers only). */
  readonly language: Detected | null
}

export interface Explanation {
  readonly document: Document
  readonly blocks: readonly ExplainedBlock[]
  readonly lineCount: number
  /** The line, from 1, of an offset in the decoded text. */
  lineAt(offset: number): number
}

/** Explains a file; why not, where nothing can be read of it. Never throws for bad input. */
export async function explainDocument(file: FileBytes, options: ReadOptions = {}): Promise<Explanation | Unreadable> {
  const opened = await openFile(file, options.charset)
  if ('problem' in opened) return opened
  const parts = partsOf(file.bytes, opened, options)
  const document = documentOf(file, parts)
  const starts = lineStarts(parts.decoded.text)
  const lineAt = (offset: number) => lineOf(starts, offset)
  const blocks = document.blocks.map((block, i): ExplainedBlock => {
    const { start } = block.spans[0]!
    const { end } = block.spans.at(-1)!
    return {
      block,
      lines: [lineAt(start), lineAt(Math.max(start, end - 1))],
      evidence: parts.segmented.evidence[i]!,
      language: languageOfBlock(block, document.language),
    }
  })
  return { document, blocks, lineCount: starts.length, lineAt }
}

/** Where lines start; CRLF, LF and CR end one, as in editors. */
function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  if (starts.length > 1 && starts.at(-1) === text.length) starts.pop()
  return starts
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle
  }
  return low + 1
}
