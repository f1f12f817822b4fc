import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const home = fileURLToPath(new URL('../../', import.meta.url));
const article = 'content/articles/grain.mdx';

/** A copy of the site of the tests, with what the plugin of this project needs. */
function copySite(): string {
  const root = mkdtempSync(join(tmpdir(), 'remark-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  cpSync(join(home, 'tests/fixtures/site'), root, { recursive: true });
  for (const part of ['.remarkrc.mjs', 'package.json', 'src'])
    cpSync(join(home, part), join(root, part), { recursive: true });
  symlinkSync(join(home, 'node_modules'), join(root, 'node_modules'), 'dir');
  return root;
}

function edit(root: string, right: string, wrong: string): string {
  const text = readFileSync(join(root, article), 'utf8').replace(right, wrong);
  writeFileSync(join(root, article), text);
  return text;
}

const remark = (root: string, ...args: string[]) =>
  spawnSync(
    process.execPath,
    [join(home, 'node_modules/remark-cli/cli.js'), '--no-color', '--frail', '--ext', 'mdx', ...args],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );

test('remark-cli shows the problems of a document in place', () => {
  const root = copySite();
  expect(remark(root, '--no-stdout', '--quiet', 'content')).toMatchObject({ status: 0, stderr: '' });

  edit(root, '11 percent more grain in 2023.[^growth]', '12 percent more grain in 2023.[^growth]');
  const { status, stderr } = remark(root, '--no-stdout', '--quiet', 'content');
  expect(stderr).toMatch(
    /grain\.mdx\n10:\d+-10:\d+ +warning +Cannot find the figure `12 percent` in the passages of this statement +figure-unsupported +citations\n/,
  );
  expect(status).toBe(1);
});

test('remark-cli writes a document as it was, to the last character', () => {
  const root = copySite();
  const before = edit(root, 'Most of it', '*Most*  of __it__');
  remark(root, '--output', '--quiet', article);
  expect(readFileSync(join(root, article), 'utf8')).toBe(before);
});

test('other files are left alone', () => {
  const root = copySite();
  writeFileSync(join(root, 'notes.md'), 'In 1999 it was 12 percent.\n');
  expect(remark(root, '--no-stdout', '--quiet', 'notes.md')).toMatchObject({ status: 0, stderr: '' });
});

test('a language server shows the problems of a text that is not saved yet', async () => {
  const root = copySite();
  const server = `
    const { createUnifiedLanguageServer } = await import('unified-language-server');
    createUnifiedLanguageServer({ processorName: 'remark', processorSpecifier: 'remark', configurationSection: 'remark',
      packageField: 'remarkConfig', rcName: '.remarkrc', ignoreName: '.remarkignore', pluginPrefix: 'remark' });
  `;
  const editor = spawn(process.execPath, ['--input-type=module', '--eval', server, '--', 'server', '--stdio'], {
    cwd: root,
  });
  onTestFinished(() => {
    editor.kill();
  });

  let received = Buffer.alloc(0);
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    editor.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const until = (isIt: (message: Message) => boolean) =>
    new Promise<Message>((resolve) => {
      const read = (chunk: Buffer) => {
        received = Buffer.concat([received, chunk]);
        for (;;) {
          const head = /^Content-Length: (\d+)\r\n\r\n/.exec(received.toString('latin1'));
          if (!head) return;
          const start = head[0].length;
          const end = start + Number(head[1]);
          if (received.length < end) return;
          const message: Message = JSON.parse(received.subarray(start, end).toString('utf8'));
          received = received.subarray(end);
          // Requests of the server, such as for its settings, want an answer.
          if (message.id !== undefined && message.method !== undefined)
            send({ id: message.id, result: [{ requireConfig: false }] });
          if (!isIt(message)) continue;
          editor.stdout.off('data', read);
          resolve(message);
        }
      };
      editor.stdout.on('data', read);
      read(Buffer.alloc(0));
    });

  const uri = pathToFileURL(join(root, article)).href;
  const folder = pathToFileURL(root).href;
  send({
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: folder, capabilities: {}, workspaceFolders: [{ uri: folder, name: 'site' }] },
  });
  await until(({ id }) => id === 1);
  send({ method: 'initialized', params: {} });
  const text = readFileSync(join(root, article), 'utf8').replace(
    '11 percent more grain in 2023.[^growth]',
    '12 percent more grain in 2023.[^growth]',
  );
  send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'mdx', version: 1, text } } });
  const { params } = await until(
    ({ method, params }) => method === 'textDocument/publishDiagnostics' && params?.diagnostics.length !== 0,
  );

  expect(params?.diagnostics).toMatchObject([
    {
      code: 'figure-unsupported',
      source: 'citations',
      range: { start: { line: 9 }, end: { line: 9 } },
      message: expect.stringMatching(/^Cannot find the figure `12 percent`/),
    },
  ]);
});

/** As far as the test reads it (Language Server Protocol 3.17). */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly diagnostics: readonly object[] };
}
