// Bundles the page to the one ES module that the plugin serves. The output depends on the sources alone, so that a
// rebuild of the checked-in file is byte-identical.
import * as path from 'node:path';
import {fileURLToPath} from 'node:url';
import * as esbuild from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const outfile = process.env.PHASES_OUTFILE ?? path.join(here, '../tensorboard_plugin_phases/static/index.js');

const options = {
  absWorkingDir: here,
  entryPoints: ['src/index.tsx'],
  outfile,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'ascii',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: {'.css': 'text'},
  legalComments: 'none',
  banner: {js: '// Built by tb_plugin/frontend (npm ci && npm run build); edit the sources there.'},
};

if (process.argv.includes('--watch')) {
  const context = await esbuild.context(options);
  await context.watch();
} else {
  await esbuild.build(options);
}
