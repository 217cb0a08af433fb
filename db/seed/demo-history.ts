/**
 * Two years at the invented desk: the book comes in as it became known, collectors call, write
 * down what they heard and take promises, before the money that keeps or breaks them.
 */
import { type Day, plusDays, plusMonths, startOfMonth } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { recordDisputes } from '#areas/disputes/index.ts';
import { importBook } from '#areas/imports/actions/import-book.ts';
import type { Incoming } from '#areas/imports/rules/incoming.ts';
import { findIdentities } from '#areas/ledger/index.ts';
import { recordRate } from '#areas/ledger/actions/record-rate.ts';
import { judgePlans } from '#areas/promises/actions/plans/judge-plans.ts';
import { judgePromises } from '#areas/promises/actions/judge-promises.ts';
import { standardPromisePolicy } from '#areas/promises/rules/promise.ts';
import type { Context, Desk } from '#platform/action.ts';
import {
  type Contested,
  type DemoBook,
  between,
  company,
  foreign,
  rateOf,
  usd,
} from './demo-book.ts';
import { collectorsCall } from './demo-calls.ts';
import { act, deskOn } from './demo-desk.ts';
import type { Dice } from './dice.ts';

/** How many days before today the book was brought up to date. */
const cuts = [
  -400, -310, -240, -180, -150, -120, -100, -80, -66, -55, -45, -36, -28, -21, -15, -12, -9, -6, -3,
];

export type History = {
  readonly companyId: Id;
  readonly book: DemoBook;
  readonly from: Day;
  readonly dice: Dice;
};

/** Plays everything up to and with today; `meanwhile` happens at the end of each day it plays. */
export async function playHistory(
  desk: Desk,
  history: History,
  meanwhile: (then: Desk) => Promise<void>,
): Promise<void> {
  const today = desk.clock.today();
  let since: Day | undefined;
  for (const upTo of [...cuts.map((days) => plusDays(today, days)), today]) {
    const then = deskOn(desk, upTo);
    await keepRates(then, since ?? history.from, upTo);
    await takeIn(then, between(history.book.incoming, since, upTo));
    await contest(then, history, since);
    await judge(then);
    if (upTo < plusDays(today, -12)) await collectorsCall(then, history.dice);
    await meanwhile(then);
    since = upTo;
  }
}

/** Judges every promise and every plan, as the night does. */
export async function judge(desk: Desk): Promise<void> {
  await act(desk, { action: 'promises.judge_promises' }, (context) =>
    judgePromises(context, 'all', standardPromisePolicy),
  );
  await act(desk, { action: 'promises.judge_plans' }, (context) => judgePlans(context, 'all'));
}

async function keepRates(desk: Desk, after: Day, upTo: Day): Promise<void> {
  const known = deskOn(desk, upTo);
  for (let on = startOfMonth(after); on <= upTo; on = plusMonths(on, 1)) {
    for (const { code, middle } of foreign) {
      const rate = decimal(rateOf(middle, on));
      const given = { from: code, to: usd, effectiveOn: on, rate, source: 'demo bank' };
      await act(known, { action: 'ledger.record_rate' }, (context) => recordRate(context, given));
    }
  }
}

async function takeIn(desk: Desk, incoming: Incoming): Promise<void> {
  const rows = Object.values(incoming).reduce((sum, list) => sum + list.length, 0);
  const reason = 'billing and cash of the invented company';
  await act(desk, { action: 'imports.import_book', reason }, (context) =>
    importBook(
      context,
      {
        kind: 'book',
        source: 'demo',
        files: [],
        incoming,
        rows,
        skipped: 0,
        problems: [],
        company,
        currency: usd,
        acceptGood: false,
      },
      () => undefined,
    ),
  );
}

/** Disputes become known when they are raised, or when they were raised and settled in between. */
async function contest(
  desk: Desk,
  { companyId, book }: History,
  since: Day | undefined,
): Promise<void> {
  const today = desk.clock.today();
  const heard = book.disputes.filter((each) => {
    const known = each.resolvedOn ?? each.on;
    return known <= today && (since === undefined || known > since);
  });
  if (heard.length === 0) return;
  await act(desk, { action: 'disputes.record_disputes' }, async (context) => {
    await recordDisputes(context, await disputesOf(context, companyId, heard));
    return accept(null);
  });
}

async function disputesOf(context: Context, companyId: Id, heard: readonly Contested[]) {
  const externalIds = heard.map(({ documentId }) => documentId);
  const items = await findIdentities(context.tx, companyId, 'demo', { kind: 'item', externalIds });
  return heard.flatMap(({ documentId, on, resolvedOn, reason }) => {
    const item = items.get(documentId);
    if (!item) return [];
    const { accountId, objectId: itemId } = item;
    return [{ accountId, disputeId: context.newId(), itemId, reason, openedOn: on, resolvedOn }];
  });
}
