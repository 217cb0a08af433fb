/**
 * Looks at the open credits of accounts with the eyes of each rule pack that is on: a clock starts
 * where one asks for something, and ends where nothing is left.
 *
 * Title IV and Medicare are not found here: their balances are computed by who knows the aid and
 * the claims. What is looked at every night is only what a law of these packs may bind.
 */
import { type Day, later } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { calendarOf } from '#areas/team/index.ts';
import type { BusinessCalendar } from '#areas/team/rules/calendar.ts';
import { refundDue } from '../rules/consumer-credit.ts';
import type { PackId } from '../rules/packs.ts';
import { unclaimedStatus } from '../rules/unclaimed.ts';
import { type Bound, boundCredits } from '../store/bound-credits.ts';
import { foundCredits } from '../store/credits.ts';
import { enabledPacks } from '../store/packs.ts';
import { setCredit } from './set-credit.ts';

const looked: readonly PackId[] = ['regz_open', 'regz_closed', 'unclaimed_dc'];

/** `all`: every account whose credits a pack may bind. */
export async function findCredits(
  context: Context,
  accountIds: readonly Id[] | 'all',
): Promise<Outcome<{ found: number }, never>> {
  const { tx } = context;
  const on = await enabledPacks(tx);
  const packs = looked.filter((pack) => on.has(pack));
  const credits = packs.length === 0 ? [] : await boundCredits(tx, accountIds);
  const calendars = new Map<Id, BusinessCalendar>();
  let found = 0;
  const seen = new Set<string>();
  for (const credit of credits) {
    const known = calendars.get(credit.companyId);
    const calendar = known ?? (await calendarOf(tx, credit.companyId));
    calendars.set(credit.companyId, calendar);
    for (const { pack, dueOn, facts } of packs.flatMap((each) => asks(each, credit, calendar))) {
      const subject = credit.itemId;
      seen.add(`${pack} ${subject}`);
      await setCredit(context, { ...credit, pack, subject, dueOn, facts });
      found += 1;
    }
  }
  await endOthers(context, accountIds, seen);
  return accept({ found });
}

type Asked = {
  readonly pack: PackId;
  readonly dueOn: Day;
  readonly facts: Readonly<Record<string, string>>;
};

/** What one pack asks of one credit; nothing where it does not bind. */
function asks(pack: PackId, credit: Bound, calendar: BusinessCalendar): Asked[] {
  if (pack === 'unclaimed_dc') return asksDc(credit);
  if (!credit.isConsumer) return [];
  const isOpenEnd = pack === 'regz_open';
  const { refundBy, rule } = refundDue(
    {
      isOpenEnd,
      balance: credit.amount,
      createdOn: credit.aroseOn,
      requestedInWritingOn: credit.requestedOn,
    },
    calendar,
  );
  return refundBy === null ? [] : [{ pack, dueOn: refundBy, facts: { rule } }];
}

function asksDc({ state, aroseOn, lastContactOn, amount }: Bound): Asked[] {
  if (state !== 'DC') return [];
  const status = unclaimedStatus({
    state,
    type: 'customer_credit',
    aroseOn,
    lastContactOn,
    amount,
  });
  if (!status.ok || status.value.routeTo !== 'state') return [];
  const { dormantOn, reportBefore, noticeWindow, isNoticeRequired } = status.value;
  const [noticeFrom, noticeTo] = noticeWindow;
  const since = lastContactOn === undefined ? aroseOn : later(aroseOn, lastContactOn);
  const letter = isNoticeRequired ? 'yes' : 'no';
  const facts = { dormantOn, reportBefore, noticeFrom, noticeTo, since, letter };
  return [{ pack: 'unclaimed_dc', dueOn: dormantOn, facts }];
}

/** Credits that were found before and are used up, moved away or bound no longer. */
async function endOthers(
  context: Context,
  accountIds: readonly Id[] | 'all',
  seen: ReadonlySet<string>,
): Promise<void> {
  const standing = await foundCredits(context.tx, {
    companies: 'all',
    packs: looked,
    ...(accountIds === 'all' ? {} : { accountIds }),
  });
  for (const credit of standing) {
    const { pack, subject } = credit;
    const isLooked = looked.find((each) => each === pack);
    if (isLooked === undefined || seen.has(`${pack} ${subject}`)) continue;
    await setCredit(context, {
      ...credit,
      pack: isLooked,
      amount: { minor: 0n, currency: credit.amount.currency },
    });
  }
}
