/** The contact log: what was done and what came in, each under its permit. */
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Channel, ContactResult, Purpose } from '../rules/contact.ts';

export const aboutKinds = ['message', 'call', 'letter', 'portal', 'visit', 'mail'] as const;
export type AboutKind = (typeof aboutKinds)[number];

export type NewContact = {
  readonly accountId: Id;
  readonly permitId: Id;
  readonly channel: Channel;
  readonly direction: 'out' | 'in';
  readonly result: ContactResult;
  readonly at: Instant;
  /** As it is compared. */
  readonly address: string;
  readonly purpose: Purpose;
  readonly toWork: boolean;
  readonly contactId: Id | null;
  readonly itemIds: readonly Id[];
  /** Who made it: the reference of a member or of a job. */
  readonly by: string;
  /** The message, call or letter that it is the contact of. */
  readonly about: { readonly kind: AboutKind; readonly id: Id };
};

/** Writes contacts down; the database refuses one whose permit is blocked or not there. */
export async function insertContacts(
  { tx, at }: Context,
  contacts: readonly NewContact[],
): Promise<void> {
  await tx.copyIn(
    `compliance.contact (account_id, permit_id, channel, direction, result, at, address, purpose,
      invited, to_work, contact_id, item_ids, about_kind, about_id, recorded_at, actor)`,
    contacts.map(({ about, purpose, direction, ...contact }) => [
      contact.accountId,
      contact.permitId,
      contact.channel,
      direction,
      contact.result,
      contact.at,
      contact.address,
      purpose,
      purpose === 'answer' || direction === 'in',
      contact.toWork,
      contact.contactId,
      `{${contact.itemIds.join(',')}}`,
      about.kind,
      about.id,
      at,
      contact.by,
    ]),
  );
}

/** Writes down what came of a contact in the end. */
export async function insertResult(
  { tx, at, actor }: Context,
  { accountId, permitId, result }: { accountId: Id; permitId: Id; result: ContactResult },
): Promise<void> {
  await tx.run(sql`
    insert into compliance.contact_result (account_id, permit_id, result, recorded_at, actor)
    values (${accountId}, ${permitId}, ${result}, ${at}, ${actor.ref})`);
}
