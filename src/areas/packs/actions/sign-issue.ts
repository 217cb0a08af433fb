/**
 * The controller signs an issue of the over-60 report: once, and under its fingerprint, so that
 * what was signed can always be shown.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { editionCards } from '../store/editions.ts';
import { insertSignOff, issueById } from '../store/issues.ts';

export type SignIssue = { readonly issueId: Id; readonly memberId: Id; readonly note: string };

/** The kind whose issues are signed. */
export const signedKind = 'over-60';

export async function signIssue(
  context: Context,
  { issueId, memberId, note }: SignIssue,
): Promise<
  Outcome<{ sha256: string }, 'packs.no_such_issue' | 'packs.not_to_sign' | 'packs.signed_already'>
> {
  const issue = await issueById(context.tx, issueId);
  if (!issue) return refuse('packs.no_such_issue');
  const whole = (await editionCards(context.tx, issueId)).find(({ ownOf }) => ownOf === null);
  if (issue.kind !== signedKind || !whole) return refuse('packs.not_to_sign');
  const made = { issueId, memberId, note, sha256: whole.sha256 };
  if (!(await insertSignOff(context, made))) {
    return refuse('packs.signed_already', { by: issue.signedBy ?? '' });
  }
  context.did({ what: 'pack signed', id: issueId, facts: { sha256: whole.sha256 } });
  return accept({ sha256: whole.sha256 });
}
