import { describe, expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { addressOf, checkLink, type Fragments, readLinks, type SiteMap } from '#document/links.ts';
import { parseMdx } from '#markdown/parse.ts';
import { articleOf, documentOf } from '../document-of.ts';
import { sourceOf } from '../source-of.ts';

test.for([
  ['articles', 'grain', '/articles/grain/'],
  ['themes', 'trade', '/themes/trade/'],
  ['pages', 'people', '/people/'],
  ['pages', 'home', '/'],
] as const)('the address of %s/%s is %s', ([folder, slug, address]) => {
  expect(addressOf({ folder, slug })).toBe(address);
});

test('links of Markdown and JSX that stay on the site, and all pictures, are collected', () => {
  const text = [
    '[a](/a/) [b](https://b.example/) [o](http://o.example/) [p](/to/https:/) [c](//c.example/) [d](mailto:d@example.org) [e][e] ![f](/f.svg)',
    '',
    '<a href="/g/">g</a> <a href={h}>h</a> <a {...i}>i</a> <a title="j">j</a> <a href="https://l.example/">l</a>',
    '',
    '<div href="/k/" />',
    '',
    '[e]: /e/',
    '',
    '[^a footnote that went wrong]: /m/',
    '',
    '[n^]: /n/',
  ].join('\n');
  const parsed = parseMdx(text, 'links.mdx');
  const links = 'tree' in parsed ? readLinks(parsed.tree) : [];

  expect(links.map(({ url }) => url)).toEqual(['/a/', '/to/https:/', '/f.svg', '/g/', '/k/', '/e/', '/n/']);
  expect(links.map(({ place }) => text.slice(place.start.offset, place.end.offset))).toEqual([
    '[a](/a/)',
    '[p](/to/https:/)',
    '![f](/f.svg)',
    '<a href="/g/">g</a>',
    '<div href="/k/" />',
    '[e]: /e/',
    '[n^]: /n/',
  ]);
});

describe('a link', () => {
  const names = ['the-spring-storm', 'bélan'];
  const site: SiteMap = new Map<string, Fragments>([
    ['/', { has: () => false, names: [] }],
    ['/articles/storms/', { has: (fragment) => names.includes(fragment), names }],
  ]);
  const check = (url: string) => checkLink(url, '/articles/storms/', site);

  test.for(['/', '/articles/storms/', '/articles/storms/#the-spring-storm', '#the-spring-storm', '#b%C3%A9lan'])(
    'to %s holds',
    (url) => {
      expect(check(url)).toBeUndefined();
    },
  );

  test.for([
    ['/articles/storm/', 'page', ['/articles/storms/']],
    ['../storms/', 'page', undefined],
    ['#the-spring-strom', 'fragment', ['#the-spring-storm']],
    ['/articles/storms/#constructor', 'fragment', []],
    // Not a valid escape: taken literally.
    ['#100%', 'fragment', []],
  ] as const)('to %s has no %s', ([url, missing, suggestions]) => {
    const fact = check(url);
    expect(fact).toMatchObject({ ruleId: 'link-broken', url, missing });
    if (suggestions) expect(fact).toMatchObject({ suggestions });
  });
});

describe('the addresses of the site', () => {
  const site = (links: readonly string[]) => {
    const readings = [
      { id: 'log', source: sourceOf('log', 'A line.\n'.repeat(10)), problems: [] },
      { id: 'broken', source: undefined, problems: [] },
    ];
    const body = links.map((link) => `[x](${link})`).join(' ');
    const files = [
      articleOf('oats', `## Oats\n\n${body}`),
      articleOf('rye', 'Rye.', 'themes: [1]\n'),
      documentOf('themes', 'trade', 'label: Trade\norder: 1\n', 'Trade.'),
    ];
    const { report } = checkCorpus(readings, files);
    return report.problems.flatMap((problem) => (problem.ruleId === 'link-broken' ? problem.url : []));
  };

  test.for([
    ['/', '/articles/', '/themes/', '/sources/', '/problems/', '/search/'],
    ['/articles/oats/', '/articles/oats/#oats', '#oats', '/themes/trade/', '/problems/quote-not-found/'],
    ['/sources/log/', '/sources/log/#L1', '/sources/log/#L10', '/sources/log/#L11'],
    // These have problems of their own.
    ['/articles/rye/#anything', '/sources/broken/#L99'],
  ])('include %s', (links) => {
    expect(site(links)).toEqual([]);
  });

  test.for([
    ['/#oats', '/articles/#oats', '/search/#x', '/problems/quote-not-found/#x', '/articles/oats/#rye', '#rye'],
    [
      '/sources/log/#L0',
      '/sources/log/#L01',
      '/sources/log/#L12',
      '/sources/log/#L1x',
      '/sources/log/#xL1',
      '/sources/log/#c1-9',
      '/sources/logs/',
      '/problems/x/',
    ],
  ])('do not include %s', (links) => {
    expect(site(links)).toEqual(links);
  });
});
