/**
 * The applications of a book: which credit pays which document, and what is taken back.
 *
 * The credit must stand on the document's own account: it is the source itself, what was
 * carried over from another account, or a new credit that an adjustment brings with it.
 */
import { type Day, later } from '#kernel/day.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { baseTaken } from '#areas/ledger/rules/applying.ts';
import type { ApplicationKind, ItemState, NewItem } from '#areas/ledger/rules/posting.ts';
import type { BookApplication } from './book.ts';
import { bringHome, carryOver, moved } from './carrying.ts';
import {
  type Bench,
  type Piece,
  type Standing,
  apply,
  complain,
  find,
  post,
  withdraw,
} from './posting-bench.ts';

/** Applies what the row says, or says why it does not fit. */
export function bringApplication(bench: Bench, application: BookApplication): void {
  const { origin, amount, externalId, kind } = application;
  const target = find(bench, 'item', application.documentId);
  if (!target) {
    const facts = { value: application.documentId };
    return complain(bench, origin, 'import.unknown_document', 'invoice_id', facts);
  }
  if (target.state.side !== 'debit') {
    const facts = { document: target.state.number };
    return complain(bench, origin, 'import.not_a_debit', 'invoice_id', facts);
  }
  if (amount > target.state.open) return tooMuch(bench, application, target.state);
  const payer = payerOf(bench, application, target);
  if (!payer) return;
  const on = later(application.on, later(target.state.effectiveOn, payer.state.effectiveOn));
  apply(bench, target, payer, { kind, amount, on, externalId });
}

/** The credit on the target's own account that pays: the source itself, its transfer, or new. */
function payerOf(bench: Bench, application: BookApplication, target: Piece): Piece | undefined {
  const { origin, source, amount, on } = application;
  if (source === null) return adjust(bench, application, target);
  const payer = find(bench, source.kind === 'payment' ? 'receipt' : 'item', source.id);
  if (!payer) {
    return complain(bench, origin, 'import.unknown_payment', 'source_id', { value: source.id });
  }
  if (payer.state.side !== 'credit') {
    const facts = { document: payer.state.number };
    return complain(bench, origin, 'import.not_a_credit', 'source_id', facts);
  }
  if (payer.state.currency !== target.state.currency) {
    const facts = { debit: target.state.currency, credit: payer.state.currency };
    return complain(bench, origin, 'import.other_currency', 'source_id', facts);
  }
  if (amount > payer.state.open) return tooMuch(bench, application, payer.state);
  if (payer.accountId === target.accountId) return payer;
  return carryOver(bench, payer, target.accountId, { amount, on });
}

/** A discount or write-off: a credit item of its own against the account that bears it. */
function adjust(bench: Bench, application: BookApplication, { accountId, state }: Piece): Piece {
  const { amount, on, externalId, kind } = application;
  const base = baseTaken(state, amount);
  const item: NewItem = {
    ...moved(bench, 'credit', state, { amount, base, on }),
    kind: 'adjustment',
    number: externalId,
    reference: state.number,
  };
  return post(bench, { accountId }, item, { kind, on, other: bearerOf(kind) });
}

function bearerOf(kind: ApplicationKind): 'discounts' | 'allowance' {
  return kind === 'discount' ? 'discounts' : 'allowance';
}

/** Takes back what this source had applied to this document, newest fitting application first. */
export function undoApplication(bench: Bench, application: BookApplication): void {
  const { origin, on, externalId, documentId } = application;
  const wanted = -application.amount;
  const standing = findStanding(find(bench, 'item', documentId), application, wanted);
  if (!standing) {
    const facts = { document: documentId };
    return complain(bench, origin, 'import.nothing_to_take_back', 'amount_cents', facts);
  }
  withdraw(bench, standing, on, externalId);
  const { carries } = standing.credit;
  if (carries) bringHome(bench, standing, carries, on);
  else if (standing.sourceId === null) cancelAdjustment(bench, standing, on);
  const rest = standing.application.amount - wanted;
  if (rest === 0n) return;
  bringApplication(bench, { ...application, externalId: `${externalId}#rest`, amount: rest });
}

/** The newest standing application of the source onto the document that is big enough. */
function findStanding(
  document: Piece | undefined,
  { source, kind }: BookApplication,
  wanted: bigint,
): Standing | undefined {
  const list = (document?.standing ?? []).filter(
    (each) => each.sourceId === (source?.id ?? null) && each.application.kind === kind,
  );
  return (
    list.findLast(({ application }) => application.amount === wanted) ??
    list.findLast(({ application }) => application.amount > wanted)
  );
}

/** An adjustment taken back is countered, so that no discount is left as a credit. */
function cancelAdjustment(bench: Bench, { credit, application }: Standing, on: Day): void {
  const { accountId, state } = credit;
  if (state.kind !== 'adjustment' || state.open === 0n) return;
  const move = { amount: state.open, base: state.openBase, on };
  const item: NewItem = { ...moved(bench, 'debit', state, move), kind: 'reversal' };
  const kind = `${application.kind}_reversal`;
  const counter = post(bench, { accountId }, item, { kind, on, other: bearerOf(application.kind) });
  const wish = { kind: 'reversal', amount: move.amount, on, externalId: null } as const;
  apply(bench, counter, credit, wish);
}

function tooMuch(
  bench: Bench,
  { origin, amount }: BookApplication,
  { currency, open, number }: ItemState,
): undefined {
  const facts = {
    amount: formatMoney(money(amount, currency)),
    open: formatMoney(money(open, currency)),
    document: number,
  };
  return complain(bench, origin, 'import.more_than_open', 'amount', facts);
}
