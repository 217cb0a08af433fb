/** What the Pareto of causes says on the command line and in its workbook. */
import type { Phrase } from '#kernel/words.ts';
import type { CauseSide } from '../rules/cause.ts';

export const sideNames: Readonly<Record<CauseSide, Phrase>> = {
  ours: { en: 'ours', es: 'nuestra' },
  theirs: { en: 'theirs', es: 'del cliente' },
  nobodys: { en: 'nobody’s', es: 'de nadie' },
};

export const factNames: Readonly<Record<'dispute' | 'late', Phrase>> = {
  dispute: { en: 'dispute', es: 'reclamo' },
  late: { en: 'late payment', es: 'pago tardío' },
};

export const causeWords = {
  title: { en: 'Causes', es: 'Causas' },
  as_of: { en: 'as of', es: 'al' },
  rows: { en: 'Rows', es: 'Filas' },
  cause: { en: 'Cause', es: 'Causa' },
  side: { en: 'Whose', es: 'De quién' },
  disputes: { en: 'Disputes', es: 'Reclamos' },
  items: { en: 'Late items', es: 'Partidas tardías' },
  amount: { en: 'Amount', es: 'Importe' },
  share: { en: 'Share', es: 'Parte' },
  running: { en: 'Running', es: 'Acumulado' },
  total: { en: 'Total', es: 'Total' },
  kind: { en: 'Kind', es: 'Tipo' },
  account: { en: 'Account', es: 'Cuenta' },
  customer: { en: 'Customer', es: 'Cliente' },
  document: { en: 'Document', es: 'Documento' },
  found_on: { en: 'Found on', es: 'Hallada el' },
  not_said: { en: 'not said yet', es: 'aún sin decir' },
  none: { en: 'No cause is on record.', es: 'No hay causas registradas.' },
  summary: {
    en: 'Why debts are late or contested: the Pareto of causes, with amounts',
    es: 'Por qué hay atrasos o reclamos: el Pareto de causas, con importes',
  },
} satisfies Readonly<Record<string, Phrase>>;
