/**
 * The limited-content message of 12 CFR 1006.2(j): a voicemail that says who calls for which
 * business, asks for a reply, names a person and a number, and says nothing else. One word
 * about a debt, and it is a communication that a stranger may hear.
 */
export type Voicemail = {
  readonly channel: string;
  readonly forConsumer: boolean;
  readonly text: string;
  readonly businessNameIndicatesDebtCollection: boolean;
};

const telephone =
  /(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]\d{4}(?:\s?(?:ext\.?|x)\s?\d+)?/u;
const name = String.raw`[\p{Lu}][\p{L}'’.-]*(?:\s+[\p{Lu}][\p{L}'’.-]*)*`;
const reply = String.raw`(?:please\s+)?(?:contact|call|reach|reply to|return (?:my|this|our) call)`;

/** What may stand in it; whatever is left over is too much. */
const parts: readonly RegExp[] = [
  // Greetings and the day and time of the call.
  /\b(?:hello|hi|good (?:morning|afternoon|evening))\b/giu,
  new RegExp(String.raw`(?<=^|[.,!]\s*)(?:this message is )?for ${name}(?=[.,!])`, 'gu'),
  /\b(?:today is |it is )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/giu,
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}* \d{1,2}(?:st|nd|rd|th)?\b/giu,
  /\b(?:at\s+)?\d{1,2}(?::\d{2})?\s*(?:a\.?m\.?|p\.?m\.?)/giu,
];

const introduction = new RegExp(
  [
    // The shortest name: a greedy one would run on to the number after the next `at`.
    String.raw`\b(?:this is|my name is)\s+(${name}?),?\s+`,
    String.raw`(?:calling\s+)?(?:from|with|of|at)\s+([\p{L}\p{N}&'’.,\s-]+?)(?=[.!]\s|[.!]$)`,
  ].join(''),
  'iu',
);
const request = new RegExp(
  [
    String.raw`\b${reply}\b(?:\s+(?:me|us))?`,
    String.raw`(?:\s+or\s+(?:${name}|any (?:of our )?(?:available )?representatives?))?`,
    String.raw`(?:\s+(?:back|at your convenience|between|at|on))*`,
  ].join(''),
  'iu',
);
const empty =
  /\b(?:at|on|or|and|between|me|us|back|any ?time|thank you|thanks|(?:our|the) number is)\b/giu;

/** Is the message limited content, so that it is no communication about a debt? */
export function isLimitedContent(message: Voicemail): boolean {
  const { channel, forConsumer, businessNameIndicatesDebtCollection: telling } = message;
  if (channel !== 'voicemail' || !forConsumer || telling) return false;
  const introduced = introduction.exec(message.text);
  if (!introduced) return false;
  let rest = message.text.replace(introduced[0], ' ');
  const asked = request.exec(rest);
  const number = telephone.exec(rest);
  if (!asked || !number) return false;
  rest = rest.replace(number[0], ' ').replace(asked[0], ' ');
  for (const part of parts) rest = rest.replaceAll(part, ' ');
  return leftOver(rest) === '';
}

/** What is left when words that carry nothing by themselves are gone. */
function leftOver(text: string): string {
  return text.replaceAll(empty, ' ').replaceAll(/[\s.,;:!–-]+/gu, '');
}
