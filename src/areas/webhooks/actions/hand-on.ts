/**
 * Hands a piece of news on to the endpoints that asked for it; each is told of an event once.
 *
 * An endpoint of one company hears only of that company's accounts, so news without an account
 * reaches those of every company.
 */
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { accept, type Outcome } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { isOutsideEvent } from '../rules/outside-events.ts';
import { insertDelivery } from '../store/deliveries.ts';
import { liveEndpoints } from '../store/endpoints.ts';
import { subjectOf } from '../store/subject.ts';

/** News as it was told. */
export type News = {
  readonly eventId: Id;
  readonly name: string;
  readonly at: Instant;
  readonly accountId: Id | null;
  readonly payload: Readonly<Record<string, unknown>>;
};

export async function handOn(
  context: Context,
  news: News,
): Promise<Outcome<{ deliveries: number }, never>> {
  const { name: event, eventId } = news;
  if (!isOutsideEvent(event)) return accept({ deliveries: 0 });
  const wanted = (await liveEndpoints(context.tx)).filter(({ events }) => events.includes(event));
  if (wanted.length === 0) return accept({ deliveries: 0 });
  const subject = news.accountId === null ? undefined : await subjectOf(context.tx, news.accountId);
  const data = {
    eventId,
    ...(subject && { company: subject.company, account: subject.account }),
    ...news.payload,
  };
  const body = JSON.stringify({ type: event, timestamp: news.at, data });
  let deliveries = 0;
  for (const { endpointId, companyId } of wanted) {
    if (companyId !== null && companyId !== subject?.companyId) continue;
    const made = { endpointId, deliveryId: context.newId(), eventId, event, body };
    if (await insertDelivery(context, made)) deliveries += 1;
  }
  return accept({ deliveries });
}
