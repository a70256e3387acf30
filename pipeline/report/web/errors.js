// The score against hand labels, and every mistake with what was wanted and what was made.

const errorTable = virtualTable(byId('errors'), 36);
const ERROR_COLUMNS = [
  ['cause', (e) => say(`cause.${e.cause}`), 10],
  ['kind', (e) => say(e.kind), 8],
  ['gold', (e) => e.gold, 24],
  ['system', (e) => e.system, 24],
  ['rule', (e) => e.rule, 12],
  ['sentence', (e) => e.place?.id || '', 8],
  ['text', (e) => e.place?.text || e.text || '', 34],
];

function drawErrors() {
  byId('errors-tab').hidden = !DATA.score;
  if (!DATA.score) return;
  refill(byId('causes'), CAUSES.map(causeChip));
  byId('errors-count').textContent = number(shown.errors.length);
  const heads = ERROR_COLUMNS.map(([key]) => el('th', { scope: 'col' }, say(`column.${key}`)));
  errorTable.set(ERROR_COLUMNS, shown.errors, heads, chooseError);
  drawScore();
}

function causeChip(cause) {
  const others = errors.filter((e) => e.cause === cause && (!shown.lit || shown.lit.has(e.place)));
  return filterChip('causes', cause, [sign(cause), say(`cause.${cause}`), counted(others.length)]);
}

function chooseError(error) {
  if (!error.place) return;
  const event = error.kind === 'events' && error.place.events.find((e) => overlapping(e.at, error.at));
  if (event) choose(event);
  else chooseSentence(error.place);
}

const ratio = (value) => (value === null || value === undefined ? '–' : value.toFixed(3));

function drawScore() {
  const heads = ['f1', 'interval', 'precision', 'recall', 'gold', 'system', 'correct'].map((key) =>
    el('th', { scope: 'col' }, say(`column.${key}`)),
  );
  const body = el('tbody', {}, ...DATA.score.map(figureRow));
  byId('score').replaceChildren(el('table', {}, el('thead', {}, el('tr', {}, el('td'), ...heads)), body));
}

/** A figure with its bar; an accuracy has one ratio, and stands below what it is asked of. */
function figureRow(figure) {
  const isAccuracy = figure.f1 === undefined;
  const value = isAccuracy ? figure.accuracy : figure.f1;
  const bar = el('i', { class: 'bar', 'aria-hidden': 'true' });
  bar.style.setProperty('--share', `${100 * (value || 0)}%`);
  const interval = figure.low === null ? '–' : `${ratio(figure.low)}–${ratio(figure.high)}`;
  const ratios = isAccuracy ? ['', ''] : [ratio(figure.precision), ratio(figure.recall)];
  const counts = isAccuracy ? [number(figure.of), ''] : [number(figure.gold), number(figure.system)];
  const cells = [interval, ...ratios, ...counts, number(figure.correct)].map((said) => el('td', {}, said));
  const name = el('th', { scope: 'row' }, say(`figure.${figure.name}`));
  return el('tr', { class: isAccuracy ? 'under' : '' }, name, el('td', { class: 'f1' }, ratio(value), bar), ...cells);
}
