/**
 * Texts wrapped to so many columns. A line ends at a blank, behind a hyphen inside a word, or beside an ideograph; a word
 * that is longer than a line is cut between two signs. Lines are lists of clusters, so that each knows its place in the text.
 */
import { type Cluster, clustersOf } from './width.js'

/** No wide sign fits into less. */
const LEAST = 2

const isBlank = ({ shown }: Cluster) => shown === ' ' || shown === '\u3000' || shown === '  '
const isWide = ({ width, shown }: Cluster) => width === 2 && /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(shown)
const LETTER = /^[\p{L}\p{N}]/u

/** The lines of a text; one at least. Blanks at the end of a line, and where one was begun, are left out. */
export function wrapped(text: string, width: number): Cluster[][] {
  const room = Math.max(LEAST, width)
  const lines: Cluster[][] = []
  let line: Cluster[] = []
  let columns = 0
  let isBegun = false // by wrapping: what was left of the line before
  let end = 0 // how much of the line may stand alone
  const push = (length: number) => {
    lines.push(withoutEnd(line.slice(0, length)))
    line = line.slice(length)
    columns = line.reduce((sum, own) => sum + own.width, 0)
    end = 0
  }
  for (const cluster of clustersOf(text)) {
    if (cluster.shown === '\n') {
      push(line.length)
      isBegun = false
      continue
    }
    if (isBlank(cluster)) {
      if (line.length === 0 && isBegun) continue
      line.push(cluster)
      columns += cluster.width
      end = line.length
      continue
    }
    if (line.length > 0 && mayEnd(line, cluster)) end = line.length
    while (line.length > 0 && columns + cluster.width > room) {
      push(end || line.length)
      isBegun = true
    }
    line.push(cluster)
    columns += cluster.width
  }
  push(line.length)
  return lines
}

/** May a line end before the cluster, where no blank is? */
function mayEnd(line: readonly Cluster[], next: Cluster): boolean {
  const last = line.at(-1)!
  if (isWide(last) || isWide(next))
    return !/^[\p{Pe}\p{Pf}\p{Po}]/u.test(next.shown) && !/^[\p{Ps}\p{Pi}]/u.test(last.shown)
  return /^[-‐/–—]$/.test(last.shown) && LETTER.test(line.at(-2)?.shown ?? '') && LETTER.test(next.shown)
}

function withoutEnd(line: readonly Cluster[]): Cluster[] {
  let { length } = line
  while (length > 0 && isBlank(line[length - 1]!)) length--
  return line.slice(0, length)
}
