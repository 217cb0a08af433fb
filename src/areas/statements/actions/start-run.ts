/**
 * Starts a run of statements or invoices: freezes the cut-off and whom it is for. Nothing is
 * made here and nothing goes out; the papers are made piece by piece afterwards.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { closedWatermark } from '#platform/postgres/watermark.ts';
import type { RunKind, RunRefusal } from '../rules/run.ts';
import { insertRun, insertRunChange, lockStarts, runUntil } from '../store/runs.ts';
import { accountsToSend, invoicesToSend } from '../store/selection.ts';

export type StartRun = {
  readonly kind: RunKind;
  readonly companyId: Id;
  readonly fromOn: Day;
  readonly toOn: Day;
};

export async function startRun(
  context: Context,
  { kind, companyId, fromOn, toOn }: StartRun,
): Promise<Outcome<{ runId: Id; selected: number }, RunRefusal>> {
  const { tx, today, at } = context;
  if (toOn < fromOn) return refuse('statements.period_backwards');
  if (toOn > today) return refuse('statements.period_not_over', { to: toOn, today });
  await lockStarts(tx, companyId);
  if (kind === 'statement' && (await runUntil(tx, companyId, toOn))) {
    return refuse('statements.run_exists', { to: toOn });
  }
  const cutOff = { fromOn, toOn, knownAt: await closedWatermark(tx, at) };
  const select = kind === 'invoice' ? invoicesToSend : accountsToSend;
  const selected = await select(tx, companyId, cutOff);
  if (selected.length === 0) {
    const why = kind === 'invoice' ? 'no_invoice_to_send' : 'nothing_to_send';
    return refuse(`statements.${why}`);
  }
  const runId = context.newId();
  await insertRun(context, { runId, kind, companyId, ...cutOff, selected });
  await insertRunChange(context, { runId, what: 'started' });
  context.did({ what: `${kind} run`, id: runId, facts: { selected: selected.length } });
  await context.tell({ name: 'statements.run_moved', accountId: null, payload: { runId } });
  return accept({ runId, selected: selected.length });
}
