/**
 * The only door to mammoth, which is loaded with the first DOCX: its tree of a document, from which it would make HTML.
 * Limits are mammoth's: heads and feet, comments, text that tracked changes have deleted and fields without a result are
 * not in the tree; text boxes follow the paragraph that they are anchored in.
 */

export interface Paragraph {
  readonly type: 'paragraph'
  readonly children: readonly Inline[]
  readonly styleId: string | null
  readonly styleName: string | null
  readonly numbering: { readonly isOrdered: boolean } | null
}

export type Inline =
  | { readonly type: 'run'; readonly isBold: boolean; readonly children: readonly Inline[] }
  | { readonly type: 'hyperlink'; readonly href?: string; readonly children: readonly Inline[] }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'tab' }
  | { readonly type: 'break'; readonly breakType: 'line' | 'page' | 'column' }
  | NoteReference
  | { readonly type: 'image' | 'bookmarkStart' | 'checkbox' | 'commentReference' }

export interface NoteReference {
  readonly type: 'noteReference'
  readonly noteType: 'footnote' | 'endnote'
  readonly noteId: string
}

export interface Table {
  readonly type: 'table'
  readonly children: readonly { readonly children: readonly { readonly children: readonly Content[] }[] }[]
}

export type Content = Paragraph | Table

export interface WordDocument {
  readonly children: readonly Content[]
  readonly notes: { resolve(reference: NoteReference): { readonly body: readonly Content[] } | null }
}

/** Read the tree of a DOCX. No file beside it is opened, no image decoded. Throws what mammoth throws. */
export async function readWord(bytes: Uint8Array): Promise<WordDocument> {
  const { default: mammoth } = await import('mammoth')
  let document: WordDocument | undefined
  await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      transformDocument: (tree: WordDocument) => {
        document = tree
        return { ...tree, children: [] }
      },
    },
  )
  return document!
}
