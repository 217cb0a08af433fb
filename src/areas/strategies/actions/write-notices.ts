/**
 * Writes the notices of steps and queues them: once a key, in the reader's language, with what
 * is asked of each debt; their charges are booked with them where the policy books.
 */
import { type Id, id } from '#kernel/ids.ts';
import { type Money, currency, money, parseMoney } from '#kernel/money.ts';
import { type Context, accepted } from '#platform/action.ts';
import { queueMessage, renderTemplate } from '#areas/correspondence/index.ts';
import { chargeNotice } from '#areas/ledger/index.ts';
import type { WrittenAsk, WrittenStep } from '../rules/decision.ts';
import { messageKey } from '../rules/proposal.ts';
import type { Addressee } from '../rules/to-whom.ts';
import { failuresOf, insertBooked, isBooked } from '../store/carrying-out.ts';
import type { ListedProposal } from '../store/list-proposals.ts';
import type { StateChange } from '../store/proposals.ts';

export type Notice = {
  readonly row: ListedProposal;
  readonly step: WrittenStep;
  readonly to: Addressee;
  readonly permitId: Id;
};

export async function writeNotices(
  context: Context,
  notices: readonly Notice[],
): Promise<StateChange[]> {
  if (notices.length === 0) return [];
  const proposalIds = notices.map(({ row }) => row.proposalId);
  const failures = await failuresOf(context.tx, proposalIds);
  const changes: StateChange[] = [];
  for (const notice of notices) {
    const failed = failures.get(notice.row.proposalId) ?? 0;
    changes.push(await writeNotice(context, notice, failed));
  }
  return changes;
}

async function writeNotice(context: Context, notice: Notice, failed: number): Promise<StateChange> {
  const { row, step, permitId } = notice;
  const { accountId, proposalId } = row;
  const queued = await queue(context, notice, failed);
  if (!queued.ok) {
    const reason = queued.refusal;
    return { accountId, proposalId, permitId, state: 'failed', reason };
  }
  if (step.charges === 'book') await bookCharges(context, notice);
  const items = step.items.map(([itemId, own]) => [itemId, own]);
  const { messageId } = queued.value;
  return {
    accountId,
    proposalId,
    permitId,
    messageId,
    state: 'queued',
    reason: 'queued',
    facts: { items, messageId },
  };
}

async function queue(context: Context, { row, step, to }: Notice, failed: number) {
  const { accountId } = row;
  const language = to.person?.language ?? (row.language === 'es' ? 'es' : 'en');
  const contactId = to.person === null ? null : id(to.person.contactId);
  const itemIds = step.items.map(([itemId]) => id(itemId));
  const templateKey = step.template ?? step.step;
  const rendered = await renderTemplate(context.tx, {
    templateKey,
    language,
    accountId,
    contactId,
    itemIds,
    extra: extraOf(step),
    on: context.today,
  });
  if (!rendered.ok) return rendered;
  const key = messageKey(accountId, { episode: step.episode, step: row.step });
  return queueMessage(context, {
    key: failed === 0 ? key : `${key}/${failed + 1}`,
    accountId,
    contactId,
    channel: step.act === 'letter' || step.act === 'sms' ? step.act : 'email',
    toName: to.person?.name ?? row.name,
    toAddress: to.address,
    language,
    ...rendered.value,
    templateKey,
    purpose: step.days > 0 ? 'collect' : 'notice',
    itemIds,
    attachments: [],
    state: 'queued',
  });
}

function extraOf({ asks, items }: WrittenStep) {
  const charged = asks.find((ask) => {
    const { interest, fees } = chargedIn(ask);
    return interest.minor + fees.minor > 0n;
  });
  const [first] = asks;
  return {
    totals: asks.map(({ total, currency: code }) => moneyOf(total, code)),
    ...(asks.length === 1 && first
      ? {
          asked: new Map(
            items.map(([itemId, , minor]) => [itemId, money(BigInt(minor), first.currency)]),
          ),
        }
      : {}),
    ...(charged && {
      charges: {
        interest: moneyOf(charged.interest, charged.currency),
        fees: moneyOf(charged.fees, charged.currency),
      },
    }),
  };
}

function moneyOf(amount: string, code: string): Money {
  const parsed = parseMoney(amount, currency(code));
  if (!parsed) throw new Error(`a decision asks for "${amount}" ${code}`);
  return parsed;
}

/** One debit memo a currency, once for the step however often it is written. */
async function bookCharges(context: Context, { row, step }: Notice): Promise<void> {
  const { accountId, proposalId } = row;
  for (const ask of step.asks) {
    const { interest, fees } = chargedIn(ask);
    if (interest.minor + fees.minor === 0n) continue;
    if (await isBooked(context.tx, proposalId, ask.currency)) continue;
    const { today: chargedOn } = context;
    const wish = { accountId, interest, fees, chargedOn, dueOn: chargedOn };
    const { itemId } = accepted(await chargeNotice(context, wish));
    await insertBooked(context, chargedOn, {
      accountId,
      proposalId,
      currency: ask.currency,
      itemId,
      interest: interest.minor,
      fees: fees.minor,
      items: interest.minor > 0n ? step.items.map(([each]) => each) : [],
    });
  }
}

function chargedIn(ask: WrittenAsk): { readonly interest: Money; readonly fees: Money } {
  return { interest: moneyOf(ask.interest, ask.currency), fees: moneyOf(ask.fees, ask.currency) };
}
