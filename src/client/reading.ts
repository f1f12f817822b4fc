/** What makes reading easier where there is script; without it, all of it can be read and reached. */
import { followSections } from './contents.ts';
import { setMarginNotes } from './margin-notes.ts';
import { previewNotes } from './preview-notes.ts';

const prose = document.querySelector<HTMLElement>('.prose');
if (prose && 'popover' in prose) {
  const notes = previewNotes(prose);
  setMarginNotes(prose, notes);
}
followSections(document.querySelectorAll<HTMLAnchorElement>('.contents a'));
