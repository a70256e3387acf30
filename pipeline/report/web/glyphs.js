// How an event is drawn: its shape says how exactly it is dated, its colour what kind of happening it is.

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
  if (first === last && first !== null && right - left <= GLYPH + 1)
    pen.arc((left + right) / 2, middle, 4.3, 0, 2 * Math.PI);
  else
    pen.roundRect(
      Math.max(left, -20),
      middle - half,
      Math.min(right, chart.width + 20) - Math.max(left, -20),
      2 * half,
      2,
    );
  pen.fillStyle = open ? fading(pen, left, right, first === null, colour) : colour;
  pen.globalAlpha = hollow
    ? open
      ? 0.3
      : 0.07
    : long
      ? event.lasting
        ? 0.4
        : 0.16
      : first === last || event.lasting
        ? 1
        : 0.32;
  pen.fill();
  pen.globalAlpha = 1;
  if (open) drawClosedEnd(pen, first === null ? right : left, middle, half);
  else pen.stroke();
  pen.setLineDash([]);
  if (event.polarity === 'NEG')
    drawCross(pen, Math.min(Math.max(left, 0) + (right - left <= GLYPH + 1 ? GLYPH / 2 : 1), right), middle);
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
