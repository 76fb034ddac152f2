import { buildApp } from './build-app.ts';

await buildApp();
console.error('Built dist/renderer and dist/electron.');
