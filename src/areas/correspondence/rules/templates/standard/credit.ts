/**
 * What a customer is told when credit is refused, cut or turned down (12 CFR 1002.9(b)).
 *
 * The notice of the law's own words stands in each; the agency is the one that watches creditors
 * who are no bank (appendix A to part 1002). One letter gives the reasons, the other says that
 * they can be had for sixty days.
 */
import type { Template } from '../template.ts';
import { standard } from './template-text.ts';

const law = {
  en: `The federal Equal Credit Opportunity Act prohibits creditors from discriminating against
credit applicants on the basis of race, color, religion, national origin, sex, marital status, age
(provided the applicant has the capacity to enter into a binding contract); because all or part of
the applicant's income derives from any public assistance program; or because the applicant has in
good faith exercised any right under the Consumer Credit Protection Act. The federal agency that
administers compliance with this law concerning this creditor is: Federal Trade Commission,
Consumer Response Center, 600 Pennsylvania Avenue NW, Washington, DC 20580.`,
  es: `La ley federal de Igualdad de Oportunidades de Crédito (Equal Credit Opportunity Act)
prohíbe que los acreedores discriminen a los solicitantes de crédito por raza, color, religión,
nacionalidad de origen, sexo, estado civil o edad (siempre que el solicitante pueda celebrar un
contrato vinculante); porque todo o parte de sus ingresos provenga de un programa de asistencia
pública; o porque haya ejercido de buena fe un derecho de la Consumer Credit Protection Act. La
agencia federal que vigila el cumplimiento de esta ley por este acreedor es: Federal Trade
Commission, Consumer Response Center, 600 Pennsylvania Avenue NW, Washington, DC 20580.`,
};

const shared = { channel: 'letter', purpose: 'answer' } as const;

export const creditTexts: readonly Template[] = [
  standard({
    ...shared,
    key: 'credit-notice',
    name: {
      en: 'Credit refused or cut, with reasons',
      es: 'Crédito negado o reducido, con motivos',
    },
    wording: {
      en: {
        subject: 'Your credit with {{ company.name }}: notice of our decision',
        body: `Dear {{ contact.name }},

this is the notice of what we decided on {{ credit.on }} about account {{ account.number }},
{{ account.name }}: {{ credit.act }}

Our principal reasons: {{ credit.reasons }}

${law.en}

If you have questions, write to {{ company.reply_to }}.

{{ company.signature }}`,
      },
      es: {
        subject: 'Su crédito con {{ company.name }}: aviso de nuestra decisión',
        body: `Estimado/a {{ contact.name }}:

Este es el aviso de lo que decidimos el {{ credit.on }} sobre la cuenta {{ account.number }},
{{ account.name }}: {{ credit.act }}

Nuestros motivos principales: {{ credit.reasons }}

${law.es}

Si tiene preguntas, escriba a {{ company.reply_to }}.

{{ company.signature }}`,
      },
    },
  }),
  standard({
    ...shared,
    key: 'credit-notice-rights',
    name: {
      en: 'Credit refused or cut, reasons on request',
      es: 'Crédito negado o reducido, motivos a petición',
    },
    wording: {
      en: {
        subject: 'Your credit with {{ company.name }}: notice of our decision',
        body: `Dear {{ contact.name }},

this is the notice of what we decided on {{ credit.on }} about account {{ account.number }},
{{ account.name }}: {{ credit.act }}

You have the right to a statement of the specific reasons. Ask for it in writing within 60 days of
this notice, at {{ company.name }}, {{ company.reply_to }}; we send it within 30 days of your
request.

${law.en}

{{ company.signature }}`,
      },
      es: {
        subject: 'Su crédito con {{ company.name }}: aviso de nuestra decisión',
        body: `Estimado/a {{ contact.name }}:

Este es el aviso de lo que decidimos el {{ credit.on }} sobre la cuenta {{ account.number }},
{{ account.name }}: {{ credit.act }}

Usted tiene derecho a una declaración de los motivos específicos. Pídala por escrito dentro de los
60 días de este aviso, a {{ company.name }}, {{ company.reply_to }}; la enviamos dentro de los 30
días de su petición.

${law.es}

{{ company.signature }}`,
      },
    },
  }),
];
