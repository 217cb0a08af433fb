/**
 * The cookie that holds a session's token: unreadable for scripts, not sent by other sites.
 *
 * Over HTTPS it carries the `__Host-` prefix, which binds it to this very host; a plain
 * http://localhost cannot set such a cookie and gets a plain name.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';

const plainName = 'dunlin';
const secureName = '__Host-dunlin';

/** The token that a request shows, if any. */
export function readToken(request: FastifyRequest): string | undefined {
  return request.cookies[nameFor(request)];
}

/** Sets the cookie until the browser closes, or takes it away. */
export function setToken(reply: FastifyReply, token: string | null): void {
  const secure = isSecure(reply.request);
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  const name = nameFor(reply.request);
  if (token === null) reply.clearCookie(name, options);
  else reply.setCookie(name, token, options);
}

function nameFor(request: FastifyRequest): string {
  return isSecure(request) ? secureName : plainName;
}

/** `protocol` follows a proxy's word only when the server was told to trust one. */
function isSecure(request: FastifyRequest): boolean {
  return request.protocol === 'https';
}
