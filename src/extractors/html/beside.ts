/**
 * What is beside the text of a page: what no reader sees, and menus, footers, shares, comments, related news, banners.
 * Landmarks of HTML and ARIA say it, or the words that templates name their parts with; they are English nearly
 * everywhere. Such a word is no proof (`has-sidebar` is a class of many an article): what holds half of the text stays.
 */
import { names, type PageElement } from './page-tree.js'

const NEVER = names(
  'script style noscript template iframe svg math select option textarea button input object embed applet head noembed noframes frameset rt rp video audio canvas dialog datalist title',
)
const LANDMARKS = names('nav footer aside menu form')
const ROLES = names(
  'navigation contentinfo complementary search dialog alertdialog banner menu menubar toolbar tablist alert',
)
const WHOLE = names('#document html body main article h1')
const PARTS = [
  'nav|navi|navbar|navigation|menu|submenu|megamenu|breadcrumbs?|pagination|pager|pagenav|paging|toc',
  'footer|-foot-|colophon|copyright|imprint|legal|license',
  'sidebar|side-bar|aside|-widget-|widgets|widget-area|-rail-', // page builders call any part `x-widget-y`
  'related|relatedposts|recommended|recommendations?|similar|popular|trending|yarpp|latest|recent',
  'teasers|interesting|most-(?:view|viewed|read|popular)|more-(?:news|posts|articles|stories)|read-(?:more|next|also)',
  'prev-?next|next-?prev|postnav|(?:next|prev|previous)-(?:post|article)|backlink',
  'shares?|sharing|sharedaddy|socials?|social-?media|addthis|addtoany|-follow-|-likes?-|ratings?|feedback',
  'comments|comment-?(?:list|area|body|form)|respond|reply|disqus|kommentare?|forum|shoutbox',
  'cookies?|consent|gdpr|popup|modal|overlay|lightbox|banner|notification|toast',
  'newsletter|subscribe|subscription|sign-?up|login|register|cta|donate|donation|optin',
  '-ads?-|-adv-|ad-(?:box|banner|container|wrapper|slot)|advert|advertisement|advertising|werbung|sponsored|sponsor|promo|promotion|outbrain|taboola|adsense',
  'author-(?:bio|box|info|about|description|card|profile)|post-author|about-author|bio|biography|authorbox',
  'tags|-tag-|taglist|tag-(?:list|cloud|links|wrapper)|post-tags?|article-tags?|keywords|categories|category-links',
  '(?:entry|post|article)-footer|tools|toolbar',
  'skip-link|screen-reader(?:-text)?|sr-only|visually-?hidden|no-?print|notforprint|print-?hide|hidden-print',
  'print-link|search-?(?:form|box)|lang(?:uage)?-(?:switcher|selector|menu)',
  '(?:gallery|slideshow|carousel)-nav|gallery-thumbs|slick-dots',
]
const NAMED = new RegExp(`-(?:${PARTS.join('|')})-`)
/** A link that looks like a button may belong to the text (`Download the report`); a row of buttons does not. */
const BUTTONS = /-(?:buttons?|btn)-/
const CAPTION =
  /-(?:caption|figcaption|credits?|image-?description|(?:image|photo)-?(?:caption|credits?)|wp-caption-text)-/
const NOT_SHOWN = /display\s*:\s*none|visibility\s*:\s*hidden/i

/** What is no text, or is not shown. */
export function isNoText({ name, attributes }: PageElement): boolean {
  if (name === 'body' || name === 'html') return false
  return NEVER.has(name) || 'hidden' in attributes || NOT_SHOWN.test(attributes.style ?? '')
}

/** What stands beside the text, by landmark or by name. */
export function isBeside(element: PageElement): boolean {
  if (WHOLE.has(element.name)) return false
  if (LANDMARKS.has(element.name) || ROLES.has(element.attributes.role ?? '')) return true
  const given = namesOf(element)
  return NAMED.test(given) || (element.name !== 'a' && BUTTONS.test(given))
}

const COMMENTS = /-(?:comments|comment-?(?:list|area))-/

/** The comments of readers, which may be longer than the text. */
export const isOfReaders = (element: PageElement): boolean =>
  !WHOLE.has(element.name) && COMMENTS.test(namesOf(element))

/** What is written below a picture. */
export const isCaption = (element: PageElement): boolean =>
  element.name === 'figcaption' || (!WHOLE.has(element.name) && CAPTION.test(namesOf(element)))

/** Longer lists of classes are those of a generator. */
const LONGEST_NAMES = 1000

/** Id and classes in one way of writing: `postRelated sideBar_2` is `-post-related--side-bar-2-`. */
export function namesOf({ attributes: { id, class: classes } }: PageElement): string {
  if (id === undefined && classes === undefined) return ''
  const text = ` ${id ?? ''} ${classes ?? ''} `.slice(0, LONGEST_NAMES)
  const parted = text.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()
  return `-${parted.replace(/\s+/g, '--').replace(/[^a-z0-9-]+/g, '-')}-`
}
