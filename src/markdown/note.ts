import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PublishedCitation } from '#publication/publish-note.ts';
import type { SpeechKind } from '#source/record.ts';
import { languageMarks } from '#text/language.ts';

/** How readers see a kind of speech. */
export const KIND_LABELS = {
  reported: 'Reported speech',
  opinion: 'Opinion',
  allegation: 'Allegation',
} as const satisfies Record<SpeechKind, string>;

const READ = 'Read in the source';

/**
 * Render a citation of a note: the quoted words in their sentence, their kind, then the source with a link to them. The
 * words of the source are text, never markup.
 *
 * @param isOnlySource Whether to add that no other text is cited for the statement.
 */
export function noteCitation(citation: PublishedCitation, isOnlySource = false): Element {
  const { parts, before, after, slips, voices, sourceName, genre, issued, lines, href, others } = citation;
  const marks = languageMarks(citation.language);
  const quoted = parts.flatMap((part, index) => [
    index > 0 ? h('span', { className: 'left-out' }, ' […] ') : '',
    h('q', edgesOf(part), part),
  ]);

  return h('div', { className: 'citation' }, [
    h('blockquote', { className: 'quoted', ...marks }, [
      h('p', [
        before === '' ? '' : h('span', { className: 'context' }, before),
        ...quoted,
        after === '' ? '' : h('span', { className: 'context' }, after),
      ]),
    ]),
    ...slips.map(({ printed, read }) =>
      h('p', { className: 'slip-note' }, [
        'Printed ',
        h('q', { ...marks }, printed),
        '; read ',
        h('em', { ...marks }, read),
        '.',
      ]),
    ),
    h('p', { className: 'kind' }, [
      ...(voices.length === 0 ? ['Stated by the text'] : voices.flatMap(voiceOf)),
      isOnlySource ? '. No other text is cited for this.' : '.',
    ]),
    h('p', { className: 'origin' }, [
      h('a', { href: href.replace(/#.*/, ''), role: 'doc-biblioref' }, [h('cite', sourceName)]),
      `, ${[genre, issued, lines].filter(Boolean).join(', ')}.`,
    ]),
    h('p', { className: 'act' }, [
      h('a', { className: 'read', href, ariaLabel: `${READ}: ${sourceName}, ${lines}` }, READ),
      others === 0
        ? ''
        : h('span', [` with ${others} other ${others === 1 ? 'statement' : 'statements'} on these words`]),
    ]),
  ]);
}

function voiceOf({ kind, by }: PublishedCitation['voices'][number], index: number): (Element | string)[] {
  return [
    index > 0 ? '; ' : '',
    h('span', { className: 'mark', dataKind: kind }, KIND_LABELS[kind]),
    `, voiced by ${by}`,
  ];
}

/** Words that begin or end with a quotation mark of their own need some space between it and that of `<q>`. */
function edgesOf(words: string): { className?: string[] } {
  const className = [...(/^["“”'‘’]/.test(words) ? ['opens'] : []), ...(/["“”'‘’]$/.test(words) ? ['closes'] : [])];
  return className.length > 0 ? { className } : {};
}
