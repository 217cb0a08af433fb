/**
 * Says whether an order might go on, without writing anything: what the order system asks before
 * it takes, delivers or bills.
 *
 * It is the same judgement that placing it would give. What a person released stays released at
 * the next documents too, until its day of review.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { OrderInTurn } from '../rules/judge-in-turn.ts';
import type { Found } from '../rules/judge-order.ts';
import { type KeptFigures, keptFigures } from '../rules/kept-figures.ts';
import type { Checkpoint } from '../rules/policy.ts';
import { type RiskOrder, ordersAtRisk } from '../store/open-orders.ts';
import { benchFor, judgeAt } from './judge-orders.ts';

export type CheckOrder = {
  readonly accountId: Id;
  /** The number of a known order; null for one that is only thought of. */
  readonly number: string | null;
  /** Minor units; null: what is open of the known order. */
  readonly amount: bigint | null;
  readonly currency: Currency;
  readonly at: Checkpoint;
};

export type Checked = {
  readonly verdict: 'approved' | 'held' | 'released' | 'rejected';
  readonly reasons: readonly Found[];
  readonly figures: KeptFigures | null;
  readonly excluded: string | null;
};

/** An answer a question, in their order; undefined where there is no such account. */
export async function checkOrders(
  db: Queries,
  asked: readonly CheckOrder[],
  today: Day,
): Promise<(Checked | undefined)[]> {
  const accountIds = [...new Set(asked.map(({ accountId }) => accountId))];
  const numbered = asked.filter(({ number }) => number !== null);
  const [bench, orders] = await Promise.all([
    benchFor(db, accountIds, today),
    numbered.length === 0
      ? []
      : ordersAtRisk(db, [...new Set(numbered.map(({ accountId }) => accountId))]),
  ]);
  return asked.map((each) => {
    const standing = bench.standings.get(each.accountId);
    if (standing === undefined) return undefined;
    const known = orders.find(
      ({ accountId, number }) => accountId === each.accountId && number === each.number,
    );
    const settled = known && settledBefore(known, each, today);
    const [judged] = judgeAt(bench, standing, each.at, [asOrder(each, known)]);
    if (judged === undefined) throw new Error('a question without an answer');
    const { figures, reasons, verdict, excluded } = judged.judgement;
    return {
      verdict: settled ?? verdict,
      reasons,
      figures: figures && keptFigures(figures),
      excluded,
    };
  });
}

function asOrder(
  { number, amount, currency }: CheckOrder,
  known: RiskOrder | undefined,
): OrderInTurn {
  if (known === undefined) {
    return {
      number: number ?? '',
      currency,
      open: amount ?? 0n,
      delivered: 0n,
      counted: null,
      forced: null,
    };
  }
  return amount === null ? known : { ...known, open: amount };
}

/** What a person or the policy decided of a known order counts, unless more is asked now. */
function settledBefore(
  known: RiskOrder,
  { amount }: CheckOrder,
  today: Day,
): 'released' | 'rejected' | 'held' | undefined {
  if (amount !== null && amount > known.open) return undefined;
  if (known.verdict === 'rejected') return 'rejected';
  if (known.verdict === 'held') return 'held';
  const runs = known.reviewOn !== null && known.reviewOn >= today;
  return known.verdict === 'released' && runs ? 'released' : undefined;
}
