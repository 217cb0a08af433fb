/**
 * What a mail that belongs to an account sets off at once: it stands on the timeline and in the
 * contact log, a refusal of messages is obeyed, a complaint and a remittance are told on.
 *
 * Called when the mail comes and again when a person links it; either way before anybody is
 * chased, because it is the same transaction.
 */
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Context } from '#platform/action.ts';
import { recordOptOut, reportContact } from '#areas/compliance/index.ts';
import { contactsOf, findAccount, recordActivity } from '#areas/customers/index.ts';
import type { Finding, Intent } from '../../rules/mailbox/intent.ts';
import { insertAct } from '../../store/mailbox/standing.ts';

export type NewInMail = {
  readonly mailId: Id;
  readonly companyId: Id;
  readonly accountId: Id | null;
  readonly itemIds: readonly Id[];
  readonly findings: readonly Finding[];
  readonly silent: string | null;
  readonly subject: string;
  readonly body: string;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly receivedAt: Instant;
};

/** Below this a refusal of messages is a guess, which a person must confirm. */
const surelyRefused = 85;

export async function actOnMail(context: Context, mail: NewInMail): Promise<void> {
  const { mailId, accountId, companyId, findings } = mail;
  const intents = findings.map(({ intent }) => intent);
  await context.tell({
    name: 'correspondence.mail_received',
    accountId,
    payload: { mailId, companyId, intents },
  });
  if (accountId === null) return;
  await recordActivity(context, {
    accountId,
    kind: 'mail',
    phrase: mail.silent === 'bounce' ? 'activity.mail_bounced' : 'activity.mail_received',
    facts: { subject: mail.subject.slice(0, 200), from: mail.fromName || mail.fromAddress },
    text: findings[0]?.evidence.slice(0, 500) ?? null,
    touch: mail.silent === null,
  });
  if (mail.silent === null) await writeContact(context, accountId, mail);
  await obeyRefusal(context, accountId, mail);
  if (has(findings, 'complaint')) await tellComplaint(context, accountId, mail);
}

function has(findings: readonly Finding[], intent: Intent): boolean {
  return findings.some((each) => each.intent === intent);
}

async function writeContact(context: Context, accountId: Id, mail: NewInMail): Promise<void> {
  await reportContact(context, {
    accountId,
    contactId: await contactOf(context, accountId, mail.fromAddress),
    channel: 'email',
    direction: 'in',
    result: 'sent',
    at: mail.receivedAt,
    address: mail.fromAddress,
    purpose: 'answer',
    itemIds: mail.itemIds,
    by: 'customer',
    about: { kind: 'mail', id: mail.mailId },
  });
}

async function contactOf({ tx }: Context, accountId: Id, address: string): Promise<Id | null> {
  const account = await findAccount(tx, accountId);
  const contacts = account ? await contactsOf(tx, account.customerId) : [];
  const same = contacts.find(({ email }) => email?.toLowerCase() === address);
  return same?.contactId ?? null;
}

/** What somebody does not want any more is not done any more, from this moment. */
async function obeyRefusal(context: Context, accountId: Id, mail: NewInMail): Promise<void> {
  const refused = mail.findings.find(({ intent }) => intent === 'opt_out');
  if (refused === undefined || refused.confidence < surelyRefused || mail.silent !== null) return;
  const channels = channelsOf(refused);
  for (const channel of channels) {
    accepted(
      await recordOptOut(context, {
        accountId,
        contactId: await contactOf(context, accountId, mail.fromAddress),
        channel,
        // Only the address that wrote is known to be theirs; a number is any of the account's.
        address: channel === 'email' ? mail.fromAddress : '',
        scope: 'channel',
        source: 'mail',
        evidence: refused.evidence,
        at: mail.receivedAt <= context.at ? mail.receivedAt : context.at,
      }),
    );
  }
  await insertAct(context, mail.mailId, 'opted_out', { channels, evidence: refused.evidence });
}

function channelsOf({ said }: Finding): ('email' | 'call' | 'sms')[] {
  const named = said.channels ?? ['all'];
  if (named.includes('all')) return ['email', 'call', 'sms'];
  return named.flatMap((channel) =>
    channel === 'text' ? ['sms' as const] : channel === 'all' ? [] : [channel],
  );
}

async function tellComplaint(context: Context, accountId: Id, mail: NewInMail): Promise<void> {
  const said = mail.findings.find(({ intent }) => intent === 'complaint');
  await context.tell({
    name: 'correspondence.complaint_received',
    accountId,
    payload: {
      mailId: mail.mailId,
      subject: mail.subject.slice(0, 200),
      from: mail.fromName || mail.fromAddress,
      evidence: said?.evidence ?? '',
    },
  });
}
