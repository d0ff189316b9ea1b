/** JSON as bytes of UTF-8, as it goes between threads and onto disk. */

export const packJson = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))

export const openJson = <T>(bytes: Uint8Array): T =>
  JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()) as T
