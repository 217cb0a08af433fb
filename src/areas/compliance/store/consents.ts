/** What people agreed to and refused, by channel and address: one row a word. */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Channel } from '../rules/contact.ts';
import type { ConsentScope } from '../rules/standing.ts';

export type NewConsent = {
  readonly accountId: Id;
  readonly consentId: Id;
  readonly said: 'yes' | 'no';
  readonly channel: Channel;
  /** As it is compared; empty: every address of the channel. */
  readonly address: string;
  readonly scope: ConsentScope;
  readonly topic: string;
  readonly contactId: Id | null;
  /** How it was said: a text, a call, a letter, the portal. */
  readonly source: string;
  readonly evidence: string;
  readonly at: Instant;
};

export async function insertConsents(
  { tx, at, actor }: Context,
  consents: readonly NewConsent[],
): Promise<void> {
  await tx.copyIn(
    `compliance.consent (account_id, consent_id, said, channel, address, scope, topic, contact_id,
      source, evidence, said_at, recorded_at, actor)`,
    consents.map((each) => [
      each.accountId,
      each.consentId,
      each.said,
      each.channel,
      each.address,
      each.scope,
      each.topic,
      each.contactId,
      each.source,
      each.evidence,
      each.at,
      at,
      actor.ref,
    ]),
  );
}

export type Consent = NewConsent & { readonly recordedAt: Instant; readonly actor: string };

/** Every word of an account, the latest first. */
export async function consentsOf(db: Queries, accountId: Id): Promise<Consent[]> {
  const rows = await db.all(sql<{
    consent_id: string;
    said: 'yes' | 'no';
    channel: Channel;
    address: string;
    scope: ConsentScope;
    topic: string;
    contact_id: string | null;
    source: string;
    evidence: string;
    said_at: string;
    recorded_at: string;
    actor: string;
  }>`
    select c.consent_id, c.said, c.channel, c.address, c.scope, c.topic, c.contact_id, c.source,
           c.evidence, c.said_at, c.recorded_at, coalesce(m.name, c.actor) as actor
      from compliance.consent c
      left join team.person m on c.actor = 'member:' || m.member_id
     where c.account_id = ${accountId}
     order by c.said_at desc, c.recorded_at desc`);
  return rows.map(({ consent_id, contact_id, said_at, recorded_at, ...row }) => ({
    ...row,
    accountId,
    consentId: id(consent_id),
    contactId: contact_id === null ? null : id(contact_id),
    at: instant(said_at),
    recordedAt: instant(recorded_at),
  }));
}
