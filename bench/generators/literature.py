#!/usr/bin/env python3
"""literature.py SEED N DIR: labelled traces of an exit gate, with a radio model put together from the literature.

ASSUMPTIONS
 Frame     x<0 room (INSIDE), x=0 door line, x>0 corridor (OUTSIDE); y across, z up. A wall lies in x=0 outside the doorway.
 Antennas  circular patches, 5-9 dBic, parabolic pattern G = Gmax - min(12 (th/HPBW)^2, FBR) (3GPP/ITU form),
           HPBW 62-75 deg, FBR 14-22 dB. Ceiling mount (tilted 25-50 deg off nadir, away from the line) or post mount
           (turned 30-60 deg away from the cross direction). 1,2 look into the room, 3,4 into the corridor.
 Commission geometry/power redrawn until, without fading, the own zone leads the other by >= 6 dB (two-way) at |x|=1 m,
           and a nominal tag at |x|=1 m has >= 6 dB of energising margin from its own zone.
 Path loss log-distance, monostatic: the ONE-way loss counts once for energising, twice for RSSI.
           PL(d)=PL0(1 m, ~31.5 dB)+10 n log10 d; n room 1.8-2.6 (furnished), n corridor 1.5-2.0 (waveguide).
 Shadowing lognormal, sigma 1.2-3 dB one-way, exponential correlation (Gudmundson), d_corr 0.4-1.5 m, half of the
           variance common to all antennas, half per antenna.
 Fading    spatial Rician field: LOS + floor ray (|Gamma| 0.15-0.45) + 20 plane waves per antenna with delays 2-60 ns.
           Diffuse power is tied to the beam maximum, not to the LOS gain, so K depends on place: 6-13 dB in the beam, and
           about 0 dB or less behind the antenna / behind a body. Diffuse is 4-9 dB lower across the line. Squared for RSSI.
           Moving people scatter (bistatic RCS 0.2-0.8 m2): static tags flicker when somebody passes.
 Body      cylinder r 0.17-0.22 m, soft edge, 9-16 dB one-way on LOS (3-5 dB on diffuse if worn); worn: detuning 3-7 dB.
 Tags      half-wave dipole pattern, null floor -12 dB, 3 dB circular-linear loss, 0-6 dB material loss, chip -17..-21 dBm.
 Trolley   50 tags in 1.0x0.6x1.2 m load, random dipole axes, content loss exp(3 dB) (max 12), cargo 3-9 dB/m on the path.
 Reader    FCC (50 ch, 0.2 s) or ETSI (4 ch, 2-4 s) hopping; 220-1100 singulations/s, 2.5-6 ms per round, dwell 25-150 ms per
           antenna round robin, S0 (flags reset on antenna change) or dual-target S2 style (unread tags first).
           Soft energising / sensitivity thresholds (logistic), floor -76..-86 dBm, RSSI noise 0.3-0.8 dB, 0.5 or 1 dB steps.
 Labels    a crossing = the TAG (not the person) passing x=0; linear interpolation on a 5 ms grid.
           moves = the tag's bounding box over the trace exceeds 0.3 m (a trolley that never stirs is moves=false).
"""
import sys, os, json
import numpy as np

DT = 0.005
C = 299792458.0
ANT = [(1, 'INSIDE'), (2, 'INSIDE'), (3, 'OUTSIDE'), (4, 'OUTSIDE')]
KINDS = ['walk_out', 'walk_in', 'uturn_inside', 'uturn_outside', 'linger', 'static_walk_out', 'static_walk_in',
         'trolley_out', 'trolley_in', 'opposite', 'body_out', 'body_in', 'static_only', 'trolley_wait_leave',
         'trolley_wait_stay']
# families come equally often, not their kinds
FAM = [['walk_out'], ['walk_in'], ['uturn_inside', 'uturn_outside'], ['linger'], ['static_walk_out', 'static_walk_in'],
       ['trolley_out', 'trolley_in'], ['opposite'], ['body_out', 'body_in'], ['static_only'],
       ['trolley_wait_leave', 'trolley_wait_stay']]
U = lambda r, a, b: float(r.uniform(a, b))


# ------------------------------------------------------------------ environment / antennas
class Env:
    def __init__(s, r):
        while True:
            s.draw(r)
            if s.commissioned():
                break
        s.fields(r)

    def draw(s, r):
        s.w = U(r, 1.1, 2.4)
        s.mount = 'ceiling' if r.random() < .5 else 'posts'
        s.pos = np.zeros((4, 3)); s.dir = np.zeros((4, 3))
        if s.mount == 'ceiling':
            z = U(r, 2.3, 3.0); off = U(r, .05, .5); yy = U(r, .25, .6); tilt = U(r, 25, 50)
            for i in range(4):
                sx = -1 if i < 2 else 1
                sy = -1 if i % 2 == 0 else 1
                s.pos[i] = [sx * (off + U(r, -.04, .04)), sy * yy + U(r, -.08, .08), z + U(r, -.05, .05)]
                t = np.radians(tilt + U(r, -4, 4)); a = np.radians(U(r, -10, 10))
                s.dir[i] = [sx * np.sin(t) * np.cos(a), np.sin(t) * np.sin(a), -np.cos(t)]
        else:
            off = U(r, .1, .6); az = U(r, 30, 60); z1 = U(r, .8, 1.2); z2 = U(r, 1.2, 1.7)
            for i in range(4):
                sx = -1 if i < 2 else 1
                sy = -1 if i % 2 == 0 else 1
                s.pos[i] = [sx * (off + U(r, -.04, .04)), sy * (s.w / 2 + .1), (z1, z2)[i % 2] + U(r, -.05, .05)]
                a = np.radians(az + U(r, -5, 5)); e = np.radians(U(r, -8, 8))
                s.dir[i] = [sx * np.sin(a) * np.cos(e), -sy * np.cos(a) * np.cos(e), np.sin(e)]
        s.gmax = U(r, 5, 9) + r.uniform(-.4, .4, 4)          # dBic
        s.hpbw = np.radians(r.uniform(62, 75, 4)); s.fbr = r.uniform(14, 22, 4)
        s.ptx = U(r, 24, 31) - U(r, .5, 2.)                  # after cable
        s.cable = U(r, .5, 2.)
        s.n_in = U(r, 1.8, 2.6); s.n_out = U(r, 1.5, 2.0)
        s.wall = U(r, 3, 9)
        s.k_in = U(r, 6, 11); s.k_out = U(r, 7, 13); s.leak = U(r, 4, 9)
        s.floor = U(r, .15, .45)
        s.sig = U(r, 1.2, 3.0); s.dc = U(r, .4, 1.5)
        s.fcc = r.random() < .5
        s.chan = 902.75e6 + .5e6 * np.arange(50) if s.fcc else 865.7e6 + .6e6 * np.arange(4)
        s.hop = .2 if s.fcc else U(r, 2, 4)
        s.pl0 = 20 * np.log10(4 * np.pi * s.chan.mean() / C)
        s.chip = U(r, -21, -17); s.rxfloor = U(r, -86, -76); s.modloss = U(r, 6, 10)
        s.rate = float(np.exp(r.uniform(np.log(220), np.log(1100))))
        s.over = U(r, .0025, .006); s.dwell = U(r, .025, .15)
        s.order = [0, 2, 1, 3] if r.random() < .5 else [0, 1, 2, 3]
        s.session = 'S0' if r.random() < .65 else 'S2dual'
        s.q = .5 if r.random() < .5 else 1.0
        s.rn = U(r, .3, .8)
        s.phase = r.random() < .6; s.dopp = s.phase and s.q == .5

    def gain(s, a, v, d):                                     # v (...,3) from antenna, d = |v|
        th = np.arccos(np.clip((v @ s.dir[a]) / d, -1, 1))
        return s.gmax[a] - np.minimum(12 * (th / s.hpbw[a]) ** 2, s.fbr[a])

    def pl(s, x, d):
        return s.pl0 + 10 * np.where(x < 0, s.n_in, s.n_out) * np.log10(np.maximum(d, .25))

    def nominal(s, a, p):                                     # fade-free one-way gain, incl. diffuse floor, nominal tag -4 dB
        v = p - s.pos[a]; d = np.linalg.norm(v, axis=-1)
        los = s.gain(a, v, d) - s.pl(p[..., 0], d)
        dif = s.gmax[a] - s.pl(p[..., 0], d) - s.kdiff(a, p[..., 0])
        return 10 * np.log10(10 ** (los / 10) + 10 ** (dif / 10)) - 3 - 4

    def kdiff(s, a, x):
        k = np.where(x < 0, s.k_in, s.k_out)
        sx = -1 if a < 2 else 1
        return k + s.leak / (1 + np.exp(np.clip(sx * x / .2, -30, 30)))  # smooth change at the line

    def commissioned(s):
        for sx in (-1, 1):
            p = np.array([[sx, y, z] for y in (-.4, 0, .4) for z in (.9, 1.3)], float)
            g = np.array([s.nominal(a, p).mean() for a in range(4)])
            own, oth = (g[:2], g[2:]) if sx < 0 else (g[2:], g[:2])
            if 2 * (own.max() - oth.max()) < 6 or s.ptx + own.max() - s.chip < 6:
                return False
        return True

    def fields(s, r):
        nf = 80                                               # shadowing: random Fourier features, 5 fields (0 common)
        u = r.random((5, nf)); k = np.minimum(np.sqrt(1 / (1 - u) ** 2 - 1), 20) / s.dc
        a = r.uniform(0, 2 * np.pi, (5, nf))
        s.skx = k * np.cos(a); s.sky = k * np.sin(a); s.sph = r.uniform(0, 2 * np.pi, (5, nf)); s.nf = nf
        nw = 20; s.nw = nw
        az = r.uniform(0, 2 * np.pi, (4, nw)); el = r.uniform(-.6, .6, (4, nw))
        s.wd = np.stack([np.cos(el) * np.cos(az), np.cos(el) * np.sin(az), np.sin(el)], -1)
        s.wtau = r.uniform(2e-9, 60e-9, (4, nw)); s.wph = r.uniform(0, 2 * np.pi, (4, nw))
        wa = np.exp(-s.wtau / 30e-9) * r.rayleigh(1, (4, nw)); s.wa = wa / np.sqrt((wa ** 2).sum(1, keepdims=True))
        s.choff = r.uniform(0, 2 * np.pi, (4, len(s.chan)))
        s.chseq = r.permutation(len(s.chan)); s.chph = U(r, 0, s.hop)

    def shadow(s, a, p):
        def f(i):
            return np.sqrt(2 / s.nf) * np.cos(np.outer(p[:, 0], s.skx[i]) + np.outer(p[:, 1], s.sky[i]) + s.sph[i]).sum(1)
        return s.sig * (f(0) + f(a + 1)) / np.sqrt(2)


# ------------------------------------------------------------------ scene
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


# ------------------------------------------------------------------ channel
def seg_cyl(A, P, cx, cy, rad, zt, L):
    """loss (dB, one-way) of a body cylinder on segment A->P (P (n,3))"""
    d = P[:, :2] - A[:2]; l2 = (d ** 2).sum(1) + 1e-9
    u = np.clip(((cx - A[0]) * d[:, 0] + (cy - A[1]) * d[:, 1]) / l2, 0, 1)
    q = A[:2] + u[:, None] * d; dist = np.hypot(q[:, 0] - cx, q[:, 1] - cy)
    z = A[2] + u * (P[:, 2] - A[2])
    e = 1 / (1 + np.exp(np.clip((dist - .9 * rad) / .03, -40, 40)))
    return L * e / (1 + np.exp(np.clip((z - zt) / .06, -40, 40)))


def seg_box(A, P, lo, hi):
    d = P - A; d = np.where(np.abs(d) < 1e-9, 1e-9, d)
    t1 = (lo - A) / d; t2 = (hi - A) / d
    a = np.clip(np.minimum(t1, t2).max(1), 0, 1); b = np.clip(np.maximum(t1, t2).min(1), 0, 1)
    return np.maximum(b - a, 0) * np.linalg.norm(P - A, axis=1)


def channel(env, sc, a, i, f):
    """complex one-way amplitude per tag at grid step i (incl. antenna, tag, losses)"""
    P = sc.P[:, i]; A = env.pos[a]; v = P - A; d = np.maximum(np.linalg.norm(v, axis=1), .2)
    k = 2 * np.pi * f / C; sx = P[:, 0]
    c = np.abs((v * sc.D[:, i]).sum(1)) / d                  # dipole pattern
    gt = 2.15 + np.maximum(20 * np.log10(np.maximum(np.cos(np.pi / 2 * c) / np.sqrt(np.maximum(1 - c * c, 1e-6)), 1e-6)), -12)
    sh = env.shadow(a, P) - sc.loss - 3
    obs = np.zeros(len(P))
    cross = A[0] * P[:, 0] < 0                               # wall outside the doorway
    yc = A[1] + v[:, 1] * (-A[0]) / np.where(np.abs(v[:, 0]) < 1e-6, 1e-6, v[:, 0])
    obs += np.where(cross & (np.abs(yc) > env.w / 2), env.wall, 0)
    for b in sc.persons:
        obs += seg_cyl(A, P, b['x'][i], b['y'][i], b['rad'], b['z'], b['L'])
    for j, b in enumerate(sc.boxes):
        by = b['y'][i] if np.ndim(b['y']) else b['y']
        ln = seg_box(A, P, np.array([b['x'][i] - b['L'] / 2, by - b['W'] / 2, b['z0']]),
                     np.array([b['x'][i] + b['L'] / 2, by + b['W'] / 2, b['z1']]))
        obs += b['a'] * ln
    obs = np.minimum(obs, 28)
    pl = env.pl(sx, d)
    h = 10 ** ((env.gain(a, v, d) - pl + gt + sh - obs) / 20) * np.exp(-1j * k * d)
    vi = P * [1, 1, -1] - A; di = np.linalg.norm(vi, axis=1)  # floor ray
    h = h - env.floor * 10 ** ((env.gain(a, vi, di) - env.pl(sx, di) + gt + sh - obs) / 20) * np.exp(-1j * k * di)
    dd = 10 ** ((env.gmax[a] - pl - env.kdiff(a, sx) + sh - sc.worn - .25 * obs) / 20)
    ph = k * (P @ env.wd[a].T) + 2 * np.pi * f * env.wtau[a] + env.wph[a]
    h = h + dd * (env.wa[a] * np.exp(-1j * ph)).sum(1)
    for j, b in enumerate(sc.persons):                       # scattering by people (not one's own carrier)
        B = np.array([b['x'][i], b['y'][i], 1.1]); v1 = B - A; d1 = max(np.linalg.norm(v1), .4)
        d2 = np.maximum(np.linalg.norm(P - B, axis=1), .4)
        am = 10 ** ((env.gain(a, v1, d1) - env.pl0 + sh) / 20) * np.sqrt(b['rcs'] / 4 / np.pi) / (d1 * d2)
        am = am * np.where(B[0] * P[:, 0] < 0, .6, 1.)
        h = h + np.where(sc.own == j, 0, am) * np.exp(-1j * k * (d1 + d2))
    return h


def simulate(env, sc, r):
    out = []; n = len(sc.epc); t = U(r, .0005, .004); T = sc.T
    flag = np.zeros((4, n), bool); ai = 0; cache = (None,)
    onode = U(r, .02, .06)
    lg = lambda z: 1 / (1 + np.exp(-np.clip(z, -30, 30)))
    while t < T:
        a = env.order[ai % 4]; ai += 1
        end = t + env.dwell * U(r, .97, 1.03); t += U(r, .0015, .003); empty = 0
        fl = flag[0] if env.session == 'S2dual' else np.zeros(n, bool)
        got = 0
        while t < end and t < T:
            i = int(t / DT); ch = int((t + env.chph) / env.hop) % len(env.chan); c = env.chseq[ch]
            if cache[0] != (a, i, c):
                h = channel(env, sc, a, i, env.chan[c]); g = 20 * np.log10(np.abs(h) + 1e-9)
                pt = env.ptx + g; rs = pt - env.modloss + g - env.cable
                cache = ((a, i, c), h, lg((pt - env.chip) / .5) * lg((rs - env.rxfloor) / .6) * (1 - onode), rs)
            _, h, p, rs = cache
            m = np.flatnonzero((~fl) & (r.random(n) < p))
            if len(m) == 0:                                  # round over
                t += env.over * U(r, .8, 1.2); fl[:] = False
                empty = empty + 1 if got == 0 else 0; got = 0
                if empty >= 2:
                    break
                continue
            j = int(m[r.integers(len(m))]); fl[j] = True; got += 1
            rec = dict(t_us=int(t * 1e6), antenna=ANT[a][0], epc=sc.epc[j])
            val = rs[j] + r.normal() * env.rn
            rec['rssi_dbm'] = float(np.round(val / env.q) * env.q)
            if env.phase:
                ps = 2 * np.angle(h[j]) + env.choff[a, c] + np.pi * r.integers(2) + r.normal() * .1
                rec['phase_deg'] = round(float(np.degrees(ps) % 360), 2)
            if env.dopp:
                vv = sc.P[j, i] - env.pos[a]; vr = float(vv @ sc.V[j, i] / np.linalg.norm(vv))
                rec['doppler_hz'] = round(-2 * vr * env.chan[c] / C + float(r.normal()) * 4, 2)
            out.append(rec)
            t += (.6 + .4 * r.exponential()) / env.rate
    return out


def labels(sc, reads):
    seen = {x['epc'] for x in reads}; L = {}
    for j, e in enumerate(sc.epc):
        if e not in seen:
            continue
        x = sc.P[j, :, 0]; c = []
        if not sc.still[j]:
            s = np.sign(x); s[s == 0] = 1
            for i in np.flatnonzero(s[1:] != s[:-1]):
                if (i + 1) * DT > sc.T:
                    continue
                tt = (i + x[i] / (x[i] - x[i + 1])) * DT
                c.append({'t_us': int(tt * 1e6), 'direction': 'OUT' if x[i] < 0 else 'IN'})
        L[e] = {'crossings': c, 'moves': bool((np.ptp(sc.P[j], axis=0)).max() > .3)}
    return L


def one(seed, idx, kind):
    for k in range(20):
        r = np.random.default_rng([seed, idx, k])
        env = Env(r); env.idx = idx; sc = build(kind, r, env, Epcs(r)); reads = simulate(env, sc, r)
        if reads and (kind == 'static_only' or any(sc.epc[j] in {x['epc'] for x in reads} for j in range(len(sc.epc)) if not sc.still[j])):
            return env, sc, reads
    return env, sc, reads


def kind_of(seed, idx):
    f = FAM[idx % len(FAM)]
    return f[(idx // len(FAM)) % len(f)]


def main():
    seed, N, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.makedirs(out, exist_ok=True)
    json.dump({'code': 'P-101', 'antennas': [{'id': i, 'zone': z} for i, z in ANT]}, open(os.path.join(out, 'portal.json'), 'w'))
    lab = {}
    for idx in range(N):
        kind = kind_of(seed, idx); env, sc, reads = one(seed, idx, kind)
        fn = '%04d-%s.jsonl' % (idx, kind)
        with open(os.path.join(out, fn), 'w') as f:
            for x in reads:
                f.write(json.dumps(x) + '\n')
        lab[fn] = {'kind': kind, 'tags': labels(sc, reads)}
    json.dump(lab, open(os.path.join(out, 'labels.json'), 'w'), indent=0)


if __name__ == '__main__':
    main()
