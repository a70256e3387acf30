// The axis of the chronology: years, months or days, whichever can be told apart.

function drawAxis(pen, height) {
  const pixels = pixelsPerDay();
  const wanted = chart.width < 620 ? 64 : 84;
  const step =
    [...STEPS].reverse().find((s) => s.n * DAYS_OF[s.unit] * pixels >= (s.unit === 'day' ? wanted / 2 : wanted)) ||
    STEPS[0];
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
    for (let y = Math.floor(start.year / step.n) * step.n; dayNumber(y, 1, 1) <= until; y += step.n)
      found.push({ day: dayNumber(y, 1, 1), label: tickYear(y) });
  } else if (step.unit === 'month') {
    for (let m = start.year * 12 + Math.floor((start.month - 1) / step.n) * step.n; ; m += step.n) {
      const day = dayNumber(Math.floor(m / 12), (((m % 12) + 12) % 12) + 1, 1);
      if (day > until) break;
      found.push({ day, label: monthName((((m % 12) + 12) % 12) + 1), head: m % 12 === 0 });
    }
  } else {
    for (let day = Math.floor(from); day <= until; day += 1) {
      const { day: d, month } = civil(day);
      const every = step.n === 1 || d === 1 || (d % step.n === 1 && d < 30);
      if (every) found.push({ day, label: language === 'ko' ? `${d}일` : String(d), head: d === 1 && month > 0 });
    }
  }
  return found;
}

const tickYear = (year) => (year > 0 ? String(year) : say('date.bce', { year: 1 - year }));
const monthName = (month) => (language === 'ko' ? `${month}월` : MONTHS[month - 1].slice(0, 3));
