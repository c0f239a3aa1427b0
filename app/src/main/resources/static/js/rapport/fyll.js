// What stands in the form, as names and values: to keep a draft, to carry place and time over to the next incident, to mend a report.
const PRIVATE = new Set(['_csrf', 'id', 'oppnad', 'lon', 'lat', 'noggrannhet']);

/** @param {HTMLFormElement} form @returns {Record<string, string>} */
export function fieldsOf(form) {
  /** @type {Record<string, string>} */
  const fields = {};
  for (const [name, value] of new FormData(form)) {
    if (!PRIVATE.has(name) && !name.startsWith('tillagd-') && typeof value === 'string' && value) fields[name] = value;
  }
  return fields;
}

/** Sets every field to what is said of it, and what nothing is said of to nothing. @param {HTMLFormElement} form @param {Record<string, string>} fields */
export function fill(form, fields) {
  form.reset();
  for (const part of form.elements) {
    if (part instanceof HTMLInputElement && (part.type === 'radio' || part.type === 'checkbox')) {
      if (fields[part.name] !== undefined) part.checked = part.value === fields[part.name];
    } else if (part instanceof HTMLTextAreaElement || part instanceof HTMLSelectElement || (part instanceof HTMLInputElement && part.type === 'datetime-local')) {
      if (fields[part.name] !== undefined) part.value = fields[part.name];
    }
  }
  const more = /** @type {HTMLDetailsElement | null} */ (form.querySelector('.fler'));
  if (more?.querySelector('input[name="kategori"]:checked')) more.open = true;
  if (fields.omrade) form.elements.namedItem('omrade')?.dispatchEvent(new Event('change'));
  form.dispatchEvent(new Event('change'));
}

/** A point in time as the form's own fields write it. @param {string} iso */
const local = (iso) => {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

/** An incident of a body as the form's fields; its place is not one of them. @param {HTMLFormElement} form @param {any} incident */
export function incidentFields(form, incident) {
  const tile = form.querySelector('input[value="' + CSS.escape(incident.category) + '"]');
  const finer = tile instanceof HTMLInputElement && tile.name.startsWith('del-');
  /** @type {Record<string, string>} */
  const fields = { kategori: finer ? tile.name.slice(4) : incident.category, nar: 'mellan', fran: local(incident.from), till: local(incident.to ?? incident.from) };
  if (finer) fields['del-' + fields.kategori] = incident.category;
  for (const [question, answer] of Object.entries(incident.answers ?? {})) {
    fields['svar-' + fields.kategori + '-' + question] = String(answer);
    fields['svar-' + incident.category + '-' + question] = String(answer);
  }
  if (incident.text) fields.text = incident.text;
  if (incident.severity) fields.allvar = String(incident.severity);
  if (incident.area) fields.omrade = incident.area;
  for (const [box, on] of [['inomhus', incident.indoors], ['pagar', incident.ongoing], ['misstankt', incident.suspected]]) if (on) fields[box] = 'ja';
  return fields;
}
