import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type Diagnostic,
  type Position,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const program = fileURLToPath(new URL('../../src/lsp/server.ts', import.meta.url));
const site = fileURLToPath(new URL('../fixtures/site/', import.meta.url));

/** A copy of a site, and the language server started for it as an editor starts it, until `stop`. */
export async function startServer(original = site) {
  const folder = mkdtempSync(join(tmpdir(), 'lsp-'));
  const root = join(folder, 'site');
  cpSync(original, root, { recursive: true });
  const server: ChildProcessWithoutNullStreams = spawn(process.execPath, [program], { cwd: folder });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const stop = async () => {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    connection.dispose();
    rmSync(folder, { recursive: true });
  };

  const uriOf = (file: string) => pathToFileURL(join(root, file)).href;
  const diagnostics = new Map<string, Diagnostic[]>();
  let onDiagnostics = () => {};
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics: found }) => {
    diagnostics.set(uri, found);
    onDiagnostics();
  });
  connection.listen();
  const { capabilities } = await connection.sendRequest<{ capabilities: Record<string, unknown> }>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'site' }],
  });
  await connection.sendNotification('initialized', {});

  const texts = new Map<string, string>();
  let version = 0;
  return {
    stop,
    root,
    capabilities,
    uriOf,
    /** A file as it is on disk. */
    read: (file: string) => readFileSync(join(root, file), 'utf8'),
    /** Open a document, or change its text, as somebody who types. Nothing is saved. */
    type: async (file: string, text: string) => {
      diagnostics.clear();
      version++;
      const textDocument = { uri: uriOf(file), version, languageId: 'mdx', text };
      await (texts.has(file)
        ? connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text }] })
        : connection.sendNotification('textDocument/didOpen', { textDocument }));
      texts.set(file, text);
    },
    /** The problems of a file, as soon as there are some, or none with `isNone`. */
    problemsOf: (file: string, isNone = false) =>
      new Promise<Diagnostic[]>((resolve) => {
        onDiagnostics = () => {
          const found = diagnostics.get(uriOf(file)) ?? [];
          if (isNone ? found.length === 0 && diagnostics.has(uriOf(file)) : found.length > 0) resolve(found);
        };
        onDiagnostics();
      }),
    /** Ask about the place of `mark` in the open text of a file; `shift` characters further on. */
    ask: <Answer>(method: string, file: string, mark: string, shift = 1, more: object = {}) => {
      const text = texts.get(file) ?? readFileSync(join(root, file), 'utf8');
      const at = text.indexOf(mark);
      if (at === -1) throw new Error(`Cannot find ${mark}`);
      const position = positionOf(text, at + shift);
      return connection.sendRequest<Answer>(`textDocument/${method}`, {
        textDocument: { uri: uriOf(file) },
        position,
        range: { start: position, end: position },
        context: { diagnostics: diagnostics.get(uriOf(file)) ?? [], includeDeclaration: true },
        ...more,
      });
    },
  };
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
