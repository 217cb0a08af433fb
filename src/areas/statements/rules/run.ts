/**
 * A run of statements or of invoices: the papers of a period, made from one frozen cut-off.
 *
 *   preparing ──all made──▶ review ──approved──▶ delivering ──all gone──▶ done
 *       │ ▲                   │                    │ ▲                     │
 *       └─┴── paused, resumed │     paused, resumed┴─┘   an exception released
 *   any of them ──stopped──▶ stopped: what went out stays out, nothing more goes
 *
 * Nothing goes out before a person has approved it, and no paper goes out twice.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export const runKinds = ['statement', 'invoice'] as const;
export type RunKind = (typeof runKinds)[number];

export const runStates = ['preparing', 'review', 'delivering', 'done', 'stopped'] as const;
export type RunState = (typeof runStates)[number];

export const runActs = ['pause', 'resume', 'stop', 'approve'] as const;
export type RunAct = (typeof runActs)[number];

export type RunStanding = { readonly state: RunState; readonly paused: boolean };

export type RunRefusal =
  | 'statements.no_such_company'
  | 'statements.no_such_run'
  | 'statements.run_not_moving'
  | 'statements.run_not_paused'
  | 'statements.run_over'
  | 'statements.run_not_in_review'
  | 'statements.period_backwards'
  | 'statements.period_not_over'
  | 'statements.run_exists'
  | 'statements.nothing_to_send'
  | 'statements.no_invoice_to_send'
  | 'statements.no_such_paper'
  | 'statements.not_an_exception'
  | 'statements.gone_already'
  | 'statements.no_way_out'
  | 'statements.not_written'
  | 'statements.mail_not_set_up'
  | 'statements.mail_not_taken';

const moving: readonly RunState[] = ['preparing', 'delivering'];
const over: readonly RunState[] = ['done', 'stopped'];

/** Where the run stands after the act, or why it may not be done. */
export function actOnRun(run: RunStanding, act: RunAct): Outcome<RunStanding, RunRefusal> {
  const { state, paused } = run;
  if (act === 'approve') {
    if (state !== 'review') return refuse('statements.run_not_in_review');
    return accept({ state: 'delivering', paused: false });
  }
  if (over.includes(state)) return refuse('statements.run_over');
  if (act === 'stop') return accept({ state: 'stopped', paused: false });
  if (act === 'resume') {
    return paused ? accept({ state, paused: false }) : refuse('statements.run_not_paused');
  }
  if (!moving.includes(state) || paused) return refuse('statements.run_not_moving');
  return accept({ state, paused: true });
}
