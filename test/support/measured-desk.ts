/** A desk on 2026-07-20 with accounts that can be called and owe something, priced and listed. */
import type { Day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { sql } from '#platform/postgres/sql.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { buildAll, rebuildAccounts } from '#areas/worklist/actions/build-worklist.ts';
import { deskOn, type Story } from './builders.ts';

/** Number, amount and due day of one account. */
export type Owing = readonly [number: string, amount: string, due: string];

export type MeasuredDesk = Story & {
  owing(number: string): { accountId: Id; invoiceId: Id };
  /** Prices the day and builds every list. */
  morning(): Promise<void>;
  /** Something happened to the account. */
  again(accountId: Id): Promise<void>;
};

export async function measuredDesk(owings: readonly Owing[]): Promise<MeasuredDesk> {
  const desk = await deskOn('2026-03-01');
  const stated = owings.map(([number]) => {
    return { customerNumber: number, name: number, email: 'ap@x.example', phone: '+12025550123' };
  });
  const ensured = await desk.done(async (context) =>
    accept(await ensureAccounts(context, desk.companyId, stated, { source: 'story' })),
  );
  const owing = new Map<string, { accountId: Id; invoiceId: Id }>();
  for (const [number, amount, due] of owings) {
    const accountId = ensured.get(number)?.accountId ?? desk.companyId;
    const invoiceId = await desk.invoice(accountId, { amount, issued: '2026-03-01', due });
    owing.set(number, { accountId, invoiceId });
  }
  desk.on('2026-07-20');
  const morning = () => desk.done(async (context) => accept(await buildAll(context)));
  await morning();
  return {
    ...desk,
    morning,
    owing(number) {
      const found = owing.get(number);
      if (!found) throw new Error(`nobody is called ${number}`);
      return found;
    },
    again: (accountId) =>
      desk.done(async (context) => accept(await rebuildAccounts(context, [accountId]))),
  };
}

/** So many accounts that owe 400 each, late for a month. */
export function worked(count: number): readonly Owing[] {
  return Array.from({ length: count }, (_, at): Owing => {
    return [`C${String(at).padStart(2, '0')}`, '400', '2026-06-20'];
  });
}

export type KeptEpisode = {
  readonly accountId: Id;
  readonly side: string;
  readonly chance: number;
  readonly beganOn: Day;
};

export async function episodesOf({ db }: Story): Promise<KeptEpisode[]> {
  const rows = await db.all(sql<{
    account_id: string;
    side: string;
    chance: number;
    began_on: Day;
  }>`
    select account_id, side, chance, began_on
      from worklist.episode
     order by account_id, began_on`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    side: row.side,
    chance: row.chance,
    beganOn: row.began_on,
  }));
}
