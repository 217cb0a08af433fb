/**
 * A desk with an account that owes 500 on I-1, and cases on it: opened, handed on and decided by
 * people of the desk, by the actions that the product uses.
 */
import type { Id } from '#kernel/ids.ts';
import type { Actor, Desk } from '#platform/action.ts';
import { decideRequest } from '#areas/approvals/actions/decide-request.ts';
import { type DecideCase, decideCase } from '#areas/disputes/actions/decide-case.ts';
import { type OpenDispute, openDispute } from '#areas/disputes/actions/open-dispute.ts';
import { openDisputesOf } from '#areas/disputes/store/cases.ts';
import { type CaseFile, caseFile } from '#areas/disputes/store/case-file.ts';
import { listeners } from '#server/wiring.ts';
import { deliverNext } from '#platform/events/dispatcher.ts';
import { deskOn, usd } from './builders.ts';

/** On Friday, 20 November 2026. */
export async function disputeDesk() {
  const desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  const itemId = await desk.invoice(accountId, {
    amount: '500',
    issued: '2026-09-01',
    due: '2026-10-01',
    number: 'I-1',
  });
  const collector = await desk.member('collector');
  const manager = await desk.member('manager');
  const open = async (amount: string, part: Partial<OpenDispute> = {}): Promise<Id> => {
    const opened = await desk.done(
      (context) =>
        openDispute(context, {
          accountId,
          items: [{ itemId, amount: usd(amount), lineNo: null }],
          reason: 'price',
          part: 'amount',
          note: 'The price list says less.',
          saidBy: 'Ana Orr',
          ownerId: null,
          ...part,
        }),
      collector,
    );
    return opened.caseId;
  };
  const decide = (caseId: Id, told: Partial<DecideCase> = {}, by: Actor = collector) =>
    desk.act(
      (context) =>
        decideCase(context, {
          accountId,
          caseId,
          decision: 'credit',
          amount: null,
          cause: 'price_wrong',
          note: 'The price list of May.',
          ...told,
        }),
      by,
    );
  return {
    ...desk,
    accountId,
    itemId,
    collector,
    manager,
    open,
    decide,
    /** Everybody hears what was told until now. */
    news: () => allNews(desk),
    file: async (caseId: Id): Promise<CaseFile> => {
      const file = await caseFile(desk.db, { accountId, caseId });
      if (!file) throw new Error(`there is no case ${caseId}`);
      return file;
    },
    disputed: () => openDisputesOf(desk.db, accountId),
    approve: (requestId: Id, said: 'yes' | 'no', by: Actor = manager) =>
      desk.act((context) => decideRequest(context, { requestId, said, companies: 'all' }), by),
  };
}

/** Everybody hears what was told until now. */
export async function allNews(desk: Desk): Promise<void> {
  const fail = (error: unknown): never => {
    throw error instanceof Error ? error : new Error(String(error));
  };
  while (await deliverNext(desk, listeners, fail));
}
