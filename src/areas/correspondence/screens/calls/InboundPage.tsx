/**
 * A call that comes in: found by whatever the caller has in hand, verified, then spoken to or
 * not. Until it is known who calls, nothing of what is owed stands on the screen.
 */
import { useState } from 'react';
import type { CallPrep } from '#areas/correspondence/contract/calls.ts';
import { Button } from '#web/ui/Button.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { Bones } from '#web/ui/states.tsx';
import { type Begun, usePrep } from './call-data.ts';
import { CallFacts } from './CallFacts.tsx';
import { ClaimsList } from './Claims.tsx';
import { FindCaller } from './FindCaller.tsx';
import { Letters } from './Letters.tsx';
import { Outcomes } from './Outcomes.tsx';
import { Script } from './Script.tsx';
import { Timer } from './Timer.tsx';
import { type Taken, VerifyCaller } from './VerifyCaller.tsx';
import { words } from './words.ts';

type Props = {
  accountId: string | null;
  onPick: (accountId: string | null) => void;
  /** Back to where one was when it rang. */
  onDone: () => void;
};

export function InboundPage({ accountId, onPick, onDone }: Props) {
  const t = useWords(words);
  const prep = usePrep(accountId);
  useKeys([
    {
      key: 'Escape',
      phrase: t('back'),
      run: () => (accountId === null ? onDone() : onPick(null)),
      group: 'go',
    },
  ]);
  if (accountId === null) {
    return (
      <Page title={t('inbound')} sub={t('inbound_sub')}>
        <FindCaller onPick={onPick} />
        <ClaimsList />
      </Page>
    );
  }
  if (prep.data === undefined) {
    return (
      <Page title={t('inbound')}>
        <Bones lines={10} gap={12} />
      </Page>
    );
  }
  return <Answering key={accountId} {...{ accountId, onDone }} prep={prep.data} />;
}

type AnsweringProps = { accountId: string; prep: CallPrep; onDone: () => void };

function Answering({ accountId, prep, onDone }: AnsweringProps) {
  const t = useWords(words);
  const [taken, setTaken] = useState<(Taken & Begun) | null>(null);
  const contact = prep.contacts.find(({ contactId }) => contactId === taken?.contactId);
  const told = taken?.told === true;
  return (
    <Page
      title={t('inbound')}
      sub={`${prep.account.name} · ${prep.account.number}`}
      actions={taken === null ? undefined : <Timer since={taken.at} />}
      asideLabel={t('script')}
      folds
      aside={
        told ? (
          <div className="flex flex-col gap-5">
            <Letters letters={prep.letters} />
            <Script script={prep.script} language={contact?.language ?? prep.account.language} />
          </div>
        ) : undefined
      }
    >
      {taken === null ? (
        <VerifyCaller accountId={accountId} prep={prep} onTaken={setTaken} />
      ) : (
        <>
          <p
            role="status"
            className={`mb-4 rounded-md px-3 py-2 font-[550] ${told ? 'bg-good-soft text-good' : 'bg-stop-soft text-stop'}`}
          >
            {taken.says}
          </p>
          {told && <CallFacts prep={prep} />}
          <Outcomes
            {...{ accountId, prep, contact, told }}
            direction="in"
            begun={taken}
            onEnded={() => {
              say({ text: t('saved', { name: prep.account.name }) });
              onDone();
            }}
          />
        </>
      )}
      {taken === null && (
        <p className="mt-4">
          <Button tone="quiet" keys="Escape" onClick={onDone}>
            {t('back')}
          </Button>
        </p>
      )}
    </Page>
  );
}
