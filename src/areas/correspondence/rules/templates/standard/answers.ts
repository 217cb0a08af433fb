/** What is written back to a customer who called or wrote, as delivered. */
import type { Template } from '../template.ts';
import { standard } from './template-text.ts';

export const answers: readonly Template[] = [
  standard({
    key: 'promise-confirmation',
    purpose: 'answer',
    name: { en: 'Confirmation of a promise', es: 'Confirmación de una promesa' },
    wording: {
      en: {
        subject: '{{ company.name }}: thank you, {{ promise.amount }} by {{ promise.due }}',
        body: `Dear {{ contact.name }},

thank you for speaking with us. We have noted that you will pay {{ promise.amount }} by
{{ promise.due }} on account {{ account.number }}, {{ account.name }}.

If this is not what we agreed, or the day changes, reply to this message.

{{ company.signature }}`,
      },
      es: {
        subject: '{{ company.name }}: gracias, {{ promise.amount }} para el {{ promise.due }}',
        body: `Estimado/a {{ contact.name }}:

Gracias por hablar con nosotros. Hemos anotado que pagará {{ promise.amount }} a más tardar
el {{ promise.due }} en la cuenta {{ account.number }}, {{ account.name }}.

Si no es lo acordado, o si cambia el día, responda a este mensaje.

{{ company.signature }}`,
      },
    },
  }),
  standard({
    key: 'dispute-acknowledgement',
    purpose: 'answer',
    name: { en: 'Acknowledgement of a dispute', es: 'Acuse de un reclamo' },
    wording: {
      en: {
        subject: '{{ company.name }}: we are looking into {{ dispute.number }}',
        body: `Dear {{ contact.name }},

thank you for telling us about {{ dispute.number }} ({{ dispute.reason }}). We are looking
into it and will answer you. Until then we do not ask you to pay the part that you question.

{{ company.signature }}`,
      },
      es: {
        subject: '{{ company.name }}: estamos revisando {{ dispute.number }}',
        body: `Estimado/a {{ contact.name }}:

Gracias por avisarnos acerca de {{ dispute.number }} ({{ dispute.reason }}). Lo estamos
revisando y le responderemos. Hasta entonces no le pedimos que pague la parte que cuestiona.

{{ company.signature }}`,
      },
    },
  }),
  standard({
    key: 'invoice-copy',
    purpose: 'answer',
    name: { en: 'Copy of an invoice', es: 'Copia de una factura' },
    wording: {
      en: {
        subject: '{{ company.name }}: copy of {{ numbers }}',
        body: `Dear {{ contact.name }},

as you asked, here is the original of {{ numbers }}.

{{ company.signature }}`,
      },
      es: {
        subject: '{{ company.name }}: copia de {{ numbers }}',
        body: `Estimado/a {{ contact.name }}:

Como nos pidió, adjuntamos el original de {{ numbers }}.

{{ company.signature }}`,
      },
    },
  }),
  standard({
    key: 'already-paid',
    purpose: 'answer',
    name: { en: 'Thanks: we are looking for your payment', es: 'Gracias: buscamos su pago' },
    wording: {
      en: {
        subject: '{{ company.name }}: thank you, we are looking for your payment',
        body: `Dear {{ contact.name }},

thank you for letting us know{% if payment %} about your payment of {{ payment.amount }} of
{{ payment.on }} ({{ payment.reference }}){% endif %}. We are looking for it and send no
reminders meanwhile. If you have a remittance advice, reply to this message with it.

{{ company.signature }}`,
      },
      es: {
        subject: '{{ company.name }}: gracias, estamos buscando su pago',
        body: `Estimado/a {{ contact.name }}:

Gracias por avisarnos{% if payment %} de su pago de {{ payment.amount }} del
{{ payment.on }} ({{ payment.reference }}){% endif %}. Lo estamos buscando y mientras tanto
no enviamos recordatorios. Si tiene un aviso de pago, responda a este mensaje adjuntándolo.

{{ company.signature }}`,
      },
    },
  }),
];
