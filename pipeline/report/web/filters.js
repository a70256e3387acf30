// What is shown and what is chosen; everything that draws reads it from here.

const state = {
  query: '',
  from: null, // day number, or null
  until: null,
  document: null,
  types: new Set(), // empty: all
  labels: new Set(),
  causes: new Set(),
  marks: new Set(['triggers', 'times', 'entities', 'errors']),
  sentence: null,
  event: null,
  tab: 'text',
  table: 'events',
};

const shown = { events: [], times: [], entities: [], sentences: [], errors: [] };

const inDocument = (sentence) => state.document === null || sentence.document === state.document;
const hasPeriod = () => state.from !== null || state.until !== null;

function inPeriod(days) {
  if (!hasPeriod()) return true;
  if (!days) return false;
  const [first, last] = days;
  return (
    (state.until === null || first === null || first <= state.until) &&
    (state.from === null || last === null || last >= state.from)
  );
}

function passes(event, found) {
  return (
    found.has(event.sentence) &&
    (!state.types.size || state.types.has(event.type)) &&
    inPeriod(event.days) &&
    (!state.labels.size || (event.arguments || []).some((a) => state.labels.has(a.label)))
  );
}

function applyFilters() {
  const query = state.query.trim().toLowerCase();
  const found = new Set(sentences.filter((s) => inDocument(s) && (!query || s.haystack.includes(query))));
  shown.events = chronicle.filter((event) => passes(event, found));
  const byEvent = state.types.size > 0 || hasPeriod();
  const withEvents = new Set(shown.events.map((event) => event.sentence));
  shown.times = times.filter(
    (t) => found.has(t.sentence) && inPeriod(t.days) && (!state.types.size || withEvents.has(t.sentence)),
  );
  const kept = (sentence) => found.has(sentence) && (!byEvent || withEvents.has(sentence));
  shown.entities = entities.filter((e) => kept(e.sentence) && (!state.labels.size || state.labels.has(e.label)));
  const withLabel = state.labels.size ? new Set(shown.entities.map((e) => e.sentence)) : null;
  shown.sentences = sentences.filter((s) => kept(s) && (!withLabel || withLabel.has(s)));
  const lit = new Set(shown.sentences);
  shown.lit = lit.size === sentences.length ? null : lit;
  shown.errors = errors.filter(
    (e) => (!state.causes.size || state.causes.has(e.cause)) && (!shown.lit || (e.place && lit.has(e.place))),
  );
}

const isFiltered = () =>
  Boolean(state.query.trim() || hasPeriod() || state.types.size || state.labels.size || state.document !== null);
