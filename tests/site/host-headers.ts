import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Header = readonly [name: string, value: string];

/** Read the file `_headers` of a built site as static hosts do: which headers the answer for a path has, in order. */
export function readHostHeaders(dist: string): (pathname: string) => Header[] {
  const rules: { pattern: RegExp; headers: Header[] }[] = [];
  for (const line of readFileSync(join(dist, '_headers'), 'utf8').split('\n')) {
    const [, name, value] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) rules.at(-1)?.headers.push([name, value]);
    else if (line !== '') rules.push({ pattern: toPattern(line), headers: [] });
  }
  return (pathname) => rules.flatMap(({ pattern, headers }) => (pattern.test(pathname) ? headers : []));
}

function toPattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.]/g, '\\.').replaceAll('*', '.*')}$`);
}
