// Words of the interface, Korean and English.

const WORDS = readJson('words');
const LANGUAGES = ['ko', 'en'];
let language = 'ko';

function say(key, values) {
  const words = WORDS[key];
  if (!words) return key;
  return words[LANGUAGES.indexOf(language)].replace(/\{(\w+)\}/g, (hole, name) =>
    values && name in values ? values[name] : hole,
  );
}

const FORMATS = Object.fromEntries(LANGUAGES.map((name) => [name, new Intl.NumberFormat(name)]));
const number = (n) => FORMATS[language].format(n);

function sayTemplate() {
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll('[data-say]')) node.textContent = say(node.dataset.say);
  for (const node of document.querySelectorAll('[data-say-label]'))
    node.setAttribute('aria-label', say(node.dataset.sayLabel));
  for (const node of document.querySelectorAll('[data-say-placeholder]'))
    node.placeholder = say(node.dataset.sayPlaceholder);
}
