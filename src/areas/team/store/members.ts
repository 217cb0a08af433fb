/**
 * The people of the desk: their roles, their language, and the companies they work for.
 *
 * A member without a row in `member_company` works for every company.
 */
import { type Id, id } from '#kernel/ids.ts';
import type { Language } from '#kernel/words.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { type Sql, prepared, sql } from '#platform/postgres/sql.ts';

export type Member = {
  readonly memberId: Id;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly roles: readonly string[];
  readonly active: boolean;
  readonly companyIds: CompanyScope;
};

export type NewMember = Omit<Member, 'active'> & { readonly madeAt: Instant };

type MemberRow = {
  member_id: string;
  name: string;
  email: string;
  language: Language;
  roles: string[];
  active: boolean;
  company_ids: string[] | null;
};

export async function memberById(db: Queries, memberId: Id): Promise<Member | undefined> {
  const row = await db.maybe(selectMembers(sql`m.member_id = ${memberId}`));
  return row && member(row);
}

/** Addresses differ by more than their case. */
export async function memberByEmail(db: Queries, email: string): Promise<Member | undefined> {
  const row = await db.maybe(selectMembers(sql`lower(m.email) = lower(${email})`));
  return row && member(row);
}

/** Everybody, also those who left, by name. */
export async function allMembers(db: Queries): Promise<Member[]> {
  return (await db.all(selectMembers(sql`true`))).map(member);
}

/** Locks a member until the transaction ends. */
export async function lockMember(tx: Tx, memberId: Id): Promise<Member | undefined> {
  await tx.run(sql`select from team.member where member_id = ${memberId} for update`);
  return memberById(tx, memberId);
}

/**
 * Ids of the active members with a role. Locks them in one order, so that two changes cannot
 * each let the other's last one go.
 */
export async function lockMembersInRole(tx: Tx, role: string): Promise<Id[]> {
  const rows = await tx.all(sql<{ member_id: string }>`
    select member_id
      from team.member
     where active
       and ${role} = any(roles)
     order by member_id
       for update`);
  return rows.map((row) => id(row.member_id));
}

/** False when somebody already has the address. */
export async function insertMember(tx: Tx, made: NewMember): Promise<boolean> {
  const inserted = await tx.run(sql`
    insert into team.member (member_id, name, email, language, roles, made_at)
    values (${made.memberId}, ${made.name}, ${made.email}, ${made.language}, ${made.roles},
            ${made.madeAt})
    on conflict do nothing`);
  if (inserted === 0) return false;
  await limitTo(tx, made.memberId, made.companyIds);
  return true;
}

export async function updateMember(
  tx: Tx,
  {
    memberId,
    roles,
    active,
    companyIds,
  }: Pick<Member, 'memberId' | 'roles' | 'active' | 'companyIds'>,
): Promise<void> {
  await tx.run(sql`
    update team.member
       set roles = ${roles}, active = ${active}
     where member_id = ${memberId}`);
  await tx.run(sql`delete from team.member_company where member_id = ${memberId}`);
  await limitTo(tx, memberId, companyIds);
}

export async function setLanguage(tx: Tx, memberId: Id, language: Language): Promise<void> {
  await tx.run(sql`
    update team.member
       set language = ${language}
     where member_id = ${memberId}`);
}

async function limitTo(tx: Tx, memberId: Id, companyIds: CompanyScope): Promise<void> {
  if (companyIds === 'all') return;
  await tx.run(sql`
    insert into team.member_company (member_id, company_id)
    select ${memberId}::uuid, unnest(${companyIds}::uuid[])`);
}

function selectMembers(condition: Sql): Sql<MemberRow> {
  return prepared<MemberRow>`
    select m.member_id, m.name, m.email, m.language, m.roles, m.active,
           (select array_agg(mc.company_id::text order by mc.company_id)
              from team.member_company mc
             where mc.member_id = m.member_id) as company_ids
      from team.member m
     where ${condition}
     order by m.name, m.member_id`;
}

function member(row: MemberRow): Member {
  return {
    memberId: id(row.member_id),
    name: row.name,
    email: row.email,
    language: row.language,
    roles: row.roles,
    active: row.active,
    companyIds: row.company_ids?.map(id) ?? 'all',
  };
}
