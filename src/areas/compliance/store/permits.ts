/** Permits as they are stored: one row an answer, never changed. */
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Channel, Purpose, Technology } from '../rules/contact.ts';
import type { Reason } from '../rules/decide-contact.ts';

export type PermitKind = 'allowed' | 'blocked' | 'reported';

export type NewPermit = {
  readonly accountId: Id;
  readonly permitId: Id;
  readonly kind: PermitKind;
  readonly askedAt: Instant;
  readonly contactId: Id | null;
  readonly channel: Channel;
  readonly address: string;
  readonly purpose: Purpose;
  readonly technology: Technology;
  readonly itemIds: readonly Id[];
  readonly rules: readonly string[];
  readonly reasons: readonly Reason[];
  /** What the gate saw, as JSON. */
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly nextAllowedAt: Instant | null;
};

/** Stores the answers, thousands at a time. */
export async function insertPermits(
  { tx, at, today, actor }: Context,
  permits: readonly NewPermit[],
): Promise<void> {
  await tx.copyIn(
    `compliance.permit (account_id, permit_id, kind, may_contact, asked_at, asked_on, contact_id,
      channel, address, purpose, technology, item_ids, rules, reasons, inputs, next_allowed_at,
      recorded_at, actor)`,
    permits.map((permit) => [
      permit.accountId,
      permit.permitId,
      permit.kind,
      permit.kind !== 'blocked',
      permit.askedAt,
      today,
      permit.contactId,
      permit.channel,
      permit.address,
      permit.purpose,
      permit.technology,
      `{${permit.itemIds.join(',')}}`,
      `{${permit.rules.map((rule) => `"${rule}"`).join(',')}}`,
      JSON.stringify(permit.reasons),
      JSON.stringify(permit.inputs),
      permit.nextAllowedAt,
      at,
      actor.ref,
    ]),
  );
}

export type StoredPermit = {
  readonly kind: PermitKind;
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly toWork: boolean;
  readonly used: boolean;
};

/** Permits of these accounts by permit; one of another account is not there. */
export async function permitsOf(
  db: Queries,
  asked: readonly { readonly accountId: Id; readonly permitId: Id }[],
): Promise<Map<Id, StoredPermit>> {
  const rows = await db.all(sql<{
    permit_id: string;
    kind: PermitKind;
    channel: Channel;
    purpose: Purpose;
    to_work: boolean | null;
    used: boolean;
  }>`
    select p.permit_id, p.kind, p.channel, p.purpose,
           (p.inputs ->> 'toWork')::boolean as to_work,
           exists (select from compliance.contact c
                    where c.account_id = p.account_id
                      and c.permit_id  = p.permit_id) as used
      from unnest(${asked.map(({ accountId }) => accountId)}::uuid[],
                  ${asked.map(({ permitId }) => permitId)}::uuid[]) as u (account_id, permit_id)
      join compliance.permit p on p.account_id = u.account_id and p.permit_id = u.permit_id`);
  return new Map(
    rows.map(({ permit_id, to_work, ...rest }) => [
      id(permit_id),
      { ...rest, toWork: to_work ?? false },
    ]),
  );
}
