import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { rehypeLanguage } from '#markdown/rehype-language.ts';

test.for<[text: string, html: string]>([
  ['A village.', 'A village.'],
  ['Is Kızıl Şəhər it?', 'Is <span lang="az">Kızıl Şəhər</span> it?'],
  ['Bakı', '<span lang="az">Bakı</span>'],
  ['Bakı and Gəncə.', '<span lang="az">Bakı</span> and <span lang="az">Gəncə</span>.'],
  ['Þór and Bakı', '<span lang="is">Þór</span> and <span lang="az">Bakı</span>'],
  ['Erdoğan and Müller', 'Erdoğan and Müller'],
])('%s', async ([text, html]) => {
  const tree = { type: 'root' as const, children: [h('p', text), h('code', 'ı')] };
  expect(toHtml(await unified().use(rehypeLanguage, { az: 'əƏıİ', is: 'þðÞÐ' }).run(tree))).toBe(
    `<p>${html}</p><code>ı</code>`,
  );
});

test('without letters of other languages nothing is marked', async () => {
  const tree = { type: 'root' as const, children: [h('p', 'Bakı')] };
  expect(toHtml(await unified().use(rehypeLanguage, {}).run(tree))).toBe('<p>Bakı</p>');
});
