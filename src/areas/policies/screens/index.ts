/** What the screens of other areas may show of the policies. */
export { ExampleResults } from './editor/ExampleResults.tsx';
export { OnePolicy } from './editor/OnePolicy.tsx';
export { type EditorProps, PolicyEditor } from './editor/PolicyEditor.tsx';
export { RuleList, RulesEditor } from './editor/PolicyMeaning.tsx';
export type { PolicyDesk } from './editor/text-work.ts';
export { ChangeList, WhatChanges } from './editor/WhatChanges.tsx';
export { usePolicies } from './life-data.ts';
export { StateTag } from './StateTag.tsx';
