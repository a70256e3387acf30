// Gives every event a lane at a scale: short ones above, long ones below, each as high up as it finds room.

const GLYPH = 9;
const FADE = 56;
const LONG = 150;

/** Left and right end of an event's glyph, in pixels from the day 0; an open end fades out after a fixed length. */
function extent(event, pixels) {
  const [first, last] = event.days;
  let left = first === null ? null : first * pixels;
  let right = last === null ? null : (last + 1) * pixels;
  if (left === null) left = right - FADE;
  if (right === null) right = left + FADE;
  if (right - left < GLYPH) {
    const middle = (left + right) / 2;
    [left, right] = [middle - GLYPH / 2, middle + GLYPH / 2];
  }
  return [left, right];
}

/** The first lane that is free from left on, among so many; -1 if there is none. */
function laneFor(ends, left, right, lanes) {
  for (let lane = 0; lane < lanes; lane += 1) {
    if (ends[lane] === undefined || ends[lane] <= left) {
      ends[lane] = right;
      return lane;
    }
  }
  return -1;
}

/**
 * Lays events out at a scale.
 *
 * Short ones whose label finds no room are dots in rows of their own. width(event) is the width of a label in
 * pixels; the result has one place an event that found room ({event, left, right, lane, label}), and how many did not.
 */
function pack(list, pixels, lanes, dots, width) {
  const all = list
    .filter((event) => event.days)
    .map((event) => {
      const [left, right] = extent(event, pixels);
      return { event, left, right, label: true };
    })
    .sort((a, b) => a.left - b.left || a.event.rank - b.event.rank);
  const long = all.filter((place) => place.right - place.left > LONG);
  const short = all.filter((place) => place.right - place.left <= LONG);
  const longEnds = [];
  const cap = Math.max(2, Math.floor(lanes * 0.4));
  for (const place of long)
    place.lane = laneFor(longEnds, place.left, Math.max(place.right, place.left + width(place.event)) + 4, cap);
  const rest = lanes - longEnds.length;
  for (const place of long) if (place.lane >= 0) place.lane = lanes - 1 - place.lane;
  const shortEnds = [];
  const dotEnds = [];
  for (const place of short) {
    place.lane = laneFor(shortEnds, place.left, place.right + width(place.event) + 16, rest);
    if (place.lane < 0) {
      place.label = false;
      place.lane = laneFor(dotEnds, place.left, place.right + 2, dots);
    }
  }
  const placed = all.filter((place) => place.lane >= 0);
  return { placed, left: all.length - placed.length, dots: dotEnds.length };
}
