/** The colours of a report: contrast by WCAG 2.2, in the light and in the dark. */
import { describe, expect, test } from 'vitest'
import { COLOURS, STYLE } from '../src/report/style.js'

type Name = keyof typeof COLOURS

/** Relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map(i => {
    const x = Number.parseInt(colour.slice(i, i + 2), 16) / 255
    return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high! + 0.05) / (low! + 0.05)
}

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s', (_, i) => {
  test.each<[text: Name, ground: Name]>([
    ...(['text', 'muted', 'link', 'bad', 'warn'] as const).flatMap(name => [
      [name, 'ground'] as [Name, Name],
      [name, 'panel'] as [Name, Name],
    ]),
    ['text', 'mended'],
    ['text', 'damage'],
    ['muted', 'mended'],
    ['ground', 'link'],
    ['warn', 'mended'],
  ])('%s on %s can be read', (text, ground) => {
    expect(contrast(COLOURS[text][i], COLOURS[ground][i])).toBeGreaterThanOrEqual(4.5)
  })

  test.each<[mark: Name, ground: Name]>(
    (['good', 'apart', 'bad', 'warn', 'link', 'line'] as const).flatMap(name => [
      [name, 'ground'] as [Name, Name],
      [name, 'panel'] as [Name, Name],
    ]),
  )('%s on %s can be seen', (mark, ground) => {
    expect(contrast(COLOURS[mark][i], COLOURS[ground][i])).toBeGreaterThanOrEqual(3)
  })
})

test('the style asks for nothing from outside', () => {
  expect(STYLE).not.toMatch(/url\(|@import|https?:|<\//)
})
