/**
 * Prints the letters that wait, together as one file: each is asked for at the gate, addressed,
 * numbered for the post and kept with its place in the file.
 *
 * Nothing is printed for somebody who may not be written to, has paid since, or has no address;
 * such a letter is held or cancelled with its reason. A printed letter is not sent yet.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { type Permit, askPermits } from '#areas/compliance/index.ts';
import { addressLines } from '#areas/customers/rules/delivery.ts';
import type { LetterRefusal } from '../../rules/letters/letter.ts';
import { type MailClass, trackingDigits } from '../../rules/letters/tracking.ts';
import { keptFile } from '../../store/attachments.ts';
import {
  type Sender,
  type WaitingLetter,
  insertBatch,
  lettersWaiting,
  senderOf,
  takeSerials,
} from '../../store/letters.ts';
import { moveMessage } from '../../store/messages.ts';

export type PrintLetters = {
  readonly companyId: Id;
  readonly mailClass: MailClass;
  /** The rest waits for the next batch. */
  readonly most: number;
};

/** A letter as it is drawn: on the letterhead, or a paper that was made before. */
export type DrawnLetter = {
  readonly letter: WaitingLetter;
  readonly address: readonly string[];
  readonly tracking: string | null;
  /** The papers that are this letter, where there are any. */
  readonly papers: readonly Uint8Array[];
};

/** Draws letters in their order as one file; how many pages each has. */
export type DrawLetters = (
  letters: readonly DrawnLetter[],
  sender: Sender,
) => Promise<{ readonly file: Uint8Array; readonly pages: readonly number[] }>;

export type Printed = {
  /** Null when every letter that waited is held with its reason. */
  readonly batchId: Id | null;
  readonly letters: number;
  readonly pages: number;
  readonly held: number;
};

export async function printLetters(
  context: Context,
  { companyId, mailClass, most }: PrintLetters,
  draw: DrawLetters,
): Promise<Outcome<Printed, LetterRefusal>> {
  const { tx, at } = context;
  const waiting = await lettersWaiting(tx, companyId, most, at);
  if (waiting.length === 0) return refuse('correspondence.nothing_to_print');
  const sender = await senderOf(tx, companyId);
  const { ready, held } = await sift(context, waiting);
  if (ready.length === 0) return accept({ batchId: null, letters: 0, pages: 0, held });
  const serial =
    sender.mailerId === null ? 0n : await takeSerials(tx, sender.mailerId, ready.length);
  const drawn: DrawnLetter[] = [];
  for (const [index, { letter }] of ready.entries()) {
    const { mailerId } = sender;
    const zip = letter.address.postalCode;
    drawn.push({
      letter,
      address: addressLines(letter.toName, letter.address, sender.country),
      tracking:
        mailerId === null || letter.address.country !== 'US' || letter.statements.length > 0
          ? null
          : trackingDigits({ mailerId, mailClass }, serial + BigInt(index), zip),
      papers: await papersOf(context, letter),
    });
  }
  const { file, pages } = await draw(drawn, sender);
  return accept(await keep(context, { companyId, mailClass, ready, drawn, file, pages, held }));
}

type Addressed = WaitingLetter & {
  readonly address: NonNullable<WaitingLetter['address']>;
  readonly addressId: Id;
};
type Ready = { readonly letter: Addressed; readonly permit: Permit };

/** Sets aside what may not go out, each with its reason. */
async function sift(
  context: Context,
  waiting: readonly WaitingLetter[],
): Promise<{ ready: Ready[]; held: number }> {
  const addressed: Addressed[] = [];
  for (const letter of waiting) {
    const { address, addressId, refused } = letter;
    if (letter.paidSince) {
      await moveMessage(context, letter, {
        event: 'cancelled',
        state: 'cancelled',
        detail: 'paid',
      });
    } else if (address === null || addressId === null || refused !== null) {
      const detail = address === null ? 'no_address' : 'address_refused';
      await moveMessage(context, letter, { event: 'held', state: 'held', detail });
    } else {
      addressed.push({ ...letter, address, addressId });
    }
  }
  const permits = await askPermits(
    context,
    addressed.map(({ accountId, contactId, purpose, itemIds }) => ({
      accountId,
      contactId,
      channel: 'letter',
      address: '',
      purpose,
      technology: 'manual',
      itemIds,
    })),
  );
  const ready: Ready[] = [];
  for (const [index, letter] of addressed.entries()) {
    const permit = permits[index];
    if (permit?.allowed) ready.push({ letter, permit });
    else {
      await moveMessage(context, letter, {
        event: 'held',
        state: 'held',
        detail: permit?.reasons.map(({ id }) => id).join(', ') ?? '',
        nextAt: permit?.nextAllowedAt ?? null,
      });
    }
  }
  return { ready, held: waiting.length - ready.length };
}

async function papersOf(
  { tx }: Context,
  { accountId, statements }: WaitingLetter,
): Promise<Uint8Array[]> {
  const papers: Uint8Array[] = [];
  for (const fileId of statements) {
    const file = await keptFile(tx, accountId, fileId);
    if (!file) throw new Error(`the paper ${fileId} of a letter is gone`);
    papers.push(file.content);
  }
  return papers;
}

async function keep(
  context: Context,
  made: {
    readonly companyId: Id;
    readonly mailClass: MailClass;
    readonly ready: readonly Ready[];
    readonly drawn: readonly DrawnLetter[];
    readonly file: Uint8Array;
    readonly pages: readonly number[];
    readonly held: number;
  },
): Promise<Printed> {
  const { ready, drawn, pages, file } = made;
  const batchId = context.newId();
  let firstPage = 1;
  const letters = ready.map(({ letter, permit }, index) => {
    const own = pages[index] ?? 1;
    const { accountId, messageId, addressId, attempts } = letter;
    const { address = [], tracking = null } = drawn[index] ?? {};
    const place = { firstPage, pages: own };
    firstPage += own;
    const attemptNo = attempts + 1;
    const { permitId } = permit;
    return { accountId, messageId, addressId, address, tracking, permitId, attemptNo, ...place };
  });
  const total = firstPage - 1;
  const { companyId, mailClass, held } = made;
  const kept = { sha256: fingerprint(file), content: file, pages: total, letters };
  await insertBatch(context, { batchId, companyId, mailClass, ...kept });
  for (const { letter } of ready) {
    const detail = `batch ${batchId}`;
    await moveMessage(context, letter, { event: 'attempted', state: 'sending', detail });
  }
  context.did({ what: 'letters printed', id: batchId, facts: { letters: letters.length, held } });
  await context.tell({
    name: 'correspondence.letters_printed',
    accountId: null,
    payload: { batchId, letters: letters.length },
  });
  return { batchId, letters: letters.length, pages: total, held };
}
