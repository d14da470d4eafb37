"""The gate as it hangs, for installer.py, and the link from each of its antennas to a tag."""
import numpy as np


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
