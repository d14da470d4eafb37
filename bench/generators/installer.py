#!/usr/bin/env python3
"""installer.py SEED N DIR: labelled traces of an exit gate as an installer remembers it (Impinj R700, Zebra FX9600).

ASSUMPTIONS
 Axes    x along the passage, x<0 room (INSIDE), x>0 corridor (OUTSIDE), line x=0; OUT = -x to +x. y across, z up.
 Mount   door 0.95-2.4 m wide; 3 styles: posts (z .8-1.7 m, toe-in 15-50 deg), overhead (z 2.2-2.6, down-tilt 30-55),
         mixed. Antennas 5-35 cm off the line on their own side, 1,2 aimed into the room, 3,4 into the corridor,
         a few deg / cm / dB of mounting and cable error each. Patch 5.5-8 dBi, 62-75 deg beam, F/B only 10-17 dB
         as installed (metal frames).
 Power   24.5-30 dBm conducted; one-way link h = direct ray (dipole tag, circular patch, wall loss beside the opening,
         body shadow) + floor/side/back/opposite wall images + 5-9 racks + people as moving scatterers.
         RSSI = Ptx + 2*20log|h| - tag loss; so humps per antenna plus lambda/2 ripple and nulls; 0.5 / 1 dB steps.
         Tag answers if energised (soft threshold -15.5..-19.5 dBm) and above the receiver floor (-74..-80 dBm).
 Tags    per-tag offset N(0,1.5) one-way, material/nesting loss, random dipole axis (turns with the bearer),
         shaded hemisphere for tags in a trolley/cabinet.
 Body    4-9 dB one-way when the ray passes through a torso (r .17-.24 m, height 1.6-1.9); tag against the body adds
         2-6 dB detuning everywhere. Overhead antennas see over it. Shadows hit everybody's tags, not only the bearer's.
 Air     one antenna at a time, dwell 30-140 ms; rounds over the tags that answer, 1/rate per read (150-900/s),
         3-9 ms per round lost, tag list shared by all (150 shelved tags starve the walker). Session 0 or dual target;
         single-target S1/S2 left out: nobody commissions a direction portal with it. Some readers leave an empty antenna early.
 Drops   random blanks per tag+antenna (50-250 ms) and per bearer (hand over tag, 100-400 ms).
 Phase   -2*arg h + antenna and channel offsets + noise, FCC (50 ch, 200-400 ms) or ETSI (4 ch, 1-3 s) hopping; Zebra: sometimes none.
 People  paths are smoothed polylines through the opening, speed wobble, arm swing; corridor may be straight or transverse.
 Labels  crossing = last x=0 passage of the tag itself before it is 15 cm beyond. moves = tag moved > 0.3 m in the trace.
"""
import sys, os, json
import numpy as np

C = 299792458.0
DT = 0.01
KINDS = ["walk_out", "walk_in", "uturn_inside", "uturn_outside", "linger", "static_walk_out", "static_walk_in",
         "trolley", "opposite", "body", "static_only", "trolley_wait_leave", "trolley_wait_stay"]


def unit(v):
    return v / np.maximum(np.linalg.norm(v, axis=-1, keepdims=True), 1e-9)


# ------------------------------------------------------------------ installation
class Site:
    def __init__(s, r, kind):
        s.W = r.uniform(1.3, 2.4) if kind.startswith("trolley") or kind == "opposite" else r.uniform(0.95, 2.2)
        s.style = r.choice(["posts", "posts", "overhead", "mixed"])
        s.vendor = r.choice(["impinj", "zebra"])
        s.etsi = r.random() < 0.5
        g0, s.hp, s.fb = r.uniform(5.5, 8), r.uniform(62, 75), r.uniform(10, 17)
        off = r.uniform(0.05, 0.35)
        zp, zo = r.uniform(0.8, 1.7), r.uniform(2.2, 2.6)
        toe, tilt = np.radians(r.uniform(15, 50)), np.radians(r.uniform(30, 55))
        A, B, G = [], [], []
        for zone in (-1, 1):
            for j in (0, 1):
                side = -1 if j == 0 else 1
                over = s.style == "overhead" or (s.style == "mixed" and j == 1)
                if over:
                    y = side * s.W * r.uniform(.15, .3) if s.style == "overhead" else 0.
                    p = np.array([zone * off, y, zo])
                    b = np.array([zone * np.cos(tilt), 0, -np.sin(tilt)])
                else:
                    z = zp + (0.35 * side if s.style == "posts" and s.W > 1.6 else 0)
                    p = np.array([zone * off, side * (s.W / 2 + .08), z])
                    b = np.array([zone * np.cos(toe), -side * np.sin(toe), 0.03])
                p = p + r.normal(0, .03, 3)
                p[0] = zone * max(.03, zone * p[0])
                A.append(p); B.append(unit(b + r.normal(0, .06, 3))); G.append(g0 + r.normal(0, .6))
        s.A, s.B, s.G = np.array(A), np.array(B), np.array(G)
        s.zone = np.array([-1, -1, 1, 1])
        s.ptx = r.uniform(24.5, 30)
        s.floor = -r.uniform(74, 80)
        s.wall_loss = r.choice([3, 5, 8]) + r.uniform(-1, 1)
        # reflecting planes: (axis, coordinate, coefficient)
        s.transverse = r.random() < .5
        s.depth = r.uniform(2.2, 3.5) if s.transverse else r.uniform(5, 9)
        s.planes = [(2, 0., -r.uniform(.2, .45)), (1, -r.uniform(1.6, 4), -r.uniform(.15, .4)),
                    (1, r.uniform(1.6, 4), -r.uniform(.15, .4)), (0, -r.uniform(5, 9), -r.uniform(.15, .4)),
                    (0, s.depth, -r.uniform(.2, .45)), (2, r.uniform(2.7, 3.5), -r.uniform(.1, .3))]
        n = r.integers(5, 10)
        x = np.where(r.random(n) < .6, -r.uniform(.6, 4.5, n), r.uniform(.6, min(4, s.depth), n))
        s.S = np.stack([x, r.choice([-1, 1], n) * r.uniform(.9, 2.5, n), r.uniform(.3, 2.2, n)], 1)
        s.sig = np.exp(r.normal(np.log(.35), .6, n))
        s.sph = r.uniform(0, 2 * np.pi, n)
        if s.etsi:
            s.freqs = np.array([865.7, 866.3, 866.9, 867.5]) * 1e6; s.hop = r.uniform(1., 3.)
        else:
            s.freqs = (902.75 + .5 * np.arange(50)) * 1e6; s.hop = r.uniform(.2, .4)
        s.chph = r.uniform(0, 2 * np.pi, (4, len(s.freqs)))
        s.has_phase = s.vendor == "impinj" or r.random() < .7
        s.q = r.choice([.5, 1.]) if s.vendor == "impinj" else 1.
        s.dwell = r.uniform(.03, .14)
        s.order = [0, 1, 2, 3] if r.random() < .6 else [0, 2, 1, 3]
        s.dual = r.random() < .35
        s.early = r.random() < .5

    def pat(s, a, u, bore=None):
        th = np.degrees(np.arccos(np.clip(u @ (s.B[a] if bore is None else bore), -1, 1)))
        q = (th / s.hp) ** 2
        return 10 ** ((s.G[a] - np.minimum(12 * q / (1 + .25 * q), s.fb)) / 20)

    def wall(s, a, P, A):
        """one-way amplitude through the door wall when the ray misses the opening"""
        x0 = A[0]
        cross = (P[:, 0] * x0) < 0
        f = np.where(cross, -x0 / np.where(np.abs(P[:, 0] - x0) < 1e-6, 1e-6, P[:, 0] - x0), 0)
        y = A[1] + f * (P[:, 1] - A[1])
        ex = 1 / (1 + np.exp(-(np.abs(y) - s.W / 2 - .12) / .06))
        return 10 ** (-s.wall_loss * ex * cross / 20)


def dip(u, ax, floor):
    c2 = np.sum(u * ax, -1) ** 2
    return np.sqrt(np.maximum(1 - c2, floor))


def channel(s, a, P, ax, shv, shdb, bodies, k, own):
    """one-way complex gain from antenna a to tag points P (M,3); bodies: list of (xy (M,2), dict)"""
    A = s.A[a]
    v = P - A
    d = np.maximum(np.linalg.norm(v, axis=1), .12)
    u = v / d[:, None]
    loss = np.zeros(len(P))
    for bi, (xy, b) in enumerate(bodies):        # torso shadows
        w = P[:, :2] - A[:2]
        L2 = np.maximum(np.sum(w * w, 1), 1e-6)
        f = np.clip(np.sum((xy - A[:2]) * w, 1) / L2, 0, 1)
        cl = np.linalg.norm(A[:2] + f[:, None] * w - xy, axis=1)
        zr = A[2] + f * (P[:, 2] - A[2])
        loss += b["db"] / (1 + np.exp((cl - b["r"]) / .045)) / (1 + np.exp((zr - b["h"]) / .05))
    loss += shdb * np.clip(np.sum(u * shv, 1), -1, 1).clip(0) ** .5
    h = s.pat(a, u) / d * dip(u, ax, .12) * s.wall(a, P, A) * 10 ** (-loss / 20) * np.exp(-1j * k * d)
    side = np.where(P[:, 0] * s.zone[a] > 0, 1., .6)
    sl = 10 ** (-.35 * loss / 20)                # shadowed tags lose part of the scattered field too
    for axn, c, g in s.planes:
        Ai, Bi = A.copy(), s.B[a].copy()
        Ai[axn] = 2 * c - Ai[axn]; Bi[axn] = -Bi[axn]
        vi = P - Ai
        di = np.linalg.norm(vi, axis=1); ui = vi / di[:, None]
        h = h + g * side * sl * s.pat(a, ui, Bi) / di * dip(ui, ax, .12) * np.exp(-1j * k * di)
    for S, sg, ph in zip(s.S, s.sig, s.sph):
        v1 = S - A; d1 = np.linalg.norm(v1)
        v2 = P - S; d2 = np.maximum(np.linalg.norm(v2, axis=1), .35)
        thr = np.where(P[:, 0] * S[0] > 0, 1., .5)
        h = h + thr * sl * s.pat(a, v1 / d1) * np.sqrt(sg / 12.57) / (d1 * d2) * .75 * np.exp(-1j * (k * (d1 + d2) + ph))
    for bi, (xy, b) in enumerate(bodies):
        if bi == own:
            continue
        S = np.concatenate([xy, np.full((len(P), 1), 1.1)], 1)
        v1 = S - A; d1 = np.maximum(np.linalg.norm(v1, axis=1), .4)
        d2 = np.maximum(np.linalg.norm(P - S, axis=1), .5)
        h = h + s.pat(a, unit(v1)) * np.sqrt(b["sig"] / 12.57) / (d1 * d2) * .7 * np.exp(-1j * (k * (d1 + d2) + b["ph"]))
    return h * 10 ** (-3 / 20) / (2 * k)          # circular-to-linear 3 dB; lambda/4pi = 1/2k


# ------------------------------------------------------------------ motion
def smooth(x, w):
    w = max(1, int(w)) | 1
    p = w // 2
    k = np.hanning(w + 2)[1:-1]
    return np.stack([np.convolve(np.pad(c, p, mode="edge"), k / k.sum(), "valid") for c in x.T], 1)


def follow(pts, r, v, hold0=0., hold1=0., slow=None):
    """walk a polyline at speed v with wobble; slow=(fraction of length, factor)"""
    pts = np.array(pts, float)
    seg = np.linalg.norm(np.diff(pts, axis=0), axis=1); S = np.concatenate([[0], np.cumsum(seg)])
    fine = np.linspace(0, S[-1], int(S[-1] / .01) + 2)
    xy = smooth(np.stack([np.interp(fine, S, pts[:, i]) for i in (0, 1)], 1), 70)
    ds = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(xy, axis=0), axis=1))])
    t, s, out, ph, slowf = 0., 0., [], r.uniform(0, 6.28), r.uniform(.8, 1.2)
    cad = r.uniform(1.6, 2.1) * np.clip(v / 1.2, .7, 1.6)
    while s < ds[-1]:
        out.append(s)
        f = 1 + .08 * np.sin(6.28 * cad * t + ph) + .12 * np.sin(6.28 * .25 * t * slowf + 2 * ph)
        if slow is not None:
            f *= 1 - (1 - slow[1]) * np.exp(-((s / ds[-1] - slow[0]) / .1) ** 2)
        if hold0 > 0:
            f *= min(1, .15 + t / .5)
        if hold1 > 0:
            f *= max(.12, min(1, (ds[-1] - s) / (.4 * v)))
        s += v * f * DT; t += DT
    o = np.array(out)
    p = np.stack([np.interp(o, ds, xy[:, i]) for i in (0, 1)], 1)
    p = np.concatenate([np.repeat(p[:1], int(hold0 / DT), 0), p, np.repeat(p[-1:], int(hold1 / DT), 0)])
    return p


def heading(p, h0):
    """direction of travel, held when standing"""
    v = smooth(np.gradient(p, DT, axis=0), 25)
    sp = np.linalg.norm(v, axis=1)
    a = np.full(len(p), np.nan)
    ok = sp > .15
    if not ok.any():
        return np.full(len(p), h0)
    idx = np.where(ok)[0]
    au = np.unwrap(np.arctan2(v[idx, 1], v[idx, 0]))
    a = np.interp(np.arange(len(p)), idx, au)
    return smooth(a[:, None], 35)[:, 0]


def through(site, r, v, direction, yd=None, dmin=2.5, dmax=4., holds=True):
    """path through the opening; +1 OUT, -1 IN"""
    m = max(.0, site.W / 2 - .35)
    if yd is None:
        yd = r.uniform(-m, m) * .8
    din = r.uniform(dmin, dmax) if v > .8 else r.uniform(2., 2.6)
    dout = r.uniform(dmin, dmax) if v > .8 else r.uniform(2., 2.6)
    ins = (-din, yd + r.uniform(-1.5, 1.5))
    if site.transverse:
        dx = r.uniform(1., site.depth - .8)
        outs = [(dx, yd + r.uniform(-.2, .2)), (dx + r.uniform(-.2, .2), yd + r.choice([-1, 1]) * max(.6, dout - dx + 1))]
    else:
        outs = [(dout, yd + r.uniform(-.9, .9))]
    pts = [ins, (-.7, yd + r.uniform(-.1, .1)), (.6, yd + r.uniform(-.1, .1))] + outs
    if direction < 0:
        pts = pts[::-1]
    h0 = r.uniform(.2, 1.2) if holds and r.random() < .3 else 0.
    h1 = r.uniform(.3, 1.5) if holds and r.random() < .3 else 0.
    sl = (r.uniform(.3, .5), r.uniform(.5, .9)) if r.random() < .4 else None
    return follow(pts, r, v, h0, h1, sl)


def speed(r):
    return float(np.clip(r.normal(1.25, .3), .5, 2)) if r.random() < .65 else float(r.uniform(.5, 3.))


class Carrier:
    """a person or a trolley with its tags"""
    def __init__(c, p, r, h0=0.):
        c.p, c.h, c.tags = p, heading(p, h0), []

    def person(c, r, n, mode, trail=0.):
        c.body = dict(db=r.uniform(4, 9), r=r.uniform(.17, .24), h=r.uniform(1.6, 1.9), sig=r.uniform(.3, .8), ph=r.uniform(0, 6.28))
        c.bp = c.p - trail * np.stack([np.cos(c.h), np.sin(c.h)], 1)
        for _ in range(n):
            if mode == "body":
                an = r.uniform(-np.pi, np.pi); rad = c.body["r"] + r.uniform(.0, .03); z = r.uniform(.75, 1.45); det = r.uniform(2, 6)
            else:
                m = r.choice(["front", "hand", "bag", "back"], p=[.4, .3, .2, .1])
                an = {"front": r.normal(0, .3), "hand": r.choice([-1, 1]) * r.normal(1.2, .3),
                      "bag": r.choice([-1, 1]) * r.normal(1.6, .2), "back": np.pi + r.normal(0, .3)}[m]
                rad = {"front": r.uniform(.3, .5), "hand": r.uniform(.27, .4), "bag": r.uniform(.27, .36), "back": r.uniform(.26, .34)}[m]
                z = {"front": r.uniform(.95, 1.35), "hand": r.uniform(.7, 1.1), "bag": r.uniform(.5, 1.), "back": r.uniform(1., 1.4)}[m]
                det = r.uniform(0, 3)
            c.tags.append(dict(an=an, rad=rad, z=z, swing=0 if mode == "body" else r.uniform(0, .06), loss=det + r.normal(0, 1.5),
                               ax=unit(r.normal(0, 1, 3) + np.array([0, 0, .3])), shv=np.zeros(3), shdb=0., sens=-r.uniform(15.5, 19.5)))

    def trolley(c, r, n=50):
        L, w, hgt = r.uniform(.6, 1.), r.uniform(.4, .6), r.uniform(.5, 1.)
        c.person(r, 0, "", trail=L / 2 + .45)
        nest = r.uniform(1, 4)
        main = unit(r.normal(0, 1, 3))
        for _ in range(n):
            x, y = r.uniform(-L / 2, L / 2), r.uniform(-w / 2, w / 2)
            ax = unit(main + r.normal(0, .5, 3))
            c.tags.append(dict(an=np.arctan2(y, x), rad=np.hypot(x, y), z=.3 + r.uniform(0, hgt), swing=0., loss=min(9, r.exponential(nest)) + r.normal(0, 1.5),
                               ax=ax, shv=unit(r.normal(0, 1, 3)), shdb=r.uniform(0, 7), sens=-r.uniform(15.5, 19.5)))

    def tracks(c, r):
        t = np.arange(len(c.p)) * DT
        for g in c.tags:
            sw = g["swing"] * np.sin(6.28 * .95 * t + r.uniform(0, 6.28)) * np.clip(np.linalg.norm(np.gradient(c.p, DT, axis=0), axis=1), 0, 1)
            h = c.h
            g["xyz"] = np.stack([c.p[:, 0] + g["rad"] * np.cos(h + g["an"]) + sw * np.cos(h),
                                 c.p[:, 1] + g["rad"] * np.sin(h + g["an"]) + sw * np.sin(h), np.full(len(t), g["z"])], 1)
            a = g["ax"]; tw = h + sw * 6
            g["axt"] = np.stack([a[0] * np.cos(tw) - a[1] * np.sin(tw), a[0] * np.sin(tw) + a[1] * np.cos(tw), np.full(len(t), a[2])], 1)
            s_ = g["shv"]
            g["sht"] = np.stack([s_[0] * np.cos(h) - s_[1] * np.sin(h), s_[0] * np.sin(h) + s_[1] * np.cos(h), np.full(len(t), s_[2])], 1)

    def keep_side(c, r, side, near):
        """shift so that the nearest any tag comes to the line is `near` on `side`"""
        c.tracks(r)
        cl = min((side * g["xyz"][:, 0]).min() for g in c.tags)
        c.p = c.p + np.array([side * (near - cl), 0]); c.bp = c.bp + np.array([side * (near - cl), 0])
        for g in c.tags:
            g["xyz"][:, 0] += side * (near - cl)

    def pad(c, n):
        """stay where you are until the end of the trace"""
        def e(x):
            return np.concatenate([x, np.repeat(x[-1:], n - len(x), 0)]) if len(x) < n else x[:n]
        c.p, c.h, c.bp = e(c.p), e(c.h), e(c.bp)


def wander(r, x, y, T, amp):
    n = int(T / DT)
    w = smooth(np.cumsum(r.normal(0, 1, (n + 400, 2)), 0), 150)[200:200 + n]
    w -= w.mean(0); w *= amp / max(np.abs(w).max(), 1e-6)
    return w + np.array([x, y])


def statics(site, r, n, p_out=.15):
    """a cabinet two metres away, some nearer, a few in the corridor"""
    out = []
    if n <= 0:
        return out
    cab = np.array([-r.uniform(1.7, 2.5), r.choice([-1, 1]) * r.uniform(.8, 2.2)])
    side = r.choice([-1, 1]); metal = r.uniform(1, 6); yw = site.W / 2 + r.uniform(.3, .8)
    near = r.uniform(.03, .25); corr = r.uniform(.03, .2) if r.random() < p_out * 2 else 0.
    for _ in range(n):
        q = r.random()
        if q < near:
            p = np.array([-r.uniform(.4, 1.5), side * (yw + r.uniform(0, .5)), r.uniform(.4, 1.8)])
        elif q < near + corr:
            p = np.array([r.uniform(.8, 2.2), side * (yw + r.uniform(.2, .9)), r.uniform(.4, 1.8)])
        else:
            p = np.array([cab[0] + r.uniform(-.25, .25), cab[1] + r.uniform(-.5, .5), r.uniform(.2, 1.9)])
        out.append(dict(p=p, loss=max(-2, min(12, r.exponential(metal)) + r.normal(0, 1.5)), ax=unit(r.normal(0, 1, 3)),
                        shv=unit(r.normal(0, 1, 3)), shdb=r.uniform(0, 8), sens=-r.uniform(15.5, 19.5)))
    return out


# ------------------------------------------------------------------ scenarios
def scene(kind, r):
    site = Site(r, kind)
    cs, nst, T = [], 0, None
    bg = lambda: 0 if r.random() < .4 else int(r.integers(1, 16))
    ntag = lambda: int(r.choice([1, 1, 1, 2, 3]))
    mode = "carry"
    if kind in ("walk_out", "walk_in", "body", "static_walk_out", "static_walk_in"):
        d = 1 if kind.endswith("out") else -1 if kind.endswith("in") else int(r.choice([-1, 1]))
        c = Carrier(through(site, r, speed(r), d), r)
        c.person(r, ntag(), "body" if kind == "body" else mode); c.tracks(r); cs = [c]
        nst = int(r.integers(10, 151)) if kind.startswith("static") else bg()
    elif kind.startswith("uturn"):
        sd = -1 if kind == "uturn_inside" else 1
        v = speed(r)
        far = r.uniform(2.2, 3.8)
        yd = r.uniform(-.4, .4) * site.W
        a = follow([(sd * far, yd + r.uniform(-1.2, 1.2)), (sd * .9, yd), (sd * .45, yd)], r, v, 0, .01)
        st = np.repeat(a[-1:], int(r.uniform(0, 1.5) / DT * (r.random() < .6)), 0)
        b = follow([(sd * .45, yd + .01), (sd * .95, yd + r.uniform(-.15, .15)), (sd * (far + r.uniform(-.5, .5)), yd + r.uniform(-1.4, 1.4))], r, v, .01, 0)
        b = b + (a[-1] - b[0]) * np.exp(-np.arange(len(b)) * DT / .3)[:, None]
        c = Carrier(smooth(np.concatenate([a, st, b]), 25), r)
        c.person(r, ntag(), "body" if r.random() < .2 else mode); c.keep_side(r, sd, r.uniform(.2, 1.3)); cs = [c]
        nst = bg() if r.random() < .7 else int(r.integers(20, 121))
    elif kind == "linger":
        for _ in range(1 if r.random() < .7 else 2):
            sd = int(r.choice([-1, -1, 1])) if not cs else cs_side
            cs_side = sd
            T = r.uniform(4, 10) if T is None else T
            p = wander(r, sd * r.uniform(.6, 2.), r.uniform(-.9, .9), T, r.uniform(.05, .6))
            if r.random() < .4:
                p[:, 0] += sd * 2. * np.clip(1 - np.arange(len(p)) * DT / r.uniform(1.5, 3), 0, 1)
            c = Carrier(smooth(p, 31), r, r.uniform(-3, 3))
            c.person(r, ntag(), "body" if r.random() < .2 else mode); c.keep_side(r, sd, r.uniform(.2, 1.4)); cs.append(c)
        nst = bg() if r.random() < .7 else int(r.integers(20, 121))
    elif kind == "trolley":
        c = Carrier(through(site, r, r.uniform(.6, 1.6), int(r.choice([-1, 1])), yd=r.uniform(-.1, .1) * site.W), r)
        c.trolley(r); c.tracks(r); cs = [c]; nst = bg()
    elif kind == "opposite":
        y = min(site.W / 4, .45) + r.uniform(0, .08)
        s1 = int(r.choice([-1, 1]))
        ps = [through(site, r, float(np.clip(speed(r), .6, 2.2)), d, yd=d * s1 * y, holds=False) for d in (1, -1)]
        t0 = [np.argmax((p[:, 0] > 0) != (p[0, 0] > 0)) for p in ps]
        lag = int(r.uniform(-.8, .8) / DT) + int(t0[0]) - int(t0[1])      # hold the one who would arrive early
        ps = [np.concatenate([np.repeat(p[:1], max(0, z), 0), p]) for p, z in zip(ps, (-lag, lag))]
        for p in ps:
            c = Carrier(p, r); c.person(r, ntag(), mode); c.tracks(r); cs.append(c)
        nst = bg()
    elif kind == "static_only":
        T = r.uniform(3, 10); nst = int(r.integers(3, 151))
        if r.random() < .4:               # somebody without tags walks by
            c = Carrier(through(site, r, speed(r), int(r.choice([-1, 1]))), r); c.person(r, 0, mode); cs = [c]
    elif kind == "trolley_wait_leave":
        x0, y0 = -r.uniform(1.1, 2.2), r.uniform(-.5, .5)
        w = np.repeat([[x0, y0]], int(r.uniform(1.5, 4.5) / DT), 0)
        if r.random() < .5:
            ar = follow([(x0 - r.uniform(.8, 1.6), y0 + r.uniform(-.6, .6)), (x0 - .4, y0), (x0, y0)], r, r.uniform(.6, 1.2), 0, .01)
            w = np.concatenate([ar + (w[0] - ar[-1]), w])
        yd = r.uniform(-.1, .1) * site.W; v = r.uniform(.6, 1.5)
        lv = follow([(x0, y0), (-.6, yd), (.6, yd), (r.uniform(1.8, min(3, site.depth - .4)), yd + r.uniform(-.6, .6))], r, v, .01, r.uniform(0, .8))
        c = Carrier(smooth(np.concatenate([w, lv + (w[-1] - lv[0]) * np.exp(-np.arange(len(lv)) * DT / .5)[:, None]]), 25), r, 0.)
        c.trolley(r, int(r.choice([20, 35, 50]))); c.tracks(r); cs = [c]; nst = bg()
    elif kind == "trolley_wait_stay":
        T = r.uniform(5, 10); x0, y0 = -r.uniform(.9, 2.), r.uniform(-.5, .5)
        q = r.random()
        w = np.repeat([[x0, y0]], int(T / DT), 0)
        if q < .35:                       # arrives and stops
            ar = follow([(x0 - r.uniform(1, 2), y0 + r.uniform(-.6, .6)), (x0 - .4, y0), (x0, y0)], r, r.uniform(.6, 1.2), 0, .01)
            w = np.concatenate([ar + (w[0] - ar[-1]), w])[:int(T / DT)]
        elif q < .65:                     # shoved about where it stands
            w = wander(r, x0, y0, T, r.uniform(.05, .3))
        elif q < .85:                     # pulled back into the room after the wait
            n = len(w) // 2; back = np.clip((np.arange(len(w)) - n) * DT * r.uniform(.4, .9), 0, 2.)
            w = smooth(w - np.stack([back, 0 * back], 1), 41)
        c = Carrier(w, r, r.uniform(-.3, .3))
        if q >= .65:
            c.h = np.full(len(w), r.uniform(-.3, .3))
        elif q >= .35:
            c.h = r.uniform(-.3, .3) + smooth(r.normal(0, .4, (len(w), 1)), 301)[:, 0]
        c.trolley(r, int(r.choice([20, 35, 50]))); c.keep_side(r, -1, r.uniform(.3, 1.2)); cs = [c]; nst = bg()
    n = max([len(c.p) for c in cs] + ([int(T / DT)] if T else []))
    n = max(n, int(2 / DT))
    for c in cs:
        k = len(c.p); c.pad(n)
        for g in c.tags:
            for f in ("xyz", "axt", "sht"):
                if len(g[f]) < n:
                    g[f] = np.concatenate([g[f], np.repeat(g[f][-1:], n - len(g[f]), 0)])
    return site, cs, statics(site, r, nst), n


def crossings(x, h=.15):
    """hysteresis crossing of x=0 by the tag itself"""
    st, out = 0, []
    zc = None
    for i in range(len(x)):
        if i and (x[i] > 0) != (x[i - 1] > 0):
            zc = (i - 1 + x[i - 1] / (x[i - 1] - x[i])) * DT
        cur = 1 if x[i] > h else -1 if x[i] < -h else 0
        if cur and st and cur != st:
            out.append({"t_us": int(zc * 1e6), "direction": "OUT" if cur > 0 else "IN"})
        if cur:
            st = cur
    return out


# ------------------------------------------------------------------ one trace
def trace(kind, r):
    site, cs, sts, n = scene(kind, r)
    t = np.arange(n) * DT
    tags = []
    company = r.integers(0, 2 ** 36)
    for ci, c in enumerate(cs):
        for g in c.tags:
            tags.append(dict(P=g["xyz"], ax=g["axt"], sh=g["sht"], loss=g["loss"], shdb=g["shdb"], sens=g["sens"], own=ci))
    for g in sts:
        o = np.ones((n, 1))
        tags.append(dict(P=o * g["p"], ax=o * g["ax"], sh=o * g["shv"], loss=g["loss"], shdb=g["shdb"], sens=g["sens"], own=-1))
    ser = r.choice(2 ** 22, len(tags), replace=False) if tags else []
    for g, se in zip(tags, ser):
        g["epc"] = "3034%014X%06X" % (company * 16 + 2, int(se))
    bodies = [(c.bp, c.body) for c in cs]
    # hopping
    nh = int(t[-1] / site.hop) + 2
    seq = np.concatenate([r.permutation(len(site.freqs)) for _ in range(nh // len(site.freqs) + 1)])
    h0 = r.uniform(0, site.hop)
    chan = lambda tt: seq[((np.asarray(tt) + h0) / site.hop).astype(int)]
    k = 2 * np.pi * site.freqs[chan(t)] / C
    nt = len(tags)
    prob = np.zeros((4, nt, n), np.float32)
    modl = r.uniform(4, 7)
    carrier_blank = {ci: blanks(r, n, .10, .1, .4) for ci in range(len(cs))}
    for i, g in enumerate(tags):
        for a in range(4):
            g1 = 20 * np.log10(np.abs(channel(site, a, g["P"], g["ax"], g["sh"], g["shdb"], bodies, k, g["own"])) + 1e-9) + 1.5 - g["loss"]
            rssi = site.ptx + 2 * g1 - modl
            p = .93 / (1 + np.exp(-(site.ptx + g1 - g["sens"]) / .9)) / (1 + np.exp(-(rssi - site.floor) / .9))
            p[blanks(r, n, .2, .05, .25)] = 0
            if g["own"] >= 0:
                p[carrier_blank[g["own"]]] *= .1
            prob[a, i] = p
    # air protocol
    rate = r.uniform(350, 900) if nt > 30 else r.uniform(150, 700)
    ev = []
    tm, oi, target = r.uniform(0, .02), int(r.integers(0, 4)), 0
    flag = np.zeros(nt, int)
    over = r.uniform(.003, .009)
    end = t[-1]
    while tm < end:
        a = site.order[oi % 4]; oi += 1
        stop = min(tm + site.dwell * r.uniform(.9, 1.1), end); empty = 0
        tm += r.uniform(.001, .004)
        while tm < stop:
            ix = int(tm / DT)
            cand = np.where(r.random(nt) < prob[a, :, ix])[0] if nt else np.zeros(0, int)
            if site.dual and nt:
                cand = cand[flag[cand] == target]
            tm += over * r.uniform(.7, 1.4)
            if len(cand) == 0:
                empty += 1; target ^= 1
                if site.early and empty >= 3:
                    break
                continue
            r.shuffle(cand)
            for c in cand:
                tm += (.5 + .5 * r.exponential()) / rate
                if tm >= stop:
                    break
                if prob[a, c, int(tm / DT)] < .1:
                    continue
                flag[c] = target ^ 1
                ev.append((tm, a, c))
        if r.random() < .002:
            tm += r.uniform(.1, .3)          # reader busy
    reads = []
    if ev:
        et = np.array([e[0] for e in ev]); ea = np.array([e[1] for e in ev]); ec = np.array([e[2] for e in ev])
        ke = 2 * np.pi * site.freqs[chan(et)] / C
        fi = et / DT; i0 = np.minimum(fi.astype(int), n - 2); w = (fi - i0)[:, None]
        H = np.zeros(len(ev), complex)
        for c in np.unique(ec):
            g = tags[c]
            for a in range(4):
                m = np.where((ec == c) & (ea == a))[0]
                if len(m):
                    L = lambda X: X[i0[m]] * (1 - w[m]) + X[i0[m] + 1] * w[m]
                    H[m] = channel(site, a, L(g["P"]), L(g["ax"]), L(g["sh"]), g["shdb"], [(L(x), b) for x, b in bodies], ke[m], g["own"])
        g1 = 20 * np.log10(np.abs(H) + 1e-9) + 1.5 - np.array([tags[c]["loss"] for c in ec])
        rs = site.ptx + 2 * g1 - modl
        sn = np.clip(rs - site.floor, 0, 40)
        rs = np.maximum(rs + r.normal(0, 1, len(rs)) * (.5 + 1.2 * np.exp(-sn / 6)), site.floor - 1)
        tph = r.uniform(0, 6.28, nt)
        ph = -2 * np.angle(H) + site.chph[ea, chan(et)] + tph[ec] + r.normal(0, 1, len(rs)) * (.05 + .25 * np.exp(-sn / 6))
        ph = np.degrees(ph) % 360
        us = (et * 1e6).astype(np.int64)
        if site.vendor == "zebra" and r.random() < .3:
            us = us // 1000 * 1000
        for i in range(len(ev)):
            d = {"t_us": int(us[i]), "antenna": int(ea[i] + 1), "epc": tags[ec[i]]["epc"], "rssi_dbm": float(round(rs[i] / site.q) * site.q)}
            if site.has_phase:
                d["phase_deg"] = round(float(int(ph[i] / 360 * 4096) * 360 / 4096), 2)
            reads.append(d)
    seen = {d["epc"] for d in reads}
    lab = {}
    for g in tags:
        if g["epc"] in seen:
            ext = np.linalg.norm(g["P"].max(0) - g["P"].min(0))
            lab[g["epc"]] = {"crossings": crossings(g["P"][:, 0]), "moves": bool(ext > .3)}
    miss = sum(1 for g in tags if g["epc"] not in seen and crossings(g["P"][:, 0]))
    return reads, lab, dict(site=site, tags=tags, missed=miss, T=end)


def blanks(r, n, rate, lo, hi):
    m = np.zeros(n, bool)
    for _ in range(r.poisson(rate * n * DT)):
        s = int(r.integers(0, n)); m[s:s + int(r.uniform(lo, hi) / DT)] = True
    return m


def main():
    seed, N, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.makedirs(out, exist_ok=True)
    json.dump({"code": "P-101", "antennas": [{"id": i, "zone": z} for i, z in ((1, "INSIDE"), (2, "INSIDE"), (3, "OUTSIDE"), (4, "OUTSIDE"))]},
              open(os.path.join(out, "portal.json"), "w"))
    order = np.random.default_rng(seed).permutation([KINDS[i % len(KINDS)] for i in range(N)])
    labels, missed = {}, 0
    for i, kind in enumerate(order):
        reads, lab, info = trace(str(kind), np.random.default_rng([seed, i]))
        fn = "%04d-%s.jsonl" % (i, kind)
        with open(os.path.join(out, fn), "w") as f:
            for d in reads:
                f.write(json.dumps(d, separators=(",", ":")) + "\n")
        labels[fn] = {"kind": str(kind), "tags": lab}
        missed += info["missed"]
    json.dump(labels, open(os.path.join(out, "labels.json"), "w"), indent=1)
    print("traces", N, "crossing tags never read:", missed)


if __name__ == "__main__":
    main()
