/**
 * Whether this process can do its work, and a few numbers about it.
 *
 * `/healthz` and `/readyz` answer 200 only when the database answers and its schema is this
 * program's. `/metrics` is for a collector on the same machine.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from '#kernel/outcome.ts';
import type { Db } from '#platform/postgres/db.ts';
import { isMigrated } from '#platform/postgres/migrated.ts';
import { backlog } from '#platform/postgres/backlog.ts';
import { RefusedRequest } from './errors.ts';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

export function serveHealth(app: FastifyInstance, db: Db): void {
  const answered = new Map<string, number>();
  app.addHook('onResponse', async (_request, reply) => {
    const kind = `${Math.floor(reply.statusCode / 100)}xx`;
    answered.set(kind, (answered.get(kind) ?? 0) + 1);
  });
  for (const url of ['/healthz', '/readyz']) {
    app.get(url, { schema: { hide: true } }, async (_request, reply) => {
      const ready = await isMigrated(db).catch(() => false);
      reply.header('cache-control', 'no-store');
      return reply.code(ready ? 200 : 503).send({ ready });
    });
  }
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!isLocal(request)) throw new RefusedRequest(refuse('request.no_such_page'));
    const { waiting, unsealed } = await backlog(db);
    const lines = [
      `process_uptime_seconds ${process.uptime()}`,
      `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
      ...[...answered].map(
        ([kind, count]) => `dunlin_http_answers_total{status="${kind}"} ${count}`,
      ),
      `dunlin_events_waiting ${waiting}`,
      `dunlin_audit_unsealed ${unsealed}`,
    ];
    reply.header('cache-control', 'no-store');
    return reply.type('text/plain; version=0.0.4').send(`${lines.join('\n')}\n`);
  });
}

/** From this very machine, and not handed on by a proxy on it. */
function isLocal({ ip, headers }: FastifyRequest): boolean {
  return loopback.has(ip) && headers['x-forwarded-for'] === undefined;
}
