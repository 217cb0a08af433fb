/** Enters what the customer says it owes; a later statement takes the place of the one before. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { readTheirLines } from '../rules/their-lines.ts';
import { insertTheirs } from '../store/reconciliations.ts';
import { type OpenRefusal, openOne } from './open-one.ts';

export type EnterTheirs = {
  readonly accountId: Id;
  readonly reconciliationId: Id;
  /** The file's name, or that it was pasted. */
  readonly source: string;
  readonly rows: readonly (readonly string[])[];
  /** The sum that they state, as they wrote it. */
  readonly closing: bigint | null;
};

export type EnterRefusal = OpenRefusal | 'reconciliation.nothing_read';

export async function enterTheirs(
  context: Context,
  { source, rows, closing, ...which }: EnterTheirs,
): Promise<Outcome<{ lines: number; unread: number }, EnterRefusal>> {
  const found = await openOne(context.tx, which);
  if (!found.ok) return found;
  const { lines, unread } = readTheirLines(rows, found.value.currency);
  // A customer may say that it owes nothing at all.
  if (lines.length === 0 && closing !== 0n) return refuse('reconciliation.nothing_read');
  await insertTheirs(context, which, { source, closing, lines });
  const { reconciliationId: id } = which;
  context.did({ what: 'statement of the customer', id, facts: { lines: lines.length } });
  return accept({ lines: lines.length, unread });
}
