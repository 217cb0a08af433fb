/** Texts on their way out, through the provider that the desk is set up with. */
import type { Posted } from '#platform/mail/mailer.ts';
import type { Texter } from '#platform/telephony/telephony.ts';
import type { Sender } from './send-next.ts';

/** What a provider takes from one number in a minute without complaint. */
const perMinute = 60;

export function textSender(texter: Texter): Sender {
  return {
    channel: 'sms',
    provider: 'twilio',
    perMinute,
    // No number is generated at random or in sequence (Facebook v. Duguid, 592 U.S. 395): each is
    // one that its owner gave; the gate asks for their consent all the same.
    technology: 'manual',
    send: async ({ toAddress, text }): Promise<Posted> => {
      const { state, detail, ref } = await texter.send({ to: toAddress, body: text });
      return ref === null ? { state, detail } : { state, detail, ref };
    },
  };
}
