/**
 * Tells of every test that was skipped, on a line of its own, and why: `skipped: NAME: WHY`. One that gives no reason fails the
 * run. A reporter of vitest; tests skip themselves by `context.skip(condition, why)`.
 */
import type { Reporter, TestCase, TestRunEndReason, Vitest } from 'vitest/node'

export default class Skips implements Reporter {
  /** Only some tests were asked for by name: the others count as skipped, and everybody knows why. */
  #isPartial = false
  readonly #lines: string[] = []

  onInit({ config }: Vitest): void {
    this.#isPartial = config.testNamePattern !== undefined
  }

  onTestCaseResult(test: TestCase): void {
    const result = test.result()
    if (this.#isPartial || result.state !== 'skipped') return
    const why = result.note ?? 'without a reason: say one with context.skip(condition, why)'
    if (result.note === undefined) process.exitCode = 1
    this.#lines.push(`skipped: ${test.fullName}: ${why}`)
  }

  onTestRunEnd(_modules: unknown, _errors: unknown, _reason: TestRunEndReason): void {
    for (const line of this.#lines.sort()) console.log(line)
  }
}
