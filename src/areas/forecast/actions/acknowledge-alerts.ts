/** A person has seen early warnings and says what is done about them; they leave the list. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { alertExists, endAlert } from '../store/alerts.ts';

export type AlertNamed = { readonly accountId: Id; readonly alertId: Id };

/** One that ended already stays as it ended. Refusal: `forecast.no_such_alert`. */
export async function acknowledgeAlerts(
  context: Context,
  alerts: readonly AlertNamed[],
  companies: 'all' | readonly Id[],
): Promise<Outcome<{ acknowledged: number }, 'forecast.no_such_alert'>> {
  let acknowledged = 0;
  for (const { accountId, alertId } of alerts) {
    if (!(await alertExists(context.tx, { accountId, alertId }, companies))) {
      return refuse('forecast.no_such_alert', { alert: alertId });
    }
    if (!(await endAlert(context, accountId, alertId, 'acknowledged'))) continue;
    acknowledged += 1;
    await context.tell({ name: 'forecast.alert_acknowledged', accountId, payload: { alertId } });
  }
  context.did({ what: 'alerts acknowledged', facts: { acknowledged } });
  return accept({ acknowledged });
}
