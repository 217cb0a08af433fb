/** Rules about what must be stated: BR-01 … BR-65 of EN 16931-1:2017, 6.4.1. */
import { isNegative } from './figures.ts';
import { textOf } from './words.ts';
import type { TermAdjustment, TermLine, TermPeriod, Terms, TermRule, Text } from './model.ts';

const told = (text: Text): boolean => text !== null;

function rule(id: string, holds: TermRule['holds']): TermRule {
  return { id, text: textOf(id), holds };
}

function everyLine(id: string, holds: (line: TermLine) => boolean): TermRule {
  return rule(id, ({ lines }) => lines.every(holds));
}

const header: readonly TermRule[] = [
  rule('BR-01', (i) => told(i.profile)),
  rule('BR-02', (i) => told(i.number)),
  rule('BR-03', (i) => told(i.issuedOn)),
  rule('BR-04', (i) => told(i.type)),
  rule('BR-05', (i) => told(i.currency)),
  rule('BR-53', (i) => i.taxCurrency === null || told(i.totals.taxAccounting)),
  rule('BR-55', (i) => i.preceding.every(told)),
  rule('BR-52', (i) => i.documents.every(told)),
];

const parties: readonly TermRule[] = [
  rule('BR-06', (i) => told(i.seller.name)),
  rule('BR-07', (i) => told(i.buyer.name)),
  rule('BR-08', (i) => i.seller.hasAddress),
  rule('BR-09', (i) => !i.seller.hasAddress || told(i.seller.country)),
  rule('BR-10', (i) => i.buyer.hasAddress),
  rule('BR-11', (i) => !i.buyer.hasAddress || told(i.buyer.country)),
  rule('BR-17', (i) => i.payee === null || told(i.payee.name)),
  rule('BR-18', (i) => i.representative === null || told(i.representative.name)),
  rule('BR-19', (i) => i.representative === null || i.representative.hasAddress),
  rule('BR-20', (i) => i.representative === null || told(i.representative.country)),
  rule('BR-56', (i) => i.representative === null || told(i.representative.vatId)),
  rule('BR-57', (i) => i.deliverTo === null || told(i.deliverTo.country)),
  rule('BR-62', (i) => i.seller.electronic === null || told(i.seller.electronic.scheme)),
  rule('BR-63', (i) => i.buyer.electronic === null || told(i.buyer.electronic.scheme)),
];

const totals: readonly TermRule[] = [
  rule('BR-12', (i) => told(i.totals.lines)),
  rule('BR-13', (i) => told(i.totals.net)),
  rule('BR-14', (i) => told(i.totals.gross)),
  rule('BR-15', (i) => told(i.totals.payable)),
  rule('BR-16', (i) => i.lines.length > 0),
];

const lines: readonly TermRule[] = [
  everyLine('BR-21', (l) => told(l.id)),
  everyLine('BR-22', (l) => told(l.quantity)),
  everyLine('BR-23', (l) => told(l.unit)),
  everyLine('BR-24', (l) => told(l.net)),
  everyLine('BR-25', (l) => told(l.name)),
  everyLine('BR-26', (l) => told(l.price)),
  everyLine('BR-27', (l) => !isNegative(l.price)),
  everyLine('BR-28', (l) => !isNegative(l.grossPrice)),
  everyLine('BR-54', (l) => l.attributes.every(({ name, value }) => told(name) && told(value))),
  everyLine('BR-64', (l) => l.standardId === null || told(l.standardId.scheme)),
  everyLine('BR-65', (l) => l.classes.every(({ scheme }) => told(scheme))),
];

/** Days of one file are written alike, so that they compare as text. */
function inOrder(period: TermPeriod | null): boolean {
  if (period === null) return true;
  const { start, end } = period;
  return start === null || end === null || end >= start;
}

const periods: readonly TermRule[] = [
  rule('BR-29', (i) => inOrder(i.period)),
  everyLine('BR-30', (l) => inOrder(l.period)),
];

const reasoned = ({ reason, code }: TermAdjustment): boolean => told(reason) || told(code);

const adjustments: readonly TermRule[] = [
  rule('BR-31', (i) => i.allowances.every(({ amount }) => told(amount))),
  rule('BR-32', (i) => i.allowances.every(({ category }) => told(category))),
  rule('BR-33', (i) => i.allowances.every(reasoned)),
  rule('BR-36', (i) => i.charges.every(({ amount }) => told(amount))),
  rule('BR-37', (i) => i.charges.every(({ category }) => told(category))),
  rule('BR-38', (i) => i.charges.every(reasoned)),
  everyLine('BR-41', (l) => l.allowances.every(({ amount }) => told(amount))),
  everyLine('BR-42', (l) => l.allowances.every(reasoned)),
  everyLine('BR-43', (l) => l.charges.every(({ amount }) => told(amount))),
  everyLine('BR-44', (l) => l.charges.every(reasoned)),
];

const taxes: readonly TermRule[] = [
  rule('BR-45', (i) => i.taxes.every(({ basis }) => told(basis))),
  rule('BR-46', (i) => i.taxes.every(({ tax }) => told(tax))),
  rule('BR-47', (i) => i.taxes.every(({ category }) => told(category))),
  rule('BR-48', (i) => i.taxes.every(({ category, rate }) => category === 'O' || told(rate))),
];

/** UNTDID 4461: credit transfers, also those within SEPA. */
const transfers: ReadonlySet<Text> = new Set(['30', '58']);

const payments: readonly TermRule[] = [
  rule('BR-49', (i) => i.payments.every(({ code }) => told(code))),
  rule('BR-50', (i) => i.payments.every(({ accounts }) => accounts.every(told))),
  rule('BR-51', (i) =>
    i.payments.every(({ card }) => (card?.replaceAll(/\D/gu, '').length ?? 0) <= 10),
  ),
  rule('BR-61', (i: Terms) =>
    i.payments.every(({ code, accounts }) => !transfers.has(code) || accounts.some(told)),
  ),
];

/** What must be stated, in the order of the groups of the standard. */
export const statedRules: readonly TermRule[] = [
  ...header,
  ...parties,
  ...totals,
  ...lines,
  ...periods,
  ...adjustments,
  ...taxes,
  ...payments,
];
