/** Who may be told of an account, how callers were verified, and who of the team speaks what. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Language } from '#kernel/words.ts';
import type { Answered, CallerRelation } from '../../rules/calls/telling.ts';

export type CallerChecked = {
  readonly accountId: Id;
  readonly callId: Id;
  readonly relation: CallerRelation;
  readonly answers: readonly Answered[];
  readonly verified: boolean;
  readonly told: boolean;
  readonly because: string;
};

export async function insertCheck(context: Context, made: CallerChecked): Promise<void> {
  const { tx, at, actor } = context;
  await tx.run(sql`
    insert into correspondence.caller_check (account_id, call_id, relation, answers, verified,
                                             told, because, recorded_at, actor)
    values (${made.accountId}, ${made.callId}, ${made.relation}, ${JSON.stringify(made.answers)},
            ${made.verified}, ${made.told}, ${made.because}, ${at}, ${actor.ref})`);
}

/** What was found of the caller; undefined of a call in which nobody was verified. */
export function checkOf(
  db: Queries,
  accountId: Id,
  callId: Id,
): Promise<{ told: boolean; because: string } | undefined> {
  return db.maybe(sql<{ told: boolean; because: string }>`
    select told, because
      from correspondence.caller_check
     where account_id = ${accountId}
       and call_id    = ${callId}`);
}

export const authorisationBases = [
  'written_consent',
  'oral_consent',
  'power_of_attorney',
  'court_order',
  'dependent',
  'withdrawn',
] as const;
export type AuthorisationBasis = (typeof authorisationBases)[number];

export type NewAuthorisation = {
  readonly accountId: Id;
  readonly contactId: Id;
  readonly authorised: boolean;
  readonly basis: AuthorisationBasis;
  readonly source: string;
};

export async function insertAuthorisation(context: Context, made: NewAuthorisation): Promise<void> {
  const { tx, at, actor } = context;
  await tx.run(sql`
    insert into correspondence.authorised_person (account_id, contact_id, authorised, basis,
                                                  source, recorded_at, actor)
    values (${made.accountId}, ${made.contactId}, ${made.authorised}, ${made.basis},
            ${made.source}, ${at}, ${actor.ref})`);
}

export type Authorised = {
  readonly contactId: Id;
  readonly basis: AuthorisationBasis;
  readonly source: string;
  readonly since: Day;
};

/** Who may be told because whoever owes said so, and it stands. */
export async function authorisedOn(db: Queries, accountId: Id): Promise<Authorised[]> {
  const rows = await db.all(sql<{
    contact_id: string;
    authorised: boolean;
    basis: AuthorisationBasis;
    source: string;
    since: string;
  }>`
    select distinct on (a.contact_id) a.contact_id, a.authorised, a.basis, a.source,
           (a.recorded_at at time zone co.zone)::date as since
      from correspondence.authorised_person a
      join customers.account_card c on c.account_id = a.account_id
      join team.company co on co.company_id = c.company_id
     where a.account_id = ${accountId}
     order by a.contact_id, a.recorded_at desc`);
  return rows
    .filter(({ authorised }) => authorised)
    .map(({ contact_id, basis, source, since }) => ({
      contactId: id(contact_id),
      basis,
      source,
      since: day(since),
    }));
}

export type Speaker = { readonly memberId: Id; readonly name: string };

/** Who of the team speaks a language and may be handed a caller. */
export async function speakersOf(db: Queries, language: Language): Promise<Speaker[]> {
  const rows = await db.all(sql<{ member_id: string; name: string }>`
    select p.member_id, p.name
      from team.person p
     where p.active
       and p.language = ${language}
     order by p.name`);
  return rows.map(({ member_id, name }) => ({ memberId: id(member_id), name }));
}

/** Somebody else answered at this number; it is offered no more until it is changed. */
export async function insertWrongNumber(
  { tx, at, actor }: Context,
  wrong: { accountId: Id; contactId: Id; number: string; callId: Id },
): Promise<void> {
  await tx.run(sql`
    insert into correspondence.wrong_number (account_id, contact_id, number, call_id, recorded_at,
                                             actor)
    values (${wrong.accountId}, ${wrong.contactId}, ${wrong.number}, ${wrong.callId}, ${at},
            ${actor.ref})`);
}

/** Contacts whose number was somebody else's, with that number. */
export async function wrongNumbers(db: Queries, accountId: Id): Promise<Map<Id, Set<string>>> {
  const rows = await db.all(sql<{ contact_id: string; number: string }>`
    select contact_id, number
      from correspondence.wrong_number
     where account_id = ${accountId}`);
  const byContact = Map.groupBy(rows, (row) => id(row.contact_id));
  return new Map(
    [...byContact].map(([contactId, own]) => [contactId, new Set(own.map(({ number }) => number))]),
  );
}
