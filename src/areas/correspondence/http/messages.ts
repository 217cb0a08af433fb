/** Messages over the wire: previewed, written, moved by people, listed. */
import { type Id, id } from '#kernel/ids.ts';
import { instant, type Instant } from '#kernel/instant.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Asked, type Served, serve } from '#platform/http/serve.ts';
import { newId } from '#platform/ids.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import { contactsOf, findAccount } from '#areas/customers/index.ts';
import { queueMessage } from '../actions/messages/queue-message.ts';
import { approveMessage, rewordMessage, sendDraft } from '../actions/messages/send-draft.ts';
import { cancelMessage, releaseMessage } from '../actions/messages/steer-message.ts';
import { settleMessage } from '../actions/sending/settle-message.ts';
import { compose, originalsFor } from '../answers/messages/compose.ts';
import { whatItSpeaksOf } from '../answers/messages/spoken-of.ts';
import { wireLine, wireMessage } from '../answers/messages/wire.ts';
import { renderTemplate } from '../actions/templates/render-template.ts';
import * as contract from '../contract/messages.ts';
import { countStates, messagesOf, outboxPage } from '../store/message-list.ts';

/** In which a message that a person sends can still be taken back. */
const graceMs = 5_000;

function refOf(params: { accountId: string; messageId: string }): {
  accountId: Id;
  messageId: Id;
} {
  return { accountId: id(params.accountId), messageId: id(params.messageId) };
}

function afterGrace(at: Instant): Instant {
  return instant(new Date(Date.parse(at) + graceMs).toISOString());
}

const senderOf = ({ name }: Asked<unknown, unknown, unknown>['session']) => ({
  sender: { name, phone: '' },
});

const reading: readonly Served[] = [
  serve(contract.accountMessages, async ({ params, desk, session }) => {
    const rows = await messagesOf(desk.db, id(params.accountId));
    return accept({ rows: rows.map((row) => wireLine(row, session.language)) });
  }),
  serve(contract.accountMessage, async ({ params, desk, session }) => {
    const message = await wireMessage(desk.db, refOf(params), session.language);
    return message ? accept(message) : refuse('correspondence.message_unknown');
  }),
  serve(contract.outbox, async ({ query, desk, session }) => {
    const list = listName('outbox', query);
    const skip = readOffset(list, query.cursor);
    if (!skip.ok) return skip;
    const { state, channel, run, limit } = query;
    const filter = { companies: visibleCompanies(session), state, channel, run };
    const [rows, states] = await Promise.all([
      outboxPage(desk.db, filter, { skip: skip.value, limit }),
      countStates(desk.db, filter),
    ]);
    const count = states
      .filter((each) => state === undefined || each.state === state)
      .reduce((total, each) => total + each.count, 0);
    return accept({
      rows: rows.map((row) => wireLine(row, session.language)),
      count,
      nextCursor: nextOffset(list, skip.value + rows.length, count),
      states,
    });
  }),
  serve(contract.previewMessage, async ({ params, body, desk, session }) => {
    const accountId = id(params.accountId);
    const account = await findAccount(desk.db, accountId);
    if (!account) return refuse('correspondence.no_such_account');
    const contacts = await contactsOf(desk.db, account.customerId);
    const contactId = body.contactId === null ? null : id(body.contactId);
    const contact = contacts.find((each) => each.contactId === contactId);
    const language = body.language ?? contact?.language ?? session.language;
    const { templateKey } = body;
    const itemIds = body.itemIds.map(id);
    const on = desk.clock.today();
    const wish = { accountId, templateKey, itemIds, extra: senderOf(session), on };
    const spoken = await whatItSpeaksOf(desk.db, wish);
    if (!spoken.ok) return spoken;
    const whole = { ...wish, ...spoken.value, contactId, language };
    const rendered = await renderTemplate(desk.db, whole);
    if (!rendered.ok) return rendered;
    const attachments = await originalsFor(desk.db, accountId, itemIds);
    return accept({ language, ...rendered.value, attachments });
  }),
];

const writing: readonly Served[] = [
  serve(contract.writeMessage, async ({ params, body, desk, session, perform }) => {
    const accountId = id(params.accountId);
    const notBefore = afterGrace(desk.clock.now());
    const wish = await compose(desk.db, {
      key: `desk/${newId()}`,
      accountId,
      contactId: id(body.contactId),
      language: body.language,
      templateKey: body.templateKey,
      itemIds: body.itemIds.map(id),
      edited: body.edited,
      purpose: body.purpose,
      attachments: body.attachments.map(({ kind, id: source }) => ({ kind, id: id(source) })),
      inReplyTo: body.inReplyTo === null ? null : id(body.inReplyTo),
      extra: senderOf(session),
      on: desk.clock.today(),
      state: 'draft',
      notBefore,
    });
    if (!wish.ok) return wish;
    return perform(
      'correspondence.write_message',
      body.send ? 'written and sent' : 'written as a draft',
      async (context) => {
        const written = await queueMessage(context, wish.value);
        if (!written.ok) return written;
        const { messageId } = written.value;
        if (!body.send) return accept({ messageId, state: 'draft' as const, nextAt: null });
        const sent = await sendDraft(context, { accountId, messageId }, notBefore);
        if (!sent.ok) return sent;
        const { state } = sent.value;
        return accept({ messageId, state, nextAt: state === 'queued' ? notBefore : null });
      },
      accountId,
    );
  }),
  serve(contract.rewordMessage, ({ params, body, perform }) =>
    perform(
      'correspondence.reword_message',
      'other words',
      (context) => rewordMessage(context, { ...refOf(params), ...body }),
      id(params.accountId),
    ),
  ),
  serve(contract.sendDraft, ({ params, body, perform }) =>
    perform(
      'correspondence.send_draft',
      body.reason,
      (context) => sendDraft(context, refOf(params), afterGrace(context.at)),
      id(params.accountId),
    ),
  ),
];

const moving: readonly Served[] = [
  serve(contract.approveMessage, ({ params, body, perform }) =>
    perform(
      'correspondence.approve_message',
      body.reason,
      (context) => approveMessage(context, refOf(params)),
      id(params.accountId),
    ),
  ),
  serve(contract.cancelMessage, ({ params, body, perform }) =>
    perform(
      'correspondence.cancel_message',
      body.reason,
      (context) => cancelMessage(context, refOf(params)),
      id(params.accountId),
    ),
  ),
  serve(contract.releaseMessage, ({ params, body, perform }) =>
    perform(
      'correspondence.release_message',
      body.reason,
      (context) => releaseMessage(context, refOf(params)),
      id(params.accountId),
    ),
  ),
  serve(contract.settleMessage, ({ params, body, perform }) =>
    perform(
      'correspondence.settle_message',
      body.reason,
      (context) => settleMessage(context, { ...refOf(params), found: body.found }),
      id(params.accountId),
    ),
  ),
];

export const messageRoutes: readonly Served[] = [...reading, ...writing, ...moving];
