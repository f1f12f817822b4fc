import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PublishedCitation } from '#corpus/publish-note.ts';

/** Set one citation of a note: the quoted words in their sentence, then the source and the way to it. Text only, no markup. */
export function noteCitation(citation: PublishedCitation): Element {
  const { parts, before, after, slips, sourceId, sourceName, genre, issued, lines, href, others } = citation;
  const quoted = parts.flatMap((part, index) => [
    index > 0 ? h('span', { className: 'left-out' }, ' […] ') : '',
    h('q', edgesOf(part), part),
  ]);

  return h('div', { className: 'citation' }, [
    h('blockquote', { className: 'quoted', cite: href }, [
      h('p', [
        before === '' ? '' : h('span', { className: 'context' }, before),
        ...quoted,
        after === '' ? '' : h('span', { className: 'context' }, after),
      ]),
    ]),
    ...slips.map(({ printed, read }) =>
      h('p', { className: 'slip-note' }, ['Printed ', h('q', printed), '; read ', h('em', read), '.']),
    ),
    h('p', { className: 'origin' }, [
      h('a', { href: `/sources/${sourceId}/`, role: 'doc-biblioref' }, [h('cite', sourceName)]),
      `, ${[genre, issued, lines].filter(Boolean).join(', ')}. `,
      h('a', { className: 'read', href }, 'Read in the source'),
      others === 0
        ? ''
        : `, where ${others} other ${others === 1 ? 'statement rests' : 'statements rest'} on these words`,
    ]),
  ]);
}

/** Where words begin or end with a quotation mark of their own, that of the site needs some space beside it. */
function edgesOf(words: string): { className?: string[] } {
  const className = [...(/^["“”'‘’]/.test(words) ? ['opens'] : []), ...(/["“”'‘’]$/.test(words) ? ['closes'] : [])];
  return className.length > 0 ? { className } : {};
}
