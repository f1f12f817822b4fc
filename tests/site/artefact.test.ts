import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Check, checkArtefact } from '../long/artefact/check.ts';
import { type Files, readFiles } from '../long/artefact/site.ts';
import { BASE } from './open-page.ts';
import { ADDED, startSite } from './project.ts';

let root = '';
let browser: Browser;
let files: Files = new Map();
let sources: Files = new Map();

beforeAll(async () => {
  const site = await startSite();
  ({ root, browser } = site);
  files = readFiles(site.dist);
  sources = readFiles(join(root, 'sources'));
});
afterAll(() => browser?.close());

test('the built site matches its raw texts and records, as a program checks that knows nothing of the engine', () => {
  const { counts, faults } = checkArtefact(files, sources);
  expect(faults).toEqual([]);
  expect(counts['citations followed']).toBeGreaterThan(50);
  expect(counts['withheld strings looked for']).toBeGreaterThan(2);
});

type Change = (files: Map<string, Buffer>) => void;

const edit =
  (file: string, from: string | RegExp, to: string): Change =>
  (files) => {
    const before = String(files.get(file));
    const after = before.replace(from, to);
    if (after === before) throw new Error(`Cannot find ${from} in ${file}`);
    files.set(file, Buffer.from(after));
  };

const [, SLUG = ''] = /([^/]+)\/$/.exec(ADDED) ?? [];
const PAGE = `articles/${SLUG}/index.html`;
const ANNOTATIONS = `articles/${SLUG}/annotations.jsonld`;
const PROOF = `articles/${SLUG}/citations.json`;
const SOURCE = 'sources/weather-log/index.html';
const STYLE = 'sources/weather-log.css';
const TEXT = 'sources/weather-log.txt';

/** Let the first note of the page lead to where another one leads: to the same source or not. */
const swapNotes =
  (sameSource: boolean): Change =>
  (files) => {
    const addresses = [...String(files.get(PAGE)).matchAll(/class="read" href="([^"]+)"/g)].map(
      ([, address = '']) => address,
    );
    const [first = ''] = addresses;
    const sourceOf = (address: string) => address.split('#')[0];
    const other = addresses.find(
      (address) => address !== first && (sourceOf(address) === sourceOf(first)) === sameSource,
    );
    edit(PAGE, `"${first}"`, `"${other}"`)(files);
  };

/** A line that the record of a source withholds, taken when it is needed and shown to nobody. */
function withheldLine(): string {
  const [line = ''] = String(sources.get('harbour-report.txt'))
    .split('\n')
    .slice(0, 2)
    .toSorted((a, b) => b.length - a.length);
  if (line.split(' ').length < 5) throw new Error('Expected a line of some length');
  return line;
}

const addWithheld =
  (file: string, before: string, write: (line: string) => string): Change =>
  (files) =>
    edit(file, before, `${write(withheldLine())}${before}`)(files);
const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

test.for<[check: Check, what: string, change: Change, fact: RegExp]>([
  ['notes', 'a letter of a quotation', edit(PAGE, /(<q>[^<]*?)[a-z]/, '$1ø'), /light up are not those of the note/],
  ['notes', 'a quotation left out', edit(PAGE, /<q>[^<]*/, '<q>'), /nothing is quoted/],
  [
    'notes',
    'a letter next to a quotation',
    edit(PAGE, /(class="context">[^<]*?)[a-z]/, '$1ø'),
    /do not stand around it/,
  ],
  [
    'notes',
    'another line in a note',
    edit(PAGE, /, lines? \d+(?:–\d+)?\.<\/p>/, ', line 9999.</p>'),
    /the note says 9999/,
  ],
  ['notes', 'a note that leads to other words', swapNotes(true), /light up are not those of the note/],
  ['notes', 'a note that leads to another source', swapNotes(false), /not the one that is opened/],
  ['notes', 'a note that leads to no words', edit(PAGE, /(class="read" href="[^"]*)"/, '$19"'), /is there 0 times/],
  ['notes', 'a note without a way to its words', edit(PAGE, '>Read in the source<', '>Source<'), /expected one link/],
  ['notes', 'a number that leads to no note', edit(PAGE, /"#note-fn-[^"]*"/, '"#main"'), /leads to no citation/],
  ['notes', 'a note that no number leads to', edit(PAGE, /id="note-fn-[^"]*"/, 'id="note-fn-0"'), /no number leads/],
  [
    'notes',
    'a button for another note',
    edit(PAGE, /popovertarget="note-[^"]*"/, 'popovertarget="main"'),
    /opens another note/,
  ],
  ['notes', 'a note that leads nowhere back', edit(PAGE, /"#note-fnref-[^"]*"/, '"#main"'), /does not lead back/],
  [
    'notes',
    'a class of a passage swapped',
    edit(SOURCE, /class="cited c[\d_-]+/, 'class="cited c0-1'),
    /light up are not those/,
  ],
  [
    'notes',
    'a passage that does not light up',
    edit(STYLE, /\.source-text:has\([^)]*\) [^,]*,/, ''),
    /does not light up its words/,
  ],
  [
    'notes',
    'a passage that lights up more',
    edit(STYLE, /^(\S+) (\S+),\n(\S+) (\S+),/, '$1 $2,\n$1 $4,\n$3 $4,'),
    /does not light up/,
  ],
  ['notes', 'a text without its class', edit(SOURCE, /<div class="source-text[^>]*>/, '<div>'), /does not light up/],
  [
    'notes',
    'a passage that nobody cites',
    edit(SOURCE, '<span id="c', '<i id="c0" class="landing"></i>$&'),
    /no note leads/,
  ],
  [
    'sources',
    'a letter of a source',
    edit(SOURCE, /(class="cited[^>]*>[^<]*?)[a-z]/, '$1ø'),
    /not that of the raw text/,
  ],
  ['sources', 'a line of a source left out', edit(SOURCE, 'id="L2"', 'id="line-2"'), /L2: a line is missing/],
  ['sources', 'a source without a page', (files) => files.delete(SOURCE), /a source without a page/],
  ['texts', 'a letter of a served text', edit(TEXT, /[a-z]/, 'ø'), /line 1 is not that of the raw text/],
  ['texts', 'a line more in a served text', edit(TEXT, /$/, '\n'), /number of lines/],
  ['texts', 'a source that is not served', (files) => files.delete(TEXT), /a source is not served/],
  ['annotations', 'a selector by another place', edit(ANNOTATIONS, /"start":\d/, '$&0'), /select other words/],
  ['annotations', 'a selector by other words', edit(ANNOTATIONS, /"exact":"./, '"exact":"ø'), /select other words/],
  [
    'annotations',
    'words around a selector',
    edit(ANNOTATIONS, /"prefix":"./, '"prefix":"ø'),
    /the words around .* are others/,
  ],
  [
    'annotations',
    'an annotation of no note',
    edit(ANNOTATIONS, /"value":"[^"]*"/, '"value":"main"'),
    /not that of the page/,
  ],
  ['annotations', 'an annotation less', edit(ANNOTATIONS, /"total":/, '"total":1'), /no whole collection/],
  ['annotations', 'a proof of other words', edit(PROOF, /"start":\d+/, '"start":0'), /not that of the page/],
  [
    'annotations',
    'a proof that passes over words',
    edit(PROOF, /"start":(\d+),"end":(\d+),"skip":\[\]/, '"start":$1,"end":$2,"skip":[{"start":$1,"end":$2}]'),
    /passes over other things/,
  ],
  ['annotations', 'a proof of another text', edit(PROOF, /"sha256":"./, '"sha256":"ø'), /the digest of \S+ is not/],
  [
    'links',
    'a link to no page',
    edit(PAGE, `href="${BASE}/articles/"`, `href="${BASE}/article/"`),
    /\/article\/` leads nowhere/,
  ],
  [
    'links',
    'a link to no place',
    edit(PAGE, /#[^"]*" class="name"/, '#nobody" class="name"'),
    /place that is not there/,
  ],
  [
    'links',
    'a link to another host',
    edit(PAGE, `href="${BASE}/articles/"`, 'href="https://a.example/"'),
    /another host/,
  ],
  [
    'links',
    'a proof that is not there',
    edit(PAGE, /data-proof="[^"]*/, `data-proof="${BASE}/a.json`),
    /\/a\.json` leads nowhere/,
  ],
  [
    'links',
    'a script as a link',
    edit(PAGE, `href="${BASE}/articles/"`, 'href="javascript:0"'),
    /no address of a page/,
  ],
  [
    'links',
    'a picture of another host',
    edit(PAGE, '<main', '<img src="//a.example/a.png" alt=""><main'),
    /another host/,
  ],
  ['links', 'styles of another host', edit(PAGE, '</head>', '<style>@import "//a.example";</style>$&'), /another host/],
  ['links', 'an id that is there twice', edit(PAGE, '<h1', '<p id="main"></p><h1'), /there 2 times/],
  ['links', 'an id that is named and missing', edit(PAGE, '<h1', '<h1 aria-describedby="nobody"'), /`nobody` is named/],
  ['links', 'a wrong address in a text', edit('llms.txt', `${SLUG}.md`, 'nothing.md'), /nothing\.md` leads nowhere/],
  ['heads', 'a page without a language', edit(PAGE, '<html lang="en"', '<html'), /no language/],
  ['heads', 'a page without a title', edit(PAGE, /<title>[^<]*/, '<title>'), /no title/],
  [
    'heads',
    'a title used twice',
    (files) => edit(PAGE, /<title>[^<]*/, `${/<title>[^<]*/.exec(String(files.get('404.html')))}`)(files),
    /the title of/,
  ],
  ['heads', 'a wrong canonical address', edit(PAGE, /(rel="canonical" href="[^"]*).\/"/, '$1"'), /its own address/],
  ['heads', 'data of another page', edit(PAGE, /("url":"[^"]*).\/"/, '$1"'), /data of the page name another address/],
  ['heads', 'data that are none', edit(PAGE, '{"@context":"https://schema.org"', '{'), /not of schema\.org/],
  [
    'listings',
    'a gap in the sitemap',
    edit('sitemap-0.xml', new RegExp(`<url><loc>[^<]*${SLUG}.*?</url>`), ''),
    new RegExp(`${SLUG}/\` is not named`),
  ],
  ['listings', 'an entry too many', edit('sitemap-0.xml', '</urlset>', '<loc>a</loc>'), /`a` is named/],
  [
    'listings',
    'a gap in the feed',
    edit('atom.xml', new RegExp(`(<id>[^<]*)${SLUG}`), '$1nothing'),
    new RegExp(`${SLUG}/\` is not named`),
  ],
  [
    'listings',
    'a gap in llms.txt',
    edit('llms.txt', new RegExp(`- \\[.*${SLUG}.*\n`), ''),
    new RegExp(`${SLUG}\\.md\` is not named`),
  ],
  ['listings', 'a sitemap that robots.txt hides', edit('robots.txt', /sitemap-index/, 'map'), /is not named/],
  ['listings', 'an icon that is missing', (files) => files.delete('icon-192.png'), /icon-192\.png` leads nowhere/],
  ['withheld', 'what is withheld in a comment', addWithheld(PAGE, '<main', (line) => `<!-- ${line} -->`), /withholds/],
  [
    'withheld',
    'what is withheld between tags, in capitals',
    addWithheld(PAGE, '<h1', (line) => `<p>${line.toUpperCase().replaceAll(' ', '<b>\n</b>')}</p>`),
    /withholds/,
  ],
  [
    'withheld',
    'what is withheld as escapes',
    addWithheld(PROOF, '"sources"', (line) => `"a":"${line.replaceAll(/[a-z]/g, escaped)}",`),
    /withholds/,
  ],
  ['withheld', 'what is withheld in a new file', (files) => files.set('a', Buffer.from(withheldLine())), /withholds/],
  [
    'digests',
    'another byte',
    (files) => files.set('favicon.ico', Buffer.of(0)),
    /favicon\.ico: the file is not the one/,
  ],
  ['digests', 'a file less', (files) => files.delete('icon-192.png'), /a file of the manifest of digests is not there/],
  ['digests', 'a file more', (files) => files.set('a', Buffer.of()), /a: the file is not in the manifest/],
  [
    'digests',
    'another digest of a file',
    edit('integrity.json', /(html": ").{4}/, '$10000'),
    /html: the file is not the one/,
  ],
  [
    'digests',
    'another digest of a raw text',
    edit('integrity.json', /(raw": ").{4}/, '$10000'),
    /not that of the raw text/,
  ],
  [
    'digests',
    'another digest of a served text',
    edit('integrity.json', /(served": ").{4}/, '$10000'),
    /of the served text/,
  ],
  ['digests', 'a part called the whole', edit('integrity.json', '": false', '": true'), /wrong whether \S+ is whole/],
  [
    'digests',
    'a source less',
    edit('integrity.json', /,\s*\{\s*"id": "weather-log.*?\}/s, ''),
    /not those of the site/,
  ],
  ['digests', 'no manifest', (files) => files.delete('integrity.json'), /no manifest of digests/],
])('the check of %s reports %s', ([check, , change, fact]) => {
  const changed = new Map(files);
  change(changed);
  const facts = checkArtefact(changed, sources, check).faults.map(({ where, fact }) => `${where}: ${fact}`);
  expect(facts.join('\n')).toMatch(fact);
});

test('a raw text that is not the one in its record is no basis for a check', () => {
  const text = String(sources.get('weather-log.txt')).replace('rising', 'falling');
  const { faults } = checkArtefact(files, new Map(sources).set('weather-log.txt', Buffer.from(text)));
  expect(faults.map(({ fact }) => fact)).toContain('the raw text is not the one that its record pins');
  expect(faults.map(({ where }) => where)).toContain('sources/weather-log/index.html#L1');
});

test('a site without notes has not passed', () => {
  const { faults } = checkArtefact(new Map(), sources);
  expect(faults.map(({ fact }) => fact)).toContain('nothing was found to check: citations followed');
});
