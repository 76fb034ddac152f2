import type { WebContents } from 'electron';
import { ok, type Result } from '../../shared/base/result.ts';
import type { IpcError } from '../../shared/ipc/errors.ts';
import type { KeepAwake } from '../services/keep-awake.ts';
import type { CloseGuard } from '../windows/close-guard.ts';
import type { Handlers } from './handle.ts';

export interface WindowHost {
  openLink(url: string): Promise<Result<null, IpcError>>;
  guardOf(sender: WebContents): CloseGuard | null;
  readonly keepAwake: KeepAwake;
}

type WindowChannels = 'link:open' | 'window:set-unsaved' | 'window:finish-closing' | 'window:keep-awake';

export function windowHandlers(host: WindowHost): Pick<Handlers, WindowChannels> {
  return {
    'link:open': (url) => host.openLink(url),
    'window:set-unsaved': (unsaved, sender) => {
      host.guardOf(sender)?.setUnsaved(unsaved);
      return ok(null);
    },
    'window:finish-closing': (stored, sender) => {
      host.guardOf(sender)?.finish(stored);
      return ok(null);
    },
    'window:keep-awake': (awake, sender) => {
      host.keepAwake(awake, sender);
      return ok(null);
    },
  };
}
