/** What customers said in writing: that a credit may be held, or that they want it back. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { AuthorisationKind } from '../rules/authorisation.ts';

export type Authorisation = {
  readonly accountId: Id;
  readonly authorisationId: Id;
  readonly kind: AuthorisationKind;
  readonly givenBy: string;
  readonly givenOn: Day;
  readonly untilOn: Day | null;
  readonly evidence: string;
};

export async function insertAuthorisation(
  { tx, at, actor, reason }: Context,
  given: Authorisation,
): Promise<void> {
  await tx.run(sql`
    insert into refunds.authorisation (account_id, authorisation_id, kind, given_by, given_on,
                                       until_on, evidence, recorded_at, actor, reason)
    values (${given.accountId}, ${given.authorisationId}, ${given.kind}, ${given.givenBy},
            ${given.givenOn}, ${given.untilOn}, ${given.evidence}, ${at}, ${actor.ref},
            ${reason})`);
}

export async function endAuthorisation(
  { tx, at, today, actor, reason }: Context,
  accountId: Id,
  authorisationId: Id,
): Promise<void> {
  await tx.run(sql`
    insert into refunds.authorisation_end (account_id, authorisation_id, ended_on, recorded_at,
                                           actor, reason)
    values (${accountId}, ${authorisationId}, ${today}, ${at}, ${actor.ref}, ${reason})`);
}

/** Those that nobody revoked, the latest first. */
export async function standingAuthorisations(
  db: Queries,
  accountIds: readonly Id[],
): Promise<Authorisation[]> {
  const rows = await db.all(sql<{
    account_id: string;
    authorisation_id: string;
    kind: AuthorisationKind;
    given_by: string;
    given_on: string;
    until_on: string | null;
    evidence: string;
  }>`
    select a.account_id, a.authorisation_id, a.kind, a.given_by, a.given_on, a.until_on, a.evidence
      from refunds.authorisation a
     where a.account_id = any(${accountIds}::uuid[])
       and not exists (select
                         from refunds.authorisation_end e
                        where e.account_id       = a.account_id
                          and e.authorisation_id = a.authorisation_id)
     order by a.given_on desc, a.authorisation_id desc`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    authorisationId: id(row.authorisation_id),
    kind: row.kind,
    givenBy: row.given_by,
    givenOn: day(row.given_on),
    untilOn: row.until_on === null ? null : day(row.until_on),
    evidence: row.evidence,
  }));
}
