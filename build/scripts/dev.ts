// The page with hot reload, for the browser. (The shell loads built files only: its CSP allows no dev server.)
import { join } from 'node:path';
import { createServer } from 'vite';
import { ROOT } from './project.ts';

const server = await createServer({ configFile: join(ROOT, 'build/vite.config.ts') });
await server.listen();
server.printUrls();
