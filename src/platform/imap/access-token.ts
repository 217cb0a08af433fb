/**
 * Access tokens for hosted mail (OAuth 2.0, RFC 6749 §6): asked for with the refresh token, kept
 * until a minute before they end.
 *
 * A server may give a new refresh token along, after which the old one is worth nothing: whoever
 * keeps it is told.
 */
import { BoxError, type SignIn } from './mail-server.ts';

type OAuth2 = Extract<SignIn, { kind: 'oauth2' }>;

type Kept = { readonly token: string; readonly untilMs: number };

const patienceMs = 20_000;
const earlierMs = 60_000;
const usualSeconds = 300;
const kept = new Map<string, Kept>();

/** A token that is good now. `renewed` hears of a new refresh token. */
export async function accessToken(
  signIn: OAuth2,
  renewed: (refreshToken: string) => Promise<void>,
): Promise<string> {
  const name = `${signIn.tokenUrl} ${signIn.clientId} ${signIn.refreshToken}`;
  const before = kept.get(name);
  if (before !== undefined && before.untilMs > Date.now()) return before.token;
  const answer = await askedFor(signIn);
  const { token, refreshToken, seconds } = answer;
  const untilMs = Date.now() + seconds * 1000 - earlierMs;
  kept.delete(name);
  if (refreshToken !== undefined && refreshToken !== signIn.refreshToken) {
    kept.set(`${signIn.tokenUrl} ${signIn.clientId} ${refreshToken}`, { token, untilMs });
    await renewed(refreshToken);
  } else kept.set(name, { token, untilMs });
  return token;
}

/** Forgets a token that the server did not take. */
export function forgetToken({ tokenUrl, clientId, refreshToken }: OAuth2): void {
  kept.delete(`${tokenUrl} ${clientId} ${refreshToken}`);
}

async function askedFor(signIn: OAuth2) {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: signIn.refreshToken,
    client_id: signIn.clientId,
    ...(signIn.clientSecret === undefined ? {} : { client_secret: signIn.clientSecret }),
  });
  const { host } = new URL(signIn.tokenUrl);
  const answer = await fetch(signIn.tokenUrl, {
    method: 'POST',
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  }).catch((error: unknown) => {
    throw new BoxError('unreachable', `${host} did not answer`, { cause: error });
  });
  const said: unknown = await answer.json().catch(() => undefined);
  const token = textIn(said, 'access_token');
  if (!answer.ok || token === undefined) {
    const why = textIn(said, 'error') ?? `status ${answer.status}`;
    throw new BoxError('token_refused', `${host} gave no token: ${why.slice(0, 100)}`);
  }
  const seconds = numberIn(said, 'expires_in') ?? usualSeconds;
  return { token, refreshToken: textIn(said, 'refresh_token'), seconds };
}

function fieldIn(said: unknown, name: string): unknown {
  if (typeof said !== 'object' || said === null) return undefined;
  return Object.entries(said).find(([key]) => key === name)?.[1];
}

function textIn(said: unknown, name: string): string | undefined {
  const value = fieldIn(said, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function numberIn(said: unknown, name: string): number | undefined {
  const value = Number(fieldIn(said, name));
  return Number.isFinite(value) && value > 0 ? value : undefined;
}
