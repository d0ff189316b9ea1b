/**
 * The formats that are read besides plain text: each by one extractor, which is loaded when a file of its format is met.
 * The number behind the name of an extractor goes up with whatever changes what it gives.
 */
import type { Extracted, SourceFormat } from '../model.js'

export interface Extractor {
  /** As a record names it. */
  readonly name: string
  /** As messages name the format. */
  readonly title: string
  /** The text of a page whose charset others find out. */
  readonly fromText?: () => Promise<(page: string) => Extracted>
  /** The text of bytes. Throws a UserError where a package is not installed, another error for a file that is broken. */
  readonly fromBytes?: () => Promise<(bytes: Uint8Array) => Promise<Extracted & { readonly hasImagesOnly?: boolean }>>
}

export const extractors: Readonly<Record<SourceFormat, Extractor>> = {
  html: {
    name: 'html/1',
    title: 'HTML',
    fromText: async () => (await import('./html/html.js')).extractHtml,
  },
  pdf: { name: 'pdf/1', title: 'PDF', fromBytes: async () => (await import('./pdf/pdf.js')).extractPdf },
  docx: { name: 'docx/1', title: 'DOCX', fromBytes: async () => (await import('./docx/docx.js')).extractDocx },
}
