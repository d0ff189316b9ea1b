/** Writes small ZIP files: entries by name, deflated. */
import { deflateRawSync } from 'node:zlib'

/** CRC 32 as ZIP has it (APPNOTE 4.4.7). */
function crcOf(bytes: Buffer): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let k = 0; k < 8; k++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

/** A ZIP; `size` says of an entry that it unpacks to another size than it does. */
export function zipOf(entries: Readonly<Record<string, string | Buffer>>, size?: number): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(entries)) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const header = Buffer.alloc(26)
    header.writeUInt16LE(20, 0)
    header.writeUInt16LE(8, 4)
    header.writeUInt32LE(crcOf(bytes), 10)
    header.writeUInt32LE(packed.length, 14)
    header.writeUInt32LE(size ?? bytes.length, 18)
    header.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), header, Buffer.from(name), packed])
    const places = Buffer.alloc(14)
    places.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), header, places, Buffer.from(name))
    locals.push(local)
    at += local.length
  }
  const entriesAt = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Object.keys(entries).length, 4)
  end.writeUInt16LE(Object.keys(entries).length, 6)
  end.writeUInt32LE(entriesAt.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, entriesAt, Buffer.from('PK\x05\x06', 'latin1'), end])
}
