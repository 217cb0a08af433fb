/** What is said of customers' own portals: every refusal with its remedy. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { PortalRefusal } from '../rules/portal.ts';

export const portalWords = {
  'statements.not_in_a_portal': {
    en: 'This is no open invoice of an account with a portal. Set the account’s rule to portal first.',
    es: 'No es una factura abierta de una cuenta con portal. Fije antes la regla de la cuenta en portal.',
  },
  'statements.portal_in_the_future': {
    en: 'The portal cannot have said so on a day that is still to come.',
    es: 'El portal no puede haberlo dicho en un día que aún no llega.',
  },
  'statements.portal_out_of_order': {
    en: 'After “{before}” an invoice does not become “{after}” in a portal.',
    es: 'Después de «{before}» una factura no pasa a «{after}» en un portal.',
  },
} satisfies Catalogue & Readonly<Record<PortalRefusal, Phrase>>;
