/** Every no that this area says, by name; its words have a sentence and a remedy for each. */
import type { ContentRefusal } from './file-content.ts';
import type { LinkRefusal, NameRefusal } from './file-name.ts';

/** Why a file was not linked: it waits for a person, or it is not taken at all. */
export type FileProblemCode = ContentRefusal | LinkRefusal | NameRefusal;

export type DocumentsRefusal =
  | FileProblemCode
  | 'documents.account_ambiguous'
  | 'documents.files_unfit'
  | 'documents.no_such_account'
  | 'documents.no_such_document'
  | 'documents.no_such_file'
  | 'documents.no_such_original'
  | 'documents.settled_already'
  | 'documents.too_many_files';
