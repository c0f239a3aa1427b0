// <samlad-telefon data-jag="…" data-ord="…">: what lies in the phone, drawn on "Mina rapporter": unsent on top, then the last twenty sent.
import { keepSending, onChange } from './ko.js';
import { element } from './ord.js';
import { drawSent, drawUnsent } from './utkast.js';

class Telefon extends HTMLElement {
  connectedCallback() {
    const jag = this.dataset.jag ?? '';
    const unsent = element('section', { id: 'osant', class: 'osant stapel stapel--tat', hidden: '', 'aria-labelledby': 'osant-rubrik' });
    const last = element('section', { id: 'skickat', class: 'osant stapel stapel--tat', hidden: '', 'aria-labelledby': 'skickat-rubrik' });
    this.replaceChildren(unsent, last);
    const draw = () => {
      drawUnsent(unsent, jag).catch(() => undefined);
      drawSent(last, jag).catch(() => undefined);
    };
    onChange(draw);
    draw();
    if (jag) keepSending(jag);
  }
}

customElements.define('samlad-telefon', Telefon);
