/**
 * How a webhook proves where it comes from, by the Standard Webhooks specification 1.0:
 * HMAC-SHA256 over `id.timestamp.body` under a secret that is written `whsec_` and base64.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';

const prefix = 'whsec_';

/** 32 random bytes, as the specification writes them. */
export function newSecret(): string {
  return `${prefix}${randomBytes(32).toString('base64')}`;
}

/** What the secret of an endpoint is sealed for: it opens for this endpoint and no other. */
export function secretPurpose(endpointId: Id): string {
  return `webhook ${endpointId}`;
}

export type Signed = {
  readonly deliveryId: Id;
  readonly at: Instant;
  readonly body: string;
  /** The newest first; while it is being changed, two. */
  readonly secrets: readonly string[];
};

/** The headers of a delivery; the same delivery keeps its id, so that a receiver can tell. */
export function signedHeaders({ deliveryId, at, body, secrets }: Signed): Record<string, string> {
  const id = `msg_${deliveryId}`;
  const timestamp = String(Math.floor(Date.parse(at) / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64');
    const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`);
    return `v1,${mac.digest('base64')}`;
  });
  return {
    'content-type': 'application/json',
    'user-agent': 'Dunlin-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
