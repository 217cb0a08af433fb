/** What is written to who complained: that it came, and our answer, as delivered. */
import type { Template } from '../template.ts';
import { standard } from './template-text.ts';

export const complaintTexts: readonly Template[] = [
  standard({
    key: 'complaint-acknowledged',
    purpose: 'answer',
    name: { en: 'A complaint came', es: 'Llegó una queja' },
    wording: {
      en: {
        subject: '{{ company.name }}: your complaint, {{ complaint.subject }}',
        body: `Dear {{ contact.name }},

we have your complaint of {{ complaint.received }}: {{ complaint.subject }}. We look into it and
answer you by {{ reply_by }}.

{{ complaint.words }}

{{ company.signature }}`,
      },
      es: {
        subject: '{{ company.name }}: su queja, {{ complaint.subject }}',
        body: `Estimado/a {{ contact.name }}:

Recibimos su queja del {{ complaint.received }}: {{ complaint.subject }}. La investigamos y le
respondemos a más tardar el {{ reply_by }}.

{{ complaint.words }}

{{ company.signature }}`,
      },
    },
  }),
  standard({
    key: 'complaint-answered',
    purpose: 'answer',
    name: { en: 'Answer to a complaint', es: 'Respuesta a una queja' },
    wording: {
      en: {
        subject: '{{ company.name }}: our answer to your complaint, {{ complaint.subject }}',
        body: `Dear {{ contact.name }},

you complained on {{ complaint.received }}: {{ complaint.subject }}. This is what we found and
what we do about it.

{{ complaint.words }}

If this does not settle it for you, answer this message.

{{ company.signature }}`,
      },
      es: {
        subject: '{{ company.name }}: nuestra respuesta a su queja, {{ complaint.subject }}',
        body: `Estimado/a {{ contact.name }}:

El {{ complaint.received }} se quejó usted: {{ complaint.subject }}. Esto es lo que hallamos y lo
que hacemos al respecto.

{{ complaint.words }}

Si esto no lo resuelve para usted, responda a este mensaje.

{{ company.signature }}`,
      },
    },
  }),
];
