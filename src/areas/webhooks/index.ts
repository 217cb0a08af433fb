/** What the server calls of webhooks. */
export { deliverNext } from './answers/deliver-next.ts';
