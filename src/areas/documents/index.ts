/** What other areas' server code may call of the documents. */
export { type OriginalFile, addOriginals } from './actions/add-originals.ts';
export { wireIntake } from './answers/wire.ts';
export { originalFile, originalsOf } from './store/originals.ts';
export { proveOriginals } from './actions/prove-originals.ts';
