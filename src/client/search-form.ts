/** The form of search, on its page and in the dialog. Has no user input in it. */
export const SEARCH_FORM = `<search>
<input type="search" name="q" aria-label="Words in articles and sources" placeholder="Words in articles and sources" autocomplete="off" spellcheck="false">
<details class="filters"><summary>Filter</summary></details></search>
<p class="found small quiet" role="status"></p><ol class="results plain-list"></ol>`;
