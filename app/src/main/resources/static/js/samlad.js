// What every page does with script: focus after a partial update, the status line, no double submit, the offline line, shortcuts.
// Everything works without it.

const root = document.documentElement;

/** @param {string} text */
export function tell(text) {
  const line = document.getElementById('meddelande');
  if (line) line.textContent = text;
}

/** @param {Element | Document} part */
function focusMarked(part) {
  const marked = part.querySelector('[data-fokus]');
  if (marked instanceof HTMLElement) marked.focus();
}

// An answer may carry HX-Trigger: {"meddelande": "Sparat."}
document.addEventListener('meddelande', (event) => {
  if (event instanceof CustomEvent) tell(String(event.detail.value ?? event.detail));
});

document.addEventListener('htmx:afterSettle', (event) => {
  if (event.target instanceof Element) focusMarked(event.target);
});
document.addEventListener('htmx:beforeRequest', (event) => busy(event.target, true));
document.addEventListener('htmx:afterRequest', (event) => busy(event.target, false));
document.addEventListener('htmx:sendError', () => showOffline(true));
document.addEventListener('htmx:responseError', (event) => {
  if (event instanceof CustomEvent) tell(event.detail.xhr.getResponseHeader('Samlad-Fel') || root.dataset.fel || '');
});

/** @param {EventTarget | null} target @param {boolean} on */
function busy(target, on) {
  if (!(target instanceof Element)) return;
  target.toggleAttribute('data-upptagen', on);
  if (on) target.setAttribute('aria-busy', 'true');
  else target.removeAttribute('aria-busy');
}

// A form that is on its way is not sent twice. Coming back with the back button lets go again.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return;
  if (form.dataset.skickas) event.preventDefault();
  else form.dataset.skickas = 'ja';
});
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-skickas]')) form.removeAttribute('data-skickas');
});

/** @param {boolean} on */
function showOffline(on) {
  const line = document.getElementById('utan-nat');
  if (line) line.hidden = !on;
}
window.addEventListener('offline', () => showOffline(true));
window.addEventListener('online', () => showOffline(false));

// Single keys: / searches, ? opens help, g and then h goes home. Off by choice, and never while somebody writes.
let before = '';
document.addEventListener('keydown', (event) => {
  if (root.dataset.kortkommandon !== 'ja' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof Element && event.target.closest('input,textarea,select,[contenteditable]')) return;
  const keys = before + event.key;
  before = event.key === 'g' ? 'g' : '';
  if (event.key === '/') {
    const search = document.getElementById('sok');
    if (search) {
      event.preventDefault();
      search.focus();
    }
  } else if (event.key === '?') {
    location.assign('/hjalp#kortkommandon');
  } else if (keys === 'gh') {
    location.assign('/');
  }
});

focusMarked(document);
