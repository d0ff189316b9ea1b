/** What a page says of itself beside its text: in its head, in JSON-LD, near its title. */
import type { SourceFacts } from '../../model.js'
import { isoDate } from './iso-date.js'
import { linkedData } from './linked-data.js'
import { type PageElement, type PageTree, textIn } from './page-tree.js'
import { headTitle } from './title.js'

/** The facts of a page; `title` is the element that shows its title. */
export function factsOf(tree: PageTree, title: PageElement | null): SourceFacts {
  const meta = metaOf(tree)
  const data = linkedData(tree)
  const publisher = data.publisher ?? meta.get('og:site_name') ?? null
  return given({
    title: (title && textIn(title)) || withoutSite(headTitle(tree), publisher) || data.title,
    language: languageOf(tree),
    date: data.date ?? metaDate(meta) ?? timeNear(tree, title),
    publisher,
    url: webAddress(linkOf(tree, 'canonical') ?? meta.get('og:url'), baseOf(tree)),
    translations: translationsOf(tree),
  })
}

type Facts = { readonly [K in keyof SourceFacts]: SourceFacts[K] | null | undefined }

function given(facts: Facts): SourceFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== null && value !== undefined && value.length > 0),
  )
}

/** Names and properties of `<meta>` with what they say, the first of each. */
function metaOf(tree: PageTree): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { name, attributes } of tree) {
    if (name !== 'meta') continue
    const key = (attributes.property ?? attributes.name ?? attributes.itemprop ?? '').toLowerCase()
    const value = attributes.content?.replace(/\s+/g, ' ').trim()
    if (key && value && !found.has(key)) found.set(key, value)
  }
  return found
}

const META_DATES = ['article:published_time', 'datepublished', 'dc.date.issued', 'dc.date', 'dcterms.date', 'date']

const metaDate = (meta: ReadonlyMap<string, string>) =>
  META_DATES.map(name => isoDate(meta.get(name))).find(date => date !== null) ?? null

/** Elements between a title and the time that it was published at; one farther away is that of other news. */
const NEAR = 40

function timeNear(tree: PageTree, title: PageElement | null): string | null {
  if (!title) return null
  const near = tree.slice(Math.max(0, title.id - NEAR), title.last + NEAR)
  return (
    near.map(({ name, attributes }) => (name === 'time' ? isoDate(attributes.datetime) : null)).find(Boolean) ?? null
  )
}

/** `Title | Site` without the site, where the site is known by name. */
function withoutSite(title: string | null, site: string | null): string | null {
  if (!title || !site) return title
  const [, before = '', last = ''] = /^(.+\S)\s+[|–—·:»-]\s+([^|]+)$/u.exec(title) ?? []
  return last.toLowerCase() === site.toLowerCase() ? before : title
}

const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i

function languageOf(tree: PageTree): string | null {
  const stated = tree.find(({ name }) => name === 'html')?.attributes
  const tag = (stated?.lang ?? stated?.['xml:lang'] ?? '').trim().replace(/_/g, '-')
  return TAG.test(tag) ? tag : null
}

const relations = (element: PageElement) => (element.attributes.rel ?? '').toLowerCase().split(/\s+/)

const linkOf = (tree: PageTree, relation: string) =>
  tree.find(element => element.name === 'link' && relations(element).includes(relation))?.attributes.href

/** The same text in other languages, as `hreflang` has it; `x-default` is no language. */
function translationsOf(tree: PageTree): { language: string; url: string }[] {
  const base = baseOf(tree)
  return tree.flatMap(element => {
    const language = element.attributes.hreflang?.trim().replace(/_/g, '-') ?? ''
    if (element.name !== 'link' || !relations(element).includes('alternate') || !TAG.test(language)) return []
    const url = webAddress(element.attributes.href, base)
    return url === null ? [] : [{ language, url }]
  })
}

/** What addresses of the page are relative to: `<base>`, or else the address that the page gives as its own. */
export function baseOf(tree: PageTree): string | null {
  const stated = tree.find(({ name, attributes }) => name === 'base' && 'href' in attributes)?.attributes.href
  const canonical = linkOf(tree, 'canonical')
  return webAddress(stated, webAddress(canonical, null)) ?? webAddress(canonical, null)
}

/** An address of the web in full; null where it is none, or where nothing says what it is relative to. */
export function webAddress(href: string | undefined, base: string | null): string | null {
  if (href === undefined || !URL.canParse(href, base ?? undefined)) return null
  const url = new URL(href, base ?? undefined)
  return /^https?:$/.test(url.protocol) ? url.href : null
}
