import { compare } from '#text/compare.ts';
import type { Place } from '#text/location.ts';
import type { SuspiciousKind } from '#text/suspicious.ts';

/** The quoted words with the most similar passage of the sources. */
export interface NearestPassage {
  /** The source that has it: the cited one, unless another has more similar words. */
  readonly sourceId: string;
  /** The words as the author quotes them, in normal form. */
  readonly quoted: string;
  /** The most similar words of the source, in normal form. */
  readonly printed: string;
  /** The line of the raw text where they start, from 1. */
  readonly line: number;
  /** How many characters differ. */
  readonly differences: number;
}

/** Where another source than the cited one has the words of a quote exactly. */
export interface Elsewhere {
  readonly sourceId: string;
  /** The lines of the raw text where they start, from 1; never empty. */
  readonly lines: readonly number[];
}

/** Words of a source that a problem is about. */
export interface SourceWords {
  /** The line of the raw text where they start, from 1. */
  readonly line: number;
  /** The words as printed, on one line. */
  readonly words: string;
}

/** What the grammar of a citation can expect. `separator`, `end`: other words are between two citations, or after them. */
export type CitationPart = 'citation' | 'separator' | 'end' | 'id' | 'lines' | 'closing-backtick' | 'closing-mark';

/** What YAML or a schema does not allow. A path is such as `csl.title.words`; empty for the text as a whole. */
export type YamlFault =
  /** What the parser says, the name of an alias, or Git's mark of a conflict that nobody has resolved. */
  | { readonly fault: 'syntax' | 'alias' | 'conflict'; readonly said: string }
  /** `keys`: all that there are, where these are few. */
  | {
      readonly fault: 'key-unknown';
      readonly path: string;
      readonly suggestions: readonly string[];
      readonly keys?: readonly string[];
    }
  | { readonly fault: 'key-missing'; readonly path: string }
  /** A value of another type than the `expected` one, by zod's name. */
  | { readonly fault: 'type'; readonly path: string; readonly expected: string }
  /** Another value than the schema allows, with what it says about that. */
  | { readonly fault: 'value'; readonly path: string; readonly said: string }
  /** A value without quotation marks that could go on in the comment after it. */
  | { readonly fault: 'cut'; readonly path: string; readonly comment: string };

/** What is wrong, as facts without prose (`explain` adds the words). Each id is permanent and has a page. */
export type Fact =
  // source
  | {
      readonly ruleId: 'source-unknown';
      readonly sourceId: string;
      readonly suggestions: readonly string[];
      readonly elsewhere: Elsewhere | undefined;
    }
  | { readonly ruleId: 'source-missing'; readonly sourceId: string; readonly citations: number }
  | {
      readonly ruleId: 'source-stale';
      readonly sourceId: string;
      readonly pinned: string;
      readonly actual: string;
      readonly citations: number;
    }
  | {
      readonly ruleId: 'source-unrecorded';
      readonly sourceId: string;
      readonly citations: number;
      /** `name`: no name of a raw text or record, or in a folder; `link`: a symbolic link. */
      readonly fault: 'no-record' | 'name' | 'link';
    }
  | { readonly ruleId: 'source-retracted'; readonly sourceId: string; readonly why: string }
  | { readonly ruleId: 'source-superseded'; readonly sourceId: string; readonly by: string }
  | {
      readonly ruleId: 'source-encoding';
      readonly fault: 'not-utf-8' | 'utf-16' | 'byte-order-mark' | 'nul';
      readonly byte: number;
    }
  | {
      readonly ruleId: 'source-suspicious-character';
      /** `U+202E`. */
      readonly character: string;
      readonly kind: SuspiciousKind;
      readonly within: 'text' | 'record' | 'document';
      /** How often it occurs in the file. */
      readonly times: number;
    }
  | {
      readonly ruleId: 'source-unreviewed';
      readonly sourceId: string;
      /** In documents that are built. */
      readonly citations: number;
    }
  | ({ readonly ruleId: 'record-invalid' } & RecordFault)
  | {
      readonly ruleId: 'erratum-not-found';
      /** `words`: not once on that line; `changed`: next to other words than a person saw; `unseen`: no anchor. */
      readonly fault: 'words' | 'changed' | 'unseen';
      /** Undefined for words that must not be printed. */
      readonly printed: string | undefined;
      readonly line: number;
      /** How often the words occur on that line: 0, or more than once. */
      readonly times: number;
      /** Lines with the words; for a changed place, those where the words around them are the same too. */
      readonly elsewhere: readonly number[];
    }
  | {
      readonly ruleId: 'region-not-found';
      /**
       * `lines`: they do not exist; `words`: they are not there once; `changed`: other words than a person saw;
       * `unseen`: no anchor says what a person saw; `unsure`: the same of words that must not be printed; `exposed`:
       * these are also where they would be published.
       */
      readonly fault: 'lines' | 'words' | 'changed' | 'unseen' | 'unsure' | 'exposed';
      /** Which end of a speech cannot be found; undefined for a region. */
      readonly speech: 'from' | 'to' | undefined;
      /** Words that do not occur exactly once; undefined for other faults, and for words that must not be printed. */
      readonly words: string | undefined;
      /** Lines that do not exist, that were searched for the words, or that it marks, as in the record: `11` or `4-5`. */
      readonly lines: readonly string[];
      /** How often the words occur there: 0, or more than once. */
      readonly times: number;
      /** How many lines the raw text has. */
      readonly lineCount: number;
      /** Lines where the words that a person saw are now, or where withheld ones would be published. */
      readonly elsewhere: readonly string[];
    }
  | {
      readonly ruleId: 'speech-unmarked';
      readonly sourceId: string;
      /** In the order of the text; never empty. */
      readonly sentences: readonly SourceWords[];
    }
  // citation
  | {
      readonly ruleId: 'citation-malformed';
      readonly label: string;
      readonly found: string;
      readonly expected: CitationPart;
    }
  /** `written`: the whole of the footnote, if it is a paragraph. */
  | { readonly ruleId: 'citation-missing'; readonly label: string; readonly written?: string | undefined }
  /** `written`: the words after the id, which are not between quotation marks. */
  | { readonly ruleId: 'quote-missing'; readonly sourceId: string; readonly label: string; readonly written?: string }
  | {
      readonly ruleId: 'quote-not-found';
      readonly sourceId: string;
      readonly quote: string;
      readonly nearest: NearestPassage | undefined;
      readonly elsewhere: Elsewhere | undefined;
      /** The words left out by `[…]` are there, but too far apart or in another order. */
      readonly elided: boolean;
      /** The lines where the words are, if the locator names others. */
      readonly lines: readonly number[];
      readonly locator: string | undefined;
    }
  | {
      readonly ruleId: 'quote-ambiguous';
      readonly sourceId: string;
      readonly quote: string;
      readonly lines: readonly number[];
    }
  | {
      readonly ruleId: 'quote-too-short';
      readonly sourceId: string;
      readonly quote: string;
      /** `part`: one part of a quote with `[…]`. */
      readonly extent: 'whole' | 'part';
      readonly length: number;
      readonly least: number;
    }
  | {
      readonly ruleId: 'quote-not-citable';
      readonly sourceId: string;
      readonly kind: 'furniture' | 'boilerplate' | 'heading' | 'withheld';
      readonly reason: string;
      readonly line: number;
    }
  // footnote
  | {
      readonly ruleId: 'footnote-undefined';
      readonly label: string;
      /**
       * `white-space`: in the label; `not-in-prose`: where Markdown allows no footnotes; `joined`: several labels;
       * `no-caret`: `[label]`; `no-bracket`: `[^label`; `no-colon`: a footnote begins without its colon.
       */
      readonly fault: 'missing' | 'white-space' | 'not-in-prose' | 'joined' | 'no-caret' | 'no-bracket' | 'no-colon';
      /** Labels of existing footnotes; for `not-in-prose` perhaps the same label, for `joined` all of them. */
      readonly suggestions: readonly string[];
    }
  | { readonly ruleId: 'footnote-unused'; readonly label: string }
  | { readonly ruleId: 'footnote-duplicate'; readonly label: string; readonly firstLine: number }
  // statement
  | {
      readonly ruleId: 'statement-uncited';
      readonly statement: string;
      readonly extent: 'sentence' | 'row';
      /** The label of the footnote right before it, whose note it may be meant to be. */
      readonly behind?: string | undefined;
      /** The label of the one footnote that nothing refers to, if this is the one statement without any. */
      readonly unused?: string;
    }
  | {
      readonly ruleId: 'figure-unsupported';
      readonly statement: string;
      readonly figure: string;
      /**
       * `missing`: in no passage; `unit`: only with another unit; `hedge-added`: the statement has `hedges` that the
       * passages lack; `hedge-dropped`: it lacks those of the passages.
       */
      readonly fault: 'missing' | 'unit' | 'hedge-added' | 'hedge-dropped';
      readonly hedges: readonly Hedge[];
      /** The figures of the passages, each once, in their order. */
      readonly evidence: readonly string[];
    }
  | {
      readonly ruleId: 'date-unsupported';
      readonly statement: string;
      readonly date: string;
      /** Is it only the date of issue of a text? */
      readonly isOfIssue?: boolean;
      /** The dates of the passages and their records, each once, in their order. */
      readonly evidence: readonly string[];
    }
  | {
      readonly ruleId: 'quotation-unsupported';
      readonly statement: string;
      readonly quotation: string;
      /** The most similar words of the passages. */
      readonly nearest: string | undefined;
      /** Has it an ellipsis without brackets, as if that left words out? */
      readonly hasBareEllipsis: boolean;
    }
  | { readonly ruleId: 'name-unsupported'; readonly statement: string; readonly name: string }
  | {
      readonly ruleId: 'office-unsupported';
      readonly statement: string;
      /** `Foreign Minister`. */
      readonly office: string;
      readonly name: string;
    }
  | {
      readonly ruleId: 'figures-swapped';
      readonly statement: string;
      /** A date or figure. */
      readonly figure: string;
      /** The word of the statement that it stands at. */
      readonly at: string;
      /** What the passage has there. */
      readonly instead: string;
    }
  | {
      readonly ruleId: 'roles-swapped';
      readonly statement: string;
      /** `Vellin sued`, `before the storm`. */
      readonly words: string;
      /** What the passage has: `Almar sued`, `after the storm`. */
      readonly instead: string;
      readonly sourceId: string;
      /** Of the raw text, from 1. */
      readonly line: number;
    }
  | {
      readonly ruleId: 'limit-changed';
      readonly statement: string;
      /** `dropped`: of a passage; `denial`, `plan`, `charge`: added in the statement; `changed`: `since` made `in`. */
      readonly fault: 'dropped' | 'denial' | 'plan' | 'charge' | 'changed';
      /** As written in the passage, or, where it is added, in the statement. */
      readonly limit: string;
      /** The words of the statement that are without it, or that have it instead. */
      readonly now: string;
      readonly sourceId: string;
      /** Of the raw text, from 1. */
      readonly line: number;
    }
  | {
      readonly ruleId: 'borrowed-wording';
      /** The words of the statement. */
      readonly words: string;
      /** How many words; a known name counts as one. */
      readonly count: number;
      readonly sourceId: string;
      /** The line of the raw text where they start, from 1. */
      readonly line: number;
    }
  | {
      readonly ruleId: 'known-mistake';
      /** The words of the statement. */
      readonly words: string;
      readonly reason: string;
      readonly sourceId: string;
      /** The line of the raw text that is misread, from 1. */
      readonly line: number;
    }
  | {
      readonly ruleId: 'attribution-missing';
      readonly statement: string;
      readonly kind: 'reported' | 'opinion' | 'allegation';
      /** Who speaks in the passages, in the words of the record. */
      readonly speakers: readonly string[];
      /** By what name to call one of them; undefined if nobody is named. */
      readonly name: string | undefined;
      /** What to call the texts. */
      readonly texts: readonly string[];
    }
  | ({ readonly ruleId: 'attribution-unsupported'; readonly statement: string } & AttributionFault)
  | ({ readonly ruleId: 'exemption-unused' } & ExemptionFault)
  // article
  | ({ readonly ruleId: 'article-invalid' } & ArticleFault)
  | ({ readonly ruleId: 'settings-invalid' } & SettingsFault)
  /** `themes`: those that the site has. */
  | {
      readonly ruleId: 'theme-unknown';
      readonly theme: string;
      readonly suggestions: readonly string[];
      readonly themes?: readonly string[];
    }
  | {
      readonly ruleId: 'link-broken';
      readonly url: string;
      /**
       * `address`: there is none; `page`, `fragment`: the site has no such one; `unbuilt`: the page is a draft, or of a
       * source that nobody has reviewed; `form`: it leads neither to a page of the site nor to another site.
       */
      readonly missing: 'address' | 'page' | 'fragment' | 'unbuilt' | 'form';
      readonly suggestions: readonly string[];
    }
  | {
      readonly ruleId: 'passage-unread';
      readonly sourceId: string;
      /** Letters and digits in cited passages. */
      readonly cited: number;
      /** Letters and digits that a document could cite. */
      readonly citable: number;
      /** Never empty; in the order of the text. */
      readonly unread: readonly SourceWords[];
    };

/** How a text qualifies a figure. `over`: the true one is larger; `around`: it may be either. */
export type Hedge = 'over' | 'under' | 'at-most' | 'around' | 'estimated';

/** What can be wrong with a comment that exempts statements from a rule. */
export type ExemptionFault =
  /** The statement does not break that rule. */
  | { readonly fault: 'unused'; readonly written: string }
  /** `scope`: neither `-next` nor `-page`; `reason`: there is none. */
  | { readonly fault: 'scope' | 'reason'; readonly written: string }
  /** No rule, or none that a statement can be exempted from. */
  | { readonly fault: 'rule'; readonly written: string; readonly suggestions: readonly string[] };

/** What can be wrong with a record. */
export type RecordFault =
  | YamlFault
  /** Its file has another name than `sources/<id>.yaml`, or is a symbolic link. */
  | { readonly fault: 'name' | 'link' }
  /** Its `id` is not the name of its file. */
  | { readonly fault: 'id'; readonly expected: string }
  /** It is superseded by a missing source, or by itself. */
  | { readonly fault: 'successor'; readonly sourceId: string; readonly suggestions: readonly string[] }
  /** Words that stand in for those that somebody still has to write. */
  | { readonly fault: 'placeholder'; readonly path: string; readonly written: string }
  /** The raw text lacks words that a field rests on; undefined for words that must not be printed. */
  | { readonly fault: 'words'; readonly path: string; readonly words: string | undefined }
  /** Another source has its short name. */
  | { readonly fault: 'short'; readonly short: string; readonly sourceId: string };

/** What can be wrong with a file of settings in `content/`. */
export type SettingsFault =
  | YamlFault
  | { readonly fault: 'source'; readonly sourceId: string; readonly suggestions: readonly string[] }
  /** A line that the source does not have: it has `count`. */
  | { readonly fault: 'line'; readonly sourceId: string; readonly line: number; readonly count: number }
  /** An address that pages have moved from, although the site has a page there. */
  | { readonly fault: 'moved'; readonly address: string }
  /** A picture that is not in `public/`. */
  | { readonly fault: 'picture'; readonly picture: string }
  /** The position of a place that no page of names has. */
  | { readonly fault: 'place'; readonly name: string; readonly suggestions: readonly string[] };

/** What can be wrong with a document before its citations are checked. */
export type ArticleFault =
  /**
   * The file's name below `content/`. `extension`: no `.mdx`; `name`: another folder, or no slug; `link`: a symbolic
   * link; `taken`: the site has a page of its own at this address.
   */
  | { readonly part: 'file'; readonly fault: 'extension' | 'name' | 'link' | 'taken'; readonly name: string }
  | ({ readonly part: 'front-matter' } & (YamlFault | { readonly fault: 'no-front-matter' }))
  /** Words that stand in for those that somebody still has to write. */
  | { readonly part: 'placeholder'; readonly written: string }
  /** What the MDX parser says and, if it is known, what the author did. */
  | {
      readonly part: 'syntax';
      readonly issue: string;
      readonly cause?: SyntaxCause | undefined;
      /** The name of the element; two for `crossed`, the open one first; an address. */
      readonly written?: string;
    }
  /** Git's marks of a conflict that nobody has resolved. */
  | { readonly part: 'conflict' }
  /** An article without a word below its front matter. */
  | { readonly part: 'empty' }
  /** What other tools would read as markup, and readers would see as it is written. */
  | { readonly part: 'markup'; readonly fault: ForeignMarkup; readonly written: string }
  /** Nested too deeply: the parser ran out of stack. */
  | { readonly part: 'limit'; readonly fault: 'stack' }
  /**
   * What would run, or show words that nobody can check. `expression`: in braces; `module`: an export or import;
   * `element`, `attribute`: HTML that does more than format words.
   */
  | {
      readonly part: 'code';
      readonly fault: 'expression' | 'module' | 'element' | 'attribute';
      readonly written: string;
    }
  /** A footnote reference or another link inside of a link. */
  | { readonly part: 'link'; readonly fault: 'reference' | 'link'; readonly written: string }
  /** `element`: its name, such as `Event`. */
  | ({ readonly part: 'element'; readonly element: string } & ElementFault);

/**
 * `void`: an element that HTML does not close; `unclosed`, `crossed`, `unopened`: tags that are no pair; `attribute`: not
 * written as HTML; `less-than`: before something that is no tag.
 */
export type SyntaxCause =
  | 'comment'
  | 'address'
  | 'void'
  | 'unclosed'
  | 'crossed'
  | 'unopened'
  | 'attribute'
  | 'less-than'
  | 'brace';

/**
 * `citation`: in the text; `note`: a footnote within the sentence; `reference`: a number or the like for a footnote;
 * `wiki-link`, `reversed-link`, `spaced-link`, `lost-link`: no links; `directive`: of a box; `comment`: without braces.
 */
export type ForeignMarkup =
  | 'citation'
  | 'note'
  | 'reference'
  | 'wiki-link'
  | 'reversed-link'
  | 'spaced-link'
  | 'lost-link'
  | 'heading'
  | 'directive'
  | 'table'
  | 'comment'
  | 'formula';

/** What can be wrong with a component. A path is the name of an attribute. */
export type ElementFault =
  | YamlFault
  | { readonly fault: 'unknown'; readonly suggestions: readonly string[] }
  /** It is not where it is `expected`: among the blocks of the document, or in a chart. */
  | { readonly fault: 'place'; readonly expected: 'document' | 'Chart' }
  /** `content`: a chart with something other than points; `empty`: without any. */
  | { readonly fault: 'content' | 'empty' | 'no-footnote' }
  /** An attribute in braces; undefined for `{...rest}`. */
  | { readonly fault: 'expression'; readonly attribute: string | undefined }
  | { readonly fault: 'no-value' | 'duplicate'; readonly attribute: string }
  /** Half of a point that is not in the chart, or has no figure with a half. */
  | { readonly fault: 'point-unknown'; readonly id: string; readonly suggestions: readonly string[] }
  | { readonly fault: 'point-duplicate'; readonly id: string };

export type RuleId = Fact['ruleId'];

/** A fact and where it is: `file` relative to the project's root, with `/`; `place` undefined for a file as a whole. */
export type Problem = Fact & {
  readonly file: string;
  readonly place: Place | undefined;
  /** In a document that is not built, since it says `draft: true`. */
  readonly inDraft?: true;
};

/** What a statement ascribes to somebody who does not say it. */
type AttributionFault =
  /** It names a text that it does not cite; `has`: those that it cites. */
  | { readonly fault: 'text'; readonly name: string; readonly has: readonly string[] }
  /** It has a figure, date or quotation next to a text that is in another one. */
  | { readonly fault: 'clause'; readonly name: string; readonly words: string; readonly has: readonly string[] }
  /** It makes somebody speak who does not speak in its passages; `has`: those who do, in the words of the record. */
  | { readonly fault: 'speaker'; readonly name: string; readonly has: readonly string[] };

/** The groups of rules in the order of the documentation. `satisfies` makes a rule without a group a type error. */
export const RULE_GROUPS = {
  source: [
    'source-unknown',
    'source-missing',
    'source-stale',
    'source-unrecorded',
    'source-retracted',
    'source-superseded',
    'source-unreviewed',
    'source-encoding',
    'source-suspicious-character',
    'record-invalid',
    'erratum-not-found',
    'region-not-found',
    'speech-unmarked',
  ],
  citation: [
    'citation-malformed',
    'citation-missing',
    'quote-missing',
    'quote-not-found',
    'quote-ambiguous',
    'quote-too-short',
    'quote-not-citable',
  ],
  footnote: ['footnote-undefined', 'footnote-unused', 'footnote-duplicate'],
  statement: [
    'statement-uncited',
    'figure-unsupported',
    'date-unsupported',
    'quotation-unsupported',
    'name-unsupported',
    'office-unsupported',
    'figures-swapped',
    'roles-swapped',
    'limit-changed',
    'attribution-missing',
    'attribution-unsupported',
    'borrowed-wording',
    'known-mistake',
    'exemption-unused',
  ],
  article: ['article-invalid', 'settings-invalid', 'theme-unknown', 'link-broken', 'passage-unread'],
} as const satisfies Record<string, readonly RuleId[]>;

export type StatementRule = (typeof RULE_GROUPS.statement)[number];

/** All rule ids in the order of the documentation. */
export const RULE_IDS: readonly RuleId[] = Object.values(RULE_GROUPS).flat();

/** Can this problem keep a citation from its passage? Then it is unknown what no document cites. */
export function hidesCitations(problem: Problem): boolean {
  const { ruleId } = problem;
  // Such a source is read and cited nevertheless.
  if (['source-suspicious-character', 'source-unreviewed', 'speech-unmarked'].includes(ruleId)) return false;
  if (isUnseen(problem)) return false;
  // The one footnote that nothing refers to is part of that problem.
  if (problem.ruleId === 'statement-uncited') return problem.unused !== undefined;
  const { source, citation, footnote } = RULE_GROUPS;
  return ruleId === 'article-invalid' || [...source, ...citation, ...footnote].some((id) => id === ruleId);
}

/** Has an entry of a record no anchor yet? Then nothing tells when its text moves, but so far it is in its place. */
function isUnseen(problem: Problem): boolean {
  return (
    (problem.ruleId === 'region-not-found' || problem.ruleId === 'erratum-not-found') && problem.fault === 'unseen'
  );
}

/** Errors stop the build. Warnings are shown for a person to judge, and stop nothing. */
export function isError(problem: Problem): boolean {
  const isWarning =
    problem.inDraft ||
    problem.ruleId === 'speech-unmarked' ||
    isUnseen(problem) ||
    // Nothing that is built rests on it.
    (problem.ruleId === 'source-unreviewed' && problem.citations === 0) ||
    // Writing systems such as Persian need some of these.
    (problem.ruleId === 'source-suspicious-character' && problem.within === 'text' && problem.kind === 'invisible') ||
    (problem.ruleId === 'figure-unsupported' && problem.fault === 'hedge-dropped');
  return !isWarning;
}

/** What a run found: all problems in order, and what was checked. */
export interface Report {
  /** Sorted by file, then line, column and rule; no two are equal. */
  readonly problems: readonly Problem[];
  readonly counts: {
    readonly documents: number;
    readonly sources: number;
    readonly citations: number;
    /** Citations that were found at their passage. */
    readonly holding: number;
    readonly statements: StatementCounts;
  };
}

/** How many statements there are, sentences, rows and labels, and what became of them: each is one of the last four. */
export interface StatementCounts {
  readonly all: number;
  /** They have figures, dates, names and the like, which were looked for in their passages. */
  readonly compared: number;
  /** Taken out of a rule by an author. */
  readonly exempt: number;
  /** They have nothing of the kind. */
  readonly empty: number;
  /** Their footnotes have problems. */
  readonly unjudged: number;
}

/** Sort problems by file, place and rule, so that two runs print the same. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      (a.place?.start.line ?? 0) - (b.place?.start.line ?? 0) ||
      (a.place?.start.column ?? 0) - (b.place?.start.column ?? 0) ||
      compare(a.ruleId, b.ruleId),
  );
}
