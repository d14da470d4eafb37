"""Who and what moves at the gate, for literature.py: people, trolleys, cabinets and the tags on them, on a grid of DT seconds."""
import numpy as np

DT = 0.005
U = lambda r, a, b: float(r.uniform(a, b))


class Scene:
    def __init__(s, T):
        s.T = T; s.n = int(T / DT) + 2; s.t = np.arange(s.n) * DT
        s.persons = []; s.boxes = []; s.P = []; s.D = []; s.loss = []; s.own = []; s.worn = []; s.cargo = []; s.epc = []; s.still = []

    def person(s, r, x, y, h):
        s.persons.append(dict(x=x, y=y, h=h, rad=U(r, .17, .22), z=U(r, 1.55, 1.92), L=U(r, 9, 16), rcs=U(r, .2, .8)))
        return len(s.persons) - 1

    def tag(s, pos, dip, loss, epc, own=-1, worn=0., cargo=-1, still=False):
        s.P.append(pos); s.D.append(dip); s.loss.append(loss); s.own.append(own); s.worn.append(worn)
        s.cargo.append(cargo); s.epc.append(epc); s.still.append(still)

    def done(s):
        s.P = np.array([np.broadcast_to(p, (s.n, 3)) for p in s.P]); s.D = np.array([np.broadcast_to(d, (s.n, 3)) for d in s.D])
        s.loss = np.array(s.loss); s.own = np.array(s.own); s.worn = np.array(s.worn); s.cargo = np.array(s.cargo)
        s.V = np.gradient(s.P, DT, axis=1)


def uvec(r):
    v = r.normal(size=3); return v / np.linalg.norm(v)


def rot(h, f, l):
    return f * np.cos(h) - l * np.sin(h), f * np.sin(h) + l * np.cos(h)


class Epcs:
    def __init__(s, r):
        s.r = r; s.used = set()

    def __call__(s, pre=None):
        while True:
            e = (pre or ('3034' + '%010X' % s.r.integers(0, 16 ** 10))) + '%010X' % s.r.integers(0, 16 ** 10)
            e = e[:24].ljust(24, '0')
            if e not in s.used:
                s.used.add(e); return e

    def prefix(s):
        return '3034' + '%010X' % s.r.integers(0, 16 ** 10)


def offsets(r, n, worn):
    """carried tags, body frame (forward, left, z)"""
    o = []
    base = r.choice(['front', 'side', 'bag']) if not worn else r.choice(['chest', 'hip', 'back'])
    for _ in range(n):
        if worn:
            a = {'chest': 0., 'hip': np.pi / 2 * r.choice([-1, 1]), 'back': np.pi}[base] + U(r, -.5, .5)
            o.append((a, .015 + U(r, 0, .03), U(r, 1.15, 1.4) if base != 'hip' else U(r, .8, 1.0)))
        else:
            f, l, z = {'front': (.38, 0, 1.1), 'side': (.05, .36, .75), 'bag': (-.1, .34, .95)}[base]
            o.append((f + U(r, -.07, .07), l + U(r, -.08, .08), z + U(r, -.15, .15)))
    return o


def carry(sc, r, ep, x, y, h, n, worn=False):
    """tags on a person whose axis follows x,y with heading h"""
    pi = sc.person(r, x, y, h); rad = sc.persons[pi]['rad']
    det = U(r, 3, 7); side = r.choice([-1, 1])
    fs = U(r, 1.5, 2.1)
    for o in offsets(r, n, worn):
        if worn:
            f = (rad + o[1]) * np.cos(o[0]); l = (rad + o[1]) * np.sin(o[0]); z = o[2]; sw = .008
        else:
            f, l, z = o[0], o[1] * side, o[2]; sw = .015
        moving = np.hypot(np.gradient(x, DT), np.gradient(y, DT)).clip(0, 1)
        ff = f + sw * moving * np.sin(2 * np.pi * fs * sc.t + U(r, 0, 6.3))
        dx, dy = rot(h, ff, l)
        pos = np.stack([x + dx, y + dy, z + .015 * moving * np.sin(4 * np.pi * fs * sc.t)], -1)
        d = uvec(r)
        if worn:                                             # lies flat on the body: dipole tangential
            nrm = np.array([np.cos(o[0]), np.sin(o[0]), 0]); d = d - nrm * (d @ nrm); d /= np.linalg.norm(d)
        ax, ay = rot(h, d[0], d[1])
        dip = np.stack([ax, ay, np.full(sc.n, d[2])], -1)
        sc.tag(pos, dip, U(r, 0, 5) + (det if worn else 0), ep(), own=pi, worn=U(r, 3, 5) if worn else 0.)
    return pi


def smooth(x):
    x = np.clip(x, 0, 1); return x * x * (3 - 2 * x)


def lateral(r, x, w, yd=None):
    yd = U(r, -w / 2 + .35, w / 2 - .35) if yd is None else yd
    a, b = r.uniform(-.5, .5, 2)
    e = np.maximum(np.abs(x) - .7, 0)
    return yd + np.where(x < 0, a, b) * e ** 1.3 / (1 + .2 * e)


def head(x, y):
    vx = np.gradient(x); vy = np.gradient(y)
    ok = np.hypot(vx, vy) > 1e-5
    h = np.arctan2(vy, vx)
    idx = np.where(ok, np.arange(len(h)), -1); idx = np.maximum.accumulate(idx)
    first = np.argmax(ok); idx[idx < 0] = first
    h = np.unwrap(h[idx]); k = 41
    return np.convolve(np.pad(h, k // 2, mode='edge'), np.ones(k) / k, 'valid')


def walkdist(v):
    return min(5.0, 4.4 * v)


def walkx(r, sc, s, v, d0, t0=0., pause=False):
    """s=+1 OUT; distance along x from -s*d0"""
    vt = v * (1 + .07 * np.sin(2 * np.pi * 1.8 * sc.t + U(r, 0, 6)) + .1 * np.sin(2 * np.pi * .3 * sc.t + U(r, 0, 6)))
    vt = np.where(sc.t < t0, 0, vt)
    if pause:                                                # hesitates somewhere around the gate
        tp = t0 + max(.3, (d0 + U(r, -1.2, 1.2)) / v); du = pause
        k = smooth((sc.t - tp + .3) / .3) * (1 - smooth((sc.t - tp - du) / .3)); vt = vt * (1 - k)
    return s * (-d0 + np.concatenate([[0], np.cumsum(vt[:-1]) * DT]))


def walk_len(v, d0, d1, pause=0):
    return (d0 + d1) / v * 1.03 + (pause + .3 if pause else 0)


def walker_scene(r, ep, env, s, worn=False, v=None):
    v = v or U(r, .5, 3) if not worn else U(r, .5, 2.2)
    dm = walkdist(v); d0 = U(r, .7 * dm, dm); d1 = U(r, .7 * dm, dm)
    pause = U(r, .4, 1.2) if r.random() < .12 else 0
    sc = Scene(max(2., walk_len(v, d0, d1, pause)))
    x = walkx(r, sc, s, v, d0, 0, pause); y = lateral(r, x, env.w)
    carry(sc, r, ep, x, y, head(x, y), int(r.integers(1, 3 if worn else 5)), worn)
    return sc


def keep_side(sc, side, margin, k0, persons):
    """shift persons and their tags in x so that no tag comes nearer to the line than margin (side -1 inside, +1 outside)"""
    m = min(float((side * np.asarray(p)[..., 0]).min()) for p in sc.P[k0:])
    dx = side * (margin - m)
    for i in range(k0, len(sc.P)):
        sc.P[i] = sc.P[i] + np.array([dx, 0, 0])
    for p in persons:
        sc.persons[p]['x'] = sc.persons[p]['x'] + dx


def uturn(r, ep, env, side):
    v = U(r, .5, 2.2); app = U(r, 1.5, min(4, 3.8 * v)); back = U(r, 1.5, min(4, 3.8 * v)); stay = U(r, 0, 1.5); trn = U(r, .4, .9)
    ta = app / v + .25; tb = back / v + .25
    sc = Scene(max(2., ta + max(stay, trn) + tb))
    t = sc.t; t1 = ta; t2 = ta + max(stay, trn)
    # speed profile with 0.5 s ramps
    va = v * (1 - smooth((t - t1 + .5) / .5)); vb = v * smooth((t - t2) / .5)
    rr = np.concatenate([[0], np.cumsum((vb - va)[:-1]) * DT]); x = side * (rr - rr.min())
    y0 = U(r, -env.w / 2 + .3, env.w / 2 - .3); e = np.abs(x); b = U(r, -.4, .4); c = U(r, -.4, .4)
    y = y0 + np.where(t < t1, b, c) * np.maximum(e - .3, 0)
    h = np.where(side < 0, 0., np.pi) + r.choice([-1, 1]) * np.pi * smooth((t - (t2 - trn * U(r, .5, 1))) / trn)
    k0 = len(sc.P)
    p = carry(sc, r, ep, x, y, h, int(r.integers(1, 5)), r.random() < .15)
    keep_side(sc, side, U(r, .12, 1.3), k0, [p])
    return sc


def linger(r, ep, env):
    sc = Scene(U(r, 4, 10)); side = -1 if r.random() < .65 else 1
    for _ in range(1 if r.random() < .75 else 2):
        n = sc.n; tau = U(r, 1., 3.)

        def ou(sd, tau=tau):
            g = r.normal(size=n); o = np.zeros(n); a = DT / tau; q = sd * np.sqrt(2 * a); z = r.normal() * sd
            for i in range(n):
                z += -a * z + q * g[i]; o[i] = z
            k = 121; return np.convolve(np.pad(o, k // 2, mode='edge'), np.hanning(k) / np.hanning(k).sum(), 'valid')
        x = ou(U(r, .08, .5)); y = U(r, -1, 1) + ou(U(r, .08, .5)); h = U(r, 0, 6.28) + ou(U(r, .3, 1.2), 2.)
        k0 = len(sc.P)
        p = carry(sc, r, ep, x, y, h, int(r.integers(1, 5)), r.random() < .2)
        keep_side(sc, side, U(r, .15, 1.6), k0, [p])
    return sc


def statics(sc, r, ep, n, env):
    """cabinet ~2 m from the gate, some tags nearer; mostly inside"""
    if n == 0:
        return
    side = -1 if r.random() < .8 else 1
    cab = np.array([side * U(r, 1.7, 2.6), r.choice([-1, 1]) * U(r, .6, 1.8)]); pre = ep.prefix()
    metal = U(r, 0, 4) if r.random() < .6 else U(r, 3, 8)
    near = U(r, 0, .3); d0 = uvec(r)
    for _ in range(n):
        if r.random() < near:
            sd = side if r.random() < .8 else -side
            yy = r.choice([-1, 1]) * U(r, env.w / 2, env.w / 2 + 1.0)
            p = [sd * U(r, .5, 1.6), yy, U(r, .3, 1.8)]; ls = U(r, 0, 8); e = ep()
        else:
            p = [cab[0] + U(r, -.25, .25), cab[1] + U(r, -.5, .5), U(r, .2, 1.9)]
            ls = metal + min(12, r.exponential(3.)); e = ep(pre)
        d = d0 + .7 * r.normal(size=3); d /= np.linalg.norm(d)
        sc.tag(np.array(p), d, ls, e, still=True)


def trolley(sc, r, ep, x, y, fwd, n=50):
    """x: trolley centre (n,), fwd=+1 if pushed towards +x; pusher behind"""
    L, W, z0, z1 = U(r, .7, 1.2), U(r, .5, .75), U(r, .2, .45), U(r, 1.0, 1.6)
    sc.boxes.append(dict(x=x, y=y, L=L, W=W, z0=z0, z1=z1, a=U(r, 3, 9))); b = len(sc.boxes) - 1
    pre = ep.prefix(); k0 = len(sc.P)
    for _ in range(n):
        o = [U(r, -L / 2, L / 2), U(r, -W / 2, W / 2), U(r, z0, z1)]
        pos = np.stack([x + o[0], y + o[1], np.full(sc.n, o[2])], -1)
        sc.tag(pos, uvec(r), min(12., r.exponential(3.)), ep(pre), cargo=b)
    p = sc.person(r, x - fwd * (L / 2 + .4), y + np.zeros(sc.n), np.full(sc.n, 0. if fwd > 0 else np.pi))
    return k0, p, b


def trolley_move(r, ep, env, s):
    v = U(r, .5, 1.5); dm = min(4.2, 4.4 * v); d0 = U(r, .8 * dm, dm); d1 = U(r, .8 * dm, dm)
    d0, d1 = max(d0, 2.0), max(d1, 2.0)
    sc = Scene(walk_len(v, d0, d1)); x = walkx(r, sc, s, v, d0)
    trolley(sc, r, ep, x, U(r, -.15, .15) + .05 * np.sin(x), s)
    return sc


def trolley_wait(r, ep, env, leave):
    arrive = env.idx // 20 % 2 == 0; v = U(r, .6, 1.4)       # stratified: half arrive, half already stand there
    d = U(r, 1.2, 2.8) if arrive else 0.; tw = U(r, 1.5, 4.); gap = U(r, .2, 1.5)      # front of the load stops gap before the line
    mode = 'leave' if leave else r.choice(['stay', 'stay', 'back'])
    out = gap + U(r, 2.6, 3.4) if leave else (U(r, 1.2, 2.5) if mode == 'back' else 0)
    v = max(v, (d + out) / 8.2)
    ta = d / v + .3 if d else 0; tb = out / v + .3 if out else 0
    tw = max(1., min(tw, 10 - ta - tb))
    sc = Scene(max(4., min(10., ta + tw + tb))); t = sc.t
    va = v * (1 - smooth((t - ta + .4) / .4)) if d else 0 * t
    vb = (v if leave else -v) * smooth((t - ta - tw) / .4) if out else 0 * t
    x = np.concatenate([[0], np.cumsum((va + vb)[:-1]) * DT]); i = min(int((ta + .1) / DT), sc.n - 1); x = x - x[i]
    k0, p, b = trolley(sc, r, ep, x, np.full(sc.n, U(r, -.3, .3)), 1)
    sh = -gap - sc.boxes[b]['L'] / 2
    for k in range(k0, len(sc.P)):
        sc.P[k] = sc.P[k] + np.array([sh, 0, 0])
    sc.boxes[b]['x'] = sc.boxes[b]['x'] + sh
    q = sc.persons[p]; q['x'] = q['x'] + sh
    if not arrive and r.random() < .5:                       # the pusher stands beside/behind and shuffles while waiting
        q['y'] = q['y'] + .12 * np.sin(2 * np.pi * .25 * t)
    return sc


def opposite(r, ep, env):
    va, vb = U(r, .6, 2.0), U(r, .6, 2.0)
    da, db = U(r, .75, 1) * walkdist(va), U(r, .75, 1) * walkdist(vb)
    ca = da / va; cb = db / vb; lag = U(r, -.8, .8)          # crossing times differ by lag
    ta, tb = (max(0, cb - ca + lag), max(0, ca - cb - lag))
    T = min(10., max(ta + 1.9 * ca, tb + 1.9 * cb)); sc = Scene(max(2.5, T))
    lane = r.choice([-1, 1]); w = max(env.w, 1.4)
    for s, v, d, t0, y0 in ((1, va, da, ta, lane), (-1, vb, db, tb, -lane)):
        x = walkx(r, sc, s, v, d, t0); y = lateral(r, x, env.w, y0 * U(r, .28, w / 2 - .3))
        carry(sc, r, ep, x, y, head(x, y), int(r.integers(1, 4)), r.random() < .15)
    return sc


def build(kind, r, env, ep):
    if kind in ('walk_out', 'walk_in'):
        sc = walker_scene(r, ep, env, 1 if kind.endswith('out') else -1)
    elif kind.startswith('static_walk'):
        sc = walker_scene(r, ep, env, 1 if kind.endswith('out') else -1); statics(sc, r, ep, int(r.integers(0, 151)), env)
    elif kind.startswith('body'):
        sc = walker_scene(r, ep, env, 1 if kind.endswith('out') else -1, worn=True)
    elif kind.startswith('uturn'):
        sc = uturn(r, ep, env, -1 if kind.endswith('inside') else 1)
    elif kind == 'linger':
        sc = linger(r, ep, env)
    elif kind in ('trolley_out', 'trolley_in'):
        sc = trolley_move(r, ep, env, 1 if kind.endswith('out') else -1)
    elif kind == 'opposite':
        sc = opposite(r, ep, env)
    elif kind == 'static_only':
        sc = Scene(U(r, 3, 10)); statics(sc, r, ep, int(r.integers(3, 151)), env)
        if r.random() < .4:                                  # somebody without tags walks through: flicker only
            s = r.choice([-1, 1]); v = U(r, .6, 1.6); x = walkx(r, sc, s, v, U(r, 2, 4)); y = lateral(r, x, env.w)
            sc.person(r, x, y, head(x, y))
    else:
        sc = trolley_wait(r, ep, env, kind.endswith('leave'))
    if 'static' not in kind and r.random() < .4:
        statics(sc, r, ep, int(r.integers(1, 40)), env)
    sc.done()
    return sc
