// Long lists: only the rows in view are in the page.

/** A list of rows of one height in a scroll box; row(item, index) makes the element of a row. */
function virtualRows(box, height, row) {
  const inner = el('div', { class: 'inner', role: 'presentation' });
  box.replaceChildren(inner);
  const list = { items: [], from: -1, until: -1 };
  list.refresh = () => {
    const from = Math.max(0, Math.floor(box.scrollTop / height) - 4);
    const until = Math.min(list.items.length, Math.ceil((box.scrollTop + box.clientHeight) / height) + 4);
    inner.style.height = `${list.items.length * height}px`;
    inner.replaceChildren(
      ...list.items.slice(from, until).map((item, i) => {
        const node = row(item, from + i);
        node.style.transform = `translateY(${(from + i) * height}px)`;
        return node;
      }),
    );
    [list.from, list.until] = [from, until];
  };
  list.set = (items) => {
    const changed = items !== list.items;
    list.items = items;
    if (changed) box.scrollTop = 0;
    list.refresh();
  };
  list.reveal = (index) => {
    if (index < 0) return;
    const top = index * height;
    if (top < box.scrollTop || top + height > box.scrollTop + box.clientHeight)
      box.scrollTop = top - (box.clientHeight - height) / 3;
    list.refresh();
  };
  box.addEventListener('scroll', () => {
    const first = Math.floor(box.scrollTop / height);
    if (first < list.from + 1 || first + Math.ceil(box.clientHeight / height) > list.until - 1) list.refresh();
  });
  new ResizeObserver(() => list.refresh()).observe(box);
  return list;
}

const ROW = 80;
const eventRows = virtualRows(byId('events'), ROW, (event, index) => {
  const chosen = event === state.event;
  const lines = [
    el('span', { class: 'when' }, dateInWords(event.date)),
    el('span', { class: 'kind' }, ...typeOf(event), ...qualifiers(event)),
    el('span', { class: 'what' }, event.headline),
    el('span', { class: 'said' }, event.sentence.text),
  ];
  return el(
    'div',
    {
      class: 'row',
      role: 'option',
      id: `row-${event.index}`,
      'aria-selected': String(chosen),
      'aria-setsize': shown.events.length,
      'aria-posinset': index + 1,
      'data-event': event.index,
    },
    ...lines,
  );
});

/** An event's type in its colour and in words. */
const typeOf = (event) => [swatch(`family-${event.family}`), say(`type.${event.type}`)];

/** What is not plain about an event: negated, planned, wrong by the gold. */
function qualifiers(event) {
  const said = [];
  if (event.polarity === 'NEG') said.push(el('b', { class: 'qualifier' }, say('polarity.NEG')));
  if (event.modality !== 'ASSERTED') said.push(el('b', { class: 'qualifier' }, say(`modality.${event.modality}`)));
  if (event.error) said.push(el('b', { class: 'qualifier wrong' }, say(`cause.${event.error}`)));
  return said;
}

function listenToRows() {
  const box = byId('events');
  box.addEventListener('click', (click) => {
    const row = click.target.closest('[data-event]');
    if (row) choose(events[Number(row.dataset.event)]);
  });
  box.addEventListener('keydown', (press) => {
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5, Home: -Infinity, End: Infinity };
    if (press.key === 'Enter') return state.event && goToText();
    if (!(press.key in steps)) return undefined;
    press.preventDefault();
    return step(steps[press.key]);
  });
}

/** Chooses the event so many places further on in the chronology. */
function step(by) {
  const list = shown.events;
  if (!list.length) return;
  const chosen = list.indexOf(state.event);
  const from = chosen >= 0 ? chosen : by > 0 ? -1 : list.length;
  choose(list[Math.min(Math.max(from + by, 0), list.length - 1)]);
}
