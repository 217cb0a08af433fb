/** One mail: what it asks for and why, whose it is, its thread and files, and the answer. */
import { useQuery } from '@tanstack/react-query';
import {
  oneMail,
  type WireMail,
  type WireMailPage,
} from '#areas/correspondence/contract/mailbox.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useKeys } from '#web/ui/keys.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { GivenTo } from './GivenTo.tsx';
import { LinkForm } from './LinkForm.tsx';
import { keyedIntents, useIntent, useSettle } from './mail-data.ts';
import { MailFacts } from './MailFacts.tsx';
import { Asking } from './Asking.tsx';
import { MailText } from './MailText.tsx';
import { PromiseTaken } from './PromiseTaken.tsx';
import { words } from './words.ts';

type Props = { mail: WireMail; onClose: () => void };

export function MailSheet({ mail: listed, onClose }: Props) {
  const why = useWhy();
  const { mailId } = listed;
  const known = useQuery({
    queryKey: ['mail', mailId],
    queryFn: ({ signal }) => call(oneMail, { params: { mailId }, signal }),
  });
  const { name, address } = listed.from;
  return (
    <Dialog
      shape="wide"
      title={listed.subject === '' ? address : listed.subject}
      sub={[name, address].filter((each) => each !== '').join(' · ')}
      onClose={onClose}
    >
      {known.isPending && <Bones lines={12} />}
      {known.isError && <Failed why={why(known.error)} onRetry={() => void known.refetch()} />}
      {known.data !== undefined && <Opened page={known.data} onClose={onClose} />}
    </Dialog>
  );
}

function Opened({ page, onClose }: { page: WireMailPage; onClose: () => void }) {
  const { mail } = page;
  const asksPromise = mail.intents.includes('promise') && mail.account !== null;
  const answerable = mail.account !== null && !neverAnswered.includes(mail.silent ?? '');
  return (
    <div className="grid gap-4">
      <MailFacts page={page} />
      <MailText body={page.body} findings={mail.findings} />
      <Sorting mail={mail} />
      {mail.account === null && <LinkForm page={page} />}
      {asksPromise && <PromiseTaken page={page} />}
      {answerable && <AnswerForm mail={mail} onSent={onClose} />}
      <div className="flex flex-wrap items-center gap-2">
        <Closing mail={mail} onClose={onClose} />
        <GivenTo page={page} />
        {mail.account !== null && <Asking mail={mail} />}
      </div>
      <Thread page={page} />
    </div>
  );
}

/** To these another machine would answer. */
const neverAnswered: readonly string[] = ['bounce', 'own', 'loop', 'auto_reply'];

function Sorting({ mail }: { mail: WireMail }) {
  const t = useWords(words);
  const may = useMay();
  const sort = useIntent(mail);
  useKeys(
    keyedIntents.map((intent, at) => ({
      key: String(at + 1),
      phrase: t(`intent_${intent}`),
      run: () => sort.mutate(intent),
    })),
  );
  return (
    <div role="group" aria-label={t('intents')} className="flex flex-wrap gap-1.5">
      {keyedIntents.map((intent, at) => (
        <Button
          key={intent}
          keys={String(at + 1)}
          aria-pressed={mail.intents[0] === intent}
          because={may('mail.work')}
          onClick={() => sort.mutate(intent)}
        >
          {t(`intent_${intent}`)}
        </Button>
      ))}
    </div>
  );
}

function Closing({ mail, onClose }: { mail: WireMail; onClose: () => void }) {
  const t = useWords(words);
  const may = useMay();
  const settle = useSettle(mail, { onDone: onClose });
  const to = mail.state === 'done' ? 'open' : 'done';
  useKeys([
    { key: 'n', phrase: t(to === 'done' ? 'done' : 'open_again'), run: () => settle.mutate(to) },
  ]);
  return (
    <Button
      keys="n"
      busy={settle.isPending}
      because={may('mail.work')}
      onClick={() => settle.mutate(to)}
    >
      {t(to === 'done' ? 'done' : 'open_again')}
    </Button>
  );
}

function Thread({ page }: { page: WireMailPage }) {
  const t = useWords(words);
  const figures = useFigures();
  const others = page.thread.filter(({ id }) => id !== page.mail.mailId);
  if (others.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1.5">{t('thread')}</h2>
      <ul className="grid gap-1.5 text-sm">
        {others.map(({ id, who, at, subject, body, direction, state }) => (
          <li key={id}>
            <details>
              <summary>
                {figures.day(at)} · {direction === 'out' ? `→ ${who}` : who} · {subject}
                {state === null ? '' : ` · ${state}`}
              </summary>
              <p className="mt-1 whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]">{body}</p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
