/** What the commands of the outbox and of the templates print. */
import type { Catalogue } from '#kernel/words.ts';

export const outboxText = {
  'command.outbox': {
    en: 'Messages by where they stand: queued, held, sent, unknown',
    es: 'Mensajes según su estado: por salir, retenidos, enviados, inciertos',
  },
  'command.templates': {
    en: 'The templates and the version in force of each',
    es: 'Las plantillas y la versión vigente de cada una',
  },
  'outbox.none': { en: 'No message stands here.', es: 'Aquí no hay mensajes.' },
  'outbox.account': { en: 'Account', es: 'Cuenta' },
  'outbox.name': { en: 'Name', es: 'Nombre' },
  'outbox.channel': { en: 'By', es: 'Por' },
  'outbox.to': { en: 'To', es: 'Para' },
  'outbox.subject': { en: 'Subject', es: 'Asunto' },
  'outbox.state': { en: 'State', es: 'Estado' },
  'outbox.since': { en: 'Since (UTC)', es: 'Desde (UTC)' },
  'outbox.detail': { en: 'Detail', es: 'Detalle' },
  'templates.key': { en: 'Key', es: 'Clave' },
  'templates.name': { en: 'Name', es: 'Nombre' },
  'templates.channel': { en: 'For', es: 'Para' },
  'templates.version': { en: 'Version', es: 'Versión' },
  'templates.state': { en: 'State', es: 'Estado' },
  'templates.expires': { en: 'Last day', es: 'Último día' },
  'templates.approved_by': { en: 'Approved by', es: 'Aprobada por' },
} satisfies Catalogue;
