/**
 * Whether one person may be reached by one channel now, for the forms that write to them: the
 * answer of the gate, what they said of the channel, and with `w` every rule behind it.
 */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mayContact } from '#areas/compliance/contract/gate.ts';
import type { WireConsent } from '#areas/compliance/contract/standing.ts';
import type { Channel, Purpose } from '#areas/compliance/rules/contact.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useKeys } from '#web/ui/keys.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { ChannelRow } from './ChannelList.tsx';
import { useCompliance } from './standing.ts';
import { words } from './words.ts';

type Props = {
  accountId: string;
  contactId: string;
  /** The number or address that is meant, as the contact has it. */
  address: string;
  channel: Channel;
  purpose: Purpose;
};

export function MayContact({ accountId, contactId, address, channel, purpose }: Props) {
  const t = useWords(words);
  const [full, setFull] = useState(false);
  const turn = (): void => setFull(!full);
  useKeys([{ key: 'w', phrase: t('why'), run: turn }]);
  const answer = useQuery({
    queryKey: ['account', accountId, 'may-contact', contactId, channel, purpose],
    enabled: contactId !== '',
    queryFn: ({ signal }) =>
      call(mayContact, { params: { accountId }, query: { contactId, channel, purpose }, signal }),
  });
  if (answer.data === undefined) return <Bones lines={2} />;
  const row = { ...answer.data, channel, contactId, contactName: null, address };
  return (
    <section aria-label={t('compliance')} className="rounded-md bg-sunk px-3 py-2">
      <ul>
        <ChannelRow row={row} full={full} />
      </ul>
      <p className="mt-1 flex items-center gap-2 text-sm text-ink-2">
        <Consent accountId={accountId} channel={channel} address={address} />
        <Button tone="quiet" keys="w" aria-expanded={full} onClick={turn}>
          {t('why')}
        </Button>
      </p>
    </section>
  );
}

type Asked = Pick<Props, 'accountId' | 'channel' | 'address'>;

/** The last word about this number, or about every number of the channel. */
function Consent({ accountId, channel, address }: Asked) {
  const t = useWords(words);
  const figures = useFigures();
  const known = useCompliance(accountId);
  if (known.data === undefined) return <span className="min-w-0 flex-1" />;
  const counting = known.data.consents.filter((each) => each.counts && each.channel === channel);
  const said = counting.find((each) => isAbout(each, address)) ?? counting.find(isAboutAll);
  return (
    <span className={`min-w-0 flex-1 ${said?.said === 'no' ? 'text-stop' : ''}`}>
      {said === undefined
        ? t('consent_none')
        : t('consent_on', {
            said: t(`said_${said.said}`),
            day: figures.day(said.at),
            source: said.source,
          })}
    </span>
  );
}

const isAboutAll = ({ address }: WireConsent): boolean => address === '';

/** Numbers are compared by their last ten digits, however they are written. */
function isAbout({ address }: WireConsent, wanted: string): boolean {
  if (address === '') return false;
  const digits = (text: string): string => text.replaceAll(/\D/gu, '').slice(-10);
  return address.toLowerCase() === wanted.toLowerCase() || digits(address) === digits(wanted);
}
