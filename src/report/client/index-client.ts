/**
 * The index of releases in the browser: search, filters, sorting, pages, and which releases are one. Runs as a script of
 * the page (see `scripts.ts`): the functions of this file, and nothing that they would import. Texts go into the page as
 * text, never as markup.
 */
import type { Decision } from '../../model.js'
import type { IndexData, IndexEntry } from '../index-data.js'
import type { Page, PageElement, PageWindow } from './dom.js'
import type { Save } from './save.js'

declare const document: Page
declare const window: PageWindow

/** Takes the place of the plain list. */
export function startIndex(save: Save): void {
  const element = (id: string) => document.getElementById(id)!
  const data = JSON.parse(element('data').textContent) as IndexData
  const folded = data.releases.map(entry => foldedText(entry.search))
  const chosen = new Set<number>()
  let saved = 0
  let page = 0
  let found: number[] = []
  const show = () => {
    const pages = Math.max(1, Math.ceil(found.length / data.pageSize))
    page = Math.min(Math.max(page, 0), pages - 1)
    const some = found.slice(page * data.pageSize, (page + 1) * data.pageSize)
    element('rows').replaceChildren(...some.map(i => entryRow(data.releases[i]!, i, chosen)))
    element('found').textContent = `${found.length} of ${data.releases.length} releases, page ${page + 1} of ${pages}`
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
    element('top').focus()
  }
  const chosenChanged = () => {
    element('chosen').textContent = chosen.size === 1 ? '1 release chosen' : `${chosen.size} releases chosen`
    element('merge').disabled = chosen.size < 2
  }
  element('filters').addEventListener('input', filter)
  element('filters').addEventListener('submit', event => event.preventDefault())
  // A reset empties the fields after its event.
  element('filters').addEventListener('reset', () => setTimeout(filter))
  for (const button of document.querySelectorAll('button.back')) button.addEventListener('click', () => turn(-1))
  for (const button of document.querySelectorAll('button.on')) button.addEventListener('click', () => turn(1))
  element('rows').addEventListener('change', ({ target }) => {
    const number = Number(target?.dataset.release)
    if (target?.checked) chosen.add(number)
    else chosen.delete(number)
    chosenChanged()
  })
  const merges: Decision[] = []
  element('merge').addEventListener('click', () => {
    merges.push({ about: 'release', verdict: 'merge', parts: [...chosen].map(i => data.releases[i]!.hashes) })
    chosen.clear()
    chosenChanged()
    show()
    element('merged').textContent = merges.length === 1 ? '1 merge to save' : `${merges.length} merges to save`
    element('save').disabled = false
  })
  element('save').addEventListener('click', () => {
    save('decisions-index.json', data.generator, merges)
    saved = merges.length
  })
  window.addEventListener('beforeunload', event => {
    if (merges.length > saved) event.preventDefault()
  })
  // A page that is gone back to has its fields filled in by the browser.
  window.addEventListener('pageshow', filter)
  document.documentElement.classList.add('scripted')
  for (const shown of document.querySelectorAll('.needs-script')) shown.hidden = false
  for (const gone of document.querySelectorAll('.without-script')) gone.hidden = true
  chosenChanged()
  filter()
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

/** A row of the table, as the page without a script has it. */
export function entryRow(entry: IndexEntry, number: number, chosen: ReadonlySet<number>): PageElement {
  const row = document.createElement('tr')
  const cell = (name: string) => {
    const made = document.createElement(name)
    made.lang = 'en'
    made.dir = 'ltr'
    row.append(made)
    return made
  }
  const head = cell('th')
  head.setAttribute('scope', 'row')
  head.lang = entry.lang
  head.dir = entry.dir
  const link = document.createElement('a')
  link.href = entry.href
  link.textContent = entry.title
  head.append(link)
  for (const text of entry.cells) cell('td').textContent = text
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.checked = chosen.has(number)
  box.dataset.release = String(number)
  box.setAttribute('aria-label', `choose ${entry.title}`)
  cell('td').append(box)
  return row
}
