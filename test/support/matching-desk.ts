/**
 * Money that the bank reports, in a story: lines come in, become receipts, are matched.
 *
 *     const desk = await deskMatching('2026-06-03');
 *     await desk.bank('2026-06-03', '1450', 'INV I-201 I-203 I-204', { payerName: 'North' });
 *     expect(await desk.match()).toEqual(['posted']);
 */
import type { BankTransaction, Remittance } from '#formats/neutral.ts';
import type { Id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { type Matched, matchReceipts } from '#areas/cash/actions/match-receipts.ts';
import { receiveLines } from '#areas/cash/actions/receive-lines.ts';
import { decidePolicy, proposePolicy } from '#areas/cash/actions/decide-policy.ts';
import {
  type PolicyDocument,
  standardDocument,
} from '#areas/cash/rules/receipts/policy-document.ts';
import { openItemsOf } from '#areas/cash/store/items.ts';
import { money } from '#kernel/money.ts';
import { type BankDesk, deskWithBank, fileOf, line, statementOf } from './bank-files.ts';

export type MatchingDesk = BankDesk & {
  /** The bank reports a line; it is a receipt afterwards. */
  bank(on: string, amount: string, text: string, more?: Partial<BankTransaction>): Promise<void>;
  /** A remittance comes apart from its money. */
  remittance(told: Remittance): Promise<void>;
  /** Matches what waits; how each was decided, in the order of their days. */
  match(): Promise<readonly Matched[]>;
  /** A policy that one person wrote and another approved. */
  policy(told: Partial<PolicyDocument>): Promise<void>;
  /** What is open on an account: `A-1 100.00`, credits with a minus. */
  open(accountId: Id): Promise<string[]>;
};

export async function deskMatching(start: string): Promise<MatchingDesk> {
  const desk = await deskWithBank(start);
  const { companyId } = desk;
  let count = 0;
  const receive = () =>
    desk.done(async (context) => ({ ok: true, value: await receiveLines(context, companyId) }));
  return {
    ...desk,
    async bank(on, amount, text, more = {}) {
      count += 1;
      const told = { externalId: `T${count}`, ...more };
      await desk.takeIn(fileOf(statementOf([line(on, amount, text, told)])));
      await receive();
    },
    async remittance(told) {
      await desk.takeIn({ ...fileOf(), format: 'x12-820', remittances: [told] });
      await receive();
    },
    async match() {
      const wish = { companyId, receiptIds: 'all' } as const;
      return (await desk.done((context) => matchReceipts(context, wish))).matched;
    },
    async policy(told) {
      const [author, approver] = [await desk.member('manager'), await desk.member('controller')];
      const document = { ...standardDocument, ...told };
      const { version } = await desk.done(
        (context) => proposePolicy(context, companyId, document),
        author,
      );
      const wish = { companyId, version, act: 'approved' } as const;
      await desk.done((context) => decidePolicy(context, wish), approver);
    },
    async open(accountId) {
      const items = await openItemsOf(desk.db, [accountId]);
      return items.map(({ number, open, side, currency }) => {
        const amount = formatMoney(money(side === 'debit' ? open : -open, currency));
        return `${number} ${amount}`;
      });
    },
  };
}

/** A remittance that names documents with what is paid on each. */
export function remittanceOf(
  told: Omit<Remittance, 'record' | 'lines' | 'total'>,
  ...rows: readonly (readonly [reference: string, paid: Remittance['total']])[]
): Remittance {
  const lines = rows.map(([reference, paid], index) => ({
    record: index + 1,
    kind: 'invoice' as const,
    reference,
    ...(paid ? { paid } : {}),
    deductions: [],
  }));
  const [first] = lines;
  const minor = lines.reduce((sum, each) => sum + (each.paid?.minor ?? 0n), 0n);
  const code = first?.paid?.currency;
  return { record: 1, ...told, lines, ...(code ? { total: money(minor, code) } : {}) };
}
