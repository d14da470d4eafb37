#!/usr/bin/env python3
"""Labelled RFID traces at an exit gate, made to look like recordings of portal readers.   python3 recordings.py SEED N DIR

ASSUMPTIONS (a site is drawn anew for every trace; nothing was fitted to a detector)
 Frame    line x = 0, room x < 0; antennas hang in the portal at (0, +-0.5..0.9 m); 1, 2 look inside, 3, 4 outside. A tag crosses
          when the tag itself (not its carrier) passes x = 0. Labels come from the true path (10 ms grid, linear interpolation).
 Reader   antennas one after another, order 1234 or 1324, dwell 30-70 ms each (round of all four: 120-280 ms). Inventory rounds inside the dwell:
          3-6 ms start-up, then tags in random order (strong ones somewhat earlier: capture), 240-450 replies/s in a round (about 200-400 reads/s over all). Sessions: S0 single
          target (once per dwell, then the reader goes on), S0 dual target, S1 dual target (flag shared by all antennas, decays in 0.8-4 s), S2 dual
          target (flag held). 3-8 % failed replies. Reader silent for 30-120 ms every 6-20 s or so. Hopping: 50 channels x 0.2-0.4 s or 4 channels x 2-4 s;
          the channel shifts every (tag, antenna) level, sd 0.5-1.6 dB. NOT modelled: S1/S2 single target, dwells of 0.25 s and more (no such gate meets 0.5 s).
 RSSI     step 0.5 or 1 dB, white noise sd 0.5-1.5 dB, 0.2 % outliers of several dB. Floor -76..-68 dBm, soft over 1.2 dB (tag does not wake up).
 Bell     level = peak (-52..-43) - 10 p log10(sqrt(1 + ((x-c)/w)^2 + ((y-ya)/wy)^2)), p 3.0-4.2, w 0.75-1.2 m; centre c before the line for 1, 2 and
          behind it for 3, 4: 0.6-1.1 m (side-hung) or 0.35-0.65 m (overhead, weaker back loss). Back loss 8-14 dB or 5-8 dB, logistic over the line (scale 0.2-0.35 m).
          Antennas differ (sd 1.5 dB), tags (sd 2.5), tag x antenna (sd 1.2). In 30 % of sites one outside antenna sees a reflection in the room (+3..8 dB spot at
          x -3..-1.5), which stays below the inside antennas' level on average.
 Fades    moving tags: Rice fade from 10 plane waves (lambda 0.33 m), K 3-8 dB, 30 log10|h|, clipped to -22..+5 dB, independent per antenna; shadowing over about 1 m, sd 1-2.5 dB.
 Bodies   carrier's own body: 4-11 dB (against the body: 7-15 dB, plus 2-6 dB detuning always) when it stands between tag and antenna, by carrying angle (front,
          side, back) and heading; anybody else in the ray of a tag: 4-11 dB.
 Static   0-150 tags: cabinet (2.0-2.6 m inside the line, 0-9 dB hidden) and shelves (1.5-5 m inside), now and then some outside (2-4 m). Fixed multipath level
          per antenna, drift (Ornstein-Uhlenbeck, sd 0.5-1.2 dB, 4-20 s), bursts (about one per tag group each 12 s, -8..+7 dB for 0.3-2.5 s, per antenna).
 People   0.5-3 m/s (trolleys 0.5-1.6), accelerate at 1.5-3.5 m/s2, gait ripple, sway while standing. Non-crossing tags stay >= 0.3 m off the line;
          those that cross and come back go >= 0.5 m beyond. After a crossing the trace goes on for >= 1.2 s.
 A crossing tag that is read at all is labelled with its crossing even if fades and air time left it few or no reads around the line.
"""
import json, os, sys
import numpy as np

KINDS = ["walk_out", "walk_in", "walk_out_cabinet", "walk_in_cabinet", "body_out", "body_in", "body_out_cabinet", "fast_out",
         "u_turn_inside", "u_turn_outside", "u_turn_over", "turn_back_cabinet", "linger_inside", "linger_then_out",
         "static_cabinet", "empty_walker_cabinet", "pass_by", "trolley_out", "trolley_in", "trolley_wait", "trolley_wait_out",
         "two_opposite", "two_opposite_cabinet", "one_out_one_turns"]
DT = 0.01
LAM = 0.33


def site(r):
    s = {}
    s["over"] = over = r.random() < 0.35
    cmag = r.uniform(0.35, 0.65, 4) if over else r.uniform(0.6, 1.1, 4)
    s["sgn"] = np.array([-1, -1, 1, 1.])
    s["c"] = cmag * s["sgn"]
    s["w"] = r.uniform(0.75, 1.2) * r.uniform(0.92, 1.08, 4)
    s["wy"] = s["w"] * r.uniform(0.9, 1.4)
    yy = r.uniform(0.5, 0.9) * (0.6 if over else 1)
    s["ya"] = np.array([-yy, yy, -yy, yy])
    s["p"] = r.uniform(3.0, 4.2)
    s["back"] = (r.uniform(5, 8) if over else r.uniform(8, 14)) + r.normal(0, 0.7, 4)
    s["bs"] = r.uniform(0.2, 0.35)
    s["peak"] = r.uniform(-52, -43) + r.normal(0, 1.5, 4)
    s["floor"] = r.uniform(-76, -68)
    s["noise"] = r.uniform(0.5, 1.5)
    s["step"] = r.choice([0.5, 1.0])
    s["K"] = 10 ** (r.uniform(3, 8) / 10)
    s["shad"] = r.uniform(1, 2.5)
    s["order"] = [0, 1, 2, 3] if r.random() < 0.5 else [0, 2, 1, 3]
    s["dwell"] = r.uniform(0.03, 0.07)
    s["rate"] = r.uniform(240, 450)
    s["over_s"] = r.uniform(0.003, 0.006)
    s["session"] = str(r.choice(["S0", "S0d", "S1d", "S2d"]))
    s["fail"] = r.uniform(0.03, 0.08)
    s["nch"], s["chd"] = (50, r.uniform(0.2, 0.4)) if r.random() < 0.5 else (4, r.uniform(2, 4))
    s["chsd"] = r.uniform(0.5, 1.6)
    s["refl"] = None
    if r.random() < 0.3:
        s["refl"] = (int(r.integers(2, 4)), r.uniform(3, 8), r.uniform(-3, -1.5), r.uniform(-1.5, 1.5), r.uniform(0.4, 0.7))
    s["bodyloss"] = r.uniform(4, 11)
    s["drift"] = r.uniform(0.5, 1.2)
    return s


def bell(s, x, y):
    """mean level, x and y of shape (...,) -> (..., 4)"""
    x = np.asarray(x)[..., None]; y = np.asarray(y)[..., None]
    d2 = 1 + ((x - s["c"]) / s["w"]) ** 2 + ((y - s["ya"]) / s["wy"]) ** 2
    m = s["peak"] - 5 * s["p"] * np.log10(d2)
    m = m - s["back"] / (1 + np.exp(np.clip(s["sgn"] * x / s["bs"], -30, 30)))
    if s["refl"]:
        a, g, rx, ry, rs = s["refl"]
        m[..., a] += (g * np.exp(-((x - rx) ** 2 + (y - ry) ** 2) / (2 * rs * rs)))[..., 0]
    return m


def path(r, x0, acts, lane=None, trolley=False, t_lead=None):
    """acts: ('go', x, v) | ('wait', s). Returns x, y, heading on the DT grid."""
    acc = r.uniform(1.5, 3.5) if not trolley else r.uniform(0.8, 1.6)
    xs, hs = [], []
    x = x0
    first = next(a for a in acts if a[0] == "go")
    h = 0.0 if first[1] > x0 else np.pi
    def hold(sec, h0, h1):
        n = max(1, int(sec / DT)); k = np.linspace(0, 1, n)
        xs.append(np.full(n, x)); hs.append(h0 + (h1 - h0) * (0.5 - 0.5 * np.cos(np.pi * k)))
    hold(r.uniform(0.3, 1.2) if t_lead is None else t_lead, h, h)
    for a in acts:
        if a[0] == "wait":
            hold(a[1], h, h); continue
        tgt, v = a[1], a[2]
        hn = 0.0 if tgt > x else np.pi
        if not trolley and abs(hn - h) > 1:
            hold(r.uniform(0.4, 0.9), h, hn)
        if not trolley:
            h = hn
        D = abs(tgt - x); vm = min(v, np.sqrt(acc * D)); ta = vm / acc; tc = (D - vm * ta) / vm
        n = int((2 * ta + tc) / DT) + 1; t = np.arange(n) * DT
        vel = np.minimum(np.minimum(acc * t, vm), np.maximum(acc * (2 * ta + tc - t), 0.0))
        vel = vel * (1 + 0.05 * np.sin(2 * np.pi * (1.2 + 0.5 * v) * t + r.uniform(0, 6)) + 0.05 * np.sin(2 * np.pi * 0.3 * t + r.uniform(0, 6)))
        d = np.cumsum(vel) * DT; d *= D / d[-1]
        xs.append(x + np.sign(tgt - x) * d); hs.append(np.full(n, h)); x = tgt
    xs = np.concatenate(xs); hs = np.concatenate(hs); n = len(xs); t = np.arange(n) * DT
    sway = 0.03 if not trolley else 0.005
    xs = xs + sway * np.sin(2 * np.pi * r.uniform(0.2, 0.5) * t + r.uniform(0, 6)) * (0.5 + 0.5 * np.sin(2 * np.pi * r.uniform(0.05, 0.15) * t))
    lane = r.uniform(-0.3, 0.3) if lane is None else lane
    y = lane + r.uniform(-0.3, 0.3) * xs * np.tanh(np.abs(xs)) + 0.03 * np.sin(2 * np.pi * r.uniform(0.7, 1.1) * t)
    return xs, y, hs


def pad(P, n):
    return tuple(np.concatenate([a, np.full(n - len(a), a[-1])]) if len(a) < n else a[:n] for a in P)


def carry(r, P, body=False, n=1):
    """tags of a person: list of (x, y, normal angle, own body loss scale, extra loss)"""
    ang = r.choice([0, 0, np.pi / 2, -np.pi / 2, np.pi]) + r.normal(0, 0.25)
    rad = r.uniform(0.10, 0.16) if body else r.uniform(0.2, 0.4)
    out = []
    for _ in range(n):
        a = ang + r.normal(0, 0.15); q = rad + r.normal(0, 0.02)
        nor = P[2] + a
        out.append((P[0] + q * np.cos(nor), P[1] + q * np.sin(nor), nor, "body" if body else "hand", r.uniform(2, 6) if body else 0.0))
    return out


def load(r, P, n=50):
    out = []
    for _ in range(n):
        dx, dy = r.uniform(-0.4, 0.4), r.uniform(-0.25, 0.25)
        out.append((P[0] + dx, P[1] + dy, P[2], "trolley", r.uniform(0, 4.5)))
    return out


def crossings(x):
    s = np.where(x >= 0, 1, -1)
    return [(i + x[i] / (x[i] - x[i + 1]), "OUT" if s[i] < 0 else "IN") for i in np.nonzero(np.diff(s))[0]]


def clean(x, want):
    c = crossings(x)
    if [d for _, d in c] != want:
        return False
    cuts = [0] + [int(k) + 1 for k, _ in c] + [len(x)]
    for a, b in zip(cuts[:-1], cuts[1:]):
        seg = np.abs(x[a:b])
        if seg.max() < 0.5:
            return False
    if not c:
        return np.abs(x).min() >= 0.3
    # no second approach of the line within 0.3 m: |x| < 0.3 only in one stretch per crossing
    near = np.diff(np.concatenate([[0], (np.abs(x) < 0.3).astype(int), [0]]))
    return (near == 1).sum() == len(c) and len(x) - c[-1][0] >= 1.2 / DT


def scene(r, kind):
    """-> persons [(x,y,h)], moving tags, wanted directions per tag, n of static (cabinet, shelf, outside), duration in steps"""
    sp = lambda: float(np.exp(r.uniform(np.log(0.5), np.log(3.0))))
    far = lambda: r.uniform(4.5, 6)
    ntag = lambda: int(r.choice([1, 1, 1, 2, 3, 5]))
    cab = kind.endswith("cabinet")
    P, T, W = [], [], []
    body = kind.startswith("body") or (kind in ("u_turn_inside", "linger_inside", "linger_then_out", "two_opposite", "u_turn_over") and r.random() < 0.25)
    def person(p, want, b=body, n=None):
        P.append(p)
        for tg in carry(r, p, b, ntag() if n is None else n):
            T.append(tg); W.append(want)
    base = kind.replace("_cabinet", "")
    out = lambda v, **k: path(r, -far(), [("go", far(), v)], **k)
    inn = lambda v, **k: path(r, far(), [("go", -far(), v)], **k)
    if base in ("walk_out", "body_out"): person(out(sp()), ["OUT"])
    elif base in ("walk_in", "body_in"): person(inn(sp()), ["IN"])
    elif base == "fast_out": person(out(r.uniform(1.8, 3.0)), ["OUT"])
    elif base in ("u_turn_inside", "turn_back"):
        person(path(r, -far(), [("go", -r.uniform(0.4, 1.6), sp()), ("wait", r.uniform(0, 1.5)), ("go", -far(), sp())]), [])
    elif base == "u_turn_outside":
        person(path(r, far(), [("go", r.uniform(0.4, 1.6), sp()), ("wait", r.uniform(0, 1.5)), ("go", far(), sp())]), [])
    elif base == "u_turn_over":
        person(path(r, -far(), [("go", r.uniform(0.8, 2.5), sp()), ("wait", r.uniform(0.2, 3)), ("go", -far(), sp())]), ["OUT", "IN"])
    elif base == "linger_inside":
        acts = [("go", -r.uniform(0.5, 1.6), sp()), ("wait", r.uniform(3, 9))]
        if r.random() < 0.5: acts += [("go", -r.uniform(0.5, 2.5), r.uniform(0.5, 1)), ("wait", r.uniform(2, 6))]
        person(path(r, -far(), acts + [("go", -far(), sp())]), [])
    elif base == "linger_then_out":
        person(path(r, -far(), [("go", -r.uniform(0.6, 1.8), sp()), ("wait", r.uniform(2, 10)), ("go", far(), sp())]), ["OUT"])
    elif base == "empty_walker":
        P.append(out(sp()) if r.random() < 0.6 else inn(sp()))
    elif base == "pass_by":
        x = r.uniform(0.9, 2.2) * r.choice([-1, -1, 1]); q = path(r, -far(), [("go", far(), sp())], lane=0.0)
        s = r.choice([-1, 1])
        person((x + q[1] * 0.5, s * q[0], q[2] + s * np.pi / 2), [])
    elif base.startswith("trolley"):
        v = r.uniform(0.5, 1.6); w = -r.uniform(1.0, 2.2)
        if base == "trolley_out": q, want = out(v, trolley=True), ["OUT"]
        elif base == "trolley_in": q, want = inn(v, trolley=True), ["IN"]
        elif base == "trolley_wait_out":
            q, want = path(r, -far(), [("go", w, v), ("wait", r.uniform(3, 12)), ("go", far(), r.uniform(0.5, 1.6))], trolley=True), ["OUT"]
        else:
            acts = [("go", w, v), ("wait", r.uniform(5, 14))]
            if r.random() < 0.6: acts.append(("go", -far(), v))
            q, want = path(r, -far(), acts, trolley=True), []
        n = int(r.integers(40, 56))
        for tg in load(r, q, n): T.append(tg); W.append(want)
        P.append((q[0] - 0.9 * np.cos(q[2]), q[1] - 0.9 * np.sin(q[2]), q[2]))
    elif base in ("two_opposite", "one_out_one_turns"):
        la = r.uniform(0.25, 0.4) * r.choice([-1, 1])
        a = out(sp(), lane=la)
        ta = np.argmin(np.abs(a[0]))
        if base == "two_opposite": b, wb = inn(sp(), lane=-la), ["IN"]
        else: b, wb = path(r, -far(), [("go", -r.uniform(0.5, 1.4), sp()), ("wait", r.uniform(0, 2)), ("go", -far(), sp())], lane=-la), []
        tb = np.argmin(np.abs(b[0]))
        sh = int(ta - tb + r.normal(0, 0.4) / DT)
        front = lambda q, k: tuple(np.concatenate([np.full(k, z[0]), z]) for z in q)
        if sh > 0: b = front(b, sh)
        else: a = front(a, -sh)
        n = max(len(a[0]), len(b[0]))
        person(pad(a, n), ["OUT"], n=int(r.integers(1, 4))); person(pad(b, n), wb, b=False, n=int(r.integers(1, 4)))
    dur = max([len(p[0]) for p in P], default=0) + int(r.uniform(0.5, 2.5) / DT)
    if kind == "static_cabinet": dur = int(r.uniform(12, 40) / DT)
    u = r.random()
    if cab: nc, ns = int(r.integers(50, 131)), int(r.integers(0, 21))
    elif u < 0.3: nc, ns = 0, 0
    elif u < 0.65: nc, ns = int(r.integers(0, 10)), int(r.integers(0, 8))
    elif u < 0.9: nc, ns = int(r.integers(5, 40)), int(r.integers(0, 20))
    else: nc, ns = int(r.integers(30, 100)), int(r.integers(10, 50))
    no = int(r.integers(1, 6)) if r.random() < 0.15 else 0
    if kind == "static_cabinet" and r.random() < 0.4 and dur > 1500:   # somebody walks about in the room
        x = -r.uniform(1.0, 3.5); q = path(r, -far(), [("go", far(), r.uniform(0.7, 1.5))], t_lead=r.uniform(1, 5))
        P.append((x + q[1] * 0.3, q[0], q[2] + np.pi / 2)); dur = max(dur, len(q[0]))
    return P, T, W, (nc, ns, no), max(dur, 520)


def blocked(s, P, tx, ty, skip, loss):
    """loss by other people's bodies in the ray antenna-tag; tx, ty (T or 1, N) -> (T, 4, N)"""
    tot = 0
    for k, (px, py, _) in enumerate(P):
        L = np.empty((len(px), 4, tx.shape[1]), np.float32)
        for a in range(4):
            ax, ay = 0.0, s["ya"][a]
            vx, vy = tx - ax, ty - ay
            q = np.clip(((px[:, None] - ax) * vx + (py[:, None] - ay) * vy) / (vx * vx + vy * vy + 1e-6), 0, 1)
            d = np.hypot(px[:, None] - ax - q * vx, py[:, None] - ay - q * vy)
            L[:, a] = loss / (1 + np.exp(np.clip((d - 0.27) / 0.05, -30, 30)))
            L[:, a] *= np.clip(q * np.hypot(vx, vy) / 0.4, 0, 1) * (0.6 if s["over"] else 1)    # not by somebody right beside (below) the antenna
        L[:, :, skip == k] = 0
        tot = tot + L
    return tot


def moving_levels(r, s, tg, n):
    x, y, nor, how, extra = tg
    m = bell(s, x, y) + r.normal(0, 2.5) + r.normal(0, 1.2, 4) - extra
    # own body
    if how == "trolley": lb = 0.35 * s["bodyloss"]
    elif how == "body": lb = s["bodyloss"] + r.uniform(3, 4)
    else: lb = s["bodyloss"]
    vx = -x[:, None]; vy = s["ya"] - y[:, None]
    cosb = (vx * np.cos(nor)[:, None] + vy * np.sin(nor)[:, None]) / np.sqrt(vx ** 2 + vy ** 2 + 0.04)
    m -= lb / (1 + np.exp((cosb + 0.25) * 7))
    # fades and shadowing as functions of position
    for a in range(4):
        h = np.zeros(n, complex)
        for _ in range(10):
            th = r.uniform(0, 2 * np.pi); kx, ky = 2 * np.pi / LAM * np.array([np.cos(th) + r.normal(0, 0.3), np.sin(th)])
            h += np.exp(1j * (kx * x + ky * y + r.uniform(0, 6.283)))
        h = np.sqrt(s["K"] / (1 + s["K"])) + h / np.sqrt(10 * (1 + s["K"]))
        m[:, a] += np.clip(30 * np.log10(np.abs(h) + 1e-6), -22, 5)
        for _ in range(4):
            th = r.uniform(0, 2 * np.pi); k = 2 * np.pi / r.uniform(0.8, 2.5)
            m[:, a] += s["shad"] * 0.7 * np.sin(k * (np.cos(th) * x + np.sin(th) * y) + r.uniform(0, 6.283))
    return m.astype(np.float32)


def static_levels(r, s, xs, ys, depth, n):
    N = len(xs)
    g = (r.normal(size=(4, N)) + 1j * r.normal(size=(4, N))) / np.sqrt(2 * (1 + s["K"])) + np.sqrt(s["K"] / (1 + s["K"]))
    base = bell(s, xs, ys).T + np.clip(30 * np.log10(np.abs(g) + 1e-6), -22, 5) + r.normal(0, 2.5, N) - depth + r.normal(0, s["shad"], (4, N))
    step = 0.5; m = int(n * DT / step) + 3
    tau = r.uniform(4, 20); f = np.exp(-step / tau)
    d = np.empty((m, 4, N)); d[0] = r.normal(size=(4, N))
    for k in range(1, m): d[k] = f * d[k - 1] + np.sqrt(1 - f * f) * r.normal(size=(4, N))
    t = np.arange(n) * DT / step; i = t.astype(int); w = (t - i)[:, None, None]
    L = (base[None] + s["drift"] * (d[i] * (1 - w) + d[i + 1] * w)).astype(np.float32)
    for _ in range(r.poisson(n * DT / 12 * max(1, N / 12))):        # bursts hit a handful of neighbouring tags
        c = r.integers(N); grp = np.argsort((xs - xs[c]) ** 2 + (ys - ys[c]) ** 2)[:int(r.integers(1, 9))]
        k0 = int(r.integers(n)); k1 = min(n, k0 + int(r.uniform(0.3, 2.5) / DT))
        A = r.uniform(-8, 7) + r.normal(0, 2, 4)
        win = np.sin(np.linspace(0, np.pi, k1 - k0)) ** 0.5
        L[k0:k1][:, :, grp] += (win[:, None, None] * A[None, :, None]).astype(np.float32)
    return L


def inventory(r, s, L, n):
    N = L.shape[2]; end = n * DT
    ch = r.integers(s["nch"], size=int(end / s["chd"]) + 2)
    off = r.normal(0, s["chsd"], (s["nch"], 4, N)); phase = r.uniform(0, s["chd"])
    flag = np.zeros(N, int); tflag = np.full(N, -99.0); pers = r.uniform(0.8, 4, N)
    ses = s["session"]; target = 0
    t = r.uniform(0, 0.02); pause = r.uniform(2, 20); reads = []; turn = 0
    ar = np.arange(N)
    while t < end - 0.001:
        a = s["order"][turn % 4]; turn += 1
        if t > pause:
            t += r.uniform(0.03, 0.12); pause = t + r.uniform(6, 20)
        stop = min(t + s["dwell"] * r.uniform(0.93, 1.07), end - 0.001)
        if ses.startswith("S0"): flag[:] = 0; target = 0
        empty = 0
        while t < stop:
            k = min(int(t / DT), n - 1)
            if ses == "S1d": flag[(flag == 1) & (t - tflag > pers)] = 0
            c = ch[int((t + phase) / s["chd"])]
            lev = L[k, a] + off[c, a]
            on = lev + r.normal(0, 1.2, N) > s["floor"]
            part = ar[on & (flag == target)]
            t += s["over_s"] * r.uniform(0.8, 1.2)
            if not len(part):
                if ses == "S0": break
                target ^= 1; empty += 1
                if empty >= 2: break
                continue
            empty = 0
            part = part[np.argsort(r.random(len(part)) - 0.02 * lev[part])]
            tt = t + np.cumsum(r.gamma(2, 0.5 / s["rate"], len(part)))
            keep = tt < stop
            fit = part[keep]; tf = tt[keep]
            t = stop if not keep.all() else tt[-1]
            ok = r.random(len(fit)) > s["fail"]
            fit = fit[ok]; tf = tf[ok]
            rs = L[np.minimum((tf / DT).astype(int), n - 1), a, fit] + off[c, a, fit] + r.normal(0, s["noise"], len(fit))
            rs = rs + np.where(r.random(len(fit)) < 0.002, r.normal(0, 5, len(fit)), 0)
            good = rs > s["floor"] - 3
            fit, tf, rs = fit[good], tf[good], rs[good]
            flag[fit] ^= 1; tflag[fit] = tf
            for q in zip(tf.tolist(), fit.tolist(), (np.round(rs / s["step"]) * s["step"]).tolist()):
                reads.append((int(q[0] * 1e6), a + 1, q[1], q[2]))
        t += 0.001                                                      # switching
    return reads


def trace(r, kind):
    while True:
        P, T, W, (nc, ns, no), n = scene(r, kind)
        if n <= 4000 and all(clean(t[0], w) for t, w in zip(T, W)): break
    P = [pad(p, n) for p in P]; T = [pad(t[:3], n) + t[3:] for t in T]
    s = site(r)
    if nc + ns + no + len(T) == 0: nc = 5
    owner = []
    # who carries what: tags were added person by person; nearest person at the start owns it
    for t in T: owner.append(int(np.argmin([np.hypot(p[0][0] - t[0][0], p[1][0] - t[1][0]) for p in P])))
    parts = []
    if T:
        M = np.stack([moving_levels(r, s, t, n) for t in T], axis=2)
        if len(P) > 1:
            M = M - blocked(s, P, np.stack([t[0] for t in T], 1), np.stack([t[1] for t in T], 1), np.array(owner), s["bodyloss"])
        parts.append(M)
    N = nc + ns + no
    if N:
        cx, cy = r.uniform(-2.4, -2.2), r.uniform(0, 1.6) * r.choice([-1, 1])
        xs = np.concatenate([cx + r.uniform(-0.2, 0.2, nc), r.uniform(-5, -1.5, ns), r.uniform(2, 4, no)])
        ys = np.concatenate([cy + r.uniform(-0.4, 0.4, nc), r.uniform(-3, 3, ns), r.uniform(-2, 2, no)])
        dep = np.concatenate([r.uniform(0, 9, nc), r.uniform(0, 5, ns + no)])
        S = static_levels(r, s, xs, ys, dep, n)
        if P: S = S - blocked(s, P, xs[None], ys[None], np.full(N, -1), s["bodyloss"])
        parts.append(S)
    reads = inventory(r, s, np.concatenate(parts, axis=2).astype(np.float32), n)
    reads.sort()
    epcs = []
    while len(epcs) < len(T) + N:
        e = "3034257BF4" + "%014X" % int(r.integers(1 << 56))
        if e not in epcs: epcs.append(e)
    tags = {}
    for i in sorted({q[2] for q in reads}):
        if i < len(T):
            x, y = T[i][0], T[i][1]
            tags[epcs[i]] = {"crossings": [{"t_us": int(k * DT * 1e6), "direction": d} for k, d in crossings(x)],
                             "moves": bool(np.hypot(np.ptp(x), np.ptp(y)) > 0.3)}
        else: tags[epcs[i]] = {"crossings": [], "moves": False}
    lines = ['{"t_us":%d,"antenna":%d,"epc":"%s","rssi_dbm":%.1f}\n' % (t, a, epcs[i], q) for t, a, i, q in reads]
    return lines, tags


def main():
    seed, n, d = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.makedirs(d, exist_ok=True)
    kinds = [KINDS[i % len(KINDS)] for i in range(n)]
    np.random.default_rng([seed, 999]).shuffle(kinds)
    with open(os.path.join(d, "portal.json"), "w") as f:
        json.dump({"code": "P-101", "antennas": [{"id": i, "zone": "INSIDE" if i < 3 else "OUTSIDE"} for i in (1, 2, 3, 4)]}, f)
    labels = {}
    for i, kind in enumerate(kinds):
        lines, tags = trace(np.random.default_rng([seed, 7, i]), kind)
        name = "t%04d.jsonl" % i
        with open(os.path.join(d, name), "w") as f: f.writelines(lines)
        labels[name] = {"kind": kind, "tags": tags}
    with open(os.path.join(d, "labels.json"), "w") as f: json.dump(labels, f)


if __name__ == "__main__":
    main()
