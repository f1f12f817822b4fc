import { type Span, spanOf } from '#text/location.ts';
import { readYaml } from '#text/yaml.ts';

/**
 * Replace the digest and the day of review in the YAML of a record; a day that nobody has written yet is added.
 * Comments, order and line ends stay as they are.
 *
 * @param sha256 Lower-case hex.
 * @param reviewed ISO 8601.
 */
export function repin(record: string, sha256: string, reviewed: string): string {
  const { value, placeAt } = readYaml(record);
  const lineEnd = record.includes('\r\n') ? '\r\n' : '\n';
  const { reviewed: day } = Object(value);
  const digest = spanOf(placeAt(['sha256']));
  if (day === undefined) return replace(record, digest, `${sha256}${lineEnd}reviewed: ${reviewed}`);

  const colon = record.indexOf(':', spanOf(placeAt(['reviewed'], 'key')).end) + 1;
  const written = spanOf(placeAt(['reviewed']));
  const isEmpty = written.start === written.end;
  const dayChange = isEmpty
    ? { span: { start: colon, end: colon }, text: ` ${reviewed}` }
    : { span: written, text: reviewed };
  // The later one first, which moves nothing before it.
  return [{ span: digest, text: sha256 }, dayChange]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((result, { span, text }) => replace(result, span, text), record);
}

function replace(text: string, { start, end }: Span, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}
