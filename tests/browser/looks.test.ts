/**
 * How the pages look in a real browser: no page is wider than its window, whatever the release; texts can be read in the
 * light, in the dark and on paper; columns keep their heads in view. With SHOTS=FOLDER it leaves pictures of all.
 */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { changed, recordOf } from '../check-texts.js'
import { reportOf, shoot, visiting } from './browser.js'
import { fixture, fixtures, hostile, long, wide } from './records.js'

const UNITS = 1000
const DOCUMENTS = 40
const WIDTHS = [390, 900, 1440] as const

const odd = {
  damaged: fixture('five-languages-damaged'),
  mojibake: fixture('mojibake-utf8-as-cp1252'),
  hebrew: fixture('hebrew-and-english'),
  slip: recordOf(changed('it', '450 tonn', '540 tonn')),
  alone: fixture('single-language'),
  wide: wide(DOCUMENTS),
  long: long(UNITS),
  hostile: hostile(),
}

/** The lowest contrast of any text to what is painted behind it, and the text (WCAG 2.2, 1.4.3). */
const WORST_CONTRAST = `(() => {
  const parts = colour => colour.match(/[\\d.]+/g).map(Number)
  const light = colour => {
    const [r, g, b] = parts(colour).map(x => x / 255).map(x => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor
      if (parts(colour)[3] !== 0) return colour
    }
    return getComputedStyle(document.body).backgroundColor
  }
  let worst = [99, '']
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const { parentElement: element, textContent } = walk.currentNode
    if (!textContent.trim() || !element.checkVisibility() || element.closest(':disabled')) continue
    const [a, b] = [light(getComputedStyle(element).color), light(ground(element))].sort((x, y) => x - y)
    const contrast = (b + 0.05) / (a + 0.05)
    if (contrast < worst[0]) worst = [contrast, textContent]
  }
  return worst
})()`

describe('the pages', () => {
  const visit = visiting()
  let url: (path: string) => string
  beforeAll(() => {
    const records = [...Object.values(odd), ...fixtures]
    url = reportOf([...new Map(records.map(record => [record.id, record])).values()])
  })
  const pathOf = (name: keyof typeof odd | 'index') =>
    name === 'index' ? 'index.html' : `releases/${odd[name].id}.html`
  const names = ['index', ...Object.keys(odd)] as (keyof typeof odd | 'index')[]

  test.each(names)('%s: at any width nothing is wider than the window', async name => {
    const page = await visit.open(url(pathOf(name)))
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      if (name !== 'long') await shoot(page, `${name}-${width}`)
    }
  })

  test.each(['light', 'dark'] as const)('in the %s every text can be read', async colorScheme => {
    for (const name of ['index', 'damaged', 'slip', 'hebrew', 'alone'] as const) {
      const page = await visit.open(url(pathOf(name)), { colorScheme, viewport: { width: 1440, height: 900 } })
      const [contrast, text] = await page.evaluate<[number, string]>(WORST_CONTRAST)
      expect(contrast, `${name}: ${text}`).toBeGreaterThanOrEqual(4.5)
      if (colorScheme === 'dark') await shoot(page, `${name}-dark`)
    }
  })

  test.each(['light', 'dark'] as const)('in the %s what is pressed can be read, and what a mark says', async scheme => {
    const page = await visit.open(url(pathOf('damaged')), { colorScheme: scheme })
    for (const row of ['tr.unit', 'tr.alone']) {
      await page.locator(`${row} .wrong`).first().click()
      expect((await page.evaluate<[number, string]>(WORST_CONTRAST))[0]).toBeGreaterThanOrEqual(4.5)
    }
    await page.locator('.mark.repair > :first-child').first().click()
    await page.locator('.mark.shown button').first().click()
    const [contrast, text] = await page.evaluate<[number, string]>(WORST_CONTRAST)
    expect(contrast, text).toBeGreaterThanOrEqual(4.5)
  })

  const topOf = async (page: Page, selector: string) => (await page.locator(selector).first().boundingBox())!

  test('columns that do not fit scroll in a frame of their own, heads and units in view', async () => {
    const page = await visit.open(url(pathOf('wide')), { viewport: { width: 1440, height: 900 } })
    await page.evaluate(`document.querySelector('.side').scrollIntoView({ block: 'end' })`)
    const frame = await topOf(page, '.side')
    await page.evaluate(`document.querySelector('.side').scrollTo(5000, 200)`)
    const head = await topOf(page, '.texts thead th')
    expect(Math.abs(head.y - frame.y)).toBeLessThan(3)
    expect(Math.abs(head.x - frame.x)).toBeLessThan(3)
    const width = (await topOf(page, '.texts thead th:nth-child(20)')).width
    expect(width).toBeGreaterThan(200)
    await shoot(page, 'wide-scrolled')
  })

  test('columns that fit scroll with the page, their heads below the bar', async () => {
    const page = await visit.open(url(pathOf('long')), { viewport: { width: 1440, height: 900 } })
    expect(await page.locator('tr.unit').count()).toBe(UNITS)
    await page
      .locator('tr.unit')
      .nth(UNITS / 2)
      .scrollIntoViewIfNeeded()
    const [bar, head] = [await topOf(page, 'header'), await topOf(page, '.texts thead th')]
    expect(bar.y).toBe(0)
    expect(Math.abs(head.y - bar.height)).toBeLessThan(3)
  })

  test.each([900, 1440])('%i wide: what has the focus is not hidden behind heads', async width => {
    const page = await visit.open(url(pathOf('damaged')), { viewport: { width, height: 500 } })
    const hidden = await page.evaluate(`(() => {
      const marks = [...document.querySelectorAll('.texts :is([tabindex], a, button)')].filter(mark => mark.checkVisibility())
      return [...marks, ...marks.toReversed()].filter(mark => {
        mark.focus()
        const { left, top, width, height } = mark.getClientRects()[0]
        const isSeen = x => (mark.closest('.mark') ?? mark).contains(document.elementFromPoint(x, top + height / 2))
        return ![left + 1, left + width / 2, left + width - 1].some(isSeen)
      }).map(mark => mark.outerHTML)
    })()`)
    expect(hidden).toEqual([])
  })

  test('right to left is right to left', async () => {
    const page = await visit.open(url(pathOf('hebrew')), { viewport: { width: 1440, height: 900 } })
    const [lang, direction, right, left] = await page.evaluate<[string, string, number, number]>(`(() => {
      const cell = document.querySelector('td[dir=rtl]')
      const text = document.createRange()
      text.selectNodeContents(cell.querySelector('.block'))
      const [outer, inner] = [cell, text].map(x => x.getBoundingClientRect())
      return [cell.lang, getComputedStyle(cell).direction, outer.right - inner.right, inner.left - outer.left]
    })()`)
    expect([lang, direction]).toEqual(['he', 'rtl'])
    expect(right).toBeLessThan(left)
  })

  test('on paper: no controls, no dark, nothing that scrolls', async () => {
    for (const name of ['index', 'damaged'] as const) {
      const page = await visit.open(url(pathOf(name)), { colorScheme: 'dark', viewport: { width: 1000, height: 900 } })
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('button:visible, input:visible, select:visible').count()).toBe(0)
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1000)
      await shoot(page, `${name}-print`)
    }
  })
})
