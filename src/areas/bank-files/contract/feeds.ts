/** How the folders and servers stand from which files come by themselves. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireInstant } from '#platform/contract/wire.ts';

export const bankFeeds = route({
  method: 'GET',
  path: '/api/v1/bank-feeds',
  summary: 'Feeds from which files of banks come by themselves, and how each stands',
  tag: 'bank files',
  permission: 'bank_files.read',
  answer: z.object({
    rows: z.array(
      z.object({
        name: z.string(),
        company: z.string(),
        fetched: z.number().int().describe('Files so far.'),
        workedAt: wireInstant.nullable().describe('When it last brought a file or worked again.'),
        problem: z.string().nullable().describe('Why it cannot be reached now.'),
      }),
    ),
  }),
});
