/** What a reader wants to report: the page, the statement, and the passage that should bear it. */
export interface Report {
  readonly page: string;
  readonly statement?: string;
  readonly passage?: string;
}

/** The address of a prepared report: a mail, or a form that takes `title` and `body`, as those for issues do. */
export function reportLink(address: string, { page, statement, passage }: Report): string {
  const title = `An error on ${new URL(page).pathname}`;
  const lines = [
    `Page: ${page}`,
    statement && `Statement: ${statement}`,
    passage && `Passage: ${passage}`,
    '',
    'What is wrong:',
    '',
  ];
  const body = lines.filter((line) => line !== undefined).join('\n');
  const isMail = address.startsWith('mailto:');
  const fields = { [isMail ? 'subject' : 'title']: title, body };
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${address}${address.includes('?') ? '&' : '?'}${query.join('&')}`;
}
