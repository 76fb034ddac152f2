import type { MakePdf } from '../services/make-pdf.ts';
import { type FileHost, saveThroughDialog } from './file-handlers.ts';
import type { Handlers } from './handle.ts';

export function exportHandlers(host: FileHost, makePdf: MakePdf): Pick<Handlers, 'pdf:export'> {
  return {
    'pdf:export': (job, sender) => saveThroughDialog(host, sender, job.name, () => makePdf(job)),
  };
}
