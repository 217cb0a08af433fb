/**
 * States and cities whose rules bind the creditor itself, not only hired collectors. Rows whose
 * numbers nobody found (Wisconsin, Iowa, Connecticut …) are not here: a pack without a number
 * would pretend to know.
 */
import { day } from '#kernel/day.ts';
import { localTimeOf } from '#kernel/local-time.ts';
import { type Channel, type Pack } from '../contact.ts';
import { afterConversation, atMost, noticeableAttempt, quietHours, sameDebt } from '../windows.ts';
import { instruction, refused, represented } from './federal.ts';
import { california, californiaCommercial, maryland } from './imported.ts';

const eastern = 'America/New_York';
const callsAndTexts: readonly Channel[] = ['call', 'voicemail', 'sms'];
const electronic: readonly Channel[] = ['sms', 'email'];
const spoken: readonly Channel[] = ['call', 'voicemail'];

/** 940 CMR 7.04: two calls, texts or recorded messages in 7 days; elsewhere two in 30. */
const massachusetts: Pack = {
  id: 'US-MA-940CMR7',
  effectiveFrom: day('2012-03-02'),
  effectiveTo: null,
  jurisdiction: 'US-MA',
  citation: '940 CMR 7.00',
  source: 'found',
  enabled: true,
  reviewedByCounsel: null,
  rules: [
    quietHours({
      id: 'MA.TIME',
      stage: 'jurisdiction',
      citation: '940 CMR 7.04(1)',
      source: 'found',
      channels: callsAndTexts,
      from: 8,
      to: 21,
      zone: eastern,
    }),
    atMost({
      id: 'MA.2IN7',
      stage: 'jurisdiction',
      citation: '940 CMR 7.04(1)(f); Armata v. Target, 480 Mass. 14 (2018)',
      source: 'found',
      channels: callsAndTexts,
      limit: 2,
      days: 7,
      only: ({ contact }) => !contact.toWork,
      counts: (past, situation) =>
        callsAndTexts.includes(past.channel) &&
        !past.toWork &&
        noticeableAttempt(past) &&
        sameDebt(past, situation),
    }),
    atMost({
      id: 'MA.2IN30',
      stage: 'jurisdiction',
      citation: '940 CMR 7.04(1)(f)',
      source: 'found',
      channels: callsAndTexts,
      limit: 2,
      days: 30,
      only: ({ contact }) => contact.toWork,
      counts: (past, situation) =>
        callsAndTexts.includes(past.channel) &&
        past.toWork &&
        noticeableAttempt(past) &&
        sameDebt(past, situation),
    }),
    atMost({
      id: 'MA.VISIT1IN30',
      stage: 'jurisdiction',
      citation: '940 CMR 7.04(1)',
      source: 'found',
      channels: ['visit'],
      limit: 1,
      days: 30,
      counts: (past) => past.channel === 'visit' && past.by === 'us',
    }),
    instruction({
      id: 'MA.ATTY',
      citation: '940 CMR 7.04(1)',
      source: 'found',
      restates: 'PERSON.ATTORNEY',
      blocks: represented,
    }),
  ],
};

/** D.C. Code 28-3814, as it applies since 1 January 2023; hours are Eastern wherever one is. */
const districtOfColumbia: Pack = {
  id: 'US-DC-28-3814',
  effectiveFrom: day('2023-01-01'),
  effectiveTo: null,
  jurisdiction: 'US-DC',
  citation: 'D.C. Code 28-3814',
  source: 'found',
  enabled: true,
  reviewedByCounsel: null,
  rules: [
    quietHours({
      id: 'DC.TIME',
      stage: 'jurisdiction',
      citation: 'D.C. Code 28-3814(k)',
      source: 'found',
      channels: callsAndTexts,
      from: 8,
      to: 21,
      zone: eastern,
    }),
    atMost({
      id: 'DC.4IN7',
      stage: 'jurisdiction',
      citation: 'D.C. Code 28-3814(d)(4)(A)(i)',
      source: 'found',
      channels: spoken,
      limit: 4,
      days: 7,
      counts: (past, situation) =>
        spoken.includes(past.channel) && noticeableAttempt(past) && sameDebt(past, situation),
    }),
    afterConversation({
      id: 'DC.AFTERCONV',
      stage: 'jurisdiction',
      citation: 'D.C. Code 28-3814(d)(4)(A)(ii)',
      source: 'found',
      days: 7,
    }),
    // The law asks for the refusal in writing; the firm heeds it however it was said.
    instruction({
      id: 'DC.CALLOPTOUT',
      citation: 'D.C. Code 28-3814(d)(4)',
      source: 'found',
      restates: 'PERSON.OPTOUT',
      blocks: (situation) => spoken.includes(situation.contact.channel) && refused(situation),
    }),
    {
      id: 'DC.ELECCONSENT',
      version: 1,
      parameters: { channels: electronic },
      stage: 'jurisdiction',
      citation: 'D.C. Code 28-3814(d)(4)(B)(ii)',
      source: 'found',
      blocks(situation) {
        const { contact, standing } = situation;
        if (!electronic.includes(contact.channel) || standing.electronicConsent) return false;
        return contact.purpose !== 'ask_consent' || askedThisWeek.blocks(situation);
      },
    },
    atMost({
      id: 'DC.ELEC5IN7',
      stage: 'jurisdiction',
      citation: 'D.C. Code 28-3814(d)(4)(B)(iii)',
      source: 'found',
      channels: electronic,
      limit: 5,
      days: 7,
      only: ({ standing }) => standing.electronicConsent,
      counts: (past, situation) =>
        electronic.includes(past.channel) && past.by === 'us' && sameDebt(past, situation),
    }),
  ],
};

/** One message in 7 days may ask for consent. */
const askedThisWeek = atMost({
  id: 'DC.ELECCONSENT',
  stage: 'jurisdiction',
  citation: 'D.C. Code 28-3814(d)(4)(B)(ii)',
  source: 'found',
  channels: electronic,
  limit: 1,
  days: 7,
  counts: (past, situation) =>
    electronic.includes(past.channel) && past.by === 'us' && sameDebt(past, situation),
});

/** 6 RCNY 5-77 as announced for 1 September 2026; its own text was not found. */
const newYorkCity: Pack = {
  id: 'US-NYC-5-77',
  effectiveFrom: day('2026-09-01'),
  effectiveTo: null,
  jurisdiction: 'US-NY-NYC',
  citation: '6 RCNY 5-77',
  source: 'recalled',
  enabled: true,
  reviewedByCounsel: null,
  rules: [
    quietHours({
      id: 'NYC.TIME',
      stage: 'jurisdiction',
      citation: '6 RCNY 5-77',
      source: 'recalled',
      channels: callsAndTexts,
      from: 8,
      to: 21,
    }),
    atMost({
      id: 'NYC.3IN7',
      stage: 'jurisdiction',
      citation: '6 RCNY 5-77',
      source: 'found',
      channels: ['call', 'voicemail', 'sms', 'email', 'letter', 'visit'],
      limit: 3,
      days: 7,
      counts: (past, situation) => past.by === 'us' && !past.invited && sameDebt(past, situation),
    }),
    {
      id: 'NYC.ELECCONSENT',
      version: 1,
      parameters: { channels: electronic },
      stage: 'jurisdiction',
      citation: '6 RCNY 5-77',
      source: 'found',
      blocks: ({ contact, standing }) =>
        electronic.includes(contact.channel) && !standing.electronicConsent,
    },
  ],
};

/** SB 232 took e-mail out of the quiet hours. */
const floridaFreesEmail = day('2025-05-16');

/** Fla. Stat. 559.72(17): nine in the evening to eight; e-mail only until 16 May 2025. */
const florida: Pack = {
  id: 'US-FL-559.72',
  effectiveFrom: day('2010-10-01'),
  effectiveTo: null,
  jurisdiction: 'US-FL',
  citation: 'Fla. Stat. 559.72',
  source: 'found',
  enabled: true,
  reviewedByCounsel: null,
  rules: [
    {
      ...quietHours({
        id: 'FL.TIME',
        stage: 'jurisdiction',
        citation: 'Fla. Stat. 559.72(17)',
        source: 'found',
        channels: [...callsAndTexts, 'email'],
        from: 8,
        to: 21,
        only: ({ contact, zones: [zone = eastern] }) =>
          contact.channel !== 'email' || localTimeOf(contact.at, zone).on < floridaFreesEmail,
      }),
      version: 2,
      parameters: { channels: callsAndTexts, from: 8, to: 21, emailUntil: floridaFreesEmail },
    },
    instruction({
      id: 'FL.ATTY',
      citation: 'Fla. Stat. 559.72(18)',
      source: 'found',
      restates: 'PERSON.ATTORNEY',
      blocks: represented,
    }),
  ],
};

/** W. Va. Code 46A-2-125: thirty calls or ten talks a week. */
const westVirginia: Pack = {
  id: 'US-WV-46A-2',
  effectiveFrom: day('2018-01-01'),
  effectiveTo: null,
  jurisdiction: 'US-WV',
  citation: 'W. Va. Code 46A-2-122 ff.',
  source: 'found',
  enabled: true,
  reviewedByCounsel: null,
  rules: [
    quietHours({
      id: 'WV.TIME',
      stage: 'jurisdiction',
      citation: 'W. Va. Code 46A-2-125',
      source: 'found',
      channels: callsAndTexts,
      from: 8,
      to: 21,
    }),
    atMost({
      id: 'WV.30',
      stage: 'jurisdiction',
      citation: 'W. Va. Code 46A-2-125',
      source: 'found',
      channels: spoken,
      limit: 30,
      days: 7,
      counts: (past) => spoken.includes(past.channel) && past.by === 'us',
    }),
    atMost({
      id: 'WV.10',
      stage: 'jurisdiction',
      citation: 'W. Va. Code 46A-2-125',
      source: 'found',
      channels: spoken,
      limit: 10,
      days: 7,
      counts: (past) => past.result === 'conversation',
    }),
  ],
};

type Conduct = readonly [id: string, from: string, citation: string, source: Pack['source']];

/** Laws of conduct that state no number: what they ask is in the firm's policy and its words. */
function conduct([id, from, citation, source]: Conduct): Pack {
  return {
    id,
    jurisdiction: id.slice(0, 5),
    citation,
    source,
    enabled: true,
    effectiveFrom: day(from),
    effectiveTo: null,
    reviewedByCounsel: null,
    rules: [],
  };
}

const conducts: readonly Conduct[] = [
  ['US-TX-392', '1997-09-01', 'Tex. Fin. Code ch. 392', 'found'],
  ['US-NC-75-50', '1977-01-01', 'N.C. Gen. Stat. 75-50 to 75-56', 'found'],
  ['US-PA-2270', '2000-06-26', '73 Pa. Stat. 2270.1 ff.', 'found'],
  ['US-MI-445.251', '1981-01-01', 'Mich. Comp. Laws 445.251 ff.', 'found'],
];

/** They exist; nobody found their numbers, so they are shown and switched off. */
const unread: readonly Conduct[] = [
  ['US-WI-427', '1973-03-01', 'Wis. Stat. ch. 427', 'recalled'],
  ['US-IA-537.7103', '1974-07-01', 'Iowa Code 537.7103', 'recalled'],
  ['US-CT-36A-645', '1995-01-01', 'Conn. Gen. Stat. 36a-645 ff.', 'recalled'],
  ['US-NH-358-C', '1975-01-01', 'N.H. Rev. Stat. ch. 358-C', 'recalled'],
  ['US-OR-646.639', '1977-01-01', 'Or. Rev. Stat. 646.639', 'recalled'],
  ['US-SC-37-5-108', '1976-01-01', 'S.C. Code 37-5-108', 'recalled'],
  ['US-HI-480D', '1987-01-01', 'Haw. Rev. Stat. ch. 480D', 'recalled'],
  ['US-LA-9-3510', '1973-01-01', 'La. Rev. Stat. 9:3510 ff.', 'recalled'],
  ['US-VT-CP104', '1976-01-01', 'Vt. Consumer Protection Rule 104', 'recalled'],
  ['US-WA-19.16', '1971-01-01', 'Wash. Rev. Code 19.16 (3 a week, licensees only)', 'recalled'],
];

export const statePacks: readonly Pack[] = [
  massachusetts,
  districtOfColumbia,
  newYorkCity,
  florida,
  westVirginia,
  california,
  californiaCommercial,
  maryland,
  ...conducts.map(conduct),
  ...unread.map((each) => ({ ...conduct(each), enabled: false })),
];
