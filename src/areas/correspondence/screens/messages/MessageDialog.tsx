/** A message as it went out or will: its words, what is attached, and everything that happened. */
import { useQuery } from '@tanstack/react-query';
import { accountMessage, type WireMessage } from '#areas/correspondence/contract/messages.ts';
import { call } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useServerWords } from '#web/ui/readable.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { MessageActions } from './MessageActions.tsx';
import { stateTones } from './state-words.ts';
import { words } from './words.ts';

type Props = { accountId: string; messageId: string; onClose: () => void };

export function MessageDialog({ accountId, messageId, onClose }: Props) {
  const t = useWords(words);
  const asked = useQuery({
    queryKey: ['account', accountId, 'messages', messageId],
    queryFn: ({ signal }) => call(accountMessage, { params: { accountId, messageId }, signal }),
  });
  const message = asked.data;
  if (message === undefined) {
    return (
      <Dialog title={t('messages')} shape="wide" onClose={onClose}>
        <Bones lines={6} />
      </Dialog>
    );
  }
  const to = `${message.toName} · ${message.toAddress}`;
  return (
    <Dialog title={message.subject || message.toName} sub={to} shape="wide" onClose={onClose}>
      <div className="grid gap-4">
        <p className="flex flex-wrap items-center gap-2">
          <Tag tone={stateTones[message.state]}>{t(`state_${message.state}`)}</Tag>
          <span className="text-sm text-ink-2">
            {message.state === 'unknown' ? t('found_out') : <Detail message={message} />}
          </span>
        </p>
        <MessageActions message={message} />
        <pre className="rounded-md bg-sunk p-3 font-mono text-sm whitespace-pre-wrap">
          {message.text}
        </pre>
        {message.attachments.length > 0 && (
          <div>
            <h3 className="mb-1 text-sm font-[600]">{t('attached')}</h3>
            <ul className="text-sm">
              {message.attachments.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          </div>
        )}
        <History message={message} />
      </div>
    </Dialog>
  );
}

/** Why it stands where it stands, in words where we have them. */
function Detail({ message }: { message: Pick<WireMessage, 'detail'> }) {
  const said = useServerWords(words);
  return <>{said(`why_${message.detail}`) ?? message.detail}</>;
}

function History({ message }: { message: WireMessage }) {
  const t = useWords(words);
  const said = useServerWords(words);
  const { moment } = useFigures();
  return (
    <div>
      <h3 className="mb-1 text-sm font-[600]">{t('history')}</h3>
      <ol className="grid gap-1 text-sm">
        {message.events.map((each, index) => (
          // Events are only ever added at the end, so their place is their name.
          <li key={index} className="flex flex-wrap gap-x-2">
            <span className="figures text-ink-2">{moment(each.at)}</span>
            <span>{said(`event_${each.event}`) ?? each.event}</span>
            <span className="text-ink-2">{each.actor}</span>
            {each.detail !== '' && (
              <span className="text-ink-2">{said(`why_${each.detail}`) ?? each.detail}</span>
            )}
            {each.permitId !== null && (
              <span className="figures text-ink-3">
                {t('permit', { id: each.permitId.slice(-6) })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
