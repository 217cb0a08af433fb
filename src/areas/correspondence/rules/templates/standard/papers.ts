/** The few lines that statements and invoices go out with, as delivered. */
import type { Template } from '../template.ts';
import { standard } from './template-text.ts';

export const paperTexts: readonly Template[] = [
  standard({
    key: 'statement-cover',
    purpose: 'notice',
    name: { en: 'Lines with a statement', es: 'Líneas con un estado de cuenta' },
    wording: {
      en: {
        subject: '{{ company.name }}: statement of account {{ account.number }} to {{ paper.on }}',
        body: `Dear {{ contact.name }},

Enclosed is the statement of your account {{ account.number }} to {{ paper.on }}.

Balance: {{ paper.balances }}

If something is not as you have it, please tell us.

{{ company.signature }}`,
      },
      es: {
        subject: '{{ company.name }}: estado de cuenta de {{ account.number }} al {{ paper.on }}',
        body: `Estimado/a {{ contact.name }}:

Adjuntamos el estado de su cuenta {{ account.number }} al {{ paper.on }}.

Saldo: {{ paper.balances }}

Si algo no coincide con sus registros, le rogamos avisarnos.

{{ company.signature }}`,
      },
    },
  }),
  standard({
    key: 'invoice-cover',
    purpose: 'notice',
    name: { en: 'Lines with invoices', es: 'Líneas con facturas' },
    wording: {
      en: {
        subject: '{{ company.name }}: invoices of account {{ account.number }}',
        body: `Dear {{ contact.name }},

Enclosed for your account {{ account.number }}:

{{ paper.enclosed }}

If something is not as ordered or delivered, please tell us soon.

{{ company.signature }}`,
      },
      es: {
        subject: '{{ company.name }}: facturas de la cuenta {{ account.number }}',
        body: `Estimado/a {{ contact.name }}:

Adjuntamos para su cuenta {{ account.number }}:

{{ paper.enclosed }}

Si algo no coincide con lo pedido o entregado, le rogamos avisarnos pronto.

{{ company.signature }}`,
      },
    },
  }),
];
