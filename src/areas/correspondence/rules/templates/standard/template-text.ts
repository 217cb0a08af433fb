/** How the texts beside this become templates: lines join, an empty line ends a paragraph. */
import type { Template, Wording } from '../template.ts';

type Texts = Pick<Template, 'key' | 'name' | 'wording'> & Partial<Template>;

/** An e-mail or letter that asks; what answers, is texted or spoken says so itself. */
export function standard(texts: Texts): Template {
  const { en, es } = texts.wording;
  const wording = { en: joined(en), es: joined(es) };
  return { channel: 'email', purpose: 'collect', packs: [], ...texts, wording };
}

function joined({ subject, body }: Wording): Wording {
  const paragraphs = body.split('\n\n').map((part) => part.replaceAll('\n', ' '));
  return { subject, body: paragraphs.join('\n\n') };
}
