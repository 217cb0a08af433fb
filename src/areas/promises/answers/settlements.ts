/** A settlement as the API and `dunlin settlements --json` write it. */
import { formatMoney } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import type { WireSettlement } from '../contract/settlements.ts';
import { boundRoles } from '../rules/plans/policy.ts';
import type { ListedSettlement } from '../store/settlements/list.ts';

export function wireSettlement(row: ListedSettlement, language: Language): WireSettlement {
  const { balance, offer, paid, waived, needsRole, madeBy, items, ...rest } = row;
  return {
    ...rest,
    currency: balance.currency,
    balance: formatMoney(balance),
    offer: formatMoney(offer),
    paid: formatMoney(paid),
    waived: formatMoney(waived),
    needsRole: boundRoles.find((role) => role === needsRole) ?? null,
    madeBy: actorName(madeBy, language),
    items: items.map(({ covered, ...item }) => ({ ...item, covered: formatMoney(covered) })),
  };
}
