/**
 * The agreement of a payment plan as a tagged PDF, the same bytes for the same plan and version.
 *
 * Before it is signed it is made from the plan; what was signed is answered as it was kept.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Day } from '#kernel/day.ts';
import { type Money, isPositive, sum } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { writtenAmount, writtenDay, writtenMoney, writtenNumber } from '#kernel/written.ts';
import { renderPdf } from '#platform/pdf/typst.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { copyDuty } from '../rules/plans/plan-law.ts';
import { debtorOf } from '../store/plans/drawing.ts';
import type { StoredPlan } from '../store/plans/plans.ts';
import { type CoveredDocument, documentsOf } from '../store/plans/record.ts';
import type { PlanDocument } from '../store/plans/signing.ts';
import { agreementWords } from '../words/agreement.ts';
import { disclosedOf } from './plans.ts';

const template = path.join(import.meta.dirname, 'agreement.typ');

/** The agreement in every language, with the fingerprint of each. */
export async function agreementDocuments(
  db: Queries,
  plan: StoredPlan,
  today: Day,
): Promise<PlanDocument[]> {
  const documents: PlanDocument[] = [];
  for (const language of ['en', 'es'] as const) {
    const content = await agreementPdf(db, plan, language, today);
    const sha256 = createHash('sha256').update(content).digest('hex');
    documents.push({ language, sha256, content });
  }
  return documents;
}

export async function agreementPdf(
  db: Queries,
  plan: StoredPlan,
  language: Language,
  today: Day,
): Promise<Uint8Array> {
  const { accountId, planId } = plan;
  const debtor = await debtorOf(db, accountId);
  const items = (await documentsOf(db, accountId, planId)).filter(({ kind }) => kind === 'debt');
  const { company = '', name = '', account = '' } = debtor ?? {};
  return renderPdf(template, laidOut({ plan, items, company, name, account, language, today }));
}

type Agreement = {
  readonly plan: StoredPlan;
  readonly items: readonly CoveredDocument[];
  readonly company: string;
  readonly name: string;
  readonly account: string;
  readonly language: Language;
  readonly today: Day;
};

function laidOut(agreement: Agreement) {
  const { plan, items, company, name, account, language } = agreement;
  const t = (key: keyof typeof agreementWords): string => agreementWords[key][language];
  const amount = (of: Money): string => writtenMoney(of, language);
  return {
    language,
    title: t('title'),
    parties: [
      [t('creditor'), company],
      [t('customer'), name],
      [t('account'), account],
      [t('agreed_with'), plan.offeredTo],
      [t('made_on'), writtenDay(plan.madeOn, language)],
      [t('version'), String(plan.version)],
    ],
    coversTitle: t('covers'),
    coversHeads: [t('document'), t('due'), t('amount')],
    covers: items.map((item) => [
      item.document,
      writtenDay(item.dueOn, language),
      amount(item.covered),
    ]),
    ...figuresOf(agreement, t, amount),
    scheduleTitle: t('schedule'),
    scheduleHeads: [t('no'), t('due'), t('amount')],
    schedule: plan.installments.map((each) => [
      each.no === 0 ? t('down') : String(each.no),
      writtenDay(each.dueOn, language),
      amount(each.amount),
    ]),
    termsTitle: t('terms'),
    terms: termsOf(agreement, t),
    signs: [t('sign_customer'), t('sign_creditor')],
  };
}

type Say = (key: keyof typeof agreementWords) => string;

function figuresOf({ plan, language }: Agreement, t: Say, amount: (of: Money) => string) {
  const told = disclosedOf(plan);
  const { currency } = plan;
  const text = (decimal: string): string => writtenAmount(decimal, currency, language);
  const interest = sum(
    plan.installments.map((each) => each.interest),
    currency,
  );
  return {
    figuresTitle: t('figures'),
    figuresWhy: told.reason === null ? null : t(`why_${told.reason}`),
    figures: [
      ...(isPositive(plan.down) ? [[t('down'), amount(plan.down)]] : []),
      [t('amount_financed'), text(told.amountFinanced)],
      ...(isPositive(plan.fee) ? [[t('fee'), amount(plan.fee)]] : []),
      ...(isPositive(interest) ? [[t('interest'), amount(interest)]] : []),
      [t('finance_charge'), text(told.financeCharge)],
      [t('apr'), `${writtenNumber(told.aprPct, language)} %`],
      [t('total_of_payments'), text(told.totalOfPayments)],
      ...(isPositive(plan.down) ? [[t('total_paid'), text(told.totalPaid)]] : []),
    ],
  };
}

function termsOf({ plan, language, today }: Agreement, t: Say): string[] {
  const { graceDays, defaultAfterMissed, cureDays } = plan.terms;
  const { sendBy } = copyDuty(plan.stateCode, plan.signedOn ?? today);
  const copy = plan.isBusiness || sendBy === null ? [] : [t('term_copy')];
  const said = [
    t('term_standing'),
    t('term_grace').replace('{days}', String(graceDays)),
    t('term_default')
      .replace('{count}', String(defaultAfterMissed))
      .replace('{days}', String(cureDays)),
    t('term_prepay'),
    t('term_late'),
    t('term_security'),
    t('term_autopay'),
    ...(plan.isBusiness ? [] : [t('term_time')]),
  ];
  const day = sendBy === null ? '' : writtenDay(sendBy, language);
  return [...said, ...copy.map((text) => text.replace('{day}', day))];
}
