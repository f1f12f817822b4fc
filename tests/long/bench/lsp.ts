import { startServer } from '../../lsp/server.ts';
import { median } from './measure.ts';
import { type Files, writeFiles } from './workspace.ts';

/** In milliseconds, on two idle cores. */
const LIMIT = 100;

/** Words of a source that an article is about to cite. */
export interface Wanted {
  readonly sourceId: string;
  readonly quote: string;
}

/**
 * Measure how long an editor waits for completion and hover right after a keystroke, which the answer has to take into
 * account: nothing of it was checked before. Returns how many of these are over the limit.
 *
 * @param root An empty folder.
 */
export async function measureLsp(
  root: string,
  files: Files,
  { sourceId, quote }: Wanted,
  rounds: number,
  say: (line: string) => void,
): Promise<number> {
  writeFiles(root, files);
  const editor = await startServer(root);
  const file = [...files.keys()].find((path) => path.startsWith('content/articles/')) ?? '';
  const text = editor.read(file);
  const first = quote.split(' ').slice(0, 6);
  const words = first.join(' ');
  // As an editor has it that closes marks by itself: a quote that is nowhere.
  const other = first.toReversed().join(' ');
  const footnote = `[^new]: @${sourceId} "${quote}"`;
  const asked: readonly (readonly [what: string, method: string, typed: string, mark: string, shift: number])[] = [
    ['completion of a label', 'completion', 'Written[^', 'Written[^', 9],
    ['completion of an id', 'completion', '[^new]: @', '[^new]: @', 9],
    ['completion of a quote', 'completion', `[^new]: @${sourceId} "${words}`, `"${words}`, words.length + 1],
    [
      'completion of words in another order',
      'completion',
      `[^new]: @${sourceId} "${other}"`,
      `"${other}`,
      other.length + 1,
    ],
    ['hover on a reference', 'hover', `Written.[^new]\n\n${footnote}`, '[^new]', 3],
    ['hover on an id', 'hover', `Written.[^new]\n\n${footnote}`, footnote, 12],
    ['hover on a quote', 'hover', `Written.[^new]\n\n${footnote}`, footnote, footnote.length - 3],
  ];
  let over = 0;
  for (const [what, method, typed, mark, shift] of asked) {
    const waits: number[] = [];
    // In the first round, everything is read.
    for (let round = 0; round <= rounds; round++) {
      const start = performance.now();
      await editor.type(file, `${text}\n${'again '.repeat(round)}\n\n${typed}`);
      const answer = await editor.ask<{ items?: unknown[]; contents?: unknown } | null>(method, file, mark, shift);
      if (!answer?.contents && !answer?.items?.length) throw new Error(`No answer: ${what}`);
      if (round > 0) waits.push(performance.now() - start);
    }
    const wait = median(waits);
    const isOver = wait > LIMIT;
    if (isOver) over++;
    const most = `${Math.max(...waits)
      .toFixed(0)
      .padStart(6)} at most`;
    say(`${what.padEnd(44)}${wait.toFixed(0).padStart(6)} ms,${most}, limit ${LIMIT} ms${isOver ? '  OVER' : ''}`);
  }
  await editor.stop();
  return over;
}
