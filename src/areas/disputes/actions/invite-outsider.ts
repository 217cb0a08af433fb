/**
 * Makes a link by which somebody without an account answers one case, and takes links back.
 *
 * The token is made by whoever calls and never comes here: only its hash is kept, also in the
 * answer that a repeated key is given.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import { longestLink } from '../rules/link.ts';
import { endOfLink, insertLink, linksOf, revokeLink } from '../store/links.ts';
import { dueFromToday } from './move-case.ts';
import { type CaseRef, stepCase, takeFile } from './step-case.ts';

export type InviteOutsider = CaseRef & {
  readonly tokenHash: string;
  readonly toName: string;
  readonly toEmail: string;
  readonly language: Language;
  readonly question: string;
  readonly days: number;
};

export type InviteRefusal =
  | 'dispute.no_such_case'
  | 'dispute.closed'
  | 'dispute.decided'
  | 'dispute.link_too_long';

/** The case is with whoever was invited, and its days to answer begin. */
export async function inviteOutsider(
  context: Context,
  wish: InviteOutsider,
): Promise<Outcome<{ linkId: Id; mark: string }, InviteRefusal>> {
  const taken = await takeFile(context, wish);
  if (!taken.ok) return taken;
  const { file } = taken.value;
  const { state } = file;
  if (state === 'closed') return refuse('dispute.closed');
  if (state === 'decided') return refuse('dispute.decided', { state });
  if (wish.days < 1 || wish.days > longestLink) {
    return refuse('dispute.link_too_long', { days: wish.days, most: longestLink });
  }
  const linkId = context.newId();
  await insertLink(context, { ...wish, linkId, expiresAt: endOfLink(context.at, wish.days) });
  const outside = { name: wish.toName, email: wish.toEmail };
  await stepCase(context, file, {
    kind: 'linked',
    facts: { to: wish.toName, email: wish.toEmail },
    note: wish.question,
    change: {
      state: 'with_owner',
      ...(file.ownerId === null ? { outside } : {}),
      answeredOn: null,
      answerBy: await dueFromToday(context, file),
    },
  });
  return accept({ linkId, mark: wish.tokenHash });
}

export async function revokeInvitation(
  context: Context,
  { linkId, ...ref }: CaseRef & { readonly linkId: Id },
): Promise<Outcome<{ revoked: true }, 'dispute.no_such_case' | 'dispute.no_such_link'>> {
  const taken = await takeFile(context, ref);
  if (!taken.ok) return taken;
  const link = (await linksOf(context.tx, ref.accountId, ref.caseId)).find(
    (each) => each.linkId === linkId,
  );
  if (!link) return refuse('dispute.no_such_link');
  if (await revokeLink(context, ref.accountId, linkId)) {
    const facts = { to: link.toName };
    await stepCase(context, taken.value.file, {
      kind: 'link_revoked',
      facts,
      note: '',
      change: {},
    });
  }
  return accept({ revoked: true });
}
