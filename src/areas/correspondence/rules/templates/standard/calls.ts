/** What is written after a call, as delivered: what was agreed, originals asked for. */
import type { Template } from '../template.ts';

export const callTexts: readonly Template[] = [
  {
    key: 'call-confirmation',
    channel: 'email',
    purpose: 'answer',
    packs: [],
    name: { en: 'Confirmation of a call', es: 'Confirmación de una llamada' },
    wording: {
      en: {
        subject: '{{ company.name }}: what we agreed on {{ today }}',
        body: [
          'Dear {{ contact.name }},',
          'thank you for your time on the telephone. We agreed:{% for each in agreed %}\n' +
            '- {{ each.amount }} by {{ each.due }}{% endfor %}',
          '{% if contested %}We are looking into what you told us about {{ contested }}; you ' +
            'need not pay that part until we have answered.\n\n{% endif %}If anything here is ' +
            'not as you remember it, please answer this message.',
          '{{ sender.name }}\n{{ company.name }}',
        ].join('\n\n'),
      },
      es: {
        subject: '{{ company.name }}: lo acordado el {{ today }}',
        body: [
          'Estimado/a {{ contact.name }}:',
          'Gracias por su tiempo al teléfono. Acordamos:{% for each in agreed %}\n' +
            '- {{ each.amount }} a más tardar el {{ each.due }}{% endfor %}',
          '{% if contested %}Estamos revisando lo que nos dijo sobre {{ contested }}; no hace ' +
            'falta que pague esa parte hasta que le respondamos.\n\n{% endif %}Si algo no es ' +
            'como lo recuerda, responda por favor a este mensaje.',
          '{{ sender.name }}\n{{ company.name }}',
        ].join('\n\n'),
      },
    },
  },
  {
    key: 'original-copy',
    channel: 'email',
    purpose: 'answer',
    packs: [],
    name: { en: 'Copy of an original', es: 'Copia de un original' },
    wording: {
      en: {
        subject: '{{ company.name }}: copy of {{ documents }}',
        body:
          'Dear {{ contact.name }},\n\nAs you asked, here is the original of {{ documents }}.' +
          '\n\n{{ company.signature }}',
      },
      es: {
        subject: '{{ company.name }}: copia de {{ documents }}',
        body:
          'Estimado/a {{ contact.name }}:\n\nComo nos pidió, adjuntamos el original de ' +
          '{{ documents }}.\n\n{{ company.signature }}',
      },
    },
  },
];
