/**
 * An explanation as it is put on the table: whose money, what it pays, and which marks the
 * payer's identity adds to those of the evidence.
 */
import { type Case, type Explanation, type Rests } from './case.ts';
import { type Allocation, type EvidenceKind, type Reason } from './model.ts';
import { namesCustomer } from './names.ts';
import { type PayerFit } from './payer.ts';

type Laid = {
  readonly allocations: readonly Allocation[];
  readonly onAccountMinor: bigint;
  readonly reasons: readonly Reason[];
};

/** Adds whose money it is to what it pays. */
export function explanation(
  c: Case,
  laid: Laid,
  marks: readonly string[],
  rests: Rests,
  payerId?: string,
): Explanation {
  const owner = payerId ?? laid.allocations[0]?.accountId ?? '';
  const payer = payerOf(c, owner, rests);
  return {
    accountId: payer.accountId,
    allocations: laid.allocations,
    onAccountMinor: laid.onAccountMinor,
    reasons: [...laid.reasons, ...payer.reasons],
    marks: [...marks, ...payer.marks],
    rests,
  };
}

type PayerMarks = {
  readonly accountId: string;
  readonly marks: readonly string[];
  readonly reasons: readonly Reason[];
};

/** The candidate that owns the items or is the parent of who owns them. */
function payerOf(c: Case, owner: string, rests: Rests): PayerMarks {
  const parent = c.book.accounts.get(owner)?.parentId ?? null;
  const { candidates } = c.payers;
  const self = candidates.find(({ accountId }) => accountId === owner);
  const found = self ?? candidates.find(({ accountId }) => accountId === parent);
  if (!found) return byReference(c, owner, rests);
  const many = candidates.length === 1 ? '1' : candidates.length <= 3 ? '2-3' : '4+';
  const name = c.book.accounts.get(found.accountId)?.name ?? '';
  const kind = payerEvidence(found.fit);
  const reasons: Reason[] = [{ kind, facts: { name, said: c.receipt.payerName } }];
  if (!self) reasons.push({ kind: 'parent_pays', facts: { name } });
  return {
    accountId: found.accountId,
    marks: [`payer:${found.fit}`, `payers:${many}`, ...(self ? [] : ['kin'])],
    reasons,
  };
}

/** The evidence by which a payer is known. */
export function payerEvidence(fit: PayerFit): EvidenceKind {
  if (fit === 'account') return 'payer_account';
  return fit.startsWith('alias') ? 'payer_alias' : 'payer_name';
}

/** Somebody pays whom nobody knows: the numbers say for whom, where any does. */
function byReference(c: Case, owner: string, rests: Rests): PayerMarks {
  const name = c.book.accounts.get(owner)?.name ?? '';
  const inText = namesCustomer(c.receipt.text, name);
  const known_by = rests === 'amount_alone' ? 'payer_unknown' : 'payer_by_reference';
  const kind = c.payers.thirdParty ? 'third_party' : known_by;
  const known = c.payers.candidates.length > 0;
  const who = c.payers.thirdParty ? 'third' : known ? 'elsewhere' : 'nobody';
  return {
    accountId: owner,
    marks: [`payer:${who}`, ...(inText ? ['named_in_text'] : [])],
    reasons: [{ kind, facts: { name, said: c.receipt.payerName } }],
  };
}
