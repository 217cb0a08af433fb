/** A text to a customer over the wire; what comes in arrives through the provider's own door. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireId } from '#platform/contract/wire.ts';

export const sendText = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/texts',
  summary: 'Write a text to a contact; it goes out when the gate allows it',
  tag: 'texts',
  permission: 'calls.make',
  params: z.object({ accountId: wireId }),
  body: z.object({
    contactId: wireId,
    text: z.string().trim().min(1).max(900),
    purpose: z.enum(['collect', 'answer', 'ask_consent']).default('collect'),
  }),
  answer: z.object({ messageId: wireId }),
});
