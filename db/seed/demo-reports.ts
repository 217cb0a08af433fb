/** Reports that the people of the invented desk have built: four that a controller asks for. */
import { saveReport } from '#areas/datasets/actions/save-report.ts';
import type { RawQuestion } from '#areas/datasets/rules/question.ts';
import { permissionsOf } from '#platform/auth/roles.ts';
import type { Desk } from '#platform/action.ts';
import type { Cast } from './demo-cast.ts';
import { act } from './demo-desk.ts';

const overdueBySegment: RawQuestion = {
  dataset: 'account-aging',
  groups: [{ column: 'segment' }],
  measures: [
    { kind: 'sum', column: 'balance' },
    { kind: 'sum', column: 'overdue' },
    { kind: 'sum', column: 'daysOver90' },
    { kind: 'max', column: 'oldestDays' },
  ],
  sort: [{ by: 'sum_overdue', descending: true }],
  asOf: 'last_month_end',
  chart: { kind: 'bar', across: 'segment', measure: 'sum_overdue' },
};

const largestOver60: RawQuestion = {
  dataset: 'open-items',
  columns: ['account', 'name', 'number', 'dueOn', 'daysPastDue', 'currency', 'open', 'collector'],
  filter: {
    all: [
      { column: 'daysPastDue', is: 'gt', value: 60 },
      { column: 'disputed', is: 'eq', value: false },
    ],
  },
  sort: [{ by: 'open', descending: true }],
};

const moneyByMethod: RawQuestion = {
  dataset: 'receipts',
  groups: [{ column: 'receivedOn', by: 'month' }, { column: 'method' }],
  measures: [{ kind: 'sum', column: 'amount' }, { kind: 'count' }],
};

const promisesByState: RawQuestion = {
  dataset: 'promises',
  groups: [{ column: 'collector' }, { column: 'state' }],
  measures: [{ kind: 'count' }, { kind: 'sum', column: 'amount' }],
  filter: { column: 'dueOn', is: 'within', value: 'last_90_days' },
};

/** Saves them for the controller, shared with the company. */
export async function saveReports(desk: Desk, { people }: Cast): Promise<void> {
  const memberId = people.get('controller');
  if (memberId === undefined) return;
  const keeper = { memberId, permissions: permissionsOf(['controller']) };
  const plain = {
    name: undefined,
    shared: 'company',
    companyId: null,
    reviewOn: undefined,
  } as const;
  for (const [title, note, question] of [
    ['Past due by segment', 'For the review after each month end.', overdueBySegment],
    ['Largest over 60 days', 'Not disputed: what nobody has a reason for.', largestOver60],
    ['Cobros por mes y medio', 'Cómo llega el dinero.', moneyByMethod],
    ['Promises kept and broken', 'By collector, the last 90 days.', promisesByState],
  ] as const) {
    const doing = { action: 'datasets.save_report', by: memberId, reason: note };
    await act(desk, doing, (context) =>
      saveReport(context, { ...plain, title, note, question }, keeper),
    );
  }
}
