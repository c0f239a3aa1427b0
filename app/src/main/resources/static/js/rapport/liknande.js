// "2 liknande nära, är det samma?": asked when category and place are known, of the reporter's own organisation alone. No answer, no question.
import { byId } from './ord.js';

/** @param {HTMLFormElement} form @param {import('./rapport.js').Tools} tools */
export function watchSimilar(form, { chosenPlace, chosenInterval }) {
  let asked = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  const look = async () => {
    const data = new FormData(form);
    const place = /** @type {any} */ (chosenPlace(data));
    const interval = chosenInterval(data);
    const category = String(data.get('del-' + data.get('kategori')) ?? data.get('kategori') ?? '');
    const question = category && interval && place?.lon
      ? new URLSearchParams({ kategori: category, lon: place.lon.toFixed(5), lat: place.lat.toFixed(5), fran: minute(interval.from), till: minute(interval.to) }).toString()
      : '';
    if (question === asked) return;
    asked = question;
    const answer = question && navigator.onLine
      ? await fetch('/rapportera/liknande?' + question, { headers: { Accept: 'text/html' }, redirect: 'error' }).then((r) => (r.ok ? r.text() : '')).catch(() => '')
      : '';
    if (question !== asked) return;
    const part = new DOMParser().parseFromString(answer, 'text/html').querySelector('fieldset');
    byId('liknande').replaceChildren(...(part ? [document.importNode(part, true)] : []));
  };
  form.addEventListener('change', (event) => {
    if (/** @type {HTMLElement} */ (event.target).getAttribute?.('name') === 'samma') return;
    clearTimeout(pause);
    pause = setTimeout(look, 300);
  });
  look();
}

/** To the minute, so that a form that stands open does not ask again and again. @param {Date} at */
const minute = (at) => new Date(Math.floor(at.getTime() / 600_000) * 600_000).toISOString();
