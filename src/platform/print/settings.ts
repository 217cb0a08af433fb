/** Who prints and mails letters, as the environment says it; without it we print them ourselves. */

export type PrinterSettings = {
  readonly apiKey: string;
  /** Another address of the provider's API, or a test's own server. */
  readonly baseUrl: string;
  readonly version: string;
  /** Of the webhook by which the provider reports; without it nothing it says is heard. */
  readonly webhookSecret: string | undefined;
  /** Printed letters are handed over by themselves after so long; undefined: people do. */
  readonly handAfterMinutes: number | undefined;
};

type Env = Readonly<Record<string, string | undefined>>;
type Read = {
  readonly settings: PrinterSettings | undefined;
  readonly problems: readonly string[];
};

const lob = 'https://api.lob.com';
/** The version of the provider's API that this was written for. */
const version = '2020-02-11';

/** Reads the settings; what is wrong is said without the key. */
export function readPrinter(env: Env): Read {
  const apiKey = env['LOB_API_KEY']?.trim() ?? '';
  const baseUrl = (env['LOB_BASE_URL']?.trim() || lob).replace(/\/+$/u, '');
  const webhookSecret = env['LOB_WEBHOOK_SECRET']?.trim() || undefined;
  const after = env['LOB_HAND_AFTER_MINUTES']?.trim() ?? '';
  if (apiKey === '') return { settings: undefined, problems: [] };
  const problems = [
    ...(/^(?:live|test)_\w+$/u.test(apiKey) ? [] : ['LOB_API_KEY: write live_… or test_…']),
    ...(isSafe(baseUrl) ? [] : [`LOB_BASE_URL: write ${lob}`]),
    ...(/^\d{0,4}$/u.test(after) ? [] : ['LOB_HAND_AFTER_MINUTES: write a number of minutes']),
  ];
  const handAfterMinutes = after === '' ? undefined : Number(after);
  const settings = { apiKey, baseUrl, version, webhookSecret, handAfterMinutes };
  return { settings: problems.length === 0 ? settings : undefined, problems };
}

/** The key never goes over an open line, but on this machine. */
function isSafe(baseUrl: string): boolean {
  const url = URL.parse(baseUrl);
  if (url === null) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === '127.0.0.1');
}
