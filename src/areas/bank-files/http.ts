/** Files of banks over the wire: taken in, looked at, named, ended; lines and bank accounts. */
import type { Served } from '#platform/http/serve.ts';
import { accountRoutes } from './http/accounts.ts';
import { feedRoutes } from './http/feeds.ts';
import { fileRoutes } from './http/files.ts';
import { lineRoutes } from './http/lines.ts';

export const bankFileRoutes: readonly Served[] = [
  ...fileRoutes,
  ...lineRoutes,
  ...accountRoutes,
  ...feedRoutes,
];
