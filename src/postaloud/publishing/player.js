// The player: the page works without it, with the browser's own controls. It asks for nothing but the sound beside it.
(() => {
'use strict';
const root = document.documentElement;
const $ = (id) => document.getElementById(id);

// What is remembered: settings for all episodes, the place for each. A browser may refuse to remember anything.
const DEFAULTS = {theme: 'system', font: 'serif', size: 100, line: 165, letter: 0, rate: 1,
  words: true, sentences: true, follow: true, said: true, ruler: false, shortcuts: true};
const LIMITS = {size: [80, 250], line: [120, 300], letter: [0, 30], rate: [0.5, 4]};
const remembered = (key) => {
  try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
};
const remember = (key, value) => {
  try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* then it is forgotten */ }
};
const settings = {...DEFAULTS};
const stored = remembered('postaloud');
for (const name in DEFAULTS) {
  if (stored && typeof stored[name] === typeof DEFAULTS[name]) settings[name] = stored[name];
  if (name in LIMITS) settings[name] = Math.min(Math.max(settings[name], LIMITS[name][0]), LIMITS[name][1]) || DEFAULTS[name];
}
const dress = () => {
  for (const name of ['theme', 'font']) root.dataset[name] = settings[name];
  for (const name of ['words', 'sentences', 'said', 'ruler']) root.toggleAttribute(`data-${name}`, settings[name]);
  root.style.setProperty('--size', settings.size / 100);
  root.style.setProperty('--leading', settings.line / 100);
  root.style.setProperty('--tracking', `${settings.letter / 100}em`);
};
dress();
addEventListener('DOMContentLoaded', start);

function start() {
const data = JSON.parse($('data').textContent);
const say = data.words;
const sound = $('sound');
const player = $('player');
const slider = $('slider');
const still = matchMedia('(prefers-reduced-motion: reduce)');

// Times, as publishing/timings.py packs them.
const cues = [];
let number = 0, ms = 0;
for (const [step, gap, length, words = [], lead = 0, places = null] of data.cues) {
  number += step;
  ms += gap;
  cues.push({id: `s${number}`, target: `s${number + lead}`, start: ms, end: ms + length, words, places});
  ms += length;
}
const links = [...document.querySelectorAll('#chapters a')];
const chapters = data.chapters.map(([from, label, title]) => ({from, label, title}));
const last = (list, at, key) => {  // the last of a list that has begun, or -1
  let low = 0, high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle][key] <= at) low = middle + 1; else high = middle;
  }
  return low - 1;
};

// Where the sound is. While it seeks, it is where it will be.
let wanted = null;
const here = () => wanted ?? Math.round(sound.currentTime * 1000);
const unit = (name) => new Intl.NumberFormat(data.lang, {style: 'unit', unit: name, unitDisplay: 'long'});
const units = [[3600, unit('hour')], [60, unit('minute')], [1, unit('second')]];
const inWords = (time) => {
  let rest = Math.floor(time / 1000);
  const parts = [];
  for (const [seconds, format] of units) {
    if (rest >= seconds) parts.push(format.format(Math.floor(rest / seconds)));
    rest %= seconds;
  }
  return parts.join(' ') || units[2][1].format(0);
};
const clock = (time) => {
  const rest = Math.floor(time / 1000);
  const two = (count) => String(count).padStart(2, '0');
  const minutes = Math.floor(rest / 60) % 60, hours = Math.floor(rest / 3600);
  return hours ? `${hours}:${two(minutes)}:${two(rest % 60)}` : `${minutes}:${two(rest % 60)}`;
};
const fill = (text, ...values) => text.replaceAll('{}', () => values.shift());
const tell = (text) => {
  $('status').textContent = '';
  requestAnimationFrame(() => { $('status').textContent = text; });
};

// The sentence and the word that are heard.
const highlight = window.Highlight && window.CSS && CSS.highlights ? new Highlight() : null;
if (highlight) {
  CSS.highlights.set('word', highlight);
  // Checkers of style sheets do not know this selector yet.
  document.styleSheets[0].insertRule('::highlight(word) { background-color: var(--word); color: var(--word-ink); }');
}
let at = -1, chapter = -1, marked = [], pieces = [], piece = -1;
const FRAME = 16;  // what is shown now is seen a frame later
const show = () => {
  const time = here() + (sound.paused || wanted !== null ? 0 : FRAME * sound.playbackRate);
  const now = last(cues, time, 'start');
  if (now !== at) enter(now);
  showWord(time);
  const section = Math.max(last(chapters, time, 'from'), 0);
  if (section !== chapter) enterChapter(section);
};
const enter = (now) => {
  at = now;
  const cue = cues[at];
  const before = marked;
  marked = cue ? [...new Set([cue.target, cue.id])].map($).filter(Boolean) : [];
  for (const element of before) if (!marked.includes(element)) element.classList.remove('now');
  for (const element of marked) if (!before.includes(element)) element.classList.add('now');
  pieces = [];
  piece = -1;
  if (highlight) highlight.clear();
  if (cue && settings.words && highlight) pieces = wordsOf(cue);
  followVoice();
};
const enterChapter = (section) => {
  chapter = section;
  links.forEach((link, place) => {
    if (place === section) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
  });
  $('where').textContent = nameOf(section);
  announceToSystem();
};
const nameOf = (section) => {
  const {label, title} = chapters[section];
  return label ? `${label} · ${title}` : title;
};
const wordsOf = (cue) => {
  const element = $(cue.id);
  if (!element || !cue.words.length) return [];
  const text = element.textContent;
  const spans = cue.places ? cut(cue.places, text) : [...text.matchAll(/[^ \t\n\r]+/g)].map((found) =>
    [found.index, found.index + found[0].length]);
  const found = [];
  let time = cue.start;
  cue.words.forEach((step, place) => {
    if (!spans[place]) return;
    time += step * data.unit;
    if (step || !found.length) found.push({from: time, start: spans[place][0], end: spans[place][1]});
    else found.at(-1).end = spans[place][1];
  });
  return found.length ? ranged(element, found) : [];
};
const cut = (steps, text) => {
  let place = 0;
  const starts = steps.map((step) => (place += step));
  return starts.map((start, each) => [start, start + text.slice(start, starts[each + 1]).trimEnd().length]);
};
const ranged = (element, words) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode(), before = 0;
  const point = (offset, isEnd) => {
    while (walker.currentNode && (offset - before > node.length || (!isEnd && offset - before === node.length))) {
      const next = walker.nextNode();
      if (!next) break;
      before += node.length;
      node = next;
    }
    return [node, Math.min(offset - before, node.length)];
  };
  for (const word of words) {
    word.range = new Range();
    word.range.setStart(...point(word.start, false));
    word.range.setEnd(...point(word.end, true));
  }
  return words;
};
const showWord = (time) => {
  const now = last(pieces, time, 'from');
  if (now !== piece) {
    piece = now;
    highlight.clear();
    if (pieces[piece]) highlight.add(pieces[piece].range);
  }
  if (settings.ruler && !sound.paused && pieces[piece]) placeRuler(pieces[piece].range.getBoundingClientRect());
};

// Once for each frame what moves, a few times a second what only counts.
const frame = () => {
  show();
  if (stopAt !== null && here() >= stopAt) fallAsleep(stopAt);
  if (!sound.paused) requestAnimationFrame(frame);
};
let saved = 0;
const count = () => {
  const time = here();
  $('time').textContent = clock(time);
  if (!slider.matches(':focus-visible')) showPosition();  // else it would be read aloud all the time
  navigator.mediaSession?.setPositionState?.({duration: data.duration / 1000, playbackRate: sound.playbackRate,
    position: Math.min(time, data.duration) / 1000});
  if (sleepAt !== null && Date.now() >= sleepAt) fallAsleep();
  if (Math.abs(time - saved) > 4000) keepPlace();
};
const showPosition = () => {
  const time = here();
  slider.value = Math.round(time / 1000);
  slider.setAttribute('aria-valuetext', fill(say.of, inWords(time), inWords(data.duration)));
};
const keepPlace = () => {
  saved = here();
  remember(`postaloud ${data.id}`, saved < data.duration - 2000 ? saved : 0);
};

// Moving.
const seek = (time) => {
  wanted = Math.min(Math.max(time, 0), data.duration);
  if (needsWhole()) loadWhole(); else sound.currentTime = wanted / 1000;
  away(false);
  show();
  count();
  showPosition();
};
const needsWhole = () => {
  if (!location.protocol.startsWith('http') || sound.src || sound.readyState < 1) return false;
  const ranges = sound.seekable;
  return !ranges.length || ranges.end(ranges.length - 1) * 1000 < Math.min(data.duration, 1000);
};
// A server that sends no ranges would start again at every jump: then the whole sound is fetched once.
let isLoading = false;
const loadWhole = async () => {
  if (isLoading) return;
  isLoading = true;
  const isPlaying = !sound.paused;
  tell(say.loading);
  try {
    const answer = await fetch(sound.currentSrc);
    if (!answer.ok) throw new TypeError(answer.statusText);
    sound.src = URL.createObjectURL(await answer.blob());
    await new Promise((done) => sound.addEventListener('loadedmetadata', done, {once: true}));
    if (wanted !== null) sound.currentTime = wanted / 1000;
    if (isPlaying) play();
    tell('');
  } catch {
    tell(say.cannot);
  } finally {
    isLoading = false;
  }
};
const play = () => sound.play().catch((error) => { if (error.name !== 'AbortError') tell(say.cannot); });
const toggle = () => {
  if (sound.paused) { away(false); play(); } else sound.pause();
};
const elementOf = (place) => cues[place] && $(cues[place].target);
const first = (place) => {  // of the cues that lead to the same sentence
  while (place > 0 && cues[place - 1].target === cues[place].target) place--;
  return place;
};
// A step leads to the next cue in another group, back to the start of this one or of the one before it.
const step = (direction, groupOf) => {
  let place = Math.max(at, 0);
  if (!cues.length) return;
  const same = (one, other) => groupOf(one) === groupOf(other);
  const start = (from) => {
    while (from > 0 && same(from - 1, from)) from--;
    return from;
  };
  if (direction > 0) {
    const group = place;
    while (place < cues.length && (at < 0 ? false : same(place, group))) place++;
    if (place < cues.length) seek(cues[first(place)].start);
    return;
  }
  const begin = start(place);
  const isLate = here() - cues[begin].start > (sound.paused ? 100 : 1000 * Math.max(sound.playbackRate, 1));
  seek(cues[first(isLate || !begin ? begin : start(begin - 1))].start);
};
const sentenceOf = (place) => cues[place].target;
const BLOCKS = 'p,li,h1,h2,h3,h4,h5,h6,td,th,dt,dd,pre,figcaption,caption,blockquote,aside';
const paragraphOf = (place) => elementOf(place)?.closest(BLOCKS) ?? cues[place].target;
const stepSection = (direction) => {
  const isLate = here() - chapters[chapter].from > 3000;
  const next = direction > 0 ? chapter + 1 : isLate ? chapter : chapter - 1;
  if (next >= chapters.length) return;
  seek(chapters[Math.max(next, 0)].from);
  tell(nameOf(chapter));
};
const leaveList = () => {
  const around = elementOf(Math.max(at, 0))?.closest('ol,ul,dl,table');
  if (!around || !$('text').contains(around)) return tell(say.no_list);
  let place = at;
  while (place < cues.length && around.contains(elementOf(place))) place++;
  seek(place < cues.length ? cues[place].start : data.duration);
};
const setRate = (rate) => {
  settings.rate = Math.round(Math.min(Math.max(rate, 0.5), 4) * 20) / 20;
  showRate();
  keepSettings();
};
const spoken = (rate) => fill(say.times, new Intl.NumberFormat(data.lang).format(rate));
const showRate = () => {
  sound.defaultPlaybackRate = sound.playbackRate = settings.rate;
  $('rate').value = settings.rate;
  $('rate').setAttribute('aria-valuetext', spoken(settings.rate));
  $('rate-shown').textContent = `${new Intl.NumberFormat(data.lang).format(settings.rate)}×`;
};
const stepRate = (change) => {
  setRate(settings.rate + change);
  tell(spoken(settings.rate));
};

// The page follows the voice until the reader scrolls away.
let isAway = false, ours = 0, ourY = 0, theirs = 0;
const away = (yes) => {
  isAway = yes && settings.follow;
  $('return').hidden = !isAway;
};
const followVoice = () => {
  if (isAway || !settings.follow || sound.paused && wanted === null || !cues[at]) return;
  const element = marked.find((each) => each.getClientRects().length);
  if (!element) return;
  const box = element.getBoundingClientRect();
  const bar = getComputedStyle(player).position === 'sticky' ? player.getBoundingClientRect().bottom : 0;
  if (box.top >= bar + 8 && box.bottom <= innerHeight - 40) return;
  ours = performance.now() + 1000;
  const isFar = Math.abs(box.top) > 3 * innerHeight;
  element.scrollIntoView({block: 'center', behavior: still.matches || isFar ? 'instant' : 'smooth'});
  ourY = scrollY;
};
// The browser scrolls a little by itself when pieces of a long page get their real size: then the sentence stays in view.
addEventListener('scroll', () => {
  if (performance.now() < ours) ourY = scrollY;
  else if (!sound.paused && (isOutOfView() || performance.now() < theirs && Math.abs(scrollY - ourY) > 60)) away(true);
}, {passive: true});
const isOutOfView = () => {
  const box = marked.find((each) => each.getClientRects().length)?.getBoundingClientRect();
  return box && (box.bottom < 0 || box.top > innerHeight);
};
addEventListener('scrollend', () => { if (performance.now() < ours) { ours = 0; ourY = scrollY; } });
for (const name of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
  addEventListener(name, () => { theirs = performance.now() + 1500; if (name !== 'keydown') ours = 0; }, {passive: true});
}
const comeBack = () => {
  away(false);
  wanted ??= here();
  followVoice();
  if (!sound.seeking) wanted = null;
};

// A ruler for the line that is read, by eye or by ear.
const placeRuler = (box) => $('ruler').style.setProperty('--at', `${(box.top + box.bottom) / 2}px`);
addEventListener('pointermove', (event) => {
  if (settings.ruler && event.pointerType !== 'touch') placeRuler({top: event.clientY, bottom: event.clientY});
}, {passive: true});

// Sleep.
let sleepAt = null, stopAt = null;
const setSleep = (choice) => {
  sleepAt = Number(choice) ? Date.now() + 60000 * Number(choice) : null;
  stopAt = choice === 'section' ? chapters[chapter + 1]?.from ?? data.duration : null;
  tell(sleepAt ? fill(say.sleep_set, unit('minute').format(Number(choice))) :
    stopAt === null ? say.sleep_unset : say.sleep_set_section);
};
const fallAsleep = (time = null) => {
  sleepAt = stopAt = null;
  $('sleep').value = '';
  sound.pause();
  if (time !== null) seek(time);
};

// A link to this moment.
const copyLink = async () => {
  const link = `${location.href.split('#')[0]}#t=${(here() / 1000).toFixed(1)}`;
  try {
    await navigator.clipboard.writeText(link);
    tell(say.copied);
  } catch {
    tell(copyByHand(link) ? say.copied : link);
  }
};
const copyByHand = (link) => {  // where the page has no secure origin
  const box = document.createElement('textarea');
  const focused = document.activeElement;
  box.value = link;
  player.append(box);
  box.select();
  const isDone = document.execCommand('copy');
  box.remove();
  focused?.focus();
  return isDone;
};
const linked = () => {
  const found = /[#&]t=([\d.:]+)/.exec(location.hash);
  const seconds = found && found[1].split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return Number.isFinite(seconds) && found ? seconds * 1000 : null;
};

// Settings.
const keepSettings = () => remember('postaloud', settings);
const showSettings = () => {
  for (const control of document.querySelectorAll('[data-setting]')) {
    const value = settings[control.dataset.setting];
    if (control.type === 'checkbox') control.checked = value; else control.value = value;
    showLevel(control);
  }
  for (const control of document.querySelectorAll('[data-key]')) {
    if (settings.shortcuts) control.setAttribute('aria-keyshortcuts', control.dataset.key);
    else control.removeAttribute('aria-keyshortcuts');
  }
};
const showLevel = (control) => {
  if (control.type !== 'range') return;
  const level = new Intl.NumberFormat(data.lang, {style: 'percent'}).format(control.value / 100);
  control.setAttribute('aria-valuetext', level);
  control.nextElementSibling.textContent = level;
};
const change = (name, value) => {
  settings[name] = value;
  dress();
  showSettings();
  keepSettings();
  at = -2;
  if (name === 'follow') away(false);
  show();
};
const reset = () => {
  Object.assign(settings, DEFAULTS, {rate: settings.rate});
  change('theme', 'system');
};

// Keys, with the ids of the buttons that do the same.
const KEYS = {' ': 'play', ArrowLeft: 'sentence_before', ArrowRight: 'sentence_next', ',': 'back', '.': 'ahead',
  j: 'paragraph_next', k: 'paragraph_before', n: 'section_next', p: 'section_before', l: 'leave',
  '+': 'faster', '-': 'slower', '0': 'normal', w: 'where_am_i', c: 'to_chapters', f: 'follow', s: 'to_sleep', '?': 'keys'};
const DEEDS = {
  play: toggle,
  back: () => seek(here() - 10000),
  ahead: () => seek(here() + 10000),
  sentence_before: () => step(-1, sentenceOf),
  sentence_next: () => step(1, sentenceOf),
  paragraph_before: () => step(-1, paragraphOf),
  paragraph_next: () => step(1, paragraphOf),
  section_before: () => stepSection(-1),
  section_next: () => stepSection(1),
  leave: leaveList,
  faster: () => stepRate(0.1),
  slower: () => stepRate(-0.1),
  normal: () => { setRate(1); tell(spoken(1)); },
  where_am_i: () => tell(`${nameOf(chapter)}. ${fill(say.of, inWords(here()), inWords(data.duration))}.`),
  to_chapters: () => (links[chapter] ?? links[0])?.focus(),
  follow: () => {
    if (isAway) return comeBack();
    change('follow', !settings.follow);
    tell(fill(settings.follow ? say.on : say.off, say.follow));
  },
  to_sleep: () => $('sleep').focus(),
  copy: copyLink,
  settings: () => $('settings-box').showModal(),
  keys: () => $('keys-box').showModal(),
  return: comeBack,
  reset,
};
addEventListener('click', (event) => {
  const control = event.target.closest('button');
  if (control?.dataset.close !== undefined) control.closest('dialog').close();
  else if (control && DEEDS[control.id]) DEEDS[control.id]();
});
addEventListener('keydown', (event) => {
  if (!settings.shortcuts || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.shiftKey && !'+?'.includes(key)) return;
  const control = event.target.closest?.('input,select,textarea,dialog,audio,[contenteditable]');
  const isPressed = key === ' ' && event.target.closest?.('button,a,summary');
  const deed = Object.hasOwn(KEYS, key) && DEEDS[KEYS[key]];
  if (control || isPressed || !deed) return;
  event.preventDefault();
  deed();
});
const SENTENCE = '[data-start]';
$('text').parentElement.addEventListener('click', (event) => {
  const sentence = event.target.closest(SENTENCE);
  const isMeant = sentence && !event.target.closest('a,button') && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (isMeant && getSelection().isCollapsed) seek(Number(sentence.dataset.start));
});
$('chapters')?.addEventListener('click', (event) => {
  const place = links.indexOf(event.target.closest('a'));
  if (place < 0) return;
  ours = performance.now() + 1000;  // the browser scrolls to the heading by itself
  seek(chapters[place].from);
});
slider.addEventListener('input', () => seek(slider.value * 1000));
slider.addEventListener('focus', showPosition);
$('rate').addEventListener('input', () => setRate(Number($('rate').value)));
$('sleep').addEventListener('change', () => setSleep($('sleep').value));
for (const control of document.querySelectorAll('[data-setting]')) {
  control.addEventListener('input', () => change(control.dataset.setting,
    control.type === 'checkbox' ? control.checked : control.type === 'range' ? Number(control.value) : control.value));
}

// The sound's own news.
sound.addEventListener('play', () => { showPlaying(); requestAnimationFrame(frame); });
sound.addEventListener('pause', () => { showPlaying(); keepPlace(); showPosition(); });
sound.addEventListener('ended', keepPlace);
sound.addEventListener('timeupdate', () => { if (document.hidden) show(); count(); });
sound.addEventListener('seeked', () => { if (!isLoading) wanted = null; show(); count(); });
sound.addEventListener('loadedmetadata', () => { showRate(); if (wanted !== null && needsWhole()) loadWhole(); });
addEventListener('pagehide', keepPlace);
addEventListener('hashchange', () => { if (linked() !== null) seek(linked()); });
const showPlaying = () => {
  const word = sound.paused ? say.play : say.pause;
  $('play').setAttribute('aria-label', word);
  $('play').title = word;
  player.toggleAttribute('data-playing', !sound.paused);
  if (navigator.mediaSession) navigator.mediaSession.playbackState = sound.paused ? 'paused' : 'playing';
};
const announceToSystem = () => {
  if (!navigator.mediaSession || !window.MediaMetadata) return;
  navigator.mediaSession.metadata = new MediaMetadata({title: chapters[chapter].title, artist: data.artist, album: data.title});
};
const HANDLERS = {play, pause: () => sound.pause(), stop: () => sound.pause(), seekbackward: DEEDS.back,
  seekforward: DEEDS.ahead, previoustrack: DEEDS.section_before, nexttrack: DEEDS.section_next,
  seekto: ({seekTime}) => seek(seekTime * 1000)};
for (const name in HANDLERS) {
  try { navigator.mediaSession?.setActionHandler(name, HANDLERS[name]); } catch { /* not known here */ }
}

sound.removeAttribute('controls');
new ResizeObserver(() => root.style.setProperty('--bar', `${player.offsetHeight}px`)).observe(player);
$('controls').hidden = false;
root.toggleAttribute('data-ready', true);
showSettings();
showRate();
showPlaying();
const place = linked() ?? remembered(`postaloud ${data.id}`);
if (Number.isFinite(place) && place > 0) seek(place); else { show(); count(); }
}
})();
