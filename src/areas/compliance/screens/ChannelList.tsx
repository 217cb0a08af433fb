/** Each channel of an account now: allowed or not, every reason, and from when again. */
import type { WireChannelNow } from '#areas/compliance/contract/standing.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

type Props = { channels: readonly WireChannelNow[]; full?: boolean };

export function ChannelList({ channels, full = false }: Props) {
  const t = useWords(words);
  return (
    <ul className="grid gap-1.5" aria-label={t('why_channels')}>
      {channels.map((row) => (
        <ChannelRow key={`${row.channel} ${row.contactId} ${row.address}`} row={row} full={full} />
      ))}
    </ul>
  );
}

export function ChannelRow({ row, full }: { row: WireChannelNow; full: boolean }) {
  const t = useWords(words);
  const figures = useFigures();
  const { channel, allowed, reasons, nextAllowedAt, contactName } = row;
  return (
    <li className="text-sm">
      <p className="flex items-baseline gap-2">
        <span className="font-[550]">{t(`channel_${channel}`)}</span>
        <span className="min-w-0 flex-1 truncate text-ink-2">{contactName ?? ''}</span>
        {nextAllowedAt !== null && (
          <span className="text-ink-2">{t('next_at', { at: figures.moment(nextAllowedAt) })}</span>
        )}
        <Tag tone={allowed ? 'good' : 'stop'}>{t(allowed ? 'allowed' : 'blocked')}</Tag>
      </p>
      {reasons.map(({ id, text, citation }) => (
        <p key={id} className="text-ink-2">
          {text}
          {full && (
            <span className="text-ink-3">
              {' '}
              {id}
              {citation !== '' && citation !== 'policy' && ` · ${citation}`}
            </span>
          )}
        </p>
      ))}
      {full && (
        <p className="text-xs text-ink-3">{t('asked_packs', { packs: row.packs.join(', ') })}</p>
      )}
    </li>
  );
}
