/**
 * Files at random: blocks of all kinds and languages one after another, damaged in up to eight ways at once, written in
 * some charset, and their bytes damaged again. What fast-check draws is a recipe of names and seeds, so that it can leave
 * out blocks and damages to find a smaller case; the bytes are a pure function of the recipe.
 */
import fc from 'fast-check'
import { randomOf } from '../bench/corpus/random.mjs'
import { BYTE_DAMAGES, DAMAGES, ENCODINGS } from './damage.js'
import { FOREIGN, ODD_LINES, type Phrases } from './phrases.js'
import { phrases } from './stock.js'

/** Something that is done, and the seed of its random numbers. */
export interface Step {
  readonly name: string
  readonly seed: number
}

export interface Recipe {
  readonly blocks: readonly string[]
  readonly between: string
  readonly damages: readonly Step[]
  readonly encoding: Step
  readonly bytes: readonly Step[]
}

/** At most so many ways of damage at once; most texts have few. */
const MOST_DAMAGES = 8

export const stepOf = (names: readonly string[]): fc.Arbitrary<Step> =>
  fc.record({ name: fc.constantFrom(...names), seed: fc.nat(0xffff) })

/** What damage leaves behind, and what stands beside it. */
const SIGNS = [
  ...'?\ufffd?\ufffd "„“”«»\'’-–.,:;()_*#□¿¤|1lI5 aeionäößéàøæåñçÃÂâ€™œžÅÐÑ×√ùìåéáãאבגםן\u009d\u0093\u00a0\u00ad\u200f=&;\\x39\n',
]

/** One of a few weights: most texts are in one language, some in several. */
function someBlocks(): fc.Arbitrary<string[]> {
  const all: Phrases = { ...phrases, ...FOREIGN }
  const known = Object.keys(phrases)
  const odd = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...ODD_LINES) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
    { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...SIGNS), { maxLength: 60 }).map(signs => signs.join('')) },
  )
  const language = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...known) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(FOREIGN)) },
  )
  return fc
    .tuple(language, fc.constantFrom(0, 0, 1, 4))
    .chain(([tag, oddness]) =>
      fc.array(
        fc.oneof(
          { weight: 8, arbitrary: fc.constantFrom(...all[tag]!) },
          { weight: 1 + oddness, arbitrary: odd },
          { weight: 1, arbitrary: language.chain(other => fc.constantFrom(...all[other]!)) },
        ),
        { maxLength: 14, size: 'max' },
      ),
    )
}

const damages = fc.array(stepOf(Object.keys(DAMAGES)), { maxLength: MOST_DAMAGES, size: 'medium' })

/** A recipe of a file. */
export const recipes = (): fc.Arbitrary<Recipe> =>
  fc.record({
    blocks: someBlocks(),
    between: fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\r\n\r\n', '\n \n', '\n\n\n'),
    damages,
    encoding: fc.oneof(
      { weight: 6, arbitrary: fc.constant({ name: 'utf-8', seed: 0 }) },
      { weight: 2, arbitrary: stepOf(Object.keys(ENCODINGS)) },
    ),
    bytes: fc.oneof(
      { weight: 7, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(stepOf(Object.keys(BYTE_DAMAGES)), { minLength: 1, maxLength: 2 }) },
    ),
  })

/** A text after what happened to it. */
export const withDamage = (text: string, damages: readonly Step[]): string =>
  damages.reduce((all, { name, seed }) => DAMAGES[name]!(all, randomOf(seed, name)).slice(0, MOST_CHARACTERS), text)

/** Repetitions of repetitions grow; laws do not need it. */
const MOST_CHARACTERS = 20_000

/** The bytes of a recipe. */
export function bytesOf(recipe: Recipe): Uint8Array {
  const { blocks, between, damages, encoding, bytes } = recipe
  const text = withDamage(`${blocks.join(between)}\n`, damages)
  const written = ENCODINGS[encoding.name]!(text, randomOf(encoding.seed, encoding.name))
  return bytes.reduce<Buffer>((all, { name, seed }) => BYTE_DAMAGES[name]!(all, randomOf(seed, name)), written)
}
