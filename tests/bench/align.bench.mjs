/**
 * Milliseconds per release for aligning: a made-up release of 16 paragraphs in six languages, and two texts of 2,000
 * paragraphs. Not run by the tests. `npm run build && node tests/bench/align.bench.mjs`
 */
import { align } from '../../dist/align/align.js'
import { packOf } from '../../dist/languages/index.js'

let seed = 20310504
const random = () => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
  return seed / 0x7fffffff
}
const word = () => {
  const letters = Array.from(
    { length: 2 + Math.floor(random() * 8) },
    () => 'abcdefghiklmnoprstuv'[Math.floor(random() * 20)],
  )
  return letters.join('')
}
const vocabulary = Array.from({ length: 3000 }, word)
const sentence = () =>
  Array.from({ length: 8 + Math.floor(random() * 18) }, () => {
    const dice = random()
    if (dice < 0.04) return String(Math.floor(random() * 9000))
    return dice < 0.1 ? `X${word()}` : Math.floor(random() * random() * vocabulary.length)
  })
const release = size =>
  Array.from({ length: size }, () => Array.from({ length: 1 + Math.floor(random() * 3) }, sentence))
const inLanguage = (tag, paragraphs) => {
  const words = vocabulary.map((known, k) => (k % 3 === 0 ? known.slice(0, 4) + word() : word()))
  const say = tokens => tokens.map(token => (typeof token === 'number' ? words[token] : token)).join(' ')
  const texts = paragraphs.map(sentences => sentences.map(tokens => `The ${say(tokens)}.`).join(' '))
  return { id: tag, pack: packOf(tag) ?? null, paragraphs: texts.map(text => ({ text })) }
}
const time = (name, tags, size, runs) => {
  const releases = Array.from({ length: runs }, () => {
    const paragraphs = release(size)
    return tags.map(tag => inLanguage(tag, paragraphs))
  })
  const start = process.hrtime.bigint()
  for (const texts of releases) align(texts)
  console.log(`${name}: ${(Number(process.hrtime.bigint() - start) / 1e6 / runs).toFixed(1)} ms per release`)
}

time('six languages, 16 paragraphs', ['da', 'de', 'en', 'he', 'it', 'nl'], 16, 30)
time('two languages, 40 paragraphs', ['de', 'en'], 40, 30)
time('two languages, 2,000 paragraphs', ['de', 'en'], 2000, 1)
