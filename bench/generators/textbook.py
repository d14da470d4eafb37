#!/usr/bin/env python3
"""Labelled RFID traces at an exit gate.   python3 textbook.py SEED N DIR

ASSUMPTIONS (plain textbook values; the site is drawn anew for every trace)
Site      Line x=0, room x<0. Portal 1.6-2.4 m wide; antennas at y=+-w/2, 1.4-2.2 m up, 0.1-0.5 m to their own side of the
          line; 1,2 look to -x, 3,4 to +x, turned 0-40 deg to the middle, tilted 0-30 deg down, each hung off by some 4 deg.
Antenna   Power pattern cos^3 (75 deg beam), never below the front-to-back ratio of 12-20 dB (one way).
Path      One way PL = 31 dB + 10 n log10(d), n 1.8-2.6; EIRP 31-36 dBm. Tag wakes above -18 dBm (a draw of 1 dB each time).
          RSSI = tag power - 6 dB modulation - 3 dB cable + 6 dB reader antenna - PL + pattern - losses; per-antenna offset
          (s.d. 1 dB), noise of 1-2 dB per read, rounded to 0.5 dB; nothing under -84 dBm is heard.
Tag       Orientation/material loss 0-6 dB one way (in a trolley 0-8).
Shadowing Gaussian, 2-4 dB one way per tag and antenna; for moving tags it decorrelates over 0.5 m of the way.
Fades     Moving: one in 1.5 m of the way per antenna, 4-15 cm long, 6-18 dB one way. Static: 10 % of links, for good.
Body      Fixed loss 6-10 dB one way. Tag against the body: whole when the body is between tag and antenna, and 3 dB always.
          Tag in the hand: half, when the antenna is behind. Anybody else within 0.25 m of the sight line: whole.
Air time  Reader goes round 1-2-3-4 or 1-3-2-4, dwell 25/50/100 ms. Each inventory round: 6 ms of overhead, then the tags
          in range in random order, 90 % succeed; the dwell's end cuts a round short. Slots are timed so that 200-400 reads/s
          come out net while the field is full (fewer when an antenna has few tags in range).
Static    In any trace: none, 1-30, 30-100 or 100-150 tags; all in a cabinet 2 m inside, or spread 2-6 m inside; in one of
          six sites a tenth of them stands 2-5 m outside.
Movement  Straight legs at constant speed, 0.5-3 m/s (trolleys 0.5-2), from 3-6 m off the line to 3-6 m beyond. Tags keep
          their offset from the carrier (they do not swing round on turning). Who does not cross keeps each tag at least
          0.4 m from the line; a U-turn goes at least 0.5 m beyond it with each tag.
Left out  Interference, tag collisions beyond the 10 %, curved ways, changes of pace, reader pauses, clock errors.
"""
import bisect, json, math, os, random, sys

KINDS = ["walk_out", "walk_in", "u_turn", "turn_back", "linger", "static_cabinet", "static_spread", "trolley_out",
         "trolley_in", "trolley_wait", "two_opposite", "body_out", "body_in", "crowded_out"]
ZONE = {1: -1, 2: -1, 3: 1, 4: 1}


class Path:
    """Way of a carrier: waypoints (t, x, y), straight between them."""
    def __init__(self, x, y, t=0.0):
        self.t, self.x, self.y = [0.0], [x], [y]
        self.wait(t)
    def wait(self, s):
        if s > 0: self.t.append(self.t[-1] + s); self.x.append(self.x[-1]); self.y.append(self.y[-1])
        return self
    def go(self, x, y, v):
        d = math.hypot(x - self.x[-1], y - self.y[-1])
        if d > 1e-6: self.t.append(self.t[-1] + d / v); self.x.append(x); self.y.append(y)
        return self
    def at(self, t):                                     # -> x, y, metres walked so far, heading in x
        i = min(max(bisect.bisect_right(self.t, t), 1), len(self.t) - 1)
        f = min(1.0, max(0.0, (t - self.t[i-1]) / (self.t[i] - self.t[i-1])))
        return (self.x[i-1] + f * (self.x[i] - self.x[i-1]), self.y[i-1] + f * (self.y[i] - self.y[i-1]),
                self.way[i-1] + f * (self.way[i] - self.way[i-1]), self.head[i])
    def close(self):
        self.way, self.head = [0.0], [0]
        for i in range(1, len(self.t)):
            dx = self.x[i] - self.x[i-1]
            self.way.append(self.way[-1] + math.hypot(dx, self.y[i] - self.y[i-1]))
            self.head.append((1 if dx > 0 else -1) if abs(dx) > 0.25 else self.head[-1])
        first = next((h for h in self.head if h), 1)
        self.head = [h or first for h in self.head]
        return self


class Tag:
    def __init__(self, r, site, pos, path=None, carry="", side=1, loss=6.0):
        self.epc = "3034257BF4" + "%014X" % r.getrandbits(56)
        self.pos, self.path, self.carry, self.side = pos, path, carry, side   # pos: place, or offset from the carrier
        self.loss = r.uniform(0, loss) + (3.0 if carry == "body" else 0.0)
        way = path.way[-1] if path else 0.0
        self.shadow, self.fades = {}, {}
        for a in ZONE:                                   # shadowing on a 0.1 m grid along the way, AR(1)
            s, rho = [r.gauss(0, site["shadow"])], math.exp(-0.1 / 0.5)
            for _ in range(int(way / 0.1) + 2):
                s.append(rho * s[-1] + math.sqrt(1 - rho * rho) * r.gauss(0, site["shadow"]))
            self.shadow[a] = s
            self.fades[a] = [(u, u + r.uniform(.04, .15), r.uniform(6, 18))
                             for u in (r.uniform(0, way) for _ in range(int(way / 1.5 + r.random())))]
            if not path and r.random() < 0.1: self.fades[a] = [(-1, 1, r.uniform(6, 18))]
    def at(self, t):
        if not self.path: return self.pos + (0.0, 1)
        x, y, way, head = self.path.at(t)
        return x + self.pos[0], y + self.pos[1], self.pos[2], way, head


def draw_site(r):
    s = {"n": r.uniform(1.8, 2.6), "eirp": r.uniform(31, 36), "fb": r.uniform(12, 20), "shadow": r.uniform(2, 4),
         "noise": r.uniform(1, 2), "body": r.uniform(6, 10), "rate": r.uniform(200, 400),
         "dwell": r.choice([.025, .05, .1]), "order": r.choice([(1, 2, 3, 4), (1, 3, 2, 4)]), "ant": {}}
    w, z, dx = r.uniform(1.6, 2.4), r.uniform(1.4, 2.2), r.uniform(.1, .5)
    yaw, tilt = r.uniform(0, 40), r.uniform(0, 30)
    for a, zone in ZONE.items():
        y = -w / 2 if a in (1, 3) else w / 2
        p, q = math.radians(yaw + r.gauss(0, 4)), math.radians(tilt + r.gauss(0, 4))
        look = (zone * math.cos(p) * math.cos(q), -math.copysign(1, y) * math.sin(p) * math.cos(q), -math.sin(q))
        s["ant"][a] = (zone * dx, y, z, look, r.gauss(0, 1))
    return s


def link(site, tag, a, t, people):
    """-> power at the tag (dBm), RSSI without noise (dBm)"""
    x, y, z, way, head = tag.at(t)
    ax, ay, az, look, off = site["ant"][a]
    vx, vy, vz = x - ax, y - ay, z - az
    d = max(0.2, math.sqrt(vx * vx + vy * vy + vz * vz))
    c = (vx * look[0] + vy * look[1] + vz * look[2]) / d
    g = max(-site["fb"], 30 * math.log10(c)) if c > 0 else -site["fb"]
    u = way / 0.1
    i = int(u)
    g -= tag.loss + tag.shadow[a][i] * (i + 1 - u) + tag.shadow[a][i+1] * (u - i)
    g -= max((f[2] for f in tag.fades[a] if f[0] <= way < f[1]), default=0.0)
    if tag.carry and (ax - x) * head * tag.side < 0:
        g -= site["body"] * (1.0 if tag.carry == "body" else 0.5)
    for p in people:                                     # another body on the sight line
        if p is tag.path: continue
        px, py = p.at(t)[:2]
        k = min(1.0, max(0.0, ((px - ax) * vx + (py - ay) * vy) / max(1e-6, vx * vx + vy * vy)))
        if math.hypot(ax + k * vx - px, ay + k * vy - py) < 0.25: g -= site["body"]; break
    pl = 31 + 10 * site["n"] * math.log10(d)
    at_tag = site["eirp"] - pl + g
    return at_tag, at_tag - 6 - 3 + 6 - pl + g + off


def scene(r, site, kind):
    """-> tags, people (paths of bodies), duration"""
    tags, paths, people = [], [], []
    far, ys = (lambda: r.uniform(3, 6)), (lambda: r.uniform(-.5, .5))
    def through(s, v):                                   # s=+1: outwards
        return Path(-s * far(), ys(), r.uniform(.5, 3)).go(0, ys(), v).go(s * far(), ys(), v).wait(r.uniform(.5, 3))
    def carry(path, how, offs, body=True):
        path.close(); paths.append(path)
        if body: people.append(path)
        side = r.choice([1, -1])
        tags.extend(Tag(r, site, o, path, how, side, 6 if how else 8) for o in offs)
    def hand(n):
        return [(r.uniform(-.25, .25), r.uniform(-.3, .3), r.uniform(.7, 1.4)) for _ in range(n)]
    def stand(path, x, secs):                            # shift from foot to foot
        y, end = path.y[-1], path.t[-1] + secs
        while path.t[-1] < end:
            path.go(x + r.uniform(-.1, .1), y + r.uniform(-.1, .1), .2).wait(r.uniform(.3, 1.5))
        return path
    v, n = r.uniform(.5, 3), r.randint(1, 3)
    if kind in ("walk_out", "walk_in", "crowded_out"):
        carry(through(-1 if kind == "walk_in" else 1, v), "hand", hand(n))
    elif kind in ("body_out", "body_in"):
        offs = [(r.uniform(-.15, .15), r.uniform(-.2, .2), r.uniform(.8, 1.4)) for _ in range(r.randint(1, 2))]
        carry(through(1 if kind == "body_out" else -1, v), "body", offs)
    elif kind == "two_opposite":
        a, b = through(1, v), through(-1, r.uniform(.5, 3))
        for p, y in ((a, -.35), (b, .35)): p.y = [y + .3 * q for q in p.y]
        meet = r.uniform(-1, 1)                          # the two cross within a second of each other
        late = a.t[2] - b.t[2] + meet
        q = b if late > 0 else a
        q.t = [q.t[0]] + [t + abs(late) for t in q.t[1:]]
        for p in (a, b): carry(p, r.choice(["hand", "hand", "body"]), hand(r.randint(1, 2)))
    elif kind in ("u_turn", "turn_back", "linger"):
        offs = hand(n)
        reach = max(abs(o[0]) for o in offs)
        s = 1 if r.random() < .75 else -1                # +1: comes from inside
        p = Path(-s * far(), ys(), r.uniform(.5, 2))
        if kind == "u_turn":
            p.go(s * (reach + r.uniform(.5, 2.5)), ys(), v).wait(r.choice([0, r.uniform(.5, 3)]))
        elif kind == "turn_back":
            p.go(-s * (reach + r.uniform(.4, 1.5)), ys(), v).wait(r.choice([0, r.uniform(.5, 3)]))
        else:
            x = -s * (reach + r.uniform(.5, 2))
            stand(p.go(x, ys(), v), x, r.uniform(4, 18))
        leaves = kind == "linger" and r.random() < .5
        p.go((s if leaves else -s) * far(), ys(), r.uniform(.5, 3)).wait(r.uniform(.5, 2))
        carry(p, r.choice(["hand", "hand", "body"]), offs)
    elif kind.startswith("trolley"):
        v, s = r.uniform(.5, 2), -1 if kind == "trolley_in" else 1
        offs = [(r.uniform(-.4, .4), r.uniform(-.25, .25), r.uniform(.2, 1.2)) for _ in range(50)]
        if kind == "trolley_wait":
            x = -(.4 + r.uniform(.4, 2.5))
            p = Path(x, ys()) if r.random() < .4 else Path(-far() - .5, ys(), 1).go(x, ys(), v)
            p.wait(r.uniform(5, 18))
            u = r.random()                               # stays, goes back, or in the end goes out
            if u > .4: p.go((-1 if u < .7 else 1) * (far() + .5), ys(), r.uniform(.5, 2)).wait(1)
        else: p = through(s, v)
        carry(p, "", offs, body=False)
        q = Path(p.x[0], p.y[0]); q.t, q.y, q.x = list(p.t), list(p.y), [x - s * .7 for x in p.x]
        people.append(q.close())                         # who pushes it
    elif r.random() < .6:                                # static kinds: somebody without a tag walks by
        carry(through(r.choice([1, -1]), v), "hand", [])
    dur = min(40.0, max([r.uniform(5, 7) if paths else r.uniform(8, 25)] + [p.t[-1] for p in paths]))
    lo, hi = r.choice([(0, 0), (1, 30), (30, 100), (100, 150)])
    if kind.startswith("static"): lo, hi = max(lo, 1), max(hi, 30)
    if kind == "crowded_out": lo, hi = 100, 150
    cx, cy, inside = -r.uniform(2.2, 2.4), r.uniform(-1.5, 1.5), r.random() > 1 / 6
    cabinet = kind == "static_cabinet" or (kind != "static_spread" and r.random() < .5)
    for _ in range(r.randint(lo, hi)):
        pos = (cx + r.uniform(-.2, .2), cy + r.uniform(-.5, .5), r.uniform(.2, 1.9)) if cabinet else \
              (-r.uniform(2, 6), r.uniform(-3, 3), r.uniform(.2, 1.9))
        if not inside and r.random() < .1: pos = (r.uniform(2, 5), r.uniform(-3, 3), r.uniform(.2, 1.9))
        tags.append(Tag(r, site, pos))
    return tags, people, dur


def read_all(r, site, tags, people, dur):
    reads, t, k, slot = [], r.uniform(0, .02), 0, 1 / site["rate"]
    slot *= .9 * (site["dwell"] - .006 - slot / 2) / site["dwell"]   # so that a full field gives `rate` reads/s
    while t < dur:
        a, end = site["order"][k % 4], min(dur, t + site["dwell"])
        k += 1
        while t < end:
            t += .006
            for tag in r.sample(tags, len(tags)):
                if t + slot > end: t = end; break
                power, rssi = link(site, tag, a, t, people)
                if power + r.gauss(0, 1) < -18: continue
                t += slot
                rssi = round(2 * (rssi + r.gauss(0, site["noise"]))) / 2
                if r.random() < .9 and rssi >= -84:
                    reads.append({"t_us": int(t * 1e6), "antenna": a, "epc": tag.epc, "rssi_dbm": rssi})
        t = max(t, end)
    return reads


def label(tag, dur):
    if not tag.path: return {"crossings": [], "moves": False}
    p, cr = tag.path, []
    xs = [x + tag.pos[0] for x in p.x]
    for i in range(1, len(xs)):
        if (xs[i-1] < 0) != (xs[i] < 0):
            t = p.t[i-1] + (p.t[i] - p.t[i-1]) * xs[i-1] / (xs[i-1] - xs[i])
            if t < dur: cr.append({"t_us": int(t * 1e6), "direction": "OUT" if xs[i] >= 0 else "IN"})
    return {"crossings": cr, "moves": any(math.hypot(x - p.x[0], y - p.y[0]) > .3 for x, y in zip(p.x, p.y))}


def main(seed, count, out):
    os.makedirs(out, exist_ok=True)
    with open(os.path.join(out, "portal.json"), "w") as f:
        json.dump({"code": "P-101", "antennas": [{"id": a, "zone": "INSIDE" if z < 0 else "OUTSIDE"}
                                                 for a, z in ZONE.items()]}, f)
    labels = {}
    for i in range(count):
        r, kind = random.Random("%s/%d" % (seed, i)), KINDS[i % len(KINDS)]
        reads = []
        while not reads:
            site = draw_site(r)
            tags, people, dur = scene(r, site, kind)
            reads = read_all(r, site, tags, people, dur)
        name, seen = "%04d_%s.jsonl" % (i, kind), {x["epc"] for x in reads}
        with open(os.path.join(out, name), "w") as f:
            f.writelines(json.dumps(x, separators=(",", ":")) + "\n" for x in reads)
        labels[name] = {"kind": kind, "tags": {g.epc: label(g, dur) for g in tags if g.epc in seen}}
    with open(os.path.join(out, "labels.json"), "w") as f:
        json.dump(labels, f, indent=1)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
