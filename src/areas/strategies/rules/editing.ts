/**
 * The form beside the text: what it shows of a strategy file, and how a change of it is written
 * into the text. The text is the document; the form only reads and writes parts of it.
 */
import { readYaml } from '#formats/yaml/read-yaml.ts';
import { type Node, type Plain, plainOf, valueOf } from '#formats/yaml/tree.ts';
import { setField } from '#formats/yaml/write-yaml.ts';

export type StepFields = {
  readonly key: string;
  readonly days: string;
  readonly do: string;
  readonly template: string;
  readonly to: string;
  /** `never`, `always`, or `above` when the text names amounts. */
  readonly approval: string;
};

export type FormFields = {
  readonly key: string;
  readonly nameEn: string;
  readonly nameEs: string;
  readonly order: string;
  readonly betweenNotices: string;
  readonly level: string;
  readonly netCredits: boolean;
  readonly minimum: readonly { readonly currency: string; readonly amount: string }[];
  readonly steps: readonly StepFields[];
};

/** What the form shows; undefined while the text does not read as YAML. */
export function formOf(text: string): FormFields | undefined {
  const yaml = readYaml(text);
  if (!yaml.ok) return undefined;
  const { node } = yaml;
  return {
    key: word(node, 'key'),
    nameEn: word(part(node, 'name'), 'en'),
    nameEs: word(part(node, 'name'), 'es'),
    order: word(part(node, 'segment'), 'order'),
    betweenNotices: word(node, 'between_notices') || '7',
    level: word(node, 'level') || 'account',
    netCredits: word(node, 'net_credits') !== 'false',
    minimum: items(part(node, 'minimum')).map((each) => ({
      currency: word(each, 'currency'),
      amount: word(each, 'amount'),
    })),
    steps: items(part(node, 'steps')).map(stepOf),
  };
}

function stepOf(step: Node): StepFields {
  const approval = part(step, 'approval');
  return {
    key: word(step, 'key'),
    days: word(step, 'days'),
    do: word(step, 'do'),
    template: word(step, 'template'),
    to: word(step, 'to') || 'billing',
    approval: approval?.is === 'map' ? 'above' : word(step, 'approval') || 'never',
  };
}

export type Path = readonly (string | number)[];

/** The text with one field changed; as it was while it does not read. Undefined takes it out. */
export function withField(text: string, path: Path, value: unknown): string {
  const changed = setField(text, path, value);
  return changed.ok ? changed.value : text;
}

/** The text with another step behind the others; it is due ten days after the last one. */
export function withStep(text: string, key: string): string {
  const form = formOf(text);
  if (form === undefined) return text;
  const last = Number(form.steps.at(-1)?.days ?? 0);
  const days = Number.isNaN(last) ? 1 : Math.max(1, last + 10);
  const step = { key, days, do: 'call' };
  return withField(text, ['steps', form.steps.length], step);
}

function part(node: Node | undefined, key: string): Node | undefined {
  return node?.is === 'map' ? valueOf(node, key) : undefined;
}

function word(node: Node | undefined, key: string): string {
  const plain: Plain | undefined = plainIn(part(node, key));
  return typeof plain === 'string' ? plain : '';
}

function plainIn(node: Node | undefined): Plain | undefined {
  return node && plainOf(node);
}

function items(node: Node | undefined): readonly Node[] {
  return node?.is === 'list' ? node.items : [];
}
