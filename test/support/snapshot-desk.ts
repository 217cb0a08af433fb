/** A desk that takes open-item files in as snapshots, and says what is open there. */
import { type Day, day } from '#kernel/day.ts';
import { formatMoney, money } from '#kernel/money.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import {
  type SnapshotOutcome,
  type TakeSnapshot,
  takeSnapshot,
} from '#areas/imports/actions/take-snapshot.ts';
import { bookOf, lookAt, openFile } from '#areas/imports/answers/open-files.ts';
import type { Settings } from '#areas/imports/rules/settings.ts';
import type { Story } from './builders.ts';

export type SnapshotTold = {
  readonly confirmClosing?: number;
  readonly acceptGood?: boolean;
  readonly settings?: Settings;
};

/** The file as it would be taken in, as a snapshot of a day. */
export async function snapshotWish(
  text: string,
  asOf: Day,
  { confirmClosing, acceptGood = false, settings = { kind: 'items' } }: SnapshotTold = {},
): Promise<TakeSnapshot> {
  const opened = await openFile({ name: 'open.csv', bytes: Buffer.from(text) });
  if (!opened.ok) throw new Error(opened.refusal);
  const looked = lookAt([opened.value], settings, undefined);
  const asked = looked.flatMap(({ detection }) => detection.questions);
  if (asked.length > 0) throw new Error(`asked: ${JSON.stringify(asked)}`);
  const book = bookOf(looked, asOf);
  return { ...book, company: 'MAIN', currency: undefined, acceptGood, asOf, confirmClosing };
}

/** Takes a file in on the day it is of, and answers what was found, taken in or not. */
export async function takeFile(
  desk: Story,
  text: string,
  asOf: string,
  told: SnapshotTold = {},
): Promise<{ outcome: Outcome<SnapshotOutcome>; seen: SnapshotOutcome | undefined }> {
  desk.on(asOf);
  const wish = await snapshotWish(text, day(asOf), told);
  let seen: SnapshotOutcome | undefined;
  const outcome = await desk.act((context: Context) =>
    takeSnapshot(context, wish, (found) => (seen = found)),
  );
  return { outcome, seen };
}

/** What is open under the numbers of the source, as `agreed` writes it. */
export async function openHere(db: Queries): Promise<string[]> {
  const rows = await db.all(sql<{
    external_id: string;
    currency: string;
    open: bigint;
    due_on: string;
  }>`
    select external_id, currency, sum(open_minor)::bigint as open, due_on
      from ledger.item_at_source
     where open_minor <> 0
     group by external_id, currency, due_on`);
  return rows
    .map((row) => {
      const amount = formatMoney(money(row.open, row.currency));
      return `${row.external_id} ${amount} ${row.currency} ${row.due_on}`;
    })
    .toSorted();
}
