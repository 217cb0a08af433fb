/** Why a template is not kept, not released or not filled, with the remedy. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { TemplateRefusal } from '../rules/templates/template.ts';

export const templateWords = {
  'correspondence.field_empty': {
    en: 'The template {template} ({language}, {part}, line {line}, column {column}) names what is not there here: {problem}.',
    es: 'La plantilla {template} ({language}, {part}, línea {line}, columna {column}) nombra algo que aquí no hay: {problem}.',
  },
  'correspondence.field_unknown': {
    en: 'There is no field {what} ({language}, {part}, line {line}, column {column}). The list of fields says what there is.',
    es: 'No existe el campo {what} ({language}, {part}, línea {line}, columna {column}). La lista de campos dice cuáles hay.',
  },
  'correspondence.item_unknown': {
    en: 'The account has no such item.',
    es: 'La cuenta no tiene esa partida.',
  },
  'correspondence.legal_missing': {
    en: 'A sentence that the law wants is missing ({language}): “{what}”',
    es: 'Falta una frase que exige la ley ({language}): «{what}»',
  },
  'correspondence.placeholders_differ': {
    en: 'Only one of the two bodies names {what} ({language}, {part}, line {line}). Name it in both, or in none.',
    es: 'Solo uno de los dos textos nombra {what} ({language}, {part}, línea {line}). Nómbrelo en los dos o en ninguno.',
  },
  'correspondence.second_person': {
    en: 'Who wrote a template does not approve it. Ask a second person.',
    es: 'Quien escribe una plantilla no la aprueba. Pídalo a otra persona.',
  },
  'correspondence.subject_empty': {
    en: 'An e-mail needs a subject ({language}).',
    es: 'Un correo necesita asunto ({language}).',
  },
  'correspondence.template_expired': {
    en: 'Version {version} of the template {template} has expired. Approve a new one first.',
    es: 'La versión {version} de la plantilla {template} venció. Apruebe antes una nueva.',
  },
  'correspondence.template_settled': {
    en: 'This version has been {state} already.',
    es: 'Esta versión ya está decidida: {state}.',
  },
  'correspondence.template_unapproved': {
    en: 'No version of the template {template} is approved yet.',
    es: 'Todavía no se aprobó ninguna versión de la plantilla {template}.',
  },
  'correspondence.template_unknown': {
    en: 'There is no template {template}.',
    es: 'No existe la plantilla {template}.',
  },
  'correspondence.template_unreadable': {
    en: 'The text cannot be read ({language}, {part}, line {line}, column {column}): {what}.',
    es: 'El texto no se puede leer ({language}, {part}, línea {line}, columna {column}): {what}.',
  },
  'correspondence.text_too_long': {
    en: 'A text has at most {what} signs ({language}).',
    es: 'Un mensaje de texto tiene como máximo {what} signos ({language}).',
  },
} satisfies Catalogue & Readonly<Partial<Record<TemplateRefusal, Phrase>>>;
