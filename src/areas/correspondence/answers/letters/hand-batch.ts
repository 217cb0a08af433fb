/** Hands the letters of a batch to the provider, one after the other, some in one go. */
import type { Id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Actor, type Desk, accepted, perform } from '#platform/action.ts';
import { type NextLetter, recordHanding, tryNext } from '../../actions/letters/hand-over.ts';
import { pageTaker } from '#platform/pdf/take-pages.ts';
import { batchesWaiting } from '../../store/handings.ts';
import { batchFile } from '../../store/letters.ts';
import type { LetterRefusal } from '../../rules/letters/letter.ts';

export type BatchHanded = {
  readonly taken: number;
  readonly refused: number;
  readonly unknown: number;
  /** The place of the last letter that was tried; null once none behind it may go. */
  readonly next: number | null;
};

type HandBatch = {
  readonly batchId: Id;
  readonly after: number;
  readonly most: number;
  readonly asked?: NextLetter['asked'];
};

/**
 * Behind this place, so many at most; whoever asks goes on from `next`. A letter that was refused
 * is not tried again in the same walk, and one whose outcome is unknown in none.
 */
export async function handBatch(
  desk: Desk,
  actor: Actor,
  { batchId, after, most, asked = 'by_person' }: HandBatch,
): Promise<Outcome<BatchHanded, LetterRefusal | 'idempotency.key_used_otherwise'>> {
  const { printer } = desk;
  if (printer === undefined) return refuse('correspondence.no_printer');
  const { provider } = printer;
  const file = await batchFile(desk.db, batchId);
  if (!file) return refuse('correspondence.no_such_batch');
  const pages = pageTaker(file);
  const doing = (action: string, input: object) => ({
    action: `correspondence.${action}`,
    actor,
    reason: 'handed to the printer',
    input,
  });
  const counts = { taken: 0, refused: 0, unknown: 0 };
  let place = after;
  for (let tries = 0; tries < most; tries += 1) {
    const wish = { batchId, after: place, provider, asked };
    const tried = await perform(desk, doing('try_letter', wish), (context) =>
      tryNext(context, wish),
    );
    if (!tried.ok) return tried;
    const { answer } = tried.value;
    if (answer === null) return accept({ ...counts, next: null });
    const { accountId, messageId, position, letter } = answer;
    place = position;
    if (letter === null) {
      counts.refused += 1;
      continue;
    }
    const { first, count, ...known } = letter;
    const handed = await printer.hand({ ...known, pdf: pages({ first, count }) });
    const said = { provider, ...handed };
    const ref = { accountId, messageId };
    const recorded = await perform(desk, doing('record_handing', ref), (context) =>
      recordHanding(context, ref, said),
    );
    counts[accepted(recorded).answer.event] += 1;
  }
  return accept({ ...counts, next: place });
}

/** How many letters of a batch go in one round of the clock. */
const atOnce = 100;

/**
 * Hands over what was printed so many minutes ago and waits, batch by batch; nothing where people
 * do it. Answers what became of them.
 */
export async function handWaiting(desk: Desk, actor: Actor): Promise<Omit<BatchHanded, 'next'>> {
  const sum = { taken: 0, refused: 0, unknown: 0 };
  const minutes = desk.printer?.handAfterMinutes;
  if (minutes === undefined) return sum;
  const printedBy = instant(
    new Date(Date.parse(desk.clock.now()) - minutes * 60_000).toISOString(),
  );
  for (const batchId of await batchesWaiting(desk.db, printedBy)) {
    const wish = { batchId, after: 0, most: atOnce, asked: 'by_clock' } as const;
    const handed = await handBatch(desk, actor, wish);
    // A company without its letterhead holds up nobody else's letters.
    if (!handed.ok) desk.log?.warn({ batchId, refusal: handed.refusal }, 'letters stay here');
    if (!handed.ok) continue;
    sum.taken += handed.value.taken;
    sum.refused += handed.value.refused;
    sum.unknown += handed.value.unknown;
  }
  return sum;
}
