/**
 * Tables that follow from word lists and packs alone. `npm run build` makes them once, and a run reads them as numbers from
 * `dist/prepared/`; without that folder, as among sources, and for a pack that is not ours, they are made when they are asked for.
 */
import { existsSync, readFileSync } from 'node:fs'
import { packs } from '../languages/index.js'
import type { LanguagePack } from '../languages/pack.js'
import { type PackedArray, packArrays, unpackArrays, whole } from './packed-arrays.js'

/** What is written of a table: numbers, and whatever JSON holds. */
export interface Packable<A> {
  readonly about: A
  readonly arrays: readonly PackedArray[]
}

/** A table for each pack, opened when it is first asked for and kept. */
export interface Prepared<T> {
  (pack: LanguagePack): T
  /** The name of its file for a pack. */
  readonly file: (pack: LanguagePack) => string
  /** The bytes of its file. */
  readonly bytes: (pack: LanguagePack) => Uint8Array
}

const FOLDER = new URL('../prepared/', import.meta.url)

/**
 * `make` computes what is written of a table, `open` gives the table from it. A table that is asked for throws a UserError
 * where its file is not whole.
 */
export function prepared<T, A>(
  name: string,
  make: (pack: LanguagePack) => Packable<A>,
  open: (packed: Packable<A>) => T,
): Prepared<T> {
  const known = new WeakMap<LanguagePack, T>()
  const file = (pack: LanguagePack) => `${name}-${pack.tag}.bin`
  const get = (pack: LanguagePack) => {
    let table = known.get(pack)
    if (table === undefined) {
      const path = new URL(file(pack), FOLDER)
      table = open(packs.includes(pack) && existsSync(path) ? read<A>(path) : make(pack))
      known.set(pack, table)
    }
    return table
  }
  const bytes = (pack: LanguagePack) => {
    const { about, arrays } = make(pack)
    return packArrays(about, arrays)
  }
  return Object.assign(get, { file, bytes })
}

function read<A>(path: URL): Packable<A> {
  const bytes = readFileSync(path)
  const buffer = new ArrayBuffer(bytes.length) // that of `bytes` may begin anywhere in a larger one
  new Uint8Array(buffer).set(bytes)
  return whole(path, () => unpackArrays<A>(buffer))
}
