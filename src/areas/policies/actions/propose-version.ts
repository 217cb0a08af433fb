/**
 * Writes a new version of a policy down, with how its examples came out.
 *
 * The area that owns the kind has judged the text before; here it only becomes a version that
 * nobody can change any more. It runs once a second person approved it and it is published.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import {
  type NewVersion,
  insertAct,
  insertVersion,
  latestWritten,
  lockDocument,
} from '../store/versions.ts';

export type Tested = {
  readonly passed: number;
  readonly failed: number;
  /** What each example said, for people. */
  readonly results: readonly unknown[];
};

export type Proposed = { readonly documentId: Id; readonly version: number };

/** Refuses a text that is the latest version's to the letter. `tested` is null without examples. */
export async function proposeVersion(
  context: Context,
  made: NewVersion,
  tested: Tested | null,
): Promise<Outcome<Proposed, 'policies.unchanged'>> {
  const document = await lockDocument(context, made);
  const latest = await latestWritten(context.tx, document);
  if (latest === made.written) return refuse('policies.unchanged', { key: made.key });
  const version = await insertVersion(context, document, made);
  const author = context.actor.ref;
  if (tested !== null) {
    const facts = { passed: tested.passed, failed: tested.failed, results: tested.results };
    await insertAct(context, { document, version, kind: 'tested', author, facts });
  }
  const { kind, key } = made;
  context.did({ what: 'policy proposed', id: document, facts: { kind, key, version } });
  await context.tell({
    name: 'policies.version_proposed',
    accountId: null,
    payload: { kind, key, version },
  });
  return accept({ documentId: document, version });
}
