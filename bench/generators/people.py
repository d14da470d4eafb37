#!/usr/bin/env python3
# people.py SEED N DIR - labelled RFID traces of an exit gate, seen by a human-factors tester. All figures are assumptions.
# SITE (new per trace): door 0.9-1.8 m; 4 antennas (25 %: only 1 and 3), 0.1-0.5 m each side of the line, on posts at
#  1.1-2.0 m (60 %) or overhead at 2.2-2.7 m; each aimed into its own zone (20-50 deg sideways / 25-55 deg down).
#  Antenna 6-8 dBi, -3 dB at +-35 deg, back and side level only 5-11 dB below the front (indoor reflections).
# POWER 24-29.5 dBm. One-way path loss 31.2 dB at 1 m, exponent 1.8-2.4. Wall at x=0 beside the opening: 4-10 dB.
#  RSSI = P + 2*link - 8..16 dB, noise 0.7 dB, step 0.5 dB (30 % of sites: 1 dB); reader hears down to -84..-76 dBm.
# TAGS need -19..-14 dBm; material loss 0-4 dB; dipole pattern 2 dBi, nulls at most 9 dB deep; axis turns with the carrier.
# SHADOWING one-way sigma 1.5-3 dB per antenna, correlation 0.7-1.5 m. FADING Rician, K 4-10 dB, one-way, lambda 0.346 m,
#  half of the scattered phase per tag, slow drift in time (people, fans): static tags flicker by about 1-2 dB.
# BODY each person costs 4-9 dB one-way on a ray through the torso (gauss 0.2 m), less above 1.75 m; every person shades
#  every tag. Held to the body +1-4 dB, backpack +1-3 dB, pile/trolley neighbours 0-4 dB, closed cabinet 4-14 dB.
# AIR S0 rounds: 250-550 tags/s, 10-25 ms overhead a round, antenna dwell 40-120 ms (a crowd cuts a round short),
#  3-12 % of answers lost at random, soft edge of 1 dB at the tag threshold; half of sites pause 100 ms every 4 s.
#  25 % of sites add phase_deg.
# PEOPLE lognormal speed, median 1.2 m/s, 0.5-3, wandering +-15 %; turn 180 deg in 0.5-1 s; sway 1.5 cm standing,
#  3 cm walking; arm swing up to 0.25 m but never faster backwards than the walker goes forwards.
#  In the doorway one pauses 0.4-2 s with the tag at least 0.2 m off the line. Packing a bag is done 1 m or more off.
# NO-CROSSING kinds keep every tag at least 0.5 m (U-turn; 0.4 m lingering, 0.35 m trolley) off the line, on its side.
# LABEL zero passage of the tag's own x; excursions under 5 cm past the line do not count. moves: > 0.3 m from its start.
# STATICS in half of all traces: 1-150 (log-uniform; 20 %: 60-150) in 1-3 cabinets 0.8-5 m inside, 15 % some outside.
# BYSTANDER in 20 %: somebody passes along the corridor 0.9-2 m past the line with 0-3 tags (all kinds).
import json, os, sys
import numpy as np
DT = 0.02
KINDS = ["walk_out", "walk_in", "out_and_back", "uturn", "linger_leave", "linger_stay", "opposite", "body", "trolley_out",
         "trolley_wait", "static_only", "handover", "corridor_pass", "queue", "cabinet_open", "hold_door", "trolley_wait_go",
         "doorway_pause", "put_down_leave", "walk_pile"]
class World:
    def __init__(self, rng):
        self.r, self.people, self.items, self.n = rng, [], [], 0
    def u(self, a, b): return float(self.r.uniform(a, b))
    def p(self, q): return self.r.random() < q
    def speed(self, lo=0.5, hi=3.0): return float(np.clip(1.2 * np.exp(0.4 * self.r.standard_normal()), lo, hi))
class Person:
    """Steps: (go,x,y,v) (back,x,y,v: keeps facing) (wait,s) (until,t) (face,deg) (mark,name)."""
    def __init__(self, w, start, steps, t0=0.0):
        r = w.r; pos, head, cur, self.mark = [], [], np.array(start, float), {}
        nxt = next((s for s in steps if s[0] == "go"), ("go", 0.0, 0.0, 1.0)); h = np.arctan2(nxt[2] - cur[1], nxt[1] - cur[0])
        def put(c, k=1):
            for _ in range(k): pos.append(c.copy()); head.append(h)
        put(cur, 1 + int(t0 / DT)); ou = 0.0
        for s in steps:
            if s[0] == "mark": self.mark[s[1]] = len(pos) * DT
            elif s[0] == "face": h = np.radians(s[1])
            elif s[0] == "wait": put(cur, int(s[1] / DT))
            elif s[0] == "until": put(cur, max(0, int(s[1] / DT) - len(pos)))
            else:
                tgt = np.array(s[1:3], float)
                if s[0] == "go" and np.hypot(*(tgt - cur)) > 0.05: h = np.arctan2(tgt[1] - cur[1], tgt[0] - cur[0])
                while True:
                    d = np.hypot(*(tgt - cur)); ou += -ou * DT / 0.6 + 0.15 * np.sqrt(2 * DT / 0.6) * r.standard_normal()
                    st = s[3] * float(np.clip(1 + ou, 0.6, 1.4)) * DT
                    if d <= st: break
                    cur = cur + (tgt - cur) * st / d; put(cur)
                cur = tgt
        self.raw, self.hraw, self.dur = np.array(pos), np.unwrap(np.array(head)), len(pos) * DT
        self.rate, self.lb = np.pi / w.u(0.5, 1.0), w.u(4, 9)
    def finish(self, w, T):
        def fit(a): return a[:T] if len(a) >= T else np.concatenate([a, np.repeat(a[-1:], T - len(a), 0)])
        p, hd = fit(self.raw), fit(self.hraw); k = np.exp(-0.5 * (np.arange(-25, 26) * DT / 0.15) ** 2); k /= k.sum()
        p = np.stack([np.convolve(np.pad(p[:, i], 25, mode="edge"), k, "valid") for i in (0, 1)], 1); h = np.empty(T); h[0] = hd[0]
        for i in range(1, T):
            e = (hd[i] - h[i - 1] + np.pi) % (2 * np.pi) - np.pi; h[i] = h[i - 1] + np.clip(e * 0.2, -self.rate * DT, self.rate * DT)
        self.v = np.hypot(*np.gradient(p, DT, axis=0).T); g = np.clip(self.v / 0.8, 0, 1)
        self.om = 2 * np.pi * 0.9 * np.sqrt(np.clip(self.v, 0.2, 3) / 1.3)
        self.gait = np.cumsum(self.om) * DT + w.u(0, 6); t = np.arange(T) * DT
        sway = 0.015 * (1 - g) * np.sin(2 * np.pi * w.u(0.2, 0.4) * t + w.u(0, 6)); lat = 0.03 * g * np.sin(self.gait)
        self.xy = np.stack([p[:, 0] + sway - np.sin(h) * lat, p[:, 1] + np.cos(h) * lat], 1)
        self.h = h + 0.06 * np.sin(0.5 * t + w.u(0, 6))
    def hold(self, off):
        """World positions of something at off[T,3] = forward, left, height in the body's frame."""
        c, s = np.cos(self.h), np.sin(self.h)
        return np.stack([self.xy[:, 0] + c * off[:, 0] - s * off[:, 1], self.xy[:, 1] + s * off[:, 0] + c * off[:, 1], off[:, 2]], 1)
def smooth(t, t0, d):
    z = np.clip((t - t0) / d, 0, 1); return z * z * (3 - 2 * z)
STYLES = ["front", "swing", "underarm", "backpack", "bag"]
def pose(w, style):
    side = 1 if w.p(0.5) else -1
    return {"front": ((w.u(.25, .38), w.u(-.1, .1), w.u(1.0, 1.25)), 0), "swing": ((.05, side * w.u(.25, .32), w.u(.7, .9)), 0),
            "underarm": ((w.u(.02, .12), side * w.u(.2, .27), w.u(1.1, 1.3)), w.u(0, 1.5)), "bag": ((w.u(-.1, .1), side * .27, w.u(.6, .95)), w.u(0, 2)),
            "backpack": ((w.u(-.27, -.2), w.u(-.08, .08), w.u(1.15, 1.4)), w.u(1, 3)),
            "body": ((w.u(.1, .16), w.u(-.12, .12), w.u(1.0, 1.35)), w.u(1, 4))}[style]
class Item:
    """One tag: pos[T,3], axis[T,3], loss[T] dB one-way."""
    def __init__(self, w, pos, head=None, loss=0.0, mat=None):
        T = len(pos); self.pos, self.loss = pos, np.zeros(T) + loss
        self.mat = w.u(0, 4) if mat is None else mat; self.sens = w.u(-19, -14); a = w.r.standard_normal(3); a /= np.linalg.norm(a)
        if head is None: self.axis = np.repeat(a[None], T, 0)
        else:
            c, s = np.cos(head), np.sin(head); self.axis = np.stack([c * a[0] - s * a[1], s * a[0] + c * a[1], np.full(T, a[2])], 1)
        self.epc = "3034257BF4%04X%010X" % (w.r.integers(0, 65536), w.r.integers(0, 1 << 40))
def carry(w, P, T, n=1, style=None, swap=None, pack=None):
    """n tags with a person; swap: time of changing hands; pack: time of putting it into the backpack."""
    t, out = np.arange(T) * DT, []; style = style or STYLES[w.r.choice(5, p=[.35, .2, .2, .12, .13])]
    (f, l, z), loss = pose(w, style); off = np.repeat(np.array([[f, l, z]]), T, 0); loss = np.full(T, loss)
    if style == "swing":
        amp = np.minimum(w.u(.1, .25), 0.7 * P.v / P.om)
        off[:, 0] += amp * np.sin(P.gait / 2)      # one swing per two steps
        off[:, 2] += 0.15 * amp
    if swap is not None: off[:, 1] += smooth(t, swap, w.u(.4, .8)) * -2 * l
    if pack is not None:
        (f2, l2, z2), lo2 = pose(w, "backpack"); q = smooth(t, pack, w.u(.8, 1.6))[:, None]
        off = off * (1 - q) + q * np.array([[f2, l2, z2]]) + q * (1 - q) * np.array([[0, 1.2, 0]])   # round the side
        loss = loss * (1 - q[:, 0]) + q[:, 0] * lo2
    for i in range(n):
        o = off + np.array([[w.u(-.02, .02), w.u(-.05, .05), 0.015 * i + w.u(0, .01)]])
        out.append(Item(w, P.hold(o), P.h, loss + (w.u(0, 4) if n > 2 else w.u(0, 1))))
    w.items += out; return out
def trolley(w, P, T, n):
    f0, fl, ln = w.u(.45, .6), w.u(.4, .6), w.u(.5, .9); its = []
    for _ in range(n):
        o = np.repeat(np.array([[f0 + w.u(0, ln), w.u(-fl / 2, fl / 2), w.u(.3, 1.1)]]), T, 0)
        its.append(Item(w, P.hold(o), P.h, w.u(0, 4), mat=w.u(0, 3)))
    w.items += its; return its
def keep_off(P, its, side, d):
    """Move a person with all he has so that the nearest tag stays d off the line on its side (-1 in, +1 out)."""
    ext = max((-side * it.pos[:, 0]).max() for it in its)       # signed nearness to the line, positive past it
    if -ext < d or d > 0.49:
        dx = side * (d + ext); P.xy[:, 0] += dx
        for it in its: it.pos[:, 0] += dx
def crossing_path(w, s, v, yd=None, stops=(), far=None, end=None):
    """Steps through the door in direction s (+1 out); stops: (x along s, steps...) to do on the way."""
    yd = w.u(-.25, .25) if yd is None else yd; a = (-s * (far or w.u(2.5, 5)), w.u(-2, 2))
    pts = sorted([(-0.9, []), (0.9, [])] + [(x, list(do)) for x, do in stops], key=lambda z: z[0]); st = []
    for x, do in pts: st += [("go", s * x, yd + w.u(-.05, .05), v)] + do
    return a, st + [("go", s * (end or w.u(2.5, 5)), w.u(-2.5, 2.5), v)]
def statics(w, T, near=False):
    n = int(w.r.integers(60, 151)) if w.p(0.2) else int(np.exp(w.u(0, np.log(110))))
    if near: n = max(n, 6)
    k, out = 1 + int(w.r.integers(0, 3)), []
    for c in range(k):
        m = n // k + (1 if c < n % k else 0); side = 1 if w.p(.5) else -1
        cx, cy = (-w.u(.9, 1.8), side * w.u(1.2, 2.2)) if near and c == 0 else (-w.u(.8, 5), side * w.u(1.2, 4)); lossc = w.u(4, 14)
        if c > 0 and w.p(.15): cx, lossc = w.u(.8, 3), w.u(4, 10)   # a shelf or another office's cupboard on the corridor
        for _ in range(m):
            pos = np.repeat(np.array([[cx + w.u(-.4, .4), cy + w.u(-.2, .2), w.u(.2, 1.9)]]), T, 0)
            it = Item(w, pos, None, max(0, lossc + w.r.normal(0, 2))); it.cab = c; out.append(it)
    w.items += out; return out
def people_kind(w, kind):
    """First half: who walks where. Returns the second half, which hangs tags on them once the length T is known."""
    v, s, s1 = w.speed(), 1, (1 if w.p(.5) else -1)
    def add(path, t0=None):
        P = Person(w, path[0], path[1], w.u(0, 2) if t0 is None else t0); w.people.append(P); return P
    if kind in ("walk_out", "walk_in", "body", "walk_pile", "doorway_pause"):
        s = {"walk_out": 1, "walk_in": -1}.get(kind, s1)
        style = "body" if kind == "body" else "front" if kind == "walk_pile" else STYLES[w.r.choice(5, p=[.35, .2, .2, .12, .13])]
        stops, act = [], w.r.random(); f = {"front": .32, "swing": .05, "underarm": .07, "bag": 0, "backpack": -.24, "body": .13}[style]
        if kind == "doorway_pause" or act < .12:
            xt = w.u(.2, .45) * (1 if w.p(.5) else -1)                   # where the TAG rests, + = already across
            stops.append((xt - f, [("mark", "pause"), ("wait", w.u(.4, 2.0))]))
        if act > .85 and style == "front" and kind != "walk_pile": stops.append((-w.u(1.3, 2.0), [("mark", "pack"), ("wait", w.u(1.2, 2))]))
        P = add(crossing_path(w, s, min(v, 1.5) if kind == "walk_pile" else v, stops=stops))
        n = 5 if kind == "walk_pile" else 1 + (w.r.integers(0, 3) if w.p(.3) else 0)
        def fin(T):
            m = P.mark; sw = m["pause"] + .1 if "pause" in m and w.p(.5) else w.u(1, P.dur) if w.p(.2) else None
            carry(w, P, T, int(n), style, None if "pack" in m else sw, m.get("pack"))
    elif kind == "out_and_back":
        s = 1 if w.p(.7) else -1; x = w.u(1.0, 2.5); a, st = crossing_path(w, s, v, end=x)
        st = st[:-1] + [("go", s * x, w.u(-.6, .6), v), ("wait", w.u(.2, 4)), ("go", s * .8, w.u(-.2, .2), v), ("go", -s * .8, w.u(-.2, .2), v), ("go", -s * w.u(2, 4), w.u(-2, 2), v)]
        P = add((a, st))
        def fin(T): carry(w, P, T, 1 + int(w.p(.3)), swap=w.u(2, P.dur) if w.p(.25) else None)
    elif kind == "uturn":
        s = 1 if w.p(.65) else -1
        P = add(((-s * w.u(2.5, 5), w.u(-1.5, 1.5)), [("go", -s * .9, w.u(-.3, .3), v), ("wait", w.u(0, 1.5)), ("go", -s * w.u(2.5, 4.5), w.u(-1.5, 1.5), v)]))
        def fin(T): keep_off(P, carry(w, P, T, 1 + int(w.p(.3))), -s, w.u(.5, 1.5))
    elif kind in ("linger_leave", "linger_stay"):
        s = 1 if w.p(.75) else -1; st = []
        for _ in range(int(w.r.integers(2, 6))): st += [("go", -s * w.u(.9, 2.4), w.u(-.9, .9), w.u(.5, 1.0)), ("face", w.u(0, 360)), ("wait", w.u(.5, 5))]
        if kind == "linger_leave": st += crossing_path(w, s, v)[1]
        elif w.p(.5): st += [("go", -s * w.u(3, 5), w.u(-2, 2), v)]
        P = add(((-s * w.u(2, 4), w.u(-1.5, 1.5)), st))
        def fin(T):
            its = carry(w, P, T, 1 + int(w.p(.4)), swap=w.u(2, P.dur) if w.p(.3) else None)
            if kind == "linger_stay": keep_off(P, its, -s, w.u(.4, .49))
    elif kind == "opposite":
        y = w.u(.22, .35); a = crossing_path(w, 1, v, y); b = crossing_path(w, -1, w.speed(), -y); P, Q = add(a), add(b)
        def fin(T):
            carry(w, P, T, 1 + int(w.p(.3)))
            if w.p(.85): carry(w, Q, T, 1 + int(w.p(.3)))
    elif kind in ("trolley_out", "trolley_wait", "trolley_wait_go"):
        v = w.u(.5, 1.3); n = int(w.r.integers(10, 51)); y = w.u(-.15, .15); wait = w.u(3, 15); st = [("go", -2.4, y, v)]
        if kind == "trolley_wait": st += [("go", -w.u(1.9, 3), y + .1, v), ("wait", wait)] + ([("back", -w.u(3.3, 4), y, .5)] if w.p(.4) else [])
        else:
            if kind == "trolley_wait_go": st += [("wait", wait)]
            st += [("go", -.2, y, v)] + ([("wait", 0)] if w.p(.7) else []) + [("go", 1.2, y, v), ("go", w.u(2.5, 4.5), y + w.u(-1, 1), v)]
        P = add(((-w.u(3, 5), y + w.u(-.5, .5)), st))
        if w.p(.4):
            Q = add(crossing_path(w, s1, w.speed(), w.u(.25, .4)), w.u(1, wait + 1))       # somebody squeezes past
        else: Q = None
        def fin(T):
            its = trolley(w, P, T, n)
            if kind == "trolley_wait": keep_off(P, its, -1, w.u(.35, .49))
            if Q and w.p(.6): carry(w, Q, T, 1)
    elif kind == "static_only":
        if w.p(.5): add(crossing_path(w, s1, v))                          # somebody with nothing walks through
        def fin(T): pass
    elif kind == "handover":
        s = s1; y = w.u(-.15, .15); hg = 0 if s > 0 else 180; t1 = w.u(5, 8)      # each waits on his own side, then one reaches over
        G = add(((-s * w.u(2, 3.5), w.u(-1, 1)), [("go", -s * w.u(.65, .85), y, max(v, .9)), ("face", hg), ("until", t1 + w.u(1.3, 4)), ("go", -s * w.u(2.5, 4.5), w.u(-1.5, 1.5), v)]), 0)
        R = add(((s * w.u(2, 3.5), w.u(-1, 1)), [("go", s * w.u(.65, .85), y, w.u(.9, 1.6)), ("face", 180 - hg), ("until", t1 + w.u(1.1, 2.5)), ("go", s * w.u(2.5, 4.5), w.u(-1.5, 1.5), w.speed())]), 0)
        def fin(T):
            t = np.arange(T) * DT; n = 1 + int(w.p(.3)) * int(w.r.integers(1, 4)); q = smooth(t, t1, w.u(.5, 1.0))[:, None]
            for i in range(n):
                a, b = G.hold(np.array([[.33, .05, 1.12 + .015 * i]]) + np.zeros((T, 1))), R.hold(np.array([[.33, -.03, 1.1 + .015 * i]]) + np.zeros((T, 1)))
                w.items.append(Item(w, a * (1 - q) + b * q, np.where(t < t1, G.h, R.h), w.u(0, 2)))
    elif kind == "corridor_pass":
        for i in range(1 + int(w.r.integers(0, 3))): bystander(w, True)
        def fin(T): pass
    elif kind == "queue":
        m, s = 2 + int(w.p(.4)), s1; v = min(v, 1.6); t0 = w.u(0, 1.5); stay = w.p(.25); who = []; far = w.u(2.5, 4)
        for i in range(m):
            if i == m - 1 and stay:
                who.append(add(((-s * far, w.u(-.5, .5)), [("go", -s * .9, .2, v), ("wait", w.u(.5, 2)), ("go", -s * w.u(2.5, 4), w.u(-1, 1), v)]), t0 + i * .8))
            else:
                pair = i == 1 and w.p(.4)                                 # side by side
                who.append(add(crossing_path(w, s, v, (-1) ** i * (.27 if pair else .08), far=far), t0 if pair else t0 + i * w.u(.7, 1.1) / v))
        def fin(T):
            for i, P in enumerate(who):
                its = carry(w, P, T, 1 + int(w.p(.25)))
                if i == m - 1 and stay: keep_off(P, its, -s, w.u(.5, 1.0))
    elif kind == "hold_door":
        s = s1; yd = .35 * s1; d = w.u(.55, .8) * (1 if w.p(.6) else -1)     # holds from beyond (+) or this side
        P = add(crossing_path(w, s, min(v, 1.5), yd, stops=[(d, [("face", -90 * np.sign(yd)), ("mark", "h"), ("wait", w.u(1.5, 3.5))])]), 0)
        Q = add(crossing_path(w, s if w.p(.7) else -s, w.speed(), -.2, far=3), max(0, P.mark["h"] - w.u(1, 2.5)))
        def fin(T):
            carry(w, P, T, 1, ["front", "underarm", "bag"][w.r.integers(0, 3)])
            if w.p(.7): carry(w, Q, T, 1 + int(w.p(.3)))
    elif kind == "put_down_leave":                                        # leaves one thing on a table by the door, goes off with or without another
        tx, ty = -w.u(.8, 1.8), w.u(.7, 1.3) * s1; st = crossing_path(w, 1, v)[1]
        P = add(((-w.u(2.5, 4), w.u(-1, 1)), [("go", tx, ty - .5 * s1, v), ("face", 90 * s1), ("wait", .5), ("mark", "put"), ("wait", w.u(1, 2.5))] + st))
        def fin(T):
            t = np.arange(T) * DT; q = smooth(t, P.mark["put"], .7)[:, None]; hold = P.hold(np.array([[.33, 0, 1.1]]) + np.zeros((T, 1)))
            w.items.append(Item(w, hold * (1 - q) + q * np.array([[tx, ty, .8]]), np.where(t < P.mark["put"] + .35, P.h, np.pi / 2 * s1), w.u(0, 2)))
            if w.p(.5): carry(w, P, T, 1)
    else:                                                                 # cabinet_open: needs the cabinet first
        side = s1; P = add(((-w.u(2.5, 4), w.u(-1, 1)), [("go", -1.3, .75 * side, v), ("face", 90 * side), ("wait", .8), ("mark", "open"), ("wait", w.u(1, 2)), ("mark", "take"), ("wait", 1.2)]
            + ([("go", -w.u(1, 1.8), -w.u(0, .8) * side, .8), ("wait", w.u(.5, 4)), ("go", -1.3, .75 * side, .8), ("face", 90 * side), ("wait", .7)] if w.p(.6) else [("wait", w.u(1, 4))])
            + [("mark", "put"), ("wait", w.u(1.5, 3)), ("mark", "shut"), ("wait", .5), ("go", -w.u(2.5, 4), w.u(-1, 1), v)]))
        def fin(T):
            t, m = np.arange(T) * DT, P.mark; its = [i for i in statics(w, T, True) if i.cab == 0]
            dx, dy = -1.3 - its[0].pos[0, 0] + w.u(-.2, .2), side * w.u(1.3, 1.6) - its[0].pos[0, 1]
            opn = smooth(t, m["open"], .6) - smooth(t, m["shut"], .6); k = int(w.r.integers(1, 7))
            for j, it in enumerate(its):
                it.pos[:, 0] += dx; it.pos[:, 1] += dy; it.loss = it.loss * (1 - .7 * opn)
                if j < k:
                    q = (smooth(t, m["take"] + .1 * j, .7) - smooth(t, m["put"] + .15 * j, .7))[:, None]
                    it.pos = it.pos * (1 - q) + q * P.hold(np.array([[.33, w.u(-.05, .05), 1.1 + .015 * j]]) + np.zeros((T, 1))); it.loss = it.loss * (1 - q[:, 0])
    return fin
def bystander(w, tags):
    y = w.u(3.5, 5) * (1 if w.p(.5) else -1); x = w.u(.9, 2.0); v = w.speed()
    st = [("go", x + w.u(-.1, .2), w.u(-.4, .4), v)] + ([("wait", w.u(.5, 3))] if w.p(.25) else []) + [("go", x + w.u(-.1, .5), -y, v)]
    P = Person(w, (x, y), st, w.u(0, 5)); w.people.append(P); P.by = int(w.r.integers(1, 4)) if tags or w.p(.7) else 0
def links(w, T, site):
    """One-way link gain in dB, g[antenna][tag, T] and the distances."""
    r, n, t = w.r, len(w.items), (np.arange(T) * DT).astype(np.float32)
    X = np.stack([i.pos for i in w.items]).astype(np.float32); A = np.stack([i.axis for i in w.items]).astype(np.float32)
    tagloss = np.stack([i.loss + i.mat for i in w.items]).astype(np.float32)
    wall = w.u(4, 10); sig = w.u(1.5, 3); corr = w.u(.7, 1.5); Kdb = w.u(4, 10); K = 10 ** (Kdb / 10); fb = w.u(5, 11); pl = w.u(1.8, 2.4); G0 = w.u(6, 8)
    G, D = {}, {}
    for a in site["ant"]:
        p, b = site["pos"][a], site["aim"][a]; dv = X - p.astype(np.float32); d = np.maximum(np.sqrt((dv ** 2).sum(2)), .25)
        th = np.degrees(np.arccos(np.clip((dv @ b.astype(np.float32)) / d, -1, 1)))
        g = G0 - np.minimum(3 * (th / 35) ** 2, fb) - 31.2 - 10 * pl * np.log10(d) - tagloss; c = np.abs((dv * A).sum(2)) / d
        g += 2 + 20 * np.log10(np.maximum(np.sqrt(np.maximum(1 - c * c, 0)), 10 ** (-9 / 20)))
        z = -p[0] / np.where(np.abs(dv[:, :, 0]) < 1e-3, 1e-3, dv[:, :, 0]); yc = p[1] + dv[:, :, 1] * z     # where the ray meets x = 0
        g -= wall * ((X[:, :, 0] * p[0] < 0)) / (1 + np.exp(np.clip((site["w"] / 2 - np.abs(yc)) / .06, -30, 30))); sh = np.zeros_like(g)
        for _ in range(10):
            kv = r.standard_normal(3) / corr; sh += np.cos(X @ kv.astype(np.float32) + np.float32(w.u(0, 6.283)))
        g += sig * np.sqrt(.2) * sh; h = np.sqrt(K / (K + 1)) * np.exp(-2j * np.pi / .346 * d).astype(np.complex64)
        for _ in range(8):
            kv = r.standard_normal(3); kv *= 2 * np.pi / .346 / np.linalg.norm(kv)
            ph = (w.u(0, 6.283) + r.uniform(-1.57, 1.57, (n, 1))).astype(np.float32)
            h += np.complex64(np.sqrt(1 / (K + 1) / 8)) * np.exp(1j * (X @ kv.astype(np.float32) + ph + np.float32(w.u(-.7, .7)) * t)).astype(np.complex64)
        g += 20 * np.log10(np.maximum(np.abs(h), .05))
        for P in w.people:
            q = P.xy.astype(np.float32)[None] - p[:2].astype(np.float32); l2 = np.maximum((dv[:, :, :2] ** 2).sum(2), .01)
            u = np.clip((q * dv[:, :, :2]).sum(2) / l2, 0, 1)
            dd = ((q - u[:, :, None] * dv[:, :, :2]) ** 2).sum(2); zz = p[2] + u * dv[:, :, 2]
            g -= P.lb * np.exp(-dd / .04) / (1 + np.exp(np.clip((zz - 1.75) / .1, -30, 30)))
        G[a], D[a] = g, d
    return G, D
def make_site(w):
    s = {"w": w.u(.9, 1.8), "ant": [1, 3] if w.p(.25) else [1, 2, 3, 4], "pos": {}, "aim": {}}
    post, d, hh, az, tilt = w.p(.6), w.u(.1, .5), w.u(1.1, 2.0), w.u(20, 50), w.u(25, 55)
    for a in s["ant"]:
        z, y = (-1 if a < 3 else 1), (-1 if a % 2 else 1)
        if post:
            p = (z * (d + w.u(-.04, .04)), y * (s["w"] / 2 + .08), hh); e = np.radians(az + w.u(-6, 6)); dn = np.radians(5 if hh < 1.5 else 15)
            b = (z * np.cos(e) * np.cos(dn), -y * np.sin(e) * np.cos(dn), -np.sin(dn))
        else:
            p = (z * d, y * s["w"] / 4 if len(s["ant"]) == 4 else 0.0, hh * .5 / .9 + 1.6); e = np.radians(tilt + w.u(-6, 6)); b = (z * np.cos(e), 0.0, -np.sin(e))
        s["pos"][a], s["aim"][a] = np.array(p), np.array(b)
    return s
def inventory(w, T, site, G, D):
    r, P, back, floor = w.r, w.u(24, 29.5), w.u(8, 16), w.u(-84, -76)
    rate, over, dwell, lost = w.u(250, 550), w.u(.010, .025), w.u(.04, .12), w.u(.03, .12)
    gap, step, ph, sens = w.p(.5), (1.0 if w.p(.3) else .5), w.p(.25), np.array([i.sens for i in w.items])[:, None]
    off = r.uniform(0, 360, len(w.items)); out = []
    prob = {a: ((1 - lost) / (1 + np.exp(np.clip(-(P + G[a] - sens), -30, 30)))).astype(np.float32) for a in G}
    rs = {a: P + 2 * G[a] - back for a in G}; t, end, ai, ants, last = w.u(0, .05), T * DT, 0, list(G), 0.0
    while t < end:
        a = ants[ai % len(ants)]; ai += 1; stop = t + dwell
        while t < stop and t < end:
            t += over * w.u(.8, 1.2); k = min(int(t / DT), T - 1)
            who = np.nonzero(r.random(len(w.items)) < prob[a][:, k])[0]; r.shuffle(who)
            for i in who:
                t += w.u(.6, 1.4) / rate
                if t >= stop + .01 or t >= end: break
                k = int(t / DT); x = rs[a][i, k] + r.normal(0, .7)
                if x > floor:
                    rd = {"t_us": int(t * 1e6), "antenna": a, "epc": w.items[i].epc, "rssi_dbm": round(round(x / step) * step, 1)}
                    if ph: rd["phase_deg"] = round(float((720 * D[a][i, k] / .346 + off[i] + r.normal(0, 6)) % 360), 1)
                    out.append(rd)
        if gap and t - last > 4: t += .1; last = t
    return out
def crossings(x):
    """Zero passages that end at least 5 cm past the line."""
    out, side, z = [], 0, None
    for k, v in enumerate(x):
        if k and (x[k - 1] < 0) != (v < 0) and (z is None or (v > 0) != (side > 0)): z = (k - 1 + x[k - 1] / (x[k - 1] - v)) * DT
        if abs(v) >= .05 and np.sign(v) != side:
            if side: out.append({"t_us": int(z * 1e6), "direction": "OUT" if v > 0 else "IN"})
            side = np.sign(v)
    return out
def trace(seed, i):
    w = World(np.random.default_rng([seed, i])); kind = KINDS[i % len(KINDS)]; site = make_site(w); fin = people_kind(w, kind)
    if kind != "corridor_pass" and w.p(.2): bystander(w, False)
    T = int(np.clip(max([P.dur for P in w.people] + [w.u(5, 20)] if kind == "static_only" else [P.dur for P in w.people]) + w.u(.5, 3), 5, 40) / DT)
    for P in w.people: P.finish(w, T)
    fin(T)
    for P in w.people:
        if getattr(P, "by", 0): carry(w, P, T, P.by)
    if kind == "static_only" or (kind != "cabinet_open" and w.p(.45)): statics(w, T)
    G, D = links(w, T, site); return w, kind, inventory(w, T, site, G, D)
def main():
    seed, n, d = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]; os.makedirs(d, exist_ok=True); labels = {}
    json.dump({"code": "P-101", "antennas": [{"id": a, "zone": "INSIDE" if a < 3 else "OUTSIDE"} for a in (1, 2, 3, 4)]}, open(d + "/portal.json", "w"))
    for i in range(n):
        w, kind, reads = trace(seed, i); name = "t%04d_%s.jsonl" % (i, kind); seen = {x["epc"] for x in reads}
        with open(os.path.join(d, name), "w") as f:
            for x in reads: f.write(json.dumps(x, separators=(",", ":")) + "\n")
        labels[name] = {"kind": kind, "tags": {it.epc: {"crossings": crossings(it.pos[:, 0]), "moves": bool(np.linalg.norm(it.pos - it.pos[0], axis=1).max() > .3)} for it in w.items if it.epc in seen}}
    json.dump(labels, open(d + "/labels.json", "w"), indent=0)
if __name__ == "__main__": main()
