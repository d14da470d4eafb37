#!/usr/bin/env python3
"""acceptance.py SEED N DIR: labelled traces of an exit gate as an acceptance test would draw them: simple, fair physics.

ASSUMPTIONS
 Geometry  Line is x=0; x<0 room (INSIDE), x>0 corridor (OUTSIDE). Ants 1,2 at x=-a, 3,4 at x=+a, a=1.0-1.5 m, left and
           right of the passage: posts (|y| .7-1.1 m, z 1.0-1.6) or ceiling (|y| .25-.6, z 2.3-2.6). Each is aimed across the
           passage, -.1-.4 m farther from the line than it stands (zones differ, both still cover the line). Mounting error a few cm, gain +-.7 dB.
           65% of sites have a wall in x=0 outside the doorway: 3-7 dB on RSSI for paths through it.
 Budget    Tx 25-30 dBm, patch 8 dBic nominal (-3 dB at 33-36 deg off axis, floor -10 dB: room reflections), -3 dB polarisation one way,
           866 or 915 MHz. One-way path loss 31.5 + 10 n log10(d), n=1.9-2.2, so RSSI ~ 40 log10 d (both ways).
           Tag: IC wake-up -19..-15 dBm, backscatter loss 5-7 dB, orientation/antenna 0-4 dB one way (per tag).
           Reader floor -80..-74 dBm. p(read in a round) = .96 * logistic(margin dB, half at +1, slope 1 dB), margin
           being the smaller of forward margin and reverse margin.
 Noise     Per read Gaussian sigma 2-3 dB; quantised to 0.5 or 1 dB. Slow shadowing sigma 1-2 dB, correlation ~1 m,
           per carrier and antenna, plus per tag and antenna constant (1 dB moving, 2.5 dB static).
 Fading    LOS + 8 point scatterers per antenna, K=9-15 dB; 10% of links K=3-5 dB (near-Rayleigh: deep nulls). Two-way,
           correlated in space (true positions) and in frequency (ETSI 4 ch / FCC 50 ch hopping). Hence phase also.
 Body      Carried in the hand: 0-3 dB behind the body. Against the body: 3-8 dB on RSSI when the body is between tag and
           antenna, 0-1.5 dB detuning one way. Any OTHER person standing in the path: 3-8 dB (also for static tags).
 Air       Antennas take turns, dwell 25-60 ms, 2-4 ms switching. Rounds: every tag at most once a round in random order,
           mean 1/R per read, R=350-1000/s, overhead 2-4 ms a round, cut at the end of dwell. Reports all reads (S0/dual
           target), no aggregation, t_us of the read itself. Doppler = -2 d'/lambda (approach positive) + noise 1.5-4 Hz,
           1/16 Hz steps. Phase = 4 pi d/lambda + cable/tag/channel offsets + noise, pi ambiguity; in 70% of the traces.
 Fairness  Speed is capped (>= .5 m/s) and R raised where the tag count would leave < ~16 reads per tag over the
           middle 2 m; body kind .7-2 m/s. NON-crossing tags (every single tag, not just the carrier) stay >= .5 m from the
           line. Static tags stay >= .8 m from the line. Labels are from the tag's own true position, not the carrier's.
           A moving tag with no read at all is not in the labels; nothing else is filtered or repaired.
"""
import sys, os, json, math
import numpy as np

DT = 0.005
KINDS = ["walk-out", "walk-in", "uturn-inside", "uturn-outside", "linger", "walk-static", "trolley",
         "opposite", "body", "static-only", "trolley-wait-leave", "trolley-wait-stay"]
PORTAL = {"code": "P-101", "antennas": [{"id": 1, "zone": "INSIDE"}, {"id": 2, "zone": "INSIDE"},
                                        {"id": 3, "zone": "OUTSIDE"}, {"id": 4, "zone": "OUTSIDE"}]}


def smooth(a, s):
    n = int(3 * s / DT)
    k = np.exp(-.5 * (np.arange(-n, n + 1) * DT / s) ** 2); k /= k.sum()
    return np.convolve(np.pad(a, n, mode="edge"), k, mode="valid")


class Carrier:
    """Something that moves along x with a small lateral drift; legs = [(duration, target x)], linear, smoothed."""
    def __init__(s, rng, T, x0, legs, y0, face, y1=None, gait=True, turns=True, person=True, sway=0.0):
        s.t = np.arange(0, T + DT, DT)
        pt, px = [0.0], [x0]
        for d, x in legs:
            pt.append(pt[-1] + max(d, 1e-3)); px.append(x)
        x = smooth(np.interp(s.t, pt, px), .12)
        v = np.gradient(x, DT)
        if gait:                                                     # step ripple, in proportion to speed
            f = rng.uniform(1.6, 2.2)
            x = x + np.abs(v) / (2 * np.pi * f) * .1 * np.sin(2 * np.pi * f * s.t + rng.uniform(0, 6))
        if sway:
            for _ in range(3):
                f = rng.uniform(.1, .5)
                x = x + sway / 2 * np.sin(2 * np.pi * f * s.t + rng.uniform(0, 6))
        y1 = y0 if y1 is None else y1
        y = y0 + (y1 - y0) * (x - x.min()) / max(np.ptp(x), 1) + (sway or .03) * np.sin(2 * np.pi * rng.uniform(.2, .5) * s.t + rng.uniform(0, 6))
        s.p = np.stack([x, y], 1)
        if turns:                                                    # heading angle, turning takes ~.5 s
            sg = np.where(np.abs(v) > .15, np.sign(v), 0)
            cur = face; h = np.empty_like(sg)
            for i, q in enumerate(sg):
                if q: cur = q
                h[i] = cur
            # a person looks where he goes already at the beginning
            ang = smooth(np.where(h > 0, 0.0, np.pi), .2)
        else:
            ang = np.full(len(s.t), 0.0 if face > 0 else np.pi)
        s.h = np.stack([np.cos(ang), np.sin(ang)], 1)
        s.person = person
        s.block = rng.uniform(3, 8)


class World:
    def __init__(s, rng, T, R):
        s.rng, s.T, s.R = rng, T, R
        U = rng.uniform
        a = U(1.0, 1.5)
        ceil = rng.random() < .3
        yy, zz = (U(.25, .6), U(2.3, 2.6)) if ceil else (U(.7, 1.1), U(1.0, 1.6))
        aim = U(-.1, .4)
        s.apos, s.abore, s.again = [], [], []
        for sx, sy in ((-1, -1), (-1, 1), (1, -1), (1, 1)):
            p = np.array([sx * (a + U(-.05, .05)), sy * (yy + U(-.05, .05)), zz + U(-.05, .05)])
            q = np.array([sx * (a + aim), 0.0, 1.1])
            b = (q - p) / np.linalg.norm(q - p)
            s.apos.append(p); s.abore.append(b); s.again.append(8 + U(-.7, .7))
        s.half = U(33, 36)
        s.tx = U(25, 30); s.n = U(1.9, 2.2)
        s.floor = U(-80, -74)
        s.sigma = U(2, 3); s.shsig = U(1, 2)
        s.q = .5 if rng.random() < .6 else 1.0
        s.dopsig = U(1.5, 4); s.phase = rng.random() < .7
        s.wall = U(3, 7) if rng.random() < .65 else 0.0
        s.door = U(.55, 1.0)
        s.Klos = U(9, 15)
        s.freqs, s.hop = ((866e6 + 6e5 * np.arange(4) - 3e5, U(1, 4)) if rng.random() < .5
                          else (902.75e6 + 5e5 * np.arange(50), U(.2, .4)))
        M = 8
        s.sc = np.stack([U(-4, 4, (4, M)), U(-2.5, 2.5, (4, M)), U(0, 2.8, (4, M))], -1)
        c = rng.normal(size=(4, M)) + 1j * rng.normal(size=(4, M))
        s.scc = c / np.sqrt((abs(c) ** 2).sum(1, keepdims=True))
        s.carriers, s.tags, s.used = [], [], set()
        s.mfr = "".join(rng.choice(list("0123456789ABCDEF"), 6))

    def epc(s):
        while True:
            e = "3034" + s.mfr + "".join(s.rng.choice(list("0123456789ABCDEF"), 14))
            if e not in s.used:
                s.used.add(e); return e

    def add(s, c):
        s.carriers.append(c)
        # slow shadowing field of this carrier, per antenna: sum of cosines
        c.sk = s.rng.normal(size=(4, 12, 2)) / 1.0
        c.sphi = s.rng.uniform(0, 2 * np.pi, (4, 12))
        return c

    def tag(s, c, off, z, normal=None, L=0.0, detune=0.0, static_xyz=None, odb=4.0):
        """off=(forward,left) from the carrier; normal = local unit direction the tag faces away from the body; L dB on RSSI."""
        s.tags.append(dict(epc=s.epc(), c=c, off=off, z=z, normal=normal, L=L, detune=detune, xyz=static_xyz,
                           orient=s.rng.uniform(0, odb), ic=s.rng.uniform(-19, -15), bs=s.rng.uniform(5, 7)))

    def person_tags(s, c, n, body=False):
        U, r = s.rng.uniform, s.rng
        for _ in range(n):
            if not body:                                             # in the hand / a bag, somewhat ahead or beside
                side = r.choice([-1, 1])
                off = (U(.05, .35), side * U(.15, .3)); nrm = np.array([.7, .7 * side])
                s.tag(c, off, U(.7, 1.3), nrm, U(0, 3), 0)
            else:
                w = r.choice(["chest", "hip", "back"], p=[.35, .4, .25])
                ang = {"chest": 0, "hip": r.choice([-1, 1]) * np.pi / 2, "back": np.pi}[w] + U(-.3, .3)
                nrm = np.array([np.cos(ang), np.sin(ang)])
                s.tag(c, tuple(nrm * U(.12, .18)), U(.8, 1.0) if w == "hip" else U(1.1, 1.4), nrm, U(3, 8), U(0, 1.5), odb=2.5)

    def statics(s, n):
        U, r = s.rng.uniform, s.rng
        if n == 0: return
        side = -1 if r.random() < .8 else 1
        cy = r.choice([-1, 1]) * U(.8, 2.0); cx = side * U(1.9, 2.4)
        near = r.random() < .5
        for i in range(n):
            if near and r.random() < .15:                            # some nearer
                p = (side * U(.8, 1.6), np.sign(cy) * U(.8, 1.6), U(.3, 1.8))
            else:                                                    # the cabinet, 1 m wide, .5 deep
                p = (cx + U(-.25, .25), cy + U(-.5, .5), U(.2, 1.9))
            s.tag(None, None, p[2], static_xyz=np.array(p))

    def build(s):
        """Tag positions and velocities on the time grid, constants per tag and antenna."""
        n = len(s.tags); s.t = np.arange(0, s.T + DT, DT); m = len(s.t)
        s.P = np.empty((n, m, 3))
        s.nw = np.zeros((n, m, 2)); s.L = np.zeros(n)
        for i, g in enumerate(s.tags):
            if g["xyz"] is not None:
                s.P[i] = g["xyz"]; continue
            c = g["c"]; h = c.h; l = np.stack([-h[:, 1], h[:, 0]], 1)
            s.P[i, :, :2] = c.p + g["off"][0] * h + g["off"][1] * l
            s.P[i, :, 2] = g["z"]
            if g["normal"] is not None:
                s.nw[i] = g["normal"][0] * h + g["normal"][1] * l; s.L[i] = g["L"]
        s.V = np.gradient(s.P, DT, axis=1) if m > 1 else s.P * 0
        s.static = np.array([g["xyz"] is not None for g in s.tags])
        s.orient = np.array([g["orient"] + g["detune"] for g in s.tags])
        s.ic = np.array([g["ic"] for g in s.tags]); s.bs = np.array([g["bs"] for g in s.tags])
        s.cst = s.rng.normal(size=(n, 4)) * np.where(s.static, 2.5, 1.0)[:, None]
        K = s.Klos + s.rng.uniform(-1, 1, (n, 4))
        weak = s.rng.random((n, 4)) < .10
        s.K = 10 ** (np.where(weak, s.rng.uniform(3, 5, (n, 4)), K) / 10)
        s.pho = s.rng.uniform(0, 2 * np.pi, n); s.apho = s.rng.uniform(0, 2 * np.pi, (4, len(s.freqs)))
        s.sh = np.zeros((4, n, m), np.float32)
        ci = {}
        for i, g in enumerate(s.tags):
            c = g["c"]
            if c is None: continue
            if id(c) not in ci:                                      # field sampled at the carrier
                ci[id(c)] = np.stack([s.shsig * math.sqrt(2 / 12) * np.cos(c.p @ c.sk[a].T + c.sphi[a]).sum(1) for a in range(4)])
            s.sh[:, i] = ci[id(c)]

    def link(s, idx, a, t, ch):
        """idx tags, antenna a (0..3), time t per tag -> forward margin, mean RSSI (no noise), phase, doppler."""
        f = np.clip(t / DT, 0, len(s.t) - 1.001); k = f.astype(int); w = (f - k)[:, None]
        p = s.P[idx, k] * (1 - w) + s.P[idx, k + 1] * w
        r = p - s.apos[a]; d = np.maximum(np.linalg.norm(r, axis=1), .25); u = r / d[:, None]
        th = np.degrees(np.arccos(np.clip(u @ s.abore[a], -1, 1)))
        g = s.again[a] + np.maximum(-3 * (th / s.half) ** 2, -10)
        pl = 31.5 + 10 * s.n * np.log10(d)
        # losses on the direct path, in RSSI dB (half of it one way)
        los = np.zeros(len(idx))
        behind = -(s.nw[idx, k] * (-u[:, :2])).sum(1)                # >0: body between tag and antenna
        los += s.L[idx] * np.clip((behind + .2) / 1.0, 0, 1)
        for c in s.carriers:
            if not c.person: continue
            own = np.array([s.tags[i]["c"] is c for i in idx])
            q = c.p[k] - s.apos[a][:2]; e = r[:, :2]; ee = np.maximum((e ** 2).sum(1), 1e-6)
            lam = np.clip((q * e).sum(1) / ee, 0, 1)
            dist = np.linalg.norm(q - lam[:, None] * e, axis=1)
            hz = s.apos[a][2] + lam * r[:, 2]
            los += np.where(own | (hz > 1.75), 0, c.block * np.clip((.4 - dist) / .25, 0, 1))
        if s.wall:
            ax = s.apos[a]
            cross = (p[:, 0] * ax[0]) < 0
            lam = ax[0] / np.where(cross, ax[0] - p[:, 0], 1)
            yc = ax[1] + lam * r[:, 1]
            los += np.where(cross, s.wall * np.clip((np.abs(yc) - s.door) / .15, 0, 1), 0)
        kk = 2 * np.pi * s.freqs[ch] / 2.998e8
        lm = np.linalg.norm(s.sc[a] - s.apos[a], axis=1) + np.linalg.norm(p[:, None] - s.sc[a], axis=2)
        h = 10 ** (-los / 40) * np.exp(-1j * kk * d) + (np.exp(-1j * kk * lm) * s.scc[a]).sum(1) / np.sqrt(s.K[idx, a])
        one = 20 * np.log10(np.maximum(abs(h), .02))
        half = (s.sh[a, idx, k] + s.cst[idx, a]) / 2                 # shadowing is given in RSSI dB
        ptag = s.tx + g - pl - 3 - s.orient[idx] + 2 + one + half
        rssi = ptag - s.bs[idx] + 2 - 3 - s.orient[idx] - pl + g + one + half
        vr = (s.V[idx, k] * u).sum(1)
        ph = -2 * np.angle(h) + s.pho[idx] + s.apho[a, ch]
        return ptag - s.ic[idx], rssi, ph, -2 * vr * kk / (2 * np.pi)

    def run(s):
        rng = s.rng; s.build(); n = len(s.tags); out = []
        dwell = rng.uniform(.025, .06); sw = rng.uniform(.002, .004); ovh = rng.uniform(.002, .004)
        order = [0, 1, 2, 3] if rng.random() < .5 else [0, 2, 1, 3]
        t = rng.uniform(0, .02); ch = rng.integers(len(s.freqs)); nh = rng.uniform(0, s.hop); ai = rng.integers(4)
        allidx = np.arange(n)
        while t < s.T:
            a = order[ai % 4]; ai += 1; end = min(t + dwell, s.T)
            if t > nh: ch = rng.integers(len(s.freqs)); nh = t + s.hop
            while t < end - .003:
                fm, rs, _, _ = s.link(allidx, a, np.full(n, t), ch)
                mar = np.minimum(fm, rs - s.floor)
                p = .96 / (1 + np.exp(-np.clip(mar - 1, -30, 30)))
                got = rng.permutation(allidx[rng.random(n) < p])
                gaps = np.full(len(got), 1 / s.R) * rng.gamma(4, .25, len(got))
                ts = t + ovh + np.cumsum(gaps)
                keep = ts < end; got, ts = got[keep], ts[keep]
                full = keep.all()
                if len(got):
                    _, rs, ph, dop = s.link(got, a, ts, ch)
                    rs = rs + rng.normal(size=len(got)) * s.sigma
                    rs = np.round(rs / s.q) * s.q
                    ph = ph + rng.normal(size=len(got)) * .12 + np.pi * rng.integers(0, 2, len(got))
                    ph = np.round(np.degrees(ph) % 360 / 360 * 4096) % 4096 * 360 / 4096
                    dop = np.round((dop + rng.normal(size=len(got)) * s.dopsig) * 16) / 16
                    for i, tt, r_, f_, d_ in zip(got, ts, rs, ph, dop):
                        if r_ < s.floor - 1: continue
                        o = {"t_us": int(tt * 1e6) + 1000, "antenna": a + 1, "epc": s.tags[i]["epc"], "rssi_dbm": float(r_)}
                        if s.phase: o["phase_deg"] = round(float(f_), 2)
                        o["doppler_hz"] = float(d_)
                        out.append(o)
                t = (ts[-1] if len(ts) else t + ovh) + .001 if full else end
            t = max(t, end) + sw
        out.sort(key=lambda o: o["t_us"])
        return out

    def labels(s, reads):
        seen = {o["epc"] for o in reads}; lab = {}
        for i, g in enumerate(s.tags):
            x = s.P[i, :, 0]; cr = []
            for k in np.nonzero(np.sign(x[1:]) != np.sign(x[:-1]))[0]:
                tt = s.t[k] + DT * x[k] / (x[k] - x[k + 1])
                cr.append({"t_us": int(tt * 1e6) + 1000, "direction": "OUT" if x[k + 1] > x[k] else "IN"})
            g["cr"] = cr
            if not cr: assert np.abs(x).min() >= .45, (np.abs(x).min(),)
            assert len(cr) <= 1, cr
            if g["epc"] in seen:
                lab[g["epc"]] = {"crossings": cr, "moves": bool(np.ptp(s.P[i, :, 0]) > .3 or np.ptp(s.P[i, :, 1]) > .3)}
        return lab


def vcap(v, R, nmove, nstat):
    """A rate that leaves ~16 reads per tag over the middle 2 m; else a slower walk."""
    for _ in range(20):
        rate = .8 * R / (nmove + .6 * nstat + 1)
        if 2 * rate / v >= 16: return v, R
        if R < 950: R = min(1000, R * 1.25)
        else: v = max(.5, 2 * rate / 16)
    return v, R


def speed(rng, lo=.5, hi=3.0):
    return float(np.exp(rng.uniform(np.log(lo), np.log(hi))))


def walk(rng, d, v, tmax=9.5, lane=None):
    """-> T, x0, legs, y0, y1 for a passage in direction d (+1 = OUT)."""
    a = rng.uniform(2.3, 4.0); b = rng.uniform(2.3, 4.0)
    pre = rng.uniform(0, 1.2) if rng.random() < .4 else 0
    if (a + b) / v + pre > tmax:
        pre = min(pre, .3); k = max((tmax - pre) * v / (a + b), 4.2 / (a + b)); a, b = a * k, b * k
    y0 = rng.uniform(-.35, .35) if lane is None else lane
    y1 = np.clip(y0 + rng.uniform(-.25, .25), -.45, .45) if lane is None else lane
    T = pre + (a + b) / v + rng.uniform(.1, .6)
    return max(T, 2.0), -d * a, [(pre, -d * a), ((a + b) / v, d * b)], y0, y1


def trolley_tags(w, c, n, L):
    U = w.rng.uniform
    for _ in range(n):
        w.tag(c, (U(-L / 2, L / 2), U(-.25, .25)), U(.3, 1.2))


def make(rng, kind):
    R = float(np.exp(rng.uniform(np.log(350), np.log(1000))))
    some = int(rng.integers(3, 40)) if rng.random() < .3 else 0
    if kind in ("walk-out", "walk-in", "body", "walk-static"):
        d = {"walk-out": 1, "walk-in": -1}.get(kind) or (1 if rng.random() < .5 else -1)
        nst = int(rng.choice([0, 10, 25, 50, 75, 100, 150], p=[.04, .16, .16, .16, .16, .16, .16]) * rng.uniform(.85, 1)) if kind == "walk-static" else some
        nt = int(rng.integers(1, 4))
        v, R = vcap(speed(rng, *((.7, 2) if kind == "body" else (.5, 3))), R, nt, nst)
        T, x0, legs, y0, y1 = walk(rng, d, v)
        w = World(rng, T, R); c = w.add(Carrier(rng, T, x0, legs, y0, d, y1))
        w.person_tags(c, nt, kind == "body"); w.statics(nst)
    elif kind.startswith("uturn"):
        side = -1 if kind == "uturn-inside" else 1
        nt = int(rng.integers(1, 4)); v, R = vcap(speed(rng, .5, 2.2), R, nt, some)
        far = rng.uniform(2.5, 4); apex = rng.uniform(.5, 1.8) + .4  # tag may be .35 m ahead of the carrier
        hold = rng.uniform(.1, 1.5); v2 = v * rng.uniform(.8, 1.2)
        far = min(far, apex + 3.6 * v)
        T = (far - apex) / v + hold + (far - apex) / v2 + rng.uniform(.1, .5); T = max(T, 2.0)
        w = World(rng, T, R)
        c = w.add(Carrier(rng, T, side * far, [((far - apex) / v, side * apex), (hold, side * apex), ((far - apex) / v2, side * far)],
                          rng.uniform(-.4, .4), -side))
        w.person_tags(c, nt, rng.random() < .25); w.statics(some)
    elif kind == "linger":
        side = -1 if rng.random() < .65 else 1
        T = rng.uniform(5, 10); xs = rng.uniform(1.1, 2.4); x = xs; legs = []; tt = 0
        while tt < T:
            hold = rng.uniform(.5, 3); legs.append((hold, side * x)); nx = rng.uniform(1.1, 2.4)
            mv = abs(nx - x) / rng.uniform(.4, 1.0); legs.append((mv, side * nx)); tt += hold + mv; x = nx
        w = World(rng, T, R); c = w.add(Carrier(rng, T, side * xs, legs, rng.uniform(-.6, .6), rng.choice([-1, 1]), sway=.08))
        w.person_tags(c, int(rng.integers(1, 4)), rng.random() < .3); w.statics(some)
    elif kind == "trolley":
        d = 1 if rng.random() < .7 else -1; v, R = vcap(speed(rng, .5, 1.8), R, 50, some)
        L = rng.uniform(.6, 1.0); T, x0, legs, y0, y1 = walk(rng, d, v); y0, y1 = y0 / 2, y1 / 2
        w = World(rng, T, R); c = w.add(Carrier(rng, T, x0, legs, y0, d, y1, gait=False, turns=False, person=False))
        pu = w.add(Carrier(rng, T, x0, legs, y0, d, y1, gait=False, turns=False)); pu.p = c.p - c.h * (L / 2 + .5)
        trolley_tags(w, c, 50, L); w.statics(some)
    elif kind == "opposite":
        n1, n2 = int(rng.integers(1, 4)), int(rng.integers(1, 4))
        v1, R = vcap(speed(rng), R, n1 + n2, some); v2, R = vcap(float(np.clip(v1 * rng.uniform(.7, 1.4), .5, 3)), R, n1 + n2, some)
        ln = rng.choice([-1, 1]) * rng.uniform(.28, .42)
        A = walk(rng, 1, v1, 8, ln); B = walk(rng, -1, v2, 8, -ln)
        ta = A[2][0][0] + abs(A[1]) / v1; tb = B[2][0][0] + abs(B[1]) / v2
        dl = ta - tb + rng.uniform(-.8, .8)                          # both at the line at about the same time
        da, db = max(0, -dl), max(0, dl)
        A[2][0] = (A[2][0][0] + da, A[2][0][1]); B[2][0] = (B[2][0][0] + db, B[2][0][1])
        T = max(min(max(A[0] + da, B[0] + db), max(ta + da, tb + db) + 4, 10), max(ta + da, tb + db) + 1.5)
        w = World(rng, T, R)
        ca = w.add(Carrier(rng, T, A[1], A[2], ln, 1)); cb = w.add(Carrier(rng, T, B[1], B[2], -ln, -1))
        w.person_tags(ca, n1); w.person_tags(cb, n2); w.statics(some)
    elif kind == "static-only":
        T = rng.uniform(4, 10); w = World(rng, T, R)
        w.statics(int(rng.choice([5, 20, 50, 100, 150]) * rng.uniform(.8, 1)))
        if rng.random() < .5:                                        # somebody without a tag passes: shadows only
            v = speed(rng); x = rng.choice([-1, 1]) * 3.5
            w.add(Carrier(rng, T, x, [(rng.uniform(0, 2), x), (7 / v, -x)], rng.uniform(-.4, .4), -np.sign(x)))
    else:                                                            # trolley waiting inside near the gate
        leave = kind.endswith("leave"); L = rng.uniform(.6, 1.0); n = int(rng.integers(20, 51))
        v, R = vcap(speed(rng, .8 if leave else .5, 1.5), R, n, some)
        stand = rng.uniform(.6, 1.8) + L / 2; arrive = rng.random() < .4; far = stand + rng.uniform(1, 2)
        x0 = -far if arrive else -stand; legs = [((far - stand) / v, -stand)] if arrive else []
        to = rng.uniform(2.0, 3.0)                                   # wait 1-4.5 s, whole trace ~10 s at most
        wait = max(1.0, min(rng.uniform(2, 4.5), 9.8 - sum(l[0] for l in legs) - (stand + to) / v * leave)); legs.append((wait, -stand))
        if leave: legs.append(((stand + to) / v, to))
        elif rng.random() < .4: legs.append((rng.uniform(1, 3), -stand - rng.uniform(.5, 1.5)))  # is pulled back
        T = sum(l[0] for l in legs) + rng.uniform(.2, .8)
        if not leave: T = min(max(T, rng.uniform(4, 9)), 10)
        y0 = rng.uniform(-.3, .3)
        w = World(rng, T, R); c = w.add(Carrier(rng, T, x0, legs, y0, 1, gait=False, turns=False, person=False))
        pu = w.add(Carrier(rng, T, x0, legs, y0, 1, gait=False, turns=False)); pu.p = c.p - c.h * (L / 2 + .5)
        trolley_tags(w, c, n, L); w.statics(some)
    return w


def main():
    seed, N, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.makedirs(out, exist_ok=True)
    json.dump(PORTAL, open(os.path.join(out, "portal.json"), "w"))
    labels, truth = {}, {}
    for i in range(N):
        rng = np.random.default_rng([seed, i]); kind = KINDS[i % len(KINDS)]
        w = make(rng, kind); reads = w.run(); name = f"{i:04d}-{kind}.jsonl"
        labels[name] = {"kind": kind, "tags": w.labels(reads)}
        with open(os.path.join(out, name), "w") as f:
            for o in reads: f.write(json.dumps(o, separators=(",", ":")) + "\n")
    json.dump(labels, open(os.path.join(out, "labels.json"), "w"), indent=0)


if __name__ == "__main__":
    main()
