/** What a template may name, with what each field says. */
import { useQuery } from '@tanstack/react-query';
import { templateFields } from '#areas/correspondence/contract/templates.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export function FieldList() {
  const t = useWords(words);
  const asked = useQuery({
    queryKey: ['templates', 'fields'],
    queryFn: ({ signal }) => call(templateFields, { signal }),
  });
  return (
    <details className="text-sm">
      <summary className="cursor-pointer font-[550] text-ink-2">{t('fields')}</summary>
      <dl className="mt-2 grid gap-x-5 gap-y-1 sm:grid-cols-2">
        {asked.data?.fields.map(({ path, says, each }) => (
          <div key={path} className="flex flex-wrap gap-x-2">
            <dt>
              <code>{each.length === 0 ? `{{ ${path} }}` : `{% for item in ${path} %}`}</code>
            </dt>
            <dd className="text-ink-2">{says}</dd>
            {each.map((field) => (
              <dd key={field.path} className="w-full pl-4 text-ink-2">
                <code>{`{{ item.${field.path} }}`}</code> {field.says}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}
