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
const word = String.raw`[\p{Lu}\p{N}][\p{L}\p{N}&'’.-]*`;
const link = String.raw`(?:&|and|of|the|y|e|de|del|la|las|los)`;
/** A business, to the end of its sentence: "ABC about your debt" is no name. */
const business = String.raw`${word}(?:,?\s+(?:${link}\s+)*${word})*?(?=[.!]\s|[.!]$)`;

/** How one language says it. What is left when all of it is taken out is too much. */
type Wording = {
  /** Who calls, and for which business, to the end of the sentence. */
  readonly introduction: RegExp;
  /** The same, whatever follows the name of the business. */
  readonly caller: RegExp;
  readonly request: RegExp;
  /** Greetings and the day and time of the call. */
  readonly parts: readonly RegExp[];
  /** Words that carry nothing by themselves. */
  readonly empty: RegExp;
};

const english: Wording = {
  introduction: new RegExp(
    [
      // The shortest name: a greedy one would run on to the number after the next `at`.
      String.raw`\b(?:[Tt]his is|[Mm]y name is)\s+${name}?,?\s+`,
      String.raw`(?:calling\s+)?(?:from|with|of|at)\s+${business}`,
    ].join(''),
    'u',
  ),
  caller: new RegExp(
    [
      String.raw`\b(?:[Tt]his is|[Mm]y name is)\s+${name},?\s+`,
      String.raw`(?:calling\s+)?(?:from|with|of|at)\s+${word}`,
    ].join(''),
    'u',
  ),
  request: new RegExp(
    [
      String.raw`\b(?:[Pp]lease\s+|[Yy]ou (?:can|may)\s+)?(?:give (?:me|us) a call|`,
      String.raw`[Cc]ontact|[Cc]all|[Rr]each|[Ss]peak (?:to|with)|[Rr]eply to|`,
      String.raw`[Rr]eturn (?:my|this|our) call)\b`,
      String.raw`(?:\s+(?:me|us))?(?:\s+back)?`,
      String.raw`(?:\s+or\s+(?:${name}|`,
      String.raw`(?:any|one)(?: of)?(?: our)?(?: available)? representatives?))?`,
      String.raw`(?:\s+(?:back|at your convenience|between|at|on))*`,
    ].join(''),
    'u',
  ),
  parts: [
    /\b(?:hello|hi|good (?:morning|afternoon|evening))\b/giu,
    new RegExp(String.raw`(?<=^|[.,!]\s*)(?:this message is )?for ${name}(?=[.,!])`, 'gu'),
    /\b(?:today is |it is )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/giu,
    /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}* \d{1,2}(?:st|nd|rd|th)?\b/giu,
    /\b(?:at\s+)?\d{1,2}(?::\d{2})?\s*(?:a\.?m\.?|p\.?m\.?)/giu,
    /\b(?:eastern|central|mountain|pacific|[ecmp][sd]?t)(?: time)?\b/giu,
    /\b(?:good|the best|suggested) times (?:to (?:call|reach (?:me|us)) )?are\b/giu,
    /\b(?:any weekday|weekdays|today|tomorrow|until|through|to|from|before|after)\b/giu,
  ],
  empty:
    /\b(?:at|on|or|and|between|me|us|back|any ?time|thank you|thanks|(?:our|the) number is)\b/giu,
};

/** `\b` knows no accents: a Spanish word ends where no letter follows. */
const spanish: Wording = {
  introduction: new RegExp(
    [
      String.raw`(?<!\p{L})(?:[Ll]es? (?:habla|llama|saluda)|[Hh]abla|[Ss]oy|`,
      String.raw`[Mm]i nombre es|[Mm]e llamo)`,
      String.raw`\s+${name}?,?\s+(?:les?\s+(?:llamo|hablo)\s+)?`,
      String.raw`(?:de parte de|en nombre de|desde|de|con)\s+${business}`,
    ].join(''),
    'u',
  ),
  caller: new RegExp(
    [
      String.raw`(?<!\p{L})(?:[Ll]es? (?:habla|llama|saluda)|[Hh]abla|[Ss]oy|`,
      String.raw`[Mm]i nombre es|[Mm]e llamo)\s+${name},?\s+(?:les?\s+(?:llamo|hablo)\s+)?`,
      String.raw`(?:de parte de|en nombre de|desde|de|con)\s+${word}`,
    ].join(''),
    'u',
  ),
  request: new RegExp(
    [
      String.raw`(?<!\p{L})(?:[Pp]or favor,?\s+|(?:[Ll]e\s+)?[Aa]grade(?:cer[ée]|zco)\s+que\s+)?`,
      String.raw`(?:[Ll]l[áa]me(?:me|nos)|(?:me|nos) (?:llame|devuelva la llamada|contacte)|`,
      String.raw`[Dd]evu[ée]lva(?:me|nos) la llamada|[Cc]ont[áa]cte(?:me|nos)|`,
      String.raw`[Cc]omun[íi]quese (?:conmigo|con nosotros|con ${name}?))`,
      String.raw`(?!\p{L})(?:\s+o (?:a|con) (?:${name}|cualquiera de nuestros representantes))?`,
      String.raw`(?:,?\s+por favor(?!\p{L}))?(?:\s+(?:cuando (?:guste|pueda|le convenga)|al|en el)`,
      String.raw`(?!\p{L}))*`,
    ].join(''),
    'u',
  ),
  parts: [
    /(?<!\p{L})(?:hola|buen(?:os|as)? (?:d[íi]as?|tardes?|noches?))(?!\p{L})/giu,
    new RegExp(String.raw`(?<=^|[.,!]\s*)(?:este mensaje es )?para ${name}(?=[.,!])`, 'gu'),
    /(?<!\p{L})(?:hoy es |es )?(?:lunes|martes|mi[ée]rcoles|jueves|viernes)(?!\p{L})/giu,
    /(?<!\p{L})(?:hoy es |es )?(?:s[áa]bado|domingo)(?!\p{L})/giu,
    /(?<!\p{L})\d{1,2} de (?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)\p{L}*/giu,
    /(?<!\p{L})(?:a las? )?\d{1,2}(?::\d{2})?\s*(?:a\.?\s?m\.?|p\.?\s?m\.?)(?!\p{L})/giu,
  ],
  empty: new RegExp(
    [
      String.raw`(?<!\p{L})(?:(?:nuestro|mi|el) (?:n[úu]mero|tel[ée]fono) es|(?:muchas )?gracias|`,
      String.raw`por favor|cuando guste|entre|al|en|el|o|y)(?!\p{L})`,
    ].join(''),
    'giu',
  ),
};

/** Why a message is more, or less, than limited content. */
export type Excess =
  | 'not_voicemail'
  | 'not_for_consumer'
  | 'business_name'
  | 'missing_field'
  | 'extra_content';

/** What keeps the message from being limited content; undefined when it is no communication. */
export function excessOf(message: Voicemail): Excess | undefined {
  if (message.channel !== 'voicemail') return 'not_voicemail';
  if (!message.forConsumer) return 'not_for_consumer';
  if (message.businessNameIndicatesDebtCollection) return 'business_name';
  const { text } = message;
  if ([english, spanish].some((wording) => saysNothingElse(text, wording))) return undefined;
  const isTold = tells.test(text) || [english, spanish].some((wording) => saysAll(text, wording));
  return isTold ? 'extra_content' : 'missing_field';
}

/** One of these, and a stranger who listens knows of a debt. */
const tells = new RegExp(
  [
    String.raw`\$|\b(?:debts?|owe[ds]?|balances?|past.due|overdue|invoices?|bills?|accounts?|`,
    String.raw`pay(?:ment|ments|able)?|collect(?:ion|ions|or|ors)?|`,
    String.raw`deudas?|debe|saldos?|facturas?|pagos?|pagar|cuentas?|cobr\p{L}+|vencid[oa]s?)\b`,
  ].join(''),
  'iu',
);

/** Who for whom, the wish and the number all stand in one language, whatever stands beside. */
function saysAll(text: string, { caller, request }: Wording): boolean {
  return caller.test(text) && request.test(text) && telephone.test(text);
}

/** One language from the first word to the last: whatever the other one says is left over. */
function saysNothingElse(text: string, wording: Wording): boolean {
  const introduced = wording.introduction.exec(text);
  if (!introduced) return false;
  let rest = text.replace(introduced[0], ' ');
  const asked = wording.request.exec(rest);
  const number = telephone.exec(rest);
  if (!asked || !number) return false;
  rest = rest.replace(number[0], ' ').replace(asked[0], ' ');
  for (const part of [...wording.parts, wording.empty]) rest = rest.replaceAll(part, ' ');
  return rest.replaceAll(/[\s.,;:!¡–-]+/gu, '') === '';
}
