/**
 * Hands a printed letter to whoever prints and mails for us, in two steps around the line: the
 * try is written down before a byte goes out, its outcome after. One that was taken is mailed.
 *
 * A letter may lie printed for days. What was paid since, and whom a stay, a refusal or a promise
 * protects by now, is not handed over: the letter is taken back.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { PostalPlace } from '#kernel/postal.ts';
import type { Context } from '#platform/action.ts';
import {
  type HandingSaid,
  goesByItself,
  handingKey,
  isUnknown,
  mayHandOver,
} from '../../rules/letters/handing.ts';
import { type LetterRefusal, certifiedNumber } from '../../rules/letters/letter.ts';
import {
  addressOf,
  batchHead,
  type Handing,
  handingsOf,
  insertHanding,
  nextHere,
} from '../../store/handings.ts';
import { type LoggedLetter, mailLog } from '../../store/mail-log.ts';
import { lockMessage } from '../../store/messages.ts';
import { learntSince } from './learnt-since.ts';
import { mailOne } from './mail-batch.ts';
import { takeBack } from './withdraw-letter.ts';

export type Tried = {
  readonly accountId: Id;
  readonly messageId: Id;
  readonly position: number;
  /** Null for one that cannot be handed over; why stands in its history. */
  readonly letter: {
    readonly key: string;
    readonly about: string;
    readonly to: PostalPlace;
    readonly from: PostalPlace;
    readonly certified: boolean;
    /** Where it stands in the batch's file. */
    readonly first: number;
    readonly count: number;
  } | null;
};

export type NextLetter = {
  readonly batchId: Id;
  readonly after: number;
  readonly provider: string;
  /** By a person, who may try again what was refused; or by the clock, which may not. */
  readonly asked: 'by_person' | 'by_clock';
};

/**
 * Takes the next letter of a batch behind this place that may go; null when there is none.
 * It looks at no other letter of the batch, however many there are.
 */
export async function tryNext(
  context: Context,
  { batchId, after, provider, asked }: NextLetter,
): Promise<Outcome<Tried | null, LetterRefusal>> {
  const { tx } = context;
  const head = await batchHead(tx, batchId);
  if (!head) return refuse('correspondence.no_such_batch');
  const { from, certified } = head;
  if (!from) return refuse('correspondence.no_return_address');
  const next = await takeNext(context, { batchId, after, asked });
  if (!next) return accept(null);
  const { letter, last } = next;
  const { accountId, messageId, position } = letter;
  const ref = { accountId, messageId, position };
  const why = (await learntSince(context, [letter])).get(messageId);
  if (why !== undefined) {
    await takeBack(context, letter, why);
    return accept({ ...ref, letter: null });
  }
  const to = await addressOf(tx, accountId);
  if (to?.addressId !== letter.addressId) {
    const said = { event: 'refused', provider, ref: null, detail: 'address_changed' } as const;
    await insertHanding(context, letter, said);
    return accept({ ...ref, letter: null });
  }
  await insertHanding(context, letter, { event: 'tried', provider, ref: null, detail: '' });
  const key = handingKey(messageId, last?.refusals ?? 0);
  const about = `${letter.account} ${letter.subject}`;
  const { firstPage: first, pages: count } = letter;
  return accept({ ...ref, letter: { key, about, to, from, certified, first, count } });
}

/** The next one, locked, and the last word on it; another hand may have taken it meanwhile. */
async function takeNext(
  { tx }: Context,
  { batchId, after, asked }: Omit<NextLetter, 'provider'>,
): Promise<{ letter: LoggedLetter; last: Handing | undefined } | undefined> {
  let here = await nextHere(tx, { batchId, after });
  while (here) {
    const { accountId, messageId, position } = here;
    const standing = await lockMessage(tx, here);
    const last = (await handingsOf(tx, [messageId])).get(messageId);
    const may = standing?.state === 'sending' && mayHandOver(last?.event ?? null);
    if (may && (asked === 'by_person' || goesByItself(last ?? null))) {
      const [letter] = await mailLog(tx, { companies: 'all', accountId, messageId }, 1);
      if (!letter) throw new Error(`the letter ${messageId} is gone`);
      return { letter, last };
    }
    here = await nextHere(tx, { batchId, after: position });
  }
  return undefined;
}

const events = { sent: 'taken', not_sent: 'refused', unknown: 'unknown' } as const;

/** Writes down what the provider said; a letter that it took was mailed today. */
export async function recordHanding(
  context: Context,
  letter: { readonly accountId: Id; readonly messageId: Id },
  { provider, state, detail, ref, tracking }: HandingSaid,
): Promise<Outcome<{ event: (typeof events)[HandingSaid['state']] }, never>> {
  const event = events[state];
  await insertHanding(context, letter, { event, provider, ref, detail });
  if (event === 'taken') await mailed(context, letter, tracking);
  context.did({ what: `letter ${event}`, id: letter.messageId, facts: { provider, detail } });
  return accept({ event });
}

async function mailed(
  context: Context,
  { accountId, messageId }: { readonly accountId: Id; readonly messageId: Id },
  tracking: string | null,
): Promise<void> {
  const filter = { companies: 'all', accountId, messageId } as const;
  const [letter] = await mailLog(context.tx, filter, 1);
  if (!letter) throw new Error(`the letter ${messageId} is gone`);
  const certified = tracking === null ? null : (certifiedNumber(tracking) ?? null);
  await mailOne(context, letter, { on: context.today, certified });
}

export type SettleHanding = {
  readonly accountId: Id;
  readonly messageId: Id;
  /** Whether the provider has it. */
  readonly there: boolean;
};

/** A person looked at the provider's list: an unknown letter is there, or it is not. */
export async function settleHanding(
  context: Context,
  { accountId, messageId, there }: SettleHanding,
): Promise<Outcome<{ there: boolean }, LetterRefusal>> {
  const { tx, reason } = context;
  await lockMessage(tx, { accountId, messageId });
  const last = (await handingsOf(tx, [messageId])).get(messageId);
  if (!last || !isUnknown(last.event)) return refuse('correspondence.handing_not_unknown');
  const event = there ? ('taken' as const) : ('not_there' as const);
  const said = { event, provider: last.provider, ref: null, detail: reason };
  await insertHanding(context, { accountId, messageId }, said);
  if (there) await mailed(context, { accountId, messageId }, null);
  context.did({ what: `letter ${event}`, id: messageId });
  return accept({ there });
}
