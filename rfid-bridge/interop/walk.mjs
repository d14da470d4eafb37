// A tag carried out through the gate at 1.2 m/s: antennas 1 and 2 look at the room from 0.6 m before the line, 3 and 4 at the
// corridor from 0.6 m behind it, each visited for 20 ms in turn.
const HALF_WAY = 1.2;
const SPEED = 1.2;
const VISIT_MS = 20;
const WEAKEST_DBM = -66;

const strengthAt = (place, antenna) => {
  const distance = Math.hypot(place - (antenna <= 2 ? -0.6 : 0.6), 0.5);
  return -48 - 35 * Math.log10(distance / 0.5);
};

// Every read in the order of time: { atMs, antenna, dbm }.
export function walkOut() {
  const reads = [];
  const visits = (2 * HALF_WAY) / SPEED / (VISIT_MS / 1000);
  for (let visit = 0; visit <= visits; visit++) {
    const antenna = 1 + (visit % 4);
    const place = -HALF_WAY + (SPEED * visit * VISIT_MS) / 1000;
    const dbm = Math.round(strengthAt(place, antenna));
    if (dbm >= WEAKEST_DBM) reads.push({ atMs: visit * VISIT_MS, antenna, dbm });
  }
  return reads;
}
