/** What is wrong with a wording, said in the language of whoever writes it. */
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import { checkTemplate } from '../../actions/templates/check-template.ts';
import type { WireTemplateProblem } from '../../contract/templates.ts';
import type { Template } from '../../rules/templates/template.ts';
import { words } from '../../words.ts';

export function wireProblems(template: Template, reader: Language): WireTemplateProblem[] {
  return checkTemplate(template).map(({ why, ...problem }) => ({
    ...problem,
    message: say(words, problem.code, { ...problem, why, words: problem.what }, reader),
  }));
}
