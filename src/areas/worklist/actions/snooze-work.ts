/** Come back later: the account leaves the list until a moment said in plain words. */
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import type { AnswerRefusal } from '../rules/refusal.ts';
import { type SnoozeRefusal, parseSnooze } from '../rules/snooze.ts';
import { type Viewed, keepAnswer, mayAnswer, nextOf } from './answer-work.ts';

export type SnoozeWork = {
  readonly accountId: Id;
  /** As somebody said it: `mon 9`. */
  readonly until: string;
  readonly note: string;
  readonly language: Language;
  readonly viewed?: Viewed;
};

export async function snoozeWork(
  context: Context,
  { accountId, until: text, note, language, viewed }: SnoozeWork,
): Promise<Outcome<{ until: Instant; next: Id | null }, AnswerRefusal | SnoozeRefusal>> {
  const place = await mayAnswer(context, accountId, viewed);
  if (!place.ok) return place;
  const { zone, now } = place.value;
  const until = parseSnooze(text, { at: now, zone, language });
  if (!until.ok) return until;

  const kept = { accountId, kind: 'snoozed', result: null, note: note.trim() } as const;
  await keepAnswer(context, place.value, { ...kept, until: until.value });
  await recordActivity(context, {
    accountId,
    kind: 'work',
    phrase: 'activity.work_snoozed',
    facts: { until: until.value },
    text: kept.note === '' ? null : kept.note,
    touch: false,
  });
  await context.tell({ name: 'worklist.work_snoozed', accountId, payload: { until: until.value } });
  const next = await nextOf(context, place.value);
  return accept({ until: until.value, next });
}
