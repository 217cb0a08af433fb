/**
 * Takes in a file: the whole of it or nothing.
 *
 *   bytes ──seen before──▶ nothing changes, unless nobody could read them then
 *     └──new──▶ kept ──judged──▶ quarantined │ waits for an account │ its lines are taken in
 *
 * The raw bytes are kept in each case, in the transaction of the lines, so that a machine that
 * stops in the middle leaves neither half a file nor a file without its lines.
 */
import type { NeutralFile } from '#formats/neutral.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type FileKind, type FileState, factsOfNothing, kindsOf } from '../rules/judge-file.ts';
import type { IntakeRefusal } from '../rules/refusal.ts';
import { awaitedBy, fileOfBytes, insertFile, insertFindings, lockFile } from '../store/files.ts';
import { type Entered, enterFile } from './enter-file.ts';
import { replaceFile } from './replace-file.ts';

export type TakeInFile = {
  /** The company that the file came to; lines go to the company of their bank account. */
  readonly companyId: Id;
  readonly fileName: string;
  /** The archive that the file was packed in. */
  readonly container?: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** `upload`, `command`, `demo`, or the name of a feed. */
  readonly source: string;
  readonly as?: FileKind;
  readonly neutral: NeutralFile;
  /** Whose lines they are where the file writes no account number. */
  readonly bankAccountId?: Id;
  /** A file in quarantine that this one corrects. */
  readonly replaces?: Id;
  /** Companies that the caller may work for. */
  readonly companies: 'all' | readonly Id[];
};

export type Intake = Entered & {
  readonly fileId: Id;
  readonly state: FileState;
  readonly seenBefore: boolean;
};

const nothingEntered: Entered = {
  state: 'taken_in',
  statements: 0,
  found: 0,
  added: 0,
  changed: 0,
  disputed: 0,
  failedAmounts: 0,
  unknownAccounts: [],
};

/**
 * Refuses a file that holds nothing or something else than was said; accounts of a company that
 * the caller does not work for; and a correction of a file that is not in quarantine.
 */
export async function takeInFile(
  context: Context,
  wish: TakeInFile,
): Promise<Outcome<Intake, IntakeRefusal>> {
  const receivedAs = kindOf(wish);
  if (!receivedAs.ok) return receivedAs;
  const fileId = context.newId();
  const { companyId, sha256, bytes, fileName, source, neutral } = wish;
  const kept = await insertFile(context, {
    fileId,
    companyId,
    sha256,
    bytes,
    fileName,
    source,
    container: wish.container ?? null,
    receivedAs: receivedAs.value,
    format: neutral.format,
  });
  return kept ? enterKept(context, wish, fileId) : seenBefore(context, wish);
}

async function enterKept(
  context: Context,
  wish: TakeInFile,
  fileId: Id,
): Promise<Outcome<Intake, IntakeRefusal>> {
  const { companyId, fileName, neutral, bankAccountId, companies, replaces } = wish;
  await insertFindings(context, fileId, neutral.controls, neutral.problems);
  if (replaces !== undefined) {
    const replaced = await replaceFile(context, { fileId: replaces, by: fileId, companyId });
    if (!replaced.ok) return replaced;
  }
  const file = { fileId, companyId, fileName, companies, neutral };
  const entered = await enterFile(context, bankAccountId ? { ...file, bankAccountId } : file);
  return entered.ok ? accept({ ...entered.value, fileId, seenBefore: false }) : entered;
}

function kindOf({ neutral, as }: TakeInFile): Outcome<FileKind, IntakeRefusal> {
  const held = kindsOf(neutral);
  const [first] = held;
  if (first === undefined) {
    return as === undefined
      ? refuse('bank_files.holds_nothing', factsOfNothing(neutral))
      : accept(as);
  }
  if (as === undefined) return accept(first);
  // What travels with the money counts as well: a lockbox file is a bank's and names invoices.
  if (held.includes(as)) return accept(as);
  return refuse('bank_files.holds_something_else', { holds: held.join(', '), as });
}

/**
 * The same bytes again: where they stand is said, nothing is done. A file that came by itself and
 * nobody could read was never in: now that it is read, it goes in.
 */
async function seenBefore(
  context: Context,
  wish: TakeInFile,
): Promise<Outcome<Intake, IntakeRefusal>> {
  const { companyId, sha256 } = wish;
  const known = await fileOfBytes(context.tx, companyId, sha256);
  const file = known && (await lockFile(context, known.fileId));
  if (!file) throw new Error(`the file ${sha256} was refused as seen, but nobody has it`);
  const { fileId, state } = file;
  if (state === 'unreadable') return enterKept(context, wish, fileId);
  const awaited = state === 'waiting' ? await awaitedBy(context.tx, wish.companies, fileId) : [];
  const unknownAccounts = awaited.map(({ stated, currency: code }) => ({ stated, currency: code }));
  return accept({ ...nothingEntered, unknownAccounts, fileId, state, seenBefore: true });
}
