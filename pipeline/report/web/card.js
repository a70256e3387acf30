// The chosen sentence with its events, below the chronology.

function drawCard() {
  const { sentence, event } = state;
  if (!sentence) return byId('card').replaceChildren(note('nothing-chosen'));
  const list = sentence.events.length
    ? sentence.events.map((e) => cardEvent(e, e === event))
    : [note('no-events-here')];
  const wrong = sentence.errors.map((error) => el('li', {}, sign(error.cause), ` ${tellError(error)}`));
  const words = el('blockquote', { lang: 'ko' }, ...marked(sentence));
  const told = [
    words,
    wrong.length ? el('ul', { class: 'mistakes' }, ...wrong) : null,
    event ? alsoTold(event) : null,
    el('p', { class: 'links' }, el('span', { class: 'count' }, placeOf(sentence)), ...cardButtons()),
  ];
  return refill(byId('card'), [el('div', { class: 'choices' }, ...list), el('div', { class: 'told' }, ...told)]);
}

const note = (key) => el('p', { class: 'note' }, say(key));
const sign = (cause) => el('sup', { class: 'badge' }, SIGNS[cause]);

function placeOf(sentence) {
  const { id } = DATA.documents[sentence.document];
  return DATA.documents.length > 1 ? `${id} · ${sentence.id}` : sentence.id;
}

function cardButtons() {
  const button = (key, press, text) =>
    el(
      'button',
      { type: 'button', class: 'plain', 'data-key': key, onclick: press, 'aria-label': say(key), title: say(key) },
      text || say(key),
    );
  return [
    button('previous', () => step(-1), '←'),
    button('next', () => step(1), '→'),
    button('to-the-text', goToText),
    button('to-the-chronology', goToChronology),
  ];
}

function goToChronology() {
  byId('chronology').scrollIntoView({ block: 'start' });
  chart.canvas.focus({ preventScroll: true });
}

/** Links to the other sentences that tell of the same happening, as far as the dataset knows. */
function alsoTold(event) {
  const others = events.filter(
    (e) => e !== event && e.cluster === event.cluster && e.sentence.document === event.sentence.document,
  );
  if (!others.length) return null;
  const links = others.flatMap((e) => [
    ' ',
    el('a', { href: `#event-${keyOf(e)}`, title: e.sentence.text }, e.sentence.id),
  ]);
  return el('p', { class: 'note' }, `${say('told-also')}:`, ...links);
}

function cardEvent(event, chosen) {
  const press = { type: 'button', class: 'event', 'aria-pressed': String(chosen), 'data-key': `event-${event.index}` };
  const said = (event.arguments || []).map((a) => participant(a.role, a.name, 'argument'));
  const inferred = (event.inferred || []).map((a) => participant(a.role, `(${a.name})`, 'argument inferred'));
  return el(
    'button',
    { ...press, onclick: () => choose(event) },
    el('span', { class: 'when' }, dateInWords(event.date)),
    el('span', { class: 'kind' }, ...typeOf(event), el('strong', {}, ` ${event.trigger}`), ...qualifiers(event)),
    el('span', { class: 'arguments' }, ...said, ...inferred),
  );
}

const participant = (role, name, kind) => el('span', { class: kind }, el('small', {}, say(`role.${role}`)), ` ${name}`);
