/**
 * Takes the papers of an approved run out, some at a time: by e-mail, to the print queue, or as
 * something to do in the customer's own portal.
 *
 * A paper is delivered once: its row and its message stand in one transaction, and the message's
 * key is the paper's. Invoices of one account go together, in one mail or envelope. What cannot
 * be written is held with its reason and stays an exception.
 */
import type { Id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { queueMessage, renderTemplate } from '#areas/correspondence/index.ts';
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
  for (const papers of together(ready.slice(0, atOnce))) await deliver(context, run, papers);
  if (ready.length <= atOnce) {
    await updateRun(context, runId, { state: 'done', paused: false });
    await insertRunChange(context, { runId, what: 'delivered' });
    await context.tell({ name: 'statements.run_delivered', accountId: null, payload: { runId } });
  } else {
    await context.tell({ name: 'statements.run_moved', accountId: null, payload: { runId } });
  }
  const delivered = Math.min(ready.length, atOnce);
  context.did({ what: `${run.kind}s delivered`, id: runId, facts: { count: delivered } });
  return accept({ delivered });
}

/** Papers that go the same way to the same person; of statements each is alone. */
function together(papers: readonly Paper[]): [Paper, ...Paper[]][] {
  const groups = new Map<string, [Paper, ...Paper[]]>();
  for (const paper of papers) {
    const way = `${paper.accountId} ${paper.channel} ${paper.contactId} ${paper.toAddress}`;
    const group = groups.get(way);
    if (group) group.push(paper);
    else groups.set(way, [paper]);
  }
  return [...groups.values()];
}

async function deliver(
  context: Context,
  run: Run,
  papers: readonly [Paper, ...Paper[]],
): Promise<void> {
  const [{ accountId, runId, channel, contactId, toName, toAddress, language, subjectId }] = papers;
  if (channel === null) return;
  if (channel === 'portal') {
    for (const paper of papers) await insertDelivery(context, paper, { channel, messageId: null });
    return;
  }
  const invoices = run.kind === 'invoice';
  const cover = await coverOf(context, run, papers);
  if (!cover.ok) return holdPapers(context, papers, cover.refusal);
  const queued = await queueMessage(context, {
    key: invoices ? `invoice/${runId}/${subjectId}` : `statement/${runId}/${accountId}`,
    accountId,
    contactId,
    channel,
    toName,
    toAddress: channel === 'email' ? toAddress : '',
    language,
    ...cover.value,
    purpose: 'notice',
    itemIds: [],
    attachments: papers.flatMap(({ fileId }) =>
      fileId === null ? [] : [{ kind: 'statement', id: fileId }],
    ),
    run: `statements/${runId}`,
    state: 'queued',
  });
  if (!queued.ok) return holdPapers(context, papers, queued.refusal);
  const { messageId } = queued.value;
  for (const paper of papers) await insertDelivery(context, paper, { channel, messageId });
}

/** What cannot be written stays here, with its reason. */
async function holdPapers(
  context: Context,
  papers: readonly Paper[],
  reason: string,
): Promise<void> {
  for (const paper of papers) await insertAnswer(context, paper, { answer: 'hold', reason });
}

/** What the template in force says; the totals as the paper has them (case I-12). */
async function coverOf(
  context: Context,
  { kind, toOn }: Run,
  papers: readonly [Paper, ...Paper[]],
) {
  const [{ accountId, toName, language }] = papers;
  const enclosed = papers.map(({ document, balances }) => ({
    number: document ?? '',
    amounts: balances.map(({ currency, closing }) => money(closing, currency)),
  }));
  const paper = { on: toOn, balances: enclosed.flatMap(({ amounts }) => amounts), enclosed };
  const templateKey = kind === 'invoice' ? 'invoice-cover' : 'statement-cover';
  const to = { accountId, contactId: null, toName, language, itemIds: [] };
  const wish = { ...to, templateKey, extra: { paper }, on: context.today };
  const cover = await renderTemplate(context.tx, wish);
  return cover.ok ? accept({ ...cover.value, templateKey }) : cover;
}
