// The guard in the page: the same patterns as ground.privacy.GuardRules, both held to the same list of cases. Runs here alone, nothing
// is sent anywhere. Every repetition is bounded, so no text makes a pattern slow.

const GAPS = ' \t\n\r.-+/_:*·•~\'’';
const TEMPORARY = /(?<![0-9])(?:(?:18|19|20)[ -]?)?([0-9]{2})[ .\-/]?([0-9]{2})[ .\-/]?([0-9]{2})(?:[ ]?[-+/]?[ ]?[Tt][Ff][ ]?[0-9]{2}|[-+][A-Za-z][0-9]{3}|[A-Z][0-9]{3})(?![0-9])/g;

const AT = '(?:[ ]?@[ ]?|[ ]?[(\\[{][ ]?(?:at|AT|snabel-?a)[ ]?[)\\]}][ ]?|[ ]snabel-?a[ ])';
const DOT = '(?:\\.|[ ]?[(\\[{](?:punkt|dot)[)\\]}][ ]?)';
const EMAIL = new RegExp('(?<![\\p{L}0-9._%+\\-])[\\p{L}0-9._%+\\-]{1,64}' + AT + '[\\p{L}0-9\\-]{1,63}(?:' + DOT + '[\\p{L}0-9\\-]{1,63}){0,5}' +
  DOT + '\\p{L}{2,24}(?!\\p{L})', 'gu');

const START = '(?<![0-9])(?<![0-9][.,:-])';
const S = '[ ./()-]{0,3}';
/** Patterns of phone numbers, what to put in front of the digits, and how many there may be. @type {[RegExp, string, number, number][]} */
const PHONES = [
  [new RegExp(START + '(?:(?:\\+|00)[ ]?46|46(?=[ -]?7[02369]))' + S + '(?:0' + S + ')?([1-9](?:' + S + '[0-9]){6,8})(?![0-9])', 'g'), '0', 8, 10],
  [new RegExp(START + '(?!0[0-9][.:][0-5][0-9][ ]?-)\\(?(0' + S + '7' + S + '[02369](?:' + S + '[0-9]){7})(?![0-9])', 'g'), '', 10, 10],
  [new RegExp(START + '(?![0-9]{2}-[0-9]{2}-(?:19|20)[0-9]{2})\\(?(0[1-9][0-9]{0,2}[ ]?[-/)][ ]?[1-9](?:[ -]?[0-9]){4,7})(?![0-9])', 'g'), '', 8, 10],
  [new RegExp(START + '(0[1-9][0-9]{0,2}[ ][1-9][0-9]{1,2}(?:[ ][0-9]{2,3}){1,3})(?![0-9])', 'g'), '', 9, 10],
  [new RegExp(START + '(0[1-9][0-9]{7,8})(?![0-9])', 'g'), '', 9, 10],
  [/(?:tel|telefon|telefonnummer|telnr|mobil|mobilnr|ring|ringa|ringer|sms:?a|nummer|nr)[.:]{0,2}[ ]{0,2}(?:till |hem |på )?(0[1-9](?:[ ]?[0-9]){6,8})(?![0-9])/gi, '', 8, 10],
  [new RegExp(START + '(?:\\+[ ]?|00)(?!46)([1-9](?:[ ./()-]{0,2}[0-9]){7,13})(?![0-9])', 'g'), '00', 10, 16],
];
const CUED_PHONE = 5;
// Numbers that lead to an authority; one that ends in * stands for its series. The same as AuthorityNumbers ships.
const AUTHORITIES = ['020*', '077*', '0104566700', '0105625000', '0105687000', '087021680'];

const LETTERS = '[A-HJ-PR-UW-Za-hj-pr-uw-z]{3}';
const SIGNS = '[0-9]{2}[0-9A-HJ-PR-UW-Za-hj-pr-uw-z]';
const ALONE = '(?![A-ZÅÄÖa-zåäö0-9])';
const PLATE = new RegExp('(?<![A-ZÅÄÖa-zåäö0-9])(' + LETTERS + ')([ ]?[-·]?[ ]?)' + SIGNS + ALONE, 'g');
const CUED_PLATE = new RegExp('(?<![A-ZÅÄÖa-zåäö])(?:[Rr][Ee][Gg](?:istrerings)?\\.?[ -]?(?:nr|NR|nummer|skylt|skylten|plåt|plåten)?' +
  '|[Ss]kylt|[Ss]kylten|[Nn]ummerplåt|[Nn]ummerplåten|[Bb]ilnummer)[ :.]{1,3}(?:är |med |nr |nummer )?(' + LETTERS + '[ -]?' + SIGNS + ')' + ALONE, 'g');
const NEVER = new Set('epa brf dnr rum hus ner kod tel klr bus lgh'.split(' '));
const WORDS = new Set((
  'akt apr aug bar box bro btj byn dag dec del dem den det dom edp ena era etg ett eur fax feb fel fem gal gam gps gta gul gym ' +
  'hal han har hej hel hem hen hon hos hsb hsl hur jan jul jun kan kap kom kwh led lok lss maj man mar max men mer mhz mms mob ' +
  'mon mot ned nej nya obs och okt par pdf per pga pub rad ral ram reg sal sek sen sep ser sex sfs sms sol sos str tag tal tar tog ' +
  'ton top tor tre trp tun typ upp usd ute zon'
).split(' '));

const NAMED = /\b(?:[Hh][Ee][Tt][Ee][Rr]|[Kk][Aa][Ll][Ll][Aa][Ss](?: [Ff][Öö][Rr])?|[Nn][Aa][Mm][Nn][Ee][Tt]|[Vv][Ii][Dd] [Nn][Aa][Mm][Nn])[ ]{1,2}([A-ZÅÄÖ][a-zåäöéü]{1,24}(?:[ -][A-ZÅÄÖ][a-zåäöéü]{1,24}){0,2})/g;
const TWO_CAPITALISED = /(?<=[a-zåäö,;] )([A-ZÅÄÖ][a-zåäöéü]{1,24}[ ][A-ZÅÄÖ][a-zåäöéü]{1,24}(?:son|sson|ström|berg|gren|lund|qvist|kvist|blad|man|dahl|stedt|ell|in|én))\b/g;
const APARTMENT = /(?<![\p{L}\p{N}])(?:lgh|lght|lägenhet|lägenheten|lägenhetsnummer|lägenhetsnr|lghnr|lgh-nr)[.:]?[ ]{0,2}(?:nr\.?[ ]?|nummer[ ])?[A-Za-z]?[ -]?[0-9]{1,4}[A-Za-z]?(?![\p{L}\p{N}])/giu;
const APARTMENT_OF_ADDRESS = /(?:gatan|vägen|gränd|gränden|stigen|torget|allén|backen)[ ][0-9]{1,3}[ ]?[A-Za-z]?,[ ](1[0-9]0[1-9])(?![\p{L}\p{N}])/giu;
const HEALTH = /(?<![\p{L}\p{N}])(?:psykisk(?:t|a)?[ ](?:sju[kt]a?|ohälsa|störd|funktions\p{L}{1,20})|psyksju\p{L}{1,3}|psykos(?:en|er|sjuk|sjuka)?|psykotisk(?:t|a)?|psykbryt|schizofren\p{L}{0,4}|bipolär(?:t|a)?|deprimerad(?:e)?|depression(?:en|er)?|missbrukar\p{L}{0,4}|missbruksproblem\p{L}{0,3}|narkoman\p{L}{0,4}|alkoholis\p{L}{0,5}|alkoholiserad(?:e)?|knarkare|knarkaren|knarkarna|pundare|pundaren|pundarna|diagnos\p{L}{0,4}|adhd|autis\p{L}{0,5}|asperger\p{L}{0,2}|dement\p{L}{0,3}|demens\p{L}{0,7}|alzheimer\p{L}{0,2}|självmord\p{L}{0,12}|självskad\p{L}{0,12}|suicid\p{L}{0,4}|handikappa(?:d|de)|funktionsneds\p{L}{0,8}|funktionshind\p{L}{0,8}|utvecklingsstör\p{L}{0,5}|epilep\p{L}{0,6}|hiv-?(?:smittad|positiv)\p{L}{0,2}|cp-skad\p{L}{0,3}|rullstolsburen|rullstolsburna|abstinens\p{L}{0,7}|metadon\p{L}{0,12}|gravid(?:a)?|cancersjuk(?:a)?)(?![\p{L}\p{N}])/giu;
const ETHNICITY = /(?<![\p{L}\p{N}])(?:invandrar\p{L}{0,6}|zigenar\p{L}{0,3}|rom(?:er|erna|sk|ska|skt)|somali\p{L}{0,4}|arab(?:er|erna|isk|iska|iskt)|afghan\p{L}{0,4}|afrikan\p{L}{0,4}|asiat\p{L}{0,4}|syri(?:er|erna|sk|ska)|syrian\p{L}{0,4}|irak(?:ier|ierna|isk|iska)|iranier\p{L}{0,2}|iransk(?:a)?|kurd(?:er|erna|isk|iska)|eritrean\p{L}{0,4}|alban(?:er|erna|sk|ska)|rumän(?:er|erna|sk|ska)|bulgar(?:er|erna|isk|iska)|turkar(?:na)?|muslim\p{L}{0,4}|jud(?:e|en|ar|arna|inna|isk|iska)|same(?:r|rna)|svart(?:a)?[ ](?:man|mannen|män|kille|killar|tjej|tjejer|person|personer|ungdomar)|svartskall\p{L}{0,4}|blatt(?:e|en|ar|arna)|neger|negern|negrer|utländsk(?:t|a)?[ ](?:utseende|ursprung|härkomst|bakgrund|påbrå)|utomnordisk(?:t|a)?|mörkhy\p{L}{0,4})(?![\p{L}\p{N}])/giu;

const CERTAIN = new Set(['PERSONAL_NUMBER', 'COORDINATION_NUMBER', 'TEMPORARY_NUMBER', 'EMAIL', 'PHONE', 'PLATE']);

/** @typedef {{kind: string, start: number, end: number}} Hit */

/**
 * Finds personal data, and masks what is certain.
 * @param {string} text
 * @param {string[]} own the municipality's own numbers that are nobody's, written as AUTHORITIES
 * @returns {{text: string, hits: Hit[]}}
 */
export function guard(text, own = []) {
  const plain = plainOf(text);
  /** @type {Hit[]} */
  const hits = [];
  const open = authorities(own);
  personal(plain, hits, (digits) => AUTHORITIES.includes(digits) || own.includes(digits));
  temporary(plain, hits);
  all(plain, hits, EMAIL, 'EMAIL');
  phones(plain, hits, open);
  plates(plain, hits);
  for (const pattern of [NAMED, TWO_CAPITALISED]) all(plain, hits, pattern, 'NAME');
  for (const pattern of [APARTMENT, APARTMENT_OF_ADDRESS]) all(plain, hits, pattern, 'APARTMENT');
  all(plain, hits, HEALTH, 'HEALTH');
  all(plain, hits, ETHNICITY, 'ETHNICITY');
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  return { text: masked(text, hits), hits };
}

/** @param {string} kind */
export const certain = (kind) => CERTAIN.has(kind);

/** @typedef {{text: string, starts: number[], ends: number[]}} Plain */

// A text as the patterns read it: digits and letters of every width and style made plain, zero-width and soft signs and loose accents left
// out, odd spaces and dashes made ordinary.
/** @param {string} written @returns {Plain} */
function plainOf(written) {
  let text = '';
  const starts = [];
  const ends = [];
  let at = 0;
  for (const sign of written) {
    const next = at + sign.length;
    if (/[\p{Mn}\p{Me}]/u.test(sign)) {
      const last = text.length - 1;
      const joined = last < 0 ? '' : (text[last] + sign).normalize('NFC');
      if (joined.length === 1) text = text.slice(0, last) + joined;
      if (last >= 0) ends[last] = next;
    } else {
      for (const unit of plainSign(sign).split('')) {
        text += unit;
        starts.push(at);
        ends.push(next);
      }
    }
    at = next;
  }
  return { text, starts, ends };
}

/** @param {string} sign */
function plainSign(sign) {
  const code = /** @type {number} */ (sign.codePointAt(0));
  if (code < 0x80) return sign;
  if (/\p{Cf}/u.test(sign)) return '';
  if (/\p{Z}/u.test(sign)) return ' ';
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return '-';
  return /\p{Nd}/u.test(sign) ? String(digit(code)) : sign.normalize('NFKC');
}

// Decimal digits stand in rows of ten, of which the first is the zero.
/** @param {number} code */
function digit(code) {
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

/** @param {Plain} plain @param {string} kind @param {number} start @param {number} end @returns {Hit} */
const hit = (plain, kind, start, end) => ({ kind, start: plain.starts[start], end: plain.ends[end - 1] });

/** @param {Hit[]} hits @param {Hit} wanted */
function addIfFree(hits, wanted) {
  if (!hits.some((h) => h.start < wanted.end && wanted.start < h.end)) hits.push(wanted);
}

// Adds every match, of its first group if it has one, which then ends it.
/** @param {Plain} plain @param {Hit[]} hits @param {RegExp} pattern @param {string} kind */
function all(plain, hits, pattern, kind) {
  for (const m of plain.text.matchAll(pattern)) {
    const end = m.index + m[0].length;
    addIfFree(hits, hit(plain, kind, m[1] === undefined ? m.index : end - m[1].length, end));
  }
}

/** @param {string[]} own @returns {(digits: string) => boolean} */
function authorities(own) {
  const numbers = [...AUTHORITIES, ...own];
  return (digits) => numbers.some((n) => (n.endsWith('*') ? digits.startsWith(n.slice(0, -1)) : n === digits));
}

// Personnummer and samordningsnummer of ten or twelve digits however they are split; date and check digit must hold.
/** @param {Plain} plain @param {Hit[]} hits @param {(digits: string) => boolean} open */
function personal(plain, hits, open) {
  const { text } = plain;
  for (let at = 0; at < text.length; at++) {
    if (!isDigit(text[at]) || isDigit(text[at - 1])) continue;
    const digits = digitsAt(text, at);
    for (const size of [12, 10]) {
      const kind = personalKind(text, digits, size);
      if (!kind) continue;
      if (!open(digits.all.slice(0, size))) {
        hits.push(hit(plain, kind, at, digits.ends[size - 1]));
        at = digits.ends[size - 1] - 1;
      }
      break;
    }
  }
}

/** @param {string | undefined} sign */
const isDigit = (sign) => sign !== undefined && sign >= '0' && sign <= '9';

// Up to twelve digits from one place on, with what stands in front of each and where each ends.
/** @typedef {{all: string, gaps: string[], ends: number[]}} Digits */
/** @param {string} text @param {number} start @returns {Digits} */
function digitsAt(text, start) {
  const digits = { all: '', gaps: /** @type {string[]} */ ([]), ends: /** @type {number[]} */ ([]) };
  for (let from = start; digits.all.length < 12; ) {
    let to = from;
    while (to < text.length && to - from < 3 && GAPS.includes(text[to])) to++;
    if (!isDigit(text[to])) break;
    digits.gaps.push(text.slice(from, to));
    digits.all += text[to];
    from = to + 1;
    digits.ends.push(from);
  }
  return digits;
}

/** @param {string} text @param {Digits} digits @param {number} size */
function personalKind(text, digits, size) {
  const { all, gaps, ends } = digits;
  if (all.length < size || isDigit(text[ends[size - 1]]) || !parted(gaps, size) || isTime(digits, size)) return null;
  const century = size === 12 ? Number(all.slice(0, 2)) : 20;
  if (century < 18 || century > 20) return null;
  const ten = all.slice(size - 10, size);
  const day = Number(ten.slice(4, 6));
  const year = century * 100 + Number(ten.slice(0, 2));
  if (!isDate(year, Number(ten.slice(2, 4)), day > 60 ? day - 60 : day) || !luhn(ten)) return null;
  return day > 60 ? 'COORDINATION_NUMBER' : 'PERSONAL_NUMBER';
}

// A number is parted between date and last four, or nowhere, or after the century alone.
/** @param {string[]} gaps @param {number} size */
function parted(gaps, size) {
  return gaps[size - 4] !== '' || gaps.slice(1, size).every((gap, i) => gap === '' || (size === 12 && i === 1));
}

// "2026-11-21 21.40" and "2026-11-21 2140" tell when, not who.
/** @param {Digits} digits @param {number} size */
function isTime({ all, gaps }, size) {
  const before = gaps[size - 4];
  const within = gaps[size - 2];
  if (!before.includes(' ') || Number(all.slice(size - 4, size - 2)) > 23 || Number(all.slice(size - 2, size)) > 59) return false;
  const isoDay = size === 12 && gaps[4] === '-' && gaps[6] === '-';
  return within === '.' || within === ':' || (within === '' && isoDay && before.trim() === '' && all.startsWith('20'));
}

/** @param {Plain} plain @param {Hit[]} hits */
function temporary(plain, hits) {
  for (const m of plain.text.matchAll(TEMPORARY)) {
    const day = Number(m[3]);
    if (isDate(2000 + Number(m[1]), Number(m[2]), day > 60 ? day - 60 : day)) {
      addIfFree(hits, hit(plain, 'TEMPORARY_NUMBER', m.index, m.index + m[0].length));
    }
  }
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

/** @param {Plain} plain @param {Hit[]} hits @param {(digits: string) => boolean} open */
function phones(plain, hits, open) {
  PHONES.forEach(([pattern, prefix, fewest, most], i) => {
    for (const m of plain.text.matchAll(pattern)) {
      const digits = prefix + m[1].replace(/[^0-9]/g, '');
      const end = m.index + m[0].length;
      const start = i === CUED_PHONE ? end - m[1].length : m.index;
      if (digits.length >= fewest && digits.length <= most && !open(digits)) addIfFree(hits, hit(plain, 'PHONE', start, end));
    }
  });
}

// Small letters with a space between ("vid 123") are a plate only after a word that says so.
/** @param {Plain} plain @param {Hit[]} hits */
function plates(plain, hits) {
  all(plain, hits, CUED_PLATE, 'PLATE');
  for (const m of plain.text.matchAll(PLATE)) {
    const small = m[1].toLowerCase();
    const capitals = m[1] === m[1].toUpperCase();
    const close = m[2] === '';
    if ((capitals || close) && !NEVER.has(small) && ((capitals && close) || !WORDS.has(small))) {
      addIfFree(hits, hit(plain, 'PLATE', m.index, m.index + m[0].length));
    }
  }
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
