import type { Dispose } from '../base/disposer.ts';
import type { Answer, Events, FileToSave, PdfJob } from './contract.ts';

/**
 * What a page finds as `window.desktop` in the desktop app: functions only, one for each channel of the contract. Only
 * renderer/platform/desktop.ts reads it. Each `on…` gives back its own off.
 */
export interface DesktopApi {
  openFile(): Promise<Answer<'file:open'>>;
  takeFile(): Promise<Answer<'file:take'>>;
  saveFile(file: FileToSave): Promise<Answer<'file:save'>>;
  exportPdf(job: PdfJob): Promise<Answer<'pdf:export'>>;
  openLink(url: string): Promise<Answer<'link:open'>>;
  setUnsaved(unsaved: boolean): Promise<Answer<'window:set-unsaved'>>;
  finishClosing(stored: boolean): Promise<Answer<'window:finish-closing'>>;
  keepAwake(awake: boolean): Promise<Answer<'window:keep-awake'>>;
  allowRelays(relays: readonly string[]): Promise<Answer<'relay:allow'>>;
  startLan(): Promise<Answer<'lan:start'>>;
  stopLan(): Promise<Answer<'lan:stop'>>;
  lanState(): Promise<Answer<'lan:state'>>;
  onMenuChosen(listener: (command: Events['menu:chosen']) => void): Dispose;
  onFileArrived(listener: () => void): Dispose;
  onClosing(listener: () => void): Dispose;
  onResumed(listener: () => void): Dispose;
}
