/** Rules that hold fields against each other: BR-CO-* and BR-DEC-* of EN 16931-1:2017, 6.4.2. */
import { addDecimals } from '#kernel/decimal.ts';
import { equals, isFine, isNear, isPositive, minus, percentOf, sumOf } from './figures.ts';
import { textOf } from './words.ts';
import type { TermParty, TermPeriod, Terms, TermRule, Text } from './model.ts';

/** Two letters of a country in front of every VAT number; Greece writes EL. */
function hasCountry(party: TermParty | null): boolean {
  return party === null || party.vatId === null || /^[A-Z]{2}/u.test(party.vatId.trim());
}

function used(period: TermPeriod | null): boolean {
  return period === null || period.start !== null || period.end !== null;
}

/** Where both sides are stated they must agree; what must be stated is another rule's. */
function judged(found: Text, holds: (stated: Text) => boolean): boolean {
  return found === null || holds(found);
}

const amounts = (parts: readonly { readonly amount: Text }[]): Text[] =>
  parts.map(({ amount }) => amount);

const whole: readonly Omit<TermRule, 'text'>[] = [
  {
    id: 'BR-CO-03',
    holds: ({ taxPointOn, taxPointCode }) => taxPointOn === null || taxPointCode === null,
  },
  {
    id: 'BR-CO-04',
    holds: ({ lines }) => lines.every(({ category }) => category !== null),
  },
  {
    id: 'BR-CO-09',
    holds: ({ seller, buyer, representative }) => [seller, buyer, representative].every(hasCountry),
  },
  {
    id: 'BR-CO-10',
    holds: ({ totals, lines }) =>
      judged(totals.lines, (sum) => equals(sum, sumOf(lines.map(({ net }) => net)))),
  },
  {
    id: 'BR-CO-11',
    holds: ({ totals, allowances }) =>
      totals.allowances === null
        ? allowances.length === 0
        : equals(totals.allowances, sumOf(amounts(allowances))),
  },
  {
    id: 'BR-CO-12',
    holds: ({ totals, charges }) =>
      totals.charges === null
        ? charges.length === 0
        : equals(totals.charges, sumOf(amounts(charges))),
  },
  {
    id: 'BR-CO-13',
    holds: ({ totals }) =>
      totals.lines === null ||
      judged(totals.net, (net) =>
        equals(net, minus(sumOf([totals.lines, totals.charges]), sumOf([totals.allowances]))),
      ),
  },
  {
    id: 'BR-CO-14',
    holds: ({ totals, taxes }) =>
      judged(totals.tax, (tax) => equals(tax, sumOf(taxes.map((each) => each.tax)))),
  },
  {
    id: 'BR-CO-15',
    holds: ({ totals }) =>
      totals.net === null ||
      judged(totals.gross, (gross) => equals(gross, sumOf([totals.net, totals.tax]))),
  },
  {
    id: 'BR-CO-16',
    holds: ({ totals }) =>
      totals.gross === null ||
      judged(totals.payable, (payable) =>
        equals(payable, minus(sumOf([totals.gross, totals.rounding]), sumOf([totals.paid]))),
      ),
  },
  {
    id: 'BR-CO-17',
    holds: ({ taxes }) =>
      taxes.every(
        ({ basis, rate, tax }) =>
          rate === null || tax === null || isNear(tax, percentOf(sumOf([basis]), rate)),
      ),
  },
  {
    id: 'BR-CO-18',
    holds: ({ taxes }) => taxes.length > 0,
  },
  {
    id: 'BR-CO-19',
    holds: ({ period }) => used(period),
  },
  {
    id: 'BR-CO-20',
    holds: ({ lines }) => lines.every(({ period }) => used(period)),
  },
  {
    id: 'BR-CO-25',
    holds: ({ totals, dueOn, terms }) =>
      !isPositive(totals.payable) || dueOn !== null || terms !== null,
  },
  {
    id: 'BR-CO-26',
    holds: ({ seller: { ids, legalId, vatId } }) =>
      ids.length > 0 || legalId !== null || vatId !== null,
  },
];

/** Which amounts may have two decimals at most, by the number of their rule. */
const fine: readonly (readonly [string, string, (invoice: Terms) => readonly Text[]])[] = [
  ['01', 'Document level allowance amount (BT-92)', (i) => amounts(i.allowances)],
  ['02', 'Document level allowance base amount (BT-93)', (i) => i.allowances.map((a) => a.base)],
  ['05', 'Document level charge amount (BT-99)', (i) => amounts(i.charges)],
  ['06', 'Document level charge base amount (BT-100)', (i) => i.charges.map((a) => a.base)],
  ['09', 'Sum of Invoice line net amount (BT-106)', (i) => [i.totals.lines]],
  ['10', 'Sum of allowances on document level (BT-107)', (i) => [i.totals.allowances]],
  ['11', 'Sum of charges on document level (BT-108)', (i) => [i.totals.charges]],
  ['12', 'Invoice total amount without VAT (BT-109)', (i) => [i.totals.net]],
  ['13', 'Invoice total VAT amount (BT-110)', (i) => [i.totals.tax]],
  ['14', 'Invoice total amount with VAT (BT-112)', (i) => [i.totals.gross]],
  [
    '15',
    'Invoice total VAT amount in accounting currency (BT-111)',
    (i) => [i.totals.taxAccounting],
  ],
  ['16', 'Paid amount (BT-113)', (i) => [i.totals.paid]],
  ['17', 'Rounding amount (BT-114)', (i) => [i.totals.rounding]],
  ['18', 'Amount due for payment (BT-115)', (i) => [i.totals.payable]],
  ['19', 'VAT category taxable amount (BT-116)', (i) => i.taxes.map(({ basis }) => basis)],
  ['20', 'VAT category tax amount (BT-117)', (i) => i.taxes.map(({ tax }) => tax)],
  ['23', 'Invoice line net amount (BT-131)', (i) => i.lines.map(({ net }) => net)],
  [
    '24',
    'Invoice line allowance amount (BT-136)',
    (i) => i.lines.flatMap((l) => amounts(l.allowances)),
  ],
  [
    '25',
    'Invoice line allowance base amount (BT-137)',
    (i) => i.lines.flatMap((l) => l.allowances.map((a) => a.base)),
  ],
  ['27', 'Invoice line charge amount (BT-141)', (i) => i.lines.flatMap((l) => amounts(l.charges))],
  [
    '28',
    'Invoice line charge base amount (BT-142)',
    (i) => i.lines.flatMap((l) => l.charges.map((a) => a.base)),
  ],
];

/** What must agree, and how finely it may be written. */
export const sumRules: readonly TermRule[] = [
  ...whole.map((each) => ({ ...each, text: textOf(each.id) })),
  ...fine.map(([number, name, of]) => ({
    id: `BR-DEC-${number}`,
    text: `The allowed maximum number of decimals for the ${name} is 2.`,
    holds: (invoice: Terms) => of(invoice).every(isFine),
  })),
];

/** The taxable amount that the lines, allowances and charges of a tax come to. */
export function basisOf(
  { lines, allowances, charges }: Terms,
  isOf: (part: { readonly category: Text; readonly rate: Text }) => boolean,
) {
  const nets = lines.filter(isOf).map(({ net }) => net);
  return minus(
    addDecimals(sumOf(nets), sumOf(amounts(charges.filter(isOf)))),
    sumOf(amounts(allowances.filter(isOf))),
  );
}
