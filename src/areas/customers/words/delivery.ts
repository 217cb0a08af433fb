/** What is said of how an account gets its papers: on its timeline and in refusals. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { DeliveryRefusal } from '../rules/delivery.ts';

export const deliveryWords = {
  'activity.delivery_set': {
    en: 'Papers: {rule, select, email {by e-mail} letter {by letter} portal {into their portal {portal}} none {none} other {{rule}}}',
    es: 'Documentos: {rule, select, email {por correo electrónico} letter {por carta} portal {en su portal {portal}} none {ninguno} other {{rule}}}',
  },
  'activity.address_saved': {
    en: 'Postal address: {line1}, {city}',
    es: 'Dirección postal: {line1}, {city}',
  },
  'activity.address_refused': {
    en: 'A letter came back ({cause, select, not_deliverable {not deliverable as addressed} moved {moved} unknown {addressee unknown} refused {refused} unclaimed {unclaimed} deceased {deceased} vacant {vacant} other {{cause}}}); no more letters go to that address',
    es: 'Volvió una carta ({cause, select, not_deliverable {no se pudo entregar en esa dirección} moved {se mudó} unknown {destinatario desconocido} refused {rechazada} unclaimed {no reclamada} deceased {fallecido} vacant {desocupado} other {{cause}}}); no saldrán más cartas a esa dirección',
  },
  'customers.portal_without_name': {
    en: 'Name the portal that their invoices go into.',
    es: 'Indique el portal en el que se cargan sus facturas.',
  },
  'customers.portal_not_a_link': {
    en: '{link} is not a web address. Begin it with https://, or leave it empty.',
    es: '{link} no es una dirección web. Comience con https:// o déjela vacía.',
  },
  'customers.address_incomplete': {
    en: 'A postal address has a street, a city and a ZIP code, in the United States also a state.',
    es: 'Una dirección postal lleva calle, ciudad y código postal; en Estados Unidos, también estado.',
  },
  'customers.address_bad_zip': {
    en: '{postalCode} is not a ZIP code: 5 digits, or 9 as in 06101-1234.',
    es: '{postalCode} no es un código ZIP: 5 dígitos, o 9 como en 06101-1234.',
  },
  'customers.address_bad_country': {
    en: '{country} is not a country code: two letters, such as US.',
    es: '{country} no es un código de país: dos letras, como US.',
  },
  'customers.no_such_address': {
    en: 'There is no such postal address.',
    es: 'No existe esa dirección postal.',
  },
} satisfies Catalogue & Readonly<Record<DeliveryRefusal, Phrase>>;
