/**
 * Decides one stretch of accounts of a run, and keeps what changed: the facts, the decision, the
 * step that is to be done.
 *
 * All or nothing, and once: a part that was done is not done again, however often it is asked
 * for, and by however many at a time.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { sameness } from '#platform/files/fingerprint.ts';
import { type Decided, type Strategy, decideWith } from '../rules/choose-strategy.ts';
import { type StepDecision, decisionText } from '../rules/decision.ts';
import { readFacts } from '../rules/facts-text.ts';
import { isWithdrawn, moveOf } from '../rules/proposal.ts';
import { type NewDecision, insertDecisions } from '../store/decisions.ts';
import { type Entered, enterExperiment } from '../store/experiments.ts';
import { type Gathered, type Stretch, gatherFacts } from '../store/gather.ts';
import {
  type NewProposal,
  type Refreshed,
  type StandingProposal,
  type StateChange,
  changeStates,
  insertProposals,
  proposalsWithin,
  refreshProposals,
} from '../store/proposals.ts';
import { type Run, insertPart, stretchOf, takePart } from '../store/runs.ts';

export type PartDone = {
  readonly accounts: number;
  readonly stored: number;
  readonly proposed: number;
  readonly withdrawn: number;
};

export type DecidePart = {
  readonly run: Run;
  readonly partNo: number;
  /** In the order of their segments. */
  readonly strategies: readonly Strategy[];
};

/** Null when the part was done before, or the run was called off. */
export async function decidePart(
  context: Context,
  { run, partNo, strategies }: DecidePart,
): Promise<Outcome<PartDone | null, never>> {
  const { tx, at } = context;
  const stretch = stretchOf(run, partNo);
  if (!stretch || !(await takePart(tx, run.runId, partNo))) return accept(null);
  const seen = await gatherFacts(tx, stretch, { zone: run.zone, asOf: run.asOf });
  const part = decideAll(seen, strategies, run);
  const made = { runId: run.runId, asOf: run.asOf, at };
  await insertDecisions(tx, made, part.decisions);
  const counts = await propose(context, run, stretch, part.steps);
  await enterExperiment(tx, made, part.entered);
  const done = { accounts: seen.length, stored: part.decisions.length, ...counts };
  await insertPart(context, run.runId, partNo, done);
  return accept(done);
}

/** An account with its step, or with none. */
type Looked = { readonly seen: Gathered; readonly step: StepDecision | null; strategy: string };

function decideAll(seen: readonly Gathered[], strategies: readonly Strategy[], { asOf }: Run) {
  const decisions: NewDecision[] = [];
  const steps: Looked[] = [];
  const entered: Entered[] = [];
  for (const each of seen) {
    const facts = readFacts(each.facts);
    const decided = decideWith(strategies, facts, asOf);
    const decision = decisionText(decided.decision);
    const strategy = decided.chosen?.strategy ?? null;
    if (isNew(each, decided, decision)) {
      decisions.push({
        accountId: each.accountId,
        factsId: each.factsId,
        facts: each.before?.factsId === each.factsId ? null : each.facts,
        strategy: strategy?.key ?? null,
        version: strategy?.version ?? null,
        decision,
      });
    }
    const step = decided.decision.kind === 'step' ? decided.decision : null;
    steps.push({ seen: each, step, strategy: strategy?.key ?? '' });
    const arm = decided.chosen?.arm;
    if (arm) entered.push({ accountId: each.accountId, arm, strategies, facts });
  }
  return { decisions, steps, entered };
}

/** Made from something else, by another version, or another: only then it is kept. */
function isNew({ factsId, before }: Gathered, { chosen }: Decided, decision: string): boolean {
  if (before === null || before.factsId !== factsId) return true;
  const version = chosen?.strategy.version ?? null;
  if (before.strategy !== (chosen?.strategy.key ?? null) || before.version !== version) return true;
  return before.hash !== sameness(decision);
}

async function propose(
  context: Context,
  run: Run,
  stretch: Stretch,
  looked: readonly Looked[],
): Promise<{ proposed: number; withdrawn: number }> {
  const made: NewProposal[] = [];
  const refreshed: Refreshed[] = [];
  const changes: StateChange[] = [];
  const before = Map.groupBy(await proposalsWithin(context.tx, stretch), (each) => each.accountId);
  for (const { seen, step, strategy } of looked) {
    const own = before.get(seen.accountId) ?? [];
    changes.push(...withdrawals(own, step));
    if (step === null) continue;
    const { accountId, companyId } = seen;
    const same = own.find((each) => each.episode === step.episode && each.step === step.step);
    const { kind } = moveOf(step, same);
    if (same === undefined) {
      made.push({
        accountId,
        companyId,
        proposalId: context.newId(),
        strategy,
        decision: step,
      });
    } else if (kind !== 'leave') {
      const { proposalId } = same;
      refreshed.push({ accountId, proposalId, decision: step });
      if (kind === 'propose_again') {
        changes.push({ accountId, proposalId, state: 'proposed', reason: 'due again' });
      }
    }
  }
  const by = { runId: run.runId, asOf: run.asOf, at: context.at };
  await insertProposals(context.tx, by, made);
  await refreshProposals(context.tx, by, refreshed);
  await changeStates(context, run.asOf, changes);
  const withdrawn = changes.filter(({ state }) => state === 'withdrawn').length;
  return { proposed: made.length + changes.length - withdrawn, withdrawn };
}

function withdrawals(own: readonly StandingProposal[], step: StepDecision | null): StateChange[] {
  return own
    .filter((each) => isWithdrawn(each, step))
    .map(({ accountId, proposalId }) => ({
      accountId,
      proposalId,
      state: 'withdrawn',
      reason: 'no longer due',
    }));
}
