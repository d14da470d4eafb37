"""Who and what moves at the gate, for installer.py: people, trolleys and shelves with their tags, on a grid of DT seconds."""
import numpy as np

from installer_site import Site, unit

DT = 0.01


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
