#!/usr/bin/env python3
"""strays.py SEED N DIR - labelled RFID traces at an exit gate; weight on stray tags (false alarms) and on outward walks amid them.

Assumptions (everything in "site" is drawn anew per trace)
* Geometry: line x=0, room x<0. A wall stands in x=0 with an opening 1.0-2.4 m wide (loss 2-9 dB one way beside it). Antennas 1,2 at x=-a and 3,4
  at x=+a (a 0.10-0.50 m), as side posts (70 %; 0.9-1.6 m high, turned 20-55 deg from the x axis towards the middle) or overhead (30 %; 2.2-2.6 m, tilted).
  Gain 5.5-8 dBi, 3 dB width 60-80 deg, front-to-back 13-22 dB.
* Link: monostatic backscatter at 867 MHz (or 915, a quarter of sites, hopping 50 channels). Conducted power 26-30.5 dBm, 3 dB lost by circular/linear,
  distance exponent 1.8-2.3, tag sensitivity -18 +-1.3 dBm, mounting loss 0-6 dB, dipole null as deep as 8 dB, and RSSI = both ways (each one-way dB
  counts twice), backscatter loss 6-9 dB. Reader floor -74..-84 dBm. A tag is read if it is powered AND heard. RSSI in steps of 0.5 or 1 dB, noise 0.3-1.0 dB.
* Fading, coherent, one complex sum per tag and antenna: direct ray (pattern, wall, body) + 8 plane waves of fixed directions (a standing-wave field in the room:
  a moving tag runs through it, neighbours share it, so fading is correlated in space and so in time) of total -7..-14 dB against boresight + a ray by way of EACH
  person (radar cross-section 0.2-0.9 m2: the strength of static tags beats and jumps when somebody walks) + a slow complex AR(1) term (0.3-3 s). Channel
  hops turn the rays' phases by their delays. Log-normal shadowing 1-2.5 dB one way as a smooth field of position (correlation about 1 m), per antenna.
* People: cylinders 0.17 m, 1.75 m high; a direct ray through one loses 5-11 dB one way, scattered ones 35 % of that. This applies to the carrier's own body, too.
  A tag against the body: detuned 2-5 dB more.  A bag: 1-6 tags, 0.5-2.5 dB more. Trolley: 50 tags (40-55 when waiting) in 0.9 x 0.6 x 0.9 m, losses 0-6 dB.
* Reader: inventory rounds, antennas in turn (1,2,3,4 or 1,3,2,4), dwell 40-160 ms, slot such that full load gives 200-400 reads/s, 3-6 ms per round overhead.
  Session S0 (65 %: state forgotten at an antenna change) or S1 (state kept over antennas for 0.6-3 s, dual target): many tags starve each other, weak ones more.
* Walking 0.5-3 m/s, gait swing of the tag smaller than needed for it to go backwards. Crossing = the TAG's x changes sign; labels come from the path alone.
  Tags that never cross are kept at least 0.3 m from the line (turning back: 0.35-0.65 m; waiting trolley: nearest tag 0.8-1.25 m).
* Tags never read have no label. A tag that crosses but is hardly read (buried in the trolley, starved) IS labelled: such misses are physical.
"""
import sys, os, json
import numpy as np

DT = 0.01
SUB = 4                       # static tags are computed each 40 ms

# ---------------------------------------------------------------- site
def site(r):
    s = {}
    us = r.random() < .25
    s['us'] = us
    s['f0'] = 915e6 if us else 866.5e6
    s['lam'] = 3e8 / s['f0']
    s['W'] = r.uniform(1.0, 2.4)
    a = r.uniform(.10, .50)
    s['wall'] = r.uniform(2, 9)
    over = r.random() < .30
    P, B = [], []
    for i in range(4):
        side = -1 if i < 2 else 1
        lr = -1 if i % 2 == 0 else 1
        if over:
            P.append((side * a, lr * s['W'] * .22, r.uniform(2.2, 2.6)))
            t = np.radians(r.uniform(30, 62))
            yaw = np.radians(r.uniform(-12, 12))
            B.append((side * np.cos(t) * np.cos(yaw), np.sin(yaw) * np.cos(t), -np.sin(t)))
        else:
            P.append((side * a + r.normal(0, .03), lr * (s['W'] / 2 + .05), r.uniform(.9, 1.6)))
            y = np.radians(r.uniform(20, 55))
            e = np.radians(r.uniform(-12, 8))
            B.append((side * np.cos(y) * np.cos(e), -lr * np.sin(y) * np.cos(e), np.sin(e)))
    s['P'] = np.array(P); s['B'] = np.array(B)
    s['G'] = r.uniform(5.5, 8) + r.normal(0, .4, 4)
    s['bw'] = r.uniform(60, 80); s['fb'] = r.uniform(13, 22, 4)
    s['tx'] = r.uniform(26, 30.5)
    s['n'] = r.uniform(1.8, 2.3)
    s['bs'] = r.uniform(6, 9)
    s['floor'] = r.uniform(-84, -74)
    s['noise'] = r.uniform(.3, 1.0)
    s['q'] = r.choice([.5, 1.0])
    s['offs'] = r.normal(0, .7, 4)
    s['scat'] = r.uniform(-14, -7)
    M = 8
    d = r.normal(size=(4, M, 3)); d[:, :, 2] *= .4
    d /= np.linalg.norm(d, axis=2, keepdims=True)
    s['rd'] = d
    am = r.exponential(1, (4, M)); am /= am.sum(1, keepdims=True)
    s['ra'] = np.sqrt(am); s['rp'] = r.uniform(0, 2 * np.pi, (4, M))
    s['rt'] = r.uniform(5e-9, 60e-9, (4, M))
    s['sh'] = r.uniform(1, 2.5)
    k = r.normal(0, 1.0, (4, 12, 3)); s['sk'] = k; s['sp'] = r.uniform(0, 2 * np.pi, (4, 12))
    s['ar_tau'] = np.exp(r.uniform(np.log(.3), np.log(3))); s['ar_db'] = r.uniform(-26, -17)
    s['body'] = r.uniform(5, 11)
    s['dwell'] = r.uniform(.04, .16)
    s['order'] = [0, 1, 2, 3] if r.random() < .5 else [0, 2, 1, 3]
    s['slot'] = 1 / r.uniform(270, 480)
    s['ovh'] = r.uniform(.003, .006)
    s['S1'] = r.random() < .35; s['pers'] = r.uniform(.6, 3)
    return s

# ---------------------------------------------------------------- movement
def smooth(v, sec):
    n = max(1, int(sec / DT)) | 1
    return np.convolve(np.pad(v, n // 2, mode='edge'), np.ones(n) / n, 'valid')

def path(T, pts, speeds, t0=0.0, fixed=None, sm=.35):
    """pts: list of (x,y,wait s there); speeds: one per leg. Person stands before t0 and after the last point."""
    t = np.arange(int(T / DT)) * DT
    kt, kx, ky = [0.0], [pts[0][0]], [pts[0][1]]
    now = t0 + pts[0][2]
    if now > 0:
        kt.append(now); kx.append(pts[0][0]); ky.append(pts[0][1])
    for (p, q, v) in zip(pts, pts[1:], speeds):
        now += max(.05, np.hypot(q[0] - p[0], q[1] - p[1]) / v)
        kt.append(now); kx.append(q[0]); ky.append(q[1])
        if q[2] > 0:
            now += q[2]; kt.append(now); kx.append(q[0]); ky.append(q[1])
    x = smooth(np.interp(t, kt, kx), sm); y = smooth(np.interp(t, kt, ky), sm)
    vx = np.gradient(x, DT); vy = np.gradient(y, DT)
    sp = np.hypot(vx, vy)
    if fixed is not None:
        h = np.full(len(t), float(fixed))
    else:
        ok = sp > .1
        if ok.any():
            i = np.where(ok, np.arange(len(t)), -1); i = np.maximum.accumulate(i); i[i < 0] = np.argmax(ok)
            h = smooth(np.unwrap(np.arctan2(vy, vx)[i]), .4)
        else:
            h = np.zeros(len(t))
    return {'x': x, 'y': y, 'h': h, 'sp': sp, 'end': now, 't': t, 'kt': kt}

def sway(r, p, amp=.03):
    """standing people sway slowly (correlated), added to x and y"""
    n = len(p['x'])
    for c in 'xy':
        w = smooth(smooth(r.normal(0, 1, n), .6), .6); w /= (w.std() + 1e-9)
        p[c] = p[c] + amp * w * np.exp(-p['sp'] / .2)
    return p

def attach(r, p, how, n=1):
    """tags on a person: list of dicts with pos (T,3), axis (T,3), loss"""
    out = []
    side = r.choice([-1, 1])
    f0 = r.uniform(.7, 1.05)
    ph = r.uniform(0, 6.28)
    if how == 'hand': bx, by, bz = r.uniform(.25, .40), r.uniform(-.2, .2), r.uniform(.9, 1.25)
    elif how == 'body':
        an = r.uniform(0, 2 * np.pi); bx, by, bz = .22 * np.cos(an), .22 * np.sin(an), r.uniform(.85, 1.4)
    elif how == 'bag': bx, by, bz = r.uniform(-.15, .15), side * r.uniform(.28, .36), r.uniform(.45, .85)
    elif how == 'back': bx, by, bz = -r.uniform(.26, .34), r.uniform(-.08, .08), r.uniform(1.0, 1.3)
    else: bx, by, bz = .85, 0, .6
    c, s = np.cos(p['h']), np.sin(p['h'])
    cyc = np.cumsum(p['sp'] * DT)
    for i in range(n):
        o = np.array([bx, by, bz])
        if how == 'trolley':
            o = np.array([r.uniform(.40, 1.30), r.uniform(-.3, .3), r.uniform(.25, 1.15)]); L = max(0, min(6, r.normal(2.0, 1.6))); sw = .004
        elif how in ('bag', 'back'):
            o = o + r.uniform(-.08, .08, 3); L = r.uniform(0, 4) + r.uniform(.5, 2.5); sw = .05
        elif how == 'body':
            L = r.uniform(0, 1.5) + r.uniform(2, 5); sw = .015
        else:
            o = o + r.normal(0, .03, 3) * (n > 1); L = r.uniform(0, 4); sw = .06
        # swing: 0.06*v amplitude at <=1.05 Hz keeps forward motion forward
        f = sw * p['sp'] * np.sin(2 * np.pi * f0 * p['t'] + ph)
        ox = o[0] + f
        pos = np.stack([p['x'] + c * ox - s * o[1], p['y'] + s * ox + c * o[1],
                        o[2] + .02 * np.minimum(1, p['sp']) * np.sin(2 * np.pi * 2 * f0 * p['t'])], 1)
        ax = r.normal(size=3); ax /= np.linalg.norm(ax)
        axis = np.stack([c * ax[0] - s * ax[1], s * ax[0] + c * ax[1], np.full(len(c), ax[2])], 1)
        out.append({'pos': pos, 'axis': axis, 'loss': L, 'static': False})
    return out

def static(r, xyz, lo=0, hi=6):
    ax = r.normal(size=3); ax /= np.linalg.norm(ax)
    return {'pos': np.array([xyz], float), 'axis': ax[None], 'loss': r.uniform(lo, hi), 'static': True}

def cabinet(r, n=None, outside=False):
    n = n or int(r.integers(8, 70))
    sg = 1 if outside else -1
    x0 = r.uniform(1.75, 2.3); y0 = r.uniform(-1.2, 1.2)
    return [static(r, (sg * (x0 + r.uniform(0, .45)), y0 + r.uniform(-.5, .5), r.uniform(.25, 1.8))) for _ in range(n)]

def shelves(r, n=150):
    out = []; x0 = r.uniform(1.4, 2.2); k = r.choice([-1, 1])
    along = r.random() < .5
    for _ in range(n):
        if along: out.append(static(r, (-(x0 + r.uniform(0, 3.2)), k * r.uniform(.9, 1.5), r.uniform(.2, 2.0))))
        else: out.append(static(r, (-(x0 + r.choice([0, .35, 1.3, 1.65]) + r.uniform(0, .1)), r.uniform(-2.2, 2.2), r.uniform(.2, 2.0))))
    return out

def some_static(r):
    u = r.random()
    if u < .15: return []
    if u < .50: return cabinet(r)
    if u < .65: return cabinet(r, outside=True, n=int(r.integers(5, 30))) + cabinet(r, n=int(r.integers(5, 40)))
    if u < .85: return shelves(r, int(r.integers(50, 110)))
    return shelves(r, 150)

# ---------------------------------------------------------------- people's moves
def spd(r): return float(np.exp(r.uniform(np.log(.5), np.log(3.0))))
def lane(r, S): return r.uniform(-1, 1) * max(.1, S['W'] / 2 - .35)

def go_out(r, S, T, t0, v=None, y=None, stop=None, x0=None, fixed=None, xoff=0.):
    v = v or spd(r); y = lane(r, S) if y is None else y
    x0 = -r.uniform(3.0, 6.0) if x0 is None else x0
    x1 = r.uniform(3, 7) if stop is None else stop
    pts = [(x0 + xoff, y + r.uniform(-.8, .8), 0), (-.9 + xoff, y, 0), (.9, y, 0)]
    if x1 > 1.1: pts.append((x1, y + r.uniform(-1.2, 1.2), 0))
    k = len(pts) - 1
    return sway(r, path(T, pts, v * r.uniform(.9, 1.1, k), t0, fixed=fixed))

def go_in(r, S, T, t0, v=None, y=None, x1=None):
    v = v or spd(r); y = lane(r, S) if y is None else y
    x1 = -r.uniform(2.5, 6) if x1 is None else x1
    pts = [(r.uniform(3, 6), y + r.uniform(-1.5, 1.5), 0), (.9, y, 0), (-.9, y, 0), (x1, y + r.uniform(-.8, .8), 0)]
    return sway(r, path(T, pts, v * r.uniform(.9, 1.1, 3), t0))

def along(r, S, T, t0, xc, two_way=False):
    v = spd(r); d = r.choice([-1, 1]); L = r.uniform(4, 7)
    w = r.uniform(0, 3) if r.random() < .3 else 0
    pts = [(xc + r.uniform(-.2, .2), -d * L, 0), (xc, r.uniform(-.6, .6), w), (xc + r.uniform(-.2, .2), d * L, 0)]
    sp = [v, v]
    if two_way: pts.append((xc, -d * L, r.uniform(0, 2))); sp.append(spd(r))
    return path(T, pts, sp, t0)

def ambler(r, S, T, x=(-1.7, -.9)):
    """an untagged person going to and fro in front of the cabinet, pausing in between"""
    pts = [(r.uniform(*x), r.uniform(-1.8, 1.8), r.uniform(0, 2))]; sp = []
    while len(pts) < 30:
        pts.append((r.uniform(*x), r.uniform(-1.8, 1.8), r.choice([0, 0, r.uniform(.3, 4)]))); sp.append(r.uniform(.5, 1.6))
    return sway(r, path(T, pts, sp, 0))

def keep(p, tags, sign, want):
    """shift person and tags in x so that the tag nearest to the line is `want` m from it on side sign"""
    near = max((-sign * g['pos'][:, 0]).max() for g in tags)      # negative if on the right side
    sh = sign * (want + near)
    p['x'] = p['x'] + sh
    for g in tags: g['pos'] = g['pos'] + np.array([sh, 0, 0])

def turn_back(r, S, T, t0, how, n, sign=-1, want=None):
    y = lane(r, S); v = spd(r); far = r.uniform(3, 5)
    pts = [(sign * far, y + r.uniform(-1, 1), 0), (sign * .8, y, r.choice([0, r.uniform(.2, 2.5)])), (sign * far, y + r.uniform(-1, 1), 0)]
    fixed = (0 if sign < 0 else np.pi) if how == 'trolley' else None
    p = sway(r, path(T, pts, [v, spd(r)], t0, fixed=fixed))
    g = attach(r, p, how, n); keep(p, g, sign, want or r.uniform(.35, .65))
    return p, g

def wait_trolley(r, S, T, t0, then):
    y = lane(r, S) * .6; v = r.uniform(.5, 1.4); w = r.uniform(4, 14)
    n = int(r.integers(40, 56))
    if then == 'parked':
        p = sway(r, path(T, [(-2, y, 0), (-2, y + .01, 0)], [1], 0, fixed=0), r.uniform(.004, .02))
        g = attach(r, p, 'trolley', n); keep(p, g, -1, r.uniform(.8, 1.25)); return p, g
    x0 = -r.uniform(4.5, 6.5); xw = -1.3 - r.uniform(.85, 1.2)
    if then == 'back':
        p = sway(r, path(T, [(x0, y, 0), (xw, y, w), (x0, y, 0)], [v, r.uniform(.5, 1)], t0, fixed=0), .012)
        g = attach(r, p, 'trolley', n); keep(p, g, -1, r.uniform(.8, 1.25)); return p, g
    p = sway(r, path(T, [(x0, y, 0), (xw, y, w), (r.uniform(1.2, 5), y, 0)], [v, r.uniform(.5, 1.6)], t0, fixed=0), .012)
    return p, attach(r, p, 'trolley', n)

# ---------------------------------------------------------------- scenes
HOW = ['hand', 'body', 'bag', 'back']
def ntag(r, how): return int(r.integers(1, 7)) if how in ('bag', 'back') else (1 if how == 'body' else int(r.integers(1, 4)))

def carry(r, p, how=None):
    how = how or r.choice(HOW, p=[.35, .25, .25, .15]); return attach(r, p, how, ntag(r, how))

def scene(r, S, k):
    """-> T, people, tags"""
    T = r.uniform(12, 24); ppl, tags = [], []
    t0 = r.uniform(.5, 4)
    def add(p, g=()):
        ppl.append(p); tags.extend(g); return p
    def out(how=None, **kw):
        kw.setdefault('t0', t0); p = go_out(r, S, T, **kw); return add(p, carry(r, p, how))
    if k == 'walk_out': out('hand'); tags += cabinet(r) if r.random() < .5 else []
    elif k == 'walk_out_body': out('body'); tags += some_static(r)
    elif k == 'walk_out_bag': out(r.choice(['bag', 'back'])); tags += some_static(r)
    elif k == 'walk_out_cabinet':
        out(); tags += cabinet(r)
        if r.random() < .4: tags += cabinet(r, outside=True, n=int(r.integers(5, 30)))
    elif k == 'walk_out_shelves150': out(); tags += shelves(r)
    elif k == 'walk_out_from_cabinet':        # tag lies in the cabinet for a while, somebody takes it and goes
        out(r.choice(['hand', 'body', 'bag']), x0=-r.uniform(1.7, 2.1), t0=r.uniform(3, 8)); tags += cabinet(r)
    elif k == 'walk_out_stops_behind': out(stop=r.uniform(.9, 1.6)); tags += some_static(r)
    elif k == 'walk_out_pair':
        v = spd(r); y = min(.35, S['W'] / 2 - .2); gap = r.choice([0, r.uniform(.6, 1.6)])
        a = -r.uniform(3, 5)
        out(v=v, y=-y if gap == 0 else 0., x0=a); out(v=v, y=y if gap == 0 else .1, x0=a, t0=t0 + gap / v)
        tags += some_static(r)
    elif k == 'walk_out_trolley50':
        p = go_out(r, S, T, t0, v=r.uniform(.5, 1.8), y=lane(r, S) * .6, x0=-r.uniform(4.5, 7), fixed=0)
        add(p, attach(r, p, 'trolley', 50)); tags += some_static(r) if r.random() < .6 else []
    elif k == 'walk_out_amid_people':
        tags += cabinet(r) if r.random() < .6 else shelves(r, int(r.integers(60, 151)))
        out()
        for _ in range(int(r.integers(1, 4))): add(ambler(r, S, T))
        if r.random() < .6: add(*(lambda p: (p, carry(r, p)))(along(r, S, T, r.uniform(0, 4), r.uniform(1.0, 3.0))))
    elif k == 'walk_out_past_waiting_trolley':
        add(*wait_trolley(r, S, T, 0, 'parked')); out(y=r.choice([-1, 1]) * max(.1, S['W'] / 2 - .3))
        tags += some_static(r) if r.random() < .5 else []
    elif k == 'walk_out_while_other_turns':
        out(); how = r.choice(HOW); add(*turn_back(r, S, T, t0 + r.uniform(-.5, 1.5), how, ntag(r, how))); tags += some_static(r)
    elif k == 'opposite':
        y = max(.2, S['W'] / 2 - .35); sg = r.choice([-1, 1])
        out(y=sg * y); p = go_in(r, S, T, t0 + r.uniform(-.4, 1.5), y=-sg * y); add(p, carry(r, p)); tags += some_static(r)
    elif k == 'walk_in': p = go_in(r, S, T, t0); add(p, carry(r, p)); tags += some_static(r)
    elif k == 'walk_in_to_cabinet':          # brings a tag back, stands before the cabinet
        p = go_in(r, S, T, t0, x1=-r.uniform(1.2, 1.7)); add(p, carry(r, p)); tags += cabinet(r)
    elif k == 'uturn_over_the_line':
        y = lane(r, S); v = spd(r); d = r.uniform(.8, 2.2)
        p = sway(r, path(T, [(-r.uniform(3, 5), y, 0), (d, y, r.choice([0, r.uniform(.3, 3)])), (-r.uniform(2.5, 5), y + r.uniform(-.3, .3), 0)], [v, spd(r)], t0))
        add(p, carry(r, p)); tags += some_static(r)
    elif k == 'linger_then_out':
        y = lane(r, S); T = r.uniform(18, 32); xa = -r.uniform(1.0, 1.9)
        pts = [(-r.uniform(3, 5), y, 0)] + [(xa + r.uniform(-.3, .3), y + r.uniform(-.4, .4), r.uniform(.5, 4)) for _ in range(int(r.integers(1, 4)))]
        pts += [(r.uniform(2.5, 5), y, 0)]
        p = sway(r, path(T, pts, [spd(r) if i in (0, len(pts) - 2) else .6 for i in range(len(pts) - 1)], t0)); add(p, carry(r, p)); tags += some_static(r)
    elif k == 'trolley_wait_out':
        T = r.uniform(22, 36); add(*wait_trolley(r, S, T, t0, 'out')); tags += some_static(r) if r.random() < .5 else []
    # ---- nobody with a tag goes out
    elif k == 'still_cabinet':
        tags += cabinet(r)
        if r.random() < .3: tags += cabinet(r, outside=True, n=int(r.integers(5, 30)))
    elif k == 'cabinet_people':
        T = r.uniform(15, 35); tags += cabinet(r)
        for _ in range(int(r.integers(1, 4))): add(ambler(r, S, T))
    elif k == 'cabinet_outside_people':
        T = r.uniform(15, 35); tags += cabinet(r, outside=True)
        for _ in range(int(r.integers(1, 3))): add(ambler(r, S, T, x=(.8, 1.7)))
        if r.random() < .5: add(along(r, S, T, t0, r.uniform(.9, 1.5), True))
    elif k == 'shelves150_people':
        T = r.uniform(15, 30); tags += shelves(r)
        for _ in range(int(r.integers(1, 4))): add(ambler(r, S, T, x=(-2., -.6)))
    elif k == 'untagged_through_gate':      # people without tags go out and in before cabinet or shelves
        T = r.uniform(15, 30); tags += cabinet(r) if r.random() < .6 else shelves(r, int(r.integers(60, 151)))
        for _ in range(int(r.integers(1, 5))):
            t = r.uniform(.5, T - 6); add(go_out(r, S, T, t) if r.random() < .6 else go_in(r, S, T, t))
    elif k == 'trolley_wait':
        T = r.uniform(18, 38); add(*wait_trolley(r, S, T, t0, r.choice(['parked', 'back', 'back'])))
        if r.random() < .6: add(ambler(r, S, T, x=(-.9, -.3)))
        if r.random() < .4: tags += cabinet(r, n=int(r.integers(5, 40)))
    elif k == 'turn_back':
        how = r.choice(HOW + ['trolley'], p=[.3, .25, .2, .15, .1]); add(*turn_back(r, S, T, t0, how, 50 if how == 'trolley' else ntag(r, how)))
        tags += some_static(r)
    elif k == 'turn_back_outside':
        how = r.choice(HOW); add(*turn_back(r, S, T, t0, how, ntag(r, how), sign=1)); tags += some_static(r)
    elif k == 'linger_inside':
        T = r.uniform(18, 38); y = lane(r, S)
        pts = [(-r.uniform(2, 4), y, 0)] + [(-r.uniform(.7, 1.8), y + r.uniform(-.5, .5), r.uniform(.3, 5)) for _ in range(10)]
        p = sway(r, path(T, pts, [r.uniform(.5, 1.3) for _ in range(10)], t0)); g = carry(r, p); keep(p, g, -1, r.uniform(.4, .9)); add(p, g)
        tags += some_static(r)
    elif k == 'corridor_outside':
        T = r.uniform(14, 28)
        for _ in range(int(r.integers(1, 4))):
            p = along(r, S, T, r.uniform(0, 8), r.uniform(1.0, 3.2), r.random() < .5); g = carry(r, p); add(p, g)
            near = min(q['pos'][:, 0].min() for q in g)
            if near < .5: keep(p, g, 1, .5)
        tags += some_static(r)
    elif k == 'along_inside':
        T = r.uniform(14, 28)
        for _ in range(int(r.integers(1, 3))):
            p = along(r, S, T, r.uniform(0, 6), -r.uniform(1.0, 2.5), r.random() < .5); g = carry(r, p); add(p, g)
            near = max(q['pos'][:, 0].max() for q in g)
            if near > -.5: keep(p, g, -1, .5)
        tags += some_static(r)
    elif k == 'busy_no_exit':
        T = r.uniform(20, 38); tags += cabinet(r, n=int(r.integers(10, 50)))
        add(ambler(r, S, T)); how = r.choice(HOW); add(*turn_back(r, S, T, t0, how, ntag(r, how)))
        p = along(r, S, T, r.uniform(0, 8), r.uniform(1.1, 2.5), True); g = carry(r, p); add(p, g)
        near = min(q['pos'][:, 0].min() for q in g)
        if near < .5: keep(p, g, 1, .5)
        add(go_out(r, S, T, r.uniform(1, 8)))       # an untagged one does go out
    else: raise ValueError(k)
    return T, ppl, tags

KINDS = ['walk_out', 'walk_out_body', 'walk_out_bag', 'walk_out_cabinet', 'walk_out_shelves150', 'walk_out_from_cabinet', 'walk_out_stops_behind', 'walk_out_pair',
         'walk_out_trolley50', 'walk_out_amid_people', 'walk_out_past_waiting_trolley', 'walk_out_while_other_turns', 'opposite', 'walk_in', 'walk_in_to_cabinet',
         'uturn_over_the_line', 'linger_then_out', 'trolley_wait_out', 'still_cabinet', 'cabinet_people', 'cabinet_outside_people', 'shelves150_people',
         'untagged_through_gate', 'trolley_wait', 'turn_back', 'turn_back_outside', 'linger_inside', 'corridor_outside', 'along_inside', 'busy_no_exit']

# ---------------------------------------------------------------- radio
def pattern(S, a, u):
    """amplitude gain in dB of antenna a towards unit vector(s) u"""
    th = np.degrees(np.arccos(np.clip(u @ S['B'][a], -1, 1)))
    return S['G'][a] - np.minimum(12 * (th / S['bw']) ** 2, S['fb'][a])

def channel(r, S, tags, ppl, T, chan_f):
    """one-way gain in dB (tag, antenna, time at DT): antenna gain, path, fading, bodies; without tag loss"""
    n = int(T / DT); lam = S['lam']; k0 = 2 * np.pi / lam
    out = np.empty((len(tags), 4, n), np.float32)
    for who in (True, False):
        idx = [i for i, g in enumerate(tags) if g['static'] == who]
        if not idx: continue
        sub = SUB if who else 1
        tt = np.arange(0, n, sub); m = len(tt)
        for c0 in range(0, len(idx), 30):
            ch = idx[c0:c0 + 30]
            if who:
                pos = np.stack([tags[i]['pos'] for i in ch]); axis = np.stack([tags[i]['axis'] for i in ch])           # (n,1,3)
            else:
                pos = np.stack([tags[i]['pos'][:n] for i in ch]); axis = np.stack([tags[i]['axis'][:n] for i in ch])
            for a in range(4):
                A = S['P'][a]
                v = pos - A; d = np.maximum(np.linalg.norm(v, axis=2), .25); u = v / d[..., None]
                base = -20 * np.log10(4 * np.pi / lam) - 10 * S['n'] * np.log10(d)
                nul = np.maximum(20 * np.log10(np.sqrt(np.maximum(1e-6, 1 - (u * axis).sum(2) ** 2))), -8)
                los = pattern(S, a, u) + nul
                other = (pos[..., 0] * A[0]) < 0
                f = np.where(other, -A[0] / np.where(np.abs(v[..., 0]) < 1e-3, 1e-3, v[..., 0]), 0)
                yc = np.abs(A[1] + f * v[..., 1])
                wl = np.where(other, S['wall'] / (1 + np.exp(-(yc - S['W'] / 2 - .08) / .06).clip(0, 1e9)), 0)
                los = np.broadcast_to(los - wl, (len(ch), m)).copy()
                sc_loss = np.broadcast_to(.5 * wl, (len(ch), m)).copy()
                ps = 0
                for p in ppl:
                    px, py = p['x'][:n][tt], p['y'][:n][tt]
                    vx, vy = v[..., 0], v[..., 1]; L2 = vx ** 2 + vy ** 2 + 1e-6
                    q = np.clip(((px - A[0]) * vx + (py - A[1]) * vy) / L2, 0, 1)
                    dd = np.hypot(A[0] + q * vx - px, A[1] + q * vy - py)
                    z = A[2] + q * v[..., 2]
                    b = S['body'] / (1 + np.exp(np.clip((dd - .17) / .04, -30, 30))) * (z < 1.75)
                    rip = 1.5 * np.cos(2 * np.pi * (dd - .17) / .22) * np.exp(-((dd - .4) / .15) ** 2) * (z < 1.75)   # diffraction fringe
                    los -= b + rip; sc_loss += .35 * b
                    # ray by way of the person
                    w = np.stack([px, py, np.full(m, 1.1)], 1) - A
                    d1 = np.maximum(np.linalg.norm(w, axis=1), .35); gp = pattern(S, a, w / d1[:, None])
                    d2 = np.maximum(np.sqrt((pos[..., 0] - px) ** 2 + (pos[..., 1] - py) ** 2 + (pos[..., 2] - 1.1) ** 2), .35)
                    amp = np.sqrt(p['rcs'] / (4 * np.pi)) * 10 ** (gp / 20) / (d1 * d2) * lam / (4 * np.pi)
                    ps = ps + amp * np.exp(-1j * k0 * (d1 + d2))
                ph = np.exp(-1j * k0 * d)
                h = 10 ** ((base + los) / 20) * ph
                g0 = S['G'][a] + S['scat']
                df = chan_f[tt]
                sc = 0
                for j in range(S['rd'].shape[1]):
                    st = S['ra'][a, j] * np.exp(1j * (k0 * (pos @ S['rd'][a, j]) + S['rp'][a, j]))
                    sc = sc + st * np.exp(-2j * np.pi * df * S['rt'][a, j])
                # slow complex AR(1)
                ms = 5 if not who else 2
                mm = m // ms + 2
                rho = np.exp(-ms * sub * DT / S['ar_tau'])
                e = (r.normal(size=(len(ch), mm)) + 1j * r.normal(size=(len(ch), mm))) * np.sqrt(.5)
                ar = np.empty_like(e); ar[:, 0] = e[:, 0]
                for j in range(1, mm): ar[:, j] = rho * ar[:, j - 1] + np.sqrt(1 - rho ** 2) * e[:, j]
                ar = np.repeat(ar, ms, 1)[:, :m] * 10 ** ((S['ar_db'] - S['scat']) / 20)
                h = h + 10 ** ((base + g0 - sc_loss) / 20) * (sc + ar) + ps
                sh = S['sh'] * np.sqrt(2 / 12) * np.cos(pos @ S['sk'][a].T + S['sp'][a]).sum(2)
                db = 20 * np.log10(np.abs(h) + 1e-9) + sh
                out[np.array(ch), a] = (np.repeat(db, sub, 1)[:, :n] if sub > 1 else db)
    return out

def inventory(r, S, tags, G, T):
    n = len(tags); reads = []
    if n == 0: return reads
    sens = np.array([r.normal(-18, 1.3) for _ in tags]); loss = np.array([g['loss'] for g in tags])
    Ptag = S['tx'] - 3 + G - loss[:, None, None]
    rssi = Ptag - S['bs'] - 3 + G - loss[:, None, None] + S['offs'][None, :, None]
    margin = np.minimum(Ptag - sens[:, None, None], rssi - S['floor'])
    pr = (.95 / (1 + np.exp(-np.clip(margin / .6, -30, 30)))).astype(np.float32)
    t, ai, nt = 0.0, int(r.integers(4)), G.shape[2]
    state = np.zeros(n, bool); when = np.full(n, -99.); target = False
    while t < T - .02:
        a = S['order'][ai % 4]; ai += 1; end = t + S['dwell']
        if not S['S1']: state[:] = False; target = False
        while t < end and t < T - .02:
            i = min(int(t / DT), nt - 1)
            if S['S1']: state[(t - when) > S['pers']] = False
            c = np.flatnonzero((pr[:, a, i] > .04) & (state == target))
            t += S['ovh'] * r.uniform(.8, 1.2)
            if len(c) == 0:
                target = not target
                continue
            got = 0
            for g in r.permutation(c):
                i = min(int(t / DT), nt - 1)
                hit = r.random() < pr[g, a, i]
                t += S['slot'] * (r.uniform(.7, 1.3) if hit else r.uniform(.15, .4))       # an empty slot is short
                if t >= end or t >= T - .01: break
                if hit:
                    q = round((rssi[g, a, i] + r.normal(0, S['noise'])) / S['q']) * S['q']
                    reads.append((int(t * 1e6), a + 1, int(g), float(q)))
                    state[g] = not target; when[g] = t; got += 1
            if not got: target = not target
        t += .001
    return reads

def trace(seed, i, kind):
    r = np.random.default_rng([seed, i])
    S = site(r)
    for _ in range(40):
        T, ppl, tags = scene(r, S, kind)
        # walks must be over, with 2 s to spare after each crossing, and the start must lie before it by 1 s
        n = int(T / DT); ok = True
        X = []
        for g in tags:
            cr = []
            if not g['static']:
                x = g['pos'][:n, 0]
                for j in np.flatnonzero((x[:-1] < 0) != (x[1:] < 0)):
                    f = x[j] / (x[j] - x[j + 1]); tc = (j + f) * DT
                    cr.append({'t_us': int(tc * 1e6), 'direction': 'OUT' if x[j] < 0 else 'IN'})
                    if tc > T - 2 or tc < 1: ok = False
                if any(b['t_us'] - a['t_us'] < 300000 for a, b in zip(cr, cr[1:])): ok = False
            X.append(cr)
        exp_out = kind.startswith('walk_out') or kind in ('opposite', 'uturn_over_the_line', 'linger_then_out', 'trolley_wait_out')
        if exp_out and not any(c and c[0]['direction'] == 'OUT' for c in X): ok = False
        if kind.startswith('walk_in') and not any(X): ok = False
        if KINDS.index(kind) >= KINDS.index('still_cabinet') and any(X): ok = False
        if any((not c) and np.abs(g['pos'][:n, 0]).min() < .3 for g, c in zip(tags, X)): ok = False
        if ok: break
    else: raise RuntimeError('no valid scene ' + kind)
    for p in ppl: p['rcs'] = r.uniform(.2, .9)
    # channel hops
    nch, step, hold = (50, .5e6, .4) if S['us'] else (4, .6e6, r.uniform(.5, 3.9))
    hops = r.integers(nch, size=int(T / hold) + 2) * step
    f = hops[(np.arange(n) * DT / hold).astype(int)]
    G = channel(r, S, tags, ppl, T, f)
    reads = inventory(r, S, tags, G, T)
    epc = ['3034257BF4' + ''.join('%02X' % b for b in r.integers(0, 256, 7)) for _ in tags]
    seen = {x[2] for x in reads}; lab = {}
    for j in sorted(seen):
        pos = tags[j]['pos'][:n]
        mv = bool(np.linalg.norm(pos.max(0) - pos.min(0)) > .3)
        lab[epc[j]] = {'crossings': X[j], 'moves': mv}
    lost = sum(1 for j in range(len(tags)) if X[j] and j not in seen)
    return [(t, a, epc[g], q) for t, a, g, q in reads], lab, lost

def main():
    seed, N, D = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.makedirs(D, exist_ok=True)
    json.dump({'code': 'P-101', 'antennas': [{'id': i, 'zone': 'INSIDE' if i < 3 else 'OUTSIDE'} for i in (1, 2, 3, 4)]}, open(D + '/portal.json', 'w'))
    labels, lost = {}, 0
    for i in range(N):
        kind = KINDS[i % len(KINDS)]
        rd, lab, l = trace(seed, i, kind); lost += l
        name = '%04d_%s.jsonl' % (i, kind)
        with open(D + '/' + name, 'w') as fo:
            for t, a, e, q in rd: fo.write('{"t_us":%d,"antenna":%d,"epc":"%s","rssi_dbm":%.1f}\n' % (t, a, e, q))
        labels[name] = {'kind': kind, 'tags': lab}
    json.dump(labels, open(D + '/labels.json', 'w'), indent=0)
    print('traces', N, 'crossing tags never read (not labelled):', lost)

if __name__ == '__main__': main()
