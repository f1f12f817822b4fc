/** What a reader wants to report: the page, the statement, and the passages that should bear it. */
export interface Report {
  readonly page: string;
  readonly statement?: string;
  readonly passages?: readonly { readonly words: string; readonly address: string }[];
}

/** Some mail programs and servers cut or refuse a longer address, in characters. */
const LONGEST = 2000;
/** Of the statement and of each passage, in characters; fewer where the address would be too long. */
const WORDS = 600;
/** A list of more passages would leave no room for their words. */
const PASSAGES = 5;

/** The address of a prepared report: a mail, or a form that takes `title` and `body`, as those for issues do. */
export function reportLink(address: string, report: Report): string {
  for (let most = WORDS; ; most -= 25) {
    const link = prepare(address, report, most);
    if (link.length <= LONGEST || most === 0) return link;
  }
}

function prepare(address: string, { page, statement, passages = [] }: Report, most: number): string {
  const url = new URL(address);
  const isMail = url.protocol === 'mailto:';
  const lines = [
    `Page: ${page}`,
    ...(statement === undefined ? [] : [`Statement: ${cut(statement, most)}`]),
    ...passages
      .slice(0, PASSAGES)
      .map(({ words, address }) => `Passage: ${[cut(words, most), address].join(' ').trim()}`),
    '',
    'What is wrong:',
    '',
  ];
  const fields = {
    [isMail ? 'subject' : 'title']: `An error on ${new URL(page).pathname}`,
    // Lines of a mail end as RFC 6068 wants.
    body: lines.join(isMail ? '\r\n' : '\n'),
  };
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`);
  url.search = [url.search.slice(1), ...query].filter(Boolean).join('&');
  return url.href;
}

/** The first words of a text, in one line. */
function cut(text: string, most: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  if (characters.length <= most) return characters.join('');
  const start = characters.slice(0, most).join('');
  return `${start.slice(0, start.lastIndexOf(' ') + 1 || start.length).trim()}…`;
}
