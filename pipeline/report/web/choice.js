// What the reader chooses: an event or a sentence, shown everywhere at once.

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
