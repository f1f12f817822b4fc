/** A build after an edit takes pages of the earlier site: the new site is, to the byte, that of a build that makes all of them. */
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mustBe, newSmallSite, run, siteOf } from './small-site.ts';
import { type Tally, tally } from './tally.ts';

type Edit = (root: string) => void;

const STORMS = 'content/articles/storms.mdx';
const GRAIN = 'content/articles/grain.mdx';
const THEME = 'content/themes/trade.mdx';
const REPORT = 'sources/harbour-report.yaml';
const LOG = 'sources/weather-log';

const OATS = `---
title: Oats
description: Oats of Almar.
themes: [trade]
asOf: The report gives no day.
updated: 2026-11-25
---

Oats were sold in Almar.[^oats]

[^oats]: @harbour-report "oats, above all — was sold in Almar"
`;
const PLACES = '---\ntitle: Places\ndescription: Places.\nnames: true\n---\n\n### Almar\n\n### Vellin\n';

const EDITS: Readonly<Record<string, Edit>> = {
  'a remark of the editor': change(GRAIN, 'does not say', 'never says'),
  'the title of an article': change(STORMS, 'title: Storms', 'title: Other storms'),
  'the description of an article': change(GRAIN, 'description: Grain', 'description: Oats and grain'),
  'the day of a change': change(GRAIN, 'updated: 2026-11-23', 'updated: 2026-11-24'),
  'what an article says of its time': change(STORMS, 'without a year', 'of no year'),
  'the words of a claim': change(STORMS, 'A second quay is planned at Almar.', 'At Almar a second quay is planned.'),
  'a heading': change(GRAIN, "## The office's view", '## What the office says'),
  'a citation of another passage': change(
    STORMS,
    'on 3 May.[^noon]\n',
    'on 3 May.[^noon] The wind fell on 14 May.[^calm]\n\n[^calm]: @weather-log "14 May: the wind falls."\n',
  ),
  'a citation of a passage that another article cites': change(
    STORMS,
    '[^quay]: ',
    '[^quay]: @harbour-report "oats, above all — was sold in Almar"\n    ',
  ),
  'the label of a footnote': change(STORMS, /\[\^noon\]/g, '[^midday]'),
  'what is related': change(GRAIN, 'related: [storms]\n', ''),
  'a new article': add('content/articles/oats.mdx', OATS),
  'a page of names': add('content/pages/places.mdx', PLACES),
  'the label of a theme': change(THEME, 'label: Trade', 'label: Commerce'),
  'the order of a theme': change(THEME, 'reading: [grain]', 'reading: [storms, grain]'),
  'the home page': change('content/pages/home.mdx', 'Grain, ships and storms', 'Ships, grain and storms'),
  'the name of a source': change(REPORT, 'name: Report of', 'name: Yearly report of'),
  'the kind of a source': change(`${LOG}.yaml`, 'value: log', 'value: diary'),
  'whose voice a source is': change(`${LOG}.yaml`, 'An unnamed observer', 'Somebody'),
  'the date of a source': change(REPORT, 'value: 2023-12/..', 'value: 2023-11/..'),
  'what a region is for': change(REPORT, 'The caption of a picture.', 'A caption.'),
  'what is withheld': change(REPORT, 'kind: boilerplate', 'kind: withheld'),
  'a slip of printing': change(REPORT, 'A digit in a word.', 'A digit for a letter.'),
  'whose speech words are': change(
    `${LOG}.yaml`,
    'voice:',
    'speech:\n  - { kind: reported, from: the storm, to: at noon, by: a keeper }\nvoice:',
  ),
  'a source of which only cited passages are shown': change(`${LOG}.yaml`, 'display: full', 'display: passages'),
  'a line more in a source': (root) => {
    const text = `${read(root, `${LOG}.txt`)}20 May: no wind.\n`;
    write(root, `${LOG}.txt`, text);
    const digest = createHash('sha256').update(text).digest('hex');
    change(`${LOG}.yaml`, /sha256: .*/, `sha256: ${digest}`)(root);
  },
  'a style of all pages': change('src/styles/base.css', /^/, ':root { --other: 1px; }\n'),
  'an element of articles': change('src/components/TakeAlong.astro', 'Cite and take along', 'Take along'),
  'what is written for machines': change('src/formats/markdown-twin.ts', /^/, 'globalThis.name = "other";\n'),
  'what sets the text of articles': change('src/markdown/write-html.ts', /^/, 'globalThis.name = "other";\n'),
  'a file that is served as it is': add('public/note.txt', 'A note.\n'),
  'what a rule says of itself': change('tests/fixtures/problems/source-unknown/about.md', '.', ', and more.'),
};

/** What may have become of the earlier site meanwhile. */
const SPOILT: Readonly<Record<string, Edit>> = {
  'one page has more': (root) => appendFileSync(join(root, 'dist/articles/storms/index.html'), '<p>It rained.</p>'),
  'one text has other words': (root) => write(root, 'dist/articles/storms/citations.json', '{}'),
  'one page is that of another article': (root) =>
    cpSync(join(root, 'dist/articles/grain/index.html'), join(root, 'dist/articles/storms/index.html')),
  'it is gone': (root) => rmSync(join(root, 'dist'), { recursive: true }),
};

const PARTS = ['content', 'sources', 'src', 'public', 'tests/fixtures/problems'];

export async function edits(): Promise<Tally[]> {
  const [root, twin, original] = [newSmallSite(), newSmallSite(), newSmallSite()];
  mkdirSync(join(original, 'public'), { recursive: true });
  const undo: Edit = (folder) => {
    for (const part of PARTS) {
      rmSync(join(folder, part), { recursive: true, force: true });
      cpSync(join(original, part), join(folder, part), { recursive: true });
    }
  };
  let taken = 0;
  /** Change two sites in the same way, and build them: one takes pages, and the other makes all. */
  const compare = async (edit: Edit) => {
    for (const folder of [root, twin]) edit(folder);
    const clean = await run(twin, 'build', { env: { FAST_PATHS: 'off' } });
    if (clean.code !== 0) return [`cannot be built at all: ${clean.output.slice(-500)}`];
    const end = await run(root, 'build');
    taken += Number(/pages: (\d+) as they were/.exec(end.output)?.[1] ?? 0);
    return mustBe(root, siteOf(join(twin, 'dist')) ?? {}, end);
  };

  await run(root, 'build');
  const results = [
    await tally('a build after one edit', Object.keys(EDITS), async (name) => {
      undo(root);
      undo(twin);
      await run(root, 'build');
      return compare(EDITS[name] ?? undo);
    }),
    await tally('a build after one edit is undone', Object.keys(EDITS), async (name) => {
      undo(root);
      EDITS[name]?.(root);
      await run(root, 'build');
      undo(root);
      return compare(undo);
    }),
    await tally('a build beside an earlier site that was spoilt', Object.keys(SPOILT), async (how) => {
      undo(root);
      undo(twin);
      await run(root, 'build');
      SPOILT[how]?.(root);
      return compare(change(GRAIN, 'does not say', 'never says'));
    }),
  ];
  for (const folder of [root, twin, original]) rmSync(folder, { recursive: true, force: true });
  // Where nothing was taken, nothing was tried.
  return taken > 0 ? results : results.map((result) => ({ ...result, held: 0, examples: ['no page was taken'] }));
}

function change(file: string, from: string | RegExp, to: string): Edit {
  return (root) => {
    const text = read(root, file);
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`Cannot find ${from} in ${file}`);
    write(root, file, changed);
  };
}

function add(file: string, text: string): Edit {
  return (root) => write(root, file, text);
}

function read(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
