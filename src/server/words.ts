/**
 * The sentence of every refusal that leaves the server, in the caller's language.
 *
 * The server's own phrases stand here; those of the areas come from their words.
 */
import type { Facts } from '#kernel/outcome.ts';
import type { Catalogue, Language } from '#kernel/words.ts';
import { filled } from '#platform/cli/say.ts';

const own = {
  'csrf.token_missing': {
    en: 'The request does not carry the token of this session. Load the page again.',
    es: 'La solicitud no lleva el código de esta sesión. Cargue la página de nuevo.',
  },
  'csrf.other_origin': {
    en: 'The request comes from another site.',
    es: 'La solicitud viene de otro sitio.',
  },
  'idempotency.bad_key': {
    en: 'An idempotency key has 1 to 200 printable characters.',
    es: 'Una clave de idempotencia tiene de 1 a 200 caracteres imprimibles.',
  },
  'idempotency.key_used_otherwise': {
    en: 'This idempotency key came before with another request. Use a new one.',
    es: 'Esta clave de idempotencia ya se usó con otra solicitud. Use una nueva.',
  },
  'page.bad_cursor': {
    en: 'This cursor belongs to another list. Start again without a cursor.',
    es: 'Este cursor es de otra lista. Empiece de nuevo sin cursor.',
  },
  'permission.missing': {
    en: 'You may not do this: it needs the permission {permission}.',
    es: 'No puede hacer esto: requiere el permiso {permission}.',
  },
  'request.busy': {
    en: 'Somebody else is working on this right now. Try again in a moment.',
    es: 'Otra persona trabaja en esto ahora. Inténtelo de nuevo en un momento.',
  },
  'request.no_dry_run': {
    en: 'There is no dry run of this request.',
    es: 'Esta solicitud no se puede ensayar.',
  },
  'request.no_such_page': { en: 'There is nothing here.', es: 'Aquí no hay nada.' },
  'request.not_understood': {
    en: 'The request could not be read; the errors say which fields.',
    es: 'No se pudo leer la solicitud; los errores dicen qué campos.',
  },
  'request.too_large': {
    en: 'This is more than the server takes at once. Send it in parts; a large file goes in with `dunlin import` on the server.',
    es: 'Es más de lo que el servidor acepta de una vez. Envíelo por partes; un archivo grande entra con `dunlin import` en el servidor.',
  },
  'request.too_many': {
    en: 'Too many requests. Wait {seconds, plural, one {# second} other {# seconds}}.',
    es: 'Demasiadas solicitudes. Espere {seconds, plural, one {# segundo} other {# segundos}}.',
  },
  'request.unknown_kind': {
    en: 'The server does not read this kind of content here.',
    es: 'El servidor no lee aquí este tipo de contenido.',
  },
  'server.database_away': {
    en: 'The database does not answer. Try again in a moment.',
    es: 'La base de datos no responde. Inténtelo de nuevo en un momento.',
  },
  'server.failed': {
    en: 'Something went wrong here, nothing was stored. Tell us the number {request}.',
    es: 'Algo falló aquí, no se guardó nada. Díganos el número {request}.',
  },
  'session.missing': { en: 'Sign in first.', es: 'Inicie sesión primero.' },
} satisfies Catalogue;

export type Speak = (name: string, facts: Facts, language: Language) => string;

/** Every phrase of the areas and of the server, by name. */
export function allPhrases(catalogues: readonly Catalogue[]): Catalogue {
  const areas: Catalogue = Object.assign({}, ...catalogues);
  return { ...areas, ...own };
}

/** Says a name in a language. A name without a phrase, which a test forbids, is said as itself. */
export function speaker(phrases: Catalogue): Speak {
  return (name, facts, language) => {
    const phrase = phrases[name]?.[language];
    if (phrase === undefined) return name;
    try {
      return filled(phrase, facts, language);
    } catch {
      // A fact is missing: a sentence with a gap is better than none.
      return phrase;
    }
  };
}
