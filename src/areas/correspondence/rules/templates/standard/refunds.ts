/** What is written of money that goes back, and of money that nobody asked for, as delivered. */
import type { Template } from '../template.ts';
import { standard } from './template-text.ts';

export const refundTexts: readonly Template[] = [
  standard({
    key: 'refund-notice',
    purpose: 'answer',
    name: { en: 'Notice of a refund', es: 'Aviso de un reembolso' },
    wording: {
      en: {
        subject: '{{ company.name }}: your refund of {{ payment.amount }}',
        body: `Dear {{ contact.name }},

on {{ payment.on }} we sent you {{ payment.amount }}, the credit on account
{{ account.number }}, {{ account.name }}. Its reference is {{ payment.reference }}.

If it has not arrived within two weeks, reply to this message.

{{ company.signature }}`,
      },
      es: {
        subject: '{{ company.name }}: su reembolso de {{ payment.amount }}',
        body: `Estimado/a {{ contact.name }}:

El {{ payment.on }} le enviamos {{ payment.amount }}, el saldo a favor de la cuenta
{{ account.number }}, {{ account.name }}. Su referencia es {{ payment.reference }}.

Si no le llega en dos semanas, responda a este mensaje.

{{ company.signature }}`,
      },
    },
  }),
  standard({
    key: 'unclaimed-letter',
    channel: 'letter',
    purpose: 'answer',
    name: { en: 'Letter to the owner of a credit', es: 'Carta al titular de un saldo' },
    wording: {
      en: {
        subject: 'Your credit of {{ payment.amount }}: please answer by {{ reply_by }}',
        body: `Dear {{ contact.name }},

the law requires us to notify you that your property may be transferred to the custody of the
District of Columbia if you do not contact us before {{ reply_by }}.

We hold {{ payment.amount }} for you on account {{ account.number }} since {{ payment.on }}
({{ payment.reference }}). Write to {{ company.reply_to }} or answer this letter, and we send
it to you.

{{ company.signature }}`,
      },
      es: {
        subject: 'Su saldo de {{ payment.amount }}: responda a más tardar el {{ reply_by }}',
        body: `Estimado/a {{ contact.name }}:

La ley nos obliga a avisarle que su dinero puede pasar a la custodia del Distrito de Columbia
si no se comunica con nosotros antes del {{ reply_by }}.

Guardamos para usted {{ payment.amount }} en la cuenta {{ account.number }} desde el
{{ payment.on }} ({{ payment.reference }}). Escriba a {{ company.reply_to }} o responda a esta
carta y se lo enviamos.

{{ company.signature }}`,
      },
    },
  }),
];
