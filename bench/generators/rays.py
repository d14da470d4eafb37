#!/usr/bin/env python3
"""rays.py SEED N DIR: labelled RFID traces of an exit gate, image-method multipath. Sites drawn anew per trace:
- Line x=0 is a wall with a door opening 0.9-2.2 m wide, 2.1 m high; the wall costs 3-11 dB one way to a ray that
  pierces it outside the opening (soft edge 0.1 m). Corridor's far wall at x=2.6-8 m, side walls 3.5-7 m left and right,
  ceiling 2.5-3.5 m.
- Channel: complex sum at each read's own frequency of the direct ray, first-order images in floor (-0.3..-0.6), side
  walls, ceiling, far wall (-0.2..-0.5), point scatterers (2 door posts, 1-3 metal cabinets, 1-3 others; 0.03-0.6 m2
  bistatic), and other people's bodies (0.1-0.4 m2). RSSI goes with the square (two way).
- Antennas: 5.5-8.5 dBi, power pattern cos^n with n=G/2-1, back lobe -12..-20 dB, circular (3 dB lost). Layouts: 60 %
  'apart' (0.5-1.5 m off the line, 0.9-2.4 m high, inside ones look into the room, outside ones into the corridor,
  turned 0-40 deg to the passage), 40 % 'frame' (all on the door frame or lintel back to back, 0.05-0.15 m off the
  line; blind spot where both backs meet). 30 % of sites have only antennas 1 and 3.
- Reader: 28-31.5 dBm, EIRP at most 36 dBm, cable 0.5-1.5 dB, sensitivity -76..-83 dBm; 50 FCC channels hopped every
  200 ms or 4 ETSI ones every 2-4 s; dwell per antenna 30-150 ms; rounds of 5-10 ms + 2.5-5 ms per tag, cut off at
  the dwell's end. 65 % dual target (each tag each round), 35 % single target S0 (once per dwell). 2-8 % lost.
- Tags: dipole (null softened to 0.06), -18..-22 dBm, material 0-4 dB one way, modulation -5..-8 dB.
- Body: cylinder r 0.16-0.22 m, 1.6-1.85 m tall, blocks a ray by 3-8 dB one way (6-16 dB in RSSI where no other ray
  fills in). Tag 'against the body': 2-4 cm off it, another 1-4 dB one way.
- Walking 0.5-3 m/s (trolley at most 1.5), hand swing to 7 cm and bob 2 cm tied to the distance walked, smooth turns;
  trolley tags fixed in a 0.7x0.5x0.7 m load ahead of or behind the pusher, 0-4 dB mutual shadow.
- Static tags: 1-150 (squared draw) on shelves 0.6-4.7 m from the line, 75 % of shelves inside, 0-8 dB one way; in half
  of all traces. A person without tags walks about in a quarter of all traces.
- RSSI noise 0.5-1.5 dB, quantised 0.5 or 1 dB. Half of sites give phase (noise 3-8 deg, half of them with 180 deg
  ambiguity), half of those Doppler (noise 2-8 Hz, positive when coming nearer)."""
import json, os, sys
import numpy as np

C0, DT = 299792458.0, 0.02
PI2 = 2 * np.pi
KINDS = ["walk_out", "walk_in", "out_back_in", "uturn", "linger_leave", "linger_stay", "two_people", "against_body",
         "trolley_out", "trolley_wait", "static_only", "pass_by"]

def smooth(a, sig):
    n = int(4 * sig / DT)
    k = np.exp(-0.5 * (np.arange(-n, n + 1) * DT / sig) ** 2)
    return np.convolve(np.pad(a, n, mode="edge"), k / k.sum(), mode="valid")

def soft(x):
    """Logistic step."""
    return 1 / (1 + np.exp(-np.clip(x, -30, 30)))

def norm(v):
    return np.sqrt((v ** 2).sum(-1))

def make_site(r):
    u = r.uniform
    s = {"w": u(.9, 2.2), "wall_db": u(3, 11), "C": u(2.6, 8), "H": u(2.5, 3.5), "yl": -u(3.5, 7), "yr": u(3.5, 7)}
    s["gam"] = {"floor": -u(.3, .6), "ceil": -u(.2, .5), "yl": -u(.2, .5), "yr": -u(.2, .5), "C": -u(.2, .5)}
    only2, frame, lintel = r.random() < .3, r.random() < .4, r.random() < .4
    gdb = u(5.5, 8.5)
    s["g"], s["n"], s["fb"] = 10 ** (gdb / 10), 10 ** (gdb / 10) / 2 - 1, 10 ** (-u(12, 20) / 10)
    off, yaw, tilt, h = u(.5, 1.5), u(0, 40), u(0, 30), u(.9, 2.4)
    if frame:
        off, yaw, h = u(.05, .15), u(0, 25), 2.25 if lintel else u(.9, 1.8)
        tilt = u(20, 50) if lintel else u(-5, 10)
    s["ids"] = [1, 3] if only2 else [1, 2, 3, 4]
    pos, bore = [], []
    for a in s["ids"]:
        sx, sy = -1 if a < 3 else 1, 1 if a in (1, 4) else -1
        y = sy * (s["w"] / 2 + u(.1, .35))
        if lintel and frame:
            y = 0.0 if only2 else sy * s["w"] / 4
        yw, tl = -np.sign(y) * np.radians(yaw + r.normal(0, 4)), np.radians(tilt + r.normal(0, 3))
        pos.append([sx * off * u(.85, 1.15), y, h + r.normal(0, .04)])
        bore.append([sx * np.cos(yw) * np.cos(tl), np.sin(yw) * np.cos(tl), -np.sin(tl)])
    s["pos"], s["bore"] = np.array(pos), np.array(bore)
    s["ptx"], s["rx_sens"] = min(u(28, 31.5) - u(.5, 1.5), 36 - gdb), -u(76, 83)
    s["freqs"], s["hop"] = 902.75e6 + 0.5e6 * r.permutation(50), 0.2
    if r.random() < .5:
        s["freqs"], s["hop"] = 1e6 * r.permutation([865.7, 866.3, 866.9, 867.5]), u(2, 4)
    s["single"] = r.random() < .35
    s["dwell"] = u(.03, .07) if s["single"] else u(.04, .15)
    s["over"], s["slot"], s["miss"] = u(.005, .010), u(.0025, .005), u(.02, .08)
    s["noise"], s["q"] = u(.5, 1.5), r.choice([.5, 1.0])
    s["phase"] = r.random() < .5
    s["doppler"] = s["phase"] and r.random() < .5
    s["ambig"], s["ph_noise"], s["dop_noise"] = r.random() < .5, u(3, 8), u(2, 8)
    s["ph_off"], s["cable_m"] = u(0, 360, 5), u(2, 10, 5)
    sc, s["cabs"] = [[0, q * s["w"] / 2, 1.1, u(.03, .2)] for q in (-1, 1)], []
    for _ in range(r.integers(1, 4)):
        x = -u(.8, 4.5) if r.random() < .75 else u(.8, min(4.5, s["C"] - .4))
        s["cabs"].append((x, r.choice([-1, 1]) * u(.5 + s["w"] / 2, 2)))
        sc.append([*s["cabs"][-1], u(.6, 1.5), u(.2, .6)])
    for _ in range(r.integers(1, 4)):
        sc.append([u(-4, s["C"]), u(-3, 3), u(.3, 2.5), u(.03, .4)])
    s["scat"] = np.array(sc)
    return s

# ---- people and their paths
def walk(r, way):
    """way: list of (x, y, speed to get there, pause there, facing during the pause or None)."""
    x, y, _, t, hd = way[0]
    kt, kx, ky, ht, hh = [0.0, t], [x, x], [y, y], [], []
    def turn(a):
        nonlocal hd
        hd = a if hd is None else hd + (a - hd + np.pi) % PI2 - np.pi
        ht.append(t), hh.append(hd)
    for (nx, ny, v, pause, face) in way[1:]:
        d = np.hypot(nx - x, ny - y)
        if d > .25:
            turn(np.arctan2(ny - y, nx - x))
        t += d / v
        kt.append(t), kx.append(nx), ky.append(ny)
        if pause > 0:
            if face is not None:
                turn(face)
            t += pause
            kt.append(t), kx.append(nx), ky.append(ny)
        x, y = nx, ny
    g = np.arange(0, 40.5, DT)
    bx, by = smooth(np.interp(g, kt, kx), .2), smooth(np.interp(g, kt, ky), .2)
    hd = smooth(np.array(hh)[np.clip(np.searchsorted(ht, g, side="right") - 1, 0, None)], .25)
    hd = hd + smooth(r.normal(0, 1.2, len(g)), .6)
    bx, by = bx + smooth(r.normal(0, .12, len(g)), .7), by + smooth(r.normal(0, .12, len(g)), .7)
    dist = np.concatenate([[0], np.cumsum(np.hypot(np.diff(bx), np.diff(by)))])
    return {"x": bx, "y": by, "h": hd, "s": dist, "end": t, "r": r.uniform(.16, .22), "tall": r.uniform(1.6, 1.85),
            "db": r.uniform(3, 8), "sig": r.uniform(.1, .4), "tags": []}

def carry(r, p, mode, cart):
    """A tag on person p: offset in the body frame (forward f, left l, height z)."""
    u = r.uniform
    loss, amp, bob = u(0, 4), u(.02, .07), .02
    if mode == "body":
        a, rad = u(0, PI2), p["r"] + u(.02, .04)
        f, l, z, loss, amp = rad * np.cos(a), rad * np.sin(a), u(.8, 1.35), u(0, 3) + u(1, 4), .01
    elif mode == "trolley":
        f, l, z, amp, bob = cart + u(-.35, .35), u(-.25, .25), u(.3, 1.0), 0.0, .002
    else:                                 # held in front, bag at the side, rucksack
        f, l, z = [(u(.3, .42), u(-.1, .1), u(.95, 1.2)), (u(-.1, .1), r.choice([-1, 1]) * u(.28, .38), u(.55, .8)),
                   (-u(.27, .34), u(-.1, .1), u(1., 1.3))][r.integers(3)]
    step, ph = PI2 * p["s"] / 1.4, u(0, PI2)
    f = f + amp * np.sin(step + ph)
    c, s = np.cos(p["h"]), np.sin(p["h"])
    pos = np.stack([p["x"] + f * c - l * s, p["y"] + f * s + l * c, z + bob * np.sin(2 * step + ph)], -1)
    az, el = p["h"] + u(0, PI2), np.arcsin(u(-1, 1)) + (.15 * np.sin(step) if mode == "hand" else 0 * step)
    ax = np.stack([np.cos(az) * np.cos(el), np.sin(az) * np.cos(el), np.sin(el)], -1)
    return {"pos": pos, "ax": ax, "loss": loss}

def scene(r, kind, s):
    """People (with their tags) and the trace's length in s."""
    u = r.uniform
    v, yd = float(np.clip(np.exp(r.normal(np.log(1.2), .4)), .5, 3.0)), u(-.5, .5) * (s["w"] - .8)
    mode = {"against_body": "body", "trolley_out": "trolley", "trolley_wait": "trolley"}.get(kind, "hand")
    cart = r.choice([-1, 1]) * u(.65, .9) if mode == "trolley" else 0
    v = min(v, 1.4) if cart else v
    lim = s["C"] - (1.3 if cart else .5)  # how far into the corridor a body may go
    W = lambda x, y, pause=0, face=None: (x, y, np.clip(v * u(.9, 1.1), .5, 3.0), pause, face)
    far_in = lambda: (-u(3, 7), u(-1.2, 1.2))
    door = [W(-.6, yd), W(.6, yd)]
    def far_out():                        # down the corridor, or straight on in a hall
        if s["C"] > 5 and r.random() < .6:
            return [(min(lim, u(4, 6.5)), u(-1, 1))]
        cx = min(u(1.3, 3.5), lim)
        return [(cx, yd), (cx, float(np.clip(yd + r.choice([-1, 1]) * u(2.5, 5), s["yl"] + 1.3, s["yr"] - 1.3)))]
    out_path = lambda pre: pre + door + [W(*q) for q in far_out()]
    def in_path():
        q = far_out()[::-1]
        return [W(*q[0], u(.3, 3))] + [W(*p) for p in q[1:]] + door[::-1] + [W(*far_in())]
    start, ways = [W(*far_in(), u(.3, 3))], []
    if kind in ("walk_out", "trolley_out"):
        ways = [out_path(start)]
    elif kind == "walk_in":
        ways = [in_path()]
    elif kind == "two_people":
        ways = [out_path(start), in_path()]
    elif kind == "against_body":
        ways = [out_path(start) if r.random() < .6 else in_path()]
    elif kind == "out_back_in":
        ways = [start + door + [W(min(u(1.2, 3.2), lim), yd, u(.3, 6))] + door[::-1] + [W(*far_in())]]
    elif kind == "uturn":                 # body's axis; the tag reaches up to 0.5 m beyond it
        sd = -1 if r.random() < .75 else 1
        d = 1.0 + r.exponential(.6) if sd < 0 else min(1.0 + r.exponential(.6), lim - .3)
        a, b = (start, far_in()) if sd < 0 else (in_path()[:-3], far_out()[-1])
        ways = [a + [W(sd * d, yd, u(.1, 1)), W(sd * (d + .3), yd + r.choice([-.3, .3])), W(*b)]]
    elif kind == "linger_leave":
        stops = [W(-u(1.0, 2.8), u(-1, 1), u(1.5, 6), u(0, PI2)) for _ in range(r.integers(1, 4))]
        ways = [out_path(start + stops)]
    elif kind == "linger_stay":
        sd = -1 if r.random() < .7 else 1
        ways = [[W(sd * u(1.0, min(2.8, lim)), u(-1, 1), u(1, 6), u(0, PI2)) for _ in range(r.integers(2, 6))]]
    elif kind == "trolley_wait":
        ways = [start + [W(-u(1.8, 3.0), u(-.8, .8), u(4, 15))] + ([W(-u(4, 6), u(-1, 1))] if r.random() < .4 else [])]
    elif kind == "pass_by":
        x, e = min(u(1.0, 3.0), lim) * r.choice([-1, 1]), r.choice([-1, 1])
        ways = [[W(x, s["yl"] + .6, u(.3, 2)), W(x + r.normal(0, .05), 0), W(x, s["yr"] - .6)][::e]]
    people = [walk(r, w) for w in ways]
    for p in people:
        n = r.integers(10, 51) if cart else r.choice([1, 2, 3], p=[.7, .2, .1])
        p["tags"] = [carry(r, p, mode, cart) for _ in range(n)]
    T = max([p["end"] for p in people], default=u(6, 20)) + u(.3, 2.5)
    if r.random() < .25:                  # somebody without a tag
        x = -u(1.5, 4)
        people.append(walk(r, [out_path(start), in_path(), [W(x, -3, .5), W(x, 3)]][r.integers(3)]))
    return people, float(np.clip(T, 5, 40))

# ---- channel
def wall_loss(s, a, b):
    """dB lost by the ray a-b where it pierces the plane x=0 outside the opening (y and z folded back by mirrors)."""
    den = b[..., 0] - a[..., 0]
    f = -a[..., 0] / np.where(np.abs(den) < 1e-6, 1e-6, den)
    y, z = a[..., 1] + f * (b[..., 1] - a[..., 1]), np.abs(a[..., 2] + f * (b[..., 2] - a[..., 2]))
    y = np.where(y > s["yr"], 2 * s["yr"] - y, np.where(y < s["yl"], 2 * s["yl"] - y, y))
    z = np.where(z > s["H"], 2 * s["H"] - z, z)
    e = np.maximum(np.abs(y) - s["w"] / 2, z - 2.1)
    return s["wall_db"] * soft(-np.sign(a[..., 0]) * b[..., 0] / .05) * soft(e / .05)

def body_loss(bodies, a, b, k):
    """dB lost by the ray a-b through the people (seen from above, with their height)."""
    db, u = 0.0, b[..., :2] - a[..., :2]
    for p in bodies:
        c = np.stack([p["x"][k], p["y"][k]], -1)
        f = np.clip(((c - a[..., :2]) * u).sum(-1) / ((u ** 2).sum(-1) + 1e-9), 0, 1)
        d = norm(a[..., :2] + f[..., None] * u - c)
        z = a[..., 2] + f * (b[..., 2] - a[..., 2])
        db = db + p["db"] * np.clip((p["r"] + .02 - d) / .06, 0, 1) * soft((p["tall"] - z) / .06)
    return db

def paths(s, tags, bodies, k):
    """Amplitude (without lambda/4pi) and length of each ray: arrays [antenna, tag, time k, ray]."""
    shape = (1, len(tags), len(k), 3)
    P, AX = [np.broadcast_to(np.stack([t[q][k if len(t[q]) > 1 else [0]] for t in tags]), shape).astype(np.float32)
             for q in ("pos", "ax")]
    A, B = [s[q][:, None, None, :].astype(np.float32) for q in ("pos", "bore")]
    pat = lambda v, d: np.sqrt(s["g"] * (np.maximum((v * B).sum(-1) / d, 0) ** s["n"] + s["fb"]))
    tagpat = lambda u, d: np.sqrt(1.64 * np.maximum(1 - ((u * AX).sum(-1) / d) ** 2, 0) + .06)
    amp, dist = [], []
    for m, c, at in ((None, 0, 0), ("floor", 2, 0.), ("ceil", 2, s["H"]), ("yl", 1, s["yl"]), ("yr", 1, s["yr"]),
                     ("C", 0, s["C"])):
        Pm, Am, g = P.copy(), A.copy(), s["gam"].get(m, 1.0)
        if m:                             # mirror images of the tag (for the antenna) and of the antenna (for the tag)
            Pm[..., c], Am[..., c] = 2 * at - P[..., c], 2 * at - A[..., c]
        v, u = Pm - A, Am - P
        d = np.maximum(norm(v), .25)
        db = body_loss(bodies, Am + 0 * P, P, k) + wall_loss(s, Am + 0 * P, P)
        if m == "C":
            db = db + wall_loss(s, A + 0 * P, Pm)
        amp.append(g * pat(v, d) * tagpat(u, d) / d * 10 ** (-db / 20))
        dist.append(d)
    sc = [(np.array(q[:3], np.float32)[None, None, None], q[3], None) for q in s["scat"]]
    sc += [(np.stack([p["x"][k], p["y"][k], 1.1 + 0 * p["x"][k]], -1).astype(np.float32)[None, None], p["sig"], p)
           for p in bodies]
    for q, sig, p in sc:
        v, u = q - A, q - P
        d1, d2 = np.maximum(norm(v), .3), np.maximum(norm(u), .3)
        db = body_loss([b for b in bodies if b is not p], q + 0 * P, P, k)
        db = db + wall_loss(s, q + 0 * P + 1e-3, P) + wall_loss(s, A + 0 * q, q + 0 * A)
        own = np.array([p is None or not any(t is x for x in p["tags"]) for t in tags], np.float32)[None, :, None]
        amp.append(own * np.sqrt(sig / (4 * np.pi)) * pat(v, d1) * tagpat(u, d2) / (d1 * d2) * 10 ** (-db / 20))
        dist.append(d1 + d2)
    full = (len(A), len(tags), len(k))
    return [np.stack([np.broadcast_to(a, full) for a in q], -1).astype(np.float32) for q in (amp, dist)]

class Group:
    """Tags whose rays are tabled every `step` s; h() sums them at any time and frequency."""
    def __init__(self, s, tags, bodies, T, step, still):
        self.step, self.n, self.T = step, 1 if still else int(T / step) + 3, len(tags)
        self.amp, self.dist = paths(s, tags, bodies, np.minimum(np.arange(self.n) * step / DT, 2024).astype(int))

    def h(self, ai, idx, t, f):
        i = np.minimum((t / self.step).astype(int), max(self.n - 2, 0))
        j, w = np.minimum(i + 1, self.n - 1), np.minimum(t / self.step - i, 1)[:, None]
        a, d = [q[ai, idx, i] * (1 - w) + q[ai, idx, j] * w for q in (self.amp, self.dist)]
        return (a * np.exp(-2j * np.pi * f / C0 * d)).sum(-1) * C0 / f / (4 * np.pi)

def inventory(r, s, groups, tags, T):
    base = np.concatenate([[0], np.cumsum([g.T for g in groups])]).astype(int)
    sens, mod, loss = [np.array([t[q] for t in tags]) for q in ("sens", "mod", "loss")]
    def chan(ai, ix, tt, f):
        out = np.empty(len(ix), complex)
        for g, lo in zip(groups, base):
            m = (ix >= lo) & (ix < lo + g.T)
            out[m] = g.h(ai, ix[m] - lo, tt[m], f)
        return out, 20 * np.log10(np.abs(out) + 1e-9)
    rows, t, ai, hop0, allx = [], 0.0, int(r.integers(len(s["ids"]))), r.uniform(0, 9), np.arange(len(tags))
    while t < T:
        end, done, a = min(t + s["dwell"], T), np.zeros(len(tags), bool), s["ids"][ai]
        while t < end:
            f = s["freqs"][int((t + hop0) / s["hop"]) % len(s["freqs"])]
            L = chan(ai, allx, np.full(len(tags), t), f)[1]
            part = r.permutation(allx[(s["ptx"] - 3 - loss + L > sens) & ~done])
            tt = t + s["over"] + np.cumsum(s["slot"] * r.uniform(.6, 1.4, len(part)))
            t = (tt[-1] if len(part) else t + s["over"]) + .001
            part, tt = part[tt < end], tt[tt < end]
            h, L = chan(ai, part, tt, f)
            p1 = s["ptx"] - 3 - loss[part] + L
            rssi = p1 - mod[part] - loss[part] + L - 3
            ok = (p1 > sens[part]) & (r.random(len(part)) > s["miss"])
            ok &= r.random(len(part)) < soft((rssi - s["rx_sens"]) / .7)
            part, tt, rssi, h = part[ok], tt[ok], rssi[ok], h[ok]
            done[part], n = s["single"], len(part)
            rep = np.round((np.minimum(rssi, -18) + r.normal(0, s["noise"], n)) / s["q"]) * s["q"]
            if s["phase"]:
                ph = -np.degrees(np.angle(h * h)) + s["ph_off"][a] + 720 * s["cable_m"][a] * 1.4 * f / C0
                ph = ph + r.normal(0, s["ph_noise"], n) + (180 * r.integers(0, 2, n) if s["ambig"] else 0)
                ph = np.round((ph % 360) / 360 * 4096) % 4096 * 360 / 4096
            if s["doppler"]:
                dp = np.angle((chan(ai, part, tt + .004, f)[0] / h) ** 2) / (PI2 * .004)
                dp = np.round((dp + r.normal(0, s["dop_noise"], n)) * 16) / 16
            for q in range(n):
                row = {"t_us": int(tt[q] * 1e6), "antenna": a, "epc": tags[part[q]]["epc"], "rssi_dbm": float(rep[q])}
                if s["phase"]:
                    row["phase_deg"] = round(float(ph[q]), 1)
                if s["doppler"]:
                    row["doppler_hz"] = float(dp[q])
                rows.append(row)
        ai, t = (ai + 1) % len(s["ids"]), end
    return rows

def label(tag, T):
    p, out = tag["pos"][:int(T / DT) + 1], []
    x, c = p[:, 0], p[::10]
    for i in np.nonzero((x[:-1] < 0) != (x[1:] < 0))[0]:
        out.append({"t_us": int((i + x[i] / (x[i] - x[i + 1])) * DT * 1e6), "direction": "OUT" if x[i] < 0 else "IN"})
    return {"crossings": out, "moves": bool(max(norm(c - q).max() for q in c) > .3)}

def main():
    seed, n, dr, labels = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], {}
    os.makedirs(dr, exist_ok=True)
    ants = [{"id": a, "zone": "INSIDE" if a < 3 else "OUTSIDE"} for a in (1, 2, 3, 4)]
    with open(os.path.join(dr, "portal.json"), "w") as fh:
        json.dump({"code": "P-101", "antennas": ants}, fh)
    for i in range(n):
        r, kind, sta = np.random.default_rng([seed, i]), KINDS[i % len(KINDS)], []
        s = make_site(r)
        people, T = scene(r, kind, s)
        mov = [t for p in people for t in p["tags"]]
        for _ in range(1 + int(149 * r.random() ** 2) if r.random() < .46 or kind == "static_only" else 0):
            cx, cy = s["cabs"][r.integers(len(s["cabs"]))]
            x, ax = np.sign(cx) * max(abs(cx) + r.uniform(-.25, .25), .6), r.normal(0, 1, 3)
            sta.append({"pos": np.array([[x, cy + r.uniform(-.5, .5), r.uniform(.15, 1.9)]]),
                        "ax": (ax / norm(ax))[None], "loss": r.uniform(0, 8)})
        tags = mov + sta
        for q, t in enumerate(tags):
            t["epc"] = "3034257BF4%06X%08X" % (r.integers(1 << 24), r.integers(1 << 20) * 4096 + q)
            t["sens"], t["mod"] = -r.uniform(18, 22), r.uniform(5, 8)
        groups = ([Group(s, mov, people, T, .04, False)] if mov else []) + \
                 ([Group(s, sta, people, T, .1, not people)] if sta else [])
        rows = sorted(inventory(r, s, groups, tags, T), key=lambda q: q["t_us"])
        name, seen = "t%04d_%s.jsonl" % (i, kind), {q["epc"] for q in rows}
        with open(os.path.join(dr, name), "w") as fh:
            fh.writelines(json.dumps(q) + "\n" for q in rows)
        labels[name] = {"kind": kind, "tags": {t["epc"]: label(t, T) for t in tags if t["epc"] in seen}}
    with open(os.path.join(dr, "labels.json"), "w") as fh:
        json.dump(labels, fh, indent=0)

if __name__ == "__main__":
    main()
