// Choosing, filtering, language and theme; then the page is drawn for the first time.

const keyOf = (event) => (DATA.documents.length > 1 ? `${event.sentence.document + 1}-${event.uid}` : event.uid);
const eventOfKey = new Map(events.map((event) => [keyOf(event), event]));

function toggle(set, value) {
  if (!set.delete(value)) set.add(value);
}

/** Chooses an event: it is ringed in the chronology, and its sentence is in the card and in view in the text. */
function choose(event, from) {
  const before = state.sentence;
  [state.event, state.sentence] = [event, event.sentence];
  reveal(event);
  afterChoice(before, `#event-${keyOf(event)}`);
  if (from !== 'article') scrollToSentence(event.sentence);
  byId('spoken').textContent = `${dateInWords(event.date)}, ${say(`type.${event.type}`)}, ${event.headline}`;
}

/** Chooses a sentence and with it its events. */
function chooseSentence(sentence) {
  const before = state.sentence;
  const event = sentence.events.find((e) => shown.events.includes(e)) || sentence.events[0] || null;
  [state.event, state.sentence] = [event, sentence];
  if (event) reveal(event);
  afterChoice(before, `#sentence-${sentence.index + 1}`);
  if (state.tab === 'text') scrollToSentence(sentence);
}

function afterChoice(before, hash) {
  if (before) light(before);
  light(state.sentence);
  if (location.hash !== hash) history.replaceState(null, '', hash);
  eventRows.reveal(shown.events.indexOf(state.event));
  eventRows.refresh();
  byId('events').setAttribute('aria-activedescendant', state.event ? `row-${state.event.index}` : '');
  drawCard();
  drawSoon();
}

function goToText() {
  openTab('text');
  if (state.sentence) scrollToSentence(state.sentence);
  byId('text-panel').scrollIntoView({ block: 'start' });
  article.box.focus({ preventScroll: true });
}

function fromHash() {
  const [, kind, name] = /^#(event|sentence)-(.+)$/.exec(location.hash) || [];
  if (kind === 'event' && eventOfKey.has(name)) choose(eventOfKey.get(name));
  if (kind === 'sentence' && sentences[Number(name) - 1]) chooseSentence(sentences[Number(name) - 1]);
}

function drawCard() {
  const { sentence, event } = state;
  if (!sentence) return byId('card').replaceChildren(el('p', { class: 'note' }, say('nothing-chosen')));
  const where = [DATA.documents.length > 1 ? DATA.documents[sentence.document].id : null, sentence.id].filter(Boolean).join(' · ');
  const kept = sentence.node;
  const words = el('blockquote', { lang: 'ko' }, ...marked(sentence));
  sentence.node = kept;
  const list = sentence.events.length ? sentence.events.map((e) => cardEvent(e, e === event)) : [el('p', { class: 'note' }, say('no-events-here'))];
  const wrong = sentence.errors.map((error) => el('li', {}, el('sup', { class: 'badge' }, SIGNS[error.cause]), ` ${tellError(error)}`));
  const steps = [['previous', -1, '←'], ['next', 1, '→']].map(([key, by, arrow]) => el('button', { type: 'button', class: 'plain', 'data-key': key, onclick: () => step(by), title: say(key), 'aria-label': say(key) }, arrow));
  const links = [...steps, el('button', { type: 'button', class: 'plain', 'data-key': 'to-text', onclick: goToText }, say('to-the-text')), el('button', { type: 'button', class: 'plain', 'data-key': 'to-chronology', onclick: () => { byId('chronology').scrollIntoView({ block: 'start' }); chart.canvas.focus({ preventScroll: true }); } }, say('to-the-chronology'))];
  return refill(byId('card'), [el('div', { class: 'choices' }, ...list), el('div', { class: 'told' }, words, wrong.length ? el('ul', { class: 'mistakes' }, ...wrong) : null, event ? alsoTold(event) : null, el('p', { class: 'links' }, el('span', { class: 'count' }, where), ...links))]);
}

/** Links to the other sentences that tell of the same happening, as far as the dataset knows. */
function alsoTold(event) {
  const others = events.filter((e) => e !== event && e.cluster === event.cluster && e.sentence.document === event.sentence.document);
  if (!others.length) return null;
  const links = others.flatMap((e) => [' ', el('a', { href: `#event-${keyOf(e)}`, title: e.sentence.text }, e.sentence.id)]);
  return el('p', { class: 'note' }, `${say('told-also')}:`, ...links);
}

function cardEvent(event, chosen) {
  const said = (event.arguments || []).map((a) => el('span', { class: 'argument' }, el('small', {}, say(`role.${a.role}`)), ` ${a.name}`));
  said.push(...(event.inferred || []).map((a) => el('span', { class: 'argument inferred' }, el('small', {}, say(`role.${a.role}`)), ` (${a.name})`)));
  return el('button', { type: 'button', class: 'event', 'aria-pressed': String(chosen), 'data-key': `event-${event.index}`, onclick: () => choose(event) },
    el('span', { class: 'when' }, dateInWords(event.date)), el('span', { class: 'kind' }, swatch(`family-${event.family}`), say(`type.${event.type}`), el('strong', {}, ` ${event.trigger}`), ...qualifiers(event)), el('span', { class: 'arguments' }, ...said));
}

function drawFilters() {
  const counts = new Map();
  for (const event of events) counts.set(event.type, (counts.get(event.type) || 0) + 1);
  const family = (name) => FAMILIES[name].filter((type) => counts.has(type));
  refill(byId('types'), Object.keys(FAMILIES).filter((name) => family(name).length).map((name) => el('div', { class: 'chips' }, el('span', { class: 'lead' }, swatch(`family-${name}`), say(`family.${name}`)), ...family(name).map((type) => chip([say(`type.${type}`), ' ', el('span', { class: 'count' }, number(counts.get(type)))], state.types.has(type), () => { toggle(state.types, type); changed(); }, { 'data-key': type, 'data-type': type })))));
  refill(byId('labels'), LABELS.map((label) => chip([swatch(`label-${label}`), say(`label.${label}`), ' ', el('span', { class: 'count' }, number(entities.filter((e) => e.label === label).length))], state.labels.has(label), () => { toggle(state.labels, label); changed(); }, { 'data-key': label, 'data-label': label })));
  byId('status').textContent = say('shown', { n: number(shown.events.length), all: number(events.length) });
  byId('clear').disabled = !isFiltered();
  byId('events-count').textContent = number(shown.events.length);
}

function drawLegend() {
  const present = Object.keys(FAMILIES).filter((name) => events.some((e) => e.family === name));
  const families = present.map((name) => {
    const all = FAMILIES[name].filter((type) => events.some((e) => e.type === type));
    const pressed = all.length > 0 && all.every((type) => state.types.has(type));
    return el('li', {}, chip([swatch(`family-${name}`), say(`family.${name}`)], pressed, () => { for (const type of all) { if (pressed) state.types.delete(type); else state.types.add(type); } changed(); }, { 'data-key': name, 'data-family': name }));
  });
  const shapes = ['day', 'within', 'lasting', 'open', 'about', 'negative', 'not-asserted'].map((shape) => el('li', {}, el('i', { class: `shape ${shape}`, 'aria-hidden': 'true' }), say(`legend.${shape}`)));
  refill(byId('legend'), [...families, el('li', { class: 'break', 'aria-hidden': 'true' }), ...shapes]);
}

function drawScaleButtons() {
  const scales = Object.keys(SCALES).map((name) => el('button', { type: 'button', 'data-key': name, 'data-scale': name, onclick: () => setScale(name) }, say(`scale.${name}`)));
  const zooms = [['wider', '−', 1.6], ['closer', '+', 1 / 1.6]].map(([key, sign, factor]) => el('button', { type: 'button', 'data-key': key, 'data-scale': key, 'aria-label': say(key), title: say(key), onclick: () => zoom(factor, centre()) }, sign));
  refill(byId('scale'), [...scales, ...zooms]);
}

/** Where zooming goes to: the chosen event if it is in view, else the middle. */
function centre() {
  const day = state.event?.days?.[0] ?? state.event?.days?.[1];
  return day !== undefined && day !== null && day > chart.from && day < chart.until ? day : undefined;
}

function setScale(name) {
  if (name === 'all') return show(chart.first, chart.last);
  const middle = centre() ?? densest(SCALES[name]);
  return show(middle - SCALES[name] / 2, middle + SCALES[name] / 2);
}

/** The place in view with most events, so that a closer scale does not open on an empty stretch. */
function densest(span) {
  const inside = shown.events.filter((e) => e.days && (e.days[0] ?? e.days[1]) >= chart.from && (e.days[0] ?? e.days[1]) <= chart.until).map((e) => e.days[0] ?? e.days[1]).sort((a, b) => a - b);
  let [best, most, first] = [(chart.from + chart.until) / 2, 0, 0];
  inside.forEach((day, i) => {
    while (inside[first] < day - span * 0.8) first += 1;
    if (i - first + 1 > most) [most, best] = [i - first + 1, (inside[first] + day) / 2];
  });
  return best;
}

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
  if (shown.events.length && !shown.events.some((e) => e.days && (e.days[1] ?? e.days[0]) >= chart.from && (e.days[0] ?? e.days[1]) <= chart.until)) showMost(shown.events);
}

function speak(chosen) {
  language = chosen;
  sayTemplate();
  byId('language').textContent = say('language');
  byId('language').setAttribute('aria-label', say('language-label'));
  byId('language').lang = language === 'ko' ? 'en' : 'ko';
  byId('counts').textContent = say('counts', { sentences: number(sentences.length), times: number(times.length), entities: number(entities.length), events: number(events.length) });
  const { run } = DATA;
  const files = (run.inputs || []).map((input) => input.file).join(', ');
  byId('made').textContent = say('made', { version: run.yeonpyo || '', inputs: files ? say('made-from', { files }) : '', kiwi: run.kiwipiepy || '–', rules: String(run.rules || '–').slice(0, 8), lexicon: String(run.lexicon || '–').slice(0, 8) });
  const choices = [el('option', { value: '' }, say('all-documents')), ...DATA.documents.map((d, i) => el('option', { value: i }, String(d.id)))];
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

function listenToFilters() {
  byId('filters').addEventListener('submit', (submit) => submit.preventDefault());
  byId('query').addEventListener('input', () => { state.query = byId('query').value; changed(); });
  for (const [id, which] of [['from', 0], ['until', 1]]) byId(id).addEventListener('input', () => readPeriod(id, which));
  byId('visible').addEventListener('click', () => {
    byId('from').value = isoDay(chart.from);
    byId('until').value = isoDay(chart.until);
    [state.from, state.until] = [Math.floor(chart.from), Math.floor(chart.until)];
    changed();
  });
  byId('document').addEventListener('change', () => { state.document = byId('document').value === '' ? null : Number(byId('document').value); changed(); });
  byId('document-choice').hidden = DATA.documents.length < 2;
  byId('clear').addEventListener('click', clearFilters);
}

function readPeriod(id, which) {
  const field = byId(id);
  const days = field.value.trim() ? typedDays(field.value) : null;
  const wrong = Boolean(field.value.trim()) && !days;
  field.setCustomValidity(wrong ? say('bad-period') : '');
  field.title = wrong ? say('bad-period') : '';
  state[id] = days ? days[which] : null;
  changed();
}

function clearFilters() {
  Object.assign(state, { query: '', from: null, until: null, document: null });
  state.types.clear();
  state.labels.clear();
  for (const id of ['query', 'from', 'until', 'document']) byId(id).value = '';
  for (const id of ['from', 'until']) byId(id).setCustomValidity('');
  byId('query').focus();
  changed();
}

function listenToPage() {
  byId('language').addEventListener('click', () => { speak(language === 'ko' ? 'en' : 'ko'); remembered('language', language); });
  byId('theme').addEventListener('click', () => { const next = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'; remembered('theme', next); applyTheme(next); });
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
document.documentElement.dataset.theme = remembered('theme') || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
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
