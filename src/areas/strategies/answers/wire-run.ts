/** Runs and proposed steps as they go over the wire and out of the command line. */
import type { Day } from '#kernel/day.ts';
import { decimalsOf, formatMinor, parseCurrency } from '#kernel/money.ts';
import type { WireProposal, WireRun } from '../contract/runs.ts';
import { daysLateOn } from '../rules/decision.ts';
import { type ProposalState, stepBehind } from '../rules/proposal.ts';
import type { ListedProposal } from '../store/list-proposals.ts';
import type { ListedRun } from '../store/runs.ts';

/** As it stands on a day: what is still open grows later with it. */
export function wireProposal(row: ListedProposal, on: Day): WireProposal {
  const step = stepBehind(row);
  const isOpen = !ended.includes(row.state);
  return {
    proposalId: row.proposalId,
    accountId: row.accountId,
    account: row.account,
    customer: row.customer,
    name: row.name,
    company: row.company,
    strategy: row.strategy,
    step: row.step,
    act: row.act,
    state: row.state,
    since: row.since,
    currency: row.currency,
    amount: amountText(row.currency, row.amount),
    asks: (step?.asks ?? []).map(({ currency, net, interest, fees, total }) => ({
      currency,
      net,
      interest,
      fees,
      total,
    })),
    items: step?.items.length ?? 0,
    daysLate: step && isOpen ? daysLateOn(step, on) : row.daysLate,
    needsApproval: row.needsApproval,
    template: step?.template ?? null,
    detail: row.detail,
    waitUntil: row.waitUntil,
    leftOut: (step?.why ?? []).map(([code, facts = {}]) => ({ code, facts })),
  };
}

const ended: readonly ProposalState[] = ['rejected', 'done', 'withdrawn'];

export function amountText(code: string, minor: bigint): string {
  const currency = parseCurrency(code);
  return formatMinor(minor, currency === undefined ? 2 : decimalsOf(currency));
}

export function wireRun(run: ListedRun): WireRun {
  return {
    runId: run.runId,
    zone: run.zone,
    asOf: run.asOf,
    state: run.state,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    by: run.actor,
    parts: run.parts.length,
    partsDone: run.partsDone,
    accounts: run.accounts,
    stored: run.stored,
    proposed: run.proposed,
    withdrawn: run.withdrawn,
    documents: run.documents.map(({ key, version, experiment }) => ({ key, version, experiment })),
  };
}
