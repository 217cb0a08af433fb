/** How a company follows its cases, and the codes in which customers say what they kept back. */
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type DisputeReason, disputeReasons } from '../rules/case.ts';
import { codeKey } from '../rules/deduction.ts';
import { type Department, type Route, standardRoute } from '../rules/routing.ts';

/** The route of every reason: as the company said last, else the house's own. */
export async function routesOf(db: Queries, companyId: Id): Promise<Route[]> {
  const rows = await db.all(sql<{
    reason: DisputeReason;
    department: Department;
    owner_id: string | null;
    outside_name: string | null;
    outside_email: string | null;
    answer_days: number;
  }>`
    select distinct on (reason)
           reason, department, owner_id, outside_name, outside_email, answer_days
      from disputes.route
     where company_id = ${companyId}
     order by reason, route_id desc`);
  const said = new Map<DisputeReason, Route>(
    rows.map((row) => [
      row.reason,
      {
        reason: row.reason,
        department: row.department,
        answerDays: row.answer_days,
        ownerId: row.owner_id === null ? null : id(row.owner_id),
        outside:
          row.outside_name === null
            ? null
            : { name: row.outside_name, email: row.outside_email ?? '' },
      },
    ]),
  );
  return disputeReasons.map((reason) => said.get(reason) ?? standardRoute(reason));
}

export async function routeOf(db: Queries, companyId: Id, reason: DisputeReason): Promise<Route> {
  const routes = await routesOf(db, companyId);
  return routes.find((each) => each.reason === reason) ?? standardRoute(reason);
}

export async function insertRoute(
  { tx, at, actor, newId }: Context,
  companyId: Id,
  { reason, department, answerDays, ownerId, outside }: Route,
): Promise<void> {
  await tx.run(sql`
    insert into disputes.route (company_id, reason, route_id, department, owner_id, outside_name,
                                outside_email, answer_days, recorded_at, actor)
    values (${companyId}, ${reason}, ${newId()}, ${department}, ${ownerId},
            ${outside?.name ?? null}, ${outside?.email ?? null}, ${answerDays}, ${at},
            ${actor.ref})`);
}

export type ReasonCode = { readonly code: string; readonly reason: DisputeReason };

/** What the codes of a customer mean, as it was said last. */
export async function codesOf(db: Queries, accountId: Id): Promise<ReasonCode[]> {
  const rows = await db.all(sql<{ code: string; reason: DisputeReason | null }>`
    select distinct on (code) code, reason
      from disputes.reason_code
     where account_id = ${accountId}
     order by code, code_id desc`);
  return rows.flatMap(({ code, reason }) => (reason === null ? [] : [{ code, reason }]));
}

/** Null: the code means nothing any more. */
export async function insertCode(
  { tx, at, actor, newId }: Context,
  accountId: Id,
  code: string,
  reason: DisputeReason | null,
): Promise<void> {
  await tx.run(sql`
    insert into disputes.reason_code (account_id, code, code_id, reason, recorded_at, actor)
    values (${accountId}, ${codeKey(code)}, ${newId()}, ${reason}, ${at}, ${actor.ref})`);
}
