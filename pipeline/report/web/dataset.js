// The documents laid out flat: every sentence, event, time, entity and error knows its place.

const DATA = readJson('data');
const FAMILIES = readJson('families');
const FAMILY_OF = Object.fromEntries(
  Object.entries(FAMILIES).flatMap(([family, types]) => types.map((type) => [type, family])),
);

const sentences = [];
const events = [];
const times = [];
const entities = [];
const errors = DATA.errors || [];

const spanText = (sentence, at) => sentence.text.slice(at[0], at[1]);
const overlapping = (one, other) => one[0] < other[1] && other[0] < one[1];
const namesIn = (list, role) => [...new Set((list || []).filter((a) => a.role === role).map((a) => a.name))];

/** Who or what plays a role; where the sentence leaves it out, whom the text before it lets us infer. */
function namesOf(event, role) {
  const told = namesIn(event.arguments, role);
  return told.length ? told : namesIn(event.inferred, role);
}

/** What happened, in few words: 소비에트 연방 · 스푸트니크 1호 · 발사. */
function headline(event) {
  const who = namesOf(event, 'agent')[0];
  const what = namesOf(event, 'theme')[0] || namesOf(event, 'place')[0];
  return [who, what, event.lemma || event.trigger].filter(Boolean).join(' · ');
}

function layOut() {
  DATA.documents.forEach((document, d) => {
    for (const sentence of document.sentences) {
      Object.assign(sentence, { document: d, index: sentences.length, errors: [] });
      sentence.events = layOutPart(sentence, sentence.events, events);
      sentence.times = layOutPart(sentence, sentence.times, times);
      sentence.entities = layOutPart(sentence, sentence.entities, entities);
      sentences.push(sentence);
    }
  });
  for (const event of events) finishEvent(event);
  for (const sentence of sentences) sentence.haystack = haystackOf(sentence);
  const firstOf = DATA.documents.map((_, d) => sentences.findIndex((s) => s.document === d));
  errors.forEach((error, index) => {
    error.index = index;
    if (error.document === undefined) return;
    error.place = sentences[firstOf[error.document] + error.sentence];
    error.place.errors.push(error);
    const wrong = error.kind === 'events' && error.cause !== 'missed';
    if (wrong) for (const event of error.place.events) if (overlapping(event.at, error.at)) event.error = error.cause;
  });
}

function layOutPart(sentence, part, all) {
  for (const item of part || []) {
    Object.assign(item, { sentence, index: all.length, text: spanText(sentence, item.at) });
    all.push(item);
  }
  return part || [];
}

function finishEvent(event) {
  event.trigger = event.text;
  event.family = FAMILY_OF[event.type] || 'course';
  event.headline = headline(event);
  event.lasting = event.date.includes('/');
  event.about = /[~?%]/.test(event.date);
  event.polarity = event.polarity || 'POS';
  event.modality = event.modality || 'ASSERTED';
  const [first, last] = event.days || [];
  event.order = first ?? last ?? Infinity;
}

function haystackOf(sentence) {
  const names = sentence.entities.map((e) => e.name);
  const said = sentence.events.flatMap((e) => [e.date, e.lemma, e.uid]);
  return [sentence.text, ...names, ...said, ...sentence.times.map((t) => t.value)].join('\n').toLowerCase();
}

layOut();

/** Events in the order of time; those of unknown year at the end, in the order of the text. */
const chronicle = [...events].sort((a, b) =>
  a.order === b.order ? (a.days?.[1] ?? Infinity) - (b.days?.[1] ?? Infinity) || a.index - b.index : a.order - b.order,
);
chronicle.forEach((event, rank) => {
  event.rank = rank;
});

const LABELS = ['PS', 'LC', 'OG', 'AF', 'EV', 'CV', 'QT'].filter((label) => entities.some((e) => e.label === label));
const CAUSES = ['missed', 'wrong span', 'wrong value', 'wrong label', 'spurious'];
