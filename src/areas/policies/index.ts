/** What other areas' server code may call of the policies. */
export { type Tested, proposeVersion } from './actions/propose-version.ts';
export { noteSimulation } from './actions/note-simulation.ts';
export { attestVersion } from './actions/attest-version.ts';
export { decideVersion } from './actions/decide-version.ts';
export { publishVersion } from './actions/publish-version.ts';
export { retireDocument } from './actions/retire-document.ts';
export { withdrawVersion } from './actions/withdraw-version.ts';
export { sayPolicyRefusal } from './answers/speak.ts';
export { policyKeys, publishedDocuments, versionAsWritten } from './store/in-force.ts';
export { type ToldVersion, toldVersions } from './store/list.ts';
