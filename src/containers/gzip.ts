/** A file that gzip has packed; several packed one behind the other, as logs are, are one file. */
import { type Opened, type OpenOptions, refused } from './inner.js'
import { unpack } from './unpack.js'

/** The file inside. */
export async function* openGzip(bytes: Uint8Array, path: string, options: OpenOptions): AsyncGenerator<Opened> {
  const file = unpack(bytes, 'gzip', options)
  if ('code' in file) yield refused('', file.code, `the file is packed with gzip, and ${file.message}`)
  else yield { suffix: '', bytes: file.bytes, step: { gzip: path }, facts: {} }
}
