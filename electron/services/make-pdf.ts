import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { PdfJob } from '../../shared/ipc/contract.ts';
import type { IpcError } from '../../shared/ipc/errors.ts';

export type MakePdf = (job: PdfJob) => Promise<Result<Uint8Array, IpcError>>;
export type Print = (html: string, options: { tagged: boolean; outline: boolean }) => Promise<Uint8Array>;

/** Makes a PDF of a page with the shell's own printing; what goes wrong there is told, never thrown at the page. */
export function createMakePdf(print: Print): MakePdf {
  return async (job) => {
    try {
      return ok(await print(job.html, { tagged: true, outline: true }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return fail({ code: 'pdf-failed', message: `The PDF could not be made: ${reason}` });
    }
  };
}
