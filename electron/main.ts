// Boot order of the main process, and nothing else: one instance, scheme, guards, window, requests. What each step
// does is in its own module; what a meeting is, the main process does not know.

import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron';
import { exportHandlers } from './ipc/export-handlers.ts';
import { MEETING_EXTENSIONS } from './ipc/file-filters.ts';
import { type FileHost, fileHandlers } from './ipc/file-handlers.ts';
import { handleRequests } from './ipc/handle.ts';
import { networkHandlers } from './ipc/network-handlers.ts';
import { windowHandlers } from './ipc/window-handlers.ts';
import { appMenu } from './menu/app-menu.ts';
import { registerAppScheme, serveApp } from './security/app-protocol.ts';
import { openLink } from './security/external-links.ts';
import { guardNavigation } from './security/navigation.ts';
import { limitPermissions } from './security/permissions.ts';
import { limitRequests } from './security/requests.ts';
import { setSwitches } from './security/switches.ts';
import { createHandedFiles, filesInArguments } from './services/handed-files.ts';
import { createKeepAwake } from './services/keep-awake.ts';
import { createLanHost } from './services/lan-host.ts';
import { startRelayProcess } from './services/lan-process.ts';
import { openLog } from './services/local-log.ts';
import { createMakePdf } from './services/make-pdf.ts';
import { openFile } from './services/open-file.ts';
import { saveFile } from './services/save-file.ts';
import { openSettings } from './services/settings-file.ts';
import { tellStartFailure } from './services/start-failure.ts';
import { keepOneWindow, type OneWindow } from './windows/one-window.ts';
import { printHtml } from './windows/print-window.ts';

const HERE = import.meta.dirname;

if (app.requestSingleInstanceLock())
  boot().catch((error: unknown) => tellStartFailure(error, { dialog, app }));
else app.quit();

async function boot(): Promise<void> {
  setSwitches(app.commandLine);
  app.enableSandbox();
  registerAppScheme(protocol);

  let main: OneWindow | null = null;
  const userData = app.getPath('userData');
  const log = openLog(join(userData, 'logs', 'quorum.log'), () => new Date(), console.error);
  const handed = createHandedFiles(openFile, () => main?.tell('file:arrived', null));
  const openOutside = (url: string) => openLink(url, (address) => shell.openExternal(address));

  app.on('open-file', (event, path) => {
    event.preventDefault();
    handed.add([path]);
    main?.show();
  });
  app.on('second-instance', (_event, argv, folder) => {
    handed.add(filesInArguments(argv.slice(1), folder, MEETING_EXTENSIONS));
    main?.show();
  });
  app.on('web-contents-created', (_event, contents) => {
    const isOfApp = contents.session === session.defaultSession;
    guardNavigation(contents, (url) => {
      if (isOfApp) void openOutside(url);
    });
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  handed.add(filesInArguments(process.argv.slice(1), process.cwd(), MEETING_EXTENSIONS));

  await app.whenReady();
  limitPermissions(session.defaultSession);
  const relays = limitRequests(session.defaultSession);
  serveApp(protocol, join(HERE, '..', 'renderer'));

  const settings = await openSettings(join(userData, 'settings.json'), saveFile);
  const window = keepOneWindow({
    app,
    dialog,
    screen,
    theme: nativeTheme,
    settings,
    log,
    preload: join(HERE, 'preload.cjs'),
  });
  main = window;
  const files: FileHost = {
    dialog,
    windowOf: (sender) => BrowserWindow.fromWebContents(sender),
    documentsFolder: () => app.getPath('documents'),
    openFile,
    saveFile,
    handed,
  };
  const lan = createLanHost({
    start: (port) => startRelayProcess(utilityProcess, HERE, port),
    interfaces: networkInterfaces,
    settings,
  });
  app.on('will-quit', () => void lan.stop());
  handleRequests(
    ipcMain,
    {
      ...fileHandlers(files),
      ...exportHandlers(
        files,
        createMakePdf({
          print: printHtml,
          fontFolder: join(HERE, 'fonts'),
          now: () => new Date(),
          report: log.writeError,
        }),
      ),
      ...windowHandlers({
        openLink: openOutside,
        guardOf: window.guardOf,
        keepAwake: createKeepAwake(powerSaveBlocker),
      }),
      ...networkHandlers(relays, lan),
    },
    log.writeError,
  );
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      appMenu({
        isMac: process.platform === 'darwin',
        isPackaged: app.isPackaged,
        choose: (command) => window.tell('menu:chosen', command),
      }),
    ),
  );
  powerMonitor.on('resume', () => window.tell('system:resumed', null));
  app.on('activate', () => window.show());
  window.show();
}
