/**
 * The index of releases in the browser: search, filters, sorting, pages, and which releases are one. Runs as a script of
 * the page (see `scripts.ts`): the functions of this file, and nothing that they would import. Texts go into the page as
 * text, never as markup.
 */
import type { Decision } from '../../model.js'
import type { Column, IndexData, IndexEntry } from '../index-data.js'
import type { Page, PageElement, PageHistory, PageLocation, PageWindow, Save } from './dom.js'

declare const document: Page
declare const window: PageWindow
declare const history: PageHistory
declare const location: PageLocation

/** Takes the place of the plain list. */
export function startIndex(save: Save): void {
  const element = (id: string) => document.getElementById(id)!
  const data = JSON.parse(element('data').textContent) as IndexData
  const folded = data.releases.map(entry => foldedText(entry.search))
  const merging = startMerging(data, save, () => show())
  const address = startAddress(['search', 'language', 'warning', 'below', 'from', 'until', 'sort'])
  let page = 0
  let found: number[] = []
  const show = () => {
    const pages = Math.max(1, Math.ceil(found.length / data.pageSize))
    page = Math.min(Math.max(page, 0), pages - 1)
    const some = found.slice(page * data.pageSize, (page + 1) * data.pageSize)
    element('rows').replaceChildren(...some.map(i => entryRow(data, i, merging.chosen.has(i))))
    element('found').textContent =
      `${found.length} of ${data.releases.length} releases${pages > 1 ? `, page ${page + 1} of ${pages}` : ''}`
    for (const turning of document.querySelectorAll('.turning')) turning.hidden = pages === 1
    for (const button of document.querySelectorAll('button.back')) button.disabled = page === 0
    for (const button of document.querySelectorAll('button.on')) button.disabled = page >= pages - 1
  }
  const filter = () => {
    const value = (id: string) => element(id).value
    const words = foldedText(value('search'))
      .split(/\s+/)
      .filter(word => word !== '')
    const all = data.releases.map((_, i) => i)
    found = all.filter(i => words.every(word => folded[i]!.includes(word)) && isWanted(data.releases[i]!, value))
    sortBy(value('sort'), found, data.releases)
    page = 0
    show()
  }
  const turn = (by: number) => {
    page += by
    show()
    address.keep(page)
    element('top').focus()
  }
  const restore = () => {
    const kept = address.restore()
    filter()
    page = kept
    show()
  }
  const form = element('filters')
  form.addEventListener('input', filter)
  form.addEventListener('change', () => address.keep(page))
  form.addEventListener('submit', event => event.preventDefault())
  // A reset empties the fields after its event.
  form.addEventListener('reset', () =>
    setTimeout(() => {
      filter()
      address.keep(page)
    }),
  )
  for (const button of document.querySelectorAll('button.back')) button.addEventListener('click', () => turn(-1))
  for (const button of document.querySelectorAll('button.on')) button.addEventListener('click', () => turn(1))
  // Browsers fill the fields of a page that is gone back to after it was read.
  window.addEventListener('pageshow', restore)
  document.documentElement.classList.add('scripted')
  for (const shown of document.querySelectorAll('.needs-script')) shown.hidden = false
  for (const gone of document.querySelectorAll('.without-script')) gone.hidden = true
  restore()
}

/**
 * What was asked for, kept in the address: a page that is gone back to, or whose address is passed on, shows it again.
 * `restore` fills the fields and gives the page, from 0.
 */
export function startAddress(fields: readonly string[]): { keep(page: number): void; restore(): number } {
  const element = (id: string) => document.getElementById(id)!
  return {
    keep: page => {
      const state = new URLSearchParams()
      for (const id of fields) if (element(id).value !== '') state.set(id, element(id).value)
      if (page > 0) state.set('page', String(page + 1))
      history.replaceState(null, '', `#${state}`)
    },
    restore: () => {
      const state = new URLSearchParams(location.hash.slice(1))
      // Without one, fields stay as the browser has filled them.
      if (location.hash.includes('=')) for (const id of fields) element(id).value = state.get(id) ?? ''
      return Number(state.get('page') ?? 1) - 1 || 0
    },
  }
}

/** Which releases are chosen, and which of them were called one. */
export function startMerging(data: IndexData, save: Save, show: () => void): { readonly chosen: ReadonlySet<number> } {
  const element = (id: string) => document.getElementById(id)!
  const chosen = new Set<number>()
  const merges: Decision[] = []
  let isSaved = true
  const tell = () => {
    const [many, made] = [chosen.size, merges.length]
    const said = [many > 0 ? `${many} chosen` : '', made > 0 ? `${made} to merge` : '']
    element('chosen').textContent = said.filter(text => text !== '').join(', ')
    element('merge').hidden = many < 2
    element('undo').hidden = made === 0
    element('save').disabled = made === 0
  }
  const changed = () => {
    isSaved = merges.length === 0
    tell()
  }
  element('rows').addEventListener('change', ({ target }) => {
    const number = Number(target?.dataset.release)
    if (target?.checked) chosen.add(number)
    else chosen.delete(number)
    tell()
  })
  element('merge').addEventListener('click', () => {
    merges.push({ about: 'release', verdict: 'merge', parts: [...chosen].map(i => data.releases[i]!.hashes) })
    chosen.clear()
    changed()
    show()
    element('save').focus()
  })
  element('undo').addEventListener('click', () => {
    merges.pop()
    changed()
  })
  element('save').addEventListener('click', () => {
    save('decisions-index.json', data.generator, merges)
    isSaved = true
  })
  window.addEventListener('beforeunload', event => {
    if (!isSaved) event.preventDefault()
  })
  tell()
  return { chosen }
}

/** Without case and accents. */
export function foldedText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Does a release pass all filters but the search? An empty filter lets all pass. */
export function isWanted(entry: IndexEntry, value: (id: string) => string): boolean {
  const [language, warning, below] = [value('language'), value('warning'), value('below')]
  const [from, until] = [value('from'), value('until')]
  if (language !== '' && !entry.languages.includes(language)) return false
  if (warning !== '' && !entry.codes.includes(warning)) return false
  if (below !== '' && !(entry.lowest !== null && entry.lowest < Number(below))) return false
  if (from === '' && until === '') return true
  // A year or a month lies between two days if some day of it does.
  const { date } = entry
  return date !== null && date >= from.slice(0, date.length) && (until === '' || date <= until.slice(0, date.length))
}

/** Sorts numbers of releases; equals keep the order of the corpus. */
export function sortBy(order: string, numbers: number[], releases: readonly IndexEntry[]): void {
  const keys: Record<string, (entry: IndexEntry) => number | string> = {
    newest: ({ date }) => date ?? '',
    oldest: ({ date }) => date ?? '',
    doubtful: ({ lowest }) => lowest ?? 2,
    findings: ({ findings }) => -findings,
    repairs: ({ repairs }) => -repairs,
  }
  const key = keys[order]
  if (!key) return
  const sign = order === 'newest' ? -1 : 1
  const keyed = new Map(numbers.map(i => [i, key(releases[i]!)]))
  numbers.sort((a, b) => {
    const [x, y] = [keyed.get(a)!, keyed.get(b)!]
    return x === y ? a - b : x < y ? -sign : sign
  })
}

/** The classes of a cell: those of its column, and whether there is nothing in it to look at. */
export function cellClass(text: string, { kind }: Column): string {
  return text === '0' || text === '-' ? `${kind} none` : kind
}

/** A row of the table, as the page without a script has it, and a box to choose it. */
export function entryRow({ releases, columns }: IndexData, number: number, isChosen: boolean): PageElement {
  const { title, lang, dir, href, cells } = releases[number]!
  const row = document.createElement('tr')
  row.setAttribute('role', 'row')
  const cell = (name: string, role: string) => {
    const made = document.createElement(name)
    made.setAttribute('role', role)
    made.lang = 'en'
    made.dir = 'ltr'
    row.append(made)
    return made
  }
  const head = cell('th', 'rowheader')
  head.setAttribute('scope', 'row')
  head.lang = lang
  head.dir = dir
  const link = document.createElement('a')
  link.href = href
  link.textContent = title
  head.append(link)
  for (const [i, text] of cells.entries()) {
    const made = cell('td', 'cell')
    made.className = cellClass(text, columns[i]!)
    made.dataset.name = columns[i]!.name
    made.textContent = text
  }
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.checked = isChosen
  box.dataset.release = String(number)
  box.setAttribute('aria-label', `choose ${title}`)
  const last = cell('td', 'cell')
  last.className = 'no-print'
  last.dataset.name = 'Choose'
  last.append(box)
  return row
}
