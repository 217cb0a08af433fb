/** Where a message goes: what each channel takes for an address. */
import type { MessageChannel } from './message.ts';

/** One box, as RFC 5321 has it but for quoted names; no line break ends a header. */
const box = /^[^\s@<>(),;:"\\]{1,64}@[^\s@<>(),;:"\\]+\.[^\s@<>(),;:"\\.]{2,63}$/u;
/** ITU-T E.164. */
const number = /^\+[1-9]\d{6,14}$/u;

/** Does the address fit the channel? A letter goes to the address of the account. */
export function fitsChannel(address: string, channel: MessageChannel): boolean {
  if (channel === 'email') return address.length <= 254 && box.test(address);
  return channel === 'sms' ? number.test(address) : true;
}
