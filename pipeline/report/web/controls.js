// The filters, the legend and the buttons of the scale.

function drawFilters() {
  const counts = new Map();
  for (const event of events) counts.set(event.type, (counts.get(event.type) || 0) + 1);
  const present = Object.keys(FAMILIES).filter((name) => FAMILIES[name].some((type) => counts.has(type)));
  refill(
    byId('types'),
    present.map((name) => typeChips(name, counts)),
  );
  refill(byId('labels'), LABELS.map(labelChip));
  byId('status').textContent = say('shown', { n: number(shown.events.length), all: number(events.length) });
  byId('clear').disabled = !isFiltered();
  byId('events-count').textContent = number(shown.events.length);
}

/** A family's name and a chip for each of its types that the dataset has. */
function typeChips(name, counts) {
  const chips = FAMILIES[name]
    .filter((type) => counts.has(type))
    .map((type) => filterChip('types', type, [say(`type.${type}`), counted(counts.get(type))], { 'data-type': type }));
  return el(
    'div',
    { class: 'chips' },
    el('span', { class: 'lead' }, swatch(`family-${name}`), say(`family.${name}`)),
    ...chips,
  );
}

function labelChip(label) {
  const count = entities.filter((e) => e.label === label).length;
  return filterChip('labels', label, [swatch(`label-${label}`), say(`label.${label}`), counted(count)], {
    'data-label': label,
  });
}

const counted = (n) => el('span', { class: 'count' }, number(n));

/** A chip that puts a value into one of the state's sets, or takes it out. */
function filterChip(set, value, content, attributes) {
  const press = () => {
    toggle(state[set], value);
    changed();
  };
  return chip(content, state[set].has(value), press, { 'data-key': value, ...attributes });
}

const SHAPES = ['day', 'within', 'lasting', 'open', 'about', 'negative', 'not-asserted'];

function drawLegend() {
  const present = Object.keys(FAMILIES).filter((name) => events.some((e) => e.family === name));
  const shapes = SHAPES.map((shape) =>
    el('li', {}, el('i', { class: `shape ${shape}`, 'aria-hidden': 'true' }), say(`legend.${shape}`)),
  );
  refill(byId('legend'), [
    ...present.map(familyInLegend),
    el('li', { class: 'break', 'aria-hidden': 'true' }),
    ...shapes,
  ]);
}

/** A family in the legend filters by all its types. */
function familyInLegend(name) {
  const types = FAMILIES[name].filter((type) => events.some((e) => e.type === type));
  const pressed = types.every((type) => state.types.has(type));
  const press = () => {
    for (const type of types) state.types[pressed ? 'delete' : 'add'](type);
    changed();
  };
  return el(
    'li',
    {},
    chip([swatch(`family-${name}`), say(`family.${name}`)], pressed, press, { 'data-key': name, 'data-family': name }),
  );
}

function drawScaleButtons() {
  const button = (key, press, text, more) =>
    el('button', { type: 'button', 'data-key': key, 'data-scale': key, onclick: press, ...more }, text);
  const scales = Object.keys(SCALES).map((name) => button(name, () => setScale(name), say(`scale.${name}`)));
  const zooms = [
    ['wider', '−', 1.6],
    ['closer', '+', 1 / 1.6],
  ].map(([key, text, factor]) =>
    button(key, () => zoom(factor, centre()), text, { 'aria-label': say(key), title: say(key) }),
  );
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
  const days = shown.events
    .filter((e) => e.days)
    .map(dayOf)
    .filter((day) => day >= chart.from && day <= chart.until);
  days.sort((a, b) => a - b);
  let [best, most, first] = [(chart.from + chart.until) / 2, 0, 0];
  days.forEach((day, i) => {
    while (days[first] < day - span * 0.8) first += 1;
    if (i - first + 1 > most) [most, best] = [i - first + 1, (days[first] + day) / 2];
  });
  return best;
}

function listenToFilters() {
  byId('filters').addEventListener('submit', (submit) => submit.preventDefault());
  byId('query').addEventListener('input', () => {
    state.query = byId('query').value;
    changed();
  });
  for (const [id, which] of [
    ['from', 0],
    ['until', 1],
  ])
    byId(id).addEventListener('input', () => readPeriod(id, which));
  byId('visible').addEventListener('click', () => {
    byId('from').value = isoDay(chart.from);
    byId('until').value = isoDay(chart.until);
    [state.from, state.until] = [Math.floor(chart.from), Math.floor(chart.until)];
    changed();
  });
  byId('document').addEventListener('change', () => {
    state.document = byId('document').value === '' ? null : Number(byId('document').value);
    changed();
  });
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
