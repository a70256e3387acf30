// The chronology: a canvas to scale, from thousands of years to single days, and the strip of the whole below it.

const STEPS = [
  ...[1000, 500, 200, 100, 50, 20, 10, 5, 2, 1].map((n) => ({ unit: 'year', n })),
  ...[6, 3, 1].map((n) => ({ unit: 'month', n })),
  ...[10, 5, 1].map((n) => ({ unit: 'day', n })),
];
const DAYS_OF = { year: 365.2425, month: 30.4369, day: 1 };
const SCALES = {
  all: null,
  centuries: 500 * 365.2425,
  decades: 45 * 365.2425,
  years: 6 * 365.2425,
  months: 240,
  days: 26,
};
const NARROWEST = 4;
const AXIS = 44;
const RUG = 34;
const DOTS = 6; // rows of dots without labels
const DOT = 12;

const chart = {
  canvas: byId('drawing'),
  overview: byId('overview'),
  tip: byId('tip'),
  from: 0,
  until: 1,
  first: 0,
  last: 1,
  width: 0,
  lane: 23,
  lanes: 14,
  places: [],
  dots: 0,
  drawn: [],
  key: '',
  hovered: null,
  widths: new Map(),
  palette: {},
};

/** The day that an event begins, or ends where its beginning is open. */
const dayOf = (event) => event.days[0] ?? event.days[1];

function dated() {
  return events.filter((event) => event.days);
}

/** The whole stretch of all dated events, and the part of it that is worth seeing first. */
function measureExtent() {
  const days = dated()
    .flatMap((event) => event.days.filter((day) => day !== null))
    .sort((a, b) => a - b);
  const [low, high] = days.length ? [days[0], days[days.length - 1]] : [dayNumber(1900, 1, 1), dayNumber(2000, 1, 1)];
  const margin = Math.max(15, (high - low) * 0.02);
  [chart.first, chart.last] = [low - margin, high + margin];
}

/** Shows the middle nine tenths of the events that pass the filters: a lone early date does not press the rest together. */
function showMost(list) {
  const starts = list
    .filter((e) => e.days)
    .map(dayOf)
    .sort((a, b) => a - b);
  if (!starts.length) return show(chart.first, chart.last);
  const [low, high] = [starts[Math.floor(starts.length * 0.05)], starts[Math.floor((starts.length - 1) * 0.97)]];
  const margin = Math.max(20, (high - low) * 0.06);
  return show(low - margin, high + margin * 2.2);
}

function show(from, until) {
  const widest = (chart.last - chart.first) * 1.3;
  const span = Math.min(Math.max(until - from, NARROWEST), widest);
  const middle = Math.min(Math.max((from + until) / 2, chart.first), chart.last);
  [chart.from, chart.until] = [middle - span / 2, middle + span / 2];
  drawSoon();
}

function zoom(factor, day) {
  const at = day ?? (chart.from + chart.until) / 2;
  const span = Math.min(Math.max((chart.until - chart.from) * factor, NARROWEST), (chart.last - chart.first) * 1.3);
  const share = (at - chart.from) / (chart.until - chart.from);
  show(at - share * span, at + (1 - share) * span);
}

const move = (share) =>
  show(chart.from + share * (chart.until - chart.from), chart.until + share * (chart.until - chart.from));
const pixelsPerDay = () => chart.width / (chart.until - chart.from);
const xOf = (day) => (day - chart.from) * pixelsPerDay();
const dayAt = (x) => chart.from + x / pixelsPerDay();

/** Moves the window, and narrows it if need be, so that an event can be seen. */
function reveal(event) {
  if (!event.days) return;
  const first = dayOf(event);
  const last = event.days[1] ?? event.days[0];
  const span = chart.until - chart.from;
  if (first >= chart.from && first <= chart.until - span * 0.12) return;
  const wanted = Math.max(span, (last - first) * 1.2);
  show(first - wanted * 0.35, first + wanted * 0.65);
}

let waiting = false;
function drawSoon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    draw();
  });
}

function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(`--${name}`).trim();
  chart.palette = Object.fromEntries(
    ['ink', 'soft', 'faint', 'rule', 'paper', 'accent', 'sans', ...Object.keys(FAMILIES).map((f) => `family-${f}`)].map(
      (n) => [n, value(n)],
    ),
  );
  chart.widths.clear();
}

/** A canvas as sharp as the screen; gives its context in CSS pixels. */
function prepare(canvas, width, height) {
  const sharp = Math.max(window.devicePixelRatio || 1, chart.printing ? 2 : 1);
  canvas.style.height = `${height}px`;
  [canvas.width, canvas.height] = [Math.round(width * sharp), Math.round(height * sharp)];
  const pen = canvas.getContext('2d');
  pen.setTransform(sharp, 0, 0, sharp, 0, 0);
  pen.clearRect(0, 0, width, height);
  return pen;
}

function labelWidth(event, pen) {
  if (!chart.widths.has(event.index)) {
    const text = event.headline.length > 30 ? `${event.headline.slice(0, 29)}…` : event.headline;
    chart.widths.set(event.index, [text, pen.measureText(text).width]);
  }
  return chart.widths.get(event.index)[1];
}

function draw() {
  const { canvas } = chart;
  chart.width = chart.printing || canvas.parentElement.clientWidth;
  const narrow = chart.width < 620;
  chart.lanes = narrow ? 12 : 15;
  const height = AXIS + DOTS * DOT + 4 + chart.lanes * chart.lane + RUG;
  const pen = prepare(canvas, chart.width, height);
  pen.font = `12.5px ${chart.palette.sans}`;
  layOutChart(pen);
  drawAxis(pen, height);
  chart.drawn = [];
  for (const place of chart.places) drawPlace(pen, place);
  drawRug(pen, height);
  drawOverview();
  byId('window').textContent = say('date.range', { from: edgeInWords(chart.from), until: edgeInWords(chart.until) });
}

/** An end of the part in view: a day where days can be told apart, else a month or a year. */
function edgeInWords(day) {
  const span = chart.until - chart.from;
  return dateInWords(isoDay(day).replace(span > 1500 ? /-\d\d-\d\d$/ : span > 150 ? /-\d\d$/ : '', ''));
}

/** Packs anew when the scale or the events change; moving alone does not. */
function layOutChart(pen) {
  const pixels = pixelsPerDay();
  const key = `${pixels.toPrecision(6)} ${chart.lanes} ${chart.version} ${language}`;
  if (key === chart.key) return;
  chart.key = key;
  const packed = pack(shown.events, pixels, chart.lanes, DOTS, (event) => labelWidth(event, pen));
  chart.places = packed.placed;
  [chart.left, chart.dots] = [packed.left, packed.dots];
  sayUndated();
}

function drawPlace(pen, place) {
  const shift = chart.from * pixelsPerDay();
  const [left, right] = [place.left - shift, place.right - shift];
  const { event } = place;
  const width = place.label ? labelWidth(event, pen) : 0;
  if (right + width + 16 < 0 || left > chart.width) return;
  const [top, tall] = rowOf(place);
  const middle = top + tall / 2 - (place.label ? 2 : 0);
  const long = right - left > LONG;
  const chosen = event === state.event || (state.sentence && event.sentence === state.sentence);
  drawGlyph(pen, event, left, right, middle, long);
  if (chosen) drawRing(pen, left, right, middle, event === state.event, long);
  let end = right;
  if (place.label) {
    const x = long ? labelInside(left, right, width) : right + 5;
    pen.fillStyle = event === chart.hovered || chosen ? chart.palette.accent : chart.palette.ink;
    pen.fillText(chart.widths.get(event.index)[0], x, middle + 0.5);
    end = Math.max(right, x + width);
  }
  chart.drawn.push({ event, left: left - 3, right: end + 3, top: top - 1, bottom: top + tall - 1 });
}

/** Where the row of a place begins, and how tall it is; dots have their own rows above the others. */
function rowOf(place) {
  const begin = AXIS + 5;
  if (!place.label) return [begin + (chart.dots - 1 - place.lane) * DOT, DOT];
  return [begin + chart.dots * DOT + place.lane * chart.lane, chart.lane];
}

/** The label of a long bar stays in view while its bar does, and leaves with it. */
const labelInside = (left, right, width) => Math.max(left + 8, Math.min(Math.max(left, 0) + 8, right - width - 6));

/** How many events of the part in view there are along the axis, drawn or not. */
function drawRug(pen, height) {
  const bins = count(shown.events, chart.from, chart.until, Math.floor(chart.width / 4));
  drawBars(pen, bins, chart.width, height, RUG - 8);
}

function count(list, from, until, bins) {
  const counts = new Array(Math.max(1, bins)).fill(0);
  for (const { days } of list) {
    if (!days) continue;
    const middle = ((days[0] ?? days[1]) + (days[1] ?? days[0])) / 2;
    const bin = Math.floor(((middle - from) / (until - from)) * counts.length);
    if (bin >= 0 && bin < counts.length) counts[bin] += 1;
  }
  return counts;
}

function drawBars(pen, bins, width, bottom, height) {
  const most = Math.max(1, ...bins);
  pen.fillStyle = chart.palette.faint;
  bins.forEach((n, i) => {
    if (!n) return;
    const tall = Math.max(2, Math.sqrt(n / most) * height);
    pen.fillRect((i * width) / bins.length, bottom - tall, Math.max(1, width / bins.length - 1), tall);
  });
}

function drawOverview() {
  const height = 30;
  const pen = prepare(chart.overview, chart.width, height);
  const [from, until] = [chart.first, chart.last];
  drawBars(pen, count(shown.events, from, until, Math.floor(chart.width / 3)), chart.width, height - 2, height - 6);
  const x = (day) => ((day - from) / (until - from)) * chart.width;
  const [left, right] = [Math.max(1, x(chart.from)), Math.min(chart.width - 1, x(chart.until))];
  pen.strokeStyle = chart.palette.accent;
  pen.lineWidth = 1.5;
  pen.strokeRect(left, 1, Math.max(4, right - left), height - 2);
  pen.font = `11px ${chart.palette.sans}`;
  pen.fillStyle = chart.palette.soft;
  pen.textBaseline = 'top';
  pen.fillText(tickYear(civil(from).year), 4, 3);
  const last = tickYear(civil(until).year);
  pen.fillText(last, chart.width - 4 - pen.measureText(last).width, 3);
}

function sayUndated() {
  const undated = shown.events.filter((event) => !event.days).length;
  const said = [
    chart.left ? say('not-drawn', { n: number(chart.left) }) : '',
    undated ? say('undated', { n: number(undated) }) : '',
  ];
  byId('undated').textContent = said.filter(Boolean).join(' ');
}
