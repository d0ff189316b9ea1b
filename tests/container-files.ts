/** Containers made for tests: a writer of ZIP archives that can write wrong ones, mails, and what comes out of them. */
import { crc32, deflateRawSync } from 'node:zlib'
import {
  type ContainerFormat,
  containerOf,
  type FieldNames,
  isRefused,
  newBudget,
  type Opened,
  openContainer,
} from '../src/containers/containers.js'

export interface ZipEntry {
  readonly name: string | Buffer
  readonly data?: string | Buffer
  /** Bits of the general purpose flag: 1 is encrypted, 0x800 a name in UTF-8. */
  readonly flags?: number
  readonly method?: number
  readonly attributes?: number
  readonly crc?: number
}

/** A ZIP archive of entries as they are given, right or wrong. */
export function zipFile(entries: readonly ZipEntry[]): Buffer {
  const [files, list]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name as string)
    const data = Buffer.from((entry.data ?? '') as string)
    const method = entry.method ?? 8
    const packed = method === 8 ? deflateRawSync(data) : data
    const fixed = Buffer.alloc(26)
    fixed.writeUInt16LE(20, 0)
    fixed.writeUInt16LE(entry.flags ?? 0, 2)
    fixed.writeUInt16LE(method, 4)
    fixed.writeUInt32LE(entry.crc ?? crc32(data), 10)
    fixed.writeUInt32LE(packed.length, 14)
    fixed.writeUInt32LE(data.length, 18)
    fixed.writeUInt16LE(name.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(((entry.attributes ?? 0) << 16) >>> 0, 6)
    rest.writeUInt32LE(at, 10)
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), fixed, name, packed])
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fixed, rest, name]))
    files.push(file)
    at += file.length
  }
  return zipOf(files, list, at)
}

function zipOf(files: readonly Buffer[], list: readonly Buffer[], at: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(list.length & 0xffff, 8)
  end.writeUInt16LE(list.length & 0xffff, 10)
  end.writeUInt32LE(Buffer.concat(list).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, ...list, end])
}

/** Lines of a mail, as they are sent. */
export const mail = (...lines: readonly string[]) => Buffer.from(lines.join('\r\n'), 'latin1')

export interface Settings extends FieldNames {
  readonly maxBytes?: number
  readonly name?: string
}

/** All that a container gives. */
export async function open(format: ContainerFormat, bytes: Uint8Array, settings: Settings = {}): Promise<Opened[]> {
  const { maxBytes = 2 ** 25, name = 'box', ...fields } = settings
  const given: Opened[] = []
  for await (const inner of openContainer(format, bytes, name, { maxBytes, budget: newBudget(), ...fields }))
    given.push(inner)
  return given
}

/** The same, of a file whose format is found out. */
export async function openFile(name: string, bytes: Uint8Array, settings: Settings = {}): Promise<Opened[]> {
  const format = containerOf(bytes, name, settings)
  if (format === null) throw new Error(`${name} is no container`)
  return open(format, bytes, { ...settings, name })
}

/** A line for each: suffix, format, charset and text, or the code. */
export const told = (opened: readonly Opened[]) =>
  opened.map(inner =>
    isRefused(inner)
      ? `${inner.suffix} ${inner.code}`
      : [inner.suffix, inner.format, inner.charset, textOf(inner)].filter(Boolean).join(' | '),
  )

/** The text, in the charset that is stated, or UTF-8. */
export const textOf = (inner: Opened) =>
  isRefused(inner) ? '' : new TextDecoder(inner.charset ?? 'utf-8').decode(inner.bytes)
