import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeAction, CompletionList, Hover, Location, WorkspaceEdit } from 'vscode-languageserver';
import { startServer } from './server.ts';

const GRAIN = 'content/articles/grain.mdx';
const STORMS = 'content/articles/storms.mdx';

let editor: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  editor = await startServer();
});
afterAll(() => editor.stop());

test('the server says what it can do', async () => {
  const { capabilities } = editor;
  expect(capabilities).toMatchObject({
    completionProvider: { triggerCharacters: expect.arrayContaining(['@', '^', '"']) },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
  });
});

describe('problems', () => {
  test('of an unsaved text appear while somebody types, and vanish', async () => {
    const text = editor.read(GRAIN);
    await editor.type(GRAIN, text.replace('11 percent more grain in 2023.[^growth]', '12 percent more.[^growth]'));
    const [problem] = await editor.problemsOf(GRAIN);
    expect(problem).toMatchObject({ code: 'figure-unsupported', severity: 1, source: 'citations' });
    expect(problem?.range.start).toEqual({ line: 9, character: 26 });
    await editor.type(GRAIN, text);
    expect(await editor.problemsOf(GRAIN, true)).toEqual([]);
  });

  test('of every rule, with the help of the command line', async () => {
    await editor.type(GRAIN, `${editor.read(GRAIN)}\nNo ship left.\n`);
    const [problem] = await editor.problemsOf(GRAIN);
    expect(problem?.code).toBe('statement-uncited');
    expect(problem?.message).toContain('help: ');
  });
});

describe('completion', () => {
  const complete = async (written: string) => {
    await editor.type(GRAIN, `${editor.read(GRAIN)}\n[^new]: ${written}`);
    const list = await editor.ask<CompletionList>(
      'completion',
      GRAIN,
      `[^new]: ${written}`,
      `[^new]: ${written}`.length,
    );
    return list.items.map(({ label, textEdit }) => [label, textEdit?.newText]);
  };

  test('of ids of sources', async () => {
    expect(await complete('@')).toEqual([
      ['harbour-report', 'harbour-report'],
      ['weather-log', 'weather-log'],
    ]);
  });

  test.for<[typed: string, quotes: string[]]>([
    ['@weather-log "noon storm', ['@weather-log "3 May: the storm reaches Vellin at noon; the port is closed."']],
    [
      '@harbour-report "second QUAY 2025 there',
      ['@harbour-report "A second quay is to be opened in 2025 there, too."'],
    ],
    ['@weather-log#L1 "rising', ['@weather-log "2 May: wind from the west, rising."']],
    ['@weather-log "no such words', []],
    ['@no-source "wind', []],
    ['@harbour-report "clerk board', []],
  ])('of sentences by words typed, in any order and capitals: %s', async ([typed, quotes]) => {
    expect((await complete(typed)).map(([, text]) => text)).toEqual(quotes);
  });

  test('of labels, with what they quote', async () => {
    await editor.type(GRAIN, editor.read(GRAIN).replace('Bélan.[^west]', 'Bélan.[^we'));
    const { items } = await editor.ask<CompletionList>('completion', GRAIN, '[^we\n', 4);
    expect(items.map(({ label }) => label)).toEqual(['growth', 'west', 'best', 'oats']);
  });
});

test.for<[mark: string, shown: string[]]>([
  ['[^west]\n', ['**Report of the harbour office**, lines 7–8', '**; the rest', '1 statement rests on these words']],
  ['[^west]:', ['**Most of it went west']],
  ['"Most of it', ['**Most of it went west']],
  ['harbour-report "Most', ['(`harbour-report`)', '7 statements rest on this source']],
])('hovering at %s shows the words of the source', async ([mark, shown]) => {
  await editor.type(GRAIN, editor.read(GRAIN));
  const hover = await editor.ask<Hover>('hover', GRAIN, mark, 2);
  const { value } = hover.contents as { value: string };
  for (const words of shown) expect(value).toContain(words);
});

test('hovering where nothing is shows nothing', async () => {
  await editor.type(GRAIN, editor.read(GRAIN));
  expect(await editor.ask('hover', GRAIN, 'The port')).toBeNull();
});

describe('navigation', () => {
  test('leads from a reference to its footnote, and from there to the line of the source', async () => {
    await editor.type(GRAIN, editor.read(GRAIN));
    const footnote = await editor.ask<Location>('definition', GRAIN, '[^west]\n', 2);
    expect(footnote).toMatchObject({ uri: editor.uriOf(GRAIN), range: { start: { line: 18, character: 0 } } });
    const words = await editor.ask<Location>('definition', GRAIN, '"Most of it', 2);
    expect(words).toMatchObject({ uri: editor.uriOf('sources/harbour-report.txt'), range: { start: { line: 6 } } });
  });

  test('finds every reference to a footnote, and every statement on a passage', async () => {
    await editor.type(GRAIN, editor.read(GRAIN));
    expect(await editor.ask<Location[]>('references', GRAIN, '[^west]\n', 2)).toHaveLength(2);
    const [statement, ...others] = await editor.ask<Location[]>('references', GRAIN, '"Most of it', 2);
    expect(others).toEqual([]);
    expect(statement).toMatchObject({ uri: editor.uriOf(GRAIN), range: { start: { line: 9 } } });
    const onLine = await editor.ask<Location[]>('references', 'sources/harbour-report.txt', 'Most of it', 2);
    expect(onLine).toEqual([statement]);
  });
});

describe('repairs', () => {
  const actions = async (change: (text: string) => string, mark: string, shift = 1) => {
    const text = change(editor.read(GRAIN));
    await editor.type(GRAIN, text);
    await editor.problemsOf(GRAIN);
    const found = await editor.ask<CodeAction[]>('codeAction', GRAIN, mark, shift);
    return found.map(({ title, edit }) => ({ title, text: apply(text, edit, editor.uriOf(GRAIN)) }));
  };

  test('take the words of the source', async () => {
    const [action] = await actions(
      (text) => text.replace('Most of it went west, on', 'Most of it went East, on'),
      '@harbour-report "Most of',
    );
    expect(action?.title).toContain('Quote line 7');
    expect(action?.text).toContain('@harbour-report "Most of it went west, on 40 ships of the ferry line');
  });

  test('cite the source that has the words', async () => {
    const [action] = await actions(
      (text) => text.replace('@harbour-report "Most', '@weather-log "Most'),
      '@weather-log "Most',
    );
    expect(action?.title).toBe('Cite `harbour-report`, which has these words on line 7');
    expect(action?.text).toContain('[^west]: @harbour-report "Most');
  });

  test('correct an id, a label and an address', async () => {
    const [id] = await actions(
      (text) => text.replace('@harbour-report "Most', '@harbor-report "Most'),
      '@harbor-report',
    );
    expect(id?.text).toContain('[^west]: @harbour-report "Most');
    const [label] = await actions((text) => text.replace('Bélan.[^west]', 'Bélan.[^wets]'), '[^wets]');
    expect(label?.text).toContain('Bélan.[^west]');
  });

  test('add a footnote for a sentence', async () => {
    const [action] = await actions(
      (text) => text.replace('\n## The', '\nNo ship left Almar.\n\n## The'),
      'No ship left',
    );
    expect(action?.text).toContain('No ship left Almar.[^no-ship-left]\n');
    expect(action?.text.endsWith('\n\n[^no-ship-left]: @\n')).toBe(true);
  });

  test('tidy the footnotes as --fix does', async () => {
    const found = await actions(
      (text) =>
        text
          .replace('[^oats]: @harbour-report "the rest', '[^oats]: @harbour-report “the rest')
          .replace('in 2023.[^growth]', 'in 2024.[^growth]'),
      'The port',
    );
    expect(found.map(({ title }) => title)).toContainEqual(expect.stringContaining('one form'));
  });
});

describe('renaming', () => {
  test('a label renames its references', async () => {
    await editor.type(GRAIN, editor.read(GRAIN));
    const edit = await editor.ask<WorkspaceEdit>('rename', GRAIN, '[^west]\n', 3, { newName: 'westward' });
    const text = apply(editor.read(GRAIN), edit, editor.uriOf(GRAIN));
    expect(text.match(/\[\^westward\]/g)).toHaveLength(2);
    expect(text).not.toContain('[^west]');
    await expect(editor.ask('rename', GRAIN, '[^west]\n', 3, { newName: 'best' })).rejects.toThrow('already');
    await expect(editor.ask('rename', GRAIN, '[^west]\n', 3, { newName: 'two words' })).rejects.toThrow('one word');
  });

  test('an id renames the files and every citation', async () => {
    await editor.type(GRAIN, editor.read(GRAIN));
    const edit = await editor.ask<WorkspaceEdit>('rename', GRAIN, 'harbour-report', 3, { newName: 'port-report' });
    const grain = apply(editor.read(GRAIN), edit, editor.uriOf(GRAIN));
    expect(grain).not.toContain('harbour-report');
    expect(
      apply(editor.read('sources/harbour-report.yaml'), edit, editor.uriOf('sources/harbour-report.yaml')),
    ).toContain('id: port-report');
    const renamed = edit.documentChanges?.flatMap((change) => ('newUri' in change ? change.newUri : []));
    expect(renamed).toEqual([editor.uriOf('sources/port-report.txt'), editor.uriOf('sources/port-report.yaml')]);
    expect(existsSync(join(editor.root, 'sources/harbour-report.txt'))).toBe(true);
    await expect(editor.ask('rename', GRAIN, 'harbour-report', 3, { newName: 'weather-log' })).rejects.toThrow(
      'already',
    );
    expect(editor.read(STORMS)).toContain('weather-log');
  });
});

/** A text after the edits of one file. */
function apply(text: string, edit: WorkspaceEdit | undefined, uri: string): string {
  const changes = [
    ...(edit?.changes?.[uri] ?? []),
    ...(edit?.documentChanges ?? []).flatMap((change) =>
      'textDocument' in change && change.textDocument.uri === uri ? change.edits : [],
    ),
  ];
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = ({ line, character }: { line: number; character: number }) =>
    (starts[line] ?? text.length) + character;
  return changes
    .flatMap((change) => ('range' in change && 'newText' in change ? [change] : []))
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (all, { range, newText }) => all.slice(0, offset(range.start)) + newText + all.slice(offset(range.end)),
      text,
    );
}
