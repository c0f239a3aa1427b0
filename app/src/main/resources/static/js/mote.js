// The meeting on the shared screen: keys for what has a button, the time that has gone, agreements made on another screen, and
// Undo that leaves after ten seconds. Everything works without it.

const root = document.documentElement;
const OFF = 'samlad-mote-tangenter-av';
const POLL_MS = 3000;

function keysOn() {
  return root.dataset.kortkommandon === 'ja' && localStorage.getItem(OFF) !== 'ja';
}

/** @param {string} text */
function tell(text) {
  const line = document.getElementById('meddelande');
  if (line) line.textContent = text;
}

// Keys. A key does what its button does; while somebody writes only Escape counts.
window.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const open = document.querySelector('details[open].lada, details[open].hjalpruta');
  if (event.key === 'Escape' && open instanceof HTMLDetailsElement) {
    event.preventDefault();
    open.open = false;
    open.querySelector('summary')?.focus();
    return;
  }
  if (!keysOn() || (event.target instanceof Element && event.target.closest('input,select,textarea'))) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const button = document.querySelector(`[data-tangent="${CSS.escape(key)}"]`);
  if (key === 'å' && pressDone(event)) return;
  if (!(button instanceof HTMLElement)) return;
  event.preventDefault();
  button.click();
});

// Å on the page of measures goes to the first that can be marked done.
/** @param {KeyboardEvent} event */
function pressDone(event) {
  const done = document.querySelector('[data-klart]');
  if (!(done instanceof HTMLElement)) return false;
  event.preventDefault();
  done.focus();
  return true;
}

const drawer = document.getElementById('lada');
drawer?.addEventListener('toggle', () => {
  if (drawer instanceof HTMLDetailsElement && drawer.open) {
    const first = drawer.querySelector('select,input:not([type=hidden])');
    if (first instanceof HTMLElement) first.focus();
  }
});
const summary = document.getElementById('felsumma');
if (summary) summary.focus();

// The switch for the keys.
const keys = document.getElementById('tangenter');
if (keys && root.dataset.kortkommandon === 'ja') {
  keys.hidden = false;
  keys.setAttribute('aria-pressed', String(keysOn()));
  keys.addEventListener('click', () => {
    if (keysOn()) localStorage.setItem(OFF, 'ja');
    else localStorage.removeItem(OFF);
    keys.setAttribute('aria-pressed', String(keysOn()));
  });
}

// The time.
const clock = document.querySelector('.tidrad');
function showTime() {
  if (!(clock instanceof HTMLElement) || !clock.dataset.start) return;
  const minutes = Math.max(0, Math.floor((Date.now() - Number(clock.dataset.start)) / 60000));
  const of = Number(clock.dataset.av);
  const said = (clock.dataset.text ?? '').replace('#', String(minutes)).replace('#', String(of));
  document.getElementById('tid')?.setAttribute('width', String(Math.min(360, (360 * minutes) / of)));
  const text = document.getElementById('tidtext');
  if (text) text.textContent = said;
  return said;
}
setInterval(showTime, 20000);
clock?.addEventListener('click', () => tell(showTime() || clock.textContent?.trim() || ''));

// Agreements made on another screen. The list is no live region: what somebody reads is not interrupted.
const list = document.getElementById('beslutslista');
let tag = '';
async function poll() {
  if (!list?.dataset.kalla || document.hidden) return;
  try {
    const answer = await fetch(list.dataset.kalla, {
      headers: tag ? { 'If-None-Match': tag, 'X-Samlad': '1' } : { 'X-Samlad': '1' },
      cache: 'no-store',
    });
    if (answer.status === 200) {
      tag = answer.headers.get('ETag') ?? '';
      list.innerHTML = await answer.text();
    }
  } catch {
    // Without network the page stays as it is; the next round tries again.
  }
}
if (list) setInterval(poll, POLL_MS);

// Undo leaves after its seconds, unless somebody stands on it.
for (const bar of document.querySelectorAll('[data-angra]')) {
  if (!(bar instanceof HTMLElement)) continue;
  setTimeout(() => {
    if (!bar.contains(document.activeElement)) bar.remove();
    else bar.addEventListener('focusout', () => bar.remove(), { once: true });
  }, Number(bar.dataset.angra || 10) * 1000);
}
