/** Types of the corpus generator, for the tests. */
export interface CorpusFile {
  readonly path: string
  readonly release: string
  readonly tag: string
  readonly damage: string
  readonly bytes: Buffer
}
export const FILES_OF_EACH: number
export function corpusOf(seed: number, options?: { readonly clean?: boolean }): (k: number) => CorpusFile[]
export function writeCorpus(options: {
  readonly folder: string
  readonly manifest: string
  readonly size: number
  readonly seed: number
  readonly clean?: boolean
}): number
