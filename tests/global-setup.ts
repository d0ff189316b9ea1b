/** Once for all test files of a run: the folder in which the first that asks compiles the program (`program.ts`). */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    readonly programFolder: string
  }
}

/** Answers with what removes the folder. */
export default function setUp(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'parawire-program-'))
  chmodSync(folder, 0o755) // some tests run it as somebody else
  project.provide('programFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
