// Writes src/api/generated/<service>.ts from every OpenAPI snapshot in contracts/openapi. Run it when a snapshot changed; the
// output is committed, so that a build needs no snapshot.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const snapshots = new URL('../../../contracts/openapi/', import.meta.url);
const target = new URL('../src/api/generated/', import.meta.url);

await mkdir(target, { recursive: true });
for (const file of (await readdir(snapshots)).filter((name) => /\.ya?ml$/.test(name)).sort()) {
  const service = file.replace(/\.ya?ml$/, '');
  const ast = await openapiTS(new URL(file, snapshots));
  const header = `// Generated from contracts/openapi/${file} by "npm run types". Do not edit.\n`;
  await writeFile(new URL(`${service}.ts`, target), header + astToString(ast));
  console.log(`src/api/generated/${service}.ts`);
}
