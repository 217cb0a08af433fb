/** Strategy documents over the wire: shown, checked, proposed, compared. */
import { day } from '#kernel/day.ts';
import { accept } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { templateNames } from '#areas/correspondence/index.ts';
import { policyKeys } from '#areas/policies/index.ts';
import { companies } from '#areas/team/index.ts';
import { proposeStrategy } from '../actions/propose-strategy.ts';
import { strategiesInForce } from '../actions/strategies-in-force.ts';
import { weighStrategy } from '../actions/weigh-strategy.ts';
import { compareVersions } from '../answers/compare-versions.ts';
import { overlapOn } from '../answers/overlap.ts';
import { wireCheck, wireDiff, wireProblems, wireStrategy } from '../answers/wire-strategy.ts';
import * as contract from '../contract/documents.ts';
import { strategySchema } from '../rules/reading/document.ts';

export const documentRoutes: readonly Served[] = [
  serve(contract.strategies, async ({ query, desk, session }) => {
    const on = query.on === undefined ? desk.clock.today() : day(query.on);
    const { strategies, broken } = await strategiesInForce(desk.db, on);
    return accept({
      on,
      rows: strategies.map(({ document, version, effectiveFrom }) => ({
        ...wireStrategy(document),
        version,
        from: effectiveFrom,
      })),
      broken: broken.map(({ key, version, problems }) => ({
        key,
        version,
        problems: wireProblems(problems, session.language),
      })),
    });
  }),
  serve(
    contract.checkStrategy,
    async ({ body, desk, session }) => {
      const weighed = await weighStrategy(desk.db, body.written, desk.clock.today());
      return accept(wireCheck(weighed, session.language));
    },
    { dryRun: false },
  ),
  serve(contract.proposeStrategy, ({ body, perform }) =>
    perform('strategies.propose_strategy', body.reason, (context) =>
      proposeStrategy(context, body.written),
    ),
  ),
  serve(contract.strategyDiff, async ({ params, query, desk, session }) => {
    const today = desk.clock.today();
    const compared = await compareVersions(desk.db, { ...params, ...query }, today);
    if (!compared.ok) return compared;
    const { from, to, lines } = compared.value;
    return accept({ key: params.key, from, to, lines: wireDiff(lines, session.language) });
  }),
  serve(contract.strategyNames, async ({ desk }) => {
    const [templates, all, strategies] = await Promise.all([
      templateNames(desk.db),
      companies(desk.db, 'all'),
      policyKeys(desk.db, 'strategy'),
    ]);
    return accept({
      templates: templates.map((each) => ({ ...each })),
      companies: all.map(({ code }) => code),
      strategies: [...strategies],
    });
  }),
  serve(contract.strategyOverlap, async ({ query, desk, session }) => {
    const on = query.on === undefined ? desk.clock.today() : day(query.on);
    const overlap = await overlapOn(desk.db, on, visibleCompanies(session));
    const rows = overlap.rows.map((row) => ({ ...row, also: [...row.also] }));
    return accept({ ...overlap, on, rows });
  }),
  serve(contract.strategySchemaRoute, async () => accept({ ...strategySchema })),
];
