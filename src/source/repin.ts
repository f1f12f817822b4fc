import { readYaml } from '#text/yaml.ts';

/**
 * Replace the digest and the day of review in the YAML of a record. Comments, order and line ends stay as they are.
 *
 * @param sha256 Lower-case hex.
 * @param reviewed ISO 8601.
 */
export function repin(record: string, sha256: string, reviewed: string): string {
  const yaml = readYaml(record);
  const changes = [
    { place: yaml.placeAt(['sha256']), value: sha256 },
    { place: yaml.placeAt(['reviewed']), value: reviewed },
  ].sort((a, b) => b.place.start.offset - a.place.start.offset);
  return changes.reduce(
    (text, { place, value }) => text.slice(0, place.start.offset) + value + text.slice(place.end.offset),
    record,
  );
}
