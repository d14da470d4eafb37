// Holds the budget of the first load: the scripts index.html needs before any page is opened, gzipped.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 350;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', dist), 'utf8'));

const initial = new Set();
const collect = (key) => {
  const chunk = manifest[key];
  if (!chunk || initial.has(chunk.file)) return;
  initial.add(chunk.file);
  (chunk.imports ?? []).forEach(collect);
};
collect('index.html');

let bytes = 0;
for (const file of initial) bytes += gzipSync(await readFile(new URL(file, dist))).length;
const kb = Math.round(bytes / 1024);
console.log(`initial scripts: ${kb} kB gzipped in ${initial.size} files (budget ${BUDGET_KB} kB)`);
if (kb > BUDGET_KB) process.exit(1);
