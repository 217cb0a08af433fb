/** What codes of deadlines and cases are called: as their own screens call them. */
export { kindWords } from '#areas/clocks/words/kinds.ts';
export { causeNames, departmentNames, reasonNames } from '#areas/disputes/words/names.ts';
