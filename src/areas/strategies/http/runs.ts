/** Runs, proposed steps, channels and experiments over the wire. */
import { day } from '#kernel/day.ts';
import { type Id, id, parseId } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { listName, makeCursor, readCursor } from '#platform/page.ts';
import { beginRun } from '../actions/begin-run.ts';
import { cancelRun } from '../actions/cancel-run.ts';
import { decideSteps } from '../actions/decide-steps.ts';
import { replayRun } from '../actions/replay-run.ts';
import { setChannel } from '../actions/set-channel.ts';
import { setExperiment } from '../actions/set-experiment.ts';
import { strategiesToRun } from '../actions/strategies-to-run.ts';
import { channelList } from '../answers/channels.ts';
import { experimentList } from '../answers/experiments.ts';
import { wireProposal, wireRun } from '../answers/wire-run.ts';
import * as contract from '../contract/runs.ts';
import { channelOf } from '../rules/channel.ts';
import { innerActs } from '../rules/document.ts';
import { reasonsOfRun } from '../store/decisions.ts';
import {
  type ProposalAfter,
  type StateCount,
  countProposals,
  listProposals,
} from '../store/list-proposals.ts';
import { listRuns, runOf } from '../store/runs.ts';
import { zonesOf } from '../store/switches.ts';

export const strategyRunRoutes: readonly Served[] = [
  serve(contract.runs, async ({ query, desk }) => {
    const list = listName('strategy-runs', query);
    const before = readBefore(list, query.cursor);
    if (!before.ok) return before;
    const found = await listRuns(desk.db, before.value, query.limit + 1);
    const rows = found.slice(0, query.limit);
    const last = found.length > query.limit ? rows.at(-1) : undefined;
    return accept({
      rows: rows.map(wireRun),
      count: rows.length,
      nextCursor: last ? makeCursor(list, [last.runId]) : null,
    });
  }),
  serve(contract.oneRun, async ({ params, desk }) => {
    const runId = id(params.runId);
    const run = await runOf(desk.db, runId);
    if (!run) return refuse('strategies.no_such_run', { run: runId });
    return accept({ run: wireRun(run), reasons: await reasonsOfRun(desk.db, runId) });
  }),
  serve(contract.startRun, async ({ body, desk, perform }) => {
    const asOf = desk.clock.today();
    const strategies = await strategiesToRun(desk.db, asOf);
    if (strategies.length === 0) return refuse('strategies.none_in_force', { day: asOf });
    const zones = await zonesOf(desk.db);
    return perform('strategies.begin_run', body.reason, async (context) => {
      const runIds: Id[] = [];
      for (const zone of zones) {
        const begun = await beginRun(context, { zone, asOf, strategies });
        if (begun.ok) runIds.push(begun.value.run.runId);
      }
      return accept({ runIds });
    });
  }),
  serve(contract.cancelRun, ({ params, body, perform }) =>
    perform('strategies.cancel_run', body.reason, (context) =>
      cancelRun(context, { runId: id(params.runId) }),
    ),
  ),
  serve(contract.replayRun, async ({ params, desk }) => {
    const replayed = await replayRun(desk.db, id(params.runId));
    if (!replayed.ok) return replayed;
    const { decisions, same, different } = replayed.value;
    return accept({
      decisions,
      same,
      different: different.map(({ account, stored, replayed: again }) => ({
        account,
        stored,
        replayed: again,
      })),
    });
  }),
  serve(contract.proposals, async ({ query, desk, session }) => {
    const list = listName('strategy-steps', query);
    const after = readAfter(list, query.cursor);
    if (!after.ok) return after;
    const { state, channel, strategy, approval, limit } = query;
    const acts = channel === 'inner' ? innerActs : channel && [channel];
    const companies = visibleCompanies(session);
    const filter = {
      states: state && [state],
      acts,
      strategy,
      companies,
      waitsForApproval: approval === 'true',
    };
    const [found, counts] = await Promise.all([
      listProposals(desk.db, filter, { after: after.value, limit: limit + 1 }),
      countProposals(desk.db, filter),
    ]);
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    return accept({
      rows: rows.map((row) => wireProposal(row, desk.clock.today())),
      counts: byChannel(counts),
      count: inAll(counts, filter),
      nextCursor: last ? makeCursor(list, [last.amount.toString(), last.proposalId]) : null,
    });
  }),
  serve(contract.decideProposals, ({ body, session, perform }) =>
    perform('strategies.decide_steps', body.reason, (context) =>
      decideSteps(context, {
        act: body.act,
        proposalIds: body.proposalIds.map(id),
        until: body.until === undefined ? null : day(body.until),
        companies: visibleCompanies(session),
      }),
    ),
  ),
  serve(contract.channels, async ({ desk, session }) =>
    accept(await channelList(desk, visibleCompanies(session))),
  ),
  serve(contract.setChannel, ({ params, body, session, perform }) => {
    const companyId = id(params.companyId);
    const companies = visibleCompanies(session);
    if (companies !== 'all' && !companies.includes(companyId)) {
      return Promise.resolve(refuse('strategies.no_such_company'));
    }
    const { isOn, onlyFor } = body;
    return perform('strategies.set_channel', body.reason, (context) =>
      setChannel(context, { companyId, channel: params.channel, isOn, onlyFor }),
    );
  }),
  serve(contract.experiments, async ({ desk }) => accept({ rows: await experimentList(desk) })),
  serve(contract.setExperiment, ({ params, body, perform }) =>
    perform('strategies.set_experiment', body.reason, (context) =>
      setExperiment(context, { strategy: params.strategy, isOn: body.isOn }),
    ),
  ),
];

type ListFilter = {
  readonly states: readonly string[] | undefined;
  readonly acts: readonly string[] | undefined;
  readonly waitsForApproval: boolean;
};

/** How many a list by the filter has. */
function inAll(counts: readonly StateCount[], filter: ListFilter): number {
  return counts
    .filter(({ state }) => filter.states === undefined || filter.states.includes(state))
    .filter(({ act }) => filter.acts === undefined || filter.acts.includes(act))
    .filter(({ waits }) => !filter.waitsForApproval || waits)
    .reduce((sum, { count }) => sum + count, 0);
}

function byChannel(counts: readonly StateCount[]) {
  const sums = new Map<string, Pick<StateCount, 'state' | 'count'> & { channel: Channel }>();
  for (const { state, act, count } of counts) {
    const channel = channelOf(act);
    const key = `${state} ${channel}`;
    sums.set(key, { state, channel, count: (sums.get(key)?.count ?? 0) + count });
  }
  return [...sums.values()];
}

type Channel = ReturnType<typeof channelOf>;

function readBefore(
  list: string,
  cursor: string | undefined,
): Outcome<Id | undefined, 'page.bad_cursor'> {
  const read = readCursor(list, cursor);
  if (!read.ok) return read;
  if (read.value === undefined) return accept(undefined);
  const runId = parseId(String(read.value[0] ?? ''));
  return runId === undefined ? refuse('page.bad_cursor') : accept(runId);
}

function readAfter(
  list: string,
  cursor: string | undefined,
): Outcome<ProposalAfter | undefined, 'page.bad_cursor'> {
  const read = readCursor(list, cursor);
  if (!read.ok) return read;
  if (read.value === undefined) return accept(undefined);
  const [amount, text] = read.value.map(String);
  const proposalId = parseId(text ?? '');
  if (proposalId === undefined || !/^-?\d+$/u.test(amount ?? '')) return refuse('page.bad_cursor');
  return accept({ amount: BigInt(amount ?? '0'), proposalId });
}
