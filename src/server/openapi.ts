/**
 * The OpenAPI 3.1 document at /api/v1/openapi.json and its browsable form at /api/v1/docs.
 *
 * Both are made from the table of served routes, so they cannot say anything else than the
 * server does.
 */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

export const documentPath = '/api/v1/openapi.json';
const referencePath = '/api/v1/docs';

const about = `The collections desk. Whatever the web app does, it does through this interface.

- **Signing in**: \`POST /api/v1/session\` sets a cookie; send its \`csrf\` as \`X-CSRF-Token\` with
  every write. Programs use an API key instead: \`Authorization: Bearer dk_…\`, without a token.
- **Writes** take an \`Idempotency-Key\`: the same key with the same input answers the first answer
  again, with other input it is refused. \`?dryRun=true\` does everything, rolls it back and answers
  \`{dryRun, effects, answer}\`.
- **Amounts** are decimal strings with their currency beside them; **days** are \`YYYY-MM-DD\`.
- **Refusals** are problem details (RFC 9457) with a stable \`code\`.
- **Lists** answer \`nextCursor\`, null on the last page; send it back as \`cursor\`.`;

/** Call before the routes are registered. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Dunlin', version, description: about, license: { name: 'Apache-2.0' } },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'dunlin' },
          key: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { key: [] }],
    },
    transform: (document) => {
      const { schema, url } = jsonSchemaTransform(document);
      // A route without a contract is not part of the interface.
      const { contract } = document.route.config ?? {};
      if (!contract) return { schema: { hide: true }, url };
      return { schema: contract.method === 'GET' ? schema : { ...schema, headers }, url };
    },
  });
  await app.register(swaggerUi, {
    routePrefix: referencePath,
    uiConfig: { docExpansion: 'list', deepLinking: true, layout: 'BaseLayout' },
    theme: { title: 'Dunlin: reference' },
  });
  app.get(documentPath, { schema: { hide: true } }, () => app.swagger());
}

/** What every write takes; checked by the gate, here only described. */
const headers = {
  type: 'object',
  properties: {
    'Idempotency-Key': {
      type: 'string',
      description: 'Any text that is new for each intended write.',
    },
    'X-CSRF-Token': {
      type: 'string',
      description: 'The `csrf` of the session; not needed with an API key.',
    },
  },
};
