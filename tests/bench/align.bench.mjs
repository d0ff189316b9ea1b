/**
 * The cost of aligning made-up releases, in milliseconds of one core after warm-up: six languages of 40 paragraphs, how it
 * grows with languages and paragraphs, and a release of 2,000 paragraphs in six languages with the memory it takes. With
 * another build's folder named, the same for that one, and the ratio. Not run by the tests:
 *
 *     npm run build && node tests/bench/align.bench.mjs [OTHER_DIST]
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const SEED = 20310504
const TAGS = ['da', 'de', 'en', 'he', 'it', 'nl']
const ROUNDS = 15
const WARM_UP = 60 // calls until the compiler of Node has settled

let seed = SEED
const random = () => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
  return seed / 0x7fffffff
}
const word = () =>
  Array.from({ length: 2 + Math.floor(random() * 8) }, () => 'abcdefghiklmnoprstuv'[Math.floor(random() * 20)]).join('')
const vocabulary = Array.from({ length: 3000 }, word)
const sentence = () =>
  Array.from({ length: 8 + Math.floor(random() * 18) }, () => {
    const dice = random()
    if (dice < 0.04) return String(Math.floor(random() * 9000))
    return dice < 0.1 ? `X${word()}` : Math.floor(random() * random() * vocabulary.length)
  })
const release = size =>
  Array.from({ length: size }, () => Array.from({ length: 1 + Math.floor(random() * 2) }, sentence))

function inLanguage(tag, paragraphs, packOf) {
  const words = vocabulary.map((known, k) => (k % 3 === 0 ? known.slice(0, 4) + word() : word()))
  const say = tokens => tokens.map(token => (typeof token === 'number' ? words[token] : token)).join(' ')
  const texts = paragraphs.map(sentences => sentences.map(tokens => `The ${say(tokens)}.`).join(' '))
  return { id: tag, pack: packOf(tag) ?? null, paragraphs: texts.map(text => ({ text })) }
}

async function builtIn(folder) {
  const load = async name => import(pathToFileURL(resolve(folder, name)).href)
  const [{ align }, { packOf }] = await Promise.all([load('align/align.js'), load('languages/index.js')])
  const made = (tags, size) => {
    seed = SEED
    const paragraphs = release(size)
    return tags.map(tag => inLanguage(tag, paragraphs, packOf))
  }
  return { align, made }
}

/** The least time of a few rounds, in milliseconds of processor time. */
function cost({ align }, texts, rounds = ROUNDS) {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage()
    align(texts)
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

const builds = await Promise.all(['dist', ...process.argv.slice(2, 3)].map(builtIn))
for (const build of builds) for (let k = 0; k < WARM_UP; k++) build.align(build.made(TAGS, 40))
const row = (name, tags, size, rounds) => {
  const times = builds.map(build => cost(build, build.made(tags, size), rounds))
  const ratio =
    times.length > 1 ? `, the other ${times[1].toFixed(1)} ms, ratio ${(times[0] / times[1]).toFixed(2)}` : ''
  console.log(`${name.padEnd(36)} ${times[0].toFixed(1).padStart(9)} ms${ratio}`)
}
for (const size of [10, 20, 40, 80, 160]) row(`six languages, ${size} paragraphs`, TAGS, size)
for (const count of [2, 3, 4, 5]) row(`${count} languages, 40 paragraphs`, TAGS.slice(0, count), 40)
row('two languages, 2,000 paragraphs', ['de', 'en'], 2000, 1)
row('six languages, 2,000 paragraphs', TAGS, 2000, 1)
console.log(`at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB resident`)
