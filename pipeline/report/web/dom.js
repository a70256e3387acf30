// Elements are made here and nowhere else; whatever is not an element becomes a text node.

const byId = (id) => document.getElementById(id);

function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'class') node.className = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const readJson = (id) => JSON.parse(byId(id).textContent);

/** A button that is pressed or not: a filter, a scale, a table. */
function chip(text, pressed, press, attributes) {
  return el(
    'button',
    { type: 'button', 'aria-pressed': String(pressed), onclick: press, ...attributes },
    ...[text].flat(),
  );
}

/** A small square in a colour of the palette; the words beside it say the same. */
function swatch(colour, shape) {
  const node = el('i', { class: shape || 'swatch', 'aria-hidden': 'true' });
  node.style.setProperty('--colour', `var(--${colour})`);
  return node;
}

/** Brings a child into view within its own scroll box, without moving the page. */
function scrollWithin(box, child) {
  const [outer, inner] = [box.getBoundingClientRect(), child.getBoundingClientRect()];
  if (inner.top < outer.top + 8 || inner.bottom > outer.bottom - 8) {
    box.scrollTop += inner.top - outer.top - Math.max(16, (outer.height - inner.height) / 3);
  }
}

/** Makes filling a list safe against focus loss: the button that had it gets it back by its data-key. */
function refill(node, children) {
  const key = node.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  node.replaceChildren(...children);
  if (key)
    [...node.querySelectorAll('[data-key]')].find((child) => child.dataset.key === key)?.focus({ preventScroll: true });
}
