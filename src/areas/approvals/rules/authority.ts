/**
 * Who may approve what, how much, and when two persons are needed: limits by role in the
 * company's base currency, in rising order.
 *
 * What a desk has not said for itself is as it stands here; changing it is itself a request.
 */
import { type Money, type Currency, parseMoney } from '#kernel/money.ts';
import type { Limit } from './route.ts';

export const approvalKinds = ['write_off', 'authority'] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

/** As it is kept and said: amounts as decimal text, null without a limit. */
export type AuthorityText = {
  readonly limits: readonly { readonly role: string; readonly most: string | null }[];
  readonly dualFrom: string | null;
  readonly validDays: number;
};

export type Authority = {
  readonly limits: readonly Limit[];
  readonly dualFrom: Money | undefined;
  readonly validDays: number;
};

export const standardAuthority: Readonly<Record<ApprovalKind, AuthorityText>> = {
  write_off: {
    limits: [
      { role: 'manager', most: '500' },
      { role: 'controller', most: '5000' },
      { role: 'cfo', most: null },
    ],
    dualFrom: '25000',
    validDays: 14,
  },
  // Whoever widens what may be approved stands above it.
  authority: { limits: [{ role: 'cfo', most: null }], dualFrom: null, validDays: 14 },
};

/** Reads amounts in the base currency; throws where one is none: they were judged when kept. */
export function authorityIn(said: AuthorityText, base: Currency): Authority {
  const amount = (text: string): Money => {
    const read = parseMoney(text, base);
    if (!read) throw new Error(`the limit ${text} is no amount in ${base}`);
    return read;
  };
  return {
    limits: said.limits.map(({ role, most }) => ({
      role,
      most: most === null ? null : amount(most),
    })),
    dualFrom: said.dualFrom === null ? undefined : amount(said.dualFrom),
    validDays: said.validDays,
  };
}

export type AuthorityProblem = 'unknown_role' | 'no_amount' | 'not_rising' | 'role_twice';

/** What is wrong with an authority as it was said; undefined when nothing is. */
export function authorityProblem(
  said: AuthorityText,
  base: Currency,
  roles: readonly string[],
): { readonly problem: AuthorityProblem; readonly at: string } | undefined {
  const seen = new Set<string>();
  let before = -1n;
  for (const { role, most } of said.limits) {
    if (!roles.includes(role)) return { problem: 'unknown_role', at: role };
    if (seen.has(role)) return { problem: 'role_twice', at: role };
    seen.add(role);
    const limit = most === null ? null : parseMoney(most, base);
    if (limit === undefined || (limit !== null && limit.minor < 0n)) {
      return { problem: 'no_amount', at: most ?? '' };
    }
    const reach = limit === null ? unlimited : limit.minor;
    if (reach <= before) return { problem: 'not_rising', at: role };
    before = reach;
  }
  const dual = said.dualFrom === null ? null : parseMoney(said.dualFrom, base);
  if (dual === undefined) return { problem: 'no_amount', at: said.dualFrom ?? '' };
  return undefined;
}

/** More than any amount that the books can hold. */
const unlimited = 2n ** 63n;
