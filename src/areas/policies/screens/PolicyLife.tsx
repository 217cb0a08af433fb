/** The versions of a policy, newest first: where each stands, what was done, what one may do. */
import { useState } from 'react';
import type { WirePolicyHistory } from '#areas/policies/contract/policies.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useToday } from '#web/ui/language.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { LifeForm } from './LifeForm.tsx';
import { type LifeAct, useAttest } from './life-data.ts';
import { StateTag } from './StateTag.tsx';
import { words } from './words.ts';

type Version = WirePolicyHistory['versions'][number];
type Props = {
  versions: readonly Version[];
  /** The version whose text is shown. */
  shown: number | null;
  onShow: (version: Version) => void;
};

export function PolicyLife({ versions, shown, onShow }: Props) {
  const t = useWords(words);
  const [asked, setAsked] = useState<{ version: Version; act: LifeAct } | null>(null);
  return (
    <section>
      <h2 className="mb-1.5">{t('life')}</h2>
      <ul className="grid gap-2">
        {versions.map((version) => (
          <li key={version.version} className="rounded-lg border border-line px-3 py-2">
            <OneVersion
              version={version}
              isShown={version.version === shown}
              onShow={() => onShow(version)}
              onAsk={(act) => setAsked({ version, act })}
            />
          </li>
        ))}
      </ul>
      {asked !== null && <LifeForm {...asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

type OneProps = {
  version: Version;
  isShown: boolean;
  onShow: () => void;
  onAsk: (act: LifeAct) => void;
};

function OneVersion({ version, isShown, onShow, onAsk }: OneProps) {
  const t = useWords(words);
  const figures = useFigures();
  const today = useToday();
  const { state, from, by, at, reason } = version;
  const isComing = state === 'published' && from !== null && from > today;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-2">
        <span className="font-[600]">{t('version', { version: version.version })}</span>
        <StateTag version={version} />
        <span className="flex-1" />
        {!isShown && (
          <button
            type="button"
            className="link text-sm"
            aria-label={t('show', { version: version.version })}
            onClick={onShow}
          >
            {t('show', { version: version.version })}
          </button>
        )}
      </p>
      <p className="mt-0.5 text-sm text-ink-2 text-pretty">
        {t('written_by', { by, day: figures.day(at), reason })}
      </p>
      <Acts version={version} />
      {state === 'published' && !isComing && <Readers version={version} />}
      <WhatMayBeDone version={version} onAsk={onAsk} />
    </>
  );
}

function Acts({ version }: { version: Version }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <ul className="mt-1 grid gap-0.5 text-sm text-ink-2">
      {version.acts.map((act) => {
        const { kind, by, reason, passed, failed } = act;
        const day = act.on === null ? '' : figures.day(act.on);
        return (
          <li key={`${kind} ${act.at}`} className="text-pretty">
            {t(`act_${kind}`, { by, reason, passed, failed, day })}
            {act.simulationSeen === false && ` (${t('unseen')})`}
          </li>
        );
      })}
    </ul>
  );
}

function Readers({ version }: { version: Version }) {
  const t = useWords(words);
  const forbidden = useMay()('policies.attest');
  const attest = useAttest(version);
  const { attested: count, readers, attestedBy, attestedByMe } = version;
  return (
    <div className="mt-1.5 grid justify-items-start gap-1.5">
      <p className="text-sm" title={attestedBy.join(', ')}>
        {t('attested', { count, readers })}
      </p>
      {!attestedByMe && forbidden === undefined && (
        <Button busy={attest.isPending} onClick={() => attest.mutate()}>
          {t('attest', { version: version.version })}
        </Button>
      )}
      <RefusalNote error={attest.error} words={areaWords} />
    </div>
  );
}

function WhatMayBeDone({ version, onAsk }: { version: Version; onAsk: (act: LifeAct) => void }) {
  const t = useWords(words);
  const may = useMay();
  const { state, mine } = version;
  const isOpen = state === 'proposed' || state === 'tested';
  const fails = state === 'proposed' ? t('fails') : undefined;
  const own = mine ? t('own') : undefined;
  const decide = may('policies.approve') ?? own;
  if (!isOpen && state !== 'approved') return null;
  return (
    <div className="no-print mt-2 flex flex-wrap gap-2">
      {isOpen && (
        <>
          <Button because={decide ?? fails} onClick={() => onAsk('approved')}>
            {t('approve')}
          </Button>
          <Button because={decide} onClick={() => onAsk('rejected')}>
            {t('reject')}
          </Button>
        </>
      )}
      {state === 'approved' && (
        <Button because={may('policies.publish')} onClick={() => onAsk('published')}>
          {t('publish')}
        </Button>
      )}
      <Button tone="quiet" because={may('policies.propose')} onClick={() => onAsk('withdrawn')}>
        {t('withdraw')}
      </Button>
      {isOpen && own !== undefined && <p className="text-sm text-ink-3">{own}</p>}
    </div>
  );
}
