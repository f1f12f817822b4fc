import type { Proof } from '#formats/proof.ts';
import { type CitationResult, decodeText, type SourceResult, verifyCitations, verifySource } from './verify.ts';

/**
 * Check the citations of this page anew, in the reader's own browser: fetch each text it cites, compare its SHA-256, and look
 * up every quote that the page shows. Says what it does while it does it, and what to do where something does not agree.
 */
export async function checkYourself(panel: HTMLElement): Promise<void> {
  const button = panel.querySelector('button');
  const results = panel.querySelector<HTMLElement>('.results');
  if (!button || !results) return;
  button.disabled = true;
  try {
    results.replaceChildren(
      ...(await check(panel.dataset['proof'] ?? '', (words) => results.replaceChildren(line('p', words)))),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    results.replaceChildren(
      line(
        'p',
        `✗ The check could not be finished: ${reason}. Nothing is said by that about the citations; try again.`,
        'failed',
      ),
    );
  }
  button.disabled = false;
  button.textContent = 'Check again';
}

async function check(address: string, tell: (words: string) => void): Promise<Node[]> {
  tell('Fetching the list of citations…');
  const proof: Proof = await (await load(address)).json();
  const sources: SourceResult[] = [];
  const texts = new Map<string, string | undefined>();
  for (const [index, source] of proof.sources.entries()) {
    tell(`Fetching text ${index + 1} of ${proof.sources.length}: ${source.name}…`);
    const bytes = await fetchText(source.text);
    texts.set(source.id, bytes && decodeText(bytes));
    sources.push(await verifySource(source, bytes, globalThis.crypto?.subtle));
  }
  tell(`Looking up ${proof.citations.length} quotations…`);
  const citations = verifyCitations(proof, texts, shownIn);
  return report(sources, citations, document.querySelectorAll('.footnotes .citation').length);
}

/** From the server, past what the browser has kept. */
async function load(address: string): Promise<Response> {
  const response = await fetch(address, { cache: 'reload' });
  if (!response.ok) throw new Error(`${address} cannot be fetched (${response.status})`);
  return response;
}

async function fetchText(address: string): Promise<ArrayBuffer | undefined> {
  try {
    return await (await load(address)).arrayBuffer();
  } catch {
    return undefined;
  }
}

function shownIn(note: string, index: number): string[] {
  const citation = document.getElementById(note)?.querySelectorAll('.citation')[index];
  return [...(citation?.querySelectorAll('.quoted q') ?? [])].map((quote) => quote.textContent);
}

function report(sources: readonly SourceResult[], citations: readonly CitationResult[], inPage: number): Node[] {
  const holding = citations.filter(({ holds }) => holds);
  const failed = citations.filter(({ holds }) => !holds);
  const isComplete = inPage === citations.length;
  const isRight =
    failed.length === 0 && isComplete && sources.every(({ digest }) => digest === 'same' || digest === 'unknown');

  const list = document.createElement('ul');
  list.className = 'plain-list';
  list.append(...sources.map(sourceLine));
  const summary = line(
    'p',
    `${isRight ? '✓' : '✗'} ${holding.length} of ${citations.length} quotations stand in these texts, at their places, as this page shows them.${
      isComplete ? '' : ` The page shows ${inPage}: it is not the one that the list was made for.`
    }`,
    isRight ? 'held' : 'failed',
  );
  return [
    summary,
    list,
    ...(isRight ? [] : [line('p', ADVICE)]),
    details(
      failed.length > 0 ? 'The quotations that do not stand there' : 'Each quotation',
      failed.length > 0 ? failed : holding,
      failed.length > 0,
    ),
  ];
}

const ADVICE =
  'Load the page again: it may be older than the texts. If the fault stays, either the page or a text was changed on its way to you or on the server. Compare the text with the file in the project’s repository, and do not rely on the quotations named below until it is explained.';

function sourceLine({ source, digest, found }: SourceResult): HTMLElement {
  const item = document.createElement('li');
  item.className = digest === 'same' || digest === 'unknown' ? 'held' : 'failed';
  const link = document.createElement('a');
  link.href = source.text;
  link.textContent = source.name;
  item.append(
    `${{ same: '✓', differs: '✗', missing: '✗', unknown: '–' }[digest]} `,
    link,
    `: ${SAYS[digest](source.isWhole)} `,
  );
  if (found !== undefined)
    item.append(
      line('code', `${found.slice(0, 16)}…`),
      digest === 'differs' ? `, expected ${source.sha256.slice(0, 16)}…` : '',
    );
  return item;
}

const SAYS: Readonly<Record<SourceResult['digest'], (isWhole: boolean) => string>> = {
  same: (isWhole) =>
    isWhole
      ? 'the text as received, to the byte; SHA-256'
      : 'parts of it are not published; what is published is unchanged, by its own SHA-256',
  differs: () => 'the text is not the one that was checked; SHA-256',
  missing: () => 'the text cannot be fetched, or is damaged',
  unknown: () => 'your browser computes SHA-256 only on a secure connection; only the quotations were checked',
};

function details(title: string, citations: readonly CitationResult[], open: boolean): HTMLElement {
  const element = document.createElement('details');
  element.open = open;
  const list = document.createElement('ol');
  list.append(
    ...citations.map(({ citation, holds, shown }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = `#${citation.note}`;
      const words = shown.join(' […] ');
      link.textContent = `“${words.length > 90 ? `${words.slice(0, 90)}…` : words}”`;
      item.append(`${holds ? '✓' : '✗'} `, link);
      return item;
    }),
  );
  element.append(line('summary', title), list);
  return element;
}

function line(tag: 'p' | 'code' | 'summary', words: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = words;
  if (className) element.className = className;
  return element;
}
