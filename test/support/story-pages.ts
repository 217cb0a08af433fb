/**
 * Pages that exist only once something has happened: a case, a refund, a reconciliation.
 *
 *     const { addresses, names } = await storyPages(page, accountId, today);
 *
 * The rule: it happens over the API as it does for people, and the address holds the real ids.
 */
import { randomUUID } from 'node:crypto';
import type { APIResponse, Page } from 'playwright-core';
import { type Day, plusDays } from '#kernel/day.ts';
import { paths } from '#web/paths.ts';
import { demoStrategy } from './strategy-files.ts';

const reason = 'for the walk';
const term = 'FALL';
const complaint = 'Camión tardío / late truck';

export type StoryPages = {
  readonly addresses: readonly string[];
  /** What the story itself named: the same in every language. */
  readonly names: readonly string[];
};

/** Lets each thing happen once and gives the addresses of what came of it. */
export async function storyPages(page: Page, accountId: string, today: Day): Promise<StoryPages> {
  const told = await theStory(page, accountId, today);
  const addresses = [
    paths.disputeCase.replace('$caseId', told.caseId),
    paths.plan.replace('$planId', told.planId),
    paths.complaint.replace('$complaintId', told.complaintId),
    paths.reconciliation.replace('$reconciliationId', told.reconciliationId),
    paths.student,
    paths.refund.replace('$accountId', told.creditor).replace('$refundId', told.refundId),
    paths.statementRun.replace('$runId', told.runId),
    paths.strategy.replace('$key', told.key),
  ].map((address) => address.replace('$accountId', accountId));
  return { addresses, names: [term, complaint, told.payee] };
}

async function theStory(page: Page, accountId: string, today: Day): Promise<Ids> {
  const say = await speaker(page);
  const of = `/api/v1/accounts/${accountId}`;
  const currency = 'USD';
  const items = await rowsOf(page, `${of}/items`);
  const item = items.find(({ side, disputed }) => side === 'debit' && !disputed);
  const { caseId = '' } = await say(`${of}/disputes`, {
    items: [{ itemId: item?.itemId, amount: '1.25' }],
    currency,
    reason: 'freight',
    saidBy: 'Ana Orr',
  });
  const { reconciliationId = '' } = await say(`${of}/reconciliations`, {
    fromOn: plusDays(today, -90),
    toOn: today,
    family: false,
    reason,
  });
  await say(`${of}/student/terms`, {
    term,
    startsOn: plusDays(today, -60),
    endsOn: plusDays(today, 49),
    classesFrom: plusDays(today, -60),
    reason,
  });
  const [credit] = await rowsOf(page, '/api/v1/refunds/credits');
  const creditor = credit?.accountId ?? '';
  const { refundId = '' } = await say(`/api/v1/accounts/${creditor}/refunds`, {
    parts: [{ itemId: credit?.itemId, amount: '1.00' }],
    currency,
    method: 'check',
    reason,
  });
  const { planId = '' } = await say(`${of}/plans`, {
    currency,
    firstOn: plusDays(today, 7),
    offeredTo: 'Ana Orr',
  });
  const { complaintId = '' } = await say(`${of}/complaints`, {
    class: 'service',
    subject: complaint,
    saidBy: 'Ana Orr',
    channel: 'phone',
  });
  const { runId = '' } = await say('/api/v1/statement-runs', {
    company: 'MAIN',
    to: today,
    reason,
  });
  const { key = '' } = await say('/api/v1/strategies', {
    written: demoStrategy('b2b-standard'),
    reason,
  });
  return {
    caseId,
    complaintId,
    planId,
    reconciliationId,
    creditor,
    payee: credit?.name ?? '',
    refundId,
    runId,
    key,
  };
}

type Told = Readonly<Record<string, string>>;
type Ids = Record<
  | 'caseId'
  | 'planId'
  | 'complaintId'
  | 'reconciliationId'
  | 'creditor'
  | 'payee'
  | 'refundId'
  | 'runId'
  | 'key',
  string
>;

/** Writes as the screens do: with the token of the session and a key of its own. */
async function speaker(page: Page): Promise<(address: string, data: object) => Promise<Told>> {
  const { csrf = '' } = await heard(await page.request.get('/api/v1/session'));
  return async (address, data) => {
    const headers = { 'x-csrf-token': csrf, 'idempotency-key': randomUUID() };
    const answer = await page.request.post(address, { data, headers });
    if (!answer.ok()) throw new Error(`${address} was refused: ${await answer.text()}`);
    return heard(answer);
  };
}

async function heard(answer: APIResponse): Promise<Told> {
  // The routes' own tests hold their answers to their contracts; ids are texts in all of them.
  return (await answer.json()) as Told;
}

async function rowsOf(page: Page, address: string): Promise<Row[]> {
  const answer = await page.request.get(address);
  // As above.
  return ((await answer.json()) as { rows: Row[] }).rows;
}

type Row = { accountId: string; name?: string; itemId: string; side: string; disputed: boolean };
