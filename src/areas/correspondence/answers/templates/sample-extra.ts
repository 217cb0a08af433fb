/** What a preview says of a promise, a dispute or a payment that the account does not have. */
import { type Day, plusDays } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import type { TemplateExtra } from '../../rules/templates/scope.ts';

/** Plain examples; the account's own items and totals stay its own. */
export function sampleExtra(today: Day): TemplateExtra {
  const amount = money(25_000n, 'USD');
  return {
    charges: { interest: money(1_775n, 'USD'), fees: money(2_500n, 'USD') },
    replyBy: plusDays(today, 10),
    promise: { amount, dueOn: plusDays(today, 7) },
    dispute: { number: 'INV-1004', reason: 'price' },
    payment: { amount, on: plusDays(today, -3), reference: '10457' },
    complaint: { subject: 'A late delivery', receivedOn: plusDays(today, -2), words: 'Thank you.' },
    credit: {
      act: 'We do not extend the limit that was asked for.',
      on: plusDays(today, -2),
      reasons: 'The debts exceed the limit.',
    },
    paper: {
      on: today,
      balances: [amount],
      enclosed: [{ number: 'INV-1004', amounts: [amount] }],
    },
    agreed: [{ amounts: [amount], dueOn: plusDays(today, 7) }],
    contested: [money(4_000n, 'USD')],
    documents: ['INV-1004'],
    sender: { name: 'Ann Lee', phone: '212-555-0100' },
  };
}
