// A block of a lägesbild saves itself five seconds after the last key, and the sheet beside it follows. When somebody else saved first,
// the form is sent the plain way, and the page that answers shows both texts. Without this script the buttons do the same.

const WAIT = 5000;
const RETRY = 15000;

const form = document.querySelector('form[data-spara]');
if (form instanceof HTMLFormElement) keepSaved(form);

const print = document.querySelector('[data-skriv-ut]');
if (print instanceof HTMLButtonElement) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}

/** @param {HTMLFormElement} form */
function keepSaved(form) {
  const line = form.querySelector('[data-sparat]');
  /** @type {number | undefined} */
  let timer;
  let changed = false;
  let sending = false;

  form.addEventListener('input', () => {
    changed = true;
    tell(form.dataset.osparat);
    plan(WAIT);
  });
  form.addEventListener('submit', () => {
    window.clearTimeout(timer);
    changed = false;
  });
  window.addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault();
  });

  /** @param {number} wait */
  function plan(wait) {
    window.clearTimeout(timer);
    timer = window.setTimeout(save, wait);
  }

  /** @param {string | undefined} text */
  function tell(text) {
    if (line) line.textContent = text ?? '';
  }

  async function save() {
    if (sending) return plan(WAIT);
    sending = true;
    changed = false;
    tell(form.dataset.sparar);
    try {
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form)) body.append(name, String(value));
      const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } });
      await settle(answer);
    } catch {
      changed = true;
      tell(form.dataset.utanNat);
      plan(RETRY);
    } finally {
      sending = false;
    }
  }

  /** @param {Response} answer */
  async function settle(answer) {
    if (answer.status === 412) {
      form.submit();
      return;
    }
    const told = await answer.json();
    if (!answer.ok) {
      changed = true;
      const first = told.errors?.[0] ?? told;
      tell(document.documentElement.lang === 'en' ? first.detailEn : first.detail);
      return;
    }
    const revision = form.elements.namedItem('revision');
    if (revision instanceof HTMLInputElement) revision.value = String(told.revision);
    const text = form.elements.namedItem('text');
    if (!changed) {
      tell(told.saved);
      if (text instanceof HTMLTextAreaElement && told.text.includes('▮')) text.value = told.text;
    }
    await redraw();
  }
}

/** Puts the newest sheet in the place of the old one. */
async function redraw() {
  const sheet = document.getElementById('ark');
  if (!sheet?.dataset.ark) return;
  const answer = await fetch(sheet.dataset.ark, { headers: { Accept: 'text/html' } });
  if (answer.ok) sheet.innerHTML = await answer.text();
}
