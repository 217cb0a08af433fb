/** A row of the list as the API writes it, and as `dunlin worklist --json` does. */
import { type Money, formatMoney, money } from '#kernel/money.ts';
import type { HandOnWire, WorkRow } from '../contract.ts';
import type { WorkKind } from '../rules/work.ts';
import type { HandOver } from '../store/hand-over.ts';
import type { HandMark } from '../store/list.ts';
import type { CoveredRow } from './covered.ts';

export function wireRow(row: CoveredRow): WorkRow {
  const amount = (minor: Money['minor']): string => formatMoney(money(minor, row.currency));
  return {
    accountId: row.accountId,
    account: row.account,
    customer: row.customer,
    name: row.name,
    company: row.company,
    language: row.language,
    owner: row.owner,
    ownerId: row.ownerId,
    rank: row.rank,
    score: row.score,
    reasons: row.reasons.map((reason) => ({ ...reason, facts: { ...reason.facts } })),
    currency: row.currency,
    overdue: amount(row.overdue),
    ask: row.ask === null ? null : amount(row.ask),
    balance: amount(row.balance),
    buckets: row.buckets.map(amount),
    dueAt: row.dueAt,
    lastTouch: row.lastTouch && { ...row.lastTouch },
    covered: row.covered && {
      owner: row.covered.owner,
      cover: row.covered.cover,
      coverId: row.covered.coverId,
      lastOn: row.covered.lastOn,
    },
    handOver: row.handOver && {
      text: handOverText(row.handOver),
      read: row.handOver.readBy.some(({ memberId }) => memberId === row.covered?.coverId),
    },
    hand: row.hand && wireHand(row.hand),
    inWorkBy: row.inWorkBy,
    snoozedUntil: row.hiddenUntil,
  };
}

export function wireHand({ by, byId, on, until, moved, pinned }: HandMark): HandOnWire {
  return { by, byId, on, until, moved, pinned };
}

/** The note in one line, the first thing to do first. */
function handOverText({ nextStep, avoid, said }: HandOver): string {
  return [nextStep, avoid, said].filter((text) => text !== '').join(' · ');
}

/** The shape that outsiders may rely on; `reason` is the plain sentence. */
export type PublicRow = {
  readonly company: string;
  readonly account: string;
  readonly customer: string;
  readonly name: string;
  readonly owner: string | null;
  /** Who covers it today while its owner is away; only there while somebody does. */
  readonly coveredBy?: string;
  readonly reason: string;
  readonly kinds: readonly WorkKind[];
  readonly amount: string;
  readonly currency: string;
  readonly dueAt: string | null;
  readonly rank: number;
};

export function publicRow(row: CoveredRow, reason: string): PublicRow {
  const coveredBy = row.covered === null ? {} : { coveredBy: row.covered.cover };
  const { company, account, customer, name, owner, kinds, currency, dueAt, rank } = row;
  const amount = formatMoney(money(row.overdue, currency));
  const whose = { company, account, customer, name, owner, ...coveredBy };
  return { ...whose, reason, kinds, amount, currency, dueAt, rank };
}
