/** Everything that the correspondence answers over the wire; each theme has its own routes. */
import type { Served } from '#platform/http/serve.ts';
import { callRoutes } from './http/calls.ts';
import { confirmationRoutes } from './http/confirmations.ts';
import { textRoutes } from './http/texts.ts';
import { letterRoutes } from './http/letters.ts';
import { copyRoutes } from './http/copies.ts';
import { messageRoutes } from './http/messages.ts';
import { sendingRoutes } from './http/sending.ts';
import { templateRoutes } from './http/templates.ts';
import { mailAnswerRoutes } from './http/mail-answers.ts';
import { mailRoutes } from './http/mailbox.ts';
import { mailboxRoutes } from './http/mailboxes.ts';

export const correspondenceRoutes: readonly Served[] = [
  ...callRoutes,
  ...confirmationRoutes,
  ...textRoutes,
  ...copyRoutes,
  ...messageRoutes,
  ...sendingRoutes,
  ...letterRoutes,
  ...templateRoutes,
  ...mailboxRoutes,
  ...mailAnswerRoutes,
  ...mailRoutes,
];
