/** How accounts get their papers, and where their letters go: facts, the latest of which count. */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Day } from '#kernel/day.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type {
  DeliveryRule,
  DeliveryWish,
  PostalAddress,
  StatementForm,
} from '../rules/delivery.ts';

/** What the desk knows of how to reach an account with paper. */
export type Delivery = DeliveryWish & {
  readonly accountId: Id;
  readonly name: string;
  readonly language: Language;
  /** Somebody said so; else it follows from what is known. */
  readonly stated: boolean;
  readonly since: Instant | null;
  readonly contact: {
    readonly contactId: Id;
    readonly name: string;
    readonly email: string;
    readonly language: Language;
  } | null;
  readonly address:
    | (PostalAddress & {
        readonly addressId: Id;
        readonly since: Instant;
        /** Why the post brought a letter back; null while it arrives. */
        readonly refused: string | null;
      })
    | null;
};

type Row = {
  account_id: string;
  name: string;
  language: Language;
  rule: DeliveryRule;
  stated: boolean;
  rule_since: string | null;
  statement_form: StatementForm;
  consolidated: boolean;
  portal_name: string | null;
  portal_url: string | null;
  contact_id: string | null;
  contact_name: string | null;
  email: string | null;
  contact_language: Language | null;
  address_id: string | null;
  attention: string | null;
  line1: string | null;
  line2: string | null;
  city: string | null;
  state: string | null;
  postal_code: string | null;
  country: string | null;
  address_since: string | null;
  address_refused: string | null;
};

/** How these accounts get their papers, in no order. */
export async function deliveriesOf(db: Queries, accountIds: readonly Id[]): Promise<Delivery[]> {
  const rows = await db.all(sql<Row>`
    select c.account_id, c.name, c.language, c.rule, c.stated, c.rule_since, c.statement_form,
           c.consolidated, c.portal_name, c.portal_url, c.contact_id, c.contact_name, c.email,
           c.contact_language, c.address_id, c.attention, c.line1, c.line2, c.city, c.state,
           c.postal_code, c.country, c.address_since, c.address_refused
      from customers.delivery_card c
     where c.account_id = any(${accountIds}::uuid[])`);
  return rows.map(delivery);
}

function delivery(row: Row): Delivery {
  return {
    accountId: id(row.account_id),
    name: row.name,
    language: row.language,
    rule: row.rule,
    stated: row.stated,
    since: row.rule_since === null ? null : instant(row.rule_since),
    statementForm: row.statement_form,
    consolidated: row.consolidated,
    portalName: row.portal_name,
    portalUrl: row.portal_url,
    contact:
      row.contact_id === null
        ? null
        : {
            contactId: id(row.contact_id),
            name: row.contact_name ?? '',
            email: row.email ?? '',
            language: row.contact_language ?? row.language,
          },
    address: addressOf(row),
  };
}

function addressOf(row: Row): Delivery['address'] {
  if (row.address_id === null || row.address_since === null) return null;
  return {
    addressId: id(row.address_id),
    attention: row.attention,
    line1: row.line1 ?? '',
    line2: row.line2,
    city: row.city ?? '',
    state: row.state,
    postalCode: row.postal_code ?? '',
    country: row.country ?? '',
    since: instant(row.address_since),
    refused: row.address_refused,
  };
}

export async function insertDelivery(
  { tx, at, actor, reason }: Context,
  accountId: Id,
  wish: DeliveryWish,
): Promise<void> {
  await tx.run(sql`
    insert into customers.delivery_fact (account_id, recorded_at, rule, statement_form,
                                         consolidated, portal_name, portal_url, reason, actor)
    values (${accountId}, ${at}, ${wish.rule}, ${wish.statementForm}, ${wish.consolidated},
            ${wish.portalName}, ${wish.portalUrl}, ${reason}, ${actor.ref})`);
}

export async function insertAddress(
  { tx, at, actor, reason }: Context,
  { accountId, addressId }: { readonly accountId: Id; readonly addressId: Id },
  address: PostalAddress,
): Promise<void> {
  await tx.run(sql`
    insert into customers.postal_address (account_id, address_id, attention, line1, line2, city,
                                          state, postal_code, country, recorded_at, reason, actor)
    values (${accountId}, ${addressId}, ${address.attention}, ${address.line1}, ${address.line2},
            ${address.city}, ${address.state}, ${address.postalCode}, ${address.country}, ${at},
            ${reason}, ${actor.ref})`);
}

/** True when the address was good until now. */
export async function insertRefusedAddress(
  { tx, at, actor }: Context,
  { accountId, addressId }: { readonly accountId: Id; readonly addressId: Id },
  { cause, on }: { readonly cause: string; readonly on: Day },
): Promise<boolean> {
  const rows = await tx.run(sql`
    insert into customers.address_refused (account_id, address_id, cause, refused_on, recorded_at,
                                           actor)
    select a.account_id, a.address_id, ${cause}, ${on}, ${at}, ${actor.ref}
      from customers.postal_address a
     where a.account_id = ${accountId}
       and a.address_id = ${addressId}
        on conflict do nothing`);
  return rows === 1;
}
