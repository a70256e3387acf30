// The article with its marks. It is laid out in blocks: those in view at once, the others when the browser has time.

const BLOCK = 24;
const article = { blocks: [], of: new Map(), box: byId('article') };

/** Sentences as paragraphs: a wide gap ends one, and so does no gap at all where the text has gaps elsewhere. */
function paragraphs(document) {
  const spaced = document.sentences.some((s) => s.gap === 1);
  const found = [];
  for (const sentence of document.sentences) {
    const begins = !found.length || sentence.gap > 1 || (sentence.gap === 0 && spaced);
    if (begins) found.push([]);
    found[found.length - 1].push(sentence);
  }
  return found;
}

function layOutArticle() {
  const nodes = [];
  for (const document of DATA.documents) {
    const all = paragraphs(document);
    for (let i = 0; i < Math.max(all.length, 1); i += BLOCK) {
      const own = all.slice(i, i + BLOCK);
      const node = el('div', { class: 'block' });
      const block = {
        node,
        own,
        filled: false,
        heading: i === 0 && DATA.documents.length > 1 ? String(document.id) : null,
      };
      node.style.minHeight = `${Math.round(own.flat().reduce((n, s) => n + s.text.length, 0) * 0.55)}px`;
      for (const sentence of own.flat()) article.of.set(sentence, block);
      article.blocks.push(block);
      nodes.push(node);
    }
  }
  article.box.replaceChildren(...nodes);
  article.blocks.slice(0, 3).forEach(fill);
  idle(fillRest);
}

const idle = window.requestIdleCallback || ((work) => setTimeout(() => work({ timeRemaining: () => 12 }), 30));

function fillRest(deadline) {
  for (const block of article.blocks) {
    if (block.filled) continue;
    if (deadline.timeRemaining() < 4) return idle(fillRest);
    fill(block);
  }
  return markFound();
}

function fill(block) {
  if (block.filled) return;
  block.filled = true;
  const own = block.own.map((paragraph) =>
    el('p', {}, ...paragraph.flatMap((s, i) => [i && s.gap ? ' ' : null, sentenceNode(s)])),
  );
  block.node.replaceChildren(...(block.heading ? [el('h3', {}, block.heading)] : []), ...own);
  block.node.style.minHeight = '';
  for (const paragraph of block.own) for (const sentence of paragraph) light(sentence);
}

/** A sentence: a dot for each of its events, then its words with what stands on them. */
function sentenceNode(sentence) {
  const node = el('span', { class: 's', 'data-s': sentence.index });
  if (sentence.events.length) {
    const dots = sentence.events.map((event) => swatch(`family-${event.family}`, 'dot'));
    node.append(
      el(
        'a',
        {
          class: 'dots',
          href: `#sentence-${sentence.index + 1}`,
          'aria-label': `${sentence.id}: ${sentence.events.length}`,
        },
        ...dots,
      ),
    );
  }
  node.append(...marked(sentence));
  sentence.node = node;
  return node;
}

/** The words of a sentence cut at every end of a time, name, trigger or error. */
function marked(sentence) {
  const parts = [...sentence.times, ...sentence.entities, ...sentence.events];
  const placed = sentence.errors.filter((error) => error.kind !== 'sentences');
  const cuts = new Set([0, sentence.text.length, ...[...parts, ...placed].flatMap((part) => part.at)]);
  const ends = [...cuts].sort((a, b) => a - b);
  const nodes = [];
  for (let i = 0; i + 1 < ends.length; i += 1) {
    const at = [ends[i], ends[i + 1]];
    nodes.push(
      segment(
        sentence,
        at,
        placed.filter((error) => overlapping(error.at, at)),
      ),
    );
    for (const error of placed) if (error.at[1] === at[1]) nodes.push(badge(error));
  }
  return nodes;
}

function segment(sentence, at, wrong) {
  const text = spanText(sentence, at);
  const time = sentence.times.find((t) => overlapping(t.at, at));
  const entity = sentence.entities.find((e) => overlapping(e.at, at));
  const event = sentence.events.find((e) => overlapping(e.at, at));
  if (!time && !entity && !event && !wrong.length) return text;
  const missed = wrong.some((e) => e.cause === 'missed');
  const kinds = { time, entity, trigger: event, wrong: wrong.length, missed };
  const classes = Object.keys(kinds)
    .filter((kind) => kinds[kind])
    .join(' ');
  const node = event
    ? el('a', { class: classes, href: `#event-${keyOf(event)}` }, text)
    : el('span', { class: classes }, text);
  if (event) node.style.setProperty('--colour', `var(--family-${event.family})`);
  if (entity) {
    node.style.setProperty('--label', `var(--label-${entity.label})`);
    node.dataset.label = entity.label;
  }
  node.addEventListener('mouseenter', () => {
    node.title = tellParts(time, entity, event);
  });
  return node;
}

function tellParts(time, entity, event) {
  const said = [];
  if (time) said.push(`${say('times')}: ${time.value}${time.mod ? ` ${time.mod}` : ''}`);
  if (entity) said.push(`${say(`label.${entity.label}`)}: ${entity.name}`);
  if (event) said.push(`${say(`type.${event.type}`)}: ${dateInWords(event.date)}`);
  return said.join('\n');
}

const SIGNS = { missed: '−', spurious: '+', 'wrong span': '↔', 'wrong value': '≠', 'wrong label': '≠' };

function badge(error) {
  const node = el(
    'sup',
    { class: `badge cause-${error.cause.replace(' ', '-')}`, 'data-error': error.index },
    SIGNS[error.cause],
  );
  node.addEventListener('mouseenter', () => {
    node.title = tellError(error);
  });
  return node;
}

function tellError(error) {
  const sides = [
    error.gold && `${say('column.gold')} ${error.gold}`,
    error.system && `${say('column.system')} ${error.system}`,
  ];
  return `${say(error.kind)} · ${say(`cause.${error.cause}`)}: ${sides.filter(Boolean).join(' / ')}`;
}

/** Sentences that the filters leave out are pale, the chosen one stands out. */
function light(sentence) {
  if (!sentence.node) return;
  sentence.node.classList.toggle('dim', Boolean(shown.lit && !shown.lit.has(sentence)));
  sentence.node.classList.toggle('chosen', sentence === state.sentence);
  const hash = state.event && `#event-${keyOf(state.event)}`;
  for (const link of sentence.node.querySelectorAll('.trigger'))
    link.toggleAttribute('data-chosen', link.hash === hash);
  for (const node of sentence.node.querySelectorAll('.entity'))
    node.classList.toggle('off', state.labels.size > 0 && !state.labels.has(node.dataset.label));
}

function drawArticle() {
  const names = ['triggers', 'times', 'entities', 'errors'].filter((name) => name !== 'errors' || errors.length);
  refill(byId('marks'), [el('span', { class: 'lead' }, say('marks')), ...names.map(markChip)]);
  for (const name of names) article.box.classList.toggle(`no-${name}`, !state.marks.has(name));
  sentences.forEach(light);
  markFound();
}

function markChip(name) {
  const press = () => {
    toggle(state.marks, name);
    render();
  };
  return chip([swatch(`mark-${name}`, `mark ${name}`), say(name)], state.marks.has(name), press, { 'data-key': name });
}

/** What was searched for, marked without touching the article's elements; browsers that cannot leave it unmarked. */
function markFound() {
  if (!window.CSS?.highlights || !window.Highlight) return;
  const query = state.query.trim().toLowerCase();
  const ranges = [];
  if (query)
    for (const sentence of shown.sentences)
      if (sentence.node && ranges.length < 3000) ranges.push(...rangesOf(sentence.node, query));
  CSS.highlights.set('found', new Highlight(...ranges));
}

function rangesOf(node, query) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts = [];
  let whole = '';
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement.closest('sup')) continue;
    texts.push({ node: walker.currentNode, start: whole.length });
    whole += walker.currentNode.data;
  }
  const ranges = [];
  const low = whole.toLowerCase();
  if (low.length !== whole.length) return ranges;
  for (let at = low.indexOf(query); at >= 0; at = low.indexOf(query, at + query.length))
    ranges.push(rangeOf(texts, at, at + query.length));
  return ranges;
}

function rangeOf(texts, from, until) {
  const range = new Range();
  const [first, last] = [texts.findLast((t) => t.start <= from), texts.findLast((t) => t.start < until)];
  range.setStart(first.node, from - first.start);
  range.setEnd(last.node, until - last.start);
  return range;
}

function scrollToSentence(sentence) {
  fill(article.of.get(sentence));
  const bring = () => scrollWithin(article.box, sentence.node);
  bring();
  requestAnimationFrame(() => {
    bring();
    requestAnimationFrame(bring);
  }); // blocks on the way get their true height
}

function listenToArticle() {
  article.box.addEventListener('click', (click) => {
    if (click.target.closest('a') || !window.getSelection().isCollapsed) return;
    const node = click.target.closest('.s');
    if (node) chooseSentence(sentences[Number(node.dataset.s)]);
  });
}
