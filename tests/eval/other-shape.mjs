/** A kind of text made of the gold sets (as in `alignment-kinds.mjs`): translations of another shape. */
import { edited, mapValues, pick, sentencesIn, strangers } from './alignment-kinds.mjs'

const MOST = 1000 // sentences of a paragraph, for numbering them

/**
 * Paragraphs that each translation cuts in places of its own, sentence by sentence: ends moved by a sentence, paragraphs
 * parted and joined, a last sentence or a whole paragraph left out, sometimes with a stranger in its place. Units are
 * sentences, where all languages have as many of them in a paragraph.
 */
export function otherShape(releases, next) {
  return releases.map(release => {
    const tags = Object.keys(release.paragraphs)
    const cut = mapValues(release.paragraphs, own => own.map(sentencesIn))
    const whole = release.paragraphs[tags[0]].map((_, i) =>
      tags.some(tag => cut[tag][i].length !== cut[tags[0]][i].length),
    )
    const reshape = tag => {
      const rows = release.paragraphs[tag].map((text, i) =>
        whole[i] ? [[text, i * MOST]] : cut[tag][i].map((sentence, k) => [sentence, i * MOST + k]),
      )
      return reshaped(rows, strangers(releases, release, tag), next).map(row => [
        row.map(([text]) => text).join(' '),
        row.flatMap(([, unit]) => (unit < 0 ? [] : [unit])),
      ])
    }
    return { ...release, files: undefined, ...edited(release, reshape) }
  })
}

/** Rows are lists of sentences with their units; about one in five is cut otherwise. */
function reshaped(given, others, next) {
  const rows = given.map(row => [...row])
  const out = []
  rows.forEach((row, i) => {
    const dice = next()
    const follower = rows[i + 1]
    if (dice < 0.05 && row.length > 1 && follower) follower.unshift(row.pop())
    else if (dice < 0.08 && follower?.length > 1) row.push(follower.shift())
    else if (dice < 0.11 && row.length > 1) out.push(row.splice(0, 1 + Math.floor(next() * (row.length - 1))))
    else if (dice < 0.14 && row.length > 1) row.pop()
    else if (dice < 0.17 && follower) {
      follower.unshift(...row)
      return
    } else if (dice < 0.2 && rows.length > 4) {
      if (dice < 0.185) out.push([[pick(others, next), -1]])
      return
    }
    out.push(row)
  })
  return out
}
