/** What is said of the papers beside a request. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { EvidenceRefusal } from '../rules/evidence.ts';

type Said = EvidenceRefusal | 'approvals.evidence_missing' | 'approvals.no_such_file';

export const words = {
  'approvals.evidence_missing': {
    en: 'A request of this amount takes a paper: put one beside it first.',
    es: 'Una solicitud de este importe exige un documento: adjúntelo primero.',
  },
  'approvals.no_such_file': { en: 'There is no such paper.', es: 'No existe ese documento.' },
  'approvals.too_many_files': {
    en: 'That would be {files} papers; a request has at most {most}.',
    es: 'Serían {files} documentos; una solicitud tiene como máximo {most}.',
  },
  'approvals.file_empty': {
    en: '{file} is empty. Save it again and choose it once more.',
    es: '{file} está vacío. Guárdelo de nuevo y elíjalo otra vez.',
  },
  'approvals.file_too_large': {
    en: '{file} has {size} MB; a paper has at most {most} MB. Scan it in black and white.',
    es: '{file} tiene {size} MB; un documento tiene como máximo {most} MB. Escanéelo en blanco y negro.',
  },
  'approvals.not_an_original': {
    en: '{file} is no PDF, PNG, JPEG or TIFF. Print it to a PDF and choose that.',
    es: '{file} no es PDF, PNG, JPEG ni TIFF. Imprímalo como PDF y elija ese archivo.',
  },
  'approvals.ending_disagrees': {
    en: '{file} is named otherwise than what it is ({found}). Rename it and choose it again.',
    es: '{file} se llama distinto de lo que es ({found}). Renómbrelo y elíjalo de nuevo.',
  },
  'approvals.pdf_cut_short': {
    en: '{file} breaks off before its end. Save it again and choose it once more.',
    es: '{file} se corta antes del final. Guárdelo de nuevo y elíjalo otra vez.',
  },
  'command.evidence': {
    en: 'The papers beside a request for approval: list, add, save',
    es: 'Los documentos de una solicitud de aprobación: ver, agregar, guardar',
  },
  'approvals.file': { en: 'Paper', es: 'Documento' },
  'approvals.size': { en: 'Bytes', es: 'Bytes' },
  'approvals.brought_by': { en: 'Brought by', es: 'Lo trajo' },
  'approvals.brought_at': { en: 'When', es: 'Cuándo' },
  'approvals.no_papers': {
    en: 'No paper stands beside it.',
    es: 'No hay ningún documento adjunto.',
  },
  'approvals.papers_added': {
    en: '{count, plural, =0 {Nothing new: it stands there already.} one {# paper added.} other {# papers added.}}',
    es: '{count, plural, =0 {Nada nuevo: ya está adjunto.} one {# documento agregado.} other {# documentos agregados.}}',
  },
} satisfies Record<Said, Phrase> & Catalogue;
