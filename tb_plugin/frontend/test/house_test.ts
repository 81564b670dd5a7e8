/** Imports point from a folder to those before it, never round in a circle; `host` stands beside and knows none of them. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import {test} from 'node:test';

const ORDER = ['source', 'model', 'draw', 'charts', 'views'];

/** What each file imports of the others, both without their endings. */
type Imports = Record<string, string[]>;

function readImports(): Imports {
  const files = fs.readdirSync('src', {recursive: true, encoding: 'utf8'}).filter((name) => /(?<!\.d)\.tsx?$/.test(name));
  const read = (file: string) => fs.readFileSync(path.join('src', file), 'utf8').matchAll(/(?:from|import\(?) ?'(\.[^']+)'/g);
  return Object.fromEntries(
    files.map((file) => [file.replace(/\.tsx?$/, ''), [...read(file)].map(([, to]) => path.posix.join(path.dirname(file), to!))]),
  );
}

function isAllowed(from: string, to: string): boolean {
  if (from === '.' || from === to || to === 'host') return to !== '.';
  return ORDER.indexOf(to) >= 0 && ORDER.indexOf(to) < ORDER.indexOf(from);
}

function findWrongArrows(imports: Imports): string[] {
  return Object.entries(imports).flatMap(([file, targets]) =>
    targets.filter((to) => !/\.(css|json)$/.test(to) && !isAllowed(path.dirname(file), path.dirname(to))).map((to) => `${file} -> ${to}`),
  );
}

function findCircle(imports: Imports): string[] {
  const done = new Set<string>();
  const follow = (file: string, way: string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    const circle = (imports[file] ?? []).map((to) => follow(to, [...way, file])).find(({length}) => length) ?? [];
    done.add(file);
    return circle;
  };
  return Object.keys(imports).map((file) => follow(file, [])).find(({length}) => length) ?? [];
}

test('every file of the page lies in one of six folders, and index on top', () => {
  const imports = readImports();
  const folders = new Set(Object.keys(imports).map((file) => path.dirname(file)));
  assert.deepEqual([...folders].toSorted(), ['.', ...ORDER, 'host'].toSorted());
  assert.deepEqual(Object.keys(imports).filter((file) => path.dirname(file) === '.'), ['index']);
  assert.ok(imports['views/app']!.includes('charts/tooltip'), 'imports are read');
});

test('imports point to an earlier folder, and nothing comes back to where it began', () => {
  const imports = readImports();
  assert.deepEqual(findWrongArrows(imports), []);
  assert.deepEqual(findCircle(imports), []);
});

test('an arrow that points the wrong way is found, and so is a circle', () => {
  const arrows: Imports = {
    index: ['views/app', './style.css'], 'model/a': ['source/b', 'draw/c', 'model/d', 'host/e'], 'host/e': ['model/a'], 'draw/c': ['index', 'utils/f'],
  };
  assert.deepEqual(findWrongArrows(arrows), ['model/a -> draw/c', 'host/e -> model/a', 'draw/c -> index', 'draw/c -> utils/f']);
  assert.deepEqual(findCircle({'draw/a': ['draw/b'], 'draw/b': ['draw/c', 'draw/d'], 'draw/c': [], 'draw/d': ['draw/b']}), ['draw/b', 'draw/d', 'draw/b']);
  assert.deepEqual(findCircle({'draw/a': ['draw/b', 'draw/c'], 'draw/b': ['draw/c'], 'draw/c': []}), []);
});
