/** What stands in a plan: its instalments, debts, signatures, autopay, versions and history. */
import type { ReactNode } from 'react';
import { planAgreement, planPaper, type WireWholePlan } from '#areas/promises/contract/plans.ts';
import { hrefOf } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { PlanSchedule } from './PlanSchedule.tsx';
import type { PlanFormName } from './PlanForms.tsx';
import { planTones } from './plan-tones.ts';
import { words } from './words.ts';

type Props = { plan: WireWholePlan };

export function PlanBody({ plan, onForm }: Props & { onForm: (form: PlanFormName) => void }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <div className="grid gap-6">
      <PlanSchedule plan={plan} />
      <Part name={t('debts')}>
        {plan.items.map((item) => (
          <li key={`${item.itemId} ${item.kind}`} className="flex flex-wrap gap-x-3">
            <span className="min-w-0 flex-1 truncate">
              {item.document} <span className="text-sm text-ink-3">{t(`kind_${item.kind}`)}</span>
            </span>
            <span className="text-sm text-ink-2">
              {t('open_of', {
                open: figures.amount(item.open, plan.currency),
                covered: figures.amount(item.covered, plan.currency),
              })}
            </span>
          </li>
        ))}
      </Part>
      <Agreement plan={plan} />
      <Mandates plan={plan} onForm={onForm} />
      <Part name={t('versions')}>
        {plan.versions.toReversed().map(({ version, kind, on, by, reason }) => (
          <li key={version} className="text-sm">
            <span className="text-ink-3">{figures.day(on)}</span>{' '}
            {t('version_line', { no: version, kind: t(`version_${kind}`), by })}
            <span className="text-ink-2"> · {reason}</span>
          </li>
        ))}
      </Part>
      <Happened plan={plan} />
    </div>
  );
}

function Happened({ plan }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <Part name={t('happened')}>
      {plan.agedAnew.map(({ from, at }) => (
        <li key={at} className="text-sm">
          {t('aged_anew', { day: figures.day(from) })}
        </li>
      ))}
      {plan.history.toReversed().map(({ state, on, paid, recordedAt, reason }) => (
        <li
          key={`${recordedAt} ${state}`}
          className="flex flex-wrap items-baseline gap-x-3 text-sm"
        >
          <span className="text-ink-3">{figures.day(on)}</span>
          <Tag tone={planTones[state]}>{t(`state_${state}`)}</Tag>
          <span className="min-w-0 flex-1 text-ink-2">{reason}</span>
          <Amount value={paid} currency={plan.currency} />
        </li>
      ))}
    </Part>
  );
}

function Agreement({ plan }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const { accountId, planId, signatures } = plan;
  const params = { accountId, planId };
  return (
    <section className="grid gap-1.5">
      <h2>{t('agreement')}</h2>
      <p className="flex flex-wrap gap-x-4 text-sm">
        {(['en', 'es'] as const).map((language) => (
          <a
            key={language}
            className="link"
            href={hrefOf(planAgreement, { params, query: { language } })}
          >
            {t(`agreement_${language}`)}
          </a>
        ))}
        {signatures.some(({ hasPaper }) => hasPaper) && (
          <a className="link" href={hrefOf(planPaper, { params })} download>
            {t('paper')}
          </a>
        )}
      </p>
      {signatures.length === 0 && <p className="text-sm text-ink-3">{t('not_signed')}</p>}
      {signatures.map(({ version, how, name, at, sha256, ip, userAgent }) => (
        <div key={version} className="text-sm">
          <p>{t('signed_line', { name, how, at: figures.moment(at) })}</p>
          <details className="text-ink-2">
            <summary className="cursor-pointer">{t('proof', { version })}</summary>
            <p className="break-all">SHA-256 {sha256}</p>
            <p className="break-all">
              {ip} · {userAgent}
            </p>
          </details>
        </div>
      ))}
    </section>
  );
}

function Mandates({ plan, onForm }: Props & { onForm: (form: PlanFormName) => void }) {
  const t = useWords(words);
  const figures = useFigures();
  const may = useMay();
  return (
    <Part name={t('mandates')}>
      {plan.mandates.map((mandate) => (
        <li key={mandate.mandateId} className="flex flex-wrap items-baseline gap-x-3 text-sm">
          <span>{t(`mandate_${mandate.method}`)}</span>
          <span className="min-w-0 flex-1">
            {t('mandate_line', {
              institution: mandate.institution,
              last: mandate.lastFour,
              by: mandate.givenBy,
              day: figures.day(mandate.givenOn),
            })}
          </span>
          {mandate.endedOn !== null ? (
            <span className="text-ink-3">
              {t('mandate_ended', { day: figures.day(mandate.endedOn) })}
            </span>
          ) : (
            may('promises.make') === undefined && (
              <button
                type="button"
                className="link no-print"
                onClick={() => onForm({ end: mandate.mandateId })}
              >
                {t('mandate_end')}
              </button>
            )
          )}
        </li>
      ))}
    </Part>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  const empty = Array.isArray(children) && children.flat().length === 0;
  if (empty) return null;
  return (
    <section>
      <h2 className="mb-1.5">{name}</h2>
      <ul className="grid gap-1.5">{children}</ul>
    </section>
  );
}
