const { LanguageClient, TransportKind } = require('vscode-languageclient/node');
const { workspace } = require('vscode');

/** @type {LanguageClient | undefined} */
let client;

/** Start the language server of the open project, with the Node of its install. */
exports.activate = () => {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) return undefined;
  const cwd = folder.uri.fsPath;
  const run = {
    command: 'npm',
    args: ['run', '--silent', 'lsp'],
    options: { cwd, shell: true },
    transport: TransportKind.stdio,
  };
  const documentSelector = [
    { scheme: 'file', pattern: '**/content/**/*.mdx' },
    { scheme: 'file', pattern: '**/sources/*.txt' },
  ];
  client = new LanguageClient('citations', 'Citations', run, { documentSelector, workspaceFolder: folder });
  return client.start();
};

exports.deactivate = () => client?.stop();
