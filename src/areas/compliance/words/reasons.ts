/** Why the gate says no, in a sentence for each rule; the law's place stands beside it. */
import type { Language, Phrase } from '#kernel/words.ts';

const law = (en: string, es: string): Phrase => ({ en, es });

const hours821 = law(
  'It is not between 8 in the morning and 9 in the evening where the person may be.',
  'No son entre las 8 de la mañana y las 9 de la noche donde la persona puede estar.',
);
const eastern821 = law(
  'It is not between 8 in the morning and 9 in the evening, Eastern time.',
  'No son entre las 8 de la mañana y las 9 de la noche, hora del Este.',
);
const afterTalk = law(
  'They were spoken with within the last seven days.',
  'Se habló con la persona en los últimos siete días.',
);
const refused = law(
  'They refused this channel or this address.',
  'Rechazaron este canal o esta dirección.',
);
const ceased = law(
  'They asked in writing not to be contacted.',
  'Pidieron por escrito que no se les contacte.',
);
const attorney = law(
  'An attorney acts for them: write to the attorney only.',
  'Los representa un abogado: escriba solo al abogado.',
);
const deceased = law(
  'The person has died: only who acts for the estate may be written to.',
  'La persona falleció: solo se escribe a quien representa la sucesión.',
);
const work = law(
  'Their employer forbids contact at work.',
  'Su empleador prohíbe el contacto en el trabajo.',
);
const electronic = law(
  'They have not agreed to electronic messages.',
  'No han aceptado mensajes electrónicos.',
);

export const reasons: Readonly<Record<string, Phrase>> = {
  'US.STAY': law(
    'A petition in bankruptcy stands: nothing may be done to collect.',
    'Hay una petición de quiebra: no se puede hacer nada para cobrar.',
  ),
  'HOLD.LITIGATION': law('The matter is in court.', 'El asunto está en los tribunales.'),
  'HOLD.SERVICEMEMBER': law(
    'The person serves in the forces: review the account first.',
    'La persona presta servicio militar: revise primero la cuenta.',
  ),
  'HOLD.HARDSHIP': law(
    'A hardship is noted: nobody asks for money while it stands.',
    'Hay una dificultad económica anotada: no se pide dinero mientras dure.',
  ),
  'REGF.CEASE': ceased,
  'REGF.ATTY': attorney,
  'REGF.DECEASED': deceased,
  'REGF.OPTOUT': refused,
  'REGF.WORK': work,
  'REGF.TIME': hours821,
  'REGF.7IN7': law(
    'Seven calls about this debt in seven days are reached.',
    'Ya se hicieron siete llamadas por esta deuda en siete días.',
  ),
  'REGF.AFTERCONV': afterTalk,
  'PERSON.CEASE': ceased,
  'PERSON.ATTORNEY': attorney,
  'PERSON.DECEASED': deceased,
  'PERSON.OPTOUT': refused,
  'PERSON.WORK': work,
  'TCPA.CONSENT': law(
    'A machine may dial or text only whoever agreed to it.',
    'Una máquina solo puede llamar o escribir a quien lo aceptó.',
  ),
  'TCPA.REVOKED': law(
    'They took back their consent to calls and texts by machine.',
    'Retiraron su permiso para llamadas y mensajes automáticos.',
  ),
  'MA.TIME': eastern821,
  'MA.ATTY': attorney,
  'MA.2IN7': law(
    'Two calls or texts about this debt in seven days are reached.',
    'Ya hubo dos llamadas o mensajes por esta deuda en siete días.',
  ),
  'MA.2IN30': law(
    'Two calls or texts to the place of work in thirty days are reached.',
    'Ya hubo dos llamadas o mensajes al trabajo en treinta días.',
  ),
  'MA.VISIT1IN30': law(
    'One visit in thirty days has been made.',
    'Ya se hizo una visita en treinta días.',
  ),
  'DC.TIME': eastern821,
  'DC.4IN7': law(
    'Four calls about this account in seven days are reached.',
    'Ya se hicieron cuatro llamadas por esta cuenta en siete días.',
  ),
  'DC.AFTERCONV': afterTalk,
  'DC.CALLOPTOUT': refused,
  'DC.ELECCONSENT': law(
    'They have not agreed to electronic messages; one a week may ask for it.',
    'No han aceptado mensajes electrónicos; uno por semana puede pedirlo.',
  ),
  'DC.ELEC5IN7': law(
    'Five electronic messages in seven days are reached.',
    'Ya hubo cinco mensajes electrónicos en siete días.',
  ),
  'NYC.TIME': hours821,
  'NYC.3IN7': law(
    'Three contacts over all channels in seven days are reached.',
    'Ya hubo tres contactos por todos los canales en siete días.',
  ),
  'NYC.ELECCONSENT': electronic,
  'FL.TIME': hours821,
  'FL.ATTY': attorney,
  'WV.TIME': hours821,
  'WV.30': law(
    'Thirty calls in seven days are reached.',
    'Ya se hicieron treinta llamadas en siete días.',
  ),
  'WV.10': law(
    'Ten talks in seven days are reached.',
    'Ya hubo diez conversaciones en siete días.',
  ),
  'CA.TIME': hours821,
  'CA.COMMERCIAL.TIME': hours821,
  'MD.TIME': hours821,
  'CONSUMER.TIME': hours821,
  'CONSUMER.7IN7': law(
    'Seven calls in seven days are reached.',
    'Ya se hicieron siete llamadas en siete días.',
  ),
  'CONSUMER.AFTERCONV': afterTalk,
  'B2B.HOURS': law(
    'It is not a business day within the hours that the firm has set there.',
    'Allá no es día hábil dentro del horario que fijó la empresa.',
  ),
  'B2B.CALL1IN1': law(
    'This contact was called today already.',
    'A este contacto ya se le llamó hoy.',
  ),
  'B2B.CALL3IN5': law(
    'Three calls in five business days are reached.',
    'Ya se hicieron tres llamadas en cinco días hábiles.',
  ),
  'B2B.EMAIL1IN5': law(
    'This contact was asked by e-mail within five business days.',
    'A este contacto ya se le pidió por correo en cinco días hábiles.',
  ),
  'B2B.CALL': law(
    'The number of calls that the firm has set is reached.',
    'Ya se alcanzó el número de llamadas que fijó la empresa.',
  ),
  'B2B.EMAIL': law(
    'The number of e-mails that the firm has set is reached.',
    'Ya se alcanzó el número de correos que fijó la empresa.',
  ),
  'HOUSE.HOURS': law(
    'It is outside the hours that the firm has set.',
    'Está fuera del horario que fijó la empresa.',
  ),
  'HOUSE.CAP': law(
    'The number of contacts that the firm has set is reached.',
    'Ya se alcanzó el número de contactos que fijó la empresa.',
  ),
  'FACT.AWAY': law(
    'They wrote that they are away; ask them when they are back, or somebody else.',
    'Escribió que está ausente; pregunte a su vuelta, o a otra persona.',
  ),
  'FACT.CASH_SEEN': law(
    'A payment that covers it was seen and is not posted yet.',
    'Se vio un pago que lo cubre y aún no está registrado.',
  ),
  'FACT.CREDIT': law(
    'A credit that covers it waits to be applied.',
    'Un crédito que lo cubre espera ser aplicado.',
  ),
  'FACT.DISPUTED': law('It is disputed.', 'Está en reclamo.'),
  'FACT.MAIL_WAITING': law(
    'A mail that says it is paid, or how, waits to be read.',
    'Un correo que dice que está pagado, o cómo, espera ser leído.',
  ),
  'FACT.NOTHING_OPEN': law('Nothing of it is open.', 'No hay nada abierto.'),
  'FACT.PLACED': law('An agency has the account.', 'Una agencia tiene la cuenta.'),
  'FACT.PLAN': law('A plan in good standing covers it.', 'Lo cubre un plan de pago al día.'),
  'FACT.PORTAL': law(
    'Their papers go into their own portal; no notice is sent beside it.',
    'Sus documentos van a su propio portal; no se envía aviso aparte.',
  ),
  'FACT.PROMISED': law(
    'It is promised, and the day with its grace has not passed.',
    'Está prometido y el día con su gracia no ha pasado.',
  ),
  'MISSING.address': law(
    'No number or address is known for this channel.',
    'No se conoce número ni dirección para este canal.',
  ),
  'MISSING.consent': law(
    'Nobody has said whether texts are welcome.',
    'Nadie ha dicho si acepta mensajes de texto.',
  ),
  'MISSING.debt_kind': law(
    'It is not known whether it is a consumer’s debt or a company’s.',
    'No se sabe si la deuda es de un consumidor o de una empresa.',
  ),
  'MISSING.state': law(
    'The state is not known, and so not its law.',
    'No se conoce el estado, y por eso tampoco su ley.',
  ),
  'MISSING.zones': law('It is not known what time it is there.', 'No se sabe qué hora es allá.'),
};

/** The sentence of a rule; a limit of the firm has one, whatever its figures. */
export function reasonText(id: string, language: Language): string {
  const phrase = reasons[id] ?? reasons[id.replace(/^(HOUSE\.CAP|B2B\.[A-Z]+?)\d.*$/u, '$1')];
  return phrase?.[language] ?? id;
}
