/**
 * REMADV: what a payer says a payment is for.
 *
 *   BGM, DTM, NAD, CUX ── DOC (MOA, DTM, AJT (MOA, FTX))* ── UNS ── MOA total
 *
 * The total after `UNS` is what was paid; documents that do not make it break an amount
 * control. A credit note is taken off, whichever sign the payer gave it.
 */
import { type Decimal } from '#kernel/decimal.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Currency, type Money, parseCurrency } from '#kernel/money.ts';
import { added, asMoney, comparable, exactAmount, negated } from '../exact.ts';
import { type Control, type Remittance, type RemittanceLine } from '../neutral.ts';
import { type BankFileRefusal } from '../reader.ts';
import { type EdifactMessage } from './messages.ts';
import { type Segment, find, part } from './segments.ts';
import { amountIn, currencyIn, dayIn } from './values.ts';

export type ReadRemittance = { readonly remittance: Remittance; readonly controls: Control[] };

/** Codes of data element 5025: remitted, total of the payment, total, payable. */
const totals = ['12', '139', '128', '9'] as const;

type Document = { readonly line: RemittanceLine; readonly paid: Decimal | undefined };

/** Reads one REMADV message; refused at an amount that cannot be read. */
export function readRemittance(message: EdifactMessage): Outcome<ReadRemittance, BankFileRefusal> {
  const { segments } = message;
  const broken = segments.find(
    (one) => one.tag === 'MOA' && exactAmount(part(one, 0, 1)) === undefined,
  );
  if (broken) {
    return refuse('read.bad_record', { record: broken.record, reason: 'an amount in MOA' });
  }
  const currency = parseCurrency(currencyIn(segments));
  if (currency === undefined) {
    return refuse('read.bad_record', { record: segments[0]?.record ?? 1, reason: 'a currency' });
  }
  const groups = documentsOf(segments);
  const head = segments.slice(0, indexOr(segments, 'DOC', indexOr(segments, 'UNS')));
  const foot = segments.slice(indexOr(segments, 'UNS'));
  const documents = groups.map((group) => documentOf(group, currency));
  const total = amountIn(foot, ...totals);
  return accept({
    remittance: remittanceOf(head, documents, total && asMoney(total, currency).money),
    controls: total === undefined ? [] : [totalControl(foot, documents, total)],
  });
}

function indexOr(segments: readonly Segment[], tag: string, otherwise = segments.length): number {
  const found = segments.findIndex((one) => one.tag === tag);
  return found < 0 ? otherwise : found;
}

/** The segments of each document, up to the next one or the summary. */
function documentsOf(segments: readonly Segment[]): Segment[][] {
  const groups: Segment[][] = [];
  for (const segment of segments) {
    if (segment.tag === 'UNS' || segment.tag === 'UNT') break;
    if (segment.tag === 'DOC') groups.push([segment]);
    else groups.at(-1)?.push(segment);
  }
  return groups;
}

function remittanceOf(
  head: readonly Segment[],
  documents: readonly Document[],
  total: Money | undefined,
): Remittance {
  const payer = find(head, 'NAD', 'PR', 'PL', 'BY', 'DEB');
  const paidOn = dayIn(head, '138', '209', '203', '137');
  const name = [part(payer, 3), part(payer, 3, 1)].filter((one) => one !== '').join(' ');
  const payerName = name === '' ? part(payer, 2) : name;
  const payerId = part(payer, 1);
  const reference = part(find(head, 'RFF', 'PQ', 'AEK', 'TN', 'CK'), 0, 1);
  const number = part(
    head.find(({ tag }) => tag === 'BGM'),
    1,
  );
  const method = part(
    head.find(({ tag }) => tag === 'PAI'),
    0,
    2,
  );
  const paymentReference = reference === '' ? number : reference;
  return {
    record: head[0]?.record ?? 1,
    ...(payerName === '' ? {} : { payerName }),
    ...(payerId === '' ? {} : { payerId }),
    ...(paymentReference === '' ? {} : { paymentReference }),
    ...(paidOn === undefined ? {} : { paidOn }),
    ...(total === undefined ? {} : { total }),
    ...(method === '' ? {} : { method }),
    lines: documents.map(({ line }) => line),
  };
}

/** Codes of UN/EDIFACT data element 1001. */
const kinds: Readonly<Record<string, RemittanceLine['kind']>> = {
  '380': 'invoice',
  '383': 'invoice',
  '384': 'invoice',
  '385': 'invoice',
  '386': 'invoice',
  '389': 'invoice',
  '381': 'credit_memo',
  '396': 'credit_memo',
  '105': 'order',
  '220': 'order',
};

function documentOf(group: readonly Segment[], currency: Currency): Document {
  const [head] = group;
  const own = group.slice(0, indexOr(group, 'AJT'));
  const kind = kinds[part(head, 0)] ?? 'other';
  const sign = (amount: Decimal | undefined): Decimal | undefined =>
    amount !== undefined && kind === 'credit_memo' && amount.units > 0n ? negated(amount) : amount;
  const paid = sign(amountIn(own, '12'));
  const gross = sign(amountIn(own, '9', '77', '39'));
  const discount = amountIn(own, '52');
  const issuedOn = dayIn(own, '137', '3');
  const note = group
    .filter(({ tag }) => tag === 'FTX')
    .map((one) => (one.elements[3] ?? []).join(' ').trim())
    .filter((said) => said !== '')
    .join('\n');
  const money = (amount: Decimal): Money => asMoney(amount, currency).money;
  return {
    paid,
    line: {
      record: head?.record ?? 1,
      kind,
      reference: part(head, 1),
      ...(paid === undefined ? {} : { paid: money(paid) }),
      ...(gross === undefined ? {} : { gross: money(gross) }),
      ...(discount === undefined ? {} : { discount: money(discount) }),
      deductions: adjustmentsOf(group).map(({ amount, reason }) => ({
        amount: money(amount),
        reason,
      })),
      ...(issuedOn === undefined ? {} : { issuedOn }),
      ...(note === '' ? {} : { note }),
    },
  };
}

/** `AJT` gives the reason and the amount after it what was taken off. */
function adjustmentsOf(group: readonly Segment[]): { amount: Decimal; reason: string }[] {
  let reason: string | undefined;
  const found: { amount: Decimal; reason: string }[] = [];
  for (const segment of group) {
    if (segment.tag === 'AJT') reason = part(segment, 0);
    if (segment.tag !== 'MOA' || reason === undefined) continue;
    const amount = exactAmount(part(segment, 0, 1));
    if (amount !== undefined && amount.units > 0n) found.push({ amount, reason });
    reason = undefined;
  }
  return found;
}

function totalControl(
  foot: readonly Segment[],
  documents: readonly Document[],
  total: Decimal,
): Control {
  const paid = documents.flatMap((document) => (document.paid ? [document.paid] : []));
  return {
    kind: 'amount',
    what: 'remittance_total',
    record: find(foot, 'MOA', ...totals)?.record ?? 1,
    stated: comparable(total),
    found: comparable(added(paid)),
  };
}
