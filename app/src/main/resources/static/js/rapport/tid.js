// When it happened: quick answers that mean an interval, the same ones as reporting.web.TimeChoice computes.
import { byId, clockTime, longDay, moment, say } from './ord.js';

const HOUR = 3_600_000;

/** @typedef {{from: Date, to: Date}} Interval */

/** @param {Date} now @param {number} day @param {number} hour */
const at = (now, day, hour) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + day, hour);

/** The interval of a quick answer; null where the clock alone does not tell. @param {string} choice @param {Date} now @returns {Interval | null} */
export function quickInterval(choice, now) {
  switch (choice) {
    case 'nu':
      return { from: now, to: now };
    case 'timme':
      return { from: new Date(now.getTime() - HOUR), to: now };
    case 'kvall':
      return now.getHours() < 17 ? null : { from: at(now, 0, 17), to: now };
    case 'natt': {
      const begins = now.getHours() < 22 ? -1 : 0;
      const to = at(now, begins + 1, 6);
      return { from: at(now, begins, 22), to: to > now ? now : to };
    }
    case 'igar':
      return { from: at(now, -1, 0), to: at(now, 0, 0) };
    default:
      return null;
  }
}

/** What the form says of time now; null when it cannot be read. @param {FormData} data @returns {Interval | null} */
export function chosenInterval(data) {
  const choice = String(data.get('nar') ?? 'nu');
  if (choice !== 'mellan' && choice !== 'kommande') return quickInterval(choice, new Date());
  const from = new Date(String(data.get('fran')));
  const to = data.get('till') ? new Date(String(data.get('till'))) : from;
  return Number.isNaN(from.getTime()) || Number.isNaN(to.getTime()) || to < from ? null : { from, to };
}

/** Shows the chosen time in its row and keeps "now" being now. @param {HTMLFormElement} form */
export function watchTime(form) {
  const show = () => {
    const data = new FormData(form);
    const choice = String(data.get('nar') ?? 'nu');
    const interval = chosenInterval(data);
    const coming = Boolean(form.querySelector('[data-kommande]:checked'));
    for (const radio of form.querySelectorAll('input[name="nar"]')) {
      const { value } = /** @type {HTMLInputElement} */ (radio);
      const known = value === 'kommande' ? coming : value === 'mellan' || quickInterval(value, new Date());
      /** @type {HTMLElement} */ (radio.closest('label')).hidden = !known;
    }
    if (choice === 'kommande' && !coming) return chooseNow(form);
    if (choice === 'nu') {
      byId('tid-namn').textContent = say('time.now', clockTime(new Date()));
      byId('tid-dag').textContent = longDay(new Date());
    } else {
      byId('tid-namn').textContent = form.querySelector('input[name="nar"]:checked')?.closest('label')?.textContent?.trim() ?? '';
      byId('tid-dag').textContent = interval ? moment(interval.from) + '–' + moment(interval.to) : '';
    }
  };
  form.addEventListener('change', show);
  setInterval(show, 20_000);
  show();
}

/** What was about to happen is something else now, and then it has happened. @param {HTMLFormElement} form */
function chooseNow(form) {
  const now = form.querySelector('input[name="nar"]');
  if (now instanceof HTMLInputElement) now.checked = true;
  form.dispatchEvent(new Event('change'));
}
