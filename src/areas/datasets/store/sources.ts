/**
 * Where each dataset's rows come from: one fragment a dataset, over published views.
 *
 * A fragment yields exactly the columns of the catalogue, in snake case, money in minor units;
 * a test reads every one. The rule: each fragment limits its rows to the reader's companies
 * itself, so that nothing above it can forget to.
 */
import type { Day } from '#kernel/day.ts';
import { type CompanyScope } from '#platform/postgres/scope.ts';
import { type Sql } from '#platform/postgres/sql.ts';
import { deadlineRows, disputeRows, instalmentRows, promiseRows, taskRows } from './agreements.ts';
import {
  activityRows,
  contactMadeRows,
  contactRows,
  customerRows,
  orderRows,
} from './customers.ts';
import {
  applicationRows,
  predictionRows,
  receiptRows,
  refundRows,
  writeOffRows,
} from './money-in.ts';
import { agingRows, itemRows, openItemRows } from './money-owed.ts';

export type Reading = {
  readonly companies: CompanyScope;
  readonly asOf: Day;
  readonly today: Day;
  /** The open items of `asOf`, by the way that is sooner then. */
  readonly openItems: Sql;
};

export const sources: Readonly<Record<string, (reading: Reading) => Sql>> = {
  'open-items': openItemRows,
  'account-aging': agingRows,
  items: itemRows,
  receipts: receiptRows,
  applications: applicationRows,
  'write-offs': writeOffRows,
  refunds: refundRows,
  predictions: predictionRows,
  customers: customerRows,
  contacts: contactRows,
  'contacts-made': contactMadeRows,
  'daily-activity': activityRows,
  promises: promiseRows,
  instalments: instalmentRows,
  disputes: disputeRows,
  orders: orderRows,
  tasks: taskRows,
  deadlines: deadlineRows,
};
