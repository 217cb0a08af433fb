/**
 * What travels with a wire for its receiver: documents in tags of their own, or a whole 820
 * in an addenda.
 */
import { type Currency, type Money, parseCurrency, parseMoney } from '#kernel/money.ts';
import { type Remittance, type RemittanceLine } from '../neutral.ts';
import { dayOfYmd } from '../short-day.ts';
import { remittancesIn } from '../x12-820/addenda.ts';
import { type WireMessage, partsOf, valueOf } from './tags.ts';

/** The remittance of a message; undefined when it names no document. */
export function remittanceOf(message: WireMessage): Remittance | undefined {
  return structured(message) ?? unstructured(message);
}

/** Tag 8200 is four digits of length and then an 820, or words. */
function unstructured(message: WireMessage): Remittance | undefined {
  const [found] = remittancesIn(valueOf(message, '8200').slice(4));
  return found && { ...found, record: message.record };
}

const kinds: Readonly<Record<string, RemittanceLine['kind']>> = {
  CINV: 'invoice',
  AROI: 'invoice',
  DEBN: 'invoice',
  HIRI: 'invoice',
  MSIN: 'invoice',
  CMCN: 'invoice',
  CREN: 'credit_memo',
  PUOR: 'order',
  SBIN: 'invoice',
};

function structured(message: WireMessage): Remittance | undefined {
  const { record } = message;
  const document = valueOf(message, '8400');
  if (document === '') return undefined;
  const [reference = ''] = partsOf(document.slice(4), [35]).filter((part) => part !== '');
  if (reference === '') return undefined;
  const paid = amountIn(valueOf(message, '8450'));
  const gross = amountIn(valueOf(message, '8500'));
  const discount = amountIn(valueOf(message, '8550'));
  const adjustment = adjustmentIn(valueOf(message, '8600'));
  const issuedOn = dayOfYmd(valueOf(message, '8650').trim().slice(0, 8));
  const line: RemittanceLine = {
    record,
    kind: kinds[document.slice(0, 4)] ?? 'other',
    reference,
    ...(paid && { paid }),
    ...(gross && { gross }),
    ...(discount && { discount }),
    deductions: adjustment ? [adjustment] : [],
    ...(issuedOn && { issuedOn }),
  };
  return { record, lines: [line] };
}

/** `USD1234.56*`, or with a comma for its decimals. */
function amountIn(value: string): Money | undefined {
  const code: Currency | undefined = parseCurrency(value.slice(0, 3));
  const digits = value.slice(3).split('*')[0]?.trim().replace(',', '.') ?? '';
  return code && parseMoney(digits.replace(/\.$/u, ''), code);
}

/** Reason, CRDT or DBIT, amount: a credit of the payer is taken off, a debit is put on. */
function adjustmentIn(value: string): { amount: Money; reason: string } | undefined {
  const amount = amountIn(value.slice(6));
  if (!amount) return undefined;
  const sign = value.slice(2, 6) === 'DBIT' ? -1n : 1n;
  return { amount: { ...amount, minor: sign * amount.minor }, reason: value.slice(0, 2) };
}
