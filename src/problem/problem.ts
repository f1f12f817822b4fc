import type { Place } from '#text/location.ts';
import type { SuspiciousKind } from '#text/suspicious.ts';

/** The quoted words beside the most similar passage of the source. */
export interface NearestPassage {
  /** The words as the author quotes them, in normal form. */
  readonly quoted: string;
  /** The most similar words of the source, in normal form. */
  readonly printed: string;
  /** The line of the raw text where they start, from 1. */
  readonly line: number;
}

/** Words of a source that no document cites. */
export interface UnreadPassage {
  /** The line of the raw text where they start, from 1. */
  readonly line: number;
  /** The words as printed, on one line. */
  readonly words: string;
}

/** What can be missing where the grammar of a citation asks for it. */
export type CitationPart = 'citation' | 'id' | 'lines' | 'closing-backtick' | 'closing-mark';

/** What YAML, or the schema of it or of attributes, does not allow. A path is such as `csl.title.words`; empty for the text as a whole. */
export type YamlFault =
  /** What the parser says, or the name of an alias. */
  | { readonly fault: 'syntax' | 'alias'; readonly said: string }
  | { readonly fault: 'key-unknown'; readonly path: string; readonly suggestions: readonly string[] }
  | { readonly fault: 'key-missing'; readonly path: string }
  /** A value of another type than the `expected` one, by zod's name. */
  | { readonly fault: 'type'; readonly path: string; readonly expected: string }
  /** Another value than the schema allows, with what it says about that. */
  | { readonly fault: 'value'; readonly path: string; readonly said: string };

/** What is wrong, as facts without prose (`explain` has the words). Each id is permanent and has a page. */
export type Fact =
  // source
  | { readonly ruleId: 'source-unknown'; readonly sourceId: string; readonly suggestions: readonly string[] }
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
      readonly fault: 'not-utf-8' | 'byte-order-mark' | 'nul';
      readonly byte: number;
    }
  | {
      readonly ruleId: 'source-suspicious-character';
      /** `U+202E`. */
      readonly character: string;
      readonly kind: SuspiciousKind;
      readonly within: 'text' | 'record' | 'document';
      /** How often it stands in the file. */
      readonly times: number;
    }
  | ({ readonly ruleId: 'record-invalid' } & RecordFault)
  | {
      readonly ruleId: 'erratum-not-found';
      readonly printed: string;
      readonly line: number;
      /** How often the words stand on that line: 0, or more than once. */
      readonly times: number;
      /** Other lines that do have the words. */
      readonly elsewhere: readonly number[];
    }
  | {
      readonly ruleId: 'region-not-found';
      /** Which end of a stretch of speech is not there; undefined for a region. */
      readonly speech: 'from' | 'to' | undefined;
      /** The words of the region that are not there, or not once; undefined where its lines are not there. */
      readonly words: string | undefined;
      /** The lines that are not there, or that the words are looked for in, as in the record: `11` or `4-5`. */
      readonly lines: readonly string[];
      /** How often the words stand there: 0, or more than once. */
      readonly times: number;
      /** How many lines the raw text has. */
      readonly lineCount: number;
    }
  // citation
  | {
      readonly ruleId: 'citation-malformed';
      readonly label: string;
      readonly found: string;
      readonly expected: CitationPart;
    }
  | { readonly ruleId: 'citation-missing'; readonly label: string }
  | { readonly ruleId: 'quote-missing'; readonly sourceId: string; readonly label: string }
  | {
      readonly ruleId: 'quote-not-found';
      readonly sourceId: string;
      readonly quote: string;
      readonly nearest: NearestPassage | undefined;
      /** The words left out by `[…]` are there, but too far apart or in another order. */
      readonly elided: boolean;
      /** The lines where the words do stand, when the locator names others. */
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
      /** `white-space`: the label has some; `not-in-prose`: it stands where Markdown makes no footnotes. */
      readonly fault: 'missing' | 'white-space' | 'not-in-prose';
      /** Labels of footnotes that are there; for `not-in-prose` it may be the same label. */
      readonly suggestions: readonly string[];
    }
  | { readonly ruleId: 'footnote-unused'; readonly label: string }
  | { readonly ruleId: 'footnote-duplicate'; readonly label: string; readonly firstLine: number }
  // statement
  | { readonly ruleId: 'statement-uncited'; readonly statement: string; readonly extent: 'sentence' | 'row' }
  | {
      readonly ruleId: 'figure-unsupported';
      readonly statement: string;
      readonly figure: string;
      /**
       * `missing`: no passage has it; `unit`: with another unit only; `hedge-added`: the passages do not have the `hedges` of
       * the statement; `hedge-dropped`: the statement does not have those of the passages.
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
      /** The dates of the passages and their records, each once, in their order. */
      readonly evidence: readonly string[];
    }
  | {
      readonly ruleId: 'quotation-unsupported';
      readonly statement: string;
      readonly quotation: string;
      /** The most similar words of the passages. */
      readonly nearest: string | undefined;
    }
  | { readonly ruleId: 'name-unsupported'; readonly statement: string; readonly name: string }
  | ({ readonly ruleId: 'exemption-unused' } & ExemptionFault)
  // article
  | ({ readonly ruleId: 'article-invalid' } & ArticleFault)
  | { readonly ruleId: 'theme-unknown'; readonly theme: string; readonly suggestions: readonly string[] }
  | {
      readonly ruleId: 'link-broken';
      readonly url: string;
      readonly missing: 'page' | 'fragment';
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
      readonly unread: readonly UnreadPassage[];
    };

/** How a text takes back some of the exactness of a figure. `over`: the true one is larger; `around`: it may be either. */
export type Hedge = 'over' | 'under' | 'at-most' | 'around' | 'estimated';

/** What can be wrong with a comment that takes statements out of a rule. */
export type ExemptionFault =
  /** It takes nothing out: the statement breaks no such rule. */
  | { readonly fault: 'unused'; readonly written: string }
  /** `scope`: neither `-next` nor `-page`; `reason`: there is none. */
  | { readonly fault: 'scope' | 'reason'; readonly written: string }
  /** No rule, or another word, or a rule that no statement can be taken out of. */
  | { readonly fault: 'rule'; readonly written: string; readonly suggestions: readonly string[] };

/** What can be wrong with a record. */
export type RecordFault =
  | YamlFault
  /** Its file has another name than `sources/<id>.yaml`, or is a symbolic link. */
  | { readonly fault: 'name' | 'link' }
  /** Its `id` is not the name of its file. */
  | { readonly fault: 'id'; readonly expected: string }
  /** It is superseded by a source that is not there, or by itself. */
  | { readonly fault: 'successor'; readonly sourceId: string; readonly suggestions: readonly string[] }
  /** Words that a field rests on do not stand in the raw text. */
  | { readonly fault: 'words'; readonly path: string; readonly words: string };

/** What can be wrong with a document before its citations are looked at. */
export type ArticleFault =
  /**
   * The file's name below `content/`. `extension`: no `.mdx`; `name`: another folder, or no slug; `link`: a symbolic link;
   * `taken`: the site has a page of its own at this address.
   */
  | { readonly part: 'file'; readonly fault: 'extension' | 'name' | 'link' | 'taken'; readonly name: string }
  | ({ readonly part: 'front-matter' } & (YamlFault | { readonly fault: 'no-front-matter' }))
  /** What the MDX parser says. */
  | { readonly part: 'syntax'; readonly issue: string }
  /** More than the parser is given. */
  | { readonly part: 'limit'; readonly fault: Excess; readonly most: number }
  /** The parser ran out of stack. */
  | { readonly part: 'limit'; readonly fault: 'stack' }
  /**
   * What would run, or show words that nobody can check. `expression`: in braces; `module`: an export or import; `element`,
   * `attribute`: of HTML, one that does more than set words.
   */
  | {
      readonly part: 'code';
      readonly fault: 'expression' | 'module' | 'element' | 'attribute';
      readonly written: string;
    }
  /** `element`: its name, such as `Event`. */
  | ({ readonly part: 'element'; readonly element: string } & ElementFault);

/**
 * What a document can have too much of. `nesting`: marks of blocks before the words of a line; `marks`: of links, emphasis, code
 * and elements in a paragraph; `word`: characters without a space; `pipes`: on a line; `elements`: in each other; `braces`: closing
 * ones; `module`: empty lines behind an export or import.
 */
export type Excess =
  | 'characters'
  | 'lines'
  | 'nesting'
  | 'indentation'
  | 'marks'
  | 'word'
  | 'pipes'
  | 'elements'
  | 'braces'
  | 'module';

/** What can be wrong with an element with data, and with a component that is none. A path is the name of an attribute. */
export type ElementFault =
  | YamlFault
  | { readonly fault: 'unknown'; readonly suggestions: readonly string[] }
  /** It stands elsewhere than where it is `expected`: among the blocks of the document, or in a chart. */
  | { readonly fault: 'place'; readonly expected: 'document' | 'Chart' }
  /** `content`: a chart has something else than points; `empty`: it has none. */
  | { readonly fault: 'content' | 'empty' | 'no-footnote' }
  /** An attribute in braces; undefined for `{...rest}`. */
  | { readonly fault: 'expression'; readonly attribute: string | undefined }
  | { readonly fault: 'no-value' | 'duplicate'; readonly attribute: string }
  /** Half of a point that is not in the chart, or has no figure with a half. */
  | { readonly fault: 'point-unknown'; readonly id: string; readonly suggestions: readonly string[] }
  | { readonly fault: 'point-duplicate'; readonly id: string };

export type RuleId = Fact['ruleId'];

/** A fact and where it is: `file` relative to the project's root, with `/`; `place` undefined for a file as a whole. */
export type Problem = Fact & { readonly file: string; readonly place: Place | undefined };

/** The groups of rules in the order of the documentation. `satisfies` makes a rule without a group a type error. */
export const RULE_GROUPS = {
  source: [
    'source-unknown',
    'source-missing',
    'source-stale',
    'source-unrecorded',
    'source-retracted',
    'source-superseded',
    'source-encoding',
    'source-suspicious-character',
    'record-invalid',
    'erratum-not-found',
    'region-not-found',
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
    'exemption-unused',
  ],
  article: ['article-invalid', 'theme-unknown', 'link-broken', 'passage-unread'],
} as const satisfies Record<string, readonly RuleId[]>;

export type StatementRule = (typeof RULE_GROUPS.statement)[number];

/** All rule ids in the order of the documentation. */
export const RULE_IDS: readonly RuleId[] = Object.values(RULE_GROUPS).flat();

const HIDING: readonly RuleId[] = [
  ...RULE_GROUPS.source,
  ...RULE_GROUPS.citation,
  ...RULE_GROUPS.footnote,
  'article-invalid',
];

/** Can this problem keep a citation from its passage? Then the corpus does not tell what no document cites. */
export function hidesCitations({ ruleId }: Problem): boolean {
  // The source is read and cited all the same.
  return HIDING.includes(ruleId) && ruleId !== 'source-suspicious-character';
}

/** Errors stop the build. A warning is for a person to judge: it is shown, and stops nothing. */
export function isError(problem: Problem): boolean {
  const isWarning =
    problem.ruleId === 'name-unsupported' ||
    // Writing systems such as Persian need some of these: a person has to look.
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
  };
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
