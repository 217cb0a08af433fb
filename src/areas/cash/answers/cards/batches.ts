/** Card batches as the wire tells them: amounts as decimal text. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { cards } from '../../contract/cards.ts';
import type { Gap } from '../../rules/cards/batch.ts';
import { type CardBatch, cardState } from '../../store/cards/batches.ts';
import { closingPolicyOf } from '../../store/closing/policy.ts';
import { told } from '../closing/day.ts';

export async function readCards(
  db: Queries,
  { companyId, code }: { readonly companyId: Id; readonly code: string },
  today: Day,
): Promise<AnswerOf<typeof cards>> {
  const policy = await closingPolicyOf(db, companyId);
  const { batches, loose } = await cardState(db, companyId, today, policy);
  return {
    company: code,
    rows: batches.map(wireBatch),
    loose: loose.map(({ currency, who, ...gap }) => ({ ...wireGap(gap, currency), currency, who })),
  };
}

function wireBatch(batch: CardBatch) {
  const { processor, currency, on, figures, deposit, settled, gaps, lines, pairs } = batch;
  return {
    processor,
    batch: batch.batch,
    currency,
    on,
    captured: told(figures.captured, currency),
    refunded: told(figures.refunded, currency),
    chargedBack: told(figures.chargedBack, currency),
    fees: told(figures.fees, currency),
    expected: told(figures.expected, currency),
    stated: figures.stated === null ? null : told(figures.stated, currency),
    deposit: deposit && { on: deposit.on, amount: told(deposit.amount, currency) },
    posted: pairs.length,
    captures: lines.filter(({ kind }) => kind === 'payment').length,
    settled,
    gaps: gaps.map((gap) => wireGap(gap, currency)),
  };
}

function wireGap({ kind, side, amount, on, reference }: Gap, currency: string) {
  return { kind, side, amount: told(amount, currency), on, reference };
}
