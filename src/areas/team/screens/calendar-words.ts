/** What the company's calendar says, with the names of the federal holidays. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { HolidayName } from '../rules/calendar.ts';

export const words = {
  calendar: { en: 'Company calendar {year}', es: 'Calendario de la empresa {year}' },
  company: { en: 'Company', es: 'Empresa' },
  year_before: { en: 'Year before', es: 'Año anterior' },
  year_after: { en: 'Year after', es: 'Año siguiente' },
  keeps: { en: 'Holidays kept', es: 'Festivos que se guardan' },
  'keeps_federal-bank': {
    en: 'Weekends and the holidays of the Federal Reserve Banks are no business days.',
    es: 'Los fines de semana y los festivos de la Reserva Federal no son días hábiles.',
  },
  keeps_weekdays: {
    en: 'Only weekends, and the days named here, are no business days.',
    es: 'Solo los fines de semana y los días que se indican aquí no son hábiles.',
  },
  no_days: { en: 'No closed day this year.', es: 'Ningún día cerrado este año.' },
  close_a_day: { en: 'Close on a day', es: 'Cerrar un día' },
  close_why: {
    en: 'Deadlines in business days step over it from now on; what is due already keeps its day.',
    es: 'Los plazos en días hábiles lo saltan desde ahora; lo que ya vence conserva su día.',
  },
  change_base: { en: 'Change the holidays kept', es: 'Cambiar los festivos' },
  day: { en: 'Day', es: 'Día' },
  occasion: { en: 'Occasion', es: 'Motivo' },
  reason: { en: 'Reason', es: 'Razón' },
  keep: { en: 'Keep these', es: 'Guardar estos' },
  closed: { en: 'The company is closed on that day.', es: 'La empresa cierra ese día.' },
  opened: { en: 'The company is open on that day.', es: 'La empresa abre ese día.' },
  kept: { en: 'These holidays count from now on.', es: 'Estos festivos cuentan desde ahora.' },
  open_after_all: { en: 'Open after all', es: 'Abrir de todos modos' },
  open_on: { en: 'Open after all: {name}', es: 'Abrir de todos modos: {name}' },
  new_years_day: { en: 'New Year’s Day', es: 'Año Nuevo' },
  martin_luther_king_day: { en: 'Martin Luther King Jr. Day', es: 'Día de Martin Luther King' },
  washingtons_birthday: { en: 'Washington’s Birthday', es: 'Natalicio de Washington' },
  memorial_day: { en: 'Memorial Day', es: 'Día de los Caídos' },
  juneteenth: { en: 'Juneteenth', es: 'Juneteenth' },
  independence_day: { en: 'Independence Day', es: 'Día de la Independencia' },
  labor_day: { en: 'Labor Day', es: 'Día del Trabajo' },
  columbus_day: { en: 'Columbus Day', es: 'Día de Colón' },
  veterans_day: { en: 'Veterans Day', es: 'Día de los Veteranos' },
  thanksgiving_day: { en: 'Thanksgiving Day', es: 'Día de Acción de Gracias' },
  christmas_day: { en: 'Christmas Day', es: 'Navidad' },
} satisfies Record<HolidayName, Phrase> & Catalogue;
