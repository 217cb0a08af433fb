/** What a confirmation of a call will say, before the call is ended. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  wireAmount,
  wireCurrency,
  wireDay,
  wireId,
  wireLanguage,
} from '#platform/contract/wire.ts';

export const callConfirmation = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/call-confirmation',
  summary: 'The mail that would confirm what is being agreed, by the template in force',
  tag: 'calls',
  permission: 'calls.make',
  params: z.object({ accountId: wireId }),
  query: z.object({
    contactId: wireId,
    language: wireLanguage,
    currency: wireCurrency,
    amount: wireAmount.optional(),
    dueOn: wireDay.optional(),
    disputed: z.string().max(500).default('').describe('Amounts with commas between them.'),
  }),
  answer: z.object({ subject: z.string(), text: z.string() }),
});
