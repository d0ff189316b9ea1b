/**
 * A synthetic corpus of press releases: any number of files, five for each k, of which the true grouping is known. Words are
 * the fixtures', names are invented. The five files of k depend on seed and k alone, so that nothing is kept in memory
 * and a small corpus is the beginning of a large one. In most cases they are one release in five of the six languages; now and then
 * the fifth is a release of its own, or a corrected version of one of the others.
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { bytesOf, damageOf } from './damage.mjs'
import { TAGS } from './languages.mjs'
import { readPhrases } from './phrases.mjs'
import { planOf } from './plan.mjs'
import { hashOf, randomOf } from './random.mjs'
import { textOf } from './text.mjs'

export const FILES_OF_EACH = 5
const FOLDER = 1000 // files in a folder, at most
const ALONE = 0.04 // of all k have a file without translation
const CORRECTED = 0.04 // and of all k a corrected version of one text

/** Makes the five files of k: `{ path, release, tag, damage, bytes }` each; `clean` leaves damage out. */
export function corpusOf(seed, { clean = false } = {}) {
  const phrases = readPhrases()
  const count = phrases.en.length
  return k => {
    const random = randomOf(seed, 'files', k)
    const plan = planOf(seed, k, count)
    const tags = shuffled(TAGS, random)
    const dice = random.next()
    return Array.from({ length: FILES_OF_EACH }, (_, j) => {
      const own = randomOf(seed, 'file', k, j)
      const isLast = j === FILES_OF_EACH - 1
      const [isAlone, isCorrected] = [isLast && dice < ALONE, isLast && dice >= ALONE && dice < ALONE + CORRECTED]
      const tag = tags[isCorrected ? 0 : j]
      const how = randomOf(seed, 'translation', k, isCorrected ? 0 : j)
      const said = isAlone ? planOf(seed, -1 - k, count) : isCorrected ? corrected(plan) : plan
      const damage = clean ? 'clean' : damageOf(own)
      return {
        path: `${folderOf(seed, k, j)}/${nameOf(seed, k, j)}.txt`,
        release: isAlone ? `${k}-alone` : String(k),
        tag,
        damage,
        bytes: bytesOf(textOf(said, tag, phrases, how), tag, damage, own),
      }
    })
  }
}

/**
 * Writes the first `size` files into a folder, and a line for each into the manifest: path, release, language, damage,
 * bytes, parted by tabs. Answers with the count of bytes.
 */
export function writeCorpus({ folder, manifest, size, seed, clean }) {
  const filesOf = corpusOf(seed, { clean })
  const known = new Set()
  const list = openSync(manifest, 'w')
  let total = 0
  for (let at = 0; at < size; at += FILES_OF_EACH) {
    const files = filesOf(at / FILES_OF_EACH).slice(0, size - at)
    for (const { path, bytes } of files) {
      const parent = path.slice(0, path.indexOf('/'))
      if (!known.has(parent)) mkdirSync(join(folder, parent), { recursive: true })
      known.add(parent)
      writeFileSync(join(folder, path), bytes)
      total += bytes.length
    }
    writeSync(list, files.map(f => `${f.path}\t${f.release}\t${f.tag}\t${f.damage}\t${f.bytes.length}\n`).join(''))
  }
  closeSync(list)
  return total
}

/** One number of the first sentence that has one is another. */
function corrected(plan) {
  let done = false
  const change = token => {
    if (done || token.number === undefined) return token
    done = true
    return { ...token, number: token.number + 1 }
  }
  const sentences = list => list.map(tokens => tokens.map(change))
  const lede = sentences(plan.lede)
  return { ...plan, lede, blocks: plan.blocks.map(block => ({ ...block, sentences: sentences(block.sentences) })) }
}

function shuffled(list, random) {
  const out = [...list]
  for (let k = out.length - 1; k > 0; k--) {
    const other = random.below(k + 1)
    ;[out[k], out[other]] = [out[other], out[k]]
  }
  return out
}

/** Five folders for a thousand k: no folder says what belongs together. */
function folderOf(seed, k, j) {
  const turn = (j + hashOf(seed, 'folder', k)) % FILES_OF_EACH
  return String(Math.floor(k / FOLDER) * FILES_OF_EACH + turn).padStart(4, '0')
}

const hex = (...keys) =>
  hashOf(...keys)
    .toString(16)
    .padStart(8, '0')
const nameOf = (seed, k, j) => hex(seed, 'name', k, j) + hex(seed, 'more', k, j)
