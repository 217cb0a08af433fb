/**
 * What makes two lines of two files the same movement of our account.
 *
 *   the bank's own id, where it gives one ──┐
 *   else day, amount and what is said ──────┴──▶ identity ──▶ + which of the equal ones
 *
 * An id decides although amount and day differ: a pending payment keeps its id when it is
 * booked. Traces of ACH are given anew each day, so that their day belongs to them. Where there
 * is no id, only what banks repeat letter by letter counts; a value day, which the first report
 * of a day often leaves out, does not.
 */
import type { BankTransaction, Remittance, SettlementLine } from '#formats/neutral.ts';
import type { Money } from '#kernel/money.ts';

/** The text of a line's identity; equal texts mean equal lines. */
export function lineIdentity(line: BankTransaction, format: string): string {
  const { externalId } = line;
  if (externalId !== undefined && externalId.trim() !== '') {
    return join(['id', externalId.trim(), format === 'ach' ? line.bookedOn : '']);
  }
  const said = squeeze(line.text);
  return join([
    'said',
    line.bookedOn,
    amountText(line.amount),
    line.code ?? '',
    line.checkNumber ?? '',
    squeeze(line.payerAccount ?? ''),
    said === '' ? join([line.payerName ?? '', ...line.references]) : said,
  ]);
}

/** The text of a remittance's identity: everything that it says. */
export function remittanceIdentity(remittance: Remittance): string {
  const { payerName, payerId, paymentReference, paidOn, total, lines } = remittance;
  return join([
    squeeze(payerName ?? ''),
    payerId ?? '',
    paymentReference ?? '',
    paidOn ?? '',
    amountText(total),
    ...lines.map((line) =>
      join([
        line.kind,
        line.reference,
        amountText(line.paid),
        amountText(line.gross),
        amountText(line.discount),
        ...line.deductions.map(({ amount, reason }) => `${amountText(amount)} ${reason}`),
      ]),
    ),
  ]);
}

/** The text of a settlement line's identity: processors give one id to a payment and its fee. */
export function settlementIdentity(line: SettlementLine, processor: string): string {
  const { kind, id, gross, fee, net, on } = line;
  const amounts = [gross, fee, net].map(amountText);
  return join([processor, kind, id, ...amounts, id === '' ? join([on, line.reference]) : '']);
}

function amountText(amount: Money | undefined): string {
  return amount ? `${amount.minor}${amount.currency}` : '';
}

/** Banks change blanks and case between the reports of one day. */
function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toUpperCase();
}

/** Parts that cannot run into each other. */
function join(parts: readonly string[]): string {
  return parts.map((part) => part.replaceAll('|', '||')).join(' | ');
}
