/**
 * Hands a batch to the post: from now on its letters were sent, each is a contact under its
 * permit, and what waited for the notice goes on.
 *
 * A batch that goes today is asked about once more: a letter to somebody whom a stay, a refusal,
 * a promise or a dispute protects by now, who has paid or who lives elsewhere is taken back, and
 * whoever carries the pile hears which to take out. One that went on an earlier day has gone; that
 * is written down as it was.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, type Refused, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordContact } from '#areas/compliance/index.ts';
import { isUnknown } from '../../rules/letters/handing.ts';
import { type LetterRefusal, certifiedNumber } from '../../rules/letters/letter.ts';
import { addressOf, handingsOf } from '../../store/handings.ts';
import { type LoggedLetter, insertMailed, mailLog } from '../../store/mail-log.ts';
import { lockMessage, moveMessage } from '../../store/messages.ts';
import { learntSince } from './learnt-since.ts';
import { takeBack } from './withdraw-letter.ts';

export type MailBatch = {
  readonly batchId: Id;
  /** Today asks the gate once more; an earlier day tells of what has gone. */
  readonly mailedOn: Day;
  /** Numbers of certified mail by letter. */
  readonly certified: ReadonlyMap<Id, string>;
};

/** One that stays here, and what was learnt since it was printed. */
export type HeldBack = {
  readonly letter: LoggedLetter;
  readonly why: string;
};

export type BatchMailed = { readonly mailed: number; readonly heldBack: readonly HeldBack[] };

export async function mailBatch(
  context: Context,
  { batchId, mailedOn, certified }: MailBatch,
): Promise<Outcome<BatchMailed, LetterRefusal>> {
  const letters = await mailLog(context.tx, { companies: 'all', batchId }, null);
  const [first] = letters;
  if (!first) return refuse('correspondence.no_such_batch');
  if (mailedOn < first.printedOn || mailedOn > context.today) {
    return refuse('correspondence.mailed_before_printed', { on: first.printedOn });
  }
  const wrong = [...certified].find(([, number]) => certifiedNumber(number) === undefined);
  if (wrong) return refuse('correspondence.certified_number_wrong', { number: wrong[1] });
  const printed = letters.filter(({ state }) => state === 'printed');
  const handings = await handingsOf(
    context.tx,
    printed.map(({ messageId }) => messageId),
  );
  // What the provider may have is not mailed a second time.
  const open = printed.filter(
    ({ messageId }) => !isUnknown(handings.get(messageId)?.event ?? null),
  );
  if (open.length < printed.length && open.length === 0) {
    return refuse('correspondence.handing_unknown', { letters: printed.length });
  }
  if (open.length === 0) return refuse('correspondence.batch_mailed_already');
  const heldBack = mailedOn === context.today ? await holdBack(context, open) : [];
  const stay = new Set(heldBack.map(({ letter }) => letter.messageId));
  const going = open.filter(({ messageId }) => !stay.has(messageId));
  for (const letter of going) {
    const number = certified.get(letter.messageId);
    await mailOne(context, letter, {
      on: mailedOn,
      certified: number === undefined ? null : (certifiedNumber(number) ?? null),
    });
  }
  const facts = { letters: going.length, heldBack: heldBack.length };
  context.did({ what: 'letters mailed', id: batchId, facts });
  return accept({ mailed: going.length, heldBack });
}

/** Takes back what may not go any more, and answers it in the order of the pile. */
async function holdBack(context: Context, open: readonly LoggedLetter[]): Promise<HeldBack[]> {
  const reasons = await learntSince(context, open);
  const held: HeldBack[] = [];
  for (const letter of open) {
    const why = reasons.get(letter.messageId) ?? (await addressedAnew(context, letter));
    if (why !== undefined) held.push({ letter, why });
  }
  for (const { letter, why } of held) {
    const standing = await lockMessage(context.tx, letter);
    if (standing?.state === 'sending') await takeBack(context, letter, why);
  }
  return held;
}

/** Its sheet bears an address where the customer is no more. */
async function addressedAnew(
  { tx }: Context,
  { accountId, addressId }: LoggedLetter,
): Promise<'address_changed' | undefined> {
  const now = await addressOf(tx, accountId);
  return now?.addressId === addressId ? undefined : 'address_changed';
}

/** One letter went to the post: it was sent, and is a contact under its permit. */
export async function mailOne(
  context: Context,
  letter: LoggedLetter,
  mailed: { readonly on: Day; readonly certified: string | null },
): Promise<void> {
  const { accountId, messageId, key, permitId, contactId, itemIds } = letter;
  const standing = await lockMessage(context.tx, letter);
  if (standing?.state !== 'sending') return;
  await insertMailed(context, letter, mailed);
  await moveMessage(context, letter, { event: 'sent', state: 'sent', detail: 'mailed' });
  const recorded = await recordContact(context, {
    accountId,
    permitId,
    channel: 'letter',
    direction: 'out',
    result: 'sent',
    at: context.at,
    address: '',
    contactId,
    itemIds: [...itemIds],
    by: context.actor.ref,
    about: { kind: 'letter', id: messageId },
  });
  if (!recorded.ok) throw new Error(describe(recorded));
  await context.tell({
    name: 'correspondence.message_sent',
    accountId,
    payload: { accountId, messageId, key },
  });
}

function describe({ refusal, facts }: Refused<string>): string {
  return `a mailed letter is no contact: ${refusal} ${JSON.stringify(facts)}`;
}
