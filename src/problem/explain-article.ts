import { explainStray } from './explain-source.ts';
import { explainConflict, explainYaml } from './explain-yaml.ts';
import type { ForeignMarkup, Problem, SyntaxCause } from './problem.ts';
import { code, didYouMean, type Explanation, explanation, lowerFirst } from './wording.ts';

type ArticleProblem = Problem & { readonly ruleId: 'article-invalid' };
type Part<Name extends ArticleProblem['part']> = ArticleProblem & { readonly part: Name };

const LESS_THAN = 'for the character itself, write `\\<`';
const BRACE = 'for the character itself, write `\\{`; a comment is `{/* … */}`';
const FOOTNOTE =
  'write `[^label]` after the sentence, and `[^label]: @source-id "quote"` on a line of its own at the end';

export function explainArticle(problem: ArticleProblem): Explanation {
  switch (problem.part) {
    case 'file':
      return explainFile(problem);
    case 'conflict':
      return explainConflict();
    case 'empty':
      return explanation(
        'This article has no text',
        'write it below the front matter; an article that is only begun has `draft: true` there',
      );
    case 'front-matter':
      return problem.fault === 'no-front-matter'
        ? explanation(
            'This document does not begin with front matter',
            'write `---` as the very first line, then keys with values such as `title: Harbor dues`, then `---`; ' +
              '`npm run new` begins an article with all keys',
          )
        : explainYaml('the front matter', problem, 'write one of the keys that there are, or remove the line');
    case 'placeholder':
      return explanation(
        `${code(problem.written)} is a placeholder for words that are still missing`,
        'write them, or say `draft: true` in the front matter: a draft is checked, but not published',
      );
    case 'syntax':
      return explainSyntax(problem);
    case 'limit':
      return explanation(
        'This document is nested too deeply to be read',
        'put fewer lists, quotations, brackets, emphasis and elements inside one another',
      );
    case 'code':
      return explainCode(problem);
    case 'markup':
      return explainMarkup(problem);
    case 'link':
      return problem.fault === 'reference'
        ? explanation(
            `${code(problem.written)} is inside a link, so that a click on it follows the link`,
            `put it after the link: \`[words](/page/)${problem.written}\``,
          )
        : explanation(
            `The link ${code(problem.written)} is inside another link`,
            'end the outer link before it, or write its words without a link',
          );
    case 'element':
      return explainElement(problem);
  }
}

function explainFile({ fault, name, file }: Part<'file'>): Explanation {
  const mdx = name.toLowerCase().replace(/\.(?:mdx?|markdown)(?:\.txt)?$/, '.mdx');
  const help =
    'a document is `articles/<name>.mdx`, `themes/<name>.mdx` or `pages/<name>.mdx`; a name is lower-case words ' +
    'joined by hyphens, such as `harbor-dues`';
  switch (fault) {
    case 'link':
      return explainStray(file, fault);
    case 'extension':
      return explanation(
        `The name ${code(name)} does not end with \`.mdx\`, so the file would be neither checked nor published`,
        mdx.endsWith('.mdx')
          ? `rename it to ${code(mdx)}, or move it out of \`content/\``
          : 'move it out of `content/`, where only documents are',
      );
    case 'taken':
      return explanation(
        `The site has a page of its own at the address of ${code(name)}`,
        'give the document another name',
      );
    case 'name': {
      const [folder = '', ...rest] = mdx.split('/');
      const slug = rest
        .join('-')
        .replace(/\.mdx$/, '')
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '');
      const known = ['articles', 'themes', 'pages'].find((one) => one === folder || one === `${folder}s`);
      return explanation(
        `The name ${code(name)} cannot be the address of a page`,
        help,
        didYouMean(known === undefined || slug === '' ? [] : [`${known}/${slug}.mdx`]),
      );
    }
  }
}

function explainSyntax({ issue, cause, written = '' }: Part<'syntax'>): Explanation {
  const tag = code(`<${written}>`);
  const say: Record<SyntaxCause, () => Explanation> = {
    comment: () =>
      explanation('A comment cannot be written as `<!-- … -->` here', 'write `{/* … */}`, which readers do not see'),
    address: () =>
      explanation(
        `${tag} is not read as a link`,
        `write ${code(`[words](${written.includes('@') && !written.includes(':') ? 'mailto:' : ''}${written})`)}, or the ` +
          'address without `<` and `>`',
      ),
    void: () =>
      written === 'img'
        ? explainElementName('img')
        : explanation(
            `${tag} has to be closed`,
            written === 'br' || written === 'hr'
              ? `write ${code(`<${written} />`)}`
              : `write it in Markdown, or as ${code(`<${written} />`)} if it is allowed`,
          ),
    unclosed: () => explanation(`${tag} is never closed`, `write ${code(`</${written}>`)} where it ends; ${LESS_THAN}`),
    crossed: () => {
      const [open = '', closing = ''] = written.split(' ');
      return explanation(
        `${code(`</${closing}>`)} stands where ${code(`<${open}>`)} has to be closed first`,
        `write ${code(`</${open}>`)} before it, or in its place`,
      );
    },
    unopened: () =>
      explanation('This closing tag has no opening one', `remove it, or write the opening one; ${LESS_THAN}`),
    attribute: () =>
      explanation(
        'The attributes of this tag cannot be read',
        `write each as \`name="value"\`, and end the tag with \`>\`; ${LESS_THAN}`,
      ),
    'less-than': () => explanation('This `<` is read as the beginning of a tag', LESS_THAN),
    brace: () => explanation('This `{` is never closed', BRACE),
  };
  return cause
    ? say[cause]()
    : explanation(
        `This cannot be read as MDX: ${lowerFirst(issue)}`,
        '`<` and `{` begin tags and expressions: for the characters themselves, write `\\<` and `\\{`',
      );
}

function explainCode({ fault, written }: Part<'code'>): Explanation {
  switch (fault) {
    case 'expression':
      return explanation(
        `The braces of ${code(written)} are read as a program`,
        /^\{[#.:]/.test(written)
          ? `leave it out: a heading has its id from its words, and there are no classes; ${BRACE}`
          : `write the words without braces; ${BRACE}`,
      );
    case 'module':
      return explanation(
        `A paragraph that begins with \`${written.trimStart().startsWith('export') ? 'export' : 'import'}\` is read as a ` +
          'program',
        'begin it with another word; if a program is meant, remove it: a document has only words and elements',
      );
    case 'element':
      return explainElementName(written.replace(/^</, ''));
    case 'attribute':
      return explanation(
        `The attribute ${code(written)} is not allowed`,
        'remove it: only `class`, `dir`, `href` and `lang` are allowed, since the words of others are not checked',
      );
  }
}

function explainElementName(name: string): Explanation {
  const component = ['Event', 'Chart', 'Point'].find((one) => one.toLowerCase() === name.toLowerCase());
  const help =
    component !== undefined
      ? `write \`<${component}>\`, with a capital`
      : name === 'ref'
        ? FOOTNOTE
        : /^(?:img|picture|figure)$/.test(name)
          ? 'write `![what it shows](/harbour.png)`, with the file in `public/`, or leave the picture out'
          : 'write it in Markdown; only elements that format words are allowed, such as `<b>` and `<sup>`';
  return explanation(`The HTML element ${code(`<${name}>`)} is not allowed`, help);
}

function explainMarkup({ fault, written }: Part<'markup'>): Explanation {
  const it = code(written);
  const say: Record<ForeignMarkup, () => Explanation> = {
    citation: () =>
      explanation(
        `The citation ${it} is not in the first paragraph of a footnote`,
        `${FOOTNOTE}; a second citation goes on the next line, without an empty one between them`,
      ),
    note: () => explanation(`The footnote ${it} is inside its sentence, where it is not read as one`, FOOTNOTE),
    reference: () => explanation(`${it} is not read as a footnote`, FOOTNOTE),
    'wiki-link': () => {
      const [, name = '', words = name] = /^!?\[\[([^|]*)(?:\|(.*))?\]\]$/.exec(written) ?? [];
      const slug = name
        .trim()
        .toLowerCase()
        .replace(/[\s_]+/g, '-');
      return explanation(`${it} is not read as a link`, `write its address: ${code(`[${words}](/articles/${slug}/)`)}`);
    },
    'reversed-link': () =>
      explanation(
        `${it} is not read as a link: the brackets are exchanged`,
        `write ${code(written.replace(/^\((.*)\)\[(.*)\]$/, '[$1]($2)'))}`,
      ),
    'spaced-link': () =>
      explanation(
        `${it} is not read as a link: there is a space in the middle`,
        `write ${code(written.replace('] (', ']('))}`,
      ),
    'lost-link': () =>
      explanation(
        `${it} is not read as a link: no line of this file gives its address`,
        `write its address: ${code(written.replace(/\[[^[\]]*\]$/, '(/articles/name/)'))}`,
      ),
    heading: () =>
      explanation(
        `${it} is not read as a heading`,
        `write ${code(`${written.startsWith('=') ? '##' : written.replace(/[^#].*/s, '')} ${written.replace(/^[#=]+\s*/, '').trim()}`)}, with a plain ` +
          'space after `#`',
      ),
    directive: () =>
      explanation(
        `${it} is not read as the beginning or end of a box`,
        'remove it: an article has paragraphs without boxes',
      ),
    table: () =>
      explanation(
        'This is not read as a table',
        'below the head of the table, write a line such as `| --- | --- |`, with as many columns as the head',
      ),
    comment: () => explanation(`The comment ${it} has no braces, so readers would see it`, 'write `{/* … */}`'),
    formula: () =>
      explanation(
        `${it} is not read as LaTeX`,
        'write it in words, or with characters such as `10³` and `<sup>3</sup>`',
      ),
  };
  return say[fault]();
}

const ELEMENTS_HELP = '`/problems/article-invalid/` shows how the elements are written';

function explainElement(problem: Part<'element'>): Explanation {
  const tag = `\`<${problem.element}>\``;
  switch (problem.fault) {
    case 'unknown':
      return explanation(
        `There is no element ${tag}`,
        'write `<Event>`, `<Chart>` or `<Point>`, or Markdown; an HTML element is in lower case',
        didYouMean(problem.suggestions.map((name) => `<${name}>`)),
      );
    case 'place':
      return problem.expected === 'Chart'
        ? explanation(
            `This ${tag} is not in a chart`,
            'put it between `<Chart …>` and `</Chart>`, not inside another element',
          )
        : explanation(
            `This ${tag} is inside other text or markup`,
            'put it on lines of its own, with an empty line before and after it, not inside another element or list',
          );
    case 'content':
      return explanation(`Only \`<Point>\` can be in a ${tag}`, 'put it before or after the chart, or into a point');
    case 'empty':
      return explanation(`This ${tag} has no \`<Point>\``, 'add a `<Point …>` for each figure, or remove the chart');
    case 'no-footnote':
      return explanation(
        `This ${tag} has no footnote`,
        'put a reference, such as `[^label]`, after the words between its tags, and the citation at the end of ' +
          'the file',
      );
    case 'expression':
      return explanation(
        problem.attribute === undefined
          ? `This ${tag} has attributes in braces`
          : `The attribute ${code(problem.attribute)} of ${tag} is in braces`,
        `write the value between quotation marks; ${ELEMENTS_HELP}`,
      );
    case 'no-value':
      return explanation(
        `The attribute ${code(problem.attribute)} of ${tag} has no value`,
        `write it between quotation marks after \`=\`; ${ELEMENTS_HELP}`,
      );
    case 'duplicate':
      return explanation(`This ${tag} has the attribute ${code(problem.attribute)} twice`, 'remove one of the two');
    case 'point-unknown':
      return explanation(
        `This chart has no point ${code(problem.id)} with a figure`,
        'write the `id` of the point that this is half of, and give that point such an `id`',
        didYouMean(problem.suggestions),
      );
    case 'point-duplicate':
      return explanation(
        `Two points of this chart have the id ${code(problem.id)}`,
        'give one of them another `id`, or none if no `half-of` names it',
      );
    default:
      return explainYaml(tag, problem, ELEMENTS_HELP, 'attribute');
  }
}
