/**
 * What a company has closed, read under the lock that keeps it so, and the posting days that
 * follow. The one place where a fact's day in the books is found.
 *
 * Whoever posts holds the company's periods shared (`ledger.hold_periods`, beside the lock of
 * the account); a closing takes them alone. Reading what is closed without holding it is right
 * for a page, never for a posting.
 */
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { permissionsOf } from '#platform/auth/roles.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Closed, type Poster, isOpen, postingDay } from '../rules/posting-day.ts';
import type { Posting } from '../rules/posting.ts';
import type { Recording } from './rows.ts';
import { rolesOf } from './write-offs.ts';

export type ClosedRow = { soft_through: string | null; hard_through: string | null };

export function readClosed({ soft_through: soft, hard_through: hard }: ClosedRow): Closed {
  return {
    softThrough: soft === null ? null : day(soft),
    hardThrough: hard === null ? null : day(hard),
  };
}

/** For whoever closes: waits for the postings that run; false when they take too long. */
export async function takePeriods(tx: Tx, companyId: Id): Promise<boolean> {
  const { taken } = await tx.one(sql<{ taken: boolean }>`
    select ledger.take_periods(${companyId}) as taken`);
  return taken;
}

/** For many postings of one company: what is closed, which stays so until the transaction ends. */
export async function holdPeriods(tx: Tx, companyId: Id): Promise<Closed> {
  return readClosed(
    await tx.one(sql<ClosedRow>`
      select h.soft_through, h.hard_through from ledger.hold_periods(${companyId}) h`),
  );
}

/** For a page: what is closed now. */
export async function closedNow(db: Queries, companyId: Id): Promise<Closed> {
  const row = await db.maybe(sql<ClosedRow>`
    select c.soft_through, c.hard_through from ledger.closed c where c.company_id = ${companyId}`);
  return row ? readClosed(row) : { softThrough: null, hardThrough: null };
}

/** The day in whose period each of the postings counts. Roles are read only when they matter. */
export async function postingDays(
  context: Context,
  closed: Closed,
  postings: readonly Posting[],
): Promise<Recording['postedOn']> {
  const late = postings.some((posting) => !isOpen(countsFrom(posting), closed, 'anybody'));
  const poster = late ? await posterOf(context) : 'anybody';
  return (posting) => postingDay(countsFrom(posting), closed, poster);
}

function countsFrom({ countsFrom: from, effectiveOn }: Posting): Posting['effectiveOn'] {
  return from ?? effectiveOn;
}

/** Whether the actor is somebody who may still post into a softly closed period. */
export async function posterOf({ tx, actor }: Context): Promise<Poster> {
  const permissions = permissionsOf(await rolesOf(tx, actor.memberId));
  return permissions.includes('ledger.post_into_soft_closed') ? 'trusted' : 'anybody';
}
