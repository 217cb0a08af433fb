/**
 * Keeps that somebody wants to be called: at a moment in their own zone, or at once by a
 * colleague who speaks their language.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { deskMoment, instantOf } from '#kernel/local-time.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { e164 } from '#kernel/phone.ts';
import type { Context } from '#platform/action.ts';
import type { CallRefusal } from '../../rules/calls/refusal.ts';
import { insertCallback } from '../../store/calls/callbacks.ts';
import { speakersOf } from '../../store/calls/callers.ts';
import type { Call } from '../../store/calls/calls.ts';
import { accountZone } from '../../store/calls/prep.ts';
import type { Done } from './do-outcomes.ts';

type Kept = Outcome<{ done: readonly Done[]; at: Instant }, CallRefusal>;

export type AskCallback = {
  readonly on: Day;
  readonly minutes: number;
  readonly zone: string;
  /** Null: the number of this call. */
  readonly number: string | null;
  readonly note: string;
};

export async function askCallback(context: Context, call: Call, wish: AskCallback): Promise<Kept> {
  const { accountId, callId, contactId, person, language } = call;
  const { on, minutes, zone, note } = wish;
  const now = deskMoment(context.at, context.today, await accountZone(context.tx, accountId));
  const dueAt = instantOf({ on, minutes }, zone);
  if (dueAt < now) return refuse('call.callback_in_past', { until: dueAt });
  const said = wish.number ?? call.number;
  const number = e164(said);
  if (number === undefined) return refuse('call.number_unfit', { number: said });
  const callbackId = context.newId();
  await insertCallback(context, {
    accountId,
    callbackId,
    callId,
    contactId,
    person,
    number,
    dueAt,
    zone,
    language,
    memberId: null,
    note,
  });
  const facts = { at: dueAt, zone, number };
  return accept({ done: [{ outcome: 'callback', objectId: callbackId, facts }], at: dueAt });
}

/** Hands the caller to a colleague who speaks their language, who calls back at once. */
export async function handOver(
  context: Context,
  call: Call,
  { memberId, note }: { readonly memberId: Id; readonly note: string },
): Promise<Kept> {
  const { accountId, callId, contactId, person, number, language } = call;
  const speakers = await speakersOf(context.tx, language);
  const speaker = speakers.find((each) => each.memberId === memberId);
  if (!speaker) return refuse('call.speaks_not', { language });
  const zone = await accountZone(context.tx, accountId);
  const dueAt = deskMoment(context.at, context.today, zone);
  const callbackId = context.newId();
  const asked = { accountId, callbackId, callId, contactId, person, number, language };
  await insertCallback(context, { ...asked, dueAt, zone, memberId, note });
  const facts = { to: speaker.name };
  return accept({ done: [{ outcome: 'handed_over', objectId: callbackId, facts }], at: dueAt });
}
