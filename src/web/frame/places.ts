/** The places of the desk, in the order of the rail, each with its `g` key. */
import { paths } from '../paths.ts';
import type { words } from '../words.ts';

export type Place = {
  readonly name: keyof typeof words;
  readonly to: (typeof paths)[keyof typeof paths];
  /** The letter after `g`; there are more places than letters. */
  readonly key?: string;
  /** The day's work stands open in the rail, the rest of the house behind a fold. */
  readonly group: 'work' | 'house';
  /** Stands in the bottom bar of a phone. */
  readonly phone?: true;
};

export const places: readonly Place[] = [
  { name: 'worklist', to: paths.worklist, key: 'w', group: 'work', phone: true },
  { name: 'dashboard', to: paths.dashboard, key: 'p', group: 'work' },
  { name: 'aging', to: paths.aging, key: 'a', group: 'work', phone: true },
  { name: 'promises', to: paths.promises, key: 'o', group: 'work', phone: true },
  { name: 'disputes', to: paths.disputes, key: 'd', group: 'work' },
  { name: 'mailbox', to: paths.mailbox, key: 'm', group: 'work' },
  { name: 'inbound_call', to: paths.inboundCall, key: 'n', group: 'work' },
  { name: 'tasks', to: paths.tasks, key: 't', group: 'work' },
  { name: 'approvals', to: paths.approvals, key: 'j', group: 'work' },
  { name: 'clocks', to: paths.clocks, group: 'work' },
  { name: 'holds', to: paths.holds, key: 'h', group: 'work' },
  { name: 'strategy_steps', to: paths.strategySteps, group: 'work' },
  { name: 'escalations', to: paths.escalations, group: 'work' },
  { name: 'cash', to: paths.cash, key: 'c', group: 'work' },
  { name: 'refunds', to: paths.refunds, group: 'work' },
  { name: 'statements', to: paths.statementRuns, key: 'e', group: 'work' },
  { name: 'outbox', to: paths.outbox, key: 'x', group: 'work' },
  { name: 'compare', to: paths.compare, key: 'y', group: 'house' },
  { name: 'over60', to: paths.over60, key: 'r', group: 'house' },
  { name: 'forecast', to: paths.forecast, group: 'house' },
  { name: 'metrics', to: paths.metrics, group: 'house' },
  { name: 'packs', to: paths.packs, group: 'house' },
  { name: 'reports', to: paths.reports, group: 'house' },
  { name: 'month_end', to: paths.monthEnd, key: 'u', group: 'house' },
  { name: 'strategies', to: paths.strategies, key: 'z', group: 'house' },
  { name: 'credit_limits', to: paths.creditLimits, group: 'house' },
  { name: 'credit_policy', to: paths.creditPolicies, group: 'house' },
  { name: 'strategy_runs', to: paths.strategyRuns, group: 'house' },
  { name: 'contactLog', to: paths.contactLog, key: 'q', group: 'house' },
  { name: 'portfolio', to: paths.portfolio, key: 'f', group: 'house' },
  { name: 'order_of_work', to: paths.orderOfWork, group: 'house' },
  { name: 'campaigns', to: paths.campaigns, key: 'k', group: 'house' },
  { name: 'cover', to: paths.cover, key: 'v', group: 'house' },
  { name: 'verification', to: paths.verification, group: 'house' },
  { name: 'writeOffs', to: paths.writeOffs, group: 'house' },
  { name: 'charges', to: paths.charges, group: 'house' },
  { name: 'reconciliations', to: paths.reconciliations, group: 'house' },
  { name: 'cleanUps', to: paths.projects, key: 'l', group: 'house' },
  { name: 'bankFiles', to: paths.bankFiles, key: 'b', group: 'house' },
  { name: 'workbooks', to: paths.workbooks, group: 'house' },
  { name: 'imports', to: paths.imports, key: 'i', group: 'house' },
  { name: 'webhooks', to: paths.webhooks, group: 'house' },
  { name: 'team', to: paths.team, key: 'g', group: 'house' },
  { name: 'settings', to: paths.settings, key: 's', group: 'house' },
];
