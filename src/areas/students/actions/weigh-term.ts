/** Computes the Title IV balance of a term anew and hands it to the refunds, whose clock it is. */
import type { Id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Day } from '#kernel/day.ts';
import type { Context } from '#platform/action.ts';
import { baseCurrencyOf } from '#areas/customers/index.ts';
import { companyOf } from '#areas/ledger/index.ts';
import { setCredit } from '#areas/refunds/index.ts';
import { calendarOf } from '#areas/team/index.ts';
import { balanceOf, payTitleIvBy } from '../rules/title-iv.ts';
import { type Term, aidOf, chargesOf } from '../store/terms.ts';

/** `restartOn`: the day of the return's calculation, from which the law counts anew. */
export async function weighTerm(
  context: Context,
  term: Term,
  restartOn?: Day,
): Promise<Outcome<{ creditId: Id | null }, never>> {
  const { tx } = context;
  const { accountId } = term;
  const companyId = (await companyOf(tx, accountId)) ?? accountId;
  const currency = await baseCurrencyOf(tx, companyId);
  const charges = await chargesOf(tx, accountId, term.term);
  const aid = await aidOf(tx, accountId, term.term);
  const { titleIv, aroseOn } = balanceOf(
    charges.map(({ kind, authorised, amount, on }) => ({
      kind,
      authorised,
      minor: amount.minor,
      on,
    })),
    aid
      .filter(({ state }) => state === 'disbursed')
      .map(({ programme, amount, on }) => {
        return { isTitleIv: programme !== 'other', minor: amount.minor, on };
      }),
    currency,
  );
  const from = restartOn ?? aroseOn ?? context.today;
  const isPlus = aid.some(({ programme }) => programme === 'plusParent');
  return setCredit(context, {
    accountId,
    companyId,
    pack: 'title_iv',
    itemId: null,
    subject: term.term,
    amount: money(titleIv.minor, currency),
    aroseOn: from,
    dueOn: payTitleIvBy(from, term.classesFrom, await calendarOf(tx, companyId)),
    facts: { term: term.term, payee: isPlus ? 'parent' : 'customer', parent: term.parentName },
    ...(restartOn === undefined
      ? {}
      : { restart: true, citation: '34 CFR 668.164(h)(2), 668.22(a)' }),
  });
}
