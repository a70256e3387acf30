// On paper: the chronology in light colours, the events as a list, the whole article, the score.

function toPaper() {
  chart.printing = 1000;
  chart.themeBefore = document.documentElement.dataset.theme;
  document.documentElement.dataset.theme = 'light';
  readPalette();
  article.blocks.forEach(fill);
  const head = el('tr', {}, ...['date', 'type', 'trigger', 'text'].map((key) => el('th', { scope: 'col' }, say(`column.${key}`))));
  const rows = shown.events.map((event) => el('tr', {}, el('td', { class: 'when' }, dateInWords(event.date)), el('td', {}, swatch(`family-${event.family}`), ' ', say(`type.${event.type}`), ' ', ...qualifiers(event)), el('td', {}, event.headline), el('td', { class: 'said' }, event.sentence.text)));
  byId('paper').replaceChildren(el('h2', {}, say('events')), el('table', {}, el('thead', {}, head), el('tbody', {}, ...rows)));
  draw();
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
