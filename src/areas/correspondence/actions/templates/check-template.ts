/** Reads both bodies of a template and says everything that keeps it from being released. */
import { readTemplate } from '#platform/templates/liquid.ts';
import { problemsOf, type TemplateProblem } from '../../rules/templates/judge-template.ts';
import type { Template } from '../../rules/templates/template.ts';

/** The problems with their places; none when it may be released. */
export function checkTemplate(template: Template): TemplateProblem[] {
  const { en, es } = template.wording;
  return problemsOf(template, {
    en: { subject: readTemplate(en.subject), body: readTemplate(en.body) },
    es: { subject: readTemplate(es.subject), body: readTemplate(es.body) },
  });
}
