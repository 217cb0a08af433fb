/**
 * Access tokens for hosted mail, both ways (OAuth 2.0, RFC 6749 §6): asked for with the refresh
 * token, kept until a minute before they end.
 *
 * A server may give a new refresh token along, after which the old one is worth nothing: whoever
 * keeps it is told.
 */
/** With what a token is asked for. */
export type TokenGrant = {
  readonly tokenUrl: string;
  readonly clientId: string;
  /** Public clients have none. */
  readonly clientSecret?: string;
  readonly refreshToken: string;
};

/** No token was given; the message never holds a secret. */
export class TokenError extends Error {
  readonly problem: 'unreachable' | 'token_refused';

  constructor(problem: TokenError['problem'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}

type Kept = { readonly token: string; readonly untilMs: number };

const patienceMs = 20_000;
const earlierMs = 60_000;
const usualSeconds = 300;
const kept = new Map<string, Kept>();

/** A token that is good now. `renewed` hears of a new refresh token. */
export async function accessToken(
  grant: TokenGrant,
  renewed: (refreshToken: string) => Promise<void>,
): Promise<string> {
  const name = `${grant.tokenUrl} ${grant.clientId} ${grant.refreshToken}`;
  const before = kept.get(name);
  if (before !== undefined && before.untilMs > Date.now()) return before.token;
  const answer = await askedFor(grant);
  const { token, refreshToken, seconds } = answer;
  const untilMs = Date.now() + seconds * 1000 - earlierMs;
  kept.delete(name);
  if (refreshToken !== undefined && refreshToken !== grant.refreshToken) {
    kept.set(`${grant.tokenUrl} ${grant.clientId} ${refreshToken}`, { token, untilMs });
    await renewed(refreshToken);
  } else kept.set(name, { token, untilMs });
  return token;
}

/** Forgets a token that the server did not take. */
export function forgetToken({ tokenUrl, clientId, refreshToken }: TokenGrant): void {
  kept.delete(`${tokenUrl} ${clientId} ${refreshToken}`);
}

async function askedFor(grant: TokenGrant) {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: grant.refreshToken,
    client_id: grant.clientId,
    ...(grant.clientSecret === undefined ? {} : { client_secret: grant.clientSecret }),
  });
  const { host } = new URL(grant.tokenUrl);
  const answer = await fetch(grant.tokenUrl, {
    method: 'POST',
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  }).catch((error: unknown) => {
    throw new TokenError('unreachable', `${host} did not answer`, { cause: error });
  });
  const said: unknown = await answer.json().catch(() => undefined);
  const token = textIn(said, 'access_token');
  if (!answer.ok || token === undefined) {
    const why = textIn(said, 'error') ?? `status ${answer.status}`;
    throw new TokenError('token_refused', `${host} gave no token: ${why.slice(0, 100)}`);
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
