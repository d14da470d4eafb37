"""What the reader hears of a scene, for literature.py: the gate and its fields, the link to a tag, the rounds in the air."""
import numpy as np

from literature_scene import DT, U

C = 299792458.0
ANT = [(1, 'INSIDE'), (2, 'INSIDE'), (3, 'OUTSIDE'), (4, 'OUTSIDE')]


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
