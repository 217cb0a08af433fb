/** What the list makes of the news of other areas. */
import { parseDay } from '#kernel/day.ts';
import { parseId } from '#kernel/ids.ts';
import { parseInstant } from '#kernel/instant.ts';
import { accepted, type Context } from '#platform/action.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { answerCall } from './actions/answer-call.ts';
import { buildAll, moveToOwners, rebuildAccounts } from './actions/build-worklist.ts';
import { takeBackNextAction, takeNextAction } from './actions/take-next-action.ts';
import { checkControl } from './actions/check-control.ts';
import { accountsInCampaign } from './store/campaigns.ts';

/** A call was made and written down: it answers the account's work. */
export async function answerCallMade(context: Context, event: HeardEvent): Promise<void> {
  const { accountId } = event;
  const memberId = parseId(textIn(event, 'memberId'));
  if (accountId === null || memberId === undefined) return;
  const until = parseInstant(textIn(event, 'until')) ?? null;
  const [work, note] = [textIn(event, 'work'), textIn(event, 'note')];
  await answerCall(context, { accountId, memberId, work, until, note });
}

/** Something happened to one account: its place in the day is found again. */
export async function placeAgain(context: Context, { accountId }: HeardEvent): Promise<void> {
  if (accountId !== null) await rebuildAccounts(context, [accountId]);
}

/** Another system's next action came in with a file: it is work from its day on. */
export async function planAction(context: Context, event: HeardEvent): Promise<void> {
  const named = actionOf(event);
  const dueOn = parseDay(textIn(event, 'dueOn'));
  if (named === undefined || dueOn === undefined) return;
  accepted(await takeNextAction(context, { ...named, dueOn, note: textIn(event, 'note') }));
}

/** The file was undone. */
export async function dropAction(context: Context, event: HeardEvent): Promise<void> {
  const named = actionOf(event);
  if (named !== undefined) await takeBackNextAction(context, named);
}

function actionOf(event: HeardEvent) {
  const { accountId } = event;
  const answerId = parseId(textIn(event, 'answerId'));
  const memberId = parseId(textIn(event, 'memberId'));
  if (accountId === null || answerId === undefined || memberId === undefined) return undefined;
  return { accountId, answerId, memberId };
}

function textIn({ payload }: HeardEvent, name: string): string {
  const value = payload[name];
  return typeof value === 'string' ? value : '';
}

/** An account has another owner, or many have: each is on their list at once. */
export async function followOwner(context: Context, { accountId }: HeardEvent): Promise<void> {
  await moveToOwners(context, accountId);
}

/** A campaign began, changed or ended: its accounts find their place again. */
export async function placeCampaign(context: Context, event: HeardEvent): Promise<void> {
  const campaignId = parseId(textIn(event, 'campaignId'));
  if (campaignId === undefined) return;
  await rebuildAccounts(context, await accountsInCampaign(context.tx, campaignId));
}

/** A whole book came in or went: everything is found again. */
export async function placeAll(context: Context): Promise<void> {
  await buildAll(context);
  accepted(await checkControl(context));
}
