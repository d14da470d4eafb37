#!/usr/bin/env python3
"""clean.py SEED N DIR: labelled RFID traces at an exit gate (line x = 0, room x < 0). Metres, seconds, dBm. Assumptions:
Site     36 base sites (3 path-loss classes x 3 mountings x 4 air-time classes), jittered anew for each trace.
Antennas 1, 2 at x ~ -0.5 look to -x, 3, 4 at x ~ +0.5 look to +x; y ~ -+0.9 (or nearer), 1-2.2 m high, toed in, tilted.
RSSI     P0 - 10 n log10(d) + tag gain N(0, 2) - directivity 12 (angle / hpbw)^2 (at most front-to-back 14-22 dB) - body
         + shadow (AR(1), 2-3 dB) + Rician fade (K 4-10 dB, AR(1) complex) + noise N(0, 1), rounded to 0.5. Shadow and fade
         are per tag and antenna, lose memory with way moved (0.5 m / 0.1 m) and slowly with time (10 s / 5 s).
Body     loss B (1 - cos a) / 2, a between the side of the bearer the tag is on and the antenna; in hand B = 1-6 dB, on the
         body 7-15 dB (front, back or side); a person between a static tag and an antenna costs it 3-9 dB.
Reads    one antenna at a time, in turn (dwell 40-160 ms); Poisson, R k / (k + 3) per second with k tags in range, R 200-600,
         each equally likely; in range: RSSI before noise above the sensitivity (mean RSSI at 3.5-8 m, at least -78). No
         Gen2 session that silences tags, no phase or Doppler, no reader outage, clock exact.
Motion   straight legs of constant speed (0.5-3 m/s). A tag crosses when it passes the line itself (own offset from the
         bearer counted). One that does not cross stays 0.3 m or more from it. Tags never read are not in the labels."""
import json, math, os, random, sys
KINDS = ["walk_out", "walk_in", "fast_out", "slow_out", "busy_out", "body_out", "body_turn_back", "u_turn", "u_turn_in",
         "turn_back", "linger_stay", "linger_out", "cabinet", "empty_handed", "pass_by", "trolley_out", "trolley_in",
         "trolley_wait", "trolley_wait_out", "two_opposite"]

def draw_site(r):
    n0, mount, air = r.choice([2.0, 2.5, 3.0]), r.choice(["posts", "high", "narrow"]), r.choice([200, 300, 400, 500])
    n, p0, reach = n0 + r.uniform(0, .5), r.uniform(-50, -40), r.uniform(3.5, 8)
    y, z, tilt = {"posts": (.9, 1.2, 0), "high": (.7, 2.0, -.5), "narrow": (.55, 1.5, -.15)}[mount]
    ants, toe = [], r.uniform(0, .4)
    for sx, sy in ((-1, -1), (-1, 1), (1, -1), (1, 1)):                     # antennas 1, 2 inside; 3, 4 outside
        az, el = toe + r.gauss(0, .08), tilt + r.gauss(0, .08)
        ants.append(((sx * .5 + r.uniform(-.15, .15), sy * y + r.uniform(-.1, .1), z + r.uniform(-.2, .2)),
                     (sx * math.cos(az) * math.cos(el), -sy * math.sin(az) * math.cos(el), math.sin(el)), r.gauss(0, .7)))
    return dict(n=n, p0=p0, sens=max(p0 - 10 * n * math.log10(reach), -78), ants=ants, rate=air + r.uniform(0, 100),
                hpbw=math.radians(r.uniform(60, 85)), fb=r.uniform(14, 22), sh=r.uniform(2, 3), K=10 ** r.uniform(.4, 1),
                dwell=r.uniform(.04, .16), order=r.choice([[0, 1, 2, 3], [0, 2, 1, 3]]), block=r.uniform(3, 9))

class Mover:
    """A person or trolley: legs are (x, y, speed) or a pause in seconds; points = [(t, x, y)]."""
    def __init__(self, r, start, legs, y=None):
        y = r.uniform(-.35, .35) if y is None else y
        t, x, self.points = 0, start, [(0, start, y)]
        for leg in [r.uniform(.3, 2)] + legs:
            if isinstance(leg, tuple):
                t += math.hypot(leg[0] - x, leg[1] - y) / leg[2]; x, y = leg[:2]
            else: t += leg
            self.points.append((t, x, y))
    def at(self, t):                                                       # position and heading
        hx, hy = next((b[1] - a[1], b[2] - a[2]) for a, b in zip(self.points, self.points[1:]) if a[1:] != b[1:])
        for a, b in zip(self.points, self.points[1:]):
            if a[1:] != b[1:]: hx, hy = b[1] - a[1], b[2] - a[2]
            if t < b[0]:
                f = (t - a[0]) / (b[0] - a[0])
                return a[1] + f * (b[1] - a[1]), a[2] + f * (b[2] - a[2]), math.atan2(hy, hx)
        return b[1], b[2], math.atan2(hy, hx)

class Tag:
    def __init__(self, r, mover, x, y, z, body=0., side=0.):               # x, y: place, or offset from the mover
        self.epc = "3034257BF4%014X" % r.getrandbits(56)
        self.mover, self.o, self.body, self.side, self.gain, self.state = mover, (x, y, z), body, side, r.gauss(0, 2), {}
    def place(self, where):
        x, y, h = where[self.mover] if self.mover else (0, 0, 0)
        return (self.o[0] + x, self.o[1] + y, self.o[2]), h + self.side
    def label(self):
        pts = [(t, x + self.o[0], y) for t, x, y in self.mover.points] if self.mover else []
        cross = [{"t_us": round(1e6 * (a[0] + (b[0] - a[0]) * a[1] / (a[1] - b[1]))), "direction": "OUT" if b[1] > 0 else "IN"}
                 for a, b in zip(pts, pts[1:]) if (a[1] < 0) != (b[1] < 0)]
        return {"crossings": cross, "moves": any(math.dist(pts[0][1:], p[1:]) > .3 for p in pts)}

def scene(r, kind):
    """Movers and tags of one trace; lower and upper count of static tags by kind."""
    v = r.uniform(2.2, 3) if kind == "fast_out" else r.uniform(.5, .8) if kind == "slow_out" else r.uniform(.5, 3)
    y, far, out, stop = r.uniform(-.35, .35), -r.uniform(2.5, 5), r.uniform(2.5, 4.5), -r.uniform(.65, 1.6)
    if "trolley" in kind: v, stop = r.uniform(.5, 1.6), stop - .3
    go = lambda x: (x, y, v)
    if kind in ("walk_in", "trolley_in"): start, legs = out, [go(far)]
    elif kind == "u_turn": start, legs = far, [go(r.uniform(.6, 2.5)), r.uniform(.1, 2), go(far)]
    elif kind == "u_turn_in": start, legs = out, [go(-r.uniform(.6, 2.5)), r.uniform(.1, 2), go(out)]
    elif kind in ("turn_back", "body_turn_back"): start, legs = far, [go(stop), r.uniform(.1, 1.5), go(far)]
    elif kind == "linger_stay" or kind == "trolley_wait":
        start, legs = far, [go(stop)] + [q for _ in range(r.randint(2, 4)) for q in
                            (r.uniform(1, 4), (stop + r.uniform(-.25, .1), y + r.uniform(-.3, .3), .5))]
        if r.random() < .5: legs.append(go(far))
    elif kind in ("linger_out", "trolley_wait_out"): start, legs = far, [go(stop), r.uniform(3, 14), go(out)]
    elif kind == "pass_by":
        y, s = r.uniform(-4, -2.5), r.choice([-1, -1, 1]); start = s * r.uniform(.6, 2); legs = [(start + s * r.uniform(0, .3), -y, v)]
    else: start, legs = far, [go(out)]
    movers = [Mover(r, start, legs, y)]
    if kind == "two_opposite":
        movers = [Mover(r, far, [(out, -.3, v)], -.3), Mover(r, out, [(far, .3, max(.5, v * r.uniform(.7, 1)))], .3)]
    tags, trolley = [], "trolley" in kind
    for m in movers if kind not in ("cabinet", "empty_handed") else []:
        for _ in range(50 if trolley else r.choice([1, 1, 2, 3])):
            w = .4 if trolley else .2
            tags.append(Tag(r, m, r.uniform(-w, w), r.uniform(-w, w) * .7, r.uniform(.3, 1.2) if trolley else r.uniform(.8, 1.4),
                            r.uniform(7, 15) if "body" in kind else r.uniform(1, 6), r.choice([0, math.pi, 1.57, -1.57])))
    if kind == "cabinet" and r.random() < .4: movers = [Mover(r, -8, [r.uniform(6, 20), (-8.1, 9, 1)], 9)]   # nobody near
    low, high = {"busy_out": (80, 150), "cabinet": (20, 150), "empty_handed": (20, 150)}.get(kind, r.choice([(0, 0), (1, 20), (20, 60), (60, 120)]))
    cx, cy = -2 + r.uniform(-.1, .1), r.choice([-1, 1]) * r.uniform(.6, 1.6)                               # the cabinet
    for _ in range(r.randint(low, high)):
        if kind == "cabinet" or r.random() < .6: p = cx + r.uniform(-.2, .2), cy + r.uniform(-.4, .4)
        else: p = r.choice([-1] * 9 + [1]) * r.uniform(1, 5), r.choice([-1, 1]) * r.uniform(.6, 2.5)
        tags.append(Tag(r, None, *p, r.uniform(.3, 1.9), r.uniform(0, 3), r.uniform(-3.14, 3.14)))
    end = max(m.points[-1][0] for m in movers) + r.uniform(.7, 2)
    return movers, tags, min(40, max(5, end))

def level(r, s, tag, a, t, where, movers):
    """RSSI before noise; state = (t, x, y, shadow, fade re, fade im) of this tag at this antenna."""
    (p, face), (q, bore, off), old, g, k = tag.place(where), s["ants"][a], tag.state.get(a), r.gauss, math.sqrt(.5)
    u = [p[i] - q[i] for i in range(3)]; d = max(.2, math.hypot(*u))
    theta = math.acos(max(-1, min(1, sum(x * y for x, y in zip(u, bore)) / d)))
    loss, flat = min(s["fb"], 12 * (theta / s["hpbw"]) ** 2), max(.05, math.hypot(u[0], u[1]))
    loss += tag.body * (1 + (math.cos(face) * u[0] + math.sin(face) * u[1]) / flat) / 2
    for m in movers if not tag.mover else ():                              # somebody stands in between
        x, y, _ = where[m]; f = ((x - q[0]) * u[0] + (y - q[1]) * u[1]) / flat ** 2
        if 0 < f < 1 and math.hypot(x - q[0] - f * u[0], y - q[1] - f * u[1]) < .25: loss += s["block"]
    if old is None: sh, re, im = g(0, s["sh"]), g(0, k), g(0, k)
    else:
        ds, dt = math.hypot(p[0] - old[1], p[1] - old[2]), t - old[0]
        c = math.exp(-ds / .5 - dt / 10); e = math.exp(-ds / .1 - dt / 5)
        sh = c * old[3] + math.sqrt(1 - c * c) * g(0, s["sh"]); w = k * math.sqrt(1 - e * e)
        re, im = e * old[4] + g(0, w), e * old[5] + g(0, w)
    tag.state[a] = (t, p[0], p[1], sh, re, im)
    fade = 20 * math.log10(max(.02, math.hypot(math.sqrt(s["K"]) + re, im) / math.sqrt(s["K"] + 1)))
    return s["p0"] + off - 10 * s["n"] * math.log10(d) + tag.gain - loss + sh + fade

def trace(r, kind):
    s = draw_site(r); movers, tags, end = scene(r, kind)
    reads, t, turn, on, last = [], 0., 0, 0., {}
    while t < end:                                                         # slots of 20 ms within the dwell of an antenna
        if t >= on: turn, on = turn + 1, t + s["dwell"]
        a, where, step = s["order"][turn % 4], {m: m.at(t) for m in movers}, min(.02, on - t + 1e-6)
        for g in tags:
            if g.mover or t - last.get((g, a), (-1,))[0] > .1: last[g, a] = t, level(r, s, g, a, t, where, movers)
        near = [g for g in tags if last[g, a][1] > s["sens"]]
        rate, q = s["rate"] * len(near) / (len(near) + 3), t
        while near and (q := q + r.expovariate(rate)) < min(t + step, end):
            g = r.choice(near)
            reads.append({"t_us": int(q * 1e6), "antenna": a + 1, "epc": g.epc, "rssi_dbm": round(2 * (last[g, a][1] + r.gauss(0, 1))) / 2})
        t += step
    seen = {x["epc"] for x in reads}
    return reads, {g.epc: g.label() for g in tags if g.epc in seen}
def main(seed, n, folder):
    os.makedirs(folder, exist_ok=True)
    zones, labels = [{"id": i, "zone": "INSIDE" if i < 3 else "OUTSIDE"} for i in (1, 2, 3, 4)], {}
    json.dump({"code": "P-101", "antennas": zones}, open(os.path.join(folder, "portal.json"), "w"))
    for i in range(n):
        r, kind = random.Random(f"{seed}/{i}"), KINDS[i % len(KINDS)]
        reads, tags = trace(r, kind)
        labels[name := f"{i:04d}_{kind}.jsonl"] = {"kind": kind, "tags": tags}
        with open(os.path.join(folder, name), "w") as f: f.writelines(json.dumps(x) + "\n" for x in reads)
    json.dump(labels, open(os.path.join(folder, "labels.json"), "w"), indent=1)

if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
