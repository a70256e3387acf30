// On paper: the chronology in light colours, the events as a list, the whole article, the score.

function toPaper() {
  chart.printing = 1000;
  chart.themeBefore = document.documentElement.dataset.theme;
  document.documentElement.dataset.theme = 'light';
  readPalette();
  article.blocks.forEach(fill);
  byId('paper').replaceChildren(el('h2', {}, say('events')), eventsOnPaper());
  draw();
}

function eventsOnPaper() {
  const heads = ['date', 'type', 'trigger', 'text'].map((key) => el('th', { scope: 'col' }, say(`column.${key}`)));
  const rows = shown.events.map((event) =>
    el(
      'tr',
      {},
      el('td', { class: 'when' }, dateInWords(event.date)),
      el('td', {}, ...typeOf(event), ' ', ...qualifiers(event)),
      el('td', {}, event.headline),
      el('td', { class: 'said' }, event.sentence.text),
    ),
  );
  return el('table', {}, el('thead', {}, el('tr', {}, ...heads)), el('tbody', {}, ...rows));
}

function fromPaper() {
  chart.printing = 0;
  document.documentElement.dataset.theme = chart.themeBefore;
  readPalette();
  byId('paper').replaceChildren();
  draw();
}

window.addEventListener('beforeprint', toPaper);
window.addEventListener('afterprint', fromPaper);
