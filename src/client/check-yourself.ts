import type { Proof } from '#formats/proof.ts';
import { count } from '#text/count.ts';
import { make } from './make.ts';
import { type CitationResult, decodeText, type SourceResult, verifyCitations, verifySource } from './verify.ts';

/**
 * Check the citations of this page again, in the reader's own browser: fetch each text it cites, compare its SHA-256,
 * and look up every quote that the page shows. Reports its progress, and what to do about a mismatch.
 */
export async function checkYourself(panel: HTMLElement): Promise<void> {
  const button = panel.querySelector('button');
  const results = panel.querySelector<HTMLElement>('.results');
  if (!button || !results) return;
  button.disabled = true;
  const onProgress = (words: string) => results.replaceChildren(make('p', '', words));
  try {
    results.replaceChildren(...(await check(panel.dataset['proof'] ?? '', onProgress)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const words = `✗ The check could not be finished: ${reason}.`;
    results.replaceChildren(make('p', 'failed', `${words} Nothing is said by that about the citations; try again.`));
  }
  button.disabled = false;
  button.textContent = 'Check again';
}

async function check(address: string, onProgress: (words: string) => void): Promise<Node[]> {
  onProgress('Fetching the list of citations…');
  const proof: Proof = await (await load(address)).json();
  const sources: SourceResult[] = [];
  const texts = new Map<string, string | undefined>();
  for (const [index, source] of proof.sources.entries()) {
    onProgress(`Fetching text ${index + 1} of ${proof.sources.length}: ${source.name}…`);
    const bytes = await load(source.text)
      .then((response) => response.arrayBuffer())
      .catch(() => undefined);
    texts.set(source.id, bytes && decodeText(bytes));
    sources.push(await verifySource(source, bytes, globalThis.crypto?.subtle));
  }
  onProgress(`Looking up ${count(proof.citations.length, 'quotation')}…`);
  return report(sources, verifyCitations(proof, texts, shownIn));
}

/** Fetch from the server, not from the browser's cache. */
async function load(address: string): Promise<Response> {
  const response = await fetch(address, { cache: 'reload' });
  if (!response.ok) throw new Error(`${address} cannot be fetched (${response.status})`);
  return response;
}

function shownIn(note: string, index: number): string[] {
  const citation = document.getElementById(note)?.querySelectorAll('.citation')[index];
  return [...(citation?.querySelectorAll('.quoted q') ?? [])].map((quote) => quote.textContent);
}

const ADVICE = [
  'Load the page again: it may be older than the texts.',
  'If the fault stays, either the page or a text was changed on its way to you or on the server.',
  'Compare the text with the file in the project’s repository,',
  'and do not rely on the quotations named below until it is explained.',
].join(' ');

function report(sources: readonly SourceResult[], citations: readonly CitationResult[]): Node[] {
  const holding = citations.filter(({ holds }) => holds);
  const failed = citations.filter(({ holds }) => !holds);
  const inPage = document.querySelectorAll('.footnotes .citation').length;
  const isComplete = inPage === citations.length;
  const isRight = failed.length === 0 && isComplete && sources.every(isSound);
  const found = `${isRight ? '✓' : '✗'} ${holding.length} of ${count(citations.length, 'quotation')} ${holding.length === 1 ? 'stands' : 'stand'} in these texts`;
  const missing = ` The page shows ${inPage}: it is not the one that the list was made for.`;
  const summary = `${found}, at their places, as this page shows them.${isComplete ? '' : missing}`;
  return [
    make('p', isRight ? 'held' : 'failed', summary),
    make('ul', 'plain-list', ...sources.map(sourceLine)),
    ...(isRight ? [] : [make('p', '', ADVICE)]),
    failed.length > 0 ? details('The quotations that do not stand there', failed) : details('Each quotation', holding),
  ];
}

function isSound({ digest }: SourceResult): boolean {
  return digest === 'same' || digest === 'unknown';
}

function sourceLine(result: SourceResult): HTMLElement {
  const { source, digest, found } = result;
  const link = make('a', '', source.name);
  link.href = source.text;
  const mark = { same: '✓', differs: '✗', missing: '✗', unknown: '–' }[digest];
  const item = make('li', isSound(result) ? 'held' : 'failed', `${mark} `, link, `: ${wordsFor(result)} `);
  if (found !== undefined) item.append(make('code', '', `${found.slice(0, 16)}…`));
  if (digest === 'differs') item.append(`, expected ${source.sha256.slice(0, 16)}…`);
  return item;
}

function wordsFor({ source, digest }: SourceResult): string {
  const whole = 'the text as received, byte for byte; SHA-256';
  const parts = 'parts of it are not published; what is published is unchanged, by its own SHA-256';
  return {
    same: source.isWhole ? whole : parts,
    differs: 'the text is not the one that was checked; SHA-256',
    missing: 'the text cannot be fetched, or is damaged',
    unknown: 'your browser computes SHA-256 only on a secure connection; only the quotations were checked',
  }[digest];
}

/** A list of quotations, open if they failed. */
function details(title: string, citations: readonly CitationResult[]): HTMLElement {
  const items = citations.map(({ citation, holds, shown }) => {
    const words = shown.join(' […] ');
    const link = make('a', '', `“${words.length > 90 ? `${words.slice(0, 90)}…` : words}”`);
    link.href = `#${citation.note}`;
    link.dir = 'auto';
    return make('li', '', `${holds ? '✓' : '✗'} `, link);
  });
  const element = make('details', '', make('summary', '', title), make('ol', '', ...items));
  element.open = citations.some(({ holds }) => !holds);
  return element;
}
