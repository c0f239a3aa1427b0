// <samlad-telefon data-jag="…" data-ord="…">: what lies in the phone, drawn on "Mina rapporter": unsent on top; without a network the last
// twenty sent too, as the page's own list may then be old.
import { changed, flush, keepSending, onChange } from './ko.js';
import { element } from './ord.js';
import { drawSent, drawUnsent } from './utkast.js';

class Telefon extends HTMLElement {
  connectedCallback() {
    const jag = this.dataset.jag ?? '';
    const unsent = element('section', { id: 'osant', class: 'osant stapel stapel--tat', hidden: '', 'aria-labelledby': 'osant-rubrik' });
    const last = element('section', { id: 'skickat', class: 'osant stapel stapel--tat', hidden: '', 'aria-labelledby': 'skickat-rubrik' });
    this.replaceChildren(unsent, last);
    const draw = () => {
      drawUnsent(unsent, jag, { flush, changed }).catch(() => undefined);
      if (navigator.onLine) last.hidden = true;
      else drawSent(last, jag).catch(() => undefined);
    };
    onChange(draw);
    draw();
    if (jag) keepSending(jag);
  }
}

customElements.define('samlad-telefon', Telefon);
