/** What the dashboards refuse. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  'dashboards.no_such_part': {
    en: 'This figure has no rows of “{part}”. Open one of the parts that it names.',
    es: 'Esta cifra no tiene filas de «{part}». Abra una de las partes que nombra.',
  },
  'dashboards.no_company': {
    en: 'There is no company yet that you may see. Import a book, or ask for access.',
    es: 'Todavía no hay una empresa que usted pueda ver. Importe una cartera o pida acceso.',
  },
} satisfies Catalogue;
