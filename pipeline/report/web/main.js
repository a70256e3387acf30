// Tabs, language and theme; then the page is drawn for the first time.

function openTab(name) {
  state.tab = name;
  for (const tab of ['text', 'tables', 'errors']) {
    byId(`${tab}-tab`).setAttribute('aria-selected', String(tab === name));
    byId(`${tab}-tab`).tabIndex = tab === name ? 0 : -1;
    byId(`${tab}-panel`).hidden = tab !== name;
  }
  if (name === 'text') eventRows.refresh();
  if (name === 'tables') drawTables();
  if (name === 'errors') drawErrors();
}

function render() {
  applyFilters();
  chart.version = (chart.version || 0) + 1;
  drawFilters();
  drawLegend();
  eventRows.set(shown.events);
  drawArticle();
  openTab(state.tab);
  drawCard();
  drawSoon();
}

/** After a change of the filters: what is shown anew, and the chronology where the events are. */
function changed() {
  render();
  if (
    shown.events.length &&
    !shown.events.some(
      (e) => e.days && (e.days[1] ?? e.days[0]) >= chart.from && (e.days[0] ?? e.days[1]) <= chart.until,
    )
  )
    showMost(shown.events);
}

function speak(chosen) {
  language = chosen;
  sayTemplate();
  byId('language').textContent = say('language');
  byId('language').setAttribute('aria-label', say('language-label'));
  byId('language').lang = language === 'ko' ? 'en' : 'ko';
  byId('counts').textContent = say('counts', {
    sentences: number(sentences.length),
    times: number(times.length),
    entities: number(entities.length),
    events: number(events.length),
  });
  const { run } = DATA;
  const files = (run.inputs || []).map((input) => input.file).join(', ');
  byId('made').textContent = say('made', {
    version: run.yeonpyo || '',
    inputs: files ? say('made-from', { files }) : '',
    kiwi: run.kiwipiepy || '–',
    rules: String(run.rules || '–').slice(0, 8),
    lexicon: String(run.lexicon || '–').slice(0, 8),
  });
  const choices = [
    el('option', { value: '' }, say('all-documents')),
    ...DATA.documents.map((d, i) => el('option', { value: i }, String(d.id))),
  ];
  byId('document').replaceChildren(...choices);
  byId('document').value = state.document === null ? '' : String(state.document);
  chart.widths.clear();
  drawScaleButtons();
  applyTheme(document.documentElement.dataset.theme);
}

function applyTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId('theme').textContent = say(theme === 'dark' ? 'light' : 'dark');
  readPalette();
  render();
}

/** Settings of the reader's own; a browser that keeps nothing for local files is no reason to fail. */
function remembered(key, value) {
  try {
    if (value !== undefined) localStorage.setItem(`yeonpyo.${key}`, value);
    return localStorage.getItem(`yeonpyo.${key}`);
  } catch {
    return null;
  }
}

function listenToPage() {
  byId('language').addEventListener('click', () => {
    speak(language === 'ko' ? 'en' : 'ko');
    remembered('language', language);
  });
  byId('theme').addEventListener('click', () => {
    const next = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
    remembered('theme', next);
    applyTheme(next);
  });
  byId('print').addEventListener('click', () => window.print());
  byId('save').addEventListener('click', save);
  const tabs = ['text', 'tables', 'errors'].filter((name) => name !== 'errors' || DATA.score);
  for (const name of tabs) byId(`${name}-tab`).addEventListener('click', () => openTab(name));
  document.querySelector('.tabs').addEventListener('keydown', (press) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[press.key];
    if (!by) return;
    openTab(tabs[(tabs.indexOf(state.tab) + by + tabs.length) % tabs.length]);
    byId(`${state.tab}-tab`).focus();
  });
  document.addEventListener('keydown', (press) => {
    if (press.key !== '/' || /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) return;
    press.preventDefault();
    byId('query').focus();
  });
  window.addEventListener('hashchange', fromHash);
  new ResizeObserver(() => drawSoon()).observe(chart.canvas.parentElement);
}

byId('title').textContent = DATA.title;
byId('errors-tab').hidden = !DATA.score;
document.documentElement.dataset.theme =
  remembered('theme') || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
language = remembered('language') || ((navigator.language || 'ko').startsWith('ko') ? 'ko' : 'en');
if (!LANGUAGES.includes(language)) language = 'ko';
measureExtent();
applyFilters();
layOutArticle();
listenToRows();
listenToArticle();
listenToFilters();
listenToChart();
listenToPage();
speak(language);
showMost(shown.events);
fromHash();
