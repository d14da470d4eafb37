#!/usr/bin/env python3
"""Labelled RFID traces at an exit gate.   python3 contract.py SEED N DIR

Frame: x<0 room, line x=0, x>0 outside; y across the opening, z up (metres).  One site is drawn anew per trace.

ASSUMPTIONS (view of the acceptance engineer: a properly installed gate, all parts of the radio model in use)
 antennas   60 % on posts (y +-0.9..1.25, z 1.0..1.5, x -+0.15..0.45, turned 35..60 deg from the across direction into
            their zone), 40 % overhead (z 2.3..2.6, y +-0.3..0.6, x -+0.25..0.5, 35..50 deg off the vertical); aim error
            sd 4 deg, port differences sd 0.6 dB.  Circular patch 6..8 dBi, 3-dB width 62..75 deg, parabolic main lobe,
            side/back lobes 17..24 dB down with a ripple of +-2.5 dB.
 path loss  free space to 1 m, exponent 1.9..2.3 beyond; walls with a door opening cost 3..8 dB in half of the sites.
 power      set at installation so that a tag 1.3 m off, 6 dB off boresight, has 13..17 dB in hand (trolley
            gates 14..18; at most 30 dBm).
 shadowing  a smooth map per antenna, sd 1..2.5 dB (about 1-2 m long), plus sd 1.5 dB per tag and item loss.
 multipath  coherent sum of direct path, floor, ceiling, two side walls and 3 scatterers (reflection .15-.55), each with
            antenna pattern; moving bodies reflect as well; FCC (50 channels, 0.2-0.4 s) or ETSI (4 channels, 1-4 s).
 tag        dipole pattern (floor -10 dB), turning with its carrier; 3 dB for circular to linear; chip -19..-22 dBm sd 0.8.
 body       cylinder 0.2 m radius, 1.75 m tall: up to 8..14 dB on each path it cuts (its own tag, other people's, static tags);
            a tag against the body sits 2-5 cm off it and is detuned by 2..5 dB.
 air time   200-400 reads/s shared (360-400 at trolley gates); antennas in turn, 30-60 ms each (an antenna that finds nothing gives up after 10-20 ms).
            70 %: session 2 on 1, 2 and session 3 on 3, 4, dual target (flags kept), always so for trolleys and
            for more than 60 static tags; else session 0 (all tags anew at each antenna).
 reader     RSSI noise sd 0.4-1 dB, steps of 0.5 or 1 dB, offset sd 1 dB, sensitivity -80..-84 dBm, 3-8 % of reads lost.
 movement   0.5-3 m/s (trolley 0.5-1.5), varying +-8 %, gait.  A tag that turns back or waits stays >= 0.4 m short of the line;
            a U-turn that crosses takes its tags >= 0.6 m past it.  Trolley: 50 tags in 0.9 x 0.5 x 0.9 m, item loss 0-4 dB.
 static     0-150 tags, in a cabinet with its front 2.0 m from the line (main case), on shelves at 1.2-4 m, a few outside
            in one site of ten; `crowd_*` kinds always have 80-150 in the cabinet.
 No trace is thrown away for its outcome: a crossing that is poorly read stays in.
"""
import sys, os, json, math
import numpy as np

KINDS = ["walk_out", "walk_in", "u_turn", "turn_back", "linger_inside", "linger_then_out", "static_passer_by",
         "crowd_walk_out", "body_out", "body_in", "two_opposite", "trolley_out", "trolley_waiting", "crowd_turn_back",
         "walk_out", "trolley_in"]
DT = 0.02
C = 299.792458


def unit(v):
    return v / np.linalg.norm(v, axis=-1, keepdims=True)


def smooth01(x):
    x = np.clip(x, 0, 1)
    return x * x * (3 - 2 * x)


class Site:
    def __init__(s, r, trolley):
        U = r.uniform
        s.layout = "posts" if r.random() < .6 else "overhead"
        s.gain, s.bw, s.sll = U(6, 8), U(62, 75), U(17, 24)
        s.pos, s.bore = [], []
        if s.layout == "posts":
            y, z, x, a = U(.9, 1.25), U(1.0, 1.5), U(.15, .45), math.radians(U(35, 60))
            for sx in (-1, 1):
                for sy in (-1, 1):
                    s.pos.append([sx * x + r.normal(0, .03), sy * y + r.normal(0, .03), z + r.normal(0, .05)])
                    s.bore.append([sx * math.sin(a), -sy * math.cos(a), 0])
            s.half = y
        else:
            y, z, x, a = U(.3, .6), U(2.3, 2.6), U(.25, .5), math.radians(U(35, 50))
            for sx in (-1, 1):
                for sy in (-1, 1):
                    s.pos.append([sx * x, sy * y, z])
                    s.bore.append([sx * math.sin(a), 0, -math.cos(a)])
            s.half = U(.9, 1.3)
        s.pos = np.array(s.pos)
        s.bore = unit(unit(np.array(s.bore)) + r.normal(0, .07 / math.sqrt(1.5), (4, 3)))
        s.port = r.normal(0, .6, 4)
        s.rip = r.uniform(0, 6.28, 4)
        s.n = U(1.9, 2.3)
        s.wall = U(3, 8) if r.random() < .5 else 0.
        s.sens = U(-22, -19)
        pl = 31.7 + 10 * s.n * math.log10(1.3)
        s.ptx = min(30., U(13, 17) + trolley + s.sens + pl - s.gain + 6 + 3 - 2.15)
        s.sh_sd = U(1, 2.5)
        s.k = r.normal(0, 1, (4, 6, 3)) * (2 * math.pi / 2.5) * np.array([1, 1, .4])
        s.ph = r.uniform(0, 2 * math.pi, (4, 6))
        # image sources / scatterers
        ceil = max(2.7, s.pos[:, 2].max() + .2) + U(0, 1)
        wy = [U(2, 5), -U(2, 5)]
        P = s.pos
        im = [(P * [1, 1, -1], U(.25, .55)), (P * [1, 1, -1] + [0, 0, 2 * ceil], U(.15, .4))]
        im += [(P * [1, -1, 1] + [0, 2 * w, 0], U(.15, .45)) for w in wy]
        s.images = im
        s.scat = [(np.array([U(-4, 4), U(-3, 3), U(.3, 2.2)]), U(.15, .4)) for _ in range(3)]
        s.blk = U(8, 14)
        s.rho_b = U(.2, .4)
        if r.random() < .5:
            s.ch, s.hop = 902.75 + .5 * np.arange(50), U(.2, .4)
        else:
            s.ch, s.hop = np.array([865.7, 866.3, 866.9, 867.5]), U(1, 4)
        s.rate, s.dwell, s.empty = U(360 if trolley else 200, 400), U(.03, .04 if trolley else .06), U(.01, .02)
        s.s2 = trolley or r.random() < .7
        s.order = [0, 1, 2, 3] if r.random() < .5 else [0, 2, 1, 3]
        s.noise, s.step, s.off = U(.4, 1), (.5 if r.random() < .6 else 1.), r.normal(0, 1)
        s.rsens, s.loss, s.mod = U(-84, -80), U(.03, .08), U(5, 8)

    def pat(s, a, d):
        """pattern (dB, relative) of antenna a toward unit vectors d"""
        th = np.degrees(np.arccos(np.clip(d @ s.bore[a], -1, 1)))
        return np.maximum(-12 * (th / s.bw) ** 2, -s.sll + 2.5 * np.cos(np.radians(th) * 4 + s.rip[a]))

    def shadow(s, a, p):
        out = 0
        for m in range(6):
            out = out + np.cos(p @ s.k[a, m] + s.ph[a, m])
        return s.sh_sd * math.sqrt(2 / 6) * out


def block(src, p, cen, L):
    """dB lost on the way src -> p to a body standing at cen (.., 2)"""
    d = p - src
    d2 = d[..., :2]
    q = np.sum((cen - src[..., :2]) * d2, -1) / np.maximum(np.sum(d2 * d2, -1), 1e-6)
    qc = np.clip(q, 0, 1)
    near = src[..., :2] + qc[..., None] * d2 - cen
    dist = np.sqrt(np.sum(near * near, -1))
    z = src[..., 2] + qc * d[..., 2]
    return L * smooth01((.24 - dist) / .22) * smooth01((1.85 - z) / .2)


def tagpat(ax, d):
    c = np.sum(ax * d, -1)
    return 2.15 + 10 * np.log10(np.maximum(1 - c * c, .1))


def dbamp(x):
    return 10 ** (x / 20)


def channel(s, p, ax, lam, bodies, static):
    """one-way gain (dB, pol. and item loss not included) of 4 antennas; p, ax (T or 1, n, 3), lam (T,), bodies [(T,2)]"""
    T = len(lam)
    out = np.empty((4, T, p.shape[1]), np.float32)
    ulam, inv = np.unique(lam, return_inverse=True)
    for a in range(4):
        src = s.pos[a]
        k = 2 * math.pi / lam[:, None]

        def path(S, rho, patd, extra, atten):
            v = p - S
            d = np.sqrt(np.sum(v * v, -1))
            u = v / d[..., None]
            tot = d + extra
            g = s.pat(a, patd(u)) if callable(patd) else patd
            A = rho / tot * dbamp(g + tagpat(ax, u) - atten - 10 * (s.n - 2) * np.log10(np.maximum(tot, 1)))
            return A, tot

        def ownblk(S):
            b = 0
            if not static:
                for cen in bodies:
                    b = b + block(np.broadcast_to(S, p.shape), p, cen[:, None, :], s.blk)
            return b
        v = p - src
        qx = src[0] * p[..., 0] < 0
        yc = src[1] + v[..., 1] * (-src[0]) / np.where(np.abs(v[..., 0]) < 1e-6, 1e-6, v[..., 0])
        wl = s.wall * (qx & (np.abs(yc) > s.half))
        envA = []
        b0 = 0
        for cen in bodies:
            b0 = b0 + block(np.broadcast_to(src, (1, 1, 3)), p, cen[:, None, :], s.blk)
        A0, d0 = path(src, 1., lambda u: u, 0, wl)
        for i, (I, rho) in enumerate(s.images):
            m = [[1, 1, -1], [1, 1, -1], [1, -1, 1], [1, -1, 1]][i]
            envA.append(path(I[a], rho, lambda u, m=m: u * m, 0, ownblk(I[a])))
        for S, rho in s.scat:
            e = S - src
            de = np.linalg.norm(e)
            envA.append(path(S, rho, float(s.pat(a, e / de)), de, ownblk(S)))
        if static:      # p does not move: the surroundings' sum only depends on the channel
            env = np.array([sum(A[0] * np.exp(-1j * 2 * math.pi / l * d[0]) for A, d in envA) for l in ulam])[inv]
        else:
            env = 0
            for A, d in envA:
                env = env + A * np.exp(-1j * k * d)
        h = A0 * dbamp(-b0) * np.exp(-1j * k * d0) + env
        for cen in bodies:      # the bodies' own reflections
            B = np.concatenate([cen, np.full((T, 1), 1.1)], 1)
            e = B - src
            de = np.sqrt(np.sum(e * e, -1))
            v = p - B[:, None, :]
            d = np.maximum(np.sqrt(np.sum(v * v, -1)), .3)
            tot = d + de[:, None]
            g = s.pat(a, e / de[:, None])[:, None]
            near = smooth01((d - .35) / .3)     # the carrier's own tag: already in the shadow term
            h = h + near * s.rho_b / tot * dbamp(g) * np.exp(-1j * k * tot)
        out[a] = 20 * np.log10(np.abs(h) * lam[:, None] / (4 * math.pi) + 1e-9) + s.gain + s.port[a] + s.shadow(a, p)
    return out


class Mover:
    """a person (or trolley): way points -> centre and heading on the DT grid"""

    def __init__(m, r, T, segs, x0, y0, t0, v):
        t = np.arange(T) * DT
        vx, vy, head = np.zeros(T), np.zeros(T), np.zeros(T)
        now, h = t0, math.atan2(segs[0][2], segs[0][1]) if len(segs) else 0
        head[:] = h
        for dur, ux, uy in segs:
            i, j = int(now / DT), int((now + dur) / DT)
            vx[i:j], vy[i:j] = ux, uy
            if ux or uy:
                n = math.atan2(uy, ux)
                h += (n - h + math.pi) % (2 * math.pi) - math.pi
            head[max(i, 0):] = h
            now += dur
        w = 1 + .08 * np.sin(2 * math.pi * t / r.uniform(2, 4) + r.uniform(0, 6))
        x, y = x0 + np.cumsum(vx * w) * DT, y0 + np.cumsum(vy * w) * DT
        f = lambda z, n: np.convolve(np.pad(z, (n, n), "edge"), np.ones(2 * n + 1) / (2 * n + 1), "valid")
        x, y, head = f(x, 7), f(y, 7), f(head, 12)
        f1, f2 = r.uniform(.15, .35, 2)
        x += .04 * np.sin(2 * math.pi * f1 * t + r.uniform(0, 6)) * (np.abs(vx) < .05)  # sway when standing
        x = f(x, 5)
        m.gait = .015 * np.sin(2 * math.pi * 1.8 * t + r.uniform(0, 6)) * smooth01(f(np.hypot(vx, vy), 5) / .4)
        m.x, m.y, m.head = x, y, head

    def place(m, off):
        """offset (ahead, left, up) -> positions (T,3)"""
        c, s = np.cos(m.head), np.sin(m.head)
        return np.stack([m.x + off[0] * c - off[1] * s, m.y + off[0] * s + off[1] * c, off[2] + m.gait], 1)

    def turn(m, ax):
        c, s = np.cos(m.head), np.sin(m.head)
        return np.stack([ax[0] * c - ax[1] * s, ax[0] * s + ax[1] * c, np.full_like(c, ax[2])], 1)


def walk_segs(r, x0, x1, v, vy=None):
    d = abs(x1 - x0) / v
    return [(d, math.copysign(v, x1 - x0), r.normal(0, .04) * v if vy is None else vy)]


def carried(r, how):
    """offset, item loss"""
    sd = 1 if r.random() < .5 else -1
    if how == "hand":
        return np.array([r.uniform(.28, .4), sd * r.uniform(0, .25), r.uniform(.9, 1.3)]), r.uniform(0, 2)
    if how == "bag":
        return np.array([r.uniform(-.1, .1), sd * r.uniform(.3, .38), r.uniform(.5, .9)]), r.uniform(0, 3)
    g = r.uniform(.22, .25)                      # against the body: chest, hip or back
    a = r.choice([0, .5, 1.57, 2.6, 3.14]) * sd + r.normal(0, .15)
    return np.array([g * math.cos(a), g * math.sin(a), r.uniform(.85, 1.35)]), r.uniform(2, 5)


def statics(r, n, cabinet):
    P, L = [], []
    cy, w = r.uniform(-.8, .8), r.uniform(.8, 1.4)
    outside = r.random() < .1
    for i in range(n):
        if outside and i < 4:
            P.append([r.uniform(1.2, 4), r.choice([-1, 1]) * r.uniform(.8, 2.2), r.uniform(.3, 1.6)])
        elif cabinet:
            P.append([-2.0 - r.uniform(0, .45), cy + r.uniform(-w, w) / 2, r.choice([.3, .65, 1., 1.35, 1.7]) + r.uniform(0, .2)])
        else:
            P.append([r.uniform(-4, -1.2), r.choice([-1, 1]) * r.uniform(1.0, 2.6), r.uniform(.2, 1.8)])
        L.append(r.uniform(0, 7))
    return np.array(P).reshape(-1, 3), np.array(L)


def make(r, kind):
    trolley = kind.startswith("trolley")
    s = Site(r, trolley)
    U = r.uniform
    base = kind.replace("crowd_", "")
    t0 = U(.8, 4)
    people = []      # (segs, x0, y0, v, hows, limit)   limit: None or (mode, value)
    v = U(.5, 3)
    far = lambda: U(3.2, 4.5)
    y = lambda: U(-.45, .45)
    hb = lambda n: ["hand" if r.random() < .5 else "bag" for _ in range(n)]
    nt = int(r.choice([1, 1, 1, 2, 3, 5]))
    if base in ("walk_out", "body_out"):
        a = -far()
        people.append((walk_segs(r, a, far(), v), a, y(), v, ["body"] * min(nt, 2) if base[0] == "b" else hb(nt), None))
    elif base in ("walk_in", "body_in"):
        a = far()
        people.append((walk_segs(r, a, -far(), v), a, y(), v, ["body"] * min(nt, 2) if base[0] == "b" else hb(nt), None))
    elif base == "u_turn":
        sg = 1 if r.random() < .75 else -1
        a = -sg * far()
        d1 = walk_segs(r, a, 0, v)
        v2 = U(.5, 2.5)
        segs = d1 + [(U(0, 1.5), 0, 0)] + walk_segs(r, 0, a, v2)
        people.append((segs, a, y(), v, hb(nt), ("past", sg, U(.6, 2.2))))
    elif base == "turn_back":
        sg = 1 if r.random() < .8 else -1
        a = -sg * far()
        v2 = U(.5, 2.5)
        segs = walk_segs(r, a, 0, v) + [(U(0, 2), 0, 0)] + walk_segs(r, 0, a, v2)
        people.append((segs, a, y(), v, ["body"] if r.random() < .2 else hb(nt), ("short", sg, U(.4, 1.2))))
    elif base == "linger_inside":
        a = -far()
        segs = walk_segs(r, a, 0, v)
        for _ in range(int(r.integers(1, 4))):
            w = U(.5, 1.2)
            q = U(.5, 1.3)
            segs += [(U(2, 5), 0, 0), (q / w, -w, 0), (U(.5, 3), 0, 0), (q * U(.7, .95) / w, w, 0)]
        if r.random() < .5:
            segs += walk_segs(r, 0, a, U(.6, 1.6))
        people.append((segs, a, y(), v, ["body"] if r.random() < .2 else hb(nt), ("short", 1, U(.4, 1.5))))
    elif base == "linger_then_out":
        a, st = -far(), U(.5, 1.5)
        v2 = U(.5, 2.5)
        segs = walk_segs(r, a, -st, v) + [(U(3, 12), 0, 0)] + walk_segs(r, -st, far(), v2)
        people.append((segs, a, y(), v, hb(nt), None))
    elif base == "static_passer_by":     # people without tags walk by the static tags
        for _ in range(int(r.integers(1, 3))):
            sg = 1 if r.random() < .5 else -1
            a = -sg * far()
            people.append((walk_segs(r, a, -a, U(.5, 3)), a, y(), v, [], None))
    elif base == "two_opposite":
        v1, v2 = U(.5, 2.2), U(.5, 2.2)
        x1, x2 = far(), far()
        sd = 1 if r.random() < .5 else -1
        meet = U(-.8, .8)                # where they pass each other
        tm = max((x1 + meet) / v1, (x2 - meet) / v2)
        for sg, vv, xx, m in ((1, v1, x1, meet), (-1, v2, x2, meet)):
            lag = tm - abs(m + sg * xx) / vv
            people.append(([(lag, 0, 0)] + [(2 * far() / vv, sg * vv, 0)], -sg * xx, sg * sd * U(.28, .45), vv,
                           hb(int(r.integers(1, 3))), None))
    else:
        v = U(.5, 1.5)
        sg = -1 if base == "trolley_in" else 1
        a = -sg * far()
        if base == "trolley_waiting":
            segs = walk_segs(r, a, 0, v) + [(U(6, 15), 0, 0)] + (walk_segs(r, 0, a, U(.5, 1)) if r.random() < .4 else [])
            people.append((segs, a, y() * .5, v, ["trolley"] * 50, ("short", 1, U(.4, 2.))))
            if r.random() < .6:          # somebody passes by the waiting trolley with a tag
                vv, s2 = U(.6, 2), (1 if r.random() < .7 else -1)
                b = -s2 * far()
                people.append(([(U(4, 6) + far() / v, 0, 0)] + [((far() + far()) / vv, s2 * vv, 0)], b,
                               (1 if people[0][2] < 0 else -1) * U(.5, .65), vv, hb(1), None))
        else:
            people.append((walk_segs(r, a, sg * far(), v), a, y() * .5, v, ["trolley"] * 50, None))
    if kind.startswith("crowd"):
        ns, cab = int(r.integers(80, 151)), True
    else:
        lo, hi = [(0, 0), (1, 20), (20, 80), (80, 150)][int(r.choice(4, p=[.45, .3, .2, .05] if trolley else [.25, .25, .25, .25]))]
        if kind == "static_passer_by":
            lo, hi = [(10, 60), (60, 150)][int(r.integers(2))]
        ns, cab = int(r.integers(lo, hi + 1)), r.random() < .65
    s.s2 = s.s2 or ns > 60
    dur = min(39.5, max(5.5, t0 + max(sum(g[0] for g in p[0]) for p in people) + U(1, 3)))
    T = int(dur / DT)
    pos, axs, item, bodies, small = [], [], [], [], []
    for segs, x0, y0, vv, hows, lim in people:
        m = Mover(r, T, segs, x0, y0, t0, vv)
        trol = "trolley" in hows
        offs = []
        lift = U(.1, .35)
        for how in hows:
            if how == "trolley":
                o, l = np.array([U(.45, 1.35), U(-.25, .25), lift + U(.0, .9)]), U(0, 4)
            else:
                o, l = carried(r, how)
            offs.append(o)
            item.append(l)
            ax = unit(r.normal(0, 1, 3))
            if how == "body" or r.random() < .5:       # mostly upright or flat across
                ax = unit(np.array([0, 0, 1.] if r.random() < .6 else [-o[1], o[0], 0.1]) + r.normal(0, .2, 3))
            axs.append((m, ax))
        if lim and offs:
            mode, sg, val = lim
            ext = [np.max(sg * m.place(o)[:, 0]) for o in offs]
            m.x += sg * ((-val - max(ext)) if mode == "short" else (val - min(ext)))
        for o in offs:
            pos.append(m.place(o))
        bodies.append(np.stack([m.x, m.y], 1))
    nm = len(pos)
    SP, SL = statics(r, ns, cab)
    # channel
    lam = np.empty(T)
    hop = np.arange(T) * DT // s.hop
    seq = r.permutation(len(s.ch))
    ch = s.ch[seq[hop.astype(int) % len(s.ch)]]
    lam = C / ch
    tagoff = r.normal(0, 1.5, nm + ns) - np.concatenate([np.array(item), SL]) - 3.
    sens = s.sens + r.normal(0, .8, nm + ns)
    G = np.empty((4, T, nm + ns), np.float32)
    if nm:
        P = np.stack(pos, 1)
        A = np.stack([m.turn(ax) for m, ax in axs], 1)
        for i in range(0, nm, 10):
            G[:, :, i:min(i + 10, nm)] = channel(s, P[:, i:i + 10], A[:, i:i + 10], lam, bodies, False)
    if ns:
        ax = unit(r.normal(0, 1, (1, ns, 3)))
        st = 3
        g = channel(s, SP[None], ax, lam[::st], [b[::st] for b in bodies], True)
        G[:, :, nm:] = np.repeat(g, st, 1)[:, :T]
    G += tagoff.astype(np.float32)
    M = G + np.float32(s.ptx) - sens.astype(np.float32)
    # air time
    n = nm + ns
    flags = np.zeros((2, n), bool)       # one session per zone, each with its own flags and target
    targets = [False] * 2
    t, reads, ai = U(0, .02), [], 0
    rnd = r.random
    end = T * DT - .02
    while t < end:
        a = s.order[ai % 4]
        ai += 1
        stop = min(end, t + s.dwell)
        give_up = t + s.empty
        t += .002
        z = a // 2
        flag = flags[z]
        if not s.s2:
            flag[:] = False
            targets[z] = False
        while t < stop:
            row = M[a, int(t / DT)]
            on = row > -2
            cand = np.flatnonzero(on & (flag == targets[z]))
            if not len(cand):
                t += .003
                targets[z] = not targets[z]
                if not on.any() and t > give_up:
                    break
                continue
            got = 0
            for i in r.permutation(cand).tolist():
                k = int(t / DT)
                if t >= stop:
                    break
                mg = M[a, k, i]
                if mg < -4 or rnd() > 1 / (1 + math.exp(-mg / .7)):     # not powered: costs no slot of its own
                    continue
                if rnd() < s.loss:
                    t += .5 / s.rate
                    continue
                t += (.6 + .8 * rnd()) / s.rate
                rs = 2 * float(G[a, k, i]) + s.ptx - s.mod
                if rs < s.rsens:
                    continue
                rs += s.off + r.normal(0, s.noise)
                reads.append((int(t * 1e6), a + 1, i, round(rs / s.step) * s.step))
                flag[i] = not flag[i]
                got += 1
            t += .003            # start of the next round
            if not got:
                targets[z] = not targets[z]
    epcs, have = [], set()
    while len(epcs) < n:
        e = "3034257BF4" + "%014X" % int(r.integers(0, 1 << 56))
        if e not in have:
            have.add(e)
            epcs.append(e)
    seen = {x[2] for x in reads}
    tags = {}
    for i in sorted(seen):
        cr, mv = [], False
        if i < nm:
            p = pos[i]
            x = p[:, 0]
            for k in np.flatnonzero((x[:-1] < 0) != (x[1:] < 0)).tolist():
                tc = (k + x[k] / (x[k] - x[k + 1])) * DT
                cr.append({"t_us": int(tc * 1e6), "direction": "OUT" if x[k + 1] > x[k] else "IN"})
            mv = bool(np.max(np.ptp(p, axis=0)) > .3)
        tags[epcs[i]] = {"crossings": cr, "moves": mv}
    lines = ['{"t_us":%d,"antenna":%d,"epc":"%s","rssi_dbm":%.1f}\n' % (a, b, epcs[c], d) for a, b, c, d in reads]
    return lines, tags


def main():
    seed, N, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.makedirs(out, exist_ok=True)
    json.dump({"code": "P-101", "antennas": [{"id": i, "zone": "INSIDE" if i < 3 else "OUTSIDE"} for i in (1, 2, 3, 4)]},
              open(os.path.join(out, "portal.json"), "w"))
    labels = {}
    for i in range(N):
        kind = KINDS[i % len(KINDS)]
        r = np.random.default_rng([seed, i])
        lines, tags = make(r, kind)
        name = "%04d_%s.jsonl" % (i, kind)
        with open(os.path.join(out, name), "w") as f:
            f.writelines(lines)
        labels[name] = {"kind": kind, "tags": tags}
    json.dump(labels, open(os.path.join(out, "labels.json"), "w"), indent=0)


if __name__ == "__main__":
    main()
