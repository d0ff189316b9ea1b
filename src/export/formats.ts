/** The formats that a corpus can be exported to, by name: what each needs to be told, and who writes it. */
import type { MakeWriter } from './format.js'
import { moses } from './moses.js'
import { ninjs } from './ninjs.js'
import { parquet } from './parquet.js'
import { schemaorg } from './schemaorg.js'
import { stats } from './stats.js'
import { csv, tsv } from './table.js'
import { tei } from './tei.js'
import { text } from './text.js'
import { tmx } from './tmx.js'
import { xces } from './xces.js'
import { xliff } from './xliff.js'

/** What a format is like. */
export interface Format {
  readonly write: MakeWriter
  /** One file, files whose names begin alike, or a folder. */
  readonly into: 'file' | 'prefix' | 'folder'
  /** Any texts, any whose names are known before the first record, or a pair of them. */
  readonly languages: 'any' | 'known' | 'pair'
  /** It is made of units, and not of documents alone. */
  readonly hasUnits: boolean
  /** It can hold several versions of a text in a release. */
  readonly hasVersions: boolean
  /** A mark for Excel makes sense in it. */
  readonly isTable?: true
  /** Without a single row it is not valid. */
  readonly needsRows?: true
  /** It is no text. */
  readonly isBinary?: true
}

const TABLE = {
  tmx: { write: tmx, into: 'file', languages: 'any', hasUnits: true, hasVersions: true },
  tsv: { write: tsv, into: 'file', languages: 'known', hasUnits: true, hasVersions: false, isTable: true },
  csv: { write: csv, into: 'file', languages: 'known', hasUnits: true, hasVersions: false, isTable: true },
  parquet: { write: parquet, into: 'file', languages: 'any', hasUnits: true, hasVersions: true, isBinary: true },
  moses: { write: moses, into: 'prefix', languages: 'pair', hasUnits: true, hasVersions: false },
  xliff: { write: xliff, into: 'file', languages: 'pair', hasUnits: true, hasVersions: false, needsRows: true },
  tei: { write: tei, into: 'file', languages: 'any', hasUnits: true, hasVersions: true },
  xces: { write: xces, into: 'folder', languages: 'known', hasUnits: true, hasVersions: false },
  ninjs: { write: ninjs, into: 'file', languages: 'any', hasUnits: false, hasVersions: true },
  schemaorg: { write: schemaorg, into: 'file', languages: 'any', hasUnits: false, hasVersions: true },
  text: { write: text, into: 'folder', languages: 'any', hasUnits: false, hasVersions: true },
  stats: { write: stats, into: 'file', languages: 'any', hasUnits: false, hasVersions: true },
} as const satisfies Readonly<Record<string, Format>>

/** The name of a format. */
export type FormatName = keyof typeof TABLE

/** The formats by name. */
export const formats: ReadonlyMap<string, Format> = new Map<string, Format>(Object.entries(TABLE))
