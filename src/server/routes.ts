/** The one table of served routes: what no area lists here, nobody can ask for. */
import { teamRoutes } from '#areas/team/http.ts';
import type { Served } from '#platform/http/serve.ts';

export const routes: readonly Served[] = [...teamRoutes];
