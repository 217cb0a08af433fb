/** What a backup says of itself: the schema it needs, and each file with its rows and hash. */
import { z } from 'zod';
import { Unfit } from '../cli/command.ts';

export const manifestName = 'manifest.json';

export const manifest = z.object({
  format: z.literal('dunlin-backup-1'),
  takenAt: z.string(),
  migrations: z.array(z.string()).min(1),
  tables: z.array(
    z.object({
      // These three stand in statements and paths, so they are names and nothing else.
      name: z.string().regex(/^\w+\."?\w+"?$/u),
      columns: z.array(z.string().regex(/^"?\w+"?$/u)),
      file: z.string().regex(/^[\w.-]+$/u),
      rows: z.number().int(),
      sha256: z.string(),
    }),
  ),
});
export type Manifest = z.infer<typeof manifest>;

/** A folder or a database that does not fit; the message names the file and the remedy. */
export class UnfitBackup extends Unfit {}
