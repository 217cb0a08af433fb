/**
 * Proposed steps: one row a key for ever, everything that happened to it, and where it stands.
 */
import { type Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { copyTable } from '#platform/postgres/copy-binary.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type StepDecision, daysLateOn } from '../rules/decision.ts';
import { type Proposal, type ProposalState, headline } from '../rules/proposal.ts';
import type { Stretch } from './gather.ts';

export type StandingProposal = Proposal & {
  readonly accountId: Id;
  readonly proposalId: Id;
  readonly events: number;
  readonly waitUntil: Instant | null;
};

type StandingRow = {
  account_id: string;
  proposal_id: string;
  episode: string;
  step: string;
  act: string;
  state: ProposalState;
  currency: string;
  amount_minor: bigint;
  events: number;
  wait_until: string | null;
};

/** Every step that was ever proposed to accounts of the stretch. */
export async function proposalsWithin(
  db: Queries,
  { first, until }: Stretch,
): Promise<StandingProposal[]> {
  const rows = await db.all(sql<StandingRow>`
    select p.account_id, p.proposal_id, p.episode, p.step, n.act, n.state, n.currency,
           n.amount_minor, n.events, n.wait_until
      from strategies.proposal p
      join strategies.proposal_now n on n.account_id = p.account_id
                                    and n.proposal_id = p.proposal_id
     where p.account_id >= ${first}
       and p.account_id < ${until}`);
  return rows.map(standing);
}

// A uuid column holds nothing else, and there are too many to be read letter by letter.
const asId = (text: string): Id => text as Id;

function standing(row: StandingRow): StandingProposal {
  return {
    accountId: asId(row.account_id),
    proposalId: asId(row.proposal_id),
    episode: row.episode,
    step: row.step,
    act: row.act,
    state: row.state,
    currency: row.currency,
    amount: row.amount_minor,
    events: row.events,
    waitUntil: row.wait_until === null ? null : instant(row.wait_until),
  };
}

const proposalTable = copyTable(`strategies.proposal (
  account_id uuid, proposal_id uuid, episode uuid, step text, days smallint, strategy text,
  made_on date, run_id uuid, recorded_at timestamptz)`);
const nowTable = copyTable(`strategies.proposal_now (
  account_id uuid, proposal_id uuid, company_id uuid, run_id uuid, act text, state text,
  since date, changed_at timestamptz, needs_approval boolean, currency text, amount_minor bigint,
  days_late integer, events integer)`);

export type NewProposal = {
  readonly accountId: Id;
  readonly companyId: Id;
  readonly proposalId: Id;
  readonly strategy: string;
  readonly decision: StepDecision;
};

type Made = { readonly runId: Id; readonly asOf: Day; readonly at: Instant };

/** New steps; a key that is there already breaks the transaction, which is the last fence. */
export async function insertProposals(
  tx: Tx,
  { runId, asOf, at }: Made,
  made: readonly NewProposal[],
): Promise<void> {
  if (made.length === 0) return;
  await tx.copyIn(
    proposalTable,
    made.map(({ accountId, proposalId, strategy, decision }) => [
      accountId,
      proposalId,
      decision.episode,
      decision.step,
      decision.days,
      strategy,
      asOf,
      runId,
      at,
    ]),
  );
  await tx.copyIn(
    nowTable,
    made.map(({ accountId, companyId, proposalId, decision }) => [
      accountId,
      proposalId,
      companyId,
      runId,
      decision.act,
      'proposed',
      asOf,
      at,
      decision.needsApproval,
      headline(decision).currency,
      headline(decision).amount,
      daysLateOn(decision, asOf),
      0,
    ]),
  );
}

export type Refreshed = {
  readonly accountId: Id;
  readonly proposalId: Id;
  readonly decision: StepDecision;
};

/** What proposals ask for now, by the latest decision. */
export async function refreshProposals(
  tx: Tx,
  { runId, asOf }: Made,
  refreshed: readonly Refreshed[],
): Promise<void> {
  if (refreshed.length === 0) return;
  const asked = refreshed.map(({ decision }) => headline(decision));
  await tx.run(sql`
    update strategies.proposal_now n
       set run_id = ${runId}, act = u.act, needs_approval = u.needs_approval,
           currency = u.currency, amount_minor = u.amount_minor, days_late = u.days_late
      from unnest(${refreshed.map(({ accountId }) => accountId)}::uuid[],
                  ${refreshed.map(({ proposalId }) => proposalId)}::uuid[],
                  ${refreshed.map(({ decision }) => decision.act)}::text[],
                  ${refreshed.map(({ decision }) => decision.needsApproval)}::boolean[],
                  ${asked.map(({ currency }) => currency)}::text[],
                  ${asked.map(({ amount }) => amount)}::bigint[],
                  ${refreshed.map(({ decision }) => daysLateOn(decision, asOf))}::integer[])
           as u (account_id, proposal_id, act, needs_approval, currency, amount_minor, days_late)
     where n.account_id = u.account_id
       and n.proposal_id = u.proposal_id`);
}

export type StateChange = {
  readonly accountId: Id;
  readonly proposalId: Id;
  readonly state: ProposalState;
  readonly reason: string;
  readonly waitUntil?: Instant | null;
  readonly permitId?: Id | null;
  readonly messageId?: Id | null;
  readonly facts?: Readonly<Record<string, unknown>>;
};

/** Writes what happened to each and moves it there, in one statement. */
export async function changeStates(
  { tx, at, actor }: Pick<Context, 'tx' | 'at' | 'actor'>,
  on: Day,
  changes: readonly StateChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.run(sql`
    with moved as (
      update strategies.proposal_now n
         set state = u.state, since = ${on}, changed_at = ${at}, events = n.events + 1,
             wait_until = u.wait_until, detail = u.reason,
             permit_id = coalesce(u.permit_id, n.permit_id),
             message_id = coalesce(u.message_id, n.message_id)
        from unnest(${changes.map((each) => each.accountId)}::uuid[],
                    ${changes.map((each) => each.proposalId)}::uuid[],
                    ${changes.map((each) => each.state)}::text[],
                    ${changes.map((each) => each.reason)}::text[],
                    ${changes.map((each) => each.waitUntil ?? null)}::timestamptz[],
                    ${changes.map((each) => each.permitId ?? null)}::uuid[],
                    ${changes.map((each) => each.messageId ?? null)}::uuid[],
                    ${changes.map((each) => JSON.stringify(each.facts ?? {}))}::jsonb[])
             as u (account_id, proposal_id, state, reason, wait_until, permit_id, message_id, facts)
       where n.account_id = u.account_id
         and n.proposal_id = u.proposal_id
      returning n.account_id, n.proposal_id, n.events, n.state, u.reason, u.facts
    )
    insert into strategies.proposal_event (account_id, proposal_id, event_no, state, on_day, reason,
                                           facts, recorded_at, actor)
    select m.account_id, m.proposal_id, m.events, m.state, ${on}, m.reason, m.facts, ${at},
           ${actor.ref}
      from moved m`);
}
