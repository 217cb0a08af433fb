/** The names of the views of the cash desk. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  apply: { en: 'Apply', es: 'Aplicar' },
  variances: { en: 'Variances', es: 'Diferencias' },
  batches: { en: 'Batches', es: 'Lotes' },
  quality: { en: 'Match quality', es: 'Calidad' },
  views: { en: 'Views of the cash desk', es: 'Vistas de caja' },
  deposits: { en: 'Deposits', es: 'Depósitos' },
  cards: { en: 'Cards', es: 'Tarjetas' },
  bank_rec: { en: 'Bank reconciliation', es: 'Conciliación bancaria' },
  daily_close: { en: 'Daily close', es: 'Cierre del día' },
  book_of_record: { en: 'Book of record', es: 'Libro oficial' },
} satisfies Catalogue;
