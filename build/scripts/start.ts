// `npm start`: the app in Electron where its binary is here or can be fetched, else the same build on a loopback port.
import { spawn } from 'node:child_process';
import { ensureBuild } from './build-app.ts';
import { findElectron } from './electron-binary.ts';
import { ROOT } from './project.ts';
import { type ServedApp, serveApp } from './serve.ts';

/** Fixed, because a browser keeps its data by address: another port would show an empty library. */
const PORT = Number(process.env.QUORUM_PORT ?? 4717);

/** Milliseconds within which an error of Electron's means that it never showed a window. */
const BROKEN_WITHIN = 5_000;

if (!Number.isInteger(PORT) || PORT < 1 || PORT > 65_535) {
  console.error(`QUORUM_PORT is ${process.env.QUORUM_PORT}; it must be a port number from 1 to 65535.`);
  process.exit(1);
}
await ensureBuild();
const electron = await findElectron();
if ('path' in electron) startElectron(electron.path);
else await startServer(electron.reason);

/** An Electron that cannot start here (a missing library, a forbidden sandbox) says so at once: then the browser serves. */
function startElectron(path: string): void {
  console.error('Opening Quorum in Electron ...');
  const started = performance.now();
  const child = spawn(path, [ROOT, ...process.argv.slice(2)], { stdio: 'inherit' });
  const ended = (code: number): void => {
    const brokeAtOnce = code !== 0 && performance.now() - started < BROKEN_WITHIN;
    if (brokeAtOnce) void startServer('Electron could not start here, see above');
    else process.exitCode = code;
  };
  child.once('error', () => ended(1));
  child.once('exit', (code) => ended(code ?? 1));
}

async function startServer(reason: string): Promise<void> {
  let served: ServedApp;
  try {
    served = await serveApp(PORT);
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    console.error(
      taken
        ? `Port ${PORT} is taken, perhaps by another \`npm start\`: look at http://127.0.0.1:${PORT}/, or set QUORUM_PORT (each port has its own library).`
        : `Could not serve the app: ${String(error)}`,
    );
    process.exitCode = 1;
    return;
  }
  console.error(`Quorum is at ${served.url} (in a browser, because ${reason}). Ctrl C stops it.`);
  openBrowser(served.url);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      served.close().then(() => process.exit(0));
    });
  }
}

/** Only where there is a screen to open it on; a missing opener is no failure, the address was said. */
function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!command || !hasDisplay || process.env.CI) return;
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => console.error(`Open ${url} in your browser.`))
    .unref();
}
