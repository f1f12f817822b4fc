import type { z } from 'zod';
import type { ElementFault } from '#problem/problem.ts';
import { schemaIssues } from '#problem/schema-issues.ts';
import { type LineIndex, type Place, placeOf, placeOfNode } from '#text/location.ts';
import type { JsxElement } from './jsx.ts';

/** The attributes of one element. */
export interface Attributes<Data> {
  /** Undefined if any attribute has a fault. */
  readonly data: Data | undefined;
  /** As written, by name; only those that are plain text. */
  readonly values: ReadonlyMap<string, string>;
  /** The place of a value, without its quotation marks; that of the element's name if there is no such attribute. */
  readonly placeOfValue: (name: string) => Place;
  readonly faults: readonly (ElementFault & { readonly place: Place })[];
}

/**
 * Read the attributes of an element by a schema. Only plain text is accepted: an expression runs when the page is
 * rendered.
 */
export function readAttributes<Schema extends z.ZodObject>(
  element: JsxElement,
  schema: Schema,
  { text, lines }: { readonly text: string; readonly lines: LineIndex },
): Attributes<z.infer<Schema>> {
  const { values, places, faults } = readPlainAttributes(element);

  const placeOfValue = (name: string): Place => {
    const place = places.get(name);
    if (!place) return placeOfName(element, lines);
    const { start, end } = place;
    const mark = text.slice(start.offset, end.offset).search(/["']/);
    return placeOf(lines, { start: start.offset + mark + 1, end: end.offset - 1 });
  };
  const placeAt = (path: readonly PropertyKey[], part?: 'key' | 'value'): Place => {
    const name = String(path[0]);
    const start = places.get(name)?.start.offset;
    if (part !== 'key' || start === undefined) return placeOfValue(name);
    return placeOf(lines, { start, end: start + name.length });
  };

  const value = Object.fromEntries(values);
  const { data, error } = schema.safeParse(value);
  const issues = schemaIssues(error?.issues ?? [], { value, placeAt }, Object.keys(schema.shape));
  // An attribute that is not plain text is not missing as well; nor is any if there is a `{...rest}`.
  const broken = new Set(faults.map(({ attribute }) => attribute));
  const isKnown = (issue: ElementFault) =>
    issue.fault === 'key-missing' && (broken.has(issue.path) || broken.has(undefined));
  const all = [...faults, ...issues.filter((issue) => !isKnown(issue))];
  return { data: all.length === 0 ? data : undefined, values, placeOfValue, faults: all };
}

/** The place of an element's name with the `<` before it. */
export function placeOfName(element: JsxElement, lines: LineIndex): Place {
  const start = placeOfNode(element).start.offset;
  return placeOf(lines, { start, end: start + 1 + String(element.name).length });
}

function readPlainAttributes({ attributes }: JsxElement) {
  const values = new Map<string, string>();
  const places = new Map<string, Place>();
  const faults: (Extract<ElementFault, { attribute: unknown }> & { place: Place })[] = [];

  for (const attribute of attributes) {
    const place = placeOfNode(attribute);
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      faults.push({ fault: 'expression', attribute: undefined, place });
      continue;
    }
    const { name, value } = attribute;
    if (places.has(name)) {
      faults.push({ fault: 'duplicate', attribute: name, place });
      continue;
    }
    places.set(name, place);
    if (typeof value === 'string') values.set(name, value);
    else faults.push({ fault: value ? 'expression' : 'no-value', attribute: name, place });
  }
  return { values, places, faults };
}
