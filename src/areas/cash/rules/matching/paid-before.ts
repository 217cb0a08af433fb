/**
 * Money that pays nothing that is open: a payment made twice, a payment ahead, an amount that
 * nothing explains. It stays on the payer's account.
 *
 * A duplicate is never laid on another invoice that happens to have its amount (case P-15).
 */
import { type Case, type Explanation } from './case.ts';
import { explanation } from './explanation.ts';
import { type EarlierReceipt, type ReceiptToDecide, type Reason } from './model.ts';
import { paidMentions } from './named.ts';
import { type Scope } from './references.ts';
import { packed } from './text.ts';

/** Everything that would leave the whole amount on account, the best explained first. */
export function explainOnAccount(c: Case, scope: Scope): Explanation[] {
  return [...repeated(c), ...citesPaid(c, scope), ...ahead(c), ...unexplained(c)];
}

/**
 * Is an item of just this amount claimed by another receipt, other than the one it repeats?
 * Then one of the two readings is wrong, and nobody knows which.
 */
export function isContested(c: Case): boolean {
  const twin = earlierTwin(c);
  return c.open.some(
    ({ openMinor, claimedBy }) =>
      openMinor === c.amount && claimedBy !== null && claimedBy !== twin?.id,
  );
}

/** An earlier receipt of the same payer and amount that said the same. */
export function earlierTwin(c: Case): EarlierReceipt | null {
  const { currency } = c.receipt;
  const same = (c.book.earlierByAmount.get(c.amount) ?? []).filter(
    ({ receipt }) => receipt.currency === currency && samePayer(receipt, c.receipt),
  );
  const said = packed(c.receipt.text);
  return same.findLast(({ receipt }) => packed(receipt.text) === said) ?? same.at(-1) ?? null;
}

function repeated(c: Case): Explanation[] {
  const twin = earlierTwin(c);
  if (!twin || twin.accountId === null) return [];
  const said = packed(twin.receipt.text) === packed(c.receipt.text);
  const numbers = c.mentions.length > 0;
  const marks = [
    'whole:repeated',
    `twin:${said ? 'same_words' : 'other_words'}`,
    `numbers:${numbers ? 'yes' : 'no'}`,
    `twin_on:${twin.receipt.valueOn === c.receipt.valueOn ? 'same_day' : 'earlier'}`,
  ];
  const facts = { receipt: twin.id, on: twin.receipt.valueOn };
  return [onAccount(c, marks, [{ kind: 'duplicate', facts }], twin.accountId)];
}

export function samePayer(a: ReceiptToDecide, b: ReceiptToDecide): boolean {
  if (a.payerAccount !== '' && b.payerAccount !== '') return a.payerAccount === b.payerAccount;
  const [one, other] = [packed(a.payerName), packed(b.payerName)];
  if (one === '' || other === '') return false;
  return one.startsWith(other) || other.startsWith(one);
}

/** Every number that it names was paid before the line came. */
function citesPaid(c: Case, scope: Scope): Explanation[] {
  const paid = paidMentions(c, scope).flatMap((slot) => slot.paid);
  const [first] = paid;
  if (!first || earlierTwin(c)) return [];
  const facts = { number: first.number };
  const marks = ['whole:cites_paid'];
  return [onAccount(c, marks, [{ kind: 'duplicate', facts }], first.accountId)];
}

/** A deposit, a retainer, a payment ahead: the payer says so. */
function ahead(c: Case): Explanation[] {
  const said = c.receipt.text.toUpperCase();
  const word = c.policy.onAccountWords.find((each) => said.includes(each));
  if (word === undefined || c.mentions.length > 0) return [];
  const reasons: Reason[] = [{ kind: 'on_account_words', facts: { word } }];
  return c.payers.candidates
    .slice(0, 3)
    .map(({ accountId }) => onAccount(c, ['whole:ahead'], reasons, accountId));
}

function unexplained(c: Case): Explanation[] {
  const [payer] = c.payers.candidates;
  if (!payer) return [];
  const round = c.amount % 100n === 0n ? 'round' : 'odd';
  return [onAccount(c, ['whole:unexplained', `cents:${round}`], [], payer.accountId)];
}

function onAccount(
  c: Case,
  marks: readonly string[],
  reasons: readonly Reason[],
  payerId: string,
): Explanation {
  const laid = { allocations: [], onAccountMinor: c.amount, reasons };
  const rests = marks[0] === 'whole:unexplained' ? 'nothing' : 'paid_before';
  return explanation(c, laid, marks, marks[0] === 'whole:ahead' ? 'words' : rests, payerId);
}
