/**
 * A table that somebody copied from a mail or a spreadsheet, as rows of a remittance.
 *
 * The first column that is a number of a document is the reference; of the amounts, one alone
 * is what is paid, two are gross and paid, three gross, deduction and paid. A heading names
 * them instead. A line without a reference, such as the total, is left out.
 */
import { type Currency, decimalsOf, parseMinor } from '#kernel/money.ts';
import type { RemittanceRow } from '../matching/model.ts';

type Column = 'reference' | 'paid' | 'gross' | 'discount' | 'deduction' | 'reason' | 'other';

/** Reads what was pasted; lines in their order. */
export function readPasted(text: string, currency: Currency): RemittanceRow[] {
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.split(separatorOf(text)).map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const heading = lines[0] ? columnsOf(lines[0]) : undefined;
  const rows = heading ? lines.slice(1) : lines;
  return rows.flatMap((cells) => {
    const row = heading ? namedRow(cells, heading, currency) : plainRow(cells, currency);
    return row ? [row] : [];
  });
}

function separatorOf(text: string): RegExp {
  if (text.includes('\t')) return /\t/u;
  if (text.includes(';')) return /;/u;
  return /,(?!\d{3}\b)|\s{2,}|\s+(?=-?[\d.,]+(?:\s|$))/u;
}

const headings: Readonly<Record<Exclude<Column, 'other'>, RegExp>> = {
  reference: /invoice|document|reference|factura|documento|n[uú]mero|inv\b|ref\b/iu,
  discount: /discount|descuento/iu,
  deduction: /deduct|adjust|deducci|ajuste/iu,
  gross: /gross|original|bruto|amount due/iu,
  paid: /paid|net|payment|pagado|neto|pago|amount|importe/iu,
  reason: /reason|comment|note|motivo|nota|description/iu,
};

function columnsOf(cells: readonly string[]): Column[] | undefined {
  const columns = cells.map((cell): Column => {
    const found = Object.entries(headings).find(([, words]) => words.test(cell));
    // The keys of `headings` are columns.
    return found === undefined || /\d/u.test(cell) ? 'other' : (found[0] as Column);
  });
  return columns.includes('reference') && columns.length > 1 ? columns : undefined;
}

function namedRow(
  cells: readonly string[],
  columns: readonly Column[],
  currency: Currency,
): RemittanceRow | undefined {
  const at = (column: Column): string => cells[columns.indexOf(column)] ?? '';
  const reference = at('reference');
  if (reference === '' || isTotal(reference)) return undefined;
  return {
    reference,
    ...amount('paidMinor', at('paid'), currency),
    ...amount('grossMinor', at('gross'), currency),
    ...amount('discountMinor', at('discount'), currency),
    ...amount('deductionMinor', at('deduction'), currency),
    ...(at('reason') === '' ? {} : { reason: at('reason') }),
  };
}

function plainRow(cells: readonly string[], currency: Currency): RemittanceRow | undefined {
  const [reference = ''] = cells;
  if (reference === '' || isTotal(reference)) return undefined;
  const amounts = cells.slice(1).flatMap((cell) => minorOf(cell, currency) ?? []);
  const reason = cells.slice(1).find((cell) => /[A-Za-z]{3}/u.test(cell));
  const [first, second, third] = amounts;
  const said = reason === undefined ? {} : { reason };
  if (first === undefined) return amounts.length === cells.length - 1 ? { reference } : undefined;
  if (second === undefined) return { reference, paidMinor: first, ...said };
  if (third === undefined) return { reference, grossMinor: first, paidMinor: second, ...said };
  const deductionMinor = second < 0n ? -second : second;
  return { reference, grossMinor: first, deductionMinor, paidMinor: third, ...said };
}

function isTotal(reference: string): boolean {
  return /^(?:sub)?total|^suma\b/iu.test(reference);
}

type AmountKey = 'paidMinor' | 'grossMinor' | 'discountMinor' | 'deductionMinor';

function amount(key: AmountKey, text: string, currency: Currency): Partial<RemittanceRow> {
  const minor = minorOf(text, currency);
  return minor === undefined ? {} : { [key]: minor };
}

/** `$1,250.10`, `1.250,10`, `(400.00)` and `400.00-` as minor units. */
function minorOf(text: string, currency: Currency): bigint | undefined {
  const bare = text.replaceAll(/[\s$€£]|[A-Z]{3}/gu, '');
  const negative = /^\(.*\)$|^-|-$/u.test(bare);
  const digits = bare.replaceAll(/[()-]/gu, '');
  if (!/^[\d.,]+$/u.test(digits)) return undefined;
  const mark = /[.,](?=\d{1,2}$)/u.exec(digits);
  const whole = (mark ? digits.slice(0, mark.index) : digits).replaceAll(/[.,]/gu, '');
  const fraction = mark ? digits.slice(mark.index + 1) : '';
  const minor = parseMinor(
    fraction === '' ? whole : `${whole || '0'}.${fraction}`,
    decimalsOf(currency),
  );
  return minor === undefined ? undefined : negative ? -minor : minor;
}
