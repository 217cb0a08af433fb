/**
 * Payment plans at the invented desk: one that is kept and falls due today, one that is late, one
 * that broke and can still be mended. Each covers debts that nothing else in the story pays.
 */
import { plusDays } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import type { Id } from '#kernel/ids.ts';
import { zero } from '#kernel/money.ts';
import { offerPlan } from '#areas/promises/actions/plans/offer-plan.ts';
import { signPlan } from '#areas/promises/actions/plans/sign-plan.ts';
import { agreementDocuments } from '#areas/promises/answers/agreement.ts';
import type { Frequency } from '#areas/promises/rules/plans/draft.ts';
import { standardPlanPolicy } from '#areas/promises/rules/plans/policy.ts';
import { planOf } from '#areas/promises/store/plans/plans.ts';
import type { Desk } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { usd } from './demo-book.ts';
import { type Cast, type LateAccount, silentAccounts } from './demo-cast.ts';
import { act } from './demo-desk.ts';
import { type OpenItem, openDebts, paid } from './demo-money.ts';

type Told = {
  readonly language: 'en' | 'es';
  readonly frequency: Frequency;
  readonly count: number;
  /** Days from the signature to the first instalment. */
  readonly firstIn: number;
  readonly note: string;
};

/** Two weeks went by without money: it broke, and is mended if they pay within days. */
export function agreeToBreak(then: Desk, cast: Cast): Promise<void> {
  const note = 'Ocho pagos por semana; la dueña firmó en la oficina.';
  return agree(then, cast, {
    language: 'es',
    frequency: 'weekly',
    count: 8,
    firstIn: 7,
    note,
  });
}

/** The first instalment has been missed beyond its days of grace. */
export function agreeToBeLate(then: Desk, cast: Cast): Promise<void> {
  const note = 'Asked for five months after their line of credit was cut.';
  return agree(then, cast, { language: 'en', frequency: 'monthly', count: 5, firstIn: 6, note });
}

/** The first instalment is due on the day on which the story ends. */
export function agreeForToday(then: Desk, cast: Cast): Promise<void> {
  const note = 'Every second Friday, when their own customers pay.';
  return agree(then, cast, { language: 'en', frequency: 'biweekly', count: 4, firstIn: 9, note });
}

async function agree(then: Desk, cast: Cast, told: Told): Promise<void> {
  const found = await someoneLate(then, cast, told.language);
  if (!found) return;
  const { account, debts } = found;
  const { accountId, ownerId: by, contact } = account;
  const name = contact ?? 'Accounts payable';
  const { frequency, count, firstIn, note } = told;
  const offering = { action: 'promises.offer_plan', by, reason: note };
  const { planId } = await act(then, offering, (context) =>
    offerPlan(
      context,
      {
        accountId,
        currency: usd,
        itemIds: debts.map(({ itemId }) => itemId),
        down: zero(usd),
        fee: zero(usd),
        aprPct: decimal('0'),
        frequency,
        count,
        firstOn: plusDays(context.today, firstIn),
        days: [],
        edits: [],
        party: null,
        offeredTo: name,
        note,
      },
      standardPlanPolicy,
    ),
  );
  await sign(then, account, { planId, name });
  for (const debt of debts) paid(cast, debt, debt.open);
}

/** Signed at the screen, over the very documents that a customer would be shown. */
async function sign(
  then: Desk,
  { accountId, ownerId: by, language }: LateAccount,
  { planId, name }: { readonly planId: Id; readonly name: string },
): Promise<void> {
  const plan = await planOf(then.db, accountId, planId);
  if (!plan) throw new Error('a plan of the story was not offered');
  const documents = await agreementDocuments(then.db, plan, then.clock.today());
  const sha256 = documents.find((each) => each.language === language)?.sha256 ?? '';
  const from = { ip: '203.0.113.20', userAgent: 'the invented company', copy: null };
  const signature = { how: 'typed', name, language, sha256, ...from } as const;
  const signing = { action: 'promises.sign_plan', by, reason: `signed by ${name}` };
  await act(then, signing, (context) =>
    signPlan(context, { accountId, planId, version: plan.version, documents, signature }),
  );
}

/** Of those who sent no money, one in the middle with a debt that stays open for good. */
export async function someoneLate(
  then: Desk,
  cast: Cast,
  language?: Told['language'],
): Promise<{ account: LateAccount; debts: readonly OpenItem[] } | undefined> {
  const found = [];
  const barred = await barredAccounts(then);
  for (const account of await silentAccounts(then, cast)) {
    const { accountId, currency, language: speaks } = account;
    if (currency !== usd || (language && speaks !== language) || barred.has(accountId)) continue;
    const debts = (await openDebts(then, cast, accountId)).filter(({ isWhole }) => isWhole);
    if (debts.length > 0) found.push({ account, debts });
  }
  return found[Math.floor(found.length / 2)];
}

/** Whom another desk or the law has, and who is on a plan already. */
export async function barredAccounts({ db }: Desk): Promise<ReadonlySet<string>> {
  const rows = await db.all(sql<{ account_id: string }>`
    select account_id
      from customers.account_now
     where status <> 'open'
     union
    select account_id
      from promises.plan_card`);
  return new Set(rows.map(({ account_id }) => account_id));
}
