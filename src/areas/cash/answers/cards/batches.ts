/** Card batches as the wire tells them: amounts as decimal text. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { cards } from '../../contract/cards.ts';
import type { Gap } from '../../rules/cards/batch.ts';
import { type CardBatch, cardState } from '../../store/cards/batches.ts';
import { type BackReceipt, receiptsOfChargebacks } from '../../store/cards/chargebacks.ts';
import { closingPolicyOf } from '../../store/closing/policy.ts';
import { told } from '../closing/day.ts';

export async function readCards(
  db: Queries,
  { companyId, code }: { readonly companyId: Id; readonly code: string },
  today: Day,
): Promise<AnswerOf<typeof cards>> {
  const policy = await closingPolicyOf(db, companyId);
  const { batches, loose } = await cardState(db, companyId, today, policy);
  const lines = batches.flatMap((batch) => batch.lines);
  const back = await receiptsOfChargebacks(db, companyId, lines);
  return {
    company: code,
    rows: batches.map((batch) => wireBatch(batch, back)),
    loose: loose.map(({ currency, who, ...gap }) => ({ ...wireGap(gap, currency), currency, who })),
  };
}

function wireBatch(batch: CardBatch, back: ReadonlyMap<Id, BackReceipt>) {
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
    gaps: gaps.flatMap((gap) => {
      const receipt = (gap.id && gap.kind === 'chargeback' && back.get(gap.id)) || null;
      // What went back already keeps nothing apart any more.
      if (receipt?.state === 'returned') return [];
      return [{ ...wireGap(gap, currency), receipt: receipt && wireBack(receipt) }];
    }),
  };
}

function wireGap({ kind, side, amount, on, reference }: Gap, currency: string) {
  return { kind, side, amount: told(amount, currency), on, reference };
}

function wireBack({ receiptId, who, state, receivedOn }: BackReceipt) {
  return { receiptId, who, state, receivedOn };
}
