/** What is written back to a mail beside promises, disputes and copies, as delivered. */
import type { Template } from '../template.ts';
import { standard } from './template-text.ts';

export const mailAnswers: readonly Template[] = [
  answer('statement-copy', 'Statement of account', 'Estado de cuenta', {
    en: {
      subject: '{{ company.name }}: statement of account {{ account.number }}',
      text:
        'as you asked, here is the statement of account {{ ' +
        'account.number }} as of {{ today }}.',
    },
    es: {
      subject: '{{ company.name }}: estado de cuenta {{ account.number }}',
      text:
        'Como nos pidió, adjuntamos el estado de la cuenta {{ ' +
        'account.number }} al {{ today }}.',
    },
  }),
  answer('w9-answer', 'A W-9 is on its way', 'El W-9 está en camino', {
    en: {
      subject: '{{ company.name }}: our form W-9',
      text: 'thank you for your message. We send you our current, signed form W-9 separately.',
    },
    es: {
      subject: '{{ company.name }}: nuestro formulario W-9',
      text:
        'Gracias por su mensaje. Le enviamos por separado nuestro ' +
        'formulario W-9 vigente y firmado.',
    },
  }),
  answer('vendor-form-answer', 'A vendor form came', 'Llegó un formulario de proveedor', {
    en: {
      subject: '{{ company.name }}: your vendor form',
      text: 'thank you for your form. We fill it in and return it to you.',
    },
    es: {
      subject: '{{ company.name }}: su formulario de proveedor',
      text: 'Gracias por su formulario. Lo llenamos y se lo devolvemos.',
    },
  }),
  answer('certificate-answer', 'A certificate came', 'Llegó un certificado', {
    en: {
      subject: '{{ company.name }}: your certificate',
      text:
        'thank you for your certificate. We check it and write again ' +
        'only if something is missing.',
    },
    es: {
      subject: '{{ company.name }}: su certificado',
      text: 'Gracias por su certificado. Lo revisamos y solo volvemos a escribir si falta algo.',
    },
  }),
  answer('complaint-answer', 'A complaint came', 'Llegó una queja', {
    en: {
      subject: '{{ company.name }}: your message',
      text:
        'thank you for telling us. Somebody who leads this desk ' +
        'looks into it and answers you.',
    },
    es: {
      subject: '{{ company.name }}: su mensaje',
      text: 'Gracias por decírnoslo. Una persona responsable lo revisa y le responderá.',
    },
  }),
  answer('mail-received', 'A mail came', 'Llegó un correo', {
    en: {
      subject: '{{ company.name }}: your message',
      text: 'thank you for your message. We look into it and answer you.',
    },
    es: {
      subject: '{{ company.name }}: su mensaje',
      text: 'Gracias por su mensaje. Lo revisamos y le respondemos.',
    },
  }),
];

type Said = { readonly subject: string; readonly text: string };

function answer(
  key: string,
  en: string,
  es: string,
  said: { readonly en: Said; readonly es: Said },
): Template {
  return standard({
    key,
    purpose: 'answer',
    name: { en, es },
    wording: {
      en: {
        subject: said.en.subject,
        body: `Dear {{ contact.name }},\n\n${said.en.text}\n\n{{ company.signature }}`,
      },
      es: {
        subject: said.es.subject,
        body: `Estimado/a {{ contact.name }}:\n\n${said.es.text}\n\n{{ company.signature }}`,
      },
    },
  });
}
