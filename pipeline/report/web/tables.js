// The tables of the dataset as the filters leave them: sorted by any column, saved as CSV.

const placeColumns = [
  ...(DATA.documents.length > 1 ? [['document', (x) => DATA.documents[x.sentence.document].id, 9]] : []),
  ['sentence', (x) => x.sentence.id, 8],
];
const TABLES = {
  events: [
    ['date', (e) => dateInWords(e.date), 13, (e) => e.rank],
    ['edtf', (e) => e.date, 11],
    ['begin', (e) => isoDay(e.days?.[0]), 10, (e) => e.days?.[0] ?? -Infinity],
    ['end', (e) => isoDay(e.days?.[1]), 10, (e) => e.days?.[1] ?? Infinity],
    ['type', (e) => say(`type.${e.type}`), 8],
    ['trigger', (e) => e.trigger, 9],
    ...['agent', 'theme', 'place', 'instrument'].map((role) => [role, (e) => namesOf(e, role).join(' | '), 11]),
    ['polarity', (e) => say(`polarity.${e.polarity}`), 6],
    ['modality', (e) => say(`modality.${e.modality}`), 6],
    ...placeColumns,
    ['text', (e) => e.sentence.text, 30],
  ],
  times: [
    ['text', (t) => t.text, 14],
    ['type', (t) => say(`timex.${t.type}`), 8],
    ['value', (t) => t.value, 12],
    ['mod', (t) => t.mod || '', 8],
    ['begin', (t) => isoDay(t.days?.[0]), 10, (t) => t.days?.[0] ?? -Infinity],
    ['end', (t) => isoDay(t.days?.[1]), 10, (t) => t.days?.[1] ?? Infinity],
    ['rule', (t) => t.rule || '', 13],
    ...placeColumns,
  ],
  entities: [
    ['text', (e) => e.text, 18],
    ['label', (e) => say(`label.${e.label}`), 10],
    ['name', (e) => e.name, 18],
    ['rule', (e) => e.rule || '', 12],
    ...placeColumns,
  ],
  arguments: [
    ['role', (a) => say(`role.${a.role}`), 7],
    ['text', (a) => a.text, 14],
    ['name', (a) => a.name, 14],
    ['label', (a) => (a.label ? say(`label.${a.label}`) : ''), 9],
    ['event', (a) => a.event.trigger, 9],
    ['date', (a) => dateInWords(a.event.date), 13, (a) => a.event.rank],
    ...placeColumns,
  ],
  sentences: [
    ['sentence', (s) => s.id, 6, (s) => s.index],
    ...(DATA.documents.length > 1 ? [['document', (s) => DATA.documents[s.document].id, 9]] : []),
    ['text', (s) => s.text, 60],
    ['times', (s) => s.times.length, 6],
    ['entities', (s) => s.entities.length, 6],
    ['events', (s) => s.events.length, 6],
  ],
};
const order = { events: ['date', 1], times: null, entities: null, arguments: null, sentences: null };

function rowsOf(name) {
  if (name !== 'arguments') return shown[name];
  return shown.events.flatMap((event) =>
    (event.arguments || []).map((a) => ({
      ...a,
      event,
      sentence: event.sentence,
      text: spanText(event.sentence, a.at),
    })),
  );
}

function sorted(name) {
  const rows = rowsOf(name);
  if (!order[name]) return rows;
  const [key, direction] = order[name];
  const [, value, , rank] = TABLES[name].find(([column]) => column === key);
  const by = rank || value;
  const keyed = rows.map((row, i) => [by(row), i, row]);
  const compare = (a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'ko');
  keyed.sort((a, b) => (a[0] === b[0] ? 0 : direction * compare(a[0], b[0])) || a[1] - b[1]);
  return keyed.map(([, , row]) => row);
}

/** A table in a scroll box of which only the rows in view are there; press(row) is what a click on one does. */
function virtualTable(box, height) {
  const table = { rows: [] };
  const body = el('tbody');
  table.set = (columns, rows, heads, press) => {
    table.rows = rows;
    const wide = columns.reduce((n, [, , width]) => n + width, 0);
    const group = el(
      'colgroup',
      {},
      ...columns.map(([, , width]) => {
        const col = el('col');
        col.style.width = `${(100 * width) / wide}%`;
        return col;
      }),
    );
    const node = el(
      'table',
      { 'aria-rowcount': rows.length + 1 },
      group,
      el('thead', {}, el('tr', {}, ...heads)),
      body,
    );
    node.style.minWidth = `${wide * 0.7}rem`;
    table.draw = () => {
      const from = Math.max(0, Math.floor(box.scrollTop / height) - 8);
      const until = Math.min(rows.length, from + Math.ceil((box.clientHeight || 600) / height) + 16);
      body.replaceChildren(
        filler(from * height, columns.length),
        ...rows.slice(from, until).map((row, i) => line(columns, row, from + i, press)),
        filler((rows.length - until) * height, columns.length),
      );
    };
    box.replaceChildren(rows.length ? node : el('p', { class: 'note' }, say('none')));
    table.draw();
  };
  box.addEventListener('scroll', () => table.draw?.());
  new ResizeObserver(() => table.draw?.()).observe(box);
  return table;
}

function filler(height, columns) {
  const row = el('tr', { 'aria-hidden': 'true', class: 'filler' }, el('td', { colspan: columns }));
  row.firstChild.style.height = `${height}px`;
  return row;
}

function line(columns, row, index, press) {
  const cells = columns.map(([name, value], i) => {
    const said = String(value(row));
    const shownAs =
      i === 0 ? el('button', { type: 'button', class: 'cell', onclick: () => press(row) }, said || '–') : said;
    return el('td', { title: said, class: `column-${name}` }, shownAs);
  });
  return el('tr', { 'aria-rowindex': index + 2 }, ...cells);
}

const dataTable = virtualTable(byId('table'), 36);

function drawTables() {
  const name = state.table;
  const columns = TABLES[name];
  refill(
    byId('table-choice'),
    Object.keys(TABLES).map((key) =>
      chip(
        say(key),
        key === name,
        () => {
          state.table = key;
          byId('table').scrollTop = 0;
          render();
        },
        { 'data-key': key },
      ),
    ),
  );
  const rows = sorted(name);
  byId('table-count').textContent = say('rows', { n: number(rows.length) });
  const focused = document.activeElement?.dataset?.column;
  dataTable.set(
    columns,
    rows,
    columns.map(([key]) => head(name, key)),
    (row) => (name === 'events' ? choose(row) : row.event ? choose(row.event) : chooseSentence(row.sentence || row)),
  );
  if (focused) byId('table').querySelector(`[data-column="${focused}"]`)?.focus();
}

function head(name, key) {
  const [by, direction] = order[name] || [];
  const sort = by === key ? (direction > 0 ? 'ascending' : 'descending') : 'none';
  const press = () => {
    order[name] = by === key ? [key, -direction] : [key, 1];
    drawTables();
  };
  const words = say(`column.${key}`) === `column.${key}` ? say(key) : say(`column.${key}`);
  return el(
    'th',
    { scope: 'col', 'aria-sort': sort },
    el(
      'button',
      { type: 'button', onclick: press, 'data-column': key, title: say('sort', { column: words }) },
      words,
      sort === 'none' ? '' : direction > 0 ? ' ▲' : ' ▼',
    ),
  );
}

/** A cell that no spreadsheet runs as a formula; the same rule as the dataset's own CSV files. */
const harmless = (cell) => (/^'*[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell);

function csv(name) {
  const quote = (cell) => `"${harmless(String(cell)).replace(/"/g, '""')}"`;
  const lines = [
    TABLES[name].map(([key]) => quote(key)),
    ...sorted(name).map((row) => TABLES[name].map(([, value]) => quote(value(row)))),
  ];
  return `\ufeff${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}

function save() {
  const link = el('a', {
    href: URL.createObjectURL(new Blob([csv(state.table)], { type: 'text/csv' })),
    download: `${DATA.title}-${state.table}.csv`,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
