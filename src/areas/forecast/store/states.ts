/**
 * What bends the chance to be paid besides habit, with the days on which it began and ended:
 * disputes of an item, credit holds of an account, contacts that somebody answered or received.
 */
import { type Day, day } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { toNumber } from '../rules/days.ts';
import { type State, contactedFrom } from '../rules/states.ts';
import type { Whose } from './book.ts';

type Span = { account_id: string; item_id: string | null; from_on: Day; ended_on: Day | null };
type States = (accountId: string, itemId: string) => readonly State[];

/** Only what had begun by the day; what ended later had not ended. */
export async function statesOf(db: Queries, whose: Whose, asOf: Day): Promise<States> {
  const [disputes, holds, contacts] = await Promise.all([
    db.all(sql<Span>`
      select h.account_id, h.item_id, h.effective_on as from_on, h.ended_on
        from disputes.dispute_history h
       where h.account_id in (${whose})
         and h.effective_on <= ${asOf}
         and (h.ended_on is not null
              or exists (select from disputes.open_dispute o
                          where o.account_id = h.account_id and o.item_id = h.item_id))`),
    db.all(sql<Span>`
      select h.account_id, null::uuid as item_id, h.effective_on as from_on, h.ended_on
        from credit.hold_history h
       where h.account_id in (${whose})
         and h.effective_on <= ${asOf}`),
    db.all(sql<{ account_id: string; on_day: Day }>`
      select distinct c.account_id, (c.at at time zone 'UTC')::date as on_day
        from compliance.contact_card c
       where c.account_id in (${whose})
         and c.at < (${asOf}::date + 1)`),
  ]);
  const byItem = new Map<string, State[]>();
  const byAccount = new Map<string, State[]>();
  for (const span of disputes) put(byItem, span.item_id ?? '', spanned('disputed', span));
  for (const span of holds) put(byAccount, span.account_id, spanned('held', span));
  for (const { account_id, on_day } of contacts) {
    put(byAccount, account_id, contactedFrom(toNumber(day(on_day))));
  }
  return (accountId, itemId) => [
    ...(byItem.get(itemId) ?? []),
    ...(byAccount.get(accountId) ?? []),
  ];
}

function spanned(kind: 'disputed' | 'held', { from_on, ended_on }: Span): State {
  return {
    kind,
    from: toNumber(from_on),
    until: ended_on === null ? null : toNumber(ended_on),
  };
}

function put(states: Map<string, State[]>, key: string, state: State): void {
  const found = states.get(key);
  if (found) found.push(state);
  else states.set(key, [state]);
}
