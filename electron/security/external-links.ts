import { fail, ok, type Result } from '../../shared/base/result.ts';
import { safeHref } from '../../shared/domain/safe-href.ts';
import type { IpcError } from '../../shared/ipc/errors.ts';

/** Hands an address to the system's browser, mail or phone program; any other scheme than theirs is refused. */
export async function openLink(
  text: string,
  open: (url: string) => Promise<void>,
): Promise<Result<null, IpcError>> {
  const url = safeHref(text);
  if (url === null) {
    return fail({ code: 'link-refused', message: 'Only web, mail and phone addresses are opened.' });
  }
  try {
    await open(url);
    return ok(null);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail({ code: 'failed', message: `The address could not be opened: ${reason}` });
  }
}
