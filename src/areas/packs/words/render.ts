/** What stands around the figures of every pack. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  'render.goal': { en: 'goal {goal}', es: 'meta {goal}' },
  'render.change': { en: '{change} since last time', es: '{change} desde la vez anterior' },
  'render.unchanged': { en: 'as last time', es: 'igual que la vez anterior' },
  'render.more': {
    en: '{count, plural, one {# more row} other {# more rows}} in the workbook',
    es: '{count, plural, one {# fila más} other {# filas más}} en el libro de Excel',
  },
  'render.as_of': { en: 'As of {asOf}', es: 'Al {asOf}' },
  'render.known': { en: 'known at {known}', es: 'según lo conocido el {known}' },
  'render.own': {
    en: 'This edition shows your own accounts only.',
    es: 'Esta edición muestra solo sus propias cuentas.',
  },
  'render.attached': {
    en: 'The PDF and the workbook with every row are attached.',
    es: 'Se adjuntan el PDF y el libro de Excel con todas las filas.',
  },
  'render.why': {
    en: 'You receive this because “{schedule}” names you. Its owner is {owner}.',
    es: 'Recibe este correo porque «{schedule}» lo nombra. Su responsable es {owner}.',
  },
  'render.figures': { en: 'Figures', es: 'Cifras' },
  'render.figure': { en: 'Figure', es: 'Cifra' },
  'render.value': { en: 'Value', es: 'Valor' },
  'render.before': { en: 'Before', es: 'Antes' },
  'render.difference': { en: 'Change', es: 'Cambio' },
  'render.goal_column': { en: 'Goal', es: 'Meta' },
  'render.note': { en: 'Note', es: 'Nota' },
  'render.chart': { en: 'Chart', es: 'Gráfica' },
} as const satisfies Catalogue;
