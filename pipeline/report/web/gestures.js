// The reader's hands on the chronology: mouse, touch, wheel and keys.

const fingers = new Map();
let dragged = 0;

function eventAt(x, y) {
  const under = chart.drawn.filter((d) => x >= d.left && x <= d.right && y >= d.top && y <= d.bottom);
  return under.length ? under.reduce((a, b) => (b.right - b.left < a.right - a.left ? b : a)).event : null;
}

function pointOf(pointer) {
  const box = chart.canvas.getBoundingClientRect();
  return [pointer.clientX - box.left, pointer.clientY - box.top];
}

function press(pointer) {
  fingers.set(pointer.pointerId, pointOf(pointer));
  dragged = 0;
  chart.canvas.setPointerCapture(pointer.pointerId);
}

function drag(pointer) {
  const [x, y] = pointOf(pointer);
  if (!fingers.has(pointer.pointerId)) return hover(x, y);
  const [before] = fingers.get(pointer.pointerId);
  const other = [...fingers].find(([id]) => id !== pointer.pointerId);
  fingers.set(pointer.pointerId, [x, y]);
  if (other) {
    const [ox] = other[1];
    const factor = Math.abs(before - ox) / Math.max(8, Math.abs(x - ox));
    return zoom(Math.min(2, Math.max(0.5, factor)), dayAt((x + ox) / 2));
  }
  dragged += Math.abs(x - before);
  const days = (before - x) / pixelsPerDay();
  return show(chart.from + days, chart.until + days);
}

function release(pointer) {
  const alone = fingers.size === 1;
  fingers.delete(pointer.pointerId);
  if (!alone || dragged > 5 || pointer.type === 'pointercancel') return;
  const event = eventAt(...pointOf(pointer));
  if (event) choose(event);
}

function hover(x, y) {
  const event = eventAt(x, y);
  chart.canvas.style.cursor = event ? 'pointer' : 'grab';
  if (event !== chart.hovered) {
    chart.hovered = event;
    drawSoon();
  }
  chart.tip.hidden = !event;
  if (!event) return;
  chart.tip.replaceChildren(
    el('span', { class: 'when' }, dateInWords(event.date)),
    el('span', { class: 'kind' }, ...typeOf(event), ...qualifiers(event)),
    el('span', { class: 'what' }, event.headline),
    el('span', { class: 'said', lang: 'ko' }, event.sentence.text),
  );
  const wide = Math.min(340, chart.width - 16);
  chart.tip.style.width = `${wide}px`;
  chart.tip.style.left = `${Math.min(Math.max(8, x + 14), chart.width - wide - 8)}px`;
  chart.tip.style.top = `${y + 20}px`;
}

function leave() {
  chart.tip.hidden = true;
  if (chart.hovered) {
    chart.hovered = null;
    drawSoon();
  }
}

function wheel(turn) {
  if (turn.ctrlKey || turn.metaKey) {
    turn.preventDefault();
    zoom(Math.exp(Math.min(60, Math.max(-60, turn.deltaY)) / 180), dayAt(pointOf(turn)[0]));
  } else if (Math.abs(turn.deltaX) > Math.abs(turn.deltaY)) {
    turn.preventDefault();
    move(turn.deltaX / chart.width);
  }
}

function keys(press) {
  const acts = {
    ArrowRight: () => (press.shiftKey ? move(0.15) : step(1)),
    ArrowLeft: () => (press.shiftKey ? move(-0.15) : step(-1)),
    Home: () => step(-Infinity),
    End: () => step(Infinity),
    '+': () => zoom(1 / 1.6, centre()),
    '=': () => zoom(1 / 1.6, centre()),
    '-': () => zoom(1.6, centre()),
    0: () => show(chart.first, chart.last),
    Enter: () => state.event && goToText(),
  };
  if (!acts[press.key] || press.ctrlKey || press.metaKey || press.altKey) return;
  press.preventDefault();
  acts[press.key]();
}

/** On the strip of the whole, the window goes to where it is pressed or drawn. */
function overviewTo(pointer) {
  if (pointer.type === 'pointermove' && !pointer.buttons) return;
  const box = chart.overview.getBoundingClientRect();
  const middle = chart.first + ((pointer.clientX - box.left) / box.width) * (chart.last - chart.first);
  const half = (chart.until - chart.from) / 2;
  show(middle - half, middle + half);
}

function listenToChart() {
  const { canvas, overview } = chart;
  canvas.addEventListener('pointerdown', press);
  canvas.addEventListener('pointermove', drag);
  canvas.addEventListener('pointerup', release);
  canvas.addEventListener('pointercancel', release);
  canvas.addEventListener('pointerleave', leave);
  canvas.addEventListener('wheel', wheel, { passive: false });
  canvas.addEventListener('keydown', keys);
  canvas.addEventListener('dblclick', (click) => zoom(0.5, dayAt(pointOf(click)[0])));
  overview.addEventListener('pointerdown', (pointer) => {
    overview.setPointerCapture(pointer.pointerId);
    overviewTo(pointer);
  });
  overview.addEventListener('pointermove', overviewTo);
}
