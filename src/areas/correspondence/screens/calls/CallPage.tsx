/**
 * The call screen: whom and whether, why and what for, what to say, what came of it. Dialing
 * asks the gate; a call that it forbids is not offered.
 */
import { useState } from 'react';
import type { CallContact, CallPrep } from '#areas/correspondence/contract/calls.ts';
import { instant } from '#kernel/instant.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useKeys } from '#web/ui/keys.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { words as areaWords } from '../../words.ts';
import { Anyway } from './Anyway.tsx';
import { type Begun, usePrep, useStart } from './call-data.ts';
import { CallFacts } from './CallFacts.tsx';
import { CallHead } from './CallHead.tsx';
import { Letters } from './Letters.tsx';
import { Outcomes } from './Outcomes.tsx';
import { Script } from './Script.tsx';
import { Timer } from './Timer.tsx';
import { words } from './words.ts';

type Props = {
  accountId: string;
  /** Why the day's list has the account. */
  why?: string | undefined;
  onNext: () => void;
  onBack: () => void;
};

export function CallPage({ accountId, why, onNext, onBack }: Props) {
  const t = useWords(words);
  const whyFailed = useWhy();
  const prep = usePrep(accountId);
  if (prep.isError && prep.data === undefined) {
    return (
      <Page title={t('call')}>
        <Failed why={whyFailed(prep.error)} onRetry={() => void prep.refetch()} />
      </Page>
    );
  }
  if (prep.data === undefined) {
    return (
      <Page title={t('call')}>
        <Bones lines={12} gap={12} />
      </Page>
    );
  }
  return <Calling key={accountId} {...{ accountId, why, onNext, onBack }} prep={prep.data} />;
}

function Calling({ accountId, prep, why, onNext, onBack }: Props & { prep: CallPrep }) {
  const t = useWords(words);
  const [picked, setPicked] = useState<string | null>(null);
  const [left] = useState(() => unfinishedOf(prep));
  const [begun, setBegun] = useState<Begun | null>(left);
  const contact =
    prep.contacts.find(({ contactId }) => contactId === picked) ?? prep.contacts.at(0);
  useKeys([{ key: 'Escape', phrase: t('back'), run: onBack, group: 'go' }]);
  return (
    <Page
      title={t('call_to', { name: prep.account.name })}
      sub={prep.account.number}
      actions={
        <Dial {...{ accountId, contact, begun, onNext }} step={prep.step} onBegun={setBegun} />
      }
      asideLabel={t('script')}
      folds
      aside={
        <div className="flex flex-col gap-5">
          <Script script={prep.script} language={contact?.language ?? prep.account.language} />
          <Letters letters={prep.letters} />
        </div>
      }
    >
      {left !== null && <Unfinished prep={prep} />}
      <CallHead prep={prep} contact={contact} onPick={setPicked} />
      <CallFacts prep={prep} why={why} />
      <Outcomes
        {...{ accountId, prep, contact, begun }}
        direction={prep.unfinished?.direction ?? 'out'}
        onEnded={onNext}
      />
    </Page>
  );
}

/** A call without an end goes on where it was left. */
function unfinishedOf({ unfinished }: CallPrep): Begun | null {
  if (unfinished === null) return null;
  return { callId: unfinished.callId, at: Date.parse(instant(unfinished.startedAt)) };
}

function Unfinished({ prep }: { prep: CallPrep }) {
  const t = useWords(words);
  const figures = useFigures();
  if (prep.unfinished === null) return null;
  const { person, startedAt } = prep.unfinished;
  return (
    <p role="status" className="mb-3 rounded-md bg-warn-soft px-3 py-1.5 text-warn">
      {t('unfinished', { person, at: figures.time(startedAt) })}
    </p>
  );
}

type DialProps = {
  accountId: string;
  contact: CallContact | undefined;
  step: string | null;
  begun: Begun | null;
  onBegun: (begun: Begun) => void;
  onNext: () => void;
};

function Dial({ accountId, contact, step, begun, onBegun, onNext }: DialProps) {
  const t = useWords(words);
  const may = useMay();
  const start = useStart(accountId, onBegun);
  const because = may('calls.make') ?? whyNot(contact, t('no_number'), t('not_ok'));
  const dial = (override?: string): void => {
    if (contact === undefined || start.isPending) return;
    const { contactId } = contact;
    start.mutate({ contactId, stepKey: step, ...(override === undefined ? {} : { override }) });
  };
  useKeys([
    ...(because === undefined && begun === null
      ? [{ key: 'c', phrase: t('begin'), run: () => dial() }]
      : []),
    { key: 'n', phrase: t('skip'), run: onNext },
  ]);
  return (
    <>
      <RefusalNote error={start.error} words={areaWords} />
      {begun !== null && <Timer since={begun.at} />}
      {begun === null && contact?.overridable === true && may('calls.override') === undefined && (
        <Anyway onCall={dial} />
      )}
      {begun === null && (
        <Button
          tone="main"
          keys="c"
          because={because}
          busy={start.isPending}
          onClick={() => dial()}
        >
          {t('begin')}
        </Button>
      )}
      <Button keys="n" onClick={onNext}>
        {t('skip')}
      </Button>
    </>
  );
}

function whyNot(
  contact: CallContact | undefined,
  noNumber: string,
  notNow: string,
): string | undefined {
  if (contact === undefined || contact.number === null) return noNumber;
  if (contact.allowed) return undefined;
  return `${notNow}: ${contact.reasons.map(({ text }) => text).join(' ')}`;
}
