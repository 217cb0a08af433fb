/**
 * A desk with two companies that owe: NORTH 1,000.10 and 250.00 dollars, SOUTH 77.00; its
 * controller sees both, its collector only NORTH.
 */
import type { Id } from '#kernel/ids.ts';
import { accepted, perform } from '#platform/action.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { documentWish } from './builders.ts';
import { type Browser, type DeskOptions, openDesk, type TestDesk } from './http-desk.ts';

export type DatasetDesk = TestDesk & {
  readonly controller: Browser;
  /** Sees NORTH only. */
  readonly collector: Browser;
  readonly auditor: Browser;
  readonly northAccount: Id;
  readonly southAccount: Id;
};

export async function openDatasetDesk(options: DeskOptions = {}): Promise<DatasetDesk> {
  const desk = await openDesk(options);
  const north = await desk.company('NORTH');
  const south = await desk.company('SOUTH');
  const northAccount = await desk.account(north, 'N-1');
  const southAccount = await desk.account(south, 'S-1');
  await owe(desk, northAccount, '1000.10', '2026-08-01', 'I-1');
  await owe(desk, northAccount, '250', '2026-11-01', "O'2");
  await owe(desk, southAccount, '77', '2026-10-01', 'I-3');
  return {
    ...desk,
    northAccount,
    southAccount,
    controller: await desk.signIn(await desk.member('controller')),
    collector: await desk.signIn(await desk.member('collector', { companies: ['NORTH'] })),
    auditor: await desk.signIn(await desk.member('auditor')),
  };
}

/** Posts an invoice that is due 30 days after it was issued. */
export async function owe(
  desk: TestDesk,
  accountId: Id,
  amount: string,
  issued: string,
  number: string,
): Promise<void> {
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.post', actor, reason: 'for the test', input: null };
  const wish = documentWish(accountId, 'invoice', { amount, issued, number });
  accepted(await perform(desk, doing, (context) => postItem(context, wish)));
}
