/** How each bucket came from its opening to its closing; every figure opens to its items. */
import { useQuery } from '@tanstack/react-query';
import { compareBuckets } from '#areas/reports/contract/compare.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { useBucketName } from '#web/ui/buckets.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Failed } from '#web/ui/states.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { FigureButton } from './Bridge.tsx';
import type { OpenFigure, whoseOf } from './figures.ts';
import { words } from './words.ts';

type Props = {
  whose: ReturnType<typeof whoseOf>;
  currency: string;
  onOpen: (figure: OpenFigure) => void;
};

const columns = [
  'opening',
  'added',
  'rolledIn',
  'rolledOut',
  'settled',
  'reopened',
  'closing',
] as const;

export function BucketMovement({ whose, currency, onOpen }: Props) {
  const t = useWords(words);
  const why = useWhy();
  const query = { ...whose, by: 'account' as const };
  const found = useQuery<AnswerOf<typeof compareBuckets>>({
    queryKey: ['aging', 'compare', 'buckets', query],
    placeholderData: (before) => before,
    queryFn: ({ signal }) => call(compareBuckets, { query, signal }),
  });
  if (found.isError) return <Failed why={why(found.error)} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <GridBones rows={6} />;
  const mine = found.data.currencies.find((each) => each.currency === currency);
  if (mine === undefined) return null;
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="pb-1.5 text-left font-[600]">{t('bucket_movement')}</caption>
        <thead>
          <tr className="text-2xs text-ink-2">
            <th scope="col" className="pr-3 text-left font-[550]">
              {t('bucket')}
            </th>
            {columns.map((name) => (
              <th key={name} scope="col" className="pl-3 text-right font-[550] whitespace-nowrap">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...mine.buckets, { bucket: 'total', ...mine.total }].map((line) => (
            <Line key={line.bucket} line={line} currency={currency} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type LineProps = {
  line: AnswerOf<typeof compareBuckets>['currencies'][number]['buckets'][number];
  currency: string;
  onOpen: Props['onOpen'];
};

function Line({ line, currency, onOpen }: LineProps) {
  const t = useWords(words);
  const bucketName = useBucketName();
  const { bucket } = line;
  const total = bucket === 'total';
  const name = total ? t('total') : bucket === 'unapplied' ? t('unapplied') : bucketName(bucket);
  return (
    <tr className={`border-t ${total ? 'border-line-strong font-[600]' : 'border-line'}`}>
      <th scope="row" className="py-1 pr-3 text-left font-[450] whitespace-nowrap">
        {name}
      </th>
      {columns.map((figure) => (
        <td key={figure} className="py-1 pl-3 text-right">
          <FigureButton
            name={`${name}, ${t(figure)}`}
            value={line[figure]}
            currency={currency}
            onOpen={() => onOpen({ figure, currency, ...(total ? {} : { bucket }) })}
          />
        </td>
      ))}
    </tr>
  );
}
