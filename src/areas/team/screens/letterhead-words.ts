/** What the form of a letterhead says. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  letterhead: { en: 'Letterhead', es: 'Membrete' },
  letterhead_why: {
    en: 'On letters, statements and invoices from now on.',
    es: 'En cartas, estados de cuenta y facturas desde ahora.',
  },
  company: { en: 'Company', es: 'Empresa' },
  legalName: { en: 'Legal name', es: 'Razón social' },
  line1: { en: 'Street', es: 'Calle' },
  line2: { en: 'Second line', es: 'Segunda línea' },
  city: { en: 'City', es: 'Ciudad' },
  state: { en: 'State', es: 'Estado' },
  postalCode: { en: 'Postal code', es: 'Código postal' },
  country: { en: 'Country (two letters)', es: 'País (dos letras)' },
  email: { en: 'E-mail', es: 'Correo' },
  phone: { en: 'Phone', es: 'Teléfono' },
  taxId: { en: 'Tax number (EIN)', es: 'Número fiscal (EIN)' },
  vatId: { en: 'VAT number', es: 'Número de IVA' },
  iban: { en: 'IBAN', es: 'IBAN' },
  mailerId: { en: 'USPS mailer id', es: 'Identificador de remitente USPS' },
  letterhead_reason: { en: 'Why it changes', es: 'Por qué cambia' },
  letterhead_save: { en: 'Save', es: 'Guardar' },
  letterhead_saved: { en: 'The letterhead was saved.', es: 'Membrete guardado.' },
} satisfies Catalogue;
