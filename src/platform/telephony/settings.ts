/**
 * How the desk dials and texts, as the environment says it.
 *
 * Without any of it a call is dialed by `tel:` and no text is sent. A provider is set up whole
 * or not at all: half an account would refuse every text at night.
 */

export type TextSettings = {
  readonly accountSid: string;
  readonly authToken: string;
  /** A number in E.164, or a messaging service (`MG…`). */
  readonly from: string;
  /** Another address of the provider's API: its region, or a test's own server. */
  readonly baseUrl: string | undefined;
  /** Where the provider reaches this desk; what it signs begins with it. */
  readonly publicUrl: string;
};

export type TelephonySettings = {
  /** `tel:{number}`, `sip:{number}@pbx.example`, a dialer's own address. */
  readonly dialLink: string;
  /** Our own number, which is said on a voicemail. */
  readonly callerNumber: string | undefined;
  readonly texts: TextSettings | undefined;
};

type Env = Readonly<Record<string, string | undefined>>;
type Read = { readonly settings: TelephonySettings; readonly problems: readonly string[] };

const texting = [
  'TWILIO_ACCOUNT_SID',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_FROM',
  'DUNLIN_PUBLIC_URL',
] as const;

/** Reads the settings; what is wrong is said without any secret. */
export function readTelephony(env: Env): Read {
  const problems: string[] = [];
  const value = (name: string): string => env[name]?.trim() ?? '';
  const fit = (name: string, pattern: RegExp, example: string): string => {
    const text = value(name);
    if (text !== '' && !pattern.test(text)) problems.push(`${name}: write ${example}`);
    return text;
  };
  const dialLink = fit(
    'DUNLIN_DIAL_LINK',
    /^(?:tel:|sips?:|callto:|https:\/\/)\S*\{number\}\S*$/u,
    'tel:{number}, sip:{number}@pbx.example or an https address with {number}',
  );
  const callerNumber = fit('DUNLIN_CALLER_NUMBER', /^\+?[\d\s().-]{7,20}$/u, '512-555-0142');
  const accountSid = fit('TWILIO_ACCOUNT_SID', /^AC[0-9a-f]{32}$/iu, 'AC and 32 digits');
  const from = fit('TWILIO_FROM', /^(?:\+\d{8,15}|MG[0-9a-f]{32})$/iu, '+15125550142 or MG…');
  const publicUrl = fit('DUNLIN_PUBLIC_URL', /^https?:\/\/\S+$/u, 'https://desk.example');
  const baseUrl = fit('TWILIO_BASE_URL', /^https?:\/\/\S+$/u, 'https://api.twilio.com');
  const missing = texting.filter((name) => value(name) === '');
  // Our own address may stand without a provider.
  const begun = texting.slice(0, 3).some((name) => value(name) !== '');
  if (begun && missing.length > 0) problems.push(`${missing.join(', ')}: missing for texts`);
  const texts = {
    accountSid,
    authToken: value('TWILIO_AUTH_TOKEN'),
    from,
    baseUrl: baseUrl === '' ? undefined : baseUrl.replace(/\/+$/u, ''),
    publicUrl: publicUrl.replace(/\/+$/u, ''),
  };
  return {
    settings: {
      dialLink: dialLink === '' ? 'tel:{number}' : dialLink,
      callerNumber: callerNumber === '' ? undefined : callerNumber,
      texts: missing.length === 0 ? texts : undefined,
    },
    problems,
  };
}
