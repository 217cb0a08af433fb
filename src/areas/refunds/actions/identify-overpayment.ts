/**
 * Notes that a Medicare overpayment is known: 60 days run, an inquiry in good faith rests them
 * (42 CFR 401.305).
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { pauseClock, resumeClock } from '#areas/clocks/index.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { overpaymentClock } from '../rules/medicare-overpayment.ts';
import { foundCredits, openCredits } from '../store/credits.ts';
import {
  type OverpaymentAct,
  actsOfOverpayment,
  insertOverpaymentAct,
} from '../store/overpayments.ts';
import { creditClock } from './end-clocks.ts';
import { moveCreditClock, setCredit } from './set-credit.ts';

export type IdentifyOverpayment = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly identifiedOn: Day;
};

export async function identifyOverpayment(
  context: Context,
  { accountId, itemId, identifiedOn }: IdentifyOverpayment,
): Promise<Outcome<{ creditId: Id }>> {
  await lockAccount(context.tx, accountId);
  const scope = { companies: 'all' as const, accountId, itemIds: [itemId] };
  const [credit] = await openCredits(context.tx, scope);
  if (!credit) return refuse('ledger.no_such_item');
  if (identifiedOn > context.today) return refuse('refunds.given_later', { day: identifiedOn });
  const { reportBy } = overpaymentClock({ identifiedOn });
  const set = await setCredit(context, {
    accountId,
    companyId: credit.companyId,
    pack: 'medicare',
    itemId,
    subject: itemId,
    amount: credit.open,
    aroseOn: identifiedOn,
    dueOn: reportBy ?? identifiedOn,
  });
  if (!set.ok || set.value.creditId === null) return refuse('refunds.pack_off');
  const { creditId } = set.value;
  await insertOverpaymentAct(context, {
    accountId,
    creditId,
    kind: 'identified',
    on: identifiedOn,
  });
  return accept({ creditId });
}

/** An inquiry begins or ends, or a cost report is due: the clock rests, or gets another day. */
export async function noteInquiry(
  context: Context,
  act: OverpaymentAct,
): Promise<
  Outcome<{ suspendedUntil: Day | null; reportBy: Day | null }, 'refunds.no_such_credit'>
> {
  const { accountId, creditId, kind } = act;
  await lockAccount(context.tx, accountId);
  const standing = await foundCredits(context.tx, {
    companies: 'all',
    accountIds: [accountId],
    packs: ['medicare'],
  });
  const credit = standing.find((each) => each.creditId === creditId);
  if (!credit) return refuse('refunds.no_such_credit');
  await insertOverpaymentAct(context, act);
  const acts = await actsOfOverpayment(context.tx, accountId, creditId);
  const latest = (of: OverpaymentAct['kind']): Day | undefined =>
    acts.find((each) => each.kind === of)?.on;
  const clock = overpaymentClock({
    identifiedOn: latest('identified') ?? credit.aroseOn,
    inquiryFrom: latest('inquiry_began'),
    inquiryTo: latest('inquiry_ended'),
    costReportDue: latest('cost_report'),
  });
  const key = creditClock(creditId);
  const { reason } = context;
  if (clock.suspendedUntil !== null) await pauseClock(context, { key, reason });
  else if (kind === 'inquiry_ended') await resumeClock(context, { key, reason });
  if (clock.reportBy !== null) await moveCreditClock(context, credit, clock.reportBy);
  return accept(clock);
}
