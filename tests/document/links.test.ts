import { describe, expect, test } from 'vitest';
import { checkCorpus } from '#check/check-corpus.ts';
import { addressOf, checkLink, type Fragments, readLinks, type SiteMap } from '#document/links.ts';
import { listServed } from '#io/list-served.ts';
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

test('links and pictures of Markdown and JSX are collected', () => {
  const text = [
    '[a](/a/) [b](https://b.example/) [e][e] ![f](/f.svg) [h]() https://i.example/',
    '',
    '<a href="/g/">g</a> <a href={h}>h</a> <a {...i}>i</a> <a title="j">j</a> <a href>l</a> <a href="">m</a>',
    '',
    '<div href="/k/" />',
    '',
    '[e]: /e/',
    '',
    '![p][p]',
    '',
    '[p]: /p.png',
    '',
    '[^a footnote that went wrong]: /m/',
    '',
    'Words.[^n]',
    '',
    '[^n]: @log "Words such as [these](/q/) of www.r.example"',
    '',
    '    A note on [those](/s/).',
  ].join('\n');
  const parsed = parseMdx(text, 'links.mdx');
  const links = 'tree' in parsed ? readLinks(parsed.tree) : [];

  expect(links.map(({ url, isPicture }) => (isPicture ? `picture ${url}` : url))).toEqual([
    '/a/',
    'https://b.example/',
    'picture /f.svg',
    '',
    'https://i.example/',
    '/g/',
    '',
    '',
    '/k/',
    '/e/',
    'picture /p.png',
    '/s/',
  ]);
  const written = links.map(({ place }) => text.slice(place.start.offset, place.end.offset));
  expect(written.slice(0, 4)).toEqual(['[a](/a/)', '[b](https://b.example/)', '![f](/f.svg)', '[h]()']);
  expect(written.slice(8, 10)).toEqual(['<div href="/k/" />', '[e]: /e/']);
});

describe('a link', () => {
  const names = ['the-spring-storm', 'bélan'];
  const page = { has: (fragment: string) => names.includes(fragment), names };
  const plain = { has: () => false, names: [] };
  const site: SiteMap = {
    home: new URL('https://harbour.example/'),
    addresses: new Map<string, Fragments>([
      ['/', plain],
      ['/search/', plain],
      ['/sources/memo.txt', plain],
      ['/articles/storms/', page],
      ['/articles/oats/', { ...plain, isUnbuilt: true }],
    ]),
  };
  const check = (url: string, isPicture = false) => checkLink({ url, isPicture }, '/articles/storms/', site);

  test.for([
    ...['/', '/articles/storms/', '/articles/storms/#the-spring-storm', '#the-spring-storm', '#b%C3%A9lan', '#bélan'],
    // With a query, percent-encoded, with what only the browser reads.
    ...['/search/?q=grain', '?q=1#the-spring-storm', '/sources/memo.txt?plain', '/articles/%73torms/', ' /search/ '],
    ...['#top', '/articles/storms/#', '#the-spring-storm:~:text=ice', '/articles/storms/#:~:text=ice'],
    // The whole address of this site.
    ...['https://harbour.example', 'https://harbour.example/search/?q=1', 'HTTP://Harbour.Example/articles/storms/'],
    ...['//harbour.example/articles/storms/#the-spring-storm', 'https://harbour.example:443/'],
    // Other sites.
    ...[
      'https://b.example/nope',
      'http://b.example',
      '//c.example/nope/',
      'mailto:d@example.org',
      'https://b.example/#x',
    ],
    ...['https://harbour.example.org/nope/', 'https://www.harbour.example/nope/', 'https://harbour.example:8080/nope/'],
  ])('to %s holds', (url) => {
    expect(check(url)).toBeUndefined();
  });

  test.for<[url: string, missing: string, suggestions?: readonly string[]]>([
    ...['', ' ', '#', 'mailto:', 'https://', '//'].map((url): [string, string, string[]] => [url, 'address', []]),
    ['/articles/storm/', 'page', ['/articles/storms/']],
    ['/articles/nope/', 'page', []],
    ['https://harbour.example/articles/nope/', 'page', []],
    ['http://harbour.example/articles/nope/', 'page', []],
    ['//harbour.example/articles/nope/', 'page', []],
    ['https://editor@harbour.example/articles/nope/', 'page', []],
    // What hosts may or may not forgive.
    ['/articles/storms', 'page', ['/articles/storms/']],
    ['/articles/storms/index.html', 'page', ['/articles/storms/']],
    ['/articles/storms.html', 'page', ['/articles/storms/']],
    ['/Articles/STORMS/', 'page', ['/articles/storms/']],
    ['/articles//storms/', 'page', ['/articles/storms/']],
    ['/articles%2Fstorms/', 'page', ['/articles/storms/']],
    ['/search?q=grain#x', 'page', ['/search/?q=grain#x']],
    ['/sources/memo.txt/', 'page', ['/sources/memo.txt']],
    // Relative to the page.
    ['../storms/', 'page', ['/articles/storms/']],
    ['storms', 'page'],
    ['./', 'page', ['/articles/storms/']],
    ['https:articles', 'page'],
    ['#the-spring-strom', 'fragment', ['#the-spring-storm']],
    [
      'https://harbour.example/articles/storms/#the-spring-strom',
      'fragment',
      ['https://harbour.example/articles/storms/#the-spring-storm'],
    ],
    ['/articles/storms/#constructor', 'fragment', []],
    ['/sources/memo.txt#L1', 'fragment', []],
    // Not a valid escape: taken literally.
    ['#100%', 'fragment', []],
    ['/articles/oats/', 'unbuilt', []],
    ['/articles/oats/#oats', 'unbuilt', []],
    ['//articles/storms/', 'form', ['/articles/storms/']],
    ['javascript:alert(1)', 'form', []],
    ['data:text/html,x', 'form', []],
    ['https://no host/', 'form', []],
    ['ftp://b.example/', 'form', []],
    ['http:/articles/storms/', 'form'],
  ])('to %j lacks its %s', ([url, missing, suggestions]) => {
    const fact = check(url);
    expect(fact).toMatchObject({ ruleId: 'link-broken', url, missing });
    if (suggestions) expect(fact).toMatchObject({ suggestions });
  });

  describe('of a site below a path', () => {
    const below = { ...site, home: new URL('https://harbour.example/repo/') };
    const checkBelow = (url: string, isPicture = false) => checkLink({ url, isPicture }, '/articles/storms/', below);

    test.for([
      // From the root of the site, without its path.
      ...['/', '/articles/storms/', '/search/?q=grain', '#the-spring-storm', '/articles/storms/#the-spring-storm'],
      ...['https://harbour.example/repo/', '//harbour.example/repo/articles/storms/#the-spring-storm'],
      // Other sites of the same host.
      ...[
        'https://harbour.example/',
        'https://harbour.example/repository/',
        '//harbour.example/other/articles/storms/',
      ],
    ])('to %s holds', (url) => {
      expect(checkBelow(url)).toBeUndefined();
    });

    test.for<[url: string, missing: string, suggestions: readonly string[]]>([
      ['/repo/articles/storms/', 'page', ['/articles/storms/']],
      ['/repo/', 'page', ['/']],
      ['/repo/Search?q=1', 'page', ['/search/?q=1']],
      ['https://harbour.example/articles/storms/#x', 'page', ['/articles/storms/#x']],
      ['https://harbour.example/repo', 'page', ['/']],
      ['https://harbour.example/repo/articles/storms', 'page', ['/articles/storms/']],
      ['https://harbour.example/repo/articles/nope/', 'page', []],
    ])('to %s lacks its %s', ([url, missing, suggestions]) => {
      expect(checkBelow(url)).toMatchObject({ ruleId: 'link-broken', url, missing, suggestions });
    });

    test('of a picture leads to this site', () => {
      const urls = ['/sources/memo.txt', 'https://harbour.example/repo/sources/memo.txt'];
      expect(urls.map((url) => checkBelow(url, true))).toEqual([undefined, undefined]);
      expect(checkBelow('https://harbour.example/other/a.png', true)).toMatchObject({ missing: 'form' });
    });
  });

  test('of a draft may lead to what is not built', () => {
    expect(checkLink({ url: '/articles/oats/', isPicture: false }, '/', site, true)).toBeUndefined();
  });

  test('of a picture leads to this site', () => {
    expect(
      ['/sources/memo.txt', 'https://b.example/b.png', '//b.example/b.png'].map((url) => check(url, true)),
    ).toEqual([undefined, expect.objectContaining({ missing: 'form' }), expect.objectContaining({ missing: 'form' })]);
  });
});

describe('the addresses of the site', () => {
  const log = sourceOf(
    'log',
    `${'A line.\n'.repeat(7)}One long line of the log.\n`,
    'regions: [{ kind: withheld, lines: "3-4", reason: Private }]',
  );
  const site = (links: readonly string[]) => {
    const readings = [
      { id: 'log', source: log, problems: [] },
      { id: 'broken', source: undefined, problems: [] },
    ];
    const body = links.map((link) => `[x](${link})`).join(' ');
    const files = [
      articleOf('oats', `## Oats\n\n${body}[^long] Again.[^long]\n\n[^long]: @log "One long line of the log."`),
      articleOf('rye', 'Rye.', 'themes: [1]\n'),
      documentOf('themes', 'trade', 'label: Trade\norder: 1\n', 'Trade.'),
      documentOf('pages', 'people', '', 'People.'),
      documentOf('pages', 'home', '', 'Home.'),
    ];
    const { report } = checkCorpus(readings, files, { served: listServed(process.cwd()) });
    return report.problems.flatMap((problem) => (problem.ruleId === 'link-broken' ? problem.url : []));
  };

  test.for([
    ['/', '/articles/', '/themes/', '/sources/', '/problems/', '/search/', '/people/', '/404.html'],
    ['/articles/oats/', '/articles/oats/#oats', '#oats', '/themes/trade/', '/problems/quote-not-found/'],
    [
      '/articles/oats.md',
      '/articles/oats/annotations.jsonld',
      '/articles/oats/citations.json',
      '/themes/trade/card.png',
    ],
    ['/sources/log.txt', '/sources/log.csl.json', '/sources/log.bib', '/sources/log.ris', '/sources/log.css'],
    ['/atom.xml', '/llms.txt', '/robots.txt', '/sitemap-index.xml', '/integrity.json', '/favicon.svg'],
    ['/sources/log/', '/sources/log/#L1', '/sources/log/#L3', '/sources/log/#L8'],
    // Notes, their references, and passages.
    ['#note-fn-long', '/articles/oats/#note-fnref-long', '#note-fnref-long-2', `/sources/log/#c56-81`],
    // These have problems of their own.
    ['/articles/rye/#anything', '/sources/broken/#L99', '/sources/broken.txt'],
  ])('include %s', (links) => {
    expect(site(links)).toEqual([]);
  });

  test.for([
    ['/#oats', '/articles/#oats', '/search/#x', '/problems/quote-not-found/#x', '/articles/oats/#rye', '#rye'],
    ['/sources/log/#L0', '/sources/log/#L01', '/sources/log/#L12', '/sources/log/#L1x', '/sources/log/#xL1'],
    [
      '/sources/log/#c1-9',
      '/sources/log/#L4',
      '#note-fn-short',
      '#note-fnref-long-3',
      '/sources/logs/',
      '/problems/x/',
    ],
    ['/home/', '/sources/log.xml', '/articles/log.md', '/themes/trade.md', '/_paths', '/404/'],
  ])('do not include %s', (links) => {
    expect(site(links)).toEqual(links);
  });
});

test('each variable part of a route is known, or its pages could not be linked to', () => {
  const variables = listServed(process.cwd()).flatMap((path) => path.match(/\[.*?\]/g) ?? []);
  expect(new Set(variables)).toEqual(new Set(['[slug]', '[theme]', '[page]', '[id]', '[rule]']));
});
