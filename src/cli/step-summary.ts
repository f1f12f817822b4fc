import { appendFileSync } from 'node:fs';

/** In bytes of UTF-8. GitHub shows nothing of a larger summary. */
const MOST = 1024 * 1024;
/** For the line that counts what is left out. */
const RESERVE = 200;

/** Add blocks of Markdown to the summary of this step of GitHub Actions, as many as fit. Elsewhere, do nothing. */
export function addToSummary(blocks: readonly string[]): void {
  const file = process.env['GITHUB_STEP_SUMMARY'];
  if (!file || blocks.length === 0) return;
  let size = 0;
  const tooMuch = blocks.findIndex((block) => {
    size += Buffer.byteLength(block) + 2;
    return size > MOST - RESERVE;
  });
  const shown = tooMuch === -1 ? blocks : blocks.slice(0, tooMuch);
  const left = blocks.length - shown.length;
  const rest = left === 0 ? [] : [`${left} more do not fit here`];
  appendFileSync(file, `${[...shown, ...rest].join('\n\n')}\n`);
}
