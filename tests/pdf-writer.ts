/** Writes small PDFs by hand, to say exactly which operators a page has: one font (Helvetica), pages of 400 by 300 points. */

interface Options {
  readonly rotate?: number
  readonly objects?: readonly string[]
  readonly resources?: string
  readonly info?: string
}

/** A PDF with a page for each content stream. */
export function pdfOf(
  contents: readonly string[],
  { rotate = 0, objects = [], resources = '', info = '' }: Options = {},
): Buffer {
  const first = 5
  const kids = contents.map((_, i) => `${first + objects.length + 2 * i} 0 R`).join(' ')
  const all = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${info} >>`,
    ...objects,
    ...contents.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Rotate ${rotate} /Contents ${first + objects.length + 2 * i + 1} 0 R ` +
        `/Resources << /Font << /F 3 0 R >> ${resources} >> >>`,
      streamOf(content),
    ]),
  ]
  return written(all)
}

/** A stream as an object, with what its dictionary has beside the length. */
export const streamOf = (content: string, dictionary = '') =>
  `<< ${dictionary} /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`

/** Text at a place, in a size. */
export const textAt = (x: number, y: number, text: string, size = 12) => `BT /F ${size} Tf ${x} ${y} Td (${text}) Tj ET`

function written(objects: readonly string[]): Buffer {
  let file = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = places.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  const trailer = `trailer << /Size ${count} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(`${file}xref\n0 ${count}\n0000000000 65535 f \n${table}${trailer}`, 'latin1')
}
