
(() => {
'use strict';
// Filters, language and theme of the page of changes; without it the page can still be read.

const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const boxes = [...document.querySelectorAll('input[data-filter]')];
const groups = [...document.querySelectorAll('.group')];
const all = document.querySelectorAll('.change').length;

function filter() {
  const off = new Set(boxes.filter((box) => !box.checked).map((box) => `${box.dataset.filter}=${box.value}`));
  const wanted = byId('query').value.trim().toLowerCase();
  let shown = 0;
  for (const group of groups) {
    const found = group.textContent.toLowerCase().includes(wanted);
    const changes = [...group.querySelectorAll('.change')];
    for (const change of changes) {
      change.hidden = !found || ['kind', 'change', 'why'].some((by) => off.has(`${by}=${change.dataset[by]}`));
    }
    const left = changes.filter((change) => !change.hidden).length;
    group.hidden = !left;
    shown += left;
  }
  for (const section of document.querySelectorAll('main section')) {
    section.hidden = !section.querySelector('.group:not([hidden])');
  }
  byId('status').textContent = `${shown.toLocaleString()} / ${all.toLocaleString()}`;
}

/** Puts the focus on the next sentence that is shown, or on the one before. */
function step(by) {
  const shown = groups.filter((group) => !group.hidden);
  const here = shown.findIndex((group) => group.contains(document.activeElement));
  const next = shown[here < 0 ? (by > 0 ? 0 : shown.length - 1) : here + by];
  if (next) next.focus();
}

const keys = { n: () => step(1), p: () => step(-1), '/': () => byId('query').focus() };
const speak = (language) => root.setAttribute('lang', language);
const paint = (theme) => root.setAttribute('data-theme', theme);

byId('filters').addEventListener('input', filter);
byId('filters').addEventListener('submit', (event) => event.preventDefault());
byId('language').addEventListener('click', () => speak(root.lang === 'ko' ? 'en' : 'ko'));
byId('theme').addEventListener('click', () => paint(root.dataset.theme === 'dark' ? 'light' : 'dark'));
byId('print').addEventListener('click', () => window.print());
document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLInputElement && event.target.type === 'search';
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
let before = root.dataset.theme;
window.addEventListener('beforeprint', () => {
  before = root.dataset.theme;
  paint('light');
});
window.addEventListener('afterprint', () => paint(before));
if (matchMedia('(prefers-color-scheme: dark)').matches) paint('dark');
if (!navigator.language.startsWith('ko')) speak('en');
filter();
})();
