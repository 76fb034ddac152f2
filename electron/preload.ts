// The bridge: gives the page functions, one for each channel of the contract, and nothing of Electron itself.

import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { Answer, EventChannel, Events, Payload, RequestChannel } from '../shared/ipc/contract.ts';
import type { DesktopApi } from '../shared/ipc/desktop-api.ts';

function ask<C extends RequestChannel>(channel: C, payload: Payload<C>): Promise<Answer<C>> {
  return ipcRenderer.invoke(channel, payload);
}

function hear<C extends EventChannel>(channel: C, listener: (payload: Events[C]) => void): () => void {
  const heard = (_event: IpcRendererEvent, payload: Events[C]) => listener(payload);
  ipcRenderer.on(channel, heard);
  return () => ipcRenderer.removeListener(channel, heard);
}

contextBridge.exposeInMainWorld('desktop', {
  openFile: () => ask('file:open', null),
  takeFile: () => ask('file:take', null),
  saveFile: (file) => ask('file:save', file),
  exportPdf: (job) => ask('pdf:export', job),
  openLink: (url) => ask('link:open', url),
  setUnsaved: (unsaved) => ask('window:set-unsaved', unsaved),
  finishClosing: (stored) => ask('window:finish-closing', stored),
  keepAwake: (awake) => ask('window:keep-awake', awake),
  allowRelays: (relays) => ask('relay:allow', relays),
  startLan: () => ask('lan:start', null),
  stopLan: () => ask('lan:stop', null),
  lanState: () => ask('lan:state', null),
  onMenuChosen: (listener) => hear('menu:chosen', listener),
  onFileArrived: (listener) => hear('file:arrived', () => listener()),
  onClosing: (listener) => hear('window:closing', () => listener()),
  onResumed: (listener) => hear('system:resumed', () => listener()),
} satisfies DesktopApi);
