/**
 * May this order be written? The first field that a bank would reject is named, with the
 * place it stands at and whose rule it breaks.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import {
  type AccountHolder,
  type Collection,
  type CollectionBatch,
  type Payment,
  type PaymentOrder,
  type TransferBatch,
} from './order.ts';
import {
  type FieldProblem,
  amountProblem,
  bicProblem,
  creditorIdProblem,
  ibanProblem,
  idProblem,
  referenceProblem,
  textProblem,
} from './sepa.ts';

/** `facts`: `field` with its place, `rule`, and the `value` that broke it. */
export type PainRefusal =
  | 'pain.missing'
  | 'pain.too_long'
  | 'pain.character'
  | 'pain.slash'
  | 'pain.check_digits'
  | 'pain.shape'
  | 'pain.empty'
  | 'pain.repeated_id'
  | 'pain.mandate_signed_later';

type Judged = Outcome<undefined, PainRefusal>;
type Check = readonly [field: string, problem: FieldProblem | undefined];

/** Judges every field in the order in which the file has them. */
export function judgeOrder(order: PaymentOrder): Judged {
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/u.test(order.writtenAt);
  const head = firstOf([
    ['MsgId', idProblem(order.messageId)],
    ['CreDtTm', instant ? undefined : { wrong: 'shape', rule: 'ISO 8601', value: order.writtenAt }],
    ['InitgPty/Nm', textProblem(order.initiator, 70)],
  ]);
  if (!head.ok) return head;
  if (order.batches.length === 0) return refuse('pain.empty', { field: 'PmtInf' });
  const twice = repeated(order.batches.map(({ id }) => id));
  if (twice !== undefined) return refuse('pain.repeated_id', { field: 'PmtInfId', value: twice });
  for (const [at, batch] of order.batches.entries()) {
    const judged = judgeBatch(batch, `PmtInf[${at + 1}]`);
    if (!judged.ok) return judged;
  }
  return accept(undefined);
}

function judgeBatch(batch: TransferBatch | CollectionBatch, place: string): Judged {
  const own = firstOf([
    [`${place}/PmtInfId`, idProblem(batch.id)],
    ...holderChecks(batch.own, `${place}/own`),
  ]);
  if (!own.ok) return own;
  if ('creditorId' in batch) {
    const creditor = firstOf([[`${place}/CdtrSchmeId`, creditorIdProblem(batch.creditorId)]]);
    if (!creditor.ok) return creditor;
  }
  if (batch.payments.length === 0) return refuse('pain.empty', { field: `${place}/payments` });
  const twice = repeated(batch.payments.map(({ endToEndId }) => endToEndId));
  if (twice !== undefined) {
    return refuse('pain.repeated_id', { field: `${place}/EndToEndId`, value: twice });
  }
  for (const [at, payment] of batch.payments.entries()) {
    const judged = judgePayment(payment, `${place}/payment[${at + 1}]`);
    if (!judged.ok) return judged;
    if (!isCollection(payment) || payment.signedOn <= batch.on) continue;
    const field = `${place}/payment[${at + 1}]/DtOfSgntr`;
    return refuse('pain.mandate_signed_later', { field, value: payment.signedOn });
  }
  return accept(undefined);
}

function judgePayment(payment: Payment | Collection, place: string): Judged {
  const { endToEndId, instructionId, amount, other, purpose } = payment;
  return firstOf([
    [`${place}/EndToEndId`, idProblem(endToEndId)],
    [`${place}/InstrId`, instructionId === undefined ? undefined : idProblem(instructionId)],
    [`${place}/InstdAmt`, amountProblem(amount)],
    [`${place}/MndtId`, isCollection(payment) ? idProblem(payment.mandateId) : undefined],
    ...holderChecks(other, `${place}/other`),
    [`${place}/Ustrd`, purpose?.kind === 'text' ? textProblem(purpose.text, 140) : undefined],
    [
      `${place}/CdtrRefInf`,
      purpose?.kind === 'reference' ? referenceProblem(purpose.reference) : undefined,
    ],
  ]);
}

function isCollection(payment: Payment | Collection): payment is Collection {
  return 'mandateId' in payment;
}

function holderChecks({ name, iban, bic, address }: AccountHolder, place: string): Check[] {
  const country = address?.country ?? 'XX';
  const known = /^[A-Z]{2}$/u.test(country);
  const optional = (value: string | undefined, most: number): FieldProblem | undefined =>
    value === undefined ? undefined : textProblem(value, most);
  return [
    [`${place}/Nm`, textProblem(name, 70)],
    [`${place}/IBAN`, ibanProblem(iban)],
    [`${place}/BIC`, bic === undefined ? undefined : bicProblem(bic)],
    [`${place}/StrtNm`, optional(address?.street, 70)],
    [`${place}/BldgNb`, optional(address?.building, 16)],
    [`${place}/PstCd`, optional(address?.postCode, 16)],
    [`${place}/TwnNm`, optional(address?.town, 35)],
    [
      `${place}/Ctry`,
      known ? undefined : { wrong: 'shape', rule: 'ISO 3166 country', value: country },
    ],
  ];
}

function firstOf(checks: readonly Check[]): Judged {
  for (const [field, problem] of checks) {
    if (problem === undefined) continue;
    const { wrong, rule, value } = problem;
    return refuse(`pain.${wrong}`, { field, rule, value });
  }
  return accept(undefined);
}

function repeated(ids: readonly string[]): string | undefined {
  return ids.find((id, at) => ids.indexOf(id) !== at);
}
