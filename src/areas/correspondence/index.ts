/** What other areas' server code may call of the correspondence. */
export { queueMessage } from './actions/messages/queue-message.ts';
export { writeByTemplate } from './actions/messages/write-by-template.ts';
export { keepFile } from './actions/messages/keep-file.ts';
export { renderTemplate } from './actions/templates/render-template.ts';
export { templateNames } from './answers/templates/template-names.ts';
export { keptFile } from './store/attachments.ts';
export { emailSender } from './answers/sending/email-sender.ts';
export { findLost, sendNext } from './answers/sending/send-next.ts';
export { watchMailboxes } from './answers/mailbox/watch-mailboxes.ts';
