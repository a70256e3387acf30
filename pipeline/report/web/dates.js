// Days are counted from 1 January 1970 in the proleptic Gregorian calendar; the year 0 is 1 BCE.
// The arithmetic is Howard Hinnant's, "chrono-compatible low-level date algorithms".

function dayNumber(year, month, day) {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

function civil(day) {
  const z = Math.floor(day) + 719468;
  const era = Math.floor(z / 146097);
  const ofEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * ofYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: ofYear - Math.floor((153 * m + 2) / 5) + 1 };
}

function isoDay(day) {
  if (day === null || day === undefined) return '';
  const { year, month, day: d } = civil(day);
  const two = (n) => String(n).padStart(2, '0');
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(d)}`;
}

/** First and last day of what a reader types: 1957, 1957-10, 1957-10-04, -0062; null if it is none of these. */
function typedDays(typed) {
  const parts = /^(-?\d{1,6})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?$/.exec(typed.trim());
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] || 0), Number(parts[3] || 0)];
  if (!parts[2]) return [dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1) - 1];
  if (month < 1 || month > 12) return null;
  const last = (month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)) - 1;
  if (!parts[3]) return [dayNumber(year, month, 1), last];
  const number = dayNumber(year, month, day);
  return day < 1 || number > last ? null : [number, number];
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DIVISIONS = {
  21: ['봄', 'spring'],
  22: ['여름', 'summer'],
  23: ['가을', 'autumn'],
  24: ['겨울', 'winter'],
  33: ['1분기', 'first quarter'],
  34: ['2분기', 'second quarter'],
  35: ['3분기', 'third quarter'],
  36: ['4분기', 'fourth quarter'],
  40: ['상반기', 'first half'],
  41: ['하반기', 'second half'],
};

function ordinal(n) {
  const tail = n % 100 > 10 && n % 100 < 14 ? 'th' : ['th', 'st', 'nd', 'rd'][n % 10] || 'th';
  return `${n}${tail}`;
}

function yearInWords(year) {
  return year > 0 ? say('date.year', { year }) : say('date.bce', { year: 1 - year });
}

/** An EDTF date as people write it: 1957-10-04 is 1957년 10월 4일, 196X is 1960년대, 18XX is 19세기. */
function dateInWords(edtf) {
  if (edtf.includes('/')) {
    const [from, until] = edtf.split('/');
    if (from === '..' || from === '') return say('date.by', { date: dateInWords(until) });
    if (until === '..' || until === '') return say('date.since', { date: dateInWords(from) });
    return say('date.range', { from: dateInWords(from), until: dateInWords(until) });
  }
  const mark = /[~?%]$/.test(edtf) ? edtf.slice(-1) : '';
  const parts = /^(Y?-?[\dX]+)(?:-([\dX]{2}))?(?:-([\dX]{2}))?(?:T.*)?$/.exec(mark ? edtf.slice(0, -1) : edtf);
  if (!parts) return edtf;
  const plain = partsInWords(parts[1].replace('Y', ''), parts[2], parts[3]);
  if (plain === null) return edtf;
  return mark ? say(mark === '?' ? 'date.uncertain' : 'date.about', { date: plain }) : plain;
}

function partsInWords(year, month, day) {
  if (/^\d{3}X$/.test(year)) return say('date.decade', { year: `${year.slice(0, 3)}0` });
  if (/^\d\dXX$/.test(year)) {
    const n = Number(year.slice(0, 2)) + 1;
    return say('date.century', { n: language === 'ko' ? n : ordinal(n) });
  }
  const known = !year.includes('X');
  const inYear = known ? yearInWords(Number(year)) : say('unknown-date');
  if (!month || month === 'XX') return inYear;
  if (DIVISIONS[Number(month)])
    return language === 'ko'
      ? `${inYear} ${DIVISIONS[Number(month)][0]}`
      : `${DIVISIONS[Number(month)][1]} of ${inYear}`;
  const d = day && day !== 'XX' ? Number(day) : null;
  if (language === 'ko') return `${inYear} ${Number(month)}월${d ? ` ${d}일` : ''}`;
  const named = MONTHS[Number(month) - 1];
  return known ? `${d ? `${d} ` : ''}${named} ${inYear}` : `${d ? `${d} ` : ''}${named} (${inYear})`;
}
