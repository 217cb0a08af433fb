/**
 * Files dropped on a desk as a poster drops them: read from their bytes, taken in, and made
 * receipts of. An account that a file names and nobody knows is named once as the desk's own.
 *
 *     const drop = dropping(desk, poster);
 *     await drop('lockbox.txt', lines.join('\n'));
 */
import { accept } from '#kernel/outcome.ts';
import { type Actor, accepted } from '#platform/action.ts';
import { nameAccount } from '#areas/bank-files/actions/name-account.ts';
import type { Intake } from '#areas/bank-files/actions/take-in-file.ts';
import { takeInFiles } from '#areas/bank-files/actions/take-in-files.ts';
import { readDropped, readOne } from '#areas/bank-files/answers/read-dropped.ts';
import { receiveLines } from '#areas/cash/actions/receive-lines.ts';
import { clearOwnLines } from '#areas/cash/actions/reconciliation/clear-lines.ts';
import type { BankDesk } from './bank-files.ts';

export type Drop = (name: string, content: string | Uint8Array) => Promise<Intake>;

/** Drops one file as this person; what it brings is cleared or becomes receipts at once. */
export function dropping(desk: BankDesk, by: Actor): Drop {
  const { companyId, bankAccountId, db } = desk;
  const reading = { db, companyId, said: {} };
  return async (name, content) => {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
    const read = accepted(await readDropped([{ name, bytes }], reading));
    const from = { companyId, companies: 'all', source: 'upload' } as const;
    const [taken] = await desk.done((context) => takeInFiles(context, read, from), by);
    if (!taken) throw new Error(`${name} holds nothing`);
    for (const { stated, currency } of taken.seenBefore ? [] : taken.unknownAccounts) {
      await desk.done((context) =>
        nameAccount(context, {
          fileId: taken.fileId,
          stated,
          currency,
          bankAccountId,
          companies: 'all',
          read: async (inside, fileName) => {
            const again = await readOne({ name: fileName, bytes: inside }, reading);
            return again.ok ? accept(again.value.neutral) : again;
          },
        }),
      );
    }
    await received(desk);
    return taken;
  };
}

/** Lines that are entries of ours are cleared, the others become receipts. */
export async function received(desk: BankDesk): Promise<void> {
  await desk.done(async (context) => {
    await clearOwnLines(context, desk.companyId);
    return accept(await receiveLines(context, desk.companyId));
  });
}
