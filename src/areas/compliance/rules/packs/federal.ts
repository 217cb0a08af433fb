/**
 * United States, federal: the bankruptcy stay, which binds everyone; Regulation F, which binds
 * third-party collectors of consumer debts; the TCPA, which binds whoever dials by machine.
 */
import { day } from '#kernel/day.ts';
import { type Channel, type ContactRule, type Pack, type Situation } from '../contact.ts';
import { afterConversation, atMost, ourAttempt, quietHours, sameDebt } from '../windows.ts';

const spoken: readonly Channel[] = ['call', 'voicemail'];
const live: readonly Channel[] = ['call', 'voicemail', 'sms', 'email', 'visit'];

/** 11 U.S.C. 362(a)(6): no act to collect a claim that arose before the petition. */
export const stay: Pack = {
  id: 'US.STAY',
  effectiveFrom: day('1979-10-01'),
  effectiveTo: null,
  jurisdiction: 'US',
  citation: '11 U.S.C. 362',
  source: 'found',
  enabled: true,
  reviewedByCounsel: null,
  rules: [
    {
      id: 'US.STAY',
      version: 1,
      parameters: {},
      stage: 'stay',
      citation: '11 U.S.C. 362(a)(6)',
      source: 'found',
      blocks: ({ standing }) => standing.stay,
    },
  ],
};

type Instruction = Pick<ContactRule, 'id' | 'citation' | 'source' | 'blocks'> &
  Partial<Pick<ContactRule, 'restates'>>;

/** What a person has said or what is known of them, whatever the hour and the count. */
export function instruction(rule: Instruction): ContactRule {
  return { version: 1, stage: 'instruction', parameters: {}, ...rule };
}

/** The firm's own word of it: it binds where no law says the same. */
function firmly(id: string, blocks: ContactRule['blocks']): ContactRule {
  return instruction({ id, citation: 'policy', source: 'policy', blocks });
}

const ceased = ({ standing }: Situation): boolean => standing.ceaseWritten;
/** Somebody else speaks for them. */
export const represented = ({ standing }: Situation): boolean => standing.attorneyKnown;
const deceased = ({ standing }: Situation): boolean => standing.deceased;
const unwelcomeAtWork = ({ contact, standing }: Situation): boolean =>
  contact.toWork && standing.employerProhibits;

/** A channel that was refused, but for the one confirmation: 47 CFR 64.1200(a)(12). */
export function refused({ contact, standing }: Situation): boolean {
  const { channel, purpose } = contact;
  if (!standing.optedOut.includes(channel)) return false;
  return !(purpose === 'answer' && standing.confirmable.includes(channel));
}

/** 12 CFR part 1006, in force since 30 November 2021. */
export const regulationF: Pack = {
  id: 'US-FED-REGF',
  effectiveFrom: day('2021-11-30'),
  effectiveTo: null,
  jurisdiction: 'US',
  citation: '15 U.S.C. 1692 ff.; 12 CFR part 1006',
  source: 'found',
  enabled: true,
  reviewedByCounsel: null,
  rules: [
    instruction({
      id: 'REGF.CEASE',
      citation: '15 U.S.C. 1692c(c); 12 CFR 1006.6(c)',
      source: 'recalled',
      restates: 'PERSON.CEASE',
      blocks: ceased,
    }),
    instruction({
      id: 'REGF.ATTY',
      citation: '12 CFR 1006.6(b)(2)',
      source: 'found',
      restates: 'PERSON.ATTORNEY',
      blocks: represented,
    }),
    instruction({
      id: 'REGF.DECEASED',
      citation: '12 CFR 1006.6(a)',
      source: 'found',
      restates: 'PERSON.DECEASED',
      blocks: deceased,
    }),
    instruction({
      id: 'REGF.OPTOUT',
      citation: '12 CFR 1006.6(e), 1006.14(h)',
      source: 'recalled',
      restates: 'PERSON.OPTOUT',
      blocks: refused,
    }),
    instruction({
      id: 'REGF.WORK',
      citation: '15 U.S.C. 1692c(a)(3); 12 CFR 1006.6(b)(3)',
      source: 'found',
      restates: 'PERSON.WORK',
      blocks: unwelcomeAtWork,
    }),
    quietHours({
      id: 'REGF.TIME',
      stage: 'jurisdiction',
      citation: '12 CFR 1006.6(b)(1)',
      source: 'found',
      channels: live,
      from: 8,
      to: 21,
    }),
    atMost({
      id: 'REGF.7IN7',
      stage: 'jurisdiction',
      citation: '12 CFR 1006.14(b)(2)(i)(A), (b)(3)',
      source: 'found',
      channels: spoken,
      limit: 7,
      days: 7,
      counts: (past, situation) =>
        spoken.includes(past.channel) && ourAttempt(past) && sameDebt(past, situation),
    }),
    afterConversation({
      id: 'REGF.AFTERCONV',
      stage: 'jurisdiction',
      citation: '12 CFR 1006.14(b)(2)(i)(B)',
      source: 'found',
      days: 7,
    }),
  ],
};

const dialled = ({ contact }: Situation): boolean =>
  contact.technology !== 'manual' && ['call', 'voicemail', 'sms'].includes(contact.channel);

/** 47 U.S.C. 227; 47 CFR 64.1200: calls and texts by machine to a cell need consent. */
export const tcpa: Pack = {
  id: 'US-TCPA',
  effectiveFrom: day('1992-12-20'),
  effectiveTo: null,
  jurisdiction: 'US',
  citation: '47 U.S.C. 227; 47 CFR 64.1200',
  source: 'found',
  enabled: true,
  reviewedByCounsel: null,
  rules: [
    {
      id: 'TCPA.CONSENT',
      version: 1,
      parameters: { technologies: ['autodialed', 'prerecorded'] },
      stage: 'technology',
      citation: '47 U.S.C. 227(b)(1)(A)(iii); 47 CFR 64.1200(a)(1)',
      source: 'found',
      blocks: (situation) =>
        dialled(situation) &&
        !situation.standing.recordedCallConsent &&
        !situation.standing.recordedCallRevoked,
    },
    {
      id: 'TCPA.REVOKED',
      version: 1,
      parameters: { technologies: ['autodialed', 'prerecorded'] },
      stage: 'technology',
      citation: '47 CFR 64.1200(a)(10)',
      source: 'found',
      blocks: (situation) => dialled(situation) && situation.standing.recordedCallRevoked,
    },
  ],
};

/** What a person has told us holds under every law, also where none says so. */
export const instructions: Pack = {
  id: 'POLICY-INSTRUCTIONS',
  effectiveFrom: day('2020-01-01'),
  effectiveTo: null,
  jurisdiction: 'firm',
  citation: 'policy',
  source: 'policy',
  enabled: true,
  reviewedByCounsel: null,
  rules: [
    firmly('PERSON.CEASE', ceased),
    firmly('PERSON.ATTORNEY', represented),
    firmly('PERSON.DECEASED', deceased),
    firmly('PERSON.OPTOUT', refused),
    firmly('PERSON.WORK', unwelcomeAtWork),
  ],
};
