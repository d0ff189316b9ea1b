/**
 * What a build does a document, as counts that no busy machine changes: regular expressions run, look-ups in maps, typed
 * arrays made, characters read one by one and put in lower case, bytes allocated. Of the fixtures, once everything is loaded.
 *
 *     node tests/bench/counts.bench.mjs [--dist DIR] [--files DIR] [--json]
 *
 * `tests/counts.test.ts` holds them below its ceilings.
 */
import { existsSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: join(root, 'dist') },
    files: { type: 'string', default: join(root, 'fixtures/releases/*/input/*.txt') },
    json: { type: 'boolean', default: false },
  },
})

const counts = { regexes: 0, maps: 0, arrays: 0, codes: 0, lowered: 0 }

/** Has a method counted, by one or by what `amount` makes of the object. */
function counted(prototype, method, name, amount = () => 1) {
  const own = prototype[method]
  prototype[method] = function (...given) {
    counts[name] += amount(this)
    return own.apply(this, given)
  }
}
countRegexes()
for (const method of ['get', 'set', 'has']) counted(Map.prototype, method, 'maps')
counted(String.prototype, 'charCodeAt', 'codes')
counted(String.prototype, 'toLowerCase', 'lowered', text => text.length)
for (const name of [
  'Int8Array',
  'Uint8Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
])
  globalThis[name] = new Proxy(globalThis[name], {
    construct(array, given) {
      counts.arrays++
      return Reflect.construct(array, given)
    },
  })

/** A search through a text counts once for each match of an iterator, once for a replacement, whatever it runs inside. */
function countRegexes() {
  let inside = false
  for (const method of ['exec', 'test', Symbol.match, Symbol.replace, Symbol.search, Symbol.split]) {
    const own = RegExp.prototype[method]
    RegExp.prototype[method] = function (...given) {
      if (inside) return own.apply(this, given)
      counts.regexes++
      inside = true
      try {
        return own.apply(this, given)
      } finally {
        inside = false
      }
    }
  }
}

const index = ['bundle/index.js', 'index.js'].map(name => join(resolve(values.dist), name)).find(existsSync)
const { parseCorpus } = await import(pathToFileURL(index).href)

/** Builds all files; how many documents and characters they have. */
async function build() {
  let [documents, characters] = [0, 0]
  for await (const record of parseCorpus([values.files], { jobs: 1 }))
    for (const { blocks } of record.documents) {
      documents++
      for (const { text } of blocks) characters += text.length
    }
  return { documents, characters }
}

await build()
for (const name of Object.keys(counts)) counts[name] = 0
const session = new Session()
session.connect()
const every = { samplingInterval: 4096, includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true }
await session.post('HeapProfiler.startSampling', every)
const { documents, characters } = await build()
const before = { ...counts }
const { profile } = await session.post('HeapProfiler.stopSampling')
const sizeOf = ({ selfSize, children }) => children.reduce((sum, child) => sum + sizeOf(child), selfSize)

const a = amount => Math.round(amount / documents)
const result = {
  documents,
  characters: a(characters),
  regexes: a(before.regexes),
  maps: a(before.maps),
  arrays: a(before.arrays),
  codesPerCharacter: Number((before.codes / characters).toFixed(1)),
  loweredPerCharacter: Number((before.lowered / characters).toFixed(1)),
  allocated: a(sizeOf(profile.head)),
}
if (values.json) console.log(JSON.stringify(result))
else
  console.log(`${documents} documents of ${result.characters} characters; a document:
  regular expressions run   ${result.regexes}
  look-ups in maps          ${result.maps}
  typed arrays made         ${result.arrays}
  codes read a character    ${result.codesPerCharacter}
  put in lower case         ${result.loweredPerCharacter} times
  allocated                 ${(result.allocated / 2 ** 20).toFixed(2)} MB`)
process.exit(0)
