/** Withdrawals with the worksheet each was computed with, and what was done of it since. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, formatMoney, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { NeverAttended } from '../rules/return-of-aid.ts';

/** As it was computed: kept whole, so that it is shown as it was. */
export type KeptWorksheet = {
  readonly currency: string;
  readonly steps: readonly {
    readonly step: string;
    readonly formula: string;
    readonly result: string;
    readonly citation: string;
  }[];
  readonly schoolReturns: Readonly<Record<string, string>>;
  readonly studentGrantReturn: string;
  readonly loansUnderNote: string;
  readonly postWithdrawal: string;
  readonly deadlines: Readonly<Record<string, string>>;
  readonly exempt: boolean;
};

export type Withdrawal = {
  readonly accountId: Id;
  readonly withdrawalId: Id;
  readonly term: string;
  readonly withdrawnOn: Day;
  readonly determinedOn: Day;
  readonly attended: NeverAttended;
  readonly worksheet: KeptWorksheet;
};

export async function insertWithdrawal(
  { tx, at, actor, reason }: Context,
  withdrawal: Withdrawal,
): Promise<void> {
  const { attended } = withdrawal;
  await tx.run(sql`
    insert into students.withdrawal (account_id, withdrawal_id, term, withdrawn_on, determined_on,
                                     never_attended, aid_returned, charges_back, written_off,
                                     worksheet, recorded_at, actor, reason)
    values (${withdrawal.accountId}, ${withdrawal.withdrawalId}, ${withdrawal.term},
            ${withdrawal.withdrawnOn}, ${withdrawal.determinedOn},
            ${attended.isTreatedAsNeverAttended}, ${attended.isAidReturned},
            ${attended.areChargesRefunded}, ${attended.isBalanceWrittenOff},
            ${JSON.stringify(withdrawal.worksheet)}, ${at}, ${actor.ref}, ${reason})`);
}

/** The withdrawals of an account, the latest first. */
export async function withdrawalsOf(db: Queries, accountId: Id): Promise<Withdrawal[]> {
  const rows = await db.all(sql<{
    withdrawal_id: string;
    term: string;
    withdrawn_on: string;
    determined_on: string;
    never_attended: boolean;
    aid_returned: boolean;
    charges_back: boolean;
    written_off: boolean;
    worksheet: KeptWorksheet;
  }>`
    select withdrawal_id, term, withdrawn_on, determined_on, never_attended, aid_returned,
           charges_back, written_off, worksheet
      from students.withdrawal
     where account_id = ${accountId}
     order by recorded_at desc`);
  return rows.map((row) => ({
    accountId,
    withdrawalId: id(row.withdrawal_id),
    term: row.term,
    withdrawnOn: day(row.withdrawn_on),
    determinedOn: day(row.determined_on),
    attended: {
      isTreatedAsNeverAttended: row.never_attended,
      isAidReturned: row.aid_returned,
      areChargesRefunded: row.charges_back,
      isBalanceWrittenOff: row.written_off,
    },
    worksheet: row.worksheet,
  }));
}

export const withdrawalActKinds = ['returned', 'grant_notice', 'pwd_grant', 'pwd_offer'] as const;
export type WithdrawalActKind = (typeof withdrawalActKinds)[number];

export type WithdrawalAct = {
  readonly accountId: Id;
  readonly withdrawalId: Id;
  readonly kind: WithdrawalActKind;
  readonly programme: string | null;
  readonly amount: Money | null;
  readonly on: Day;
  readonly itemId: Id | null;
};

export async function insertAct(
  { tx, at, actor, reason, newId }: Context,
  act: WithdrawalAct,
): Promise<void> {
  await tx.run(sql`
    insert into students.withdrawal_act (account_id, withdrawal_id, act_id, kind, programme,
                                         amount_minor, done_on, item_id, recorded_at, actor,
                                         reason)
    values (${act.accountId}, ${act.withdrawalId}, ${newId()}, ${act.kind}, ${act.programme},
            ${act.amount === null ? null : act.amount.minor.toString()}, ${act.on}, ${act.itemId},
            ${at}, ${actor.ref}, ${reason})`);
}

export type DoneAct = {
  readonly kind: WithdrawalActKind;
  readonly programme: string | null;
  readonly amount: string | null;
  readonly on: Day;
  readonly by: string;
};

/** What was done of a withdrawal, in its order. */
export async function actsOf(
  db: Queries,
  accountId: Id,
  withdrawalId: Id,
  currency: string,
): Promise<DoneAct[]> {
  const rows = await db.all(sql<{
    kind: WithdrawalActKind;
    programme: string | null;
    amount_minor: bigint | null;
    done_on: string;
    by: string;
  }>`
    select a.kind, a.programme, a.amount_minor, a.done_on, coalesce(m.name, a.actor) as by
      from students.withdrawal_act a
      left join team.person m on a.actor = 'member:' || m.member_id
     where a.account_id    = ${accountId}
       and a.withdrawal_id = ${withdrawalId}
     order by a.recorded_at, a.act_id`);
  return rows.map((row) => ({
    kind: row.kind,
    programme: row.programme,
    amount: row.amount_minor === null ? null : formatMoney(money(row.amount_minor, currency)),
    on: day(row.done_on),
    by: row.by,
  }));
}
