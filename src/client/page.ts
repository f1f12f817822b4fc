/** Makes reading easier; without script, everything can still be read and reached. */
import { followSections } from './contents.ts';
import { rememberNote, showLanding } from './landing.ts';
import { offerLinks } from './link-to-words.ts';
import { showMarginNotes } from './margin-notes.ts';
import { initMasthead } from './masthead.ts';
import { openSheets } from './note-sheet.ts';
import { previewNotes } from './preview-notes.ts';

initMasthead();
const prose = document.querySelector<HTMLElement>('.prose');
if (prose && 'popover' in prose) {
  const notes = previewNotes(prose);
  openSheets(prose);
  rememberNote(prose);
  // Their places depend on the lines of the text, whose typeface is there by then or not used on this page.
  const settled = [document.fonts.load("1em 'Source Serif 4'"), new Promise((resolve) => setTimeout(resolve, 200))];
  Promise.race(settled).finally(() => showMarginNotes(prose, notes));
}
prose?.addEventListener('pointerover', function load({ target, pointerType }) {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a.name') : null;
  if (!link || pointerType !== 'mouse') return;
  prose.removeEventListener('pointerover', load);
  void import('./name-cards.ts').then(({ showNameCards }) => showNameCards(prose, link));
});
if (document.querySelector('.findings')) void import('./finding.ts').then(({ showFindings }) => showFindings());
followSections(document.querySelectorAll<HTMLAnchorElement>('.contents a'));
const text = document.querySelector<HTMLElement>('.source-text');
if (text) {
  offerLinks(text);
  showLanding(text);
}
const timeline = document.querySelector('.timeline');
if (timeline) void import('./timeline-marks.ts').then(({ describeMarks }) => describeMarks(timeline));
const panel = document.querySelector<HTMLElement>('.check-yourself');
panel?.querySelector('button')?.addEventListener('click', async () => {
  const { checkYourself } = await import('./check-yourself.ts');
  await checkYourself(panel);
});
