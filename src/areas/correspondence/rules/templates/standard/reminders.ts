/** From the courtesy note before the due day to the final demand, as delivered. */
import type { Template } from '../template.ts';
import { standard } from './template-text.ts';

const ifPaid = {
  en: `If you have already paid, thank you; tell us the date and the reference, and we will look
for it.`,
  es: `Si ya pagó, gracias; indíquenos la fecha y la referencia y buscaremos el pago.`,
};
const ifWrong = {
  en: `If something on an invoice is not right, reply to this message and we will look into it.`,
  es: `Si algo de una factura no es correcto, responda a este mensaje y lo revisaremos.`,
};

export const reminders: readonly Template[] = [
  standard({
    key: 'courtesy',
    purpose: 'notice',
    name: { en: 'Courtesy note before the due day', es: 'Aviso de cortesía antes del vencimiento' },
    wording: {
      en: {
        subject: '{{ company.name }}: {{ numbers }} will be due soon',
        body: `Dear {{ contact.name }},

this is a short note that the following will be due soon on account {{ account.number }},
{{ account.name }}:

{{ items_table }}

If you need a copy of an invoice, or its approval is waiting for something from us, reply to
this message.

{{ company.signature }}`,
      },
      es: {
        subject: '{{ company.name }}: {{ numbers }} vence pronto',
        body: `Estimado/a {{ contact.name }}:

Le recordamos que lo siguiente vence pronto en la cuenta {{ account.number }},
{{ account.name }}:

{{ items_table }}

Si necesita copia de una factura, o si su aprobación espera algo de nosotros, responda a
este mensaje.

{{ company.signature }}`,
      },
    },
  }),
  standard({
    key: 'reminder',
    name: { en: 'First reminder', es: 'Primer recordatorio' },
    wording: {
      en: {
        subject: '{{ company.name }}: {{ amount_due }} is past due',
        body: `Dear {{ contact.name }},

our records show the following open on account {{ account.number }}, {{ account.name }}:

{{ items_table }}

Please let us know when we may expect payment. ${ifPaid.en} ${ifWrong.en}

{{ company.signature }}`,
      },
      es: {
        subject: '{{ company.name }}: {{ amount_due }} está vencido',
        body: `Estimado/a {{ contact.name }}:

Según nuestros registros, lo siguiente está pendiente en la cuenta {{ account.number }},
{{ account.name }}:

{{ items_table }}

Le agradeceremos que nos indique cuándo podemos esperar el pago. ${ifPaid.es} ${ifWrong.es}

{{ company.signature }}`,
      },
    },
  }),
  standard({
    key: 'second',
    name: { en: 'Second reminder', es: 'Segundo recordatorio' },
    wording: {
      en: {
        subject: '{{ company.name }}: second reminder, {{ amount_due }} past due',
        body: `Dear {{ contact.name }},

we wrote to you about the invoices below and have not received payment or an answer. The
oldest is {{ oldest_days }} days past due.

{{ items_table }}

{% if charges %}Under the terms of our agreement, interest of {{ charges.interest }} and
fees of {{ charges.fees }} are added.{% endif %}

Please pay, or tell us the day on which you will{% if reply_by %}, by
{{ reply_by }}{% endif %}. ${ifPaid.en} ${ifWrong.en}

{{ company.signature }}`,
      },
      es: {
        subject: '{{ company.name }}: segundo recordatorio, {{ amount_due }} vencido',
        body: `Estimado/a {{ contact.name }}:

Le escribimos acerca de las facturas siguientes y no hemos recibido pago ni respuesta. La
más antigua tiene {{ oldest_days }} días de atraso.

{{ items_table }}

{% if charges %}Según las condiciones de nuestro acuerdo se agregan intereses por
{{ charges.interest }} y cargos por {{ charges.fees }}.{% endif %}

Le pedimos que pague o nos indique el día en que lo hará{% if reply_by %}, a más tardar el
{{ reply_by }}{% endif %}. ${ifPaid.es} ${ifWrong.es}

{{ company.signature }}`,
      },
    },
  }),
  standard({
    key: 'final',
    name: { en: 'Final demand', es: 'Requerimiento final' },
    wording: {
      en: {
        subject:
          '{{ company.name }}: final demand for {{ amount_due }}, account {{ account.number }}',
        body: `Dear {{ contact.name }},

despite our earlier reminders the invoices below remain unpaid. The oldest is
{{ oldest_days }} days past due.

{{ items_table }}

{% if charges %}Under the terms of our agreement, interest of {{ charges.interest }} and
fees of {{ charges.fees }} are added.{% endif %}

Please pay the amount in full, or call us to agree on a plan{% if reply_by %}, by
{{ reply_by }}{% endif %}. If we hear nothing, we will decide on further steps, which may
include a hold on orders.

${ifPaid.en} ${ifWrong.en}

{{ company.signature }}`,
      },
      es: {
        subject:
          '{{ company.name }}: requerimiento final por {{ amount_due }} ({{ account.number }})',
        body: `Estimado/a {{ contact.name }}:

A pesar de nuestros recordatorios, las facturas siguientes continúan sin pagar. La más
antigua tiene {{ oldest_days }} días de atraso.

{{ items_table }}

{% if charges %}Según las condiciones de nuestro acuerdo se agregan intereses por
{{ charges.interest }} y cargos por {{ charges.fees }}.{% endif %}

Le pedimos que pague el total o nos llame para acordar un plan{% if reply_by %}, a más
tardar el {{ reply_by }}{% endif %}. Si no tenemos noticias suyas decidiremos los pasos
siguientes, que pueden incluir la retención de pedidos.

${ifPaid.es} ${ifWrong.es}

{{ company.signature }}`,
      },
    },
  }),
];
