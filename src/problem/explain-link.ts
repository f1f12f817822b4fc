import type { Problem } from './problem.ts';
import { code, didYouMean, type Explanation, explanation } from './wording.ts';

const FROM_ROOT = 'write the address from the root with the closing slash, such as `/articles/harbor-dues/`';
const NAME =
  'in the front matter, write the name of an article: that of its file in `content/articles/`, without `.mdx`';
const OTHER_SITE = 'a link to another site begins with `https://`, `http://` or `mailto:`';
const PICTURE = /\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)$/i;

export function explainLink({ url, missing, suggestions }: Problem & { readonly ruleId: 'link-broken' }): Explanation {
  const notes = didYouMean(suggestions);
  const page = url.replace(/#.*/s, '');
  switch (missing) {
    case 'address':
      return explanation(
        url === '' ? 'This link has no address' : `This link has no address, only ${code(url)}`,
        'write where it leads, such as `/articles/harbor-dues/`, or leave only its words',
      );
    case 'fragment':
      return explanation(
        `${page === '' ? 'This page' : `The page ${code(page)}`} has no place ${code(url.slice(page.length))}`,
        'write the id of a heading there, such as `#harbor-dues` for `## Harbor dues`; a line of a source is `#L12`',
        notes,
      );
    case 'unbuilt':
      return explanation(
        `The link ${code(url)} leads to ` +
          `${page.includes('/sources/') ? 'a source that nobody has reviewed' : 'a draft'}, which is not published`,
        'leave the link out until that page is published, or make this document a draft as well',
      );
    case 'form':
      return /^(?:https?:)?\/\/[^/]+\./i.test(url)
        ? explanation(
            `The picture ${code(url)} is on another site, and is not shown`,
            'leave it out, or link to it in the text: readers’ browsers request nothing from other sites',
            notes,
          )
        : explanation(
            `The link ${code(url)} leads neither to a page of this site nor to another site`,
            `${OTHER_SITE}, one to a page of this site with \`/\``,
            notes,
          );
    case 'page':
      if (PICTURE.test(page)) {
        return explanation(
          `There is no picture ${code(url)}`,
          'put the file into `public/` and write its address from there, such as `/harbour.png`; or leave the picture out',
          notes,
        );
      }
      if (/^www\./i.test(url)) {
        return explanation(`The link ${code(url)} does not lead to another site`, `write ${code(`https://${url}`)}`);
      }
      return explanation(
        `There is no page ${code(url)}${/^(?:https?:)?\/\//i.test(url) ? ' on this site' : ''}`,
        isName(suggestions) ? NAME : /^[\w-]+$/.test(page) ? `${NAME}; in the text, ${FROM_ROOT}` : FROM_ROOT,
        notes,
      );
  }
}

/** In the front matter, articles have their names for addresses. */
function isName(suggestions: readonly string[]): boolean {
  return suggestions.some((suggestion) => !/[/#]/.test(suggestion));
}
