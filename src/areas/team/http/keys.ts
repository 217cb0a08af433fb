/**
 * API keys of the member who is signed in. A key's text leaves the server once and is kept
 * nowhere, so a repeated request cannot have it again.
 */
import { id } from '#kernel/ids.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { apiKeysOf, insertApiKey, revokeApiKey } from '#platform/auth/api-keys.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import * as contract from '../contract.ts';

export const keyRoutes: readonly Served[] = [
  serve(contract.apiKeys, async ({ desk, session }) =>
    accept({ rows: await apiKeysOf(desk.db, session.memberId, desk.clock.now()) }),
  ),
  serve(contract.makeApiKey, async ({ body, session, wire, perform }) => {
    if (wire.byApiKey) return refuse('session.needs_sign_in');
    const strange = body.permissions.find((name) => !session.permissions.includes(name));
    if (strange !== undefined) {
      return refuse('session.not_your_permission', { permission: strange });
    }
    let key: string | undefined;
    const made = await perform('team.make_api_key', body.name, async (context) => {
      const keyId = context.newId();
      const wish = { ...body, keyId, memberId: session.memberId };
      key = await insertApiKey(context.tx, wish, context.at);
      context.did({ what: 'api_key', id: keyId });
      return accept({ keyId });
    });
    if (!made.ok) return made;
    if (key === undefined) return refuse('session.key_shown_once');
    return accept({ keyId: made.value.keyId, key });
  }),
  serve(contract.revokeApiKey, async ({ params, session, wire, perform }) => {
    if (wire.byApiKey) return refuse('session.needs_sign_in');
    return perform('team.revoke_api_key', 'no longer needed', async (context) => {
      const keyId = id(params.keyId);
      const revoked = await revokeApiKey(context.tx, session.memberId, keyId, context.at);
      if (!revoked) return refuse('session.no_such_key');
      context.did({ what: 'api_key_revoked', id: keyId });
      return accept({ revoked: true as const });
    });
  }),
];
