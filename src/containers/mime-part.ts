/** What is used of the tree that postal-mime makes of a mail; it is no part of its types, so its version is fixed. */
interface Field {
  readonly value: string
  readonly params: Readonly<Record<string, string>>
}

/** A part; its content is decoded from base64 and the like, and null where it has none. */
export interface MimePart {
  readonly headers: readonly { readonly key: string; readonly value: string }[]
  readonly contentType: { readonly parsed: Field; readonly multipart: string | false }
  readonly contentDisposition: { readonly parsed: Field }
  readonly contentId?: string | undefined
  readonly content: ArrayBuffer | null
  readonly childNodes: readonly MimePart[]
  getTextContent(): string
  decodeFlowedText(text: string, deletesSpace: boolean): string
}
