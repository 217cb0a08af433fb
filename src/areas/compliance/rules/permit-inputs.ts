/** What the gate saw, as it is kept with a permit: enough to decide it again by hand. */
import type { Answer, Question } from './decide-contact.ts';

/** The question's facts, without what the permit's own columns say. */
export function inputsOf(
  question: Question,
  { packs }: Pick<Answer, 'packs'>,
): Readonly<Record<string, unknown>> {
  const { contact, profile, zones, status, holds, words, history, business, firm } = question;
  return {
    packs,
    ...(firm === undefined || firm.version === null ? {} : { contactPolicy: firm.version }),
    profile,
    zones,
    status,
    toWork: contact.toWork,
    holds: holds.map(({ kind, startsOn, endsOn }) => ({ kind, startsOn, endsOn })),
    words: words.map(({ said, channel, scope, at }) => ({ said, channel, scope, at })),
    history: history
      .filter(({ at }) => at <= contact.at)
      .map(({ at, channel, result, by, invited }) => ({ at, channel, result, by, invited })),
    ...(contact.purpose === 'collect'
      ? {
          business: {
            items: business.debts.length,
            credits: business.credits.map(amountOf),
            unposted: business.unposted.map(amountOf),
            promises: business.promises.map(({ waiting, currency, lastDay }) => ({
              ...amountOf({ currency, amount: waiting }),
              lastDay,
            })),
            mails: business.mails.length,
          },
        }
      : {}),
  };
}

function amountOf({ currency, amount }: { currency: string; amount: bigint }) {
  return { currency, minor: amount.toString() };
}
