import { z } from 'zod';
import { readJson } from './heads.ts';
import { around, attribute, elementsIn, textOf } from './page.ts';
import type { ServedText } from './served-texts.ts';
import { type Fault, type Findings, type Site, squash } from './site.ts';

const Selector = z.tuple([
  z.strictObject({ type: z.literal('TextQuoteSelector'), exact: z.string(), prefix: z.string(), suffix: z.string() }),
  z.strictObject({ type: z.literal('TextPositionSelector'), start: z.int(), end: z.int() }),
]);
const Annotations = z.looseObject({
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  type: z.literal('AnnotationCollection'),
  total: z.int(),
  first: z.looseObject({
    type: z.literal('AnnotationPage'),
    items: z.array(
      z.looseObject({
        id: z.string(),
        type: z.literal('Annotation'),
        body: z.tuple(
          [z.looseObject({ source: z.string(), selector: z.looseObject({ value: z.string() }) })],
          z.strictObject({
            type: z.literal('TextualBody'),
            purpose: z.enum(['describing', 'classifying', 'identifying']),
            value: z.string().min(1),
            format: z.literal('text/plain'),
            language: z.literal('en'),
          }),
        ),
        target: z.array(z.looseObject({ source: z.string(), selector: Selector })).min(1),
      }),
    ),
  }),
});
const Span = z.looseObject({ start: z.int(), end: z.int() });
const Proof = z.looseObject({
  sources: z.array(z.looseObject({ id: z.string(), text: z.string(), sha256: z.string(), isWhole: z.boolean() })),
  citations: z.array(
    z.looseObject({
      note: z.string(),
      source: z.string(),
      parts: z.array(Span.extend({ skip: z.array(Span) })).min(1),
    }),
  ),
});

/** A citation, from whichever file of the site describes it. */
interface Told {
  readonly note: string;
  readonly source: string;
  /** Without white space and page furniture. */
  readonly words: string;
}

/**
 * The annotations and the proof of each article list the citations of its page, in their order: the same note, the
 * same source, and, at the places that they name in the served text, the same words.
 */
export function checkAnnotations(site: Site, servedTexts: ReadonlyMap<string, ServedText>): Findings {
  const faults: Fault[] = [];
  let [selectors, places] = [0, 0];
  for (const [file, page] of site.pages) {
    const folder = /^(articles\/[^/]+\/)index\.html$/.exec(file)?.[1];
    if (folder === undefined) continue;
    const printed = page.withClass.get('citation')?.map(citationOf) ?? [];
    const json = (name: string) => readJson(site.files.get(`${folder}${name}`)?.toString('utf8') ?? '');
    const tell = (name: string, told: readonly Told[], facts: readonly string[]) => {
      const where = `${folder}${name}`;
      faults.push(...facts.map((fact) => ({ where, fact })));
      if (told.length !== printed.length)
        faults.push({ where, fact: `${told.length} citations, and ${printed.length} in the page` });
      for (const [index, { note, source, words }] of printed.entries()) {
        const other = told[index];
        if (other && (other.note !== note || other.source !== source || other.words !== words))
          faults.push({ where: `${where}#${note}`, fact: 'the citation is not that of the page' });
      }
    };

    const annotations = Annotations.safeParse(json('annotations.jsonld'));
    const { items = [] } = annotations.data?.first ?? {};
    const read = items.map((item) => readAnnotation(item, `${site.home}/${folder}`, site, servedTexts));
    selectors += items.reduce((sum, { target }) => sum + target.length, 0);
    const own =
      annotations.success && annotations.data.total === items.length
        ? []
        : ['it is no whole collection of annotations'];
    tell(
      'annotations.jsonld',
      read.map(({ told }) => told),
      [...own, ...read.flatMap(({ facts }) => facts)],
    );

    const proof = Proof.safeParse(json('citations.json'));
    const { citations = [], sources = [] } = proof.data ?? {};
    places += citations.reduce((sum, { parts }) => sum + parts.length, 0);
    tell(
      'citations.json',
      citations.map((each) => readPlaces(each, servedTexts)),
      [
        ...(proof.success ? [] : ['it is no proof']),
        ...sources.flatMap((source) => checkProven(source, servedTexts)),
        ...citations.flatMap((each) => checkSkipped(each, servedTexts)),
      ],
    );
  }
  return { counts: { 'selectors of annotations': selectors, 'places of proofs': places }, faults };
}

function citationOf(citation: Parameters<typeof elementsIn>[0] & Parameters<typeof around>[0]): Told {
  const inside = elementsIn(citation);
  const note = around(citation, (element) => attribute(element, 'id') !== undefined);
  const named = inside.find((element) => attribute(element, 'role') === 'doc-biblioref');
  const quoted = inside.filter(({ tagName }) => tagName === 'blockquote').flatMap(elementsIn);
  return {
    note: (note && attribute(note, 'id')) ?? '',
    source: /\/sources\/([^/]+)\/$/.exec((named && attribute(named, 'href')) ?? '')?.[1] ?? '',
    words: squash(quoted.flatMap((element) => (element.tagName === 'q' ? textOf(element) : [])).join('')),
  };
}

type Item = z.infer<typeof Annotations>['first']['items'][number];

function readAnnotation(
  { body, target }: Item,
  page: string,
  { home }: Site,
  servedTexts: ReadonlyMap<string, ServedText>,
): { told: Told; facts: string[] } {
  const facts: string[] = [];
  const [{ source, selector }] = body;
  const note = selector.value;
  if (source !== page) facts.push(`the annotation of \`${note}\` is of another page`);
  const sources = new Set(target.map(({ source }) => source));
  const id = [...servedTexts.keys()].find((id) => sources.size === 1 && sources.has(`${home}/sources/${id}.txt`)) ?? '';
  const served = servedTexts.get(id);
  const points = [...(served?.text ?? '')];
  const words = target.map(({ selector: [quote, position] }) => {
    const before = points.slice(0, position.start).join('');
    const exact = points.slice(position.start, position.end).join('');
    const after = points.slice(position.end).join('');
    if (exact !== quote.exact || exact === '') facts.push(`the two selectors of \`${note}\` select other words`);
    if (!before.endsWith(quote.prefix) || !after.startsWith(quote.suffix))
      facts.push(`the words around \`${note}\` are others`);
    return served ? withoutFurniture(served, before.length, before.length + exact.length) : '';
  });
  return { told: { note, source: id, words: words.join('') }, facts };
}

/** Page furniture that is not published has a notice in its place, which is not of the raw text. */
function withoutFurniture({ text, at, original }: ServedText, start: number, end: number): string {
  let words = '';
  for (let offset = start; offset < end; offset++) {
    const raw = at[offset] ?? -1;
    if (raw !== -1 && !original.isFurniture(raw)) words += text[offset];
  }
  return squash(words);
}

type Proven = z.infer<typeof Proof>['citations'][number];

function readPlaces({ note, source, parts }: Proven, servedTexts: ReadonlyMap<string, ServedText>): Told {
  const served = servedTexts.get(source);
  const words = parts.flatMap(({ start, end }) => (served ? withoutFurniture(served, start, end) : []));
  return { note, source, words: words.join('') };
}

/** A proof passes over page furniture, all of it, and nothing else. */
function checkSkipped({ note, source, parts }: Proven, servedTexts: ReadonlyMap<string, ServedText>): string[] {
  const served = servedTexts.get(source);
  if (!served) return [];
  const isRight = parts.every(({ start, end, skip }) => {
    const borders = [start, ...skip.flatMap((mark) => [mark.start, mark.end]), end];
    const kept = borders.flatMap((border, index) =>
      index % 2 === 0 ? served.text.slice(border, borders[index + 1]) : [],
    );
    return squash(kept.join('')) === withoutFurniture(served, start, end);
  });
  return isRight ? [] : [`the proof of \`${note}\` passes over other things than page furniture`];
}

type Source = z.infer<typeof Proof>['sources'][number];

function checkProven({ id, text, sha256, isWhole }: Source, servedTexts: ReadonlyMap<string, ServedText>): string[] {
  const served = servedTexts.get(id);
  const isRight =
    text.endsWith(`/sources/${id}.txt`) && served?.digest === sha256 && (sha256 === served.original.digest) === isWhole;
  return isRight ? [] : [`the digest of ${id} is not that of the served text`];
}
