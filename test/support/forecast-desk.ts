/** A desk with two customers who owe, and a night's forecast of it, open to a CFO. */
import type { Id } from '#kernel/ids.ts';
import { accepted, perform } from '#platform/action.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { runForecast } from '#areas/forecast/actions/run-forecast.ts';
import { documentWish } from './builders.ts';
import { type Browser, type TestDesk, openDesk } from './http-desk.ts';

const actor = { ref: 'job:test', memberId: null };
export const night = { zone: 'America/New_York', actor, reason: 'the night' } as const;

export type OwedDesk = TestDesk & { readonly cfo: Browser; readonly north: Id };

export async function owedDesk(): Promise<OwedDesk> {
  const desk = await openDesk();
  const company = await desk.company('ACME');
  const owe = async (number: string, amount: string): Promise<Id> => {
    const accountId = await desk.account(company, number);
    const wish = documentWish(accountId, 'invoice', { amount, issued: '2026-09-01' });
    const doing = { action: 'test.book', actor, reason: 'for the test', input: null };
    accepted(await perform(desk, doing, (context) => postItem(context, wish)));
    return accountId;
  };
  const north = await owe('NORTH', '1000');
  await owe('SOUTH', '500');
  await runForecast(desk, night);
  return { ...desk, north, cfo: await desk.signIn(await desk.member('cfo')) };
}
