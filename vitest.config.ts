/** How tests run, all of them or a single file: `npm test`, `npm run golden`, `npx vitest run tests/NAME.test.ts`. */
import { defineConfig } from 'vitest/config'

/** No test asserts a time. This ends one that hangs, and is long enough for a slow machine with others at work on it. */
const HANGING = 60_000 // ms

export default defineConfig({
  test: {
    dir: 'tests',
    testTimeout: HANGING,
    hookTimeout: HANGING,
    maxWorkers: 2,
    globalSetup: './tests/global-setup.ts',
    reporters: ['default', './tests/skips.ts'],
  },
})
