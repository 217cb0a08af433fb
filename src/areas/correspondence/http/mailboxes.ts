/** Boxes over the wire: registered, looked at, closed; mails that lie in files. */
import { id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { type Served, serve, serveUpload } from '#platform/http/serve.ts';
import { newId } from '#platform/ids.ts';
import { closeBox, registerBox } from '../actions/mailbox/register-box.ts';
import { secretPurpose, signedIn } from '../answers/mailbox/box-sources.ts';
import { fetchMails, mostMailBytes, takeIn } from '../answers/mailbox/fetch-mails.ts';
import { tryBox } from '../answers/mailbox/try-box.ts';
import { remedyOf, wireBox } from '../answers/mailbox/wire.ts';
import * as contract from '../contract/mailboxes.ts';
import { type BoxServer, boxesOf } from '../store/mailbox/boxes.ts';
import { companyOfBox, visibleBox } from './whose-mail.ts';

export const mailboxRoutes: readonly Served[] = [
  serve(contract.mailboxes, async ({ desk, session }) => {
    const boxes = await boxesOf(desk.db, visibleCompanies(session));
    return accept({ rows: boxes.map((box) => wireBox(box, session.language)) });
  }),
  serve(contract.registerMailbox, async ({ body, desk, session, perform }) => {
    const company = companyOfBox(session, body.company);
    if (!company.ok) return company;
    if (desk.seal === undefined) return refuse('mailbox.no_key');
    const secret = secretOf(body);
    if (!secret.ok) return secret;
    const mailboxId = newId();
    const sealed = desk.seal.close(JSON.stringify(secret.value), secretPurpose(mailboxId));
    const { name, address, answerMinutes } = body;
    return perform('correspondence.register_box', `mails of ${address}`, (context) =>
      registerBox(context, {
        mailboxId,
        companyId: company.value,
        name,
        address: address.toLowerCase(),
        server: serverOf(body),
        answerMinutes,
        sealed,
      }),
    );
  }),
  serve(
    contract.testMailbox,
    async ({ body, session }) => {
      const secret = secretOf(body);
      if (!secret.ok) return secret;
      const tried = await tryBox(signedIn(serverOf(body), secret.value));
      const { problem } = tried;
      const remedy = problem === null ? null : remedyOf(problem, session.language);
      return accept({ ...tried, remedy });
    },
    { dryRun: false },
  ),
  serve(contract.closeMailbox, async ({ params, body, desk, session, perform }) => {
    const box = await visibleBox(desk.db, session, params.mailboxId);
    if (!box.ok) return box;
    return perform('correspondence.close_box', body.reason, (context) =>
      closeBox(context, id(params.mailboxId)),
    );
  }),
  serve(
    contract.fetchMailbox,
    async ({ params, desk, session }) => {
      const box = await visibleBox(desk.db, session, params.mailboxId);
      if (!box.ok) return box;
      const by = { actor: session.actor, reason: 'somebody asked for new mail' };
      const [run] = await fetchMails(desk, by, { only: box.value.mailboxId });
      const { taken = 0, known = 0, problem = null, detail = null } = run ?? {};
      return accept({ taken, known, problem, detail });
    },
    { dryRun: false },
  ),
  serveUpload(contract.addMails, async ({ params, files, desk, session, wire }) => {
    const box = await visibleBox(desk.db, session, params.mailboxId);
    if (!box.ok) return box;
    const large = files.find(({ bytes }) => bytes.length > mostMailBytes);
    const limit = mostMailBytes / 1_000_000;
    if (large) return refuse('mailbox.too_large', { file: large.name, limit });
    const by = { actor: session.actor, reason: `${files.length} mails from files` };
    const rows = [];
    for (const { name, bytes } of wire.dryRun ? [] : files) {
      const mail = { raw: bytes, head: bytes, bytes: bytes.length, receivedAt: null };
      const taken = await takeIn(desk, { box: box.value, mail, at: null }, by);
      rows.push({ file: name, ...taken });
    }
    return accept({ rows });
  }),
];

/** A refresh token is worth the whole box: it travels by TLS, or stays on this machine. */
const safeToken = /^https:\/\/|^http:\/\/(?:127\.0\.0\.1|localhost)[:/]/u;

type Registering = BodyOf<typeof contract.registerMailbox>;

function serverOf(body: Registering): BoxServer {
  const { host, port, secure, user, folder, tokenUrl, clientId } = body;
  const place = { host, port, secure, user, folder };
  return tokenUrl === undefined || clientId === undefined
    ? { ...place, signIn: 'password' }
    : { ...place, signIn: 'oauth2', tokenUrl, clientId };
}

/** A password, or a token with everything that it needs; both or neither is refused. */
function secretOf({
  password,
  tokenUrl,
  clientId,
  refreshToken,
  clientSecret,
}: Registering): Outcome<
  Readonly<Record<string, string>>,
  'mailbox.secret_missing' | 'mailbox.token_not_https'
> {
  if (tokenUrl !== undefined && !safeToken.test(tokenUrl)) return refuse('mailbox.token_not_https');
  const hosted = tokenUrl !== undefined && clientId !== undefined && refreshToken !== undefined;
  if (hosted && password === undefined) {
    return accept({ refreshToken, ...(clientSecret === undefined ? {} : { clientSecret }) });
  }
  const part = tokenUrl ?? clientId ?? refreshToken ?? clientSecret;
  if (password === undefined || part !== undefined) return refuse('mailbox.secret_missing');
  return accept({ password });
}
