// Bundles the tests of the pure modules and hands them to node's own test runner.
import {spawnSync} from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as esbuild from 'esbuild';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phases-tests-'));
try {
  await esbuild.build({
    entryPoints: fs.readdirSync('test').filter((name) => /_test\.tsx?$/.test(name)).map((name) => path.join('test', name)),
    outdir: folder,
    outExtension: {'.js': '.mjs'},
    bundle: true,
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    mainFields: ['module', 'main'],
  });
  const files = fs.readdirSync(folder).map((name) => path.join(folder, name));
  process.exitCode = spawnSync(process.execPath, ['--test', ...files], {stdio: 'inherit'}).status ?? 1;
} finally {
  fs.rmSync(folder, {recursive: true});
}
