// Notes what the shell says to the page, for the specifications to read.
window.heard = [];
const { desktop } = window;
if (desktop) {
  desktop.onMenuChosen((command) => window.heard.push(`menu ${command}`));
  desktop.onFileArrived(() => window.heard.push('file'));
  desktop.onClosing(() => window.heard.push('closing'));
  desktop.onResumed(() => window.heard.push('resumed'));
}
document.documentElement.dataset.script = 'ran';
