/** One account's forecast, early warnings, and runs over HTTP. */
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import { acknowledgeAlerts } from '../actions/acknowledge-alerts.ts';
import { cancelRun } from '../actions/cancel-run.ts';
import { readAccountForecast } from '../answers/account.ts';
import { wireAlert } from '../answers/alert.ts';
import * as contract from '../contract/accounts.ts';
import { alertsPage } from '../store/alerts.ts';
import { latestRuns } from '../store/runs.ts';

export const accountRoutes: readonly Served[] = [
  serve(contract.accountForecast, async ({ params, desk }) =>
    accept(await readAccountForecast(desk.db, id(params.accountId), desk.clock.today())),
  ),

  serve(contract.forecastAlerts, async ({ query, session, desk }) => {
    const list = listName('alerts', query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const asked = {
      companies: visibleCompanies(session, query.company),
      state: query.state === 'all' ? null : query.state,
      kind: query.kind ?? null,
      collectorId: query.collector === undefined ? null : id(query.collector),
      accountId: null,
    };
    const page = { limit: query.limit, offset: offset.value };
    const { rows, count } = await alertsPage(desk.db, asked, page);
    return accept({
      rows: rows.map(wireAlert),
      count,
      nextCursor: nextOffset(list, offset.value + rows.length, count),
    });
  }),

  serve(contract.acknowledgeAlerts, ({ body, session, perform }) =>
    perform('forecast.acknowledge_alerts', body.reason, (context) =>
      acknowledgeAlerts(
        context,
        body.alerts.map((alert) => ({
          accountId: id(alert.accountId),
          alertId: id(alert.alertId),
        })),
        session.companyIds,
      ),
    ),
  ),

  serve(contract.forecastRuns, async ({ desk }) => {
    const runs = await latestRuns(desk.db, 30);
    return accept({
      rows: runs.map((run) => ({
        runId: run.runId,
        zone: run.zone,
        asOf: run.asOf,
        madeOn: run.madeOn,
        state: run.state,
        startedAt: run.startedAt,
        endedAt: run.endedAt,
        accounts: run.accounts,
        accountsDone: run.accountsDone,
        items: run.items,
      })),
    });
  }),

  serve(contract.cancelRun, ({ params, body, perform }) =>
    perform('forecast.cancel_run', body.reason, (context) => cancelRun(context, id(params.runId))),
  ),
];
