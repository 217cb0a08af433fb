/**
 * What became of files that were taken in: linked, known already, waiting for a person, refused.
 *
 * Every file ends in exactly one of the four.
 */
import type { Id } from '#kernel/ids.ts';
import type { Facts } from '#kernel/outcome.ts';
import type { OriginalKind } from './file-name.ts';
import type { FileProblemCode } from './refusal.ts';

export type LinkedFile = {
  readonly file: string;
  readonly accountId: Id;
  readonly account: string;
  readonly number: string;
  readonly kind: OriginalKind;
  readonly version: number;
};

export type FileProblem = {
  readonly file: string;
  readonly code: FileProblemCode;
  readonly facts: Facts;
  /** It is kept and can be linked by hand. */
  readonly waits: boolean;
};

export type Intake = {
  readonly files: number;
  readonly linked: readonly LinkedFile[];
  /** The very same file stands at its document, or waits, already. */
  readonly duplicates: readonly string[];
  readonly problems: readonly FileProblem[];
};

/** The version that a further file of a document gets: one more than any it ever had. */
export function nextVersion(versions: readonly number[]): number {
  return Math.max(0, ...versions) + 1;
}
