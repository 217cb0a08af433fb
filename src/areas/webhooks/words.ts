/** What the API and the command line say of webhooks. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { TryProblem } from './rules/next-try.ts';
import type { WebhookRefusal } from './rules/refusal.ts';

type Told = 'arrived' | 'answered' | 'none' | TryProblem;

export const words = {
  'webhooks.no_key': {
    en: 'This desk has no key to seal secrets with. Set DUNLIN_SECRET_KEY.',
    es: 'Este escritorio no tiene clave para sellar secretos. Defina DUNLIN_SECRET_KEY.',
  },
  'webhooks.no_such_endpoint': {
    en: 'There is no such webhook.',
    es: 'No existe ese webhook.',
  },
  'webhooks.no_such_delivery': {
    en: 'There is no such delivery.',
    es: 'No existe esa entrega.',
  },
  'webhooks.no_such_company': {
    en: 'You do not see a company {company}.',
    es: 'No tiene acceso a una empresa {company}.',
  },
  'webhooks.secret_shown_once': {
    en: 'A secret is shown once. Give the webhook a new one.',
    es: 'Un secreto se muestra una sola vez. Genere uno nuevo.',
  },
  'webhooks.address_unfit': {
    en: 'The address must be https:// and outside this house. A host inside is named in DUNLIN_WEBHOOK_HOSTS.',
    es: 'La dirección debe ser https:// y externa. Un equipo interno se nombra en DUNLIN_WEBHOOK_HOSTS.',
  },
  'webhooks.already_ended': {
    en: 'This webhook was ended. Add another one.',
    es: 'Este webhook fue dado de baja. Agregue otro.',
  },
  'webhooks.told_arrived': {
    en: 'Arrived: answered {status}',
    es: 'Llegó: respondió {status}',
  },
  'webhooks.told_answered': {
    en: 'Refused: answered {status}',
    es: 'Rechazado: respondió {status}',
  },
  'webhooks.told_none': { en: 'Not tried yet', es: 'Aún sin intento' },
  'webhooks.told_no_key': {
    en: 'The secret was sealed under another key: give it a new one.',
    es: 'El secreto se selló con otra clave: genere uno nuevo.',
  },
  'webhooks.told_not_allowed': {
    en: 'The address leads inside this house, which the settings do not allow.',
    es: 'La dirección conduce a la red interna, y la configuración no lo permite.',
  },
  'webhooks.told_no_such_host': {
    en: 'Nobody knows a host of this name.',
    es: 'No se encuentra un equipo con ese nombre.',
  },
  'webhooks.told_refused_connection': {
    en: 'Nothing listens at this address.',
    es: 'Nada escucha en esa dirección.',
  },
  'webhooks.told_timed_out': {
    en: 'The other side did not answer in time.',
    es: 'El otro lado no respondió a tiempo.',
  },
  'webhooks.told_broken_off': {
    en: 'The connection broke off, or its certificate is not valid.',
    es: 'La conexión se cortó, o su certificado no es válido.',
  },
  'command.webhooks': {
    en: 'Tells other programs of news: lists, adds, tests, pauses, ends, sends again',
    es: 'Avisa a otros programas: lista, agrega, prueba, pausa, da de baja, reenvía',
  },
  'webhooks.name': { en: 'Name', es: 'Nombre' },
  'webhooks.state': { en: 'State', es: 'Estado' },
  'webhooks.url': { en: 'Address', es: 'Dirección' },
  'webhooks.events': { en: 'News', es: 'Noticias' },
  'webhooks.event': { en: 'News', es: 'Noticia' },
  'webhooks.at': { en: 'Told at', es: 'Momento' },
  'webhooks.tries': { en: 'Tries', es: 'Intentos' },
  'webhooks.says': { en: 'Last try', es: 'Último intento' },
  'webhooks.empty': { en: 'No webhooks.', es: 'No hay webhooks.' },
  'webhooks.secret': {
    en: 'Secret, shown this once: {secret}',
    es: 'Secreto, se muestra solo esta vez: {secret}',
  },
  'webhooks.changed': { en: 'Done.', es: 'Hecho.' },
} satisfies Record<WebhookRefusal | `webhooks.told_${Told}`, Phrase> & Catalogue;
