#!/usr/bin/env python3
"""Labelled RFID traces at an exit gate "hung by electricians".   python3 misdirected.py SEED N DIR

Assumptions (every figure is drawn anew per trace):
* Reader power left high (30-32.5 dBm conducted): both zones hear nearly everything within some metres of the gate, a cabinet
  two metres off all the time. RSSI is a two-way figure (twice the one-way loss in dB), noise 0.5-1.5 dB, quantised 0.5 or 1 dB.
* Antennas: |x| 0.05-0.5 m from the line ("near"), 0.6-1.8 m ("far"), or one zone each; to the sides of the passage, 0.7-2.3 m high, aimed by eye
  (into their zone, turned 10-75 degrees to the passage, +-25 degrees error). 5-8 dBi, 75-125 degrees wide, front-to-back 3-9 dB.
* Cable loss 1-5 dB each, drawn separately (counts twice in RSSI). In 40 % of sites one antenna of a zone (sometimes of both)
  is 6-20 dB worse (bad plug, turned away).
* Multipath: coherent sum of direct path, floor, side wall, back wall mirror images, strong point scatterers on the metal door frame,
  five diffuse waves per antenna (K 4-12 dB), people as moving scatterers; channel hops (ETSI 4 or FCC 50). Lognormal shadowing
  correlated over half a metre (1-2.5 dB one-way). The wall beside the opening costs 0-6 dB.
* Tags: a dipole pattern of random axis turning with the carrier, sensitivity -23..-18 dBm, spread of tag losses. Body: 1-5 dB one-way when the carrier is
  between tag and antenna in ordinary carrying (hand, bag), 5-10 dB and detuning when against the body. People block static tags too.
* Still tellable: without fades, the balance (best INSIDE minus best OUTSIDE RSSI) falls by 6 dB or more from 0.4-1.8 m inside to the same
  outside, along the very walk, for every tag that crosses (site and tag are redrawn otherwise). It need NOT pass zero at the line: any bias up to +-15 dB at the line is allowed.
* Air time: 200-400 slots/s shared by all tags that answer at the antenna just on (dwell 20-120 ms, 4 antennas in turn);
  a tag alone is limited by the round overhead (4-12 ms). Order per round random, or a lasting queue (A/B target); 2-12 % of slots lost.
* Tags that do not cross stay at least 0.4 m (moving: nearest tag point 0.4-1.8 m, static >= 1.2 m) from the line.
  A crossing is the tag's own x passing 0, not its carrier's. Speeds 0.5-3 m/s (trolley 0.5-1.6), drawn evenly in the logarithm.
* Few reads are left as they are: fast tags amid 100-150 static ones may have 0-3 reads within a second of the line (sites.json tells).
"""
import sys, os, json, math
import numpy as np

KINDS = ["walk_out", "walk_in", "uturn_inside", "uturn_outside", "out_and_back", "linger", "linger_then_out", "static_cabinet",
         "trolley", "trolley_waits", "two_opposite", "body_out", "busy_out", "walk_past"]
DT = 0.01


def norm(v):
    return v / np.linalg.norm(v)


class Site:
    def __init__(s, r):
        U = r.uniform
        s.w = U(1.0, 2.4)                                   # opening
        style = r.choice(["near", "far", "mixed", "far"])
        s.style = str(style)
        s.ptx = U(30, 32.5)
        s.n = U(2.0, 2.5)
        s.pos, s.dir, s.loss, s.g, s.bw, s.fb = [], [], [], [], [], []
        far1 = r.random() < .5
        for a in range(4):
            z = -1 if a < 2 else 1
            far = style == "far" or (style == "mixed" and (a < 2) == far1)
            x = z * (U(.6, 1.8) if far else U(.05, .5))
            side = -1 if a % 2 == 0 else 1
            y = side * (s.w / 2 + U(0, .5))
            s.pos.append([x, y, U(.7, 2.3)])
            az = math.radians(U(10, 75) + r.normal(0, 12))   # turned from the zone's axis to the passage
            s.dir.append(norm(np.array([z * math.cos(az), -side * math.sin(az), r.normal(-.1, .2)])))
            s.loss.append(U(1, 5)); s.g.append(U(5, 8)); s.bw.append(U(75, 125)); s.fb.append(U(3, 9))
        s.bad = []
        if r.random() < .4:
            s.bad = [int(r.integers(0, 2))] if r.random() < .5 else [int(r.integers(2, 4))]
            if r.random() < .25:
                s.bad = [int(r.integers(0, 2)), int(r.integers(2, 4))]
        for a in s.bad:
            s.loss[a] += U(6, 20) / 2 if r.random() < .5 else U(6, 20)
        s.pos = np.array(s.pos)
        s.images = [("z", 0.0, -U(.2, .55))]
        if r.random() < .8: s.images.append(("y", s.w / 2 + U(.4, 2), -U(.2, .6)))
        if r.random() < .6: s.images.append(("y", -s.w / 2 - U(.4, 2), -U(.2, .6)))
        if r.random() < .6: s.images.append(("x", U(-4.5, -2.8), -U(.3, .75)))
        if r.random() < .4: s.images.append(("x", U(2.5, 5), -U(.2, .6)))
        s.frame = np.array([[r.normal(0, .06), sd * s.w / 2, z] for sd in (-1, 1) for z in (.5, 1.2, 1.9)] + [[0, 0, 2.1]])
        s.frb = U(.05, .3) * np.exp(2j * np.pi * r.random(7))
        s.K = U(4, 12)
        d = r.normal(size=(4, 5, 3)); s.dw = d / np.linalg.norm(d, axis=2, keepdims=True)
        s.dp = r.uniform(0, 2 * np.pi, (4, 5))
        s.sh = U(1, 2.5)
        s.shk = r.normal(size=(4, 8, 3)) * 1.6; s.shp = r.uniform(0, 2 * np.pi, (4, 8))
        s.wall = U(0, 6)
        s.off = U(-10, -2)
        s.noise = U(.5, 1.5); s.q = .5 if r.random() < .6 else 1.0
        s.rssi_floor = U(-84, -76)
        etsi = r.random() < .6
        s.freqs = np.array([865.7, 866.3, 866.9, 867.5]) if etsi else 902.75 + .5 * np.arange(50)
        s.hop = U(.2, 2.0)
        s.rate = U(200, 400); s.dwell = U(.02, .12); s.over = U(.004, .012); s.lost = U(.02, .12)
        s.order = [0, 1, 2, 3] if r.random() < .6 else [0, 2, 1, 3]
        s.queue = bool(r.random() < .4)
        s.capture = U(0, .03)

    def gain(s, a, v, d):                                    # antenna gain, dB, towards v
        c = np.clip((v @ s.dir[a]) / d, -1, 1)
        th = np.degrees(np.arccos(c))
        return s.g[a] - np.minimum(12 * (th / s.bw[a]) ** 2, s.fb[a])

    def los(s, a, p):                                        # dB, one-way, without fades
        v = p - s.pos[a]; d = np.maximum(np.linalg.norm(v, axis=-1), .15)
        e = -10 * s.n * np.log10(d) - 31.2 + s.gain(a, v, d)
        ax = s.pos[a][0]
        x = p[..., 0]
        f = ax / np.where(np.abs(ax - x) < 1e-6, 1e-6, ax - x)
        yc = s.pos[a][1] + f * (p[..., 1] - s.pos[a][1])
        edge = 1 / (1 + np.exp(-(np.abs(yc) - s.w / 2) / .08))
        return e - np.where(ax * x < 0, s.wall * edge, 0), v, d

    def chan(s, a, p, k, people):                            # dB one-way with fades; people: list of (positions broadcastable)
        h, sh = s.base(a, p, k)
        return s.final(a, p, k, people, h, sh)

    def base(s, a, p, k):                                    # everything but people
        e, v, d = s.los(a, p)
        amp0 = 10 ** (e / 20)
        h = amp0 * np.exp(-1j * k * d)
        for ax, at, co in s.images:
            q = p.copy(); i = "xyz".index(ax); q[..., i] = 2 * at - q[..., i]
            u = q - s.pos[a]; dd = np.linalg.norm(u, axis=-1)
            h = h + co * 10 ** ((s.gain(a, u, dd) - 31.2 - 10 * s.n * np.log10(dd)) / 20) * np.exp(-1j * k * dd)
        for f, b in zip(s.frame, s.frb):
            u = f - s.pos[a]; d1 = max(np.linalg.norm(u), .2)
            d2 = np.maximum(np.linalg.norm(p - f, axis=-1), .2)
            h = h + b * 10 ** ((float(s.gain(a, u, d1)) - 31.2) / 20) / (d1 * d2) * np.exp(-1j * k * (d1 + d2))
        df = 0
        for j in range(5):
            df = df + np.exp(1j * (k * (p @ s.dw[a, j]) + s.dp[a, j]))
        h = h + amp0 * 10 ** (-s.K / 20) / math.sqrt(5) * df
        sh = s.sh * math.sqrt(2 / 8) * np.cos(np.einsum("...i,mi->...m", p, s.shk[a]) + s.shp[a]).sum(-1)
        return h, sh

    def final(s, a, p, k, people, h, sh):
        blk = 0.
        for P in people:
            d1 = np.maximum(np.linalg.norm(P - s.pos[a], axis=-1), .3); d2 = np.maximum(np.linalg.norm(p - P, axis=-1), .3)
            h = h + .12 * 10 ** ((s.g[a] - 4 - 31.2) / 20) / (d1 * d2) * np.exp(-1j * k * (d1 + d2))
            w = p[..., :2] - s.pos[a][:2]; L2 = np.maximum((w ** 2).sum(-1), .01)
            g = P[..., :2] - s.pos[a][:2]; t = np.clip((g * w).sum(-1) / L2, 0, 1)
            miss = np.linalg.norm(g - t[..., None] * w, axis=-1)
            blk = blk + 5 * np.exp(-(miss / .22) ** 2)
        return 20 * np.log10(np.abs(h) + 1e-9) + sh - blk


def track(r, legs, T):
    """legs: list of (t, x, y) knots -> smooth body track (T,2) and heading."""
    t = np.arange(0, T, DT)
    kt, kx, ky = (np.array(c) for c in zip(*legs))
    x = np.interp(t, kt, kx); y = np.interp(t, kt, ky)
    n = 31; w = np.hanning(n + 2)[1:-1]; w /= w.sum()
    sm = lambda c: np.convolve(np.pad(c, n // 2, mode="edge"), w, "valid")
    return np.stack([sm(x), sm(y)], 1)


def heading(xy):
    v = np.gradient(xy, DT, axis=0)
    out = np.empty(len(xy)); h = None
    sp = np.hypot(v[:, 0], v[:, 1]); ang = np.arctan2(v[:, 1], v[:, 0])
    mv = np.nonzero(sp > .15)[0]
    h = ang[mv[0]] if len(mv) else 0.
    for i in range(len(xy)):
        if sp[i] > .15:
            dlt = (ang[i] - h + math.pi) % (2 * math.pi) - math.pi
            h += max(-5 * DT, min(5 * DT, dlt))              # people turn at 5 rad/s at most
        out[i] = h
    return out


class Carrier:
    """One person (or trolley with pusher) and the tags with it."""
    def __init__(c, xy, spec):
        c.xy, c.spec = xy, spec
        c.h = heading(xy)
        c.body = np.column_stack([xy, np.full(len(xy), 1.1)])


def make_tag(r, c, mode, i):
    n = len(c.xy); t = np.arange(n) * DT
    ch, sh = np.cos(c.h), np.sin(c.h)
    tr = mode == "trolley"
    if tr:
        fwd, lat, z = r.uniform(-.45, .45), r.uniform(-.28, .28), r.uniform(.3, 1.3)
        sway = 0; bl = r.uniform(0, 3); det = r.exponential(2.0)
    elif mode == "body":
        a = r.uniform(0, 2 * math.pi); fwd, lat, z = .16 * math.cos(a), .16 * math.sin(a), r.uniform(.8, 1.5)
        sway = .01; bl = r.uniform(5, 10); det = r.uniform(1, 4)
    else:
        a = r.normal(0, 1.2); q = r.uniform(.2, .4); fwd, lat, z = q * math.cos(a), q * math.sin(a), r.uniform(.5, 1.5)
        sway = r.uniform(0, .03); bl = r.uniform(1, 5); det = r.uniform(0, 2)
    sw = sway * np.sin(2 * math.pi * r.uniform(.7, 1.1) * t + r.uniform(0, 6.28))
    o = np.column_stack([ch * (fwd + sw) - sh * lat, sh * (fwd + sw) + ch * lat])
    p = np.column_stack([c.xy + o, np.full(n, z)])
    ax = norm(r.normal(size=3))
    axis = np.column_stack([ch * ax[0] - sh * ax[1], sh * ax[0] + ch * ax[1], np.full(n, ax[2])])
    bdir = -o / np.maximum(np.linalg.norm(o, axis=1, keepdims=True), .02)
    if tr: bdir = -np.column_stack([ch, sh])                  # the pusher behind
    return dict(p=p, axis=axis, bdir=bdir, bl=bl, det=det, sens=r.uniform(-23, -18), moves=True)


def tagloss(s, a, g):
    v = s.pos[a] - g["p"]; u = v / np.maximum(np.linalg.norm(v, axis=-1, keepdims=True), .1)
    c = (u * g["axis"]).sum(-1)
    L = -10 * np.log10(np.maximum(1 - c * c, .15)) + 3 - 2 + g["det"]
    if g["bdir"] is not None:
        b = (u[..., :2] * g["bdir"]).sum(-1)
        L = L + g["bl"] / (1 + np.exp(-b / .2))
    return L


def balance(s, g):
    z = []
    for a in range(4):
        z.append(2 * (s.los(a, g["p"])[0] - tagloss(s, a, g) - s.loss[a]))
    return np.maximum(z[0], z[1]) - np.maximum(z[2], z[3])


def crossings(p):
    x = p[:, 0]; sg = np.where(x < 0, -1, 1); out = []
    for i in np.nonzero(np.diff(sg))[0]:
        f = x[i] / (x[i] - x[i + 1])
        out.append((float((i + f) * DT), "OUT" if sg[i] < 0 else "IN"))
    return out


def tellable(s, g):
    cr = crossings(g["p"]); x = g["p"][:, 0]
    if not cr: return True
    b = balance(s, g)
    for k, (t, d) in enumerate(cr):                           # each crossing by itself
        i = int(t / DT); lo = int(cr[k - 1][0] / DT) if k else 0; hi = int(cr[k + 1][0] / DT) if k + 1 < len(cr) else len(x)
        m = np.zeros(len(x), bool); m[max(lo, i - 400):min(hi, i + 400)] = True
        I = b[m & (x < -.4) & (x > -1.8)]; O = b[m & (x > .4) & (x < 1.8)]
        if abs(b[i]) > 15: return False
        if len(I) == 0 or len(O) == 0 or I.mean() - O.mean() < 6: return False
    return True


def speed(r, lo=.5, hi=3.0):
    return math.exp(r.uniform(math.log(lo), math.log(hi)))


def walk(r, w, pts, v, t0):
    """pts: x values or ('wait', seconds); gives knots and end time."""
    legs, t, x = [], t0, None
    y = r.uniform(-.5, .5) * (w - .5)
    for q in pts:
        if isinstance(q, tuple):
            legs_n = max(1, int(q[1] / 1.0)); bx = x
            for j in range(legs_n):                           # sway while waiting
                t += q[1] / legs_n; legs.append((t, bx - math.copysign(abs(r.normal(0, .04)), -bx), y + r.normal(0, .06)))
            continue
        if x is None: legs.append((0, q, y)); legs.append((t0, q, y))
        else:
            t += max(abs(q - x), .05) / v
            y = float(np.clip(y + r.normal(0, .1), -.5 * (w - .5), .5 * (w - .5)))
            legs.append((t, q, y))
        x = q
    return legs, t


def scenario(r, kind, w):
    """list of (knots, mode, ntags), end time, number of static tags"""
    U = r.uniform
    far = lambda: U(2.5, 4.5)
    exitd = lambda: U(2.5, 6)
    v = speed(r); t0 = U(.6, 3)
    u = r.random()
    ns = 0 if u < .25 else int(U(1, 20)) if u < .5 else int(U(20, 80)) if u < .82 else int(U(80, 151))
    mode = "hand" if r.random() < .75 else "body"; nt = int(r.choice([1, 1, 1, 2, 3, 6]))
    near = U(.4, 1.8) + .45                                     # body stays further than its tags
    C = []
    def add(pts, v=v, mode=mode, nt=nt, t0=t0):
        L, t = walk(r, w, pts, v, t0); C.append((L, mode, nt)); return t
    if kind == "walk_out": T = add([-far(), exitd()])
    elif kind == "walk_in": T = add([far(), -exitd()])
    elif kind == "uturn_inside": T = add([-far(), -near, ("wait", U(.1, 1.2)), -far()])
    elif kind == "uturn_outside": T = add([far(), near, ("wait", U(.1, 1.2)), far()])
    elif kind == "out_and_back":
        a, b = (-far(), U(1.0, 3)) if r.random() < .7 else (far(), -U(1.0, 3))
        T = add([a, b, ("wait", U(.3, 3)), a])
    elif kind == "linger": T = add([-far(), -near, ("wait", U(4, 20)), -far()])
    elif kind == "linger_then_out": T = add([-far(), -near, ("wait", U(2, 15)), exitd()])
    elif kind == "static_cabinet":
        ns = int(U(15, 151)); T = U(6, 25)
        for _ in range(int(r.integers(0, 3))):
            sg = r.choice([-1, 1]); T = max(T, add([sg * far(), -sg * far()], speed(r), "hand", 0, U(.5, 6)))
    elif kind == "trolley":
        v = speed(r, .5, 1.6); sg = -1 if r.random() < .75 else 1
        ns = ns if r.random() < .3 else int(U(0, 25)); T = add([sg * far(), -sg * U(2.5, 4.5)], v, "trolley", 50)
    elif kind == "trolley_waits":
        v = speed(r, .5, 1.6); n2 = U(.4, 1.8) + .6
        ns = ns if r.random() < .3 else int(U(0, 25))
        T = add([-far() - .6, -n2, ("wait", U(3, 15)), exitd() if r.random() < .5 else -far()], v, "trolley", int(U(20, 51)))
    elif kind == "two_opposite":
        T = add([-far(), exitd()], speed(r)); v2 = speed(r)
        x2 = far(); tc = t0 + 3.5 / v
        T = max(T, add([x2, -exitd()], v2, "hand" if r.random() < .7 else "body", int(r.integers(1, 4)), max(.4, tc - x2 / v2 + r.normal(0, .6))))
    elif kind == "body_out": T = add([-far(), exitd()], v, "body")
    elif kind == "busy_out": ns = int(U(80, 151)); T = add([-far(), exitd()])
    elif kind == "walk_past":
        near = U(.5, 2.0) + .4; sg = -1 if r.random() < .8 else 1
        a = r.choice([-1, 1]); t1 = t0 + 6 / v
        C.append(([(0, sg * near, -3 * a), (t0, sg * near, -3 * a), (t0 + 3 / v, sg * (near + abs(r.normal(0, .1))), 0), (t1, sg * near, 3 * a)], mode, nt)); T = t1
    if kind not in ("static_cabinet", "two_opposite") and r.random() < .15:   # somebody without a tag
        sg = r.choice([-1, 1]); add([sg * far(), -sg * far()], speed(r), "hand", 0, U(.3, 5))
    T = min(40., max(5., T + U(1, 4)))
    return C, T, ns


def statics(r, n, w, T):
    G = []
    if not n: return G
    spots = [(-r.uniform(1.7, 2.4), r.choice([-1, 1]) * r.uniform(.6, 1.6))]
    for _ in range(int(r.integers(0, 3))):
        sg = -1 if r.random() < .85 else 1
        spots.append((sg * r.uniform(1.6, 4), r.uniform(-2, 2)))
    for i in range(n):
        x, y = spots[0] if r.random() < .6 else spots[int(r.integers(len(spots)))]
        p = np.array([[x + r.uniform(-.35, .35), y + r.uniform(-.4, .4), r.uniform(.2, 1.9)]])
        G.append(dict(p=p, axis=norm(r.normal(size=3))[None], bdir=None, bl=0, det=r.exponential(1.0), sens=r.uniform(-23, -18), moves=False))
    return G


def trace(r, kind):
    for attempt in range(400):
        s = Site(r)
        C, T, ns = scenario(r, kind, s.w)
        if T >= 40 and attempt < 399: continue
        n = len(np.arange(0, T, DT))
        cs, G, ok = [], [], True
        for knots, mode, nt in C:
            c = Carrier(track(r, knots, T), mode); cs.append(c)
            want = [d for _, d in crossings(c.body)]
            for i in range(nt):
                for k in range(12):
                    g = make_tag(r, c, mode, i)
                    got = [d for _, d in crossings(g["p"])]
                    if got == want and (want or np.abs(g["p"][:, 0]).min() >= .4) and tellable(s, g): break
                else:
                    ok = False; break
                g["own"] = c; G.append(g)
            if not ok: break
        if ok: break
    else:
        raise RuntimeError("no site")
    G += statics(r, ns, s.w, T)
    N = len(G); t = np.arange(n) * DT
    hops = s.freqs[r.integers(0, len(s.freqs), int(T / s.hop) + 2)]
    k = 2 * math.pi * hops[(t / s.hop).astype(int)] / 299.79
    ST = 6                                                     # static tags on a coarser grid
    PT = np.empty((N, 4, n), np.float32)
    st = [i for i in range(N) if not G[i]["moves"]]
    for i, g in enumerate(G):
        if g["moves"]:
            ppl = [c.body for c in cs if c is not g["own"]]
            for a in range(4): PT[i, a] = s.chan(a, g["p"], k, ppl) - tagloss(s, a, g)
    if st:
        p = np.array([G[i]["p"][0] for i in st])
        ks = k[::ST]; m = len(ks)
        near = [c.body[::ST] for c in cs]
        for a in range(4):
            tl = np.array([tagloss(s, a, G[i])[0] for i in st])
            uk, inv = np.unique(ks, return_inverse=True)
            h, sh = s.base(a, p[:, None, :] + np.zeros((1, len(uk), 1)), uk[None])
            e = s.final(a, p[:, None, :], ks[None], [b[None] for b in near], h[:, inv], sh[:, inv])
            PT[st, a] = np.repeat(e - tl[:, None], ST, 1)[:, :n]
    loss = np.array(s.loss)
    rs = s.ptx + 2 * (PT - loss[None, :, None]) - 6 + s.off
    sens = np.array([g["sens"] for g in G])[:, None, None]
    mar = np.minimum(s.ptx + PT - loss[None, :, None] - sens, (rs - s.rssi_floor) / 1.0)
    # air time
    reads = []; now = r.uniform(0, .02); ai = int(r.integers(4)); last = np.full((N, 1), -1.0)[:, 0] if N else None
    while now < T - .001 and N:
        a = s.order[ai % 4]; ai += 1; end = min(now + s.dwell, T - .001)
        while now < end:
            now += s.over * r.uniform(.7, 1.3)
            i = int(now / DT)
            if i >= n: break
            mm = mar[:, a, i]
            live = np.nonzero(mm + r.logistic(0, .5, N) > 0)[0]
            if len(live) == 0: now += .003; continue
            if s.queue: order = live[np.argsort(last[live] + r.uniform(0, .15, len(live)))]
            else: order = live[np.argsort(r.random(len(live)) - s.capture * mm[live])]
            tt = now + np.cumsum(r.gamma(4, .25 / s.rate, len(order)))
            c = tt < end
            now = end if not c.all() else float(tt[-1])
            for j, x in zip(order[c], tt[c]):
                if r.random() < s.lost: continue
                ii = min(int(x / DT), n - 1)
                if mar[j, a, ii] < -2: continue
                last[j] = x
                v = rs[j, a, ii] + r.normal(0, s.noise)
                v = max(-90., min(-18., round(v / s.q) * s.q))
                reads.append((int(x * 1e6), a + 1, int(j), float(v)))
    reads.sort()
    epcs = set()
    while len(epcs) < N: epcs.add("3034257BF4" + "".join("%X" % h for h in r.integers(0, 16, 14)))
    epcs = sorted(epcs); r.shuffle(epcs)
    tags, near = {}, []
    for j in sorted({q[2] for q in reads}):
        g = G[j]; mv = bool(g["moves"] and np.ptp(g["p"][:, :2], axis=0).max() > .3)
        cr = crossings(g["p"]) if g["moves"] else []
        tags[epcs[j]] = {"crossings": [{"t_us": int(q * 1e6), "direction": d} for q, d in cr], "moves": mv}
    for j, g in enumerate(G):
        if g["moves"]:
            for q, d in crossings(g["p"]):
                b = balance(s, g)[int(q / DT)]
                rt = [z[0] / 1e6 - q for z in reads if z[2] == j]
                near.append(dict(epc=epcs[j], t=round(q, 3), dir=d, reads_1s=sum(-1 < z < 1 for z in rt), reads_before=sum(-1.5 < z <= 0 for z in rt),
                                 reads_after_half=sum(0 < z <= .5 for z in rt), balance_at_line_db=round(float(b), 1)))
    info = dict(style=s.style, bad=[b + 1 for b in s.bad], antennas=s.pos.round(2).tolist(), loss_db=[round(q, 1) for q in s.loss], static=ns,
                rate=round(s.rate), dwell_ms=round(s.dwell * 1e3), duration=round(T, 2), attempts=attempt + 1, crossings=near)
    return reads, epcs, tags, info


def main():
    seed, N, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.makedirs(out, exist_ok=True)
    labels, sites = {}, {}
    ks = [KINDS[i % len(KINDS)] for i in range(N)]
    np.random.default_rng([seed, 99]).shuffle(ks)
    for i, kind in enumerate(ks):
        reads, epcs, tags, info = trace(np.random.default_rng([seed, i]), kind)
        name = "t%04d.jsonl" % i
        with open(os.path.join(out, name), "w") as f:
            for t, a, j, v in reads:
                f.write('{"t_us":%d,"antenna":%d,"epc":"%s","rssi_dbm":%.1f}\n' % (t, a, epcs[j], v))
        labels[name] = {"kind": kind, "tags": tags}; sites[name] = info
    json.dump({"code": "P-101", "antennas": [{"id": a, "zone": "INSIDE" if a < 3 else "OUTSIDE"} for a in (1, 2, 3, 4)]}, open(os.path.join(out, "portal.json"), "w"))
    json.dump(labels, open(os.path.join(out, "labels.json"), "w"), indent=0)
    json.dump(sites, open(os.path.join(out, "sites.json"), "w"), indent=0)   # for the curious, not for the detector


if __name__ == "__main__":
    main()
