/**
 * The file that carries refunds out: one for all payments of a company by one method.
 *
 *   ach     a NACHA file of credits (PPD to persons, CCD to companies)
 *   iban    a pain.001 order of SEPA transfers
 *   check   the register: number, payee, amount, as the printer and the bank's positive pay read it
 *   card    the list of captures that the processor refunds
 *
 * It is made once. What came of a payment stands with the payment, never in another file.
 */
import type { Day } from '#kernel/day.ts';
import { type Money, formatMoney, sum } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { batchOfOrders } from '#formats/nacha/originate.ts';
import { writeNacha } from '#formats/nacha/write.ts';
import { sepaLetters } from '#formats/pain/sepa.ts';
import { writeOrder } from '#formats/pain/write.ts';
import { csvText } from '#formats/csv/write.ts';
import type { PayMethod } from './refund.ts';

export type PayoutPayment = {
  /** The check's number, the trace or the end-to-end id. */
  readonly number: string;
  readonly account: string;
  readonly payeeName: string;
  readonly amount: Money;
  readonly capture: string;
  readonly bank: string;
  readonly bankNumber: string;
  readonly accountType: 'checking' | 'savings';
  readonly isPerson: boolean;
};

export type PayoutHead = {
  readonly on: Day;
  /** The business day on which the bank pays. */
  readonly payOn: Day;
  /** `HHMM`, in the company's zone. */
  readonly time: string;
  readonly company: string;
  /** How many files the company has made today, from 0. */
  readonly fileNo: number;
  /** ACH payments that went out before. */
  readonly firstTrace: number;
  readonly reference: string;
  readonly setting: Readonly<Record<string, string>>;
};

export type PayoutFile = {
  readonly fileName: string;
  readonly text: string;
  readonly total: Money;
};

export type PayoutFileRefusal = 'refunds.file_refused';

export function payoutFile(
  method: PayMethod,
  payments: readonly PayoutPayment[],
  head: PayoutHead,
): Outcome<PayoutFile, PayoutFileRefusal> {
  const [first] = payments;
  if (!first) return refuse('refunds.file_refused', { why: 'ach.empty' });
  const total = sum(
    payments.map(({ amount }) => amount),
    first.amount.currency,
  );
  const name = (ending: string): string =>
    `refunds-${head.company}-${method}-${head.on}-${head.fileNo + 1}.${ending}`;
  if (method === 'ach') return named(name('ach'), nacha(payments, head), total);
  if (method === 'iban') return named(name('xml'), pain(payments, head), total);
  const rows = method === 'check' ? checkRows(payments, head) : cardRows(payments);
  return accept({ fileName: name('csv'), text: csvText(rows), total });
}

function named(
  fileName: string,
  written: Outcome<string>,
  total: Money,
): Outcome<PayoutFile, PayoutFileRefusal> {
  if (written.ok) return accept({ fileName, text: written.value, total });
  const facts = Object.entries(written.facts).map(([fact, value]) => `${fact}: ${value}`);
  return refuse('refunds.file_refused', { why: [written.refusal, ...facts].join(', ') });
}

/** Persons and companies are two batches: their entry classes differ. */
function nacha(payments: readonly PayoutPayment[], head: PayoutHead): Outcome<string> {
  const { setting } = head;
  const origin = setting['bankRouting'] ?? '';
  const persons = payments.filter(({ isPerson }) => isPerson);
  const companies = payments.filter(({ isPerson }) => !isPerson);
  const classes = [
    { sec: 'PPD' as const, of: persons },
    { sec: 'CCD' as const, of: companies },
  ].filter(({ of }) => of.length > 0);
  const batches = classes.map(({ sec, of }, at) =>
    batchOfOrders(
      {
        number: at + 1,
        companyName: (setting['companyName'] ?? head.company).slice(0, 16),
        companyId: setting['companyId'] ?? '',
        sec,
        description: 'REFUND',
        effectiveOn: head.payOn,
        bank: origin.slice(0, 8),
        firstTrace: head.firstTrace + (at === 0 ? 1 : persons.length + 1),
      },
      of.map((payment) => ({
        kind: 'credit',
        of: payment.accountType,
        routing: payment.bank,
        account: payment.bankNumber,
        cents: payment.amount.minor,
        id: payment.account.slice(0, 15),
        name: payment.payeeName.slice(0, 22),
      })),
    ),
  );
  return writeNacha({
    destination: origin,
    destinationName: (setting['bankName'] ?? '').slice(0, 23),
    origin: setting['companyId'] ?? '',
    originName: (setting['companyName'] ?? head.company).slice(0, 23),
    createdOn: head.on,
    createdAt: head.time,
    modifier: String.fromCodePoint(65 + (head.fileNo % 26)),
    reference: head.reference.slice(0, 8),
    batches,
  });
}

function pain(payments: readonly PayoutPayment[], head: PayoutHead): Outcome<string> {
  const { setting } = head;
  const bic = setting['bic'] ?? '';
  const { time } = head;
  return writeOrder({
    kind: 'transfers',
    version: 'pain.001.001.09',
    messageId: head.reference,
    writtenAt: `${head.on}T${time.slice(0, 2)}:${time.slice(2, 4)}:00`,
    initiator: sepaLetters(setting['name'] ?? head.company),
    batches: [
      {
        id: head.reference,
        on: head.payOn,
        own: {
          name: sepaLetters(setting['name'] ?? head.company),
          iban: setting['iban'] ?? '',
          ...(bic === '' ? {} : { bic }),
        },
        payments: payments.map((payment) => ({
          endToEndId: payment.number,
          amount: payment.amount,
          other: {
            name: sepaLetters(payment.payeeName),
            iban: payment.bankNumber,
            ...(payment.bank === '' ? {} : { bic: payment.bank }),
          },
          purpose: { kind: 'text', text: sepaLetters(`Refund ${payment.account}`) },
        })),
      },
    ],
  });
}

function checkRows(payments: readonly PayoutPayment[], { on, setting }: PayoutHead): string[][] {
  return [
    ['check_number', 'issued_on', 'payee', 'amount', 'currency', 'bank_account', 'account', 'act'],
    ...payments.map(({ number, payeeName, amount, account }) => [
      number,
      on,
      payeeName,
      formatMoney(amount),
      amount.currency,
      setting['bankAccount'] ?? '',
      account,
      'issue',
    ]),
  ];
}

function cardRows(payments: readonly PayoutPayment[]): string[][] {
  return [
    ['capture', 'amount', 'currency', 'account', 'refund'],
    ...payments.map(({ capture, amount, account, number }) => [
      capture,
      formatMoney(amount),
      amount.currency,
      account,
      number,
    ]),
  ];
}
