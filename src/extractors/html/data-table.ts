/**
 * Is a table one of data, or does it lay out the page? Old pages and mails lay everything out with tables: their cells
 * hold paragraphs, other tables, or a whole column of text. Rows of figures and names hold short cells, and several.
 */
import { names, type PageElement } from './page-tree.js'

/** What no cell of a table of data holds. */
const LAYOUT = names('table h1 h2 h3 h4 h5 h6 ul ol dl form article section blockquote pre hr')
/** A cell with more characters than this is a paragraph. */
const LONGEST_CELL = 200

/** At least two rows with two cells, and nothing in a cell that is more than a few words. */
export function isDataTable(table: PageElement): boolean {
  let [rows, cells, letters] = [0, 0, 0]
  let wide = 0
  const open: PageElement[] = [table]
  for (let element = open.pop(); element; element = open.pop()) {
    if (element.name === 'tr') {
      rows++
      cells = element.children.filter(child => 'name' in child && /^t[dh]$/.test(child.name)).length
      if (cells > 1) wide++
    }
    if (/^t[dh]$/.test(element.name)) letters = 0
    for (const child of element.children.toReversed()) {
      if (!('name' in child)) letters += child.value.trim().length
      else if (LAYOUT.has(child.name)) return false
      else open.push(child)
    }
    if (letters > LONGEST_CELL) return false
  }
  return rows > 1 && wide > 1
}
