/**
 * Writes down what a template says to one reader, ready to go: a notice, an answer, a letter that
 * the law asks for. It speaks of no items, so nothing that is paid meanwhile holds it back.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { MessageRefusal } from '../../rules/messages/refusal.ts';
import type { TemplateRefusal } from '../../rules/templates/template.ts';
import { type RenderWish, renderTemplate } from '../templates/render-template.ts';
import { type MessageWish, queueMessage } from './queue-message.ts';

export type TemplateLetter = Omit<RenderWish, 'itemIds' | 'on' | 'toName'> &
  Pick<MessageWish, 'key' | 'channel' | 'toName' | 'toAddress'> &
  Partial<Pick<MessageWish, 'state'>>;

/** The same key is the same message; a draft only where `state` says so. */
export async function writeByTemplate(
  context: Context,
  { key, channel, toName, toAddress, state = 'queued', ...wish }: TemplateLetter,
): Promise<Outcome<{ messageId: Id }, MessageRefusal | TemplateRefusal>> {
  const { templateKey, language, accountId, contactId } = wish;
  const rendered = await renderTemplate(context.tx, {
    ...wish,
    toName,
    itemIds: [],
    on: context.today,
  });
  if (!rendered.ok) return rendered;
  const queued = await queueMessage(context, {
    key,
    accountId,
    contactId,
    channel,
    toName,
    toAddress,
    language,
    ...rendered.value,
    templateKey,
    purpose: 'answer',
    itemIds: [],
    attachments: [],
    state,
  });
  return queued.ok ? accept({ messageId: queued.value.messageId }) : queued;
}
