/**
 * How mail goes out, as the environment says it: the server, the sender, the sign-in, the seal.
 *
 * Without any of it nothing is sent. What belongs together is set up whole or not at all, and
 * what is wrong is said without any secret.
 */
import { readFileSync } from 'node:fs';
import type { DkimSettings, MailSettings, OAuth2Settings } from './mailer.ts';

type Env = Readonly<Record<string, string | undefined>>;
type Read = { readonly settings: MailSettings | undefined; readonly problems: readonly string[] };

const sealing = ['MAIL_DKIM_DOMAIN', 'MAIL_DKIM_SELECTOR', 'MAIL_DKIM_KEY'] as const;
const signingIn = [
  'SMTP_OAUTH_USER',
  'SMTP_OAUTH_CLIENT_ID',
  'SMTP_OAUTH_CLIENT_SECRET',
  'SMTP_OAUTH_REFRESH_TOKEN',
] as const;

/** Reads the settings, and the key of the seal from its file. */
export function readMail(env: Env): Read {
  const problems: string[] = [];
  const value = (name: string): string => env[name]?.trim() ?? '';
  const smtpUrl = value('SMTP_URL');
  const mailFrom = value('MAIL_FROM');
  if (smtpUrl !== '' && !isServer(smtpUrl)) {
    problems.push('SMTP_URL: is no mail server; write smtps://name:password@host:465');
  }
  if (mailFrom !== '' && !/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/u.test(mailFrom)) {
    const example = 'write ar@company.example or "AR <ar@company.example>"';
    problems.push(`MAIL_FROM: "${mailFrom}" is no sender; ${example}`);
  }
  if ((smtpUrl === '') !== (mailFrom === '')) {
    problems.push('SMTP_URL, MAIL_FROM: one without the other; set both, or neither');
  }
  const perMinute = value('MAIL_PER_MINUTE');
  if (perMinute !== '' && !/^[1-9]\d{0,5}$/u.test(perMinute)) {
    problems.push('MAIL_PER_MINUTE: write how many the server takes in a minute, 30');
  }
  const dkim = wholeOf(sealing, value, problems) ? readDkim(value, problems) : undefined;
  const oauth2 = wholeOf(signingIn, value, problems) ? readOAuth2(value) : undefined;
  if (smtpUrl === '' || problems.length > 0) return { settings: undefined, problems };
  const rate = perMinute === '' ? {} : { perMinute: Number(perMinute) };
  return { settings: { smtpUrl, mailFrom, ...rate, dkim, oauth2 }, problems };
}

function isServer(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '';
}

/** Are all of them set? Some without the others are a problem. */
function wholeOf(
  names: readonly string[],
  value: (name: string) => string,
  problems: string[],
): boolean {
  const missing = names.filter((name) => value(name) === '');
  if (missing.length === names.length) return false;
  if (missing.length > 0) problems.push(`${missing.join(', ')}: missing beside the others`);
  return missing.length === 0;
}

function readDkim(value: (name: string) => string, problems: string[]): DkimSettings | undefined {
  const file = value('MAIL_DKIM_KEY');
  try {
    return {
      domainName: value('MAIL_DKIM_DOMAIN'),
      keySelector: value('MAIL_DKIM_SELECTOR'),
      privateKey: readFileSync(file, 'utf8'),
    };
  } catch {
    problems.push(`MAIL_DKIM_KEY: ${file} cannot be read; name the file of the private key`);
    return undefined;
  }
}

function readOAuth2(value: (name: string) => string): OAuth2Settings {
  return {
    user: value('SMTP_OAUTH_USER'),
    clientId: value('SMTP_OAUTH_CLIENT_ID'),
    clientSecret: value('SMTP_OAUTH_CLIENT_SECRET'),
    refreshToken: value('SMTP_OAUTH_REFRESH_TOKEN'),
    accessUrl: value('SMTP_OAUTH_TOKEN_URL'),
  };
}
