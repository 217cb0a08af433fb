/**
 * The built web app from dist/web. Every address that is no file and not under /api is a
 * screen of it, so it gets index.html and the app's own router reads the rest.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const folder = path.join(import.meta.dirname, '../../dist/web');

/** Serves the app's files; a checkout whose web app was not built serves only the API. */
export async function serveWebFiles(app: FastifyInstance): Promise<void> {
  if (!existsSync(path.join(folder, 'index.html'))) return;
  await app.register(files, {
    root: folder,
    index: false,
    // Only files that are there get a route; everything else is a screen, or nothing.
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, file) => {
      // Vite puts a hash of its content into the name of every asset.
      const forever = file.includes(`${path.sep}assets${path.sep}`);
      reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** Sends the app when a browser asked for a page that is one of its screens. */
export function sendScreen(request: FastifyRequest, reply: FastifyReply): boolean {
  const page = request.method === 'GET' || request.method === 'HEAD';
  const isScreen = page && !request.url.startsWith('/api') && !/\.\w+$/u.test(pathOf(request));
  if (!isScreen || !existsSync(path.join(folder, 'index.html'))) return false;
  reply.sendFile('index.html');
  return true;
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? '';
}
