// Bundles the page to the one ES module that the plugin serves. The output depends on the sources alone, so that a
// rebuild of the checked-in file is byte-identical. Beside it go the licences of the packages that are in it.
import * as fs from 'node:fs';
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
  metafile: true,
  banner: {js: '// Built by tb_plugin/frontend (npm ci && npm run build); edit the sources there. Of others: THIRD_PARTY_NOTICES.txt.'},
};

/** Name, version and licence of each package that the bundle holds something of. */
function writeNotices({inputs}) {
  const names = new Set(Object.keys(inputs).flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []));
  const notices = [...names].toSorted().map((name) => {
    const folder = path.join(here, 'node_modules', name);
    const {version, license} = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const text = fs.readFileSync(path.join(folder, 'LICENSE'), 'utf8').trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  const head = 'index.js, and each HTML report with it, holds parts of the following packages.\n';
  fs.writeFileSync(path.join(path.dirname(outfile), 'THIRD_PARTY_NOTICES.txt'), [head, ...notices].join('\n---\n\n'));
}

if (process.argv.includes('--watch')) {
  const context = await esbuild.context(options);
  await context.watch();
} else {
  const {metafile} = await esbuild.build(options);
  writeNotices(metafile);
}
