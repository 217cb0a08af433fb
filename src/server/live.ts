/**
 * Live figures: a stream per open screen that says which areas' figures have changed.
 *
 * News of one moment are told together. A stream ends with the session it belongs to, and
 * when the server stops; the browser opens it again by itself.
 */
import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { liveFigures } from '#platform/contract/live.ts';
import type { Listening } from '#platform/postgres/listening.ts';
import { identify } from './gate.ts';
import { type House, schemaOf } from './register.ts';

const gatherMs = 200;
const heartbeatMs = 20_000;
/** After a lost connection to the database nobody knows what was said meanwhile. */
const anything = '*';

/** Serves the stream; `listening` calls back with the name of each event. */
export function serveLive(app: FastifyInstance, house: House, listening: Listening): void {
  const streams = new Set<ServerResponse>();
  const changed = new Set<string>();
  let telling: NodeJS.Timeout | undefined;

  const tell = (): void => {
    telling = undefined;
    const news = JSON.stringify({ figures: [...changed].toSorted() });
    changed.clear();
    for (const stream of streams) stream.write(`event: changed\ndata: ${news}\n\n`);
  };
  const stopHearing = listening.hear((name) => {
    if (streams.size === 0) return;
    changed.add(name === '' ? anything : (name.split('.')[0] ?? name));
    telling ??= setTimeout(tell, gatherMs);
  });

  app.route({
    method: 'GET',
    url: liveFigures.path,
    exposeHeadRoute: false,
    schema: schemaOf({ route: liveFigures, answers: 'json', dryRun: false }),
    config: { contract: liveFigures },
    handler: (request, reply) => {
      const stream = reply.hijack().raw;
      stream.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        'x-content-type-options': 'nosniff',
      });
      stream.write('retry: 2000\n\n');
      streams.add(stream);
      const beat = setInterval(() => {
        identify(request, liveFigures, house.desk, house.findMember).then(
          () => stream.write(': still here\n\n'),
          () => stream.end(),
        );
      }, heartbeatMs);
      stream.on('close', () => {
        clearInterval(beat);
        streams.delete(stream);
      });
    },
  });
  app.addHook('preClose', async () => {
    clearTimeout(telling);
    stopHearing();
    for (const stream of streams) stream.end();
  });
}
