/** Rules and filters between the wire, where amounts are texts, and the rules. */
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, formatMoney, money, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { WireCondition, WireFilter, WireRule } from '../contract.ts';
import type { AccountFilter } from '../rules/account-filter.ts';
import type { AssignmentRule } from '../rules/assignment.ts';
import type { Condition, Span } from '../rules/condition.ts';

type Unreadable = 'portfolios.amount_unreadable';

/** Refuses an amount with more decimals than the currency has. */
export function readRules(
  rules: readonly WireRule[],
  currency: Currency,
): Outcome<AssignmentRule[], Unreadable> {
  const read: AssignmentRule[] = [];
  for (const { name, when, give } of rules) {
    const { balanceFrom, balanceBelow, overdueFrom, overdueBelow, ...rest } = when;
    const balance = readSpan(balanceFrom, balanceBelow, currency);
    if (!balance.ok) return balance;
    const overdue = readSpan(overdueFrom, overdueBelow, currency);
    if (!overdue.ok) return overdue;
    read.push({
      name,
      when: { ...rest, balance: balance.value, overdue: overdue.value },
      give: { to: give.to, memberIds: give.memberIds.map(id) },
    });
  }
  return accept(read);
}

export function wireRule({ name, when, give }: AssignmentRule, currency: Currency): WireRule {
  return {
    name,
    when: wireCondition(when, currency),
    give: { to: give.to, memberIds: [...give.memberIds] },
  };
}

function wireCondition(when: Condition, currency: Currency): WireCondition {
  const { balance, overdue, names, zips, ...rest } = when;
  const amount = (minor: bigint | undefined): string | undefined =>
    minor === undefined ? undefined : formatMoney(money(minor, currency));
  const lists = Object.fromEntries(
    Object.entries(rest).map(([part, value]) => [part, Array.isArray(value) ? [...value] : value]),
  );
  return {
    ...lists,
    ...(names ? { names: { ...names } } : {}),
    ...(zips ? { zips: zips.map((span) => ({ ...span })) } : {}),
    balanceFrom: amount(balance?.from),
    balanceBelow: amount(balance?.below),
    overdueFrom: amount(overdue?.from),
    overdueBelow: amount(overdue?.below),
  };
}

/** Refuses an amount with more decimals than the currency has. */
export function readFilter(
  wire: WireFilter,
  currency: Currency,
): Outcome<AccountFilter, Unreadable> {
  const { overdueFrom, overdueBelow, owner, accountIds, ...rest } = wire;
  const overdue = readSpan(overdueFrom, overdueBelow, currency);
  if (!overdue.ok) return overdue;
  return accept({
    ...rest,
    owner: owner === undefined ? undefined : owner === 'nobody' ? 'nobody' : id(owner),
    accountIds: accountIds?.map((accountId): Id => id(accountId)),
    overdueFrom: overdue.value?.from,
    overdueBelow: overdue.value?.below,
  });
}

function readSpan(
  from: string | undefined,
  below: string | undefined,
  currency: Currency,
): Outcome<Span | undefined, Unreadable> {
  if (from === undefined && below === undefined) return accept(undefined);
  const [least, most] = [from, below].map((text) =>
    text === undefined ? undefined : (parseMoney(text, currency)?.minor ?? null),
  );
  if (least === null || most === null) {
    return refuse('portfolios.amount_unreadable', { amount: from ?? below ?? '', currency });
  }
  return accept({ from: least, below: most });
}
