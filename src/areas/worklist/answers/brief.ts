/** "While you were out", as the API and `dunlin brief --json` write it. */
import type { Id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { earlier } from '#kernel/day.ts';
import type { Desk } from '#platform/action.ts';
import type { Brief, BriefLine as WireLine } from '../contract.ts';
import { type BriefLine, type BriefTotal, totalsOf } from '../rules/brief.ts';
import { briefAccounts, briefLines, latestAbsence } from '../store/brief.ts';

type Person = { readonly memberId: Id; readonly name: string };

/** What the person should know; without an absence only what is due today. */
export async function briefOf({ db, clock }: Desk, { memberId, name }: Person): Promise<Brief> {
  const today = clock.today();
  const absence = await latestAbsence(db, memberId, today);
  const lines = absence
    ? await briefLines(db, {
        memberId,
        from: absence.from,
        to: earlier(absence.lastOn, today),
      })
    : [];
  const told = [...new Set(lines.map((line) => line.accountId))];
  const accounts = await briefAccounts(db, memberId, told);
  return {
    asOf: today,
    member: { memberId, name },
    absence: absence
      ? { ...absence, covers: [...absence.covers], over: absence.lastOn < today }
      : null,
    totals: totalsOf(lines).map(wireTotal),
    due: accounts.filter(({ due }) => due).length,
    accounts: accounts.map((account) => {
      const own = lines.filter((line) => line.accountId === account.accountId);
      return { ...account, totals: totalsOf(own).map(wireTotal), lines: own.map(wireLine) };
    }),
  };
}

function wireTotal({ kind, count, sums }: BriefTotal): Brief['totals'][number] {
  return { kind, count, sums: [...sums] };
}

function wireLine({ kind, on, actor, onBehalf, amount, phrase, facts, text }: BriefLine): WireLine {
  return {
    kind,
    on,
    actor,
    onBehalf,
    amount: amount && formatMoney(amount),
    currency: amount && amount.currency,
    phrase,
    facts: { ...facts },
    text,
  };
}
