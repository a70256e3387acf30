// The chronology: a canvas to scale, from thousands of years to single days, and the strip of the whole below it.

const STEPS = [
  ...[1000, 500, 200, 100, 50, 20, 10, 5, 2, 1].map((n) => ({ unit: 'year', n })),
  ...[6, 3, 1].map((n) => ({ unit: 'month', n })),
  ...[10, 5, 1].map((n) => ({ unit: 'day', n })),
];
const DAYS_OF = { year: 365.2425, month: 30.4369, day: 1 };
const SCALES = { all: null, centuries: 500 * 365.2425, decades: 45 * 365.2425, years: 6 * 365.2425, months: 240, days: 26 };
const NARROWEST = 4;
const AXIS = 44;
const RUG = 34;
const DOTS = 6; // rows of dots without labels
const DOT = 12;

const chart = {
  canvas: byId('drawing'), overview: byId('overview'), tip: byId('tip'),
  from: 0, until: 1, first: 0, last: 1, width: 0, lane: 23, lanes: 14, places: [], dots: 0, drawn: [], key: '', hovered: null, widths: new Map(), palette: {},
};

function dated() {
  return events.filter((event) => event.days);
}

/** The whole stretch of all dated events, and the part of it that is worth seeing first. */
function measureExtent() {
  const days = dated().flatMap((event) => event.days.filter((day) => day !== null)).sort((a, b) => a - b);
  const [low, high] = days.length ? [days[0], days[days.length - 1]] : [dayNumber(1900, 1, 1), dayNumber(2000, 1, 1)];
  const margin = Math.max(15, (high - low) * 0.02);
  [chart.first, chart.last] = [low - margin, high + margin];
}

/** Shows the middle nine tenths of the events that pass the filters: a lone early date does not press the rest together. */
function showMost(list) {
  const starts = list.filter((e) => e.days).map((e) => e.days[0] ?? e.days[1]).sort((a, b) => a - b);
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

const move = (share) => show(chart.from + share * (chart.until - chart.from), chart.until + share * (chart.until - chart.from));
const pixelsPerDay = () => chart.width / (chart.until - chart.from);
const xOf = (day) => (day - chart.from) * pixelsPerDay();
const dayAt = (x) => chart.from + x / pixelsPerDay();

/** Moves the window, and narrows it if need be, so that an event can be seen. */
function reveal(event) {
  if (!event.days) return;
  const first = event.days[0] ?? event.days[1];
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
  requestAnimationFrame(() => { waiting = false; draw(); });
}

function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(`--${name}`).trim();
  chart.palette = Object.fromEntries(['ink', 'soft', 'faint', 'rule', 'paper', 'accent', 'sans', ...Object.keys(FAMILIES).map((f) => `family-${f}`)].map((n) => [n, value(n)]));
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

function drawAxis(pen, height) {
  const pixels = pixelsPerDay();
  const wanted = chart.width < 620 ? 64 : 84;
  const step = [...STEPS].reverse().find((s) => s.n * DAYS_OF[s.unit] * pixels >= (s.unit === 'day' ? wanted / 2 : wanted)) || STEPS[0];
  const { ink, soft, rule } = chart.palette;
  pen.textBaseline = 'middle';
  for (const tick of ticks(step, chart.from, chart.until)) {
    const x = Math.round(xOf(tick.day)) + 0.5;
    pen.strokeStyle = rule;
    pen.beginPath();
    pen.moveTo(x, tick.head ? 2 : AXIS - 22);
    pen.lineTo(x, height);
    pen.stroke();
    pen.fillStyle = soft;
    pen.fillText(tick.label, x + 5, AXIS - 13);
  }
  pen.strokeStyle = soft;
  pen.beginPath();
  pen.moveTo(0, AXIS - 0.5);
  pen.lineTo(chart.width, AXIS - 0.5);
  pen.stroke();
  if (step.unit !== 'year') drawHeads(pen, step.unit === 'month' ? 'year' : 'month', ink);
}

/** The year above its months, the month above its days; the first one stays at the left edge. */
function drawHeads(pen, unit, ink) {
  const heads = ticks({ unit, n: 1 }, chart.from - 1.1 * DAYS_OF[unit], chart.until);
  pen.fillStyle = ink;
  heads.forEach((head, i) => {
    const next = heads[i + 1];
    const x = Math.max(xOf(head.day), 0) + 5;
    const room = (next ? xOf(next.day) : chart.width) - x;
    const { year, month } = civil(head.day);
    const text = unit === 'year' ? yearInWords(year) : partsInWords(String(year), String(month));
    if (pen.measureText(text).width < room - 4) pen.fillText(text, x, 12);
  });
}

function ticks(step, from, until) {
  const found = [];
  const start = civil(from);
  if (step.unit === 'year') {
    for (let y = Math.floor(start.year / step.n) * step.n; dayNumber(y, 1, 1) <= until; y += step.n) found.push({ day: dayNumber(y, 1, 1), label: tickYear(y) });
  } else if (step.unit === 'month') {
    for (let m = start.year * 12 + Math.floor((start.month - 1) / step.n) * step.n; ; m += step.n) {
      const day = dayNumber(Math.floor(m / 12), (m % 12 + 12) % 12 + 1, 1);
      if (day > until) break;
      found.push({ day, label: monthName((m % 12 + 12) % 12 + 1), head: (m % 12) === 0 });
    }
  } else {
    for (let day = Math.floor(from); day <= until; day += 1) {
      const { day: d, month } = civil(day);
      const every = step.n === 1 || (d === 1 || (d % step.n === 1 && d < 30));
      if (every) found.push({ day, label: language === 'ko' ? `${d}일` : String(d), head: d === 1 && month > 0 });
    }
  }
  return found;
}

const tickYear = (year) => (year > 0 ? String(year) : say('date.bce', { year: 1 - year }));
const monthName = (month) => (language === 'ko' ? `${month}월` : MONTHS[month - 1].slice(0, 3));

function drawPlace(pen, place) {
  const shift = chart.from * pixelsPerDay();
  const [left, right] = [place.left - shift, place.right - shift];
  const { event } = place;
  const reach = right + 16 + (place.label ? labelWidth(event, pen) : 0);
  if (reach < 0 || left > chart.width) return;
  const tall = place.label ? chart.lane : DOT;
  const y = AXIS + 5 + (place.label ? chart.dots * DOT + place.lane * chart.lane : (chart.dots - 1 - place.lane) * DOT);
  const middle = y + tall / 2 - (place.label ? 2 : 0);
  const long = right - left > LONG;
  const chosen = event === state.event || (state.sentence && event.sentence === state.sentence);
  drawGlyph(pen, event, left, right, middle, long);
  if (chosen) drawRing(pen, left, right, middle, event === state.event, long);
  if (place.label) {
    const x = long ? labelInside(left, right, labelWidth(event, pen)) : right + 5;
    pen.fillStyle = event === chart.hovered || chosen ? chart.palette.accent : chart.palette.ink;
    pen.fillText(chart.widths.get(event.index)[0], x, middle + 0.5);
  }
  const end = place.label ? (long ? Math.max(right, labelInside(left, right, labelWidth(event, pen)) + labelWidth(event, pen)) : reach - 10) : right;
  chart.drawn.push({ event, left: left - 3, right: end + 3, top: y - 1, bottom: y + tall - 1 });
}

/** The label of a long bar stays in view while its bar does, and leaves with it. */
const labelInside = (left, right, width) => Math.max(left + 8, Math.min(Math.max(left, 0) + 8, right - width - 6));

function drawRing(pen, left, right, middle, strong, long) {
  pen.strokeStyle = chart.palette.accent;
  pen.lineWidth = strong ? 2.5 : 1.25;
  pen.beginPath();
  pen.roundRect(left - 4, middle - (long ? 11 : 8), right - left + 8, long ? 22 : 16, 7);
  pen.stroke();
  pen.lineWidth = 1;
}

/** A day is a disc, "some time within" a pale bar, "from … to" a full one; hollow is not asserted, crossed did not happen. */
function drawGlyph(pen, event, left, right, middle, long) {
  const colour = chart.palette[`family-${event.family}`];
  const [first, last] = event.days;
  const hollow = event.modality !== 'ASSERTED';
  const open = first === null || last === null;
  const half = long ? 9.5 : 4.5;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.4;
  pen.setLineDash(event.about ? [3, 2.5] : []);
  pen.beginPath();
  if (first === last && first !== null && right - left <= GLYPH + 1) pen.arc((left + right) / 2, middle, 4.3, 0, 2 * Math.PI);
  else pen.roundRect(Math.max(left, -20), middle - half, Math.min(right, chart.width + 20) - Math.max(left, -20), 2 * half, 2);
  pen.fillStyle = open ? fading(pen, left, right, first === null, colour) : colour;
  pen.globalAlpha = hollow ? (open ? 0.3 : 0.07) : long ? (event.lasting ? 0.4 : 0.16) : first === last || event.lasting ? 1 : 0.32;
  pen.fill();
  pen.globalAlpha = 1;
  if (open) drawClosedEnd(pen, first === null ? right : left, middle, half);
  else pen.stroke();
  pen.setLineDash([]);
  if (event.polarity === 'NEG') drawCross(pen, Math.min(Math.max(left, 0) + (right - left <= GLYPH + 1 ? GLYPH / 2 : 1), right), middle);
  pen.lineWidth = 1;
}

/** The end of an open stretch that the text tells. */
function drawClosedEnd(pen, x, middle, half) {
  pen.beginPath();
  pen.moveTo(x, middle - half - 1);
  pen.lineTo(x, middle + half + 1);
  pen.stroke();
}

function fading(pen, left, right, openLeft, colour) {
  const gradient = pen.createLinearGradient(left, 0, right, 0);
  gradient.addColorStop(openLeft ? 1 : 0, colour);
  gradient.addColorStop(openLeft ? 0 : 1, `${colour}00`);
  return gradient;
}

function drawCross(pen, x, y) {
  pen.strokeStyle = chart.palette.ink;
  pen.lineWidth = 1.6;
  pen.beginPath();
  pen.moveTo(x - 5, y + 5);
  pen.lineTo(x + 5, y - 5);
  pen.moveTo(x - 5, y - 5);
  pen.lineTo(x + 5, y + 5);
  pen.stroke();
}

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
  const said = [chart.left ? say('not-drawn', { n: number(chart.left) }) : '', undated ? say('undated', { n: number(undated) }) : ''];
  byId('undated').textContent = said.filter(Boolean).join(' ');
}
