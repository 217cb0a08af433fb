/** The paper of the invented company: last month's statements and this week's invoices to mail. */
import { endOfMonth, plusDays, plusMonths, startOfMonth } from '#kernel/day.ts';
import { startRun } from '#areas/statements/actions/start-run.ts';
import type { RunKind } from '#areas/statements/rules/run.ts';
import type { Desk } from '#platform/action.ts';
import type { Cast } from './demo-cast.ts';
import { attempt } from './demo-desk.ts';

/** The runs are begun; their papers are made once the desk is open, and wait for a yes. */
export async function beginRuns(desk: Desk, { companyId, people }: Cast): Promise<void> {
  const today = desk.clock.today();
  const by = people.get('manager') ?? null;
  const lastMonth = startOfMonth(plusMonths(today, -1));
  const runs = [
    { kind: 'statement', fromOn: lastMonth, toOn: endOfMonth(lastMonth) },
    { kind: 'invoice', fromOn: plusDays(today, -7), toOn: plusDays(today, -1) },
  ] as const satisfies readonly { readonly kind: RunKind; [part: string]: unknown }[];
  for (const run of runs) {
    await attempt(desk, { action: 'statements.start_run', by }, (context) =>
      startRun(context, { companyId, ...run }),
    );
  }
}
