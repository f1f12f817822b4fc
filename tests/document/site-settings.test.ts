import { expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { isPlaceholder, readSite } from '#document/site-settings.ts';
import { documentOf } from '../document-of.ts';

const NAMED = 'name: Storms\naddress: https://storms.example\n';

/** What is wrong with the settings of a site with two pages, in words, with the line. */
function problemsOf(site: string): string[] {
  const files = [
    ...['home', 'oats'].map((slug) => documentOf('pages', slug, '', '# Page')),
    documentOf('pages', 'names', 'names: true\n', '### Almar\n\n### Port Élan\n'),
  ];
  const { report } = checkCorpus([], files, { site, served: ['/', '/search/', '/[page]/', '/boat.svg'] });
  return report.problems
    .filter(({ file }) => file === 'content/site.yaml')
    .map(({ place, ruleId, ...fact }) => {
      const { fault, missing, path, address, url, picture, name } = fact as unknown as Partial<Record<string, string>>;
      return [place?.start.line, ruleId, fault ?? missing, path ?? address ?? url ?? picture ?? name].join(' ');
    });
}

test('a site has a name and an address, and the base path of a root unless it says another', () => {
  expect(readSite(NAMED)).toMatchObject({
    site: { name: 'Storms', address: 'https://storms.example/', base: '/', moved: {} },
    problems: [],
  });
});

test.for([undefined, '', '# Nothing yet.\n'])('without settings (%j) there is a site at a placeholder', (text) => {
  const { site, problems } = readSite(text);
  expect(isPlaceholder(site.address)).toBe(true);
  expect(problems.map((problem) => 'path' in problem && problem.path)).toEqual(
    text === undefined ? [] : ['name', 'address'],
  );
});

test.for([
  ['https://Storms.example/', 'https://storms.example/'],
  ['http://storms.example:8080', 'http://storms.example:8080/'],
  ['https://bücher.example', 'https://xn--bcher-kva.example/'],
])('the address %s is read as browsers read it', ([address, read]) => {
  expect(readSite(`name: Storms\naddress: ${address}`)).toMatchObject({ site: { address: read }, problems: [] });
});

test.for<[what: string, site: string, problems: string[]]>([
  ['a typing error in a key', NAMED.replace('address', 'adress'), ['2 settings-invalid key-unknown adress']],
  ['no name', NAMED.replace('name', '# name'), ['2 settings-invalid key-missing name']],
  ['an empty name', NAMED.replace('Storms', "' '"), ['1 settings-invalid value name']],
  ['a number for a name', NAMED.replace('Storms', '2023'), ['1 settings-invalid type name']],
  ['a name that YAML cuts', NAMED.replace('Storms', 'Storms #1'), ['1 settings-invalid cut name']],
  ['no YAML', 'name: "Storms\n', ['1 settings-invalid syntax ']],
  ['a host alone', NAMED.replace('https://', ''), ['2 settings-invalid value address']],
  ['an address with a path', NAMED.replace('.example', '.example/repo/'), ['2 settings-invalid value address']],
  ['an address with a query', NAMED.replace('.example', '.example?x'), ['2 settings-invalid value address']],
  ['a base without its last slash', `${NAMED}base: /repo\n`, ['3 settings-invalid value base']],
  ['a base with another site', `${NAMED}base: //evil.example/\n`, ['3 settings-invalid value base']],
  ['a report to nobody', `${NAMED}report: editor\n`, ['3 settings-invalid value report']],
  ['a mail without its scheme', `${NAMED}report: editor@storms.example\n`, ['3 settings-invalid value report']],
  ['a page that moved to a page', `${NAMED}moved:\n  /rye/: /oats/\n  /a/b/: /\n`, []],
  ['a page that moved nowhere', `${NAMED}moved:\n  /rye/: /oat/\n`, ['4 link-broken page /oat/']],
  ['a page that moved in a ring', `${NAMED}moved:\n  /rye/: /rye/\n`, ['4 link-broken page /rye/']],
  ['a page that has not moved', `${NAMED}moved:\n  /oats/: /\n`, ['4 settings-invalid moved /oats/']],
  ['a page of the program', `${NAMED}moved:\n  /search/: /\n`, ['4 settings-invalid moved /search/']],
  ['a picture', `${NAMED}home: { picture: /boat.svg }\n`, []],
  ['a picture that is missing', `${NAMED}home: { picture: /boat.png }\n`, ['3 settings-invalid picture /boat.png']],
  ['a picture elsewhere', `${NAMED}home: { picture: https://a.example/ }\n`, ['3 settings-invalid value home.picture']],
  ['a typing error below a key', `${NAMED}home: { clam: So }\n`, ['3 settings-invalid key-unknown home.clam']],
  ['a page on the method', `${NAMED}method: /oats/\n`, []],
  ['a page on the method that is missing', `${NAMED}method: /oat/\n`, ['3 link-broken page /oat/']],
  ['positions of places', `${NAMED}places: { towns: { Almar: [1, 2] }, areas: { Port E\u0301lan: [1, 2] } }\n`, []],
  ['a position of nothing', `${NAMED}places: { areas: { Almer: [1, 2] } }\n`, ['3 settings-invalid place Almer']],
  ['half a position', `${NAMED}places: { towns: { Almar: [1] } }\n`, ['3 settings-invalid value places.towns.Almar']],
  [
    'a position off the globe',
    `${NAMED}places: { towns: { Almar: [1, 92] } }\n`,
    ['3 settings-invalid value places.towns.Almar.1'],
  ],
  ['a map', `${NAMED}maps: [{ title: A, west: 1, east: 2, south: 1, north: 2 }]\n`, []],
  [
    'a map turned round',
    `${NAMED}maps: [{ title: A, west: 2, east: 1, south: 1, north: 2 }]\n`,
    ['3 settings-invalid value maps.0.east'],
  ],
  [
    'a map without a title',
    `${NAMED}maps: [{ west: 1, east: 2, south: 1, north: 2 }]\n`,
    ['3 settings-invalid key-missing maps.0.title'],
  ],
  ['another language', `${NAMED}language: de\n`, ['3 settings-invalid value language']],
  ['letters of no language', `${NAMED}letters: { Turkish: ğı }\n`, ['3 settings-invalid value letters.Turkish']],
  ['a pattern for letters', `${NAMED}letters: { tr: "[ğ]" }\n`, ['3 settings-invalid value letters.tr']],
  ['a pattern for a noun', `${NAMED}counts: { texts: [letters?] }\n`, ['3 settings-invalid value counts.texts.0']],
  [
    'a license without a name',
    `${NAMED}license: { url: "https://a.example/" }\n`,
    ['3 settings-invalid key-missing license.name'],
  ],
  ['an old address without slashes', `${NAMED}moved:\n  rye: /oats/\n`, ['4 settings-invalid value moved.rye']],
])('%s', ([, site, problems]) => {
  expect(problemsOf(site)).toEqual(problems);
});

test('a link may lead to a page that has moved, and nowhere below it', () => {
  const page = documentOf('pages', 'oats', '', '[so](/rye/), [and so](/rye/#a).');
  const { report } = checkCorpus([], [page], { site: `${NAMED}moved:\n  /rye/: /oats/\n`, served: ['/[page]/'] });
  expect(report.problems.flatMap((problem) => (problem.ruleId === 'link-broken' ? problem.url : []))).toEqual([
    '/rye/#a',
  ]);
});

test.for([
  ...['https://site.example/', 'https://example.com/', 'https://www.example.org/', 'http://localhost:4321/'],
  ...['https://a.test/', 'https://a.invalid/'],
])('%s is a placeholder', (address) => {
  expect(isPlaceholder(address)).toBe(true);
});

test.for(['https://example.dev/', 'https://storms.org/', 'https://my-example.com/', 'https://example.company/'])(
  '%s is none',
  (address) => {
    expect(isPlaceholder(address)).toBe(false);
  },
);
