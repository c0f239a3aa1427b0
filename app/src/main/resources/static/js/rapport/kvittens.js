// The receipt: undo counts down, what the page's own guard took out is told, and the queue goes on being sent.
import { keepSending, onChange } from './ko.js';
import { byId, element, say, signedIn } from './ord.js';
import { paintState } from './lage.js';

const undo = byId('angra');
if (undo) {
  let left = Number(undo.dataset.sekunder);
  const tick = setInterval(() => {
    left--;
    byId('angra-tid').textContent = ' (' + left + ' s)';
    if (left > 0) return;
    clearInterval(tick);
    const focused = undo.contains(document.activeElement);
    undo.hidden = true;
    if (focused) byId('en-till').focus();
  }, 1000);
}

const kept = JSON.parse(sessionStorage.getItem('samlad.maskat') ?? '{}');
const reportId = document.querySelector('[data-rapport]')?.getAttribute('data-rapport');
if (kept.id && kept.id === reportId && kept.kinds?.length) {
  const told = byId('maskat');
  told.replaceChildren(element('span', {}, say('guard.masked', kept.kinds.map((/** @type {string} */ kind) => say('kind.' + kind)).join(', '))));
  told.hidden = false;
}

const again = byId('en-till');
if (sessionStorage.getItem('samlad.plats')) {
  again.setAttribute('href', '/rapportera#samma');
  again.textContent = say('saved.again.same');
}

onChange(() => paintState(signedIn));
paintState(signedIn);
keepSending(signedIn);

// The list of places, for choosing among without a network; it is not part of the first visit.
if (navigator.serviceWorker?.controller) fetch('/rapportera/platser').catch(() => undefined);
