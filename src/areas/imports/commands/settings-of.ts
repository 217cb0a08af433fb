/** The options of `dunlin import` that say how a file is read, as settings. */
import { readFile } from 'node:fs/promises';
import { WrongUsage } from '#platform/cli/command.ts';
import { choiceOption, currencyOption } from '#platform/cli/options.ts';
import { isKind, kinds } from '../rules/kinds.ts';
import { type Settings, parseSettings, sourceName } from '../rules/settings.ts';
import { bankKinds } from './import-bank.ts';

/** What the options of `dunlin import` say of a file; throws WrongUsage for what does not fit. */
export async function settingsOf(values: {
  readonly as?: string | undefined;
  readonly map?: string | undefined;
  readonly company?: string | undefined;
  readonly source?: string | undefined;
  readonly currency?: string | undefined;
  readonly 'date-order'?: string | undefined;
  readonly 'decimal-mark'?: string | undefined;
}): Promise<Settings> {
  if (values.as !== undefined && !isKind(values.as)) {
    throw new WrongUsage({
      en: `--as takes ${[...kinds, ...bankKinds].join(', ')}; not "${values.as}"`,
      es: `--as lleva ${[...kinds, ...bankKinds].join(', ')}; no «${values.as}»`,
    });
  }
  if (values.company !== undefined && !/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/u.test(values.company)) {
    throw new WrongUsage({
      en: '--company takes letters, digits, dots and dashes, at most 40',
      es: '--company lleva letras, cifras, puntos y guiones, 40 a lo más',
    });
  }
  if (values.source !== undefined && !sourceName.test(values.source)) {
    throw new WrongUsage({
      en: '--source takes lower-case letters, digits, dots and dashes, at most 40',
      es: '--source lleva minúsculas, cifras, puntos y guiones, 40 a lo más',
    });
  }
  return {
    ...(values.map === undefined ? {} : await readMap(values.map)),
    ...(values.as === undefined ? {} : { kind: values.as }),
    ...(values.company === undefined ? {} : { company: values.company }),
    ...(values.source === undefined ? {} : { source: values.source }),
    ...optional('currency', currencyOption('currency', values.currency)),
    ...optional(
      'dateOrder',
      choiceOption('date-order', values['date-order'], ['ymd', 'dmy', 'mdy'] as const),
    ),
    ...optional(
      'decimalMark',
      choiceOption('decimal-mark', values['decimal-mark'], ['.', ','] as const),
    ),
  };
}

function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  // An absent key says "not stated"; a key with undefined would overrule the saved mapping.
  return (value === undefined ? {} : { [key]: value }) as { [key in K]?: V };
}

async function readMap(file: string): Promise<Settings> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WrongUsage(`--map ${file}: ${why}`);
  }
  const settings = parseSettings(json);
  if (!settings.ok) {
    throw new WrongUsage({
      en: `--map ${file}: "${settings.facts['part']}" is no setting`,
      es: `--map ${file}: «${settings.facts['part']}» no es ningún ajuste`,
    });
  }
  return settings.value;
}
