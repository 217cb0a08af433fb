/**
 * Live figures: a stream that says which figures may have changed, never the figures.
 *
 * Each message is `event: changed` with `{"figures": ["ledger", "promises"]}`: the areas whose
 * news just arrived, or `*` for any of them. Whoever shows one of them asks for it again.
 */
import { z } from 'zod';
import { route } from './route.ts';

export const liveFigures = route({
  method: 'GET',
  path: '/api/v1/events',
  summary: 'Which figures have changed, as server-sent events',
  tag: 'live',
  permission: 'signed-in',
  kind: 'events',
  answer: z.object({
    figures: z.array(z.string()).describe('Areas: ledger, promises …; `*`: any of them.'),
  }),
});
