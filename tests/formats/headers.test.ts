import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inlineScripts } from '#client/inline-scripts.ts';
import { hostHeaders } from '#formats/headers.ts';

test('the headers refuse all that the site does not need', () => {
  const [all, policy, ...lines] = hostHeaders({ scripts: [], styles: [] }).split('\n');
  expect(all).toBe('/*');
  expect(policy?.replace('  Content-Security-Policy: ', '').split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
  expect(lines.slice(1, 8)).toEqual([
    '  X-Content-Type-Options: nosniff',
    '  X-Frame-Options: DENY',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    '  Permissions-Policy: accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), ' +
      'gyroscope=(), microphone=(), payment=(), usb=()',
    '  Cross-Origin-Opener-Policy: same-origin',
    '  Cross-Origin-Embedder-Policy: require-corp',
    '  Cross-Origin-Resource-Policy: same-origin',
  ]);
  expect(lines.at(-1)).toBe('');
});

test('the headers name each inline script and style, and allow no others', () => {
  const headers = hostHeaders({ scripts: ['abc=', 'def='], styles: ['ghi='] });
  const policy = /Content-Security-Policy: (.*)/.exec(headers)?.[1] ?? '';
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-abc=' 'sha256-def=';");
  expect(policy).toContain("style-src 'self' 'sha256-ghi=';");
  expect(policy).not.toContain('unsafe-inline');
  expect(headers).toContain('Strict-Transport-Security: max-age=');
  expect(headers).toMatch(/\/_astro\/\*\n {2}Cache-Control: .*immutable/);
  expect(inlineScripts('/').every((script) => !script.includes('</'))).toBe(true);
});

test('texts with types unknown to hosts are served with the right type', () => {
  const typed = [...hostHeaders({ scripts: [], styles: [] }).matchAll(/^(\/\S+)\n {2}Content-Type: (.*)$/gm)].map(
    ([, path, type]) => [path, type],
  );
  expect(typed).toEqual([
    ['/*.txt', 'text/plain; charset=utf-8'],
    ['/*.md', 'text/markdown; charset=utf-8'],
    ['/*.jsonld', 'application/ld+json; charset=utf-8'],
    ['/*.csl.json', 'application/vnd.citationstyles.csl+json; charset=utf-8'],
    ['/*.bib', 'application/x-bibtex; charset=utf-8'],
    ['/*.ris', 'application/x-research-info-systems; charset=utf-8'],
    ['/atom.xml', 'application/atom+xml; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
  ]);
});

test('every header of a site below a path is sent there alone', () => {
  const sources = [{ id: 'log', csl: { id: 'log', type: 'report', title: 'Log', language: 'en', note: '' } as const }];
  const paths = hostHeaders({ scripts: [], styles: [] }, sources, '/repo/').match(/^\/.*/gm);
  expect(paths?.slice(0, 3)).toEqual(['/repo/*', '/repo/_astro/*', '/repo/*.txt']);
  expect(paths?.slice(-2)).toEqual(['/repo/manifest.webmanifest', '/repo/sources/log.txt']);
});

test('the command in the guide writes the headers of all paths for nginx', () => {
  const guide = readFileSync(new URL('../../docs/publish.md', import.meta.url), 'utf8');
  const [, program = ''] = /^awk '(.*?)' dist\/_headers/ms.exec(guide) ?? [];
  const headers = hostHeaders({ scripts: ['abc='], styles: [] });
  const lines = execFileSync('awk', [program], { input: headers, encoding: 'utf8' }).trimEnd().split('\n');
  expect(lines).toHaveLength(9);
  expect(lines[0]).toMatch(/^add_header Content-Security-Policy "default-src 'none'; .*'sha256-abc='.*" always;$/);
  expect(lines[2]).toBe('add_header X-Content-Type-Options "nosniff" always;');
});
