/**
 * Writes down what somebody agreed to or refused, for one channel and one address of it.
 *
 * A refusal holds at once: the ten business days of the law are its outer limit, not ours. Who
 * refuses texts from a machine refuses with the text also the call that a machine would make.
 */
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { findAccount, recordActivity } from '#areas/customers/index.ts';
import { addressKey } from '../rules/address.ts';
import type { Channel } from '../rules/contact.ts';
import type { ConsentScope } from '../rules/standing.ts';
import { insertConsents } from '../store/consents.ts';

export type SaidOfConsent = {
  readonly accountId: Id;
  readonly contactId: Id | null;
  readonly channel: Channel;
  /** E-mail or number; empty: every address of the channel. */
  readonly address: string;
  readonly scope: ConsentScope;
  /** What it is about, where the words named it; `all` otherwise. */
  readonly topic?: string;
  /** How it was said: a text, a call, a letter, the portal. */
  readonly source: string;
  /** The words themselves, or where they are kept. */
  readonly evidence: string;
  /** When it was said; now, where it is left out. */
  readonly at?: Instant;
};

export type ConsentRefusal = 'compliance.no_such_account' | 'compliance.said_later_than_now';

/** Records an agreement. */
export function recordConsent(
  context: Context,
  said: SaidOfConsent,
): Promise<Outcome<{ consentId: Id }, ConsentRefusal>> {
  return record(context, said, 'yes');
}

/** Records a refusal, a revocation or an opt-out. */
export function recordOptOut(
  context: Context,
  said: SaidOfConsent,
): Promise<Outcome<{ consentId: Id }, ConsentRefusal>> {
  return record(context, said, 'no');
}

async function record(
  context: Context,
  told: SaidOfConsent,
  said: 'yes' | 'no',
): Promise<Outcome<{ consentId: Id }, ConsentRefusal>> {
  const { accountId, channel, scope, source, at = context.at, topic = 'all' } = told;
  if (!(await findAccount(context.tx, accountId))) return refuse('compliance.no_such_account');
  if (at > context.at) return refuse('compliance.said_later_than_now', { at });
  const consentId = context.newId();
  const address = addressKey(channel, told.address);
  await insertConsents(context, [{ ...told, consentId, said, address, topic, at }]);
  await recordActivity(context, {
    accountId,
    kind: 'note',
    phrase: said === 'yes' ? 'activity.consent_given' : 'activity.consent_refused',
    facts: { channel, address, source, scope },
    text: told.evidence.trim() === '' ? null : told.evidence.trim(),
    touch: false,
  });
  context.did({ what: 'consent', id: consentId, facts: { said, channel, scope } });
  await context.tell({
    name: said === 'yes' ? 'compliance.consent_recorded' : 'compliance.opt_out_recorded',
    accountId,
    payload: { consentId, channel, address, scope },
  });
  return accept({ consentId });
}
