// What the form can beyond two taps: text behind the guard, several incidents in one report, drafts, likeness near by,
// mending. Fetched when somebody touches the form, so that opening it weighs little; the worker keeps it in the phone.
import { bytes, label } from './lada.js';
import { byId, fromShell, say } from './ord.js';
import { clearPhotos, takenPhotos, watchPhotos } from './fotorad.js';
import { drawSent, drawUnsent } from './utkast.js';
import { orderTiles } from './bricka.js';
import { paintWarnings } from './varning.js';
import { fieldsOf, fill, incidentFields } from './fyll.js';
import { guarded, guardText, taken, watchText } from './texten.js';
import { addedIncidents, firstTile, labelOf, MOST_ADDED, nameOf, onTakenAway, setAdded } from './tillagt.js';
import { watchSimilar } from './liknande.js';
import { dropDraft, watchDraft } from './forslag.js';

/** What stays when one more incident is added: where and when, and for whom. */
const STANDING = ['nar', 'fran', 'till', 'omrade', 'inomhus', 'organisation'];

/** @param {HTMLFormElement} form @param {string} jag @param {import('./rapport.js').Tools} tools */
export async function begin(form, jag, tools) {
  watchText();
  guardText();
  onTakenAway(() => form.dispatchEvent(new Event('change')));
  if (form.dataset.ko === 'ja') {
    if (jag) await watchDraft(form, jag, tools).catch(() => undefined);
    watchSimilar(form, tools);
    watchPhotos();
    paintWarnings(byId('jsfel'), jag, tools).catch(() => undefined);
  }

  return {
    guard: guarded,
    guardText,
    taken,
    added: addedIncidents,
    labelOf,
    orderTiles,
    /** Sends a report without keeping it first; false when it did not arrive. @param {string} id @param {string} body */
    async sendDirectly(id, body) {
      const response = await fetch('/rapportera/' + id, {
        method: 'PUT', redirect: 'manual', body,
        headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-Samlad': '1', 'X-Samlad-Jag': jag },
      }).catch(() => null);
      return Boolean(response?.ok);
    },
    photos: takenPhotos,
    clearPhotos,
    /** What lies in the phone: unsent reports, and without a network the last twenty sent. */
    async paintLists() {
      await paintWarnings(byId('jsfel'), jag, tools);
      await drawUnsent(byId('osant'), jag, tools.queue);
      if (fromShell) await drawSent(byId('skickat'), jag);
    },
    /** The report is on its way: nothing of it stays in the form. */
    async sent() {
      setAdded([]);
      if (jag) await dropDraft(jag).catch(() => undefined);
    },
    /** Puts the form's incident into the report and makes room for the next at the same place. */
    async oneMore() {
      if (addedIncidents().length >= MOST_ADDED) return tools.fail([['', say('addedFull')]]);
      const one = await tools.current();
      if (!one) return;
      const all = fieldsOf(form);
      document.querySelector('.felsumma')?.remove();
      setAdded([...addedIncidents(), one]);
      fill(form, Object.fromEntries(STANDING.filter((name) => all[name]).map((name) => [name, all[name]])));
      byId('vakt').replaceChildren();
      byId('tillagda-svar').textContent = say('added', one.etikett.kategori);
      scrollTo(0, 0);
      firstTile().focus();
    },
    /** Fills the form with a report the server refused. @param {import('./lada.js').Queued} item */
    async mend(item) {
      const incidents = JSON.parse(new TextDecoder().decode(await bytes(item))).incidents;
      const last = incidents.pop();
      const known = await label(item);
      setAdded(incidents.map((/** @type {any} */ incident) => ({ incident, etikett: { ...known, kategori: nameOf(incident.category) } })));
      fill(form, incidentFields(form, last));
      if (last.lon) tools.setPlace({ namn: known.plats, lon: last.lon, lat: last.lat, noggrannhet: last.accuracyMeters, sort: last.precision === 'address' ? 'namn' : 'har' });
      tools.fail([['', item.svar]]);
    },
  };
}
