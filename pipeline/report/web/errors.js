// The score against hand labels, and every mistake with what was wanted and what was made.

const errorTable = virtualTable(byId('errors'), 36);
const ERROR_COLUMNS = [
  ['cause', (e) => say(`cause.${e.cause}`), 8], ['kind', (e) => say(e.kind), 8], ['gold', (e) => e.gold, 24], ['system', (e) => e.system, 24],
  ['rule', (e) => e.rule, 12], ['sentence', (e) => e.place?.id || '', 7], ['text', (e) => e.place?.text || e.text || '', 34],
];

function drawErrors() {
  byId('errors-tab').hidden = !DATA.score;
  if (!DATA.score) return;
  const count = (cause) => shownWithoutCause().filter((e) => e.cause === cause).length;
  refill(byId('causes'), CAUSES.map((cause) => chip([el('sup', { class: 'badge' }, SIGNS[cause]), `${say(`cause.${cause}`)} `, el('span', { class: 'count' }, number(count(cause)))], state.causes.has(cause), () => { toggle(state.causes, cause); render(); }, { 'data-key': cause })));
  byId('errors-count').textContent = number(shown.errors.length);
  const heads = ERROR_COLUMNS.map(([key]) => el('th', { scope: 'col' }, say(`column.${key}`)));
  errorTable.set(ERROR_COLUMNS, shown.errors, heads, chooseError);
  drawScore();
}

const shownWithoutCause = () => errors.filter((e) => !shown.lit || (e.place && shown.lit.has(e.place)));

function chooseError(error) {
  if (!error.place) return;
  const event = error.kind === 'events' && error.place.events.find((e) => overlapping(e.at, error.at));
  if (event) choose(event);
  else chooseSentence(error.place);
}

function drawScore() {
  const ratio = (value) => (value === null || value === undefined ? '–' : value.toFixed(3));
  const heads = ['', 'f1', 'interval', 'precision', 'recall', 'gold', 'system', 'correct'];
  const rows = DATA.score.map((figure) => {
    const value = figure.f1 === undefined ? figure.accuracy : figure.f1;
    const bar = el('i', { class: 'bar', 'aria-hidden': 'true' });
    bar.style.setProperty('--share', `${100 * (value || 0)}%`);
    const counts = [figure.gold ?? figure.of, figure.system ?? '', figure.correct].map((n) => (n === '' ? '' : number(n)));
    const interval = figure.low === null ? '–' : `${ratio(figure.low)}–${ratio(figure.high)}`;
    const cells = [interval, figure.precision === undefined ? '' : ratio(figure.precision), figure.recall === undefined ? '' : ratio(figure.recall), ...counts];
    return el('tr', { class: figure.f1 === undefined ? 'under' : '' }, el('th', { scope: 'row' }, say(`figure.${figure.name}`)), el('td', { class: 'f1' }, ratio(value), bar), ...cells.map((cell) => el('td', {}, cell)));
  });
  byId('score').replaceChildren(el('table', {}, el('thead', {}, el('tr', {}, ...heads.map((key) => el(key ? 'th' : 'td', key ? { scope: 'col' } : {}, key ? say(`column.${key}`) : '')))), el('tbody', {}, ...rows)));
}
