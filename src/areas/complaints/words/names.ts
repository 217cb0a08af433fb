/** What the register calls classes, severities, channels and states, on screens and in lists. */
import type { Phrase } from '#kernel/words.ts';
import type {
  ComplaintChannel,
  ComplaintClass,
  ComplaintState,
  Severity,
} from '../rules/complaint.ts';

type Named<Names extends string> = Readonly<Record<Names, Phrase>>;

export const classNames: Named<ComplaintClass> = {
  conduct: { en: 'Conduct', es: 'Trato' },
  billing: { en: 'Billing', es: 'Facturación' },
  payment: { en: 'Payment', es: 'Pago' },
  service: { en: 'Service', es: 'Servicio' },
  privacy: { en: 'Privacy', es: 'Privacidad' },
  regulator: { en: 'By a regulator', es: 'De un regulador' },
  other: { en: 'Other', es: 'Otra' },
};

export const severityNames: Named<Severity> = {
  low: { en: 'low', es: 'baja' },
  medium: { en: 'medium', es: 'media' },
  high: { en: 'high', es: 'alta' },
};

export const channelNames: Named<ComplaintChannel> = {
  email: { en: 'e-mail', es: 'correo electrónico' },
  phone: { en: 'telephone', es: 'teléfono' },
  letter: { en: 'letter', es: 'carta' },
  in_person: { en: 'in person', es: 'en persona' },
  regulator: { en: 'regulator', es: 'regulador' },
};

export const stateNames: Named<ComplaintState> = {
  received: { en: 'Received', es: 'Recibida' },
  acknowledged: { en: 'Acknowledged', es: 'Acusada' },
  investigating: { en: 'Investigated', es: 'En investigación' },
  answered: { en: 'Answered', es: 'Respondida' },
  closed: { en: 'Closed', es: 'Cerrada' },
};

export const eventNames: Readonly<Record<string, Phrase>> = {
  ...stateNames,
  acknowledged: { en: 'Acknowledged', es: 'Acuse enviado' },
  reopened: { en: 'Opened again', es: 'Reabierta' },
};

export const commandWords = {
  summary: {
    en: 'The register of complaints, the next day to answer first',
    es: 'El registro de quejas, la próxima respuesta primero',
  },
  none: { en: 'No complaint fits.', es: 'Ninguna queja cumple.' },
  account: { en: 'Account', es: 'Cuenta' },
  class: { en: 'Class', es: 'Clase' },
  severity: { en: 'Severity', es: 'Gravedad' },
  subject: { en: 'Subject', es: 'Asunto' },
  state: { en: 'State', es: 'Estado' },
  received: { en: 'Received', es: 'Recibida' },
  answer_by: { en: 'Answer by', es: 'Responder hasta' },
  late: { en: 'late', es: 'atrasada' },
} satisfies Readonly<Record<string, Phrase>>;
