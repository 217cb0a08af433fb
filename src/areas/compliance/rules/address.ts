/**
 * An address as the gate compares it: what somebody refused for `+1 (512) 555-0199` holds for
 * `512-555-0199 x3`, and what for `Ann@Shop.example` for `ann@shop.example`.
 */
import { e164 } from '#kernel/phone.ts';
import type { Channel } from './contact.ts';

/** The address of a channel in its one form; empty stays empty. */
export function addressKey(channel: Channel, address: string): string {
  const text = address.trim();
  if (channel === 'email') return text.toLowerCase();
  if (channel === 'letter' || channel === 'visit') return text.replaceAll(/\s+/gu, ' ');
  const digits = text.replaceAll(/\D/gu, '');
  return e164(text) ?? (digits === '' ? '' : `+${digits}`);
}

/** How a person is reached by a channel; empty where nothing is known, and for a letter. */
export function addressOf(
  channel: Channel,
  person: { readonly email: string | null; readonly phone: string | null } | undefined,
): string {
  if (channel === 'email') return person?.email ?? '';
  return channel === 'letter' || channel === 'visit' ? '' : (person?.phone ?? '');
}
