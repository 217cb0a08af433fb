/**
 * Takes the papers of an approved run out, some at a time: by e-mail, to the print queue, or as
 * something to do in the customer's own portal.
 *
 * A paper is delivered once: its row and its message stand in one transaction, and the message's
 * key is the paper's. What cannot be written is held with its reason and stays an exception.
 */
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { queueMessage } from '#areas/correspondence/index.ts';
import { type CoverFacts, coverLines } from '../rules/cover.ts';
import { goesOut } from '../rules/paper.ts';
import { type Paper, insertAnswer, insertDelivery, papersOf } from '../store/papers.ts';
import { type Run, insertRunChange, lockRun, updateRun } from '../store/runs.ts';

/** So many go out in one transaction; a pause takes hold after them. */
const atOnce = 50;

/** Answers how many went out; none when the run does not want any out now. */
export async function deliverPapers(
  context: Context,
  runId: Id,
): Promise<Outcome<{ delivered: number }, never>> {
  const { tx } = context;
  const run = await lockRun(tx, runId);
  if (!run || run.state !== 'delivering' || run.paused) return accept({ delivered: 0 });
  const found = await papersOf(tx, { runId, ready: true }, atOnce + 1);
  const ready = found.filter((paper) => goesOut(paper, paper.answer));
  for (const paper of ready.slice(0, atOnce)) await deliver(context, run, paper);
  if (ready.length <= atOnce) {
    await updateRun(context, runId, { state: 'done', paused: false });
    await insertRunChange(context, { runId, what: 'delivered' });
    await context.tell({ name: 'statements.run_delivered', accountId: null, payload: { runId } });
  } else {
    await context.tell({ name: 'statements.run_moved', accountId: null, payload: { runId } });
  }
  const delivered = Math.min(ready.length, atOnce);
  context.did({ what: 'statements delivered', id: runId, facts: { count: delivered } });
  return accept({ delivered });
}

async function deliver(context: Context, run: Run, paper: Paper): Promise<void> {
  const { accountId, runId, channel } = paper;
  const at = { accountId, runId };
  if (channel === null) return;
  if (channel === 'portal') {
    await insertDelivery(context, at, { channel, messageId: null });
    return;
  }
  const cover = coverLines(coverFacts(run, paper), paper.language);
  const queued = await queueMessage(context, {
    key: `statement/${runId}/${accountId}`,
    accountId,
    contactId: paper.contactId,
    channel,
    toName: paper.toName,
    toAddress: channel === 'email' ? paper.toAddress : '',
    language: paper.language,
    ...cover,
    html: '',
    templateKey: null,
    templateVersion: null,
    purpose: 'notice',
    itemIds: [],
    attachments: [{ kind: 'statement', id: paper.fileId }],
    run: `statements/${runId}`,
    state: 'queued',
  });
  if (!queued.ok) {
    await insertAnswer(context, at, { answer: 'hold', reason: queued.refusal });
    return;
  }
  await insertDelivery(context, at, { channel, messageId: queued.value.messageId });
}

function coverFacts({ toOn, companyName }: Run, paper: Paper): CoverFacts {
  const owed: Money[] = paper.balances.map(({ currency, closing }) => money(closing, currency));
  return {
    to: paper.toName,
    account: paper.account,
    company: companyName,
    on: toOn,
    balances: owed.map((each) => `${formatMoney(each)} ${each.currency}`),
  };
}
