/** The accounts over 60 days as a list: what nobody explained first, then by balance. */
import { day } from '#kernel/day.ts';
import { formatMoney, money } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { age } from '#areas/ledger/rules/aging.ts';
import { type RootCause, rootCauses } from '#areas/disputes/rules/cause.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { WireLate } from '../contract/late.ts';
import { gapsOf, isStale, toCollect } from '../rules/late-account.ts';
import type { LateAccount, LateQuestion } from '../store/over60.ts';
import { type LateRow, lateRows } from './late-rows.ts';

export async function readLate(db: Queries, question: LateQuestion, language: Language) {
  const found = await lateRows(db, question, language);
  const rows = found.map((row) => wire(row, question));
  const lacking = (row: WireLate): boolean => row.gaps.length > 0;
  return {
    asOf: question.asOf,
    rows: rows.toSorted((one, other) => Number(lacking(other)) - Number(lacking(one))),
    totals: [...new Set(found.map((row) => row.currency))].toSorted().map((code) => {
      const mine = found.filter((row) => row.currency === code);
      const sum = (part: (row: LateAccount) => bigint): string =>
        formatMoney(
          money(
            mine.reduce((total, row) => total + part(row), 0n),
            code,
          ),
        );
      return {
        currency: code,
        balance: sum((row) => row.open_minor),
        disputed: sum((row) => row.disputed_minor),
        planned: sum((row) => row.planned_minor),
        toCollect: sum((row) => toCollect(lateWord(row, question.asOf))),
      };
    }),
    lacking: new Set(rows.filter(lacking).map((row) => row.accountId)).size,
  };
}

/** What the desk says of an account on a day; a plan whose day passed says nothing. */
export function lateWord(row: LateAccount, asOf: LateQuestion['asOf']) {
  const stale = isStale(row.plan_due_on === null ? null : day(row.plan_due_on), asOf);
  return {
    open: row.open_minor,
    disputed: row.disputed_minor,
    planned: row.planned_minor,
    cause: row.cause,
    plan: stale ? null : row.plan,
    planOwner: row.plan_owner,
    collector: row.collector,
  };
}

function wire(row: LateRow, { asOf }: LateQuestion): WireLate {
  const text = (minor: bigint): string => formatMoney(money(minor, row.currency));
  const word = lateWord(row, asOf);
  return {
    accountId: row.account_id,
    account: row.account,
    name: row.name,
    currency: row.currency,
    days: age(asOf, day(row.oldest_due_on)),
    balance: text(row.open_minor),
    disputed: text(row.disputed_minor),
    planned: text(row.planned_minor),
    toCollect: text(toCollect(word)),
    cause: knownCause(row.cause),
    plan: row.plan,
    planOwner: row.plan_owner,
    planDueOn: row.plan_due_on,
    byActionPlan: row.byActionPlan,
    collector: row.collector,
    gaps: gapsOf(word),
  };
}

function knownCause(cause: string | null): RootCause | null {
  return rootCauses.find((each) => each === cause) ?? null;
}
