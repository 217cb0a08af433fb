/** The variances of a company as they are shown: what misstates a balance first, the largest. */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { WireVariance } from '../../contract/variances.ts';
import { matchingPolicy } from '../../rules/receipts/policy-document.ts';
import { announcedOf } from '../../rules/variances/announced.ts';
import { misappliedOf } from '../../rules/variances/misapplied.ts';
import { residualsOf, unidentifiedOf } from '../../rules/variances/residuals.ts';
import { type Cause, type Fix, type Variance, causes } from '../../rules/variances/variance.ts';
import { policyInForce } from '../../store/policies.ts';
import {
  accountNames,
  creditsOf,
  openDebitsOf,
  restsOf,
  silentAdvices,
  strayReceipts,
} from '../../store/variances.ts';
import { words } from '../../words.ts';
import { told } from '../closing/day.ts';

/** Payments that found their items, and advices, longer ago are no longer doubted, in days. */
const doubted = 180;

export type VarianceList = {
  readonly rows: readonly WireVariance[];
  /** Of every cause that there is, whichever is shown. */
  readonly causes: { readonly cause: Cause; readonly count: number }[];
};

type Asked = {
  readonly companyId: Id;
  readonly today: Day;
  readonly cause: Cause | undefined;
  readonly language: Language;
};

export async function readVariances(db: Queries, asked: Asked): Promise<VarianceList> {
  const found = await variancesOf(db, asked.companyId, asked.today);
  const counted = Map.groupBy(found, ({ cause }) => cause);
  const shown = found.filter(({ cause }) => asked.cause === undefined || cause === asked.cause);
  const ids = shown.flatMap(({ accountId }) => accountId ?? []);
  const names = await accountNames(db, [...new Set(ids)]);
  return {
    rows: shown.map((each) => wireVariance(each, names, asked.language)),
    causes: causes.flatMap((cause) => {
      const count = counted.get(cause)?.length ?? 0;
      return count === 0 ? [] : [{ cause, count }];
    }),
  };
}

async function variancesOf(db: Queries, companyId: Id, today: Day): Promise<Variance[]> {
  const from = plusDays(today, -doubted);
  const [debits, credits, rests, strays, advices, { document, version }] = await Promise.all([
    openDebitsOf(db, companyId),
    creditsOf(db, companyId, from),
    restsOf(db, companyId),
    strayReceipts(db, companyId),
    silentAdvices(db, companyId, from),
    policyInForce(db, companyId),
  ]);
  return [
    ...misappliedOf(credits, debits, today),
    ...residualsOf(rests, matchingPolicy(document, version)),
    ...unidentifiedOf(strays),
    ...announcedOf(advices, debits, today),
  ].toSorted(
    (a, b) =>
      causes.indexOf(a.cause) - causes.indexOf(b.cause) ||
      Number(b.amountMinor > a.amountMinor) - Number(b.amountMinor < a.amountMinor) ||
      keyOf(a).localeCompare(keyOf(b)),
  );
}

/** What tells one variance from another, and is the same at the next reading. */
function keyOf({ cause, receiptId, accountId, payer, document, other, fix }: Variance): string {
  const money = fix && 'creditItemId' in fix ? fix.creditItemId : '';
  return [cause, receiptId ?? accountId ?? '', payer, money, document, other].join(' ');
}

function wireVariance(
  each: Variance,
  names: Awaited<ReturnType<typeof accountNames>>,
  language: Language,
): WireVariance {
  const { cause, accountId, receiptId, payer, currency, on, document, other } = each;
  const amount = told(each.amountMinor, currency);
  const named = accountId === null ? undefined : names.get(accountId);
  const who = payer === '' ? say(words, 'cash.payer_unnamed', {}, language) : payer;
  const facts = { payer: who, document, other, amount, currency };
  const why = say(words, `cash.variance_${cause}`, facts, language);
  return {
    key: keyOf(each),
    cause,
    account: accountId !== null && named ? { accountId, ...named } : null,
    receiptId,
    payer,
    amount,
    currency,
    on,
    why: why.charAt(0).toUpperCase() + why.slice(1),
    fix: each.fix && wireFix(each.fix),
  };
}

function wireFix(fix: Fix): WireVariance['fix'] {
  const none = { creditItemId: null, offItemId: null, toItemId: null, toAccountId: null };
  switch (fix.kind) {
    case 'move':
    case 'transfer':
    case 'apply': {
      const { amountMinor: _, ...rest } = { amountMinor: 0n, ...fix };
      return { ...none, ...rest };
    }
    case 'refund':
      return { ...none, kind: fix.kind, creditItemId: fix.creditItemId };
    case 'write_off':
      return { ...none, kind: fix.kind, toItemId: fix.itemId };
    case 'back_on_desk':
    case 'match':
      return { ...none, kind: fix.kind };
  }
}
