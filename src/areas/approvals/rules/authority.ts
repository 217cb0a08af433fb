/**
 * Who may approve what, how much, and when two persons are needed: limits by role in the
 * company's base currency, in rising order.
 *
 * What a desk has not said for itself is as it stands here; changing it is itself a request.
 */
import { type Money, type Currency, parseMoney } from '#kernel/money.ts';
import type { Limit } from './route.ts';

export const approvalKinds = [
  'write_off',
  'authority',
  'refund',
  'credit_memo',
  'waiver',
  'credit_limit',
  'order_release',
  'plan',
  'settlement',
  'bank_details',
] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

/** As it is kept and said: amounts as decimal text, null without a limit. */
export type AuthorityText = {
  readonly limits: readonly { readonly role: string; readonly most: string | null }[];
  readonly dualFrom: string | null;
  /** From this amount on nobody says yes without a paper; null: never asked for. */
  readonly evidenceFrom: string | null;
  readonly validDays: number;
};

export type Authority = {
  readonly limits: readonly Limit[];
  readonly dualFrom: Money | undefined;
  readonly evidenceFrom: Money | undefined;
  readonly validDays: number;
};

/** A manager up to the first, a controller up to the second, the CFO any amount. */
function upTo(manager: string, controller: string): AuthorityText['limits'] {
  return [
    { role: 'manager', most: manager },
    { role: 'controller', most: controller },
    { role: 'cfo', most: null },
  ];
}

/** No paper is asked for, and a request waits two weeks. */
const usual = { evidenceFrom: null, validDays: 14 } as const;

export const standardAuthority: Readonly<Record<ApprovalKind, AuthorityText>> = {
  write_off: { limits: upTo('500', '5000'), dualFrom: '25000', ...usual },
  // Whoever widens what may be approved stands above it.
  authority: { limits: [{ role: 'cfo', most: null }], dualFrom: null, ...usual },
  refund: { limits: upTo('1000', '10000'), dualFrom: '10000', ...usual },
  credit_memo: { limits: upTo('500', '5000'), dualFrom: '25000', ...usual },
  waiver: { limits: upTo('500', '5000'), dualFrom: '25000', ...usual },
  credit_limit: { limits: upTo('10000', '100000'), dualFrom: '250000', ...usual },
  order_release: { limits: upTo('10000', '100000'), dualFrom: '250000', ...usual, validDays: 7 },
  plan: { limits: upTo('25000', '250000'), dualFrom: '1000000', ...usual },
  // What is waived; its share of the debt names the least role.
  settlement: { limits: upTo('5000', '50000'), dualFrom: '100000', ...usual },
  // No amount is asked for: who changes where money goes is never who approves it.
  bank_details: {
    limits: [
      { role: 'controller', most: '0' },
      { role: 'cfo', most: null },
    ],
    dualFrom: null,
    ...usual,
  },
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
    evidenceFrom: said.evidenceFrom === null ? undefined : amount(said.evidenceFrom),
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
  for (const from of [said.dualFrom, said.evidenceFrom]) {
    const read = from === null ? null : parseMoney(from, base);
    if (read === undefined || (read !== null && read.minor < 0n)) {
      return { problem: 'no_amount', at: from ?? '' };
    }
  }
  return undefined;
}

/** More than any amount that the books can hold. */
const unlimited = 2n ** 63n;

/** In minor units, what is without any bound weighs so much: above every limit of an amount. */
export const boundless = 2n ** 62n;
