/**
 * Reminders before the due day: a courtesy for debts that are not late yet, once for each.
 *
 * They are no levels: who was never reminded is still dunned from the first level on, and a
 * debt whose day has passed is never reminded of its coming due.
 */
import { daysBetween } from '#kernel/day.ts';
import { sumOf } from './asking.ts';
import { meetsAll } from './condition.ts';
import { minimumIn } from './document.ts';
import type { Case, Found } from './found.ts';
import { quietUntil, remindersOf } from './ladder.ts';

/** The latest reminder whose window is open for a debt that did not have it. */
export function reminderOf({ document, facts, nets, on }: Case): Found | undefined {
  for (const step of remindersOf(document).toReversed()) {
    if (step.when.length > 0 && !meetsAll(step.when, facts, on)) continue;
    const until = quietUntil(document, step, facts, null);
    if (until !== null && until > on) continue;
    const reminded = new Set(
      facts.done.filter(({ days }) => days >= step.days).map(({ itemId }) => itemId),
    );
    const asked = nets.flatMap((net) => {
      const left = net.upcoming.filter(
        ({ item }) => daysBetween(item.dueOn, on) >= step.days && !reminded.has(item.itemId),
      );
      const minimum = minimumIn(document, step, net.currency);
      const enough = minimum === undefined || sumOf(left) >= minimum.minor;
      return left.length > 0 && enough ? [{ net, left }] : [];
    });
    const [first] = asked.flatMap(({ left }) => left);
    if (first) return { step, episode: first.item.itemId, asked, own: new Map(), below: [] };
  }
  return undefined;
}
