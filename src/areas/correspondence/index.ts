/** What other areas' server code may call of the correspondence. */
export {
  type AttachmentWish,
  type MessageWish,
  queueMessage,
} from './actions/messages/queue-message.ts';
export { type FileMade, keepFile } from './actions/messages/keep-file.ts';
export {
  type RenderedTemplate,
  renderTemplate,
  type RenderWish,
} from './answers/templates/render-template.ts';
export { type TemplateName, templateNames } from './answers/templates/template-names.ts';
export { keptFile } from './store/attachments.ts';
export { noteReply } from './actions/messages/note-reply.ts';
export { type Report, takeBounce } from './actions/bounces/take-bounce.ts';
export { emailSender } from './answers/sending/email-sender.ts';
export { findLost, type Sender, sendNext } from './answers/sending/send-next.ts';
export { messageByRef, messageOfMail, type ToSend } from './store/sending.ts';
export { watchMailboxes } from './answers/mailbox/watch-mailboxes.ts';
