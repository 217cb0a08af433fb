/**
 * Takes statements in line by line: what is new is added, what says more of a known line changes
 * it, what contradicts a line that is used already becomes a question.
 *
 * The caller holds the accounts' locks, so that what is known does not change meanwhile.
 */
import type { BankTransaction, NeutralFile, Statement } from '#formats/neutral.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { lineIdentity } from '../rules/identity.ts';
import { type Placed, listingsOf } from '../rules/listings.ts';
import { type Placement, type Wording, settleLines } from '../rules/settle-lines.ts';
import type { NamedAccount } from '../store/accounts.ts';
import {
  type NewLine,
  type Seen,
  type StoredLine,
  addVersions,
  insertExceptions,
  insertLines,
  insertSeen,
  insertStatements,
  linesIdentified,
  statementsSaying,
} from '../store/lines.ts';

export type OurStatement = { readonly statement: Statement; readonly account: NamedAccount };

export type TakenLines = {
  readonly added: number;
  readonly changed: number;
  readonly disputed: number;
};

type StatementFile = { readonly fileId: Id; readonly neutral: NeutralFile };

/** A statement on its way in; one that says what an earlier one said brings no lines. */
type Entering = Placed & {
  readonly statementId: Id;
  readonly account: NamedAccount;
  readonly lines: readonly ListedLine[];
  readonly repeats: Id | null;
};

type ListedLine = Wording & {
  readonly identity: string;
  readonly line: BankTransaction;
  readonly place: number;
};

/** How many lines were new, changed or disputed. */
export async function takeStatements(
  context: Context,
  file: StatementFile,
  statements: readonly OurStatement[],
): Promise<TakenLines> {
  const entering = await enteringOf(context, file, statements);
  await insertStatements(
    context,
    entering.map(({ statement, content, repeats, account, ...each }, index) => ({
      statementId: each.statementId,
      fileId: file.fileId,
      statementNo: index + 1,
      companyId: account.companyId,
      bankAccountId: account.bankAccountId,
      statement,
      movements: movementsOf(statement),
      content,
      repeats,
    })),
  );
  const taken = { added: 0, changed: 0, disputed: 0 };
  const fresh = entering.filter(({ repeats }) => repeats === null);
  for (const listing of listingsOf(fresh)) {
    const result = await takeListing(context, listing);
    taken.added += result.added;
    taken.changed += result.changed;
    taken.disputed += result.disputed;
  }
  return taken;
}

/** What was booked; pending amounts are no movement yet. */
function movementsOf({ transactions }: Statement): bigint {
  return transactions
    .filter(({ status }) => status === 'booked')
    .reduce((sum, { amount }) => sum + amount.minor, 0n);
}

async function enteringOf(
  context: Context,
  { neutral: { format } }: StatementFile,
  statements: readonly OurStatement[],
): Promise<Entering[]> {
  const worded = statements.map(({ statement, account }) => {
    const lines = statement.transactions.map((line, place) => listed(line, place, format));
    const { bankAccountId } = account;
    return { statement, account, bankAccountId, lines, content: contentOf(statement, lines) };
  });
  const earlier = await statementsSaying(
    context.tx,
    worded.map(({ bankAccountId }) => bankAccountId),
    worded.map(({ content }) => content),
  );
  const known = new Map(earlier);
  return worded.map((each) => {
    const key = `${each.bankAccountId} ${each.content}`;
    const repeats = known.get(key) ?? null;
    const statementId = context.newId();
    if (repeats === null) known.set(key, statementId);
    return { ...each, statementId, repeats };
  });
}

function listed(line: BankTransaction, place: number, format: string): ListedLine {
  const { record: _, ...told } = line;
  return {
    identity: hashed(lineIdentity(line, format)),
    line,
    place: place + 1,
    bookedOn: line.bookedOn,
    status: line.status,
    minor: line.amount.minor,
    richness: richnessOf(line),
    digest: hashed(JSON.stringify(told, withAmounts)),
  };
}

/** More references and more text help more in finding the invoices. */
function richnessOf({ remittance, references, text, payerName }: BankTransaction): number {
  const remitted = remittance ? 1000 + remittance.lines.length * 10 : 0;
  return remitted + references.length * 10 + (payerName === undefined ? 0 : 5) + text.length;
}

function contentOf(statement: Statement, lines: readonly ListedLine[]): string {
  const { transactions: _, ...head } = statement;
  const said = lines.map(({ identity, digest }) => `${identity} ${digest}`);
  return hashed(JSON.stringify([head, said], withAmounts));
}

function withAmounts(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

function hashed(text: string): string {
  return fingerprint(new TextEncoder().encode(text));
}

type InListing = ListedLine & { readonly from: Entering };
type Settled = Exclude<Placement<InListing, StoredLine>, { readonly kind: 'new' }>;
type Added = NewLine & { readonly listed: InListing };

async function takeListing(context: Context, listing: readonly Entering[]): Promise<TakenLines> {
  const [first] = listing;
  if (!first) return { added: 0, changed: 0, disputed: 0 };
  const all = listing.flatMap((from) => from.lines.map((line) => ({ ...line, from })));
  const equal = Map.groupBy(all, ({ identity }) => identity);
  const known = Map.groupBy(
    await linesIdentified(context.tx, first.account.bankAccountId, [...equal.keys()]),
    ({ identity }) => identity,
  );
  const added: Added[] = [];
  const settled: Settled[] = [];
  for (const [identity, lines] of equal) {
    const stored = known.get(identity) ?? [];
    let occurrence = stored.length;
    for (const placement of settleLines(lines, stored)) {
      if (placement.kind === 'new') added.push(newLine(context, placement.listed, ++occurrence));
      else settled.push(placement);
    }
  }
  return write(context, added, settled);
}

function newLine(context: Context, listedLine: InListing, occurrence: number): Added {
  const { identity, line, richness, digest, from } = listedLine;
  return {
    lineId: context.newId(),
    companyId: from.account.companyId,
    bankAccountId: from.account.bankAccountId,
    statementId: from.statementId,
    listedAs: from.statement.kind,
    version: 1,
    identity,
    occurrence,
    line,
    richness,
    digest,
    listed: listedLine,
  };
}

async function write(
  context: Context,
  added: readonly Added[],
  settled: readonly Settled[],
): Promise<TakenLines> {
  const changed = settled.filter(({ kind }) => kind === 'changed');
  const disputed = settled.filter(({ kind }) => kind === 'disputed');
  await insertLines(context, added);
  await addVersions(
    context,
    changed.map(({ listed: { line, richness, digest, from }, known }) => ({
      lineId: known.lineId,
      version: known.version + 1,
      statementId: from.statementId,
      line,
      richness,
      digest,
    })),
  );
  await insertExceptions(
    context,
    disputed.map(({ listed: { line, from }, known }) => ({
      exceptionId: context.newId(),
      lineId: known.lineId,
      statementId: from.statementId,
      line,
    })),
  );
  await insertSeen(context, [
    ...added.map(({ listed: each, lineId }) => seenAt(each, lineId)),
    ...settled.map(({ listed: each, known }) => seenAt(each, known.lineId)),
  ]);
  for (const { known } of changed) await tellOfChange(context, known.lineId);
  return { added: added.length, changed: changed.length, disputed: disputed.length };
}

function seenAt({ from, place, line }: InListing, lineId: Id): Seen {
  const { statementId, statement } = from;
  return { statementId, place, record: line.record, lineId, listedAs: statement.kind };
}

async function tellOfChange(context: Context, lineId: Id): Promise<void> {
  context.did({ what: 'line changed', id: lineId });
  await context.tell({ name: 'bank_files.line_changed', accountId: null, payload: { lineId } });
}
