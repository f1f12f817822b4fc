import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createConnection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type Position,
  ProposedFeatures,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { indexLines } from '#text/location.ts';
import { actionsAt } from './actions.ts';
import { completeAt } from './completion.ts';
import { locationOf, rangeOf, uriOf } from './convert.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { hoverAt } from './hover.ts';
import { definitionAt, referencesAt, statementsAt } from './navigate.ts';
import { type OpenDocument, Project } from './project.ts';
import { renamableAt, renameAt } from './rename.ts';

/** In milliseconds: typing goes on for so long before the check runs. */
const PAUSE = 120;

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
let project = new Project(process.cwd());
/** Files whose problems the editor shows. */
let shown: readonly string[] = [];
let canWatch = false;

connection.onInitialize(({ workspaceFolders, capabilities }) => {
  const [folder] = workspaceFolders ?? [];
  if (folder) project = new Project(fileURLToPath(folder.uri));
  canWatch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      completionProvider: { triggerCharacters: ['@', '^', '"', '“', ' '] },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll'] },
      renameProvider: { prepareProvider: true },
    },
    serverInfo: { name: 'citations' },
  };
});

connection.onInitialized(() => {
  if (canWatch) {
    const watchers = ['**/content/**', '**/sources/**'].map((globPattern) => ({ globPattern }));
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
  check();
});

let pause: NodeJS.Timeout | undefined;
const checkSoon = () => {
  clearTimeout(pause);
  pause = setTimeout(check, PAUSE);
};
documents.onDidChangeContent(({ document }) => {
  const file = fileOf(document.uri);
  if (!/^content\/.+\.mdx$/.test(file)) return;
  project.unsaved.set(file, document.getText());
  project.changed();
  checkSoon();
});
documents.onDidClose(({ document }) => {
  project.unsaved.delete(fileOf(document.uri));
  project.changed();
  checkSoon();
});
documents.onDidSave(changed);
connection.onDidChangeWatchedFiles(changed);

function changed(): void {
  project.changed();
  checkSoon();
}

/** Check the project and show its problems at every file that has some, or had. */
function check(): void {
  const problems = attempt(() => project.checked.report.problems) ?? [];
  const byFile = diagnosticsOf(problems);
  for (const file of new Set([...shown, ...byFile.keys()])) {
    void connection.sendDiagnostics({ uri: uriOf(project.root, file), diagnostics: byFile.get(file) ?? [] });
  }
  shown = [...byFile.keys()];
}

/** A folder that is no project, or a file that vanished, is told in the log and stops nothing. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    connection.console.error(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** Answer about a place in a document; nothing for another file, or one that cannot be parsed. */
function answer<Result>(
  { textDocument, position }: At,
  about: (document: OpenDocument, offset: number) => Result,
): Result | undefined {
  return attempt(() => {
    const document = project.open(fileOf(textDocument.uri));
    return document && about(document, offsetOf(document.text, position));
  });
}

connection.onCompletion(({ textDocument, position }) =>
  attempt(() => {
    const file = fileOf(textDocument.uri);
    const text = documents.get(textDocument.uri)?.getText();
    return text === undefined ? undefined : completeAt(project, file, text, offsetOf(text, position));
  }),
);

connection.onHover((at) => {
  const found = answer(at, (document, offset) => hoverAt(project, document, offset));
  return found && { contents: { kind: 'markdown', value: found.markdown }, range: rangeOf(found.place) };
});

connection.onDefinition((at) => {
  const found = answer(at, (document, offset) => definitionAt(project, document, offset));
  return found && locationOf(project.root, found);
});

connection.onReferences((at) => {
  const [, sourceId] = /^sources\/(.+)\.txt$/.exec(fileOf(at.textDocument.uri)) ?? [];
  const raw = sourceId === undefined ? undefined : attempt(() => project.source(sourceId)?.raw);
  const found =
    sourceId !== undefined && raw !== undefined
      ? attempt(() => statementsAt(project, sourceId, offsetOf(raw, at.position)))
      : answer(at, (document, offset) => referencesAt(project, document, offset));
  return found?.map((place) => locationOf(project.root, place));
});

connection.onCodeAction(({ textDocument, range, context }) =>
  answer({ textDocument, position: range.start }, (document, start) =>
    actionsAt(project, document, { start, end: offsetOf(document.text, range.end) }, context.diagnostics),
  ),
);

connection.onPrepareRename((at) => {
  const place = answer(at, renamableAt);
  return place && rangeOf(place);
});

connection.onRenameRequest((at) => {
  const outcome = answer(at, (document, offset) => renameAt(project, document, offset, at.newName));
  if (outcome && 'error' in outcome) return new ResponseError(ErrorCodes.InvalidParams, outcome.error);
  return outcome?.edit;
});

/** The path of a file below the root, with `/`. */
function fileOf(uri: string): string {
  return uri.startsWith('file:') ? relative(project.root, fileURLToPath(uri)).split(sep).join('/') : join(uri);
}

function offsetOf(text: string, { line, character }: Position): number {
  const lines = indexLines(text);
  return Math.min((lines[line] ?? text.length) + character, lines[line + 1] ?? text.length);
}

documents.listen(connection);
connection.listen();
