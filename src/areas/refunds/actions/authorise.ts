/**
 * Takes down what a customer said in writing of a credit, and takes it back when they revoke it.
 *
 * The word to hold stops no clock by itself: it says why the money may stay. Once it is revoked
 * the 14 days run anew from then (34 CFR 668.165(b)(3)).
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import type { AuthorisationKind } from '../rules/authorisation.ts';
import {
  endAuthorisation,
  insertAuthorisation,
  standingAuthorisations,
} from '../store/authorisations.ts';

export type Authorise = {
  readonly accountId: Id;
  readonly kind: AuthorisationKind;
  readonly givenBy: string;
  readonly givenOn: Day;
  readonly untilOn: Day | null;
  readonly evidence: string;
};

export async function authorise(
  context: Context,
  wish: Authorise,
): Promise<
  Outcome<
    { authorisationId: Id },
    'refunds.given_later' | 'refunds.until_before' | 'ledger.no_such_account'
  >
> {
  const { accountId, kind, givenOn, untilOn } = wish;
  if (!(await lockAccount(context.tx, accountId))) return refuse('ledger.no_such_account');
  if (givenOn > context.today) return refuse('refunds.given_later', { day: givenOn });
  if (untilOn !== null && untilOn < givenOn) return refuse('refunds.until_before');
  const authorisationId = context.newId();
  await insertAuthorisation(context, { ...wish, authorisationId });
  context.did({ what: 'authorisation', id: authorisationId, facts: { kind } });
  const payload = { authorisationId, kind };
  await context.tell({ name: 'refunds.authorisation_changed', accountId, payload });
  return accept({ authorisationId });
}

export async function revoke(
  context: Context,
  accountId: Id,
  authorisationId: Id,
): Promise<Outcome<{ revoked: true }, 'refunds.no_such_authorisation'>> {
  await lockAccount(context.tx, accountId);
  const standing = await standingAuthorisations(context.tx, [accountId]);
  const known = standing.find((each) => each.authorisationId === authorisationId);
  if (!known) return refuse('refunds.no_such_authorisation');
  await endAuthorisation(context, accountId, authorisationId);
  context.did({ what: 'authorisation revoked', id: authorisationId });
  const payload = { authorisationId, kind: known.kind };
  await context.tell({ name: 'refunds.authorisation_changed', accountId, payload });
  return accept({ revoked: true });
}
