/** A file as the stages take it: its bytes, and where it was found if it is in another. */
import type { ContainerStep, SourceFacts } from '../model.js'

export interface FileBytes {
  readonly path: string
  readonly bytes: Uint8Array
}

/** What was found around a file in a container, and what the container says of it. */
export interface Inside {
  readonly container: readonly ContainerStep[]
  readonly facts: SourceFacts
  /** What it is, where the container says so. */
  readonly format?: 'html' | 'text' | 'mail'
  readonly charset?: string
}

/** What a task is given of a file; can be sent to a thread. */
export interface FileGiven {
  readonly bytes: Uint8Array
  readonly inside?: Inside
}
