/** What speaks for and against: the bank's line, what was said with our numbers lit, the rest. */
import type { WireRemittanceRow } from '#areas/cash/contract/receipts.ts';
import { checkImage } from '#areas/cash/contract/deposits.ts';
import { hrefOf } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import type { Board } from './board-data.ts';
import { methodWords, rejectionWords, words } from './words.ts';

export function Evidence({ data }: { data: Board }) {
  const t = useWords(words);
  const figures = useFigures();
  const language = useLanguage();
  const { receipt } = data;
  return (
    <div className="grid gap-4">
      <section>
        <h2 className="mb-1.5">{t('bank_line')}</h2>
        <KeyValue
          plain
          facts={[
            {
              name: t('amount'),
              value: <Amount value={receipt.amount} currency={receipt.currency} named />,
            },
            { name: t('payer'), value: receipt.payerName || t('nobody') },
            { name: t('how'), value: methodWords[receipt.method][language] },
            { name: t('received'), value: figures.day(receipt.receivedOn) },
            receipt.reference !== '' && { name: t('reference'), value: receipt.reference },
            data.payerAccount !== '' && { name: t('payer_account'), value: data.payerAccount },
          ]}
        />
      </section>
      <section>
        <h2 className="mb-1.5">{t('said')}</h2>
        {data.said === '' ? (
          <p className="text-ink-2">{t('said_nothing')}</p>
        ) : (
          <p className="break-words whitespace-pre-wrap">
            <Lit text={data.said} marks={data.references} />
          </p>
        )}
        {data.remittance.length > 0 && <Remitted data={data} />}
      </section>
      <Pictures data={data} />
      <Rejected data={data} />
      {data.policyVersion !== null && (
        <p className="text-sm text-ink-3">{t('decided_by', { version: data.policyVersion })}</p>
      )}
    </div>
  );
}

/** A text with the numbers that are ours lit. */
function Lit({ text, marks }: { text: string; marks: readonly string[] }) {
  const wanted = new Set(marks.map((mark) => mark.toUpperCase()));
  return text.split(/([A-Za-z0-9./-]+)/u).map((part, at) =>
    wanted.has(part.toUpperCase()) ? (
      <mark key={at} className="rounded-sm bg-accent-soft px-0.5 text-ink">
        {part}
      </mark>
    ) : (
      part
    ),
  );
}

function Remitted({ data }: { data: Board }) {
  const t = useWords(words);
  const { currency } = data.receipt;
  const shown = data.remittance.slice(0, 60);
  return (
    <ul aria-label={t('rows')} className="mt-2 grid gap-0.5">
      {shown.map((row: WireRemittanceRow, at) => (
        <li key={`${row.reference} ${at}`} className="flex justify-between gap-3">
          <Lit text={row.reference} marks={data.references} />
          {row.paid !== undefined && <Amount value={row.paid} currency={currency} />}
        </li>
      ))}
    </ul>
  );
}

/** The check as it was photographed. */
function Pictures({ data: { pictures, receipt } }: { data: Board }) {
  const t = useWords(words);
  const { company } = receipt;
  return pictures.map(({ depositId, itemNo, side }) => (
    <section key={side}>
      <h2 className="mb-1.5">{t(`picture_${side}`)}</h2>
      <a
        href={hrefOf(checkImage, { params: { depositId, itemNo, side }, query: { company } })}
        target="_blank"
        rel="noreferrer"
      >
        <img
          src={hrefOf(checkImage, {
            params: { depositId, itemNo, side },
            query: { company, as: 'png' },
          })}
          alt={`${t(`picture_${side}`)} ${receipt.reference}`}
          className="w-full rounded-md border border-line bg-sunk"
        />
      </a>
    </section>
  ));
}

function Rejected({ data }: { data: Board }) {
  const t = useWords(words);
  const language = useLanguage();
  const phrases = new Map(Object.entries(rejectionWords));
  if (data.rejected.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1.5">{t('rejected')}</h2>
      <ul className="grid gap-0.5 text-sm">
        {data.rejected.slice(0, 12).map(({ document, because }) => (
          <li key={`${document} ${because}`}>
            <b className="font-[600]">{document}</b>{' '}
            <span className="text-ink-2">{phrases.get(because)?.[language]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
