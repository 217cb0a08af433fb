/** The contact log and the permits, as lists: newest first, filtered, page by page. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { Channel, ContactResult, Purpose } from '../rules/contact.ts';
import type { Reason } from '../rules/decide-contact.ts';
import type { AboutKind } from './contacts.ts';
import type { PermitKind } from './permits.ts';

export type LogFilter = {
  readonly companies: CompanyScope;
  readonly accountId?: Id | undefined;
  readonly channel?: Channel | undefined;
  readonly direction?: 'out' | 'in' | undefined;
  readonly kind?: PermitKind | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly ownerId?: Id | undefined;
  /** Only reported contacts that broke a rule. */
  readonly breach?: boolean | undefined;
};

/** How many rows to skip and to show; without a limit all of them. */
export type Part = { readonly offset: number; readonly limit: number | null };

type Named = {
  account_id: string;
  permit_id: string;
  account: string;
  name: string;
  channel: Channel;
  address: string;
  purpose: Purpose;
  contact_name: string | null;
  reasons: Reason[];
  actor: string;
};

export type LoggedContact = {
  readonly accountId: Id;
  readonly permitId: Id;
  readonly account: string;
  readonly name: string;
  readonly permitKind: PermitKind;
  readonly channel: Channel;
  readonly direction: 'out' | 'in';
  readonly result: ContactResult;
  readonly at: Instant;
  readonly address: string;
  readonly purpose: Purpose;
  readonly contactName: string | null;
  readonly about: { readonly kind: AboutKind; readonly id: Id };
  readonly reasons: readonly Reason[];
  readonly actor: string;
};

type ContactRow = Named & {
  permit_kind: PermitKind;
  direction: 'out' | 'in';
  result: ContactResult;
  at: string;
  about_kind: AboutKind;
  about_id: string;
};

/** Contacts, the latest first. */
export async function listContacts(
  db: Queries,
  filter: LogFilter,
  { offset, limit }: Part,
): Promise<LoggedContact[]> {
  const rows = await db.all(sql<ContactRow>`
    select c.account_id, c.permit_id, a.account, a.name, c.permit_kind, c.channel, c.direction,
           c.result, c.at, c.address, c.purpose, p.name as contact_name, c.about_kind, c.about_id,
           c.reasons, coalesce(m.name, c.actor) as actor
      from compliance.contact_card c
      join customers.account_card a on a.account_id = c.account_id
      left join customers.account_person p
        on p.account_id = c.account_id and p.contact_id = c.contact_id
      left join team.person m on c.actor = 'member:' || m.member_id
     where ${contactsWhere(filter)}
     order by c.at desc, c.permit_id desc
     offset ${offset}
     limit ${limit}`);
  return rows.map((row) => ({
    ...named(row),
    permitKind: row.permit_kind,
    direction: row.direction,
    result: row.result,
    at: instant(row.at),
    about: { kind: row.about_kind, id: id(row.about_id) },
  }));
}

/** How many contacts there are by the filter. */
export async function countContacts(db: Queries, filter: LogFilter): Promise<number> {
  const row = await db.one(sql<{ count: bigint }>`
    select count(*)
      from compliance.contact_card c
      join customers.account_card a on a.account_id = c.account_id
     where ${contactsWhere(filter)}`);
  return Number(row.count);
}

function contactsWhere(filter: LogFilter): Sql<boolean> {
  const { channel, direction, from, to, breach } = filter;
  return allOf([
    ...ofAccount(filter, sql`c.account_id`),
    channel && sql`c.channel = ${channel}`,
    direction && sql`c.direction = ${direction}`,
    from && sql`c.at >= ${from}::date`,
    to && sql`c.at < ${to}::date + 1`,
    breach ? sql`c.permit_kind = 'reported' and jsonb_array_length(c.reasons) > 0` : undefined,
  ]);
}

export type LoggedPermit = {
  readonly accountId: Id;
  readonly permitId: Id;
  readonly account: string;
  readonly name: string;
  readonly kind: PermitKind;
  readonly askedAt: Instant;
  readonly askedOn: Day;
  readonly channel: Channel;
  readonly address: string;
  readonly purpose: Purpose;
  readonly contactName: string | null;
  readonly reasons: readonly Reason[];
  readonly nextAllowedAt: Instant | null;
  readonly used: boolean;
  readonly actor: string;
};

type PermitRow = Named & {
  kind: PermitKind;
  asked_at: string;
  asked_on: string;
  next_allowed_at: string | null;
  used: boolean;
};

/** Permits, the latest first. */
export async function listPermits(
  db: Queries,
  filter: LogFilter,
  { offset, limit }: Part,
): Promise<LoggedPermit[]> {
  const rows = await db.all(sql<PermitRow>`
    select c.account_id, c.permit_id, a.account, a.name, c.kind, c.asked_at, c.asked_on, c.channel,
           c.address, c.purpose, p.name as contact_name, c.reasons, c.next_allowed_at, c.used,
           coalesce(m.name, c.actor) as actor
      from compliance.permit_card c
      join customers.account_card a on a.account_id = c.account_id
      left join customers.account_person p
        on p.account_id = c.account_id and p.contact_id = c.contact_id
      left join team.person m on c.actor = 'member:' || m.member_id
     where ${permitsWhere(filter)}
     order by c.asked_at desc, c.permit_id desc
     offset ${offset}
     limit ${limit}`);
  return rows.map((row) => ({
    ...named(row),
    kind: row.kind,
    askedAt: instant(row.asked_at),
    askedOn: day(row.asked_on),
    nextAllowedAt: row.next_allowed_at === null ? null : instant(row.next_allowed_at),
    used: row.used,
  }));
}

/** How many permits there are by the filter. */
export async function countPermits(db: Queries, filter: LogFilter): Promise<number> {
  const row = await db.one(sql<{ count: bigint }>`
    select count(*)
      from compliance.permit_card c
      join customers.account_card a on a.account_id = c.account_id
     where ${permitsWhere(filter)}`);
  return Number(row.count);
}

function permitsWhere(filter: LogFilter): Sql<boolean> {
  const { channel, kind, from, to } = filter;
  return allOf([
    ...ofAccount(filter, sql`c.account_id`),
    channel && sql`c.channel = ${channel}`,
    kind && sql`c.kind = ${kind}`,
    from && sql`c.asked_on >= ${from}`,
    to && sql`c.asked_on <= ${to}`,
  ]);
}

function ofAccount({ companies, accountId, ownerId }: LogFilter, of: Sql): (Sql | undefined)[] {
  return [
    inCompanies(sql`a.company_id`, companies),
    accountId && sql`${of} = ${accountId}`,
    ownerId && sql`a.owner_id = ${ownerId}`,
  ];
}

function named(row: Named) {
  const { account, name, channel, address, purpose, reasons, actor } = row;
  return {
    account,
    name,
    channel,
    address,
    purpose,
    reasons,
    actor,
    accountId: id(row.account_id),
    permitId: id(row.permit_id),
    contactName: row.contact_name,
  };
}
