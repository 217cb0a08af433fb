/** The formulas of the figures that are no metric; a metric brings its own. */
import type { Phrase } from '#kernel/words.ts';
import type { FigureName, MetricName } from '../rules/figures.ts';

export const formulas: Readonly<Record<Exclude<FigureName, MetricName>, Phrase>> = {
  forecast_week: {
    en:
      'Cash of the week so far + what the payment days of every open item forecast for the rest; ' +
      'eight weeks in ten fall within the band',
    es:
      'Efectivo de la semana hasta hoy + lo que los días de pago de cada partida pronostican ' +
      'para el resto; ocho de cada diez semanas caen en la banda',
  },
  landing: {
    en:
      'Cash of the month so far + the forecast of the days that are left of it; ' +
      'the bands of weeks add up as squares',
    es:
      'Efectivo del mes hasta hoy + el pronóstico de los días que faltan; ' +
      'las bandas de las semanas se suman en cuadrado',
  },
  expected_7: {
    en:
      'Promised for the next 7 days × the share of promised amounts that was kept ' +
      'in three months',
    es:
      'Prometido para los próximos 7 días × la proporción de importes prometidos que se ' +
      'cumplió en tres meses',
  },
  false_chase: {
    en:
      'Contacts of this month to collect an item that was paid or wholly disputed by then, ' +
      'or while money that covers it lay unposted',
    es:
      'Contactos del mes para cobrar una partida ya pagada o disputada por completo, ' +
      'o con dinero suficiente recibido sin aplicar',
  },
};
