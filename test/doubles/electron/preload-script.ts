// What a page gets before its own scripts: the preload file, with the little of `electron` that a sandboxed one may
// require. Runs in the page's own world; in the top frame only, as with `nodeIntegrationInSubFrames` off.

export const INVOKE = '__electronInvoke';
export const DELIVER = '__electronDeliver';

export function preloadScript(source: string): string {
  return `(() => {
  if (window.top !== window) return;
  const listeners = new Map();
  const invoke = window.${INVOKE};
  Object.defineProperty(window, '${DELIVER}', {
    value: (channel, payload) => {
      for (const listener of [...(listeners.get(channel) ?? [])]) listener({}, payload);
    },
  });
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, api) => Object.defineProperty(window, name, { value: Object.freeze(api) }),
    },
    ipcRenderer: {
      invoke: async (channel, payload) => {
        const answer = await invoke(channel, payload);
        if ('error' in answer) throw new Error(answer.error);
        return answer.value;
      },
      on: (channel, listener) => {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      },
      removeListener: (channel, listener) => {
        listeners.set(channel, (listeners.get(channel) ?? []).filter((each) => each !== listener));
      },
    },
  };
  const require = (name) => {
    if (name !== 'electron') throw new Error('module not found: ' + name);
    return electron;
  };
  const module = { exports: {} };
  ((require, module, exports) => {${source}
})(require, module, module.exports);
})();`;
}
