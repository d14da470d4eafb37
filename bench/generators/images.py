#!/usr/bin/env python3
"""Labelled RFID traces at an exit gate: complex-baseband ray model.   python3 images.py SEED N DIR

Assumptions (every trace draws its own site):
- Line x=0, room x<0. Opening 1.2-2.4 m wide, 70 % in a wall (4-15 dB one way through it), 30 % free standing.
  Antennas 1,2 at x=-d, 3,4 at x=+d, d 0.3-0.8 m, on the jambs (60 %, z 0.9-1.7 m) or overhead (40 %, z 2.1-2.5 m);
  boresight across/down, tilted AWAY from the line by 10-45 deg, +-4 deg mounting error, +-1 dB per cable.
- Patch: 5.5-8.5 dBi, cos^n with a 60-75 deg beam, back lobe 12-20 dB down. Tag: dipole (nulls -14 dB), circular reader: -3 dB.
- One-way channel h = direct ray + images in floor, ceiling, two side walls; each lambda/(4 pi r) e^{-jkr}, reflection 0.15-0.65
  (phase-turned), own antenna gain and body diffraction. Two-way = h^2. Metal cabinet etc. only as log-normal.
- Log-normal obstruction: 1-3.5 dB one way, field over position (scale ~0.5-2 m) per antenna, plus 0.5-2 dB constant per tag and antenna.
- People: vertical strips 0.34-0.46 m wide, 1.6-1.85 m tall; left, right and top knife edges summed as complex fields, <= 25 dB one way.
  Tag against the body: 14-18 cm from the body axis, detuned 2-6 dB one way.
- 26.5-31 dBm at the antenna. Tag answers if power at the chip > -14..-19 dBm (+-1 dB per tag); RSSI = Ptx + 2*|h|dB - backscatter loss; reader floor -84..-76 dBm;
  noise 0.5-1.5 dB sigma; RSSI quantised to 0.5 or 1 dB. ETSI (4 channels, one per 2-4 s) or FCC (50 channels, 0.2-0.4 s).
- Air time: 200-400 reads/s in all, session S0, antennas in turn (dwell 20-120 ms, order 1-3-2-4 or 1-2-3-4); in a round each powered tag
  once in random order, round overhead 3-8 ms; a dwell's end cuts the round; 2-10 % of slots lost.
- Background: 0-150 static tags, in a cabinet about 2 m from the line, on shelves 1.3-5 m inside, or (few) 1.5-4 m outside.
- Motion: 0.5-3 m/s (trolleys 0.5-1.8) with +-8 % gait modulation (2 Hz), turns over ~0.4 s, tags turn with the carrier; those that stand sway and swing.
  The nearest tag of those that turn back, linger or wait (for good) comes to 0.2-1.2 m of the line, of those that pass by 0.3-1.5 m. 30 % of traces have one more person without tags.
- A trace is generated for at least 5.2 s; its last READ may come earlier (nothing in range). Positions are sampled every 10 ms (static: shadows every 60 ms).
- "moves": the tag's bounding box has a diagonal > 0.3 m. A crossing's time: linear interpolation of the tag's own x on a 5 ms grid.
"""
import json, os, sys
import numpy as np

PI = np.pi
KINDS = ["walk_out", "walk_in", "body_out", "u_turn_out", "u_turn_in", "turn_back_inside", "turn_back_outside", "linger_inside",
         "linger_out", "pass_by", "cabinet_static", "cabinet_walk_out", "trolley_out", "trolley_in", "trolley_wait",
         "trolley_wait_out", "two_opposite", "several_out"]
DT = 0.005


def site(r):
    s = {}
    U = r.uniform
    s["W"] = U(1.2, 2.4); d = U(.3, .8); s["d"] = d
    s["over"] = r.random() < .4
    s["ceil"] = U(2.6, 3.6); s["Hd"] = U(2.15, 2.6)
    s["wall"] = 10 ** (-U(4, 15) / 20) if r.random() < .7 else 1.0
    s["Yw"] = (s["W"] / 2 + U(.15, 3), s["W"] / 2 + U(.15, 3))
    tilt = np.radians(U(10, 45))
    z = U(2.1, 2.5) if s["over"] else U(.9, 1.5)
    dz = 0 if s["over"] or r.random() < .5 else U(-.2, .2)
    P, B = [], []
    for a in range(4):
        sx = -1 if a < 2 else 1
        sy = -1 if a % 2 == 0 else 1
        t = tilt + np.radians(U(-4, 4)); q = np.radians(U(-4, 4))
        if s["over"]:
            P.append((sx * d, sy * s["W"] / 4, z)); B.append((sx * np.sin(t), np.sin(q), -np.cos(t)))
        else:
            P.append((sx * d, sy * s["W"] / 2, z + sy * dz)); B.append((sx * np.sin(t), -sy * np.cos(t), np.sin(q)))
    s["P"] = np.array(P); B = np.array(B); s["B"] = B / np.linalg.norm(B, axis=1)[:, None]
    s["cab"] = r.normal(0, .5, 4).clip(-1, 1)
    s["G"] = U(5.5, 8.5)
    s["n"] = np.log(.5) / np.log(np.cos(np.radians(U(60, 75) / 2)))
    s["back"] = 10 ** (-U(12, 20) / 10)
    s["refl"] = [U(.3, .65) * np.exp(1j * (PI + U(-.5, .5))), U(.15, .5) * np.exp(1j * (PI + U(-.5, .5))),
                 U(.15, .6) * np.exp(1j * (PI + U(-.5, .5))), U(.15, .6) * np.exp(1j * (PI + U(-.5, .5)))]
    s["sh"] = U(1, 3.5); s["shtag"] = U(.5, 2)
    k = 2 * PI / U(1.5, 5, (4, 6)); an = U(0, 2 * PI, (4, 6))
    s["kx"], s["ky"] = k * np.cos(an), k * np.sin(an)
    s["kp"] = U(0, 2 * PI, (4, 6))
    s["ptx"] = U(28, 31.5) - U(.5, 1.5)
    s["sens"] = U(-19, -14); s["floor"] = U(-84, -76); s["bs"] = U(5, 9)
    s["noise"] = U(.5, 1.5); s["q"] = .5 if r.random() < .5 else 1.0
    s["rate"] = U(200, 400); s["dwell"] = U(.02, .12); s["ovh"] = U(.003, .008); s["lost"] = U(.02, .1)
    s["order"] = [0, 2, 1, 3] if r.random() < .5 else [0, 1, 2, 3]
    if r.random() < .5:
        s["chan"] = np.array([865.7, 866.3, 866.9, 867.5]) * 1e6; s["hop"] = U(2, 4)
    else:
        s["chan"] = (902.75 + .5 * np.arange(50)) * 1e6; s["hop"] = U(.2, .4)
    s["chan"] = r.permutation(s["chan"])
    return s


def smooth(v, n):
    n = max(1, int(n)) | 1
    return np.convolve(np.pad(v, n // 2, mode="edge"), np.ones(n) / n, mode="valid")


def lowpass_noise(r, n, tau, sig):
    m = max(4, int(n * DT / tau) + 4)
    return np.interp(np.linspace(0, m - 1, n), np.arange(m), r.normal(0, sig, m))


def walk(r, legs, t0, start, stand):
    """legs: (x, y, speed, pause after). Returns x, y, heading on the DT grid; the last point is held for `stand` s."""
    xs, ys, st = [np.full(int(t0 / DT) + 1, start[0])], [np.full(int(t0 / DT) + 1, start[1])], [np.ones(int(t0 / DT) + 1)]
    x, y = start
    ph = r.uniform(0, 2 * PI)
    for (a, b, v, p) in legs + [(None, None, 0, stand)]:
        if a is not None:
            L = np.hypot(a - x, b - y); T = L / v
            t = np.arange(1, max(2, int(T / DT)) + 1) * DT
            f = t * v + .08 * v / (4 * PI) * (np.sin(4 * PI * t + ph) - np.sin(ph))
            f = np.clip(f / f[-1], 0, 1)
            xs.append(x + (a - x) * f); ys.append(y + (b - y) * f); st.append(np.zeros(len(t)))
            x, y = a, b
        n = int(p / DT)
        if n:
            xs.append(np.full(n, x)); ys.append(np.full(n, y)); st.append(np.ones(n))
    X, Y, S = np.concatenate(xs), np.concatenate(ys), np.concatenate(st)
    X, Y = smooth(X, .3 / DT), smooth(Y, .3 / DT)
    vx, vy = np.gradient(X), np.gradient(Y)
    sp = np.hypot(vx, vy) / DT
    ang = np.arctan2(vy, vx)
    ok = sp > .15
    if not ok.any():
        ang[:] = r.uniform(-PI, PI)
    else:
        idx = np.where(ok, np.arange(len(X)), -1); idx = np.maximum.accumulate(idx); idx[idx < 0] = np.argmax(ok)
        ang = np.unwrap(ang[idx])
    ang = smooth(ang, .4 / DT)
    S = smooth(S, .5 / DT)
    n = len(X)
    X = X + S * lowpass_noise(r, n, .8, .04); Y = Y + S * lowpass_noise(r, n, .8, .04)
    ang = ang + S * lowpass_noise(r, n, 1.2, r.choice([.15, .6])) + lowpass_noise(r, n, .5, .06)
    return X, Y, ang


class Person:
    def __init__(self, r, path):
        self.x, self.y, self.a = path
        self.hw = r.uniform(.17, .23); self.h = r.uniform(1.6, 1.85); self.tags = []

    def carry(self, r, how, n):
        U = r.uniform
        how = how or r.choice(["front", "hand", "back", "body"], p=[.4, .25, .15, .2])
        sg = r.choice([-1, 1])
        if how == "front": c = (U(.28, .45), U(-.15, .15), U(.95, 1.3)); sp = .08
        elif how == "hand": c = (U(0, .2), sg * U(.28, .36), U(.65, .9)); sp = .04
        elif how == "back": c = (-U(.2, .3), U(-.1, .1), U(1.1, 1.35)); sp = .07
        elif how == "body": c = (sg * U(.14, .18), U(-.12, .12), U(.9, 1.3)); sp = .0
        for _ in range(n):
            if how.startswith("trolley"):
                s = 1 if how == "trolley" else -1
                off = (s * U(.45, 1.1), U(-.25, .25), U(.25, 1.1))
            else:
                off = tuple(c[i] + (sp * r.normal() if i or sp else 0) for i in range(3))
            self.tags.append(dict(off=off, det=U(2, 6) if how == "body" else (U(0, 6) if how.startswith("trolley") else U(0, 1.5)), u=unit(r)))

    def pos(self, tg):
        f, l, z = tg["off"]
        c, s = np.cos(self.a), np.sin(self.a)
        return self.x + f * c - l * s, self.y + f * s + l * c, z


def unit(r):
    v = r.normal(size=3)
    return v / np.linalg.norm(v)


def crossings(x):
    s = x > 0
    i = np.nonzero(s[1:] != s[:-1])[0]
    return [(int(round((k + x[k] / (x[k] - x[k + 1])) * DT * 1e6)), "OUT" if s[k + 1] else "IN") for k in i]


def scenario(r, kind, S):
    """People with tags, and the pattern of crossings expected of each person's tags."""
    U = r.uniform
    yl = max(.05, S["W"] / 2 - .35)
    Y = lambda: U(-yl, yl)
    V = lambda: U(.5, 3)
    nt = lambda: int(r.choice([1, 1, 1, 2, 3, 4]))
    XI, XO = (lambda: -U(2.5, 6)), (lambda: U(2.5, 6))
    YF = lambda: U(-1.2, 1.2)

    def through(sign, v, how, n, t0=None, y=None):
        y = Y() if y is None else y
        a, b = (XI(), XO()) if sign > 0 else (XO(), XI())
        p = Person(r, walk(r, [(-sign * U(.9, 1.3), y, v, 0), (sign * U(.9, 1.3), y + U(-.1, .1), v, 0), (b, YF(), v, 0)],
                           U(.3, 2) if t0 is None else t0, (a, YF()), U(1, 3)))
        p.carry(r, how, n)
        return p, "O" if sign > 0 else "I"

    def shift(p, lim, side):
        """move the path so that its nearest tag comes to |x| = lim on its side"""
        m = max((p.pos(t)[0] * -side).max() for t in p.tags)   # side -1 inside: max of x
        p.x = p.x + side * (m + lim)
        return p

    def back(side, v, how, n, near=None, pauses=(0, 1.5)):
        y = Y()
        p = Person(r, walk(r, [(side * 1.0, y, v, 0), (side * .4, y + .02, v, U(*pauses)), (side * U(2.5, 5), YF(), V() if how is None else v, 0)],
                           U(.3, 2), (side * U(2.5, 5), YF()), U(1, 3)))
        p.carry(r, how, n)
        return shift(p, U(.2, 1.2) if near is None else near, side), ""

    def uturn(side, v):
        y = Y(); y2 = Y(); v2 = V()
        p = Person(r, walk(r, [(side * 1, y, v, 0), (-side * U(1.0, 2.8), y, v, U(0, 3)), (-side * .8, y2, v2, 0), (side * 1, y2, v2, 0), (side * U(2.5, 5), YF(), v2, 0)],
                           U(.3, 2), (side * U(2.5, 5), YF()), U(1, 3)))
        p.carry(r, None, nt())
        return p, "OI" if side < 0 else "IO"

    def linger(how, n, leave, tot):
        legs = [(-U(1, 1.5), Y(), U(.5, 1.8), 0)]; T = 0
        while T < tot:
            pz = U(.5, 4); T += pz
            legs.append((-U(.7, 1.8) if how != "trolley" else -U(1.4, 2.2), Y(), U(.5, 1.2), pz))
        st = (XI(), YF())
        if leave:
            y = Y(); v = U(.5, 2.5 if how != "trolley" else 1.8)
            p = Person(r, walk(r, legs + [(.8, y, v, 0), (XO(), YF(), v, 0)], U(.3, 1.5), st, U(1, 2)))
            p.carry(r, how, n)
            return p, "O"
        p = Person(r, walk(r, legs + ([(XI(), YF(), V(), 0)] if how != "trolley" and r.random() < .5 else []), U(.3, 1.5), st, U(1, 2)))
        p.carry(r, how, n)
        return shift(p, U(.2, 1.2), -1), ""

    tr = lambda: r.choice(["trolley", "trolley", "trolley_pull"])
    if kind == "walk_out": return [through(1, V(), None, nt())]
    if kind == "walk_in": return [through(-1, V(), None, nt())]
    if kind == "body_out": return [through(1, V(), "body", int(r.integers(1, 3)))]
    if kind == "u_turn_out": return [uturn(-1, V())]
    if kind == "u_turn_in": return [uturn(1, V())]
    if kind == "turn_back_inside": return [back(-1, V(), None, nt())]
    if kind == "turn_back_outside": return [back(1, V(), None, nt())]
    if kind == "linger_inside": return [linger(None, nt(), False, U(4, 22))]
    if kind == "linger_out": return [linger(None, nt(), True, U(3, 15))]
    if kind == "pass_by":
        side = -1 if r.random() < .75 else 1; sy = r.choice([-1, 1]); x = side * 1.0; v = V()
        p = Person(r, walk(r, [(x + U(-.3, .3), sy * 1.0, v, 0), (x, -sy * U(2.5, 4), v, 0)], U(.3, 2), (x + U(-.3, .3), sy * U(2.5, 4)), U(1, 3)))
        p.carry(r, None, nt())
        return [(shift(p, U(.3, 1.5), side), "")]
    if kind == "cabinet_static":
        # somebody without tags walks past the cabinet, or out
        q = [through(r.choice([-1, 1]), V(), "hand", 0) for _ in range(int(r.integers(0, 3)))]
        return q or [(Person(r, walk(r, [], U(5, 12), (-U(2.5, 5), YF()), 2)), "")]
    if kind == "cabinet_walk_out": return [through(1, V(), None, nt())]
    if kind == "trolley_out": return [through(1, U(.5, 1.8), tr(), 50)]
    if kind == "trolley_in": return [through(-1, U(.5, 1.8), tr(), 50)]
    if kind == "trolley_wait":
        return [linger("trolley", 50, False, U(3, 12))] if r.random() < .6 else [back(-1, U(.5, 1.2), "trolley", 50, pauses=(2, 10))]
    if kind == "trolley_wait_out": return [linger("trolley", 50, True, U(2, 8))]
    if kind == "two_opposite":
        va, vb = V(), V(); s = r.choice([-1, 1]) * max(.28, yl * U(.6, 1))
        a = through(1, va, None, nt(), .5, s); b = through(-1, vb, None, nt(), .5, -s)
        ta = np.argmax(a[0].x > 0); tb = np.argmax(b[0].x < 0)
        k = int(ta - tb + U(-.7, .7) / DT)      # delay b (or a) so that they meet near the line
        p = b[0] if k > 0 else a[0]
        for f in ("x", "y", "a"):
            v = getattr(p, f); setattr(p, f, np.concatenate([np.full(abs(k), v[0]), v]))
        return [a, b]
    if kind == "several_out":
        v = V(); t = U(.3, 1); out = []
        for _ in range(int(r.integers(2, 5))):
            out.append(through(1, v * U(.9, 1.1), None, int(r.integers(1, 3)), t)); t += U(.5, 2.5)
        return out


def statics(r, kind, S):
    U = r.uniform
    if kind == "cabinet_static": n = int(r.integers(30, 151))
    elif kind == "cabinet_walk_out": n = int(r.integers(60, 151))
    else:
        c = r.random()
        n = 0 if c < .4 else int(r.integers(1, 30)) if c < .72 else int(r.integers(30, 100)) if c < .92 else int(r.integers(100, 151))
    cab = kind.startswith("cabinet") or r.random() < .5
    cx, cy = -U(1.8, 2.4), U(-1.3, 1.3)
    out = []
    for _ in range(n):
        if not cab and r.random() < .08: p = (U(1.5, 4), U(-1.5, 1.5), U(.3, 1.8))
        elif cab and r.random() < .9: p = (cx - U(0, .4), cy + U(-.6, .6), U(.2, 1.9))
        else: p = (-U(1.3, 5), U(-2, 2), U(.2, 1.9))
        out.append(dict(p=p, det=U(0, 6 if cab else 3), u=unit(r)))
    return out


def J(v):
    w = v - .1
    return np.where(v > -.78, 10 ** (-(6.9 + 20 * np.log10(np.sqrt(w * w + 1) + w)).clip(0, 60) / 20), 1.0)


def body(A, T, bx, by, hw, hb, lam):
    """complex factor of one body on the ray from A to T (tuples of arrays)"""
    dx, dy = T[0] - A[0], T[1] - A[1]
    L = np.sqrt(dx * dx + dy * dy) + 1e-6
    ex, ey = bx - A[0], by - A[1]
    s = (ex * dx + ey * dy) / L
    off = np.abs(ex * dy - ey * dx) / L
    on = (s > .05) & (s < L) & (off < hw + .45)
    F = np.ones(on.shape, complex)
    if not on.any():
        return F
    bc = lambda v: np.broadcast_to(v, on.shape)[on]
    s, off, L, lam = s[on], off[on], L[on], bc(lam)
    A2, T2, hw, hb = bc(A[2]), bc(T[2]), hw, hb
    d2 = np.maximum(L - s, .08); w = np.clip((L - s) / .12, 0, 1)
    k = np.sqrt(2 / lam * (1 / s + 1 / d2))
    v1, v2, v3 = (hw - off) * k, (hw + off) * k, (hb - (A2 + (T2 - A2) * s / L)) * k
    lo = np.minimum(v1, v3)
    f = np.zeros(len(s), complex)
    for v in (v1, v2, v3):
        f += J(v) * np.exp(-.5j * PI * np.maximum(v, 0) ** 2)
    m = np.clip(np.abs(f), 10 ** (-25 / 20), 1); f = f / (np.abs(f) + 1e-12) * m
    f = np.where(lo < 0, J(lo), f)
    F[on] = f * np.abs(f) ** (w - 1)
    return F


def channel(S, ant, lam, T, u, people, bi):
    """|h| one way. ant, lam: (K,1); T: 3 arrays broadcastable to (K,n); u: 3 likewise; people at grid index bi (K,)"""
    A = [S["P"][ant, i] for i in range(3)]; B = [S["B"][ant, i] for i in range(3)]
    g0 = 10 ** (S["G"] / 10)
    c, (y1, y2) = S["ceil"], S["Yw"]
    mir = [(1, None, 1), (S["refl"][0], "f", 1), (S["refl"][1], "c", 1), (S["refl"][2], "l", 1), (S["refl"][3], "r", 1)]
    h = 0
    for G, m, _ in mir:
        x, y, z = T; ux, uy, uz = u
        if m == "f": z, uz = -z, -uz
        elif m == "c": z, uz = 2 * c - z, -uz
        elif m == "l": y, uy = -2 * y1 - y, -uy
        elif m == "r": y, uy = 2 * y2 - y, -uy
        dx, dy, dz = x - A[0], y - A[1], z - A[2]
        R = np.sqrt(dx * dx + dy * dy + dz * dz).clip(.3)
        ct = (dx * B[0] + dy * B[1] + dz * B[2]) / R
        g = g0 * np.maximum(np.maximum(ct, 1e-3) ** S["n"], S["back"])
        cu = (dx * ux + dy * uy + dz * uz) / R
        gt = 1.64 * np.maximum(1 - cu * cu, .04)
        a = G * np.sqrt(g * gt / 2) * lam / (4 * PI * R) * np.exp(-2j * PI / lam * R)
        if S["wall"] < 1:
            q = np.where(x * A[0] < 0, -A[0] / np.where(np.abs(dx) < 1e-6, 1e-6, dx), 0)
            blk = (x * A[0] < 0) & ((np.abs(A[1] + q * dy) > S["W"] / 2 + .05) | (A[2] + q * dz > S["Hd"]))
            a = a * np.where(blk, S["wall"], 1)
        for p in people:
            px, py = p.x[bi][:, None], p.y[bi][:, None]
            hb = p.h
            a = a * body(A, (x, y, z), px, py, p.hw, hb, lam)
            if m in ("l", "r"):
                a = a * body(A, (x, y, z), px, -2 * y1 - py if m == "l" else 2 * y2 - py, p.hw, hb, lam)
        h = h + a
    x, y = T[0], T[1]
    sh = 0
    for k in range(6):
        sh = sh + np.cos(S["kx"][ant, k] * x + S["ky"][ant, k] * y + S["kp"][ant, k])
    return 20 * np.log10(np.abs(h) + 1e-9) + S["sh"] * sh / np.sqrt(3)


def trace(r, kind, S):
    for _ in range(200):
        sc = scenario(r, kind, S)
        want = []
        n = max(len(p.x) for p, _ in sc)
        if n * DT > 39.5:
            continue
        n = max(n, int(r.uniform(5.2, 7) / DT))
        ok = True
        for p, pat in sc:
            for f in ("x", "y", "a"):
                v = getattr(p, f); setattr(p, f, np.concatenate([v, np.full(n - len(v), v[-1])]))
            for t in p.tags:
                t["pos"] = p.pos(t); t["cr"] = crossings(t["pos"][0])
                ok &= "".join(d[0] for _, d in t["cr"]) == pat and (pat != "" or np.abs(t["pos"][0]).min() > .15)
        if ok:
            break
    else:
        raise SystemExit("no path for " + kind)
    people = [p for p, _ in sc]
    st = statics(r, kind, S)
    if r.random() < .3:
        sx = r.choice([-1, 1])
        q = Person(r, walk(r, [(sx * r.uniform(1, 3), r.uniform(-1, 1), r.uniform(.5, 1.8), r.uniform(0, 4)), (sx * r.uniform(2, 5), r.uniform(-2, 2), 1.0, 0)],
                           r.uniform(0, 3), (sx * r.uniform(2, 5), r.uniform(-2, 2)), 1))
        for f in ("x", "y", "a"):
            v = getattr(q, f)[:n]; setattr(q, f, np.concatenate([v, np.full(n - len(v), v[-1])]))
        people.append(q)
    mv = [(p, t) for p in people for t in p.tags]
    nm, ns = len(mv), len(st)
    T = n * DT
    # schedule: moving tags on a 10 ms grid, static ones on a 60 ms grid, for the antenna on air only
    dw = S["dwell"]
    nd = int(T / dw)
    off = int(r.integers(4))
    A = np.array([S["order"][(i + off) % 4] for i in range(nd)])

    def grid(step):
        k = max(1, int(np.ceil(dw / step)))
        t = (np.arange(nd)[:, None] * dw + (np.arange(k) + .5) * dw / k).ravel()
        ch = S["chan"][(t / S["hop"]).astype(int) % len(S["chan"])]
        return k, t, np.repeat(A, k)[:, None], (3e8 / ch)[:, None], np.minimum((t / DT).astype(int), n - 1)
    chip = S["ptx"] + S["cab"]
    km, tm, am, lm, bm = grid(.010)
    ks, ts, as_, ls, bs = grid(.060)
    if nm:
        P = [np.stack([np.broadcast_to(t["pos"][i], (n,))[bm] for _, t in mv], 1) for i in range(3)]
        ca = np.stack([np.cos(p.a[bm]) for p, _ in mv], 1); sa = np.stack([np.sin(p.a[bm]) for p, _ in mv], 1)
        u = np.array([t["u"] for _, t in mv])
        H = channel(S, am, lm, P, (u[:, 0] * ca - u[:, 1] * sa, u[:, 0] * sa + u[:, 1] * ca, u[:, 2] + 0 * ca), people, bm)
        H = H - np.array([t["det"] for _, t in mv]) + (r.normal(0, S["shtag"], (4, nm)))[am[:, 0]]
    if ns:
        p = np.array([t["p"] for t in st]); u = np.array([t["u"] for t in st])
        Z = np.zeros((len(ts), 1))
        K = channel(S, as_, ls, [p[:, i] + Z for i in range(3)], [u[:, i] + Z for i in range(3)], people, bs)
        K = K - np.array([t["det"] for t in st]) + (r.normal(0, S["shtag"], (4, ns)) + r.normal(0, 1.5, (1, ns)))[as_[:, 0]]
    N = nm + ns
    sens = S["sens"] + r.normal(0, 1, N)
    bsl = S["bs"] + r.normal(0, 1, N)
    reads = []
    for i in range(nd):
        a = A[i]; t = i * dw + .002; end = (i + 1) * dw
        def level(t):
            f = min(max((t - i * dw) / dw, 0), .9999)
            parts = []
            if nm: parts.append(H[i * km + int(f * km)])
            if ns: parts.append(K[i * ks + int(f * ks)])
            return np.concatenate(parts) if parts else np.zeros(0)
        while t < end and N:
            t += S["ovh"] * r.uniform(.8, 1.2)
            g = level(min(t, end - 1e-6))
            todo = np.nonzero((g + chip[a] > sens) & (2 * g + S["ptx"] + 2 * S["cab"][a] - bsl > S["floor"]))[0]
            r.shuffle(todo)
            steps = r.uniform(.6, 1.4, len(todo)) / S["rate"]; lost = r.random(len(todo)) < S["lost"]
            nz = r.normal(0, S["noise"], len(todo))
            for j, k in enumerate(todo):
                t += steps[j]
                if t >= end:
                    break
                if lost[j]:
                    continue
                f = (t - i * dw) / dw
                g = H[i * km + min(int(f * km), km - 1), k] if k < nm else K[i * ks + min(int(f * ks), ks - 1), k - nm]
                if g + chip[a] < sens[k]:
                    continue
                rs = S["ptx"] + 2 * S["cab"][a] + 2 * g - bsl[k] + nz[j]
                if rs < S["floor"]:
                    continue
                reads.append((int(t * 1e6), int(a) + 1, int(k), float(round(min(rs, -22) / S["q"]) * S["q"])))
    epcs = ["3034257BF4" + "".join("%X" % c for c in r.integers(0, 16, 14)) for _ in range(N)]
    tags = {}
    for k in sorted({x[2] for x in reads}):
        if k < nm:
            t = mv[k][1]; px, py = t["pos"][0], t["pos"][1]
            tags[epcs[k]] = {"crossings": [{"t_us": c, "direction": d} for c, d in t["cr"]], "moves": bool(np.hypot(np.ptp(px), np.ptp(py)) > .3)}
        else:
            tags[epcs[k]] = {"crossings": [], "moves": False}
    return [(t, a, epcs[k], v) for t, a, k, v in reads], tags


def main():
    seed, N, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.makedirs(out, exist_ok=True)
    json.dump({"code": "P-101", "antennas": [{"id": i, "zone": "INSIDE" if i < 3 else "OUTSIDE"} for i in (1, 2, 3, 4)]}, open(os.path.join(out, "portal.json"), "w"))
    labels = {}
    kinds = [KINDS[(i + seed) % len(KINDS)] for i in range(N)]
    for i, kind in enumerate(kinds):
        r = np.random.default_rng([seed, i])
        while True:
            S = site(r)
            reads, tags = trace(r, kind, S)
            if reads:
                break
        name = "%s_%04d.jsonl" % (kind, i)
        with open(os.path.join(out, name), "w") as f:
            for t, a, e, v in reads:
                f.write(json.dumps({"t_us": t, "antenna": a, "epc": e, "rssi_dbm": v}) + "\n")
        labels[name] = {"kind": kind, "tags": tags}
    json.dump(labels, open(os.path.join(out, "labels.json"), "w"), indent=1)


if __name__ == "__main__":
    main()
