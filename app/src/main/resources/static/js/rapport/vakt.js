// The guard in the page: the same patterns as ground.privacy.NumberGuard, both held to the same list of cases. Runs here alone, nothing
// is sent anywhere. Every repetition is bounded, so no text makes a pattern slow.

const GAP = '[ .\\-–+/]?';
const PERSONAL = new RegExp(
  '(?<![0-9])(?:(19|20)' + GAP + ')?([0-9]{2})' + GAP + '([0-9]{2})' + GAP + '([0-9]{2})[ ]?' + GAP +
  '[ ]?([0-9]{2}' + GAP + '[0-9]{2}|TF[0-9]{2}|[A-Z][0-9]{3})(?![0-9])', 'g');
const EMAIL = /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}[ ]?@[ ]?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}\.[A-Za-z]{2,24}(?![A-Za-z])/g;
const PHONE = /(?<![0-9.,:-])(?:(?:\+|00)46[ -]?(?:\(0\)|0)?[ -]?[1-9]|07[ -]?[02369]|0[1-9][0-9]{0,2}[ ]?[-/][ ]?[1-9])(?:[ -]?[0-9]){4,9}(?![0-9])/g;
const PLATE = /(?<![A-ZÅÄÖa-zåäö0-9])([A-HJ-PR-UW-Z]{3})[ -]?([0-9]{2}[0-9A-HJ-PR-UW-Z])(?![A-ZÅÄÖa-zåäö0-9])/g;
const NO_PLATE = new Set(['EPA', 'BRF', 'DNR', 'RUM', 'HUS', 'NER', 'KOD', 'TEL', 'KLR', 'BUS', 'LGH']);

const NAMED = /\b(?:[Hh][Ee][Tt][Ee][Rr]|[Kk][Aa][Ll][Ll][Aa][Ss](?: [Ff][Öö][Rr])?|[Nn][Aa][Mm][Nn][Ee][Tt]|[Vv][Ii][Dd] [Nn][Aa][Mm][Nn])[ ]{1,2}([A-ZÅÄÖ][a-zåäöéü]{1,24}(?:[ -][A-ZÅÄÖ][a-zåäöéü]{1,24}){0,2})/g;
const TWO_CAPITALISED = /(?<=[a-zåäö,;] )([A-ZÅÄÖ][a-zåäöéü]{1,24}[ ][A-ZÅÄÖ][a-zåäöéü]{1,24}(?:son|sson|ström|berg|gren|lund|qvist|kvist|blad|man|dahl|stedt|ell|in|én))\b/g;
const APARTMENT = /\b(?:lgh|lägenhet|lägenhetsnummer)\.?[ ]{0,2}(?:nr\.?[ ]?)?[0-9]{1,4}\b/giu;
const HEALTH = /\b(?:psykiskt?[ ]sju[kt]a?|psykisk[ ]ohälsa|psykos|schizofren\p{L}{0,4}|missbrukar\p{L}{0,4}|narkoman\p{L}{0,4}|alkoholis\p{L}{0,5}|diagnos\p{L}{0,4}|adhd|autis\p{L}{0,5}|dement\p{L}{0,3}|självmord\p{L}{0,6}|suicid\p{L}{0,4}|handikapp\p{L}{0,4}|funktionsneds\p{L}{0,8})\b/giu;
const ETHNICITY = /\b(?:invandrar\p{L}{0,6}|zigenar\p{L}{0,3}|rom(?:er|sk|ska|skt)|somali\p{L}{0,4}|arab(?:er|isk|iska|iskt)|afghan\p{L}{0,4}|syri(?:er|sk|ska)|irak(?:ier|isk|iska)|muslim\p{L}{0,4}|jud(?:ar|isk|iska)|svart(?:a)?[ ](?:män|killar|personer)|utländsk(?:t|a)?[ ](?:utseende|ursprung|härkomst)|mörkhy\p{L}{0,4})\b/giu;

const CERTAIN = new Set(['PERSONAL_NUMBER', 'COORDINATION_NUMBER', 'TEMPORARY_NUMBER', 'EMAIL', 'PHONE', 'PLATE']);

/** @typedef {{kind: string, start: number, end: number}} Hit */

/**
 * Finds personal data, and masks what is certain.
 * @param {string} text
 * @returns {{text: string, hits: Hit[]}}
 */
export function guard(text) {
  const plain = plainOf(text);
  /** @type {Hit[]} */
  const hits = [];
  personal(plain, hits);
  for (const m of plain.text.matchAll(EMAIL)) hits.push(hit(plain, 'EMAIL', m.index, m.index + m[0].length));
  phones(plain, hits);
  for (const m of plain.text.matchAll(PLATE)) {
    if (!NO_PLATE.has(m[1])) hits.push(hit(plain, 'PLATE', m.index, m.index + m[0].length));
  }
  cue(plain, hits, NAMED, 'NAME');
  cue(plain, hits, TWO_CAPITALISED, 'NAME');
  cue(plain, hits, APARTMENT, 'APARTMENT');
  cue(plain, hits, HEALTH, 'HEALTH');
  cue(plain, hits, ETHNICITY, 'ETHNICITY');
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  return { text: masked(text, hits), hits };
}

/** @param {string} kind */
export const certain = (kind) => CERTAIN.has(kind);

/** @typedef {{text: string, at: number[]}} Plain */

// A text as the patterns read it: full-width signs made plain, zero-width ones left out, odd spaces and dashes made ordinary.
/** @param {string} written @returns {Plain} */
function plainOf(written) {
  let text = '';
  const at = [];
  for (let i = 0; i < written.length; i++) {
    for (const sign of plainSign(written[i])) {
      at.push(i);
      text += sign;
    }
  }
  at.push(written.length);
  return { text, at };
}

/** @param {string} sign */
function plainSign(sign) {
  const code = sign.charCodeAt(0);
  if (code < 0x80) return sign;
  if (code === 0xad || /\p{Cf}/u.test(sign)) return '';
  if (/\p{Z}/u.test(sign)) return ' ';
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return '-';
  if (/\p{Nd}/u.test(sign)) return String(digit(code));
  return code >= 0xff00 && code <= 0xffef ? sign.normalize('NFKC') : sign;
}

// Decimal digits stand in rows of ten, of which the first is the zero.
/** @param {number} code */
function digit(code) {
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero--;
  return (code - zero) % 10;
}

/** @param {Plain} plain @param {string} kind @param {number} start @param {number} end @returns {Hit} */
function hit(plain, kind, start, end) {
  return { kind, start: plain.at[start], end: end === start ? plain.at[start] : plain.at[end - 1] + 1 };
}

/** @param {Plain} plain @param {Hit[]} hits */
function personal(plain, hits) {
  PERSONAL.lastIndex = 0;
  for (let m = PERSONAL.exec(plain.text); m; m = PERSONAL.exec(plain.text)) {
    const kind = personalKind(m);
    if (kind) hits.push(hit(plain, kind, m.index, m.index + m[0].length));
    else PERSONAL.lastIndex = m.index + 1;
  }
}

/** @param {RegExpExecArray} m */
function personalKind(m) {
  const ending = m[5].replace(/[^0-9A-Z]/g, '');
  const year = (m[1] ? Number(m[1]) * 100 : 2000) + Number(m[2]);
  const day = Number(m[4]);
  const coordination = day > 60;
  if (!isDate(year, Number(m[3]), coordination ? day - 60 : day)) return null;
  if (/[A-Z]/.test(ending[0])) return 'TEMPORARY_NUMBER';
  if (!luhn(m[2] + m[3] + m[4] + ending)) return null;
  return coordination ? 'COORDINATION_NUMBER' : 'PERSONAL_NUMBER';
}

/** @param {number} year @param {number} month @param {number} day */
function isDate(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return month >= 1 && day >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** @param {string} tenDigits */
function luhn(tenDigits) {
  let sum = 0;
  for (let i = 0; i < tenDigits.length; i++) {
    const weighted = (i % 2 === 0 ? 2 : 1) * Number(tenDigits[i]);
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

/** @param {Plain} plain @param {Hit[]} hits */
function phones(plain, hits) {
  for (const m of plain.text.matchAll(PHONE)) {
    const digits = m[0].replace(/[^0-9]/g, '').length;
    const least = m[0].startsWith('0') && !m[0].startsWith('00') ? 8 : 9;
    const found = hit(plain, 'PHONE', m.index, m.index + m[0].length);
    if (digits >= least && digits <= 13 && free(hits, found)) hits.push(found);
  }
}

/** @param {Plain} plain @param {Hit[]} hits @param {RegExp} pattern @param {string} kind */
function cue(plain, hits, pattern, kind) {
  for (const m of plain.text.matchAll(pattern)) {
    const start = m[1] === undefined ? m.index : m.index + m[0].lastIndexOf(m[1]);
    const found = hit(plain, kind, start, start + (m[1] ?? m[0]).length);
    if (free(hits, found)) hits.push(found);
  }
}

/** @param {Hit[]} hits @param {Hit} wanted */
function free(hits, wanted) {
  return !hits.some((h) => h.start < wanted.end && wanted.start < h.end);
}

/** @param {string} text @param {Hit[]} hits */
function masked(text, hits) {
  let out = '';
  let at = 0;
  for (const h of hits) {
    if (certain(h.kind) && h.end > at) {
      out += text.slice(at, Math.max(at, h.start)) + '▮';
      at = h.end;
    }
  }
  return out + text.slice(at);
}
