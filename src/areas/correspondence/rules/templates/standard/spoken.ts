/**
 * Texts and what is left on a machine, as delivered.
 *
 * The voicemail is limited content (12 CFR 1006.2(j)): whoever hears it learns nothing of a debt.
 */
import type { Template } from '../template.ts';
import { standard } from './template-text.ts';

export const spoken: readonly Template[] = [
  standard({
    key: 'voicemail',
    channel: 'call',
    name: { en: 'Voicemail', es: 'Mensaje de voz' },
    wording: {
      en: {
        subject: '',
        body: `Hello, this is {{ sender.name }} from {{ company.name }}. Please call
me back at {{ sender.phone }}. Thank you.`,
      },
      es: {
        subject: '',
        body: `Buenos días, le habla {{ sender.name }} de {{ company.name }}. Le
agradeceré que me llame al {{ sender.phone }}. Gracias.`,
      },
    },
  }),
  standard({
    key: 'sms-reminder',
    channel: 'sms',
    packs: ['US-TCPA'],
    name: { en: 'Reminder by text', es: 'Recordatorio por mensaje de texto' },
    wording: {
      en: {
        subject: '',
        body: `{{ company.name }}: a message about account {{ account.number }} is waiting for
you. Please call or write to {{ company.reply_to }}. Reply STOP to stop, HELP for help.`,
      },
      es: {
        subject: '',
        body: `{{ company.name }}: tiene un mensaje sobre la cuenta {{ account.number }}. Llame
o escriba a {{ company.reply_to }}. Responda ALTO para no recibir más, AYUDA para ayuda.`,
      },
    },
  }),
];
