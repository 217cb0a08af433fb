/** What a backup says of itself: the schema it needs, and each file with its rows and hash. */
import { z } from 'zod';

export const manifestName = 'manifest.json';

export const manifest = z.object({
  format: z.literal('dunlin-backup-1'),
  takenAt: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      file: z.string(),
      rows: z.number().int(),
      sha256: z.string(),
    }),
  ),
});
export type Manifest = z.infer<typeof manifest>;

/** A folder that is no backup, or one that has changed; the message names the file. */
export class UnfitBackup extends Error {}
