#!/usr/bin/env python3
"""Labelled traces of a UHF Gen2 exit gate, as reader firmware sees it.   firmware.py SEED N DIR
Assumptions (a new site per trace; uniform over the ranges unless said):
 geometry  doorway half width 0.5-1.0 m, height 2.1-2.5 m, wall loss 4-11 dB one way off the opening
           jamb (60 %): |x| 0.08-0.35, |y| = half width + 0.05-0.2, z 0.9-1.9 m, turned 15-45 deg to own side
           overhead (40 %): |x| 0.05-0.35, |y| 0.1-0.45, z 2.2-2.7 m, tilted 15-40 deg to own side
           4 antennas (75 %) or only 1 and 3; a third of the former linear (one V, one H per zone), else circular
           peak gain 6-8.5 dBi, -3 dB beam 65-75 deg, front to back 11-18 dB, cable 0.8-2.5 dB
 reader    tx 26.5-32 dBm, sensitivity -84..-72 dBm (+-1 dB per port, decoding soft over 1 dB)
           RSSI noise 0.4-0.9 dB, quantised 0.5 dB (70 %) or 1 dB (30 %); phase reported on 25 % of the sites
           FCC 50 channels, hop 0.2-0.4 s, 0.8 dB rms gain per channel and port; or ETSI 4, 0.5-4 s, 0.3 dB
           slot: empty 0.18-0.4, collided 0.5-1.2, read 1.6-4 ms; Q re-estimated each frame, 0..8
           a collided slot is captured (70 %) if the strongest is > 5-8 dB above the next
           switching per round (cut at 60-160 ms), or dwell 30-110 ms (4 ant.), 50-180 ms (2 ant.); gap 1-5 ms
           round overhead 4-14 ms, hop gap 1-6 ms, dead time 60-350 ms at 0.03/s
 sessions  64 % S0 (Select each round, lost with the carrier), 31 % S1 A then B, 5 % S1 A only; persistence 0.5-0.8 s
 tags      document: gain 1, wake-up -18 dBm; laptop: 0, -16; USB: -3, -16 (each +-1.2); backscatter loss 4-8 dB
           dipole pattern down to -14 dB, polarisation null to -15 dB; the item's axis sways 10-40 deg
 channel   direct + floor ray (0.15-0.35) + 4 fixed reflectors (0.25-0.75) + every person (0.15-0.3), in phase
           at the hopped frequency; bodies (radius 0.17-0.22 m) shadow 9-18 dB one way, grazing smooth
           held against the body: 1-2 cm off it, 1-4 dB detuned; in a box: 0-6 dB more per tag
 people    0.5-3 m/s, arm swing up to 0.1 m, half turn off along the corridor; U-turn: the tag's nearest 0.5-2 m
           an untagged passer-by in 20 % (half of the static-only ones)
 statics   half of the traces, 3-150 (log-uniform) in 1-5 cabinets (0-10 dB + 0-6 dB per tag), 0.5-4.5 m from the
           line, 80 % inside, beside the way or behind the wall
"""
import json, os, sys
import numpy as np

C, DT = 299792458.0, 0.02
KINDS = ["walk_out", "walk_in", "out_and_in", "u_turn", "linger_then_leave", "linger_stay",
         "two_opposite", "body_carried", "trolley_out", "trolley_wait", "static_only"]
TYPES = {"doc": (1.0, -18.0), "laptop": (0.0, -16.0), "usb": (-3.0, -16.0)}

def sig(x):
    return 1 / (1 + np.exp(-np.clip(x, -30, 30)))

def unit(v):
    return np.asarray(v, float) / np.linalg.norm(v, axis=-1, keepdims=True)

def draw_site(r):
    u = r.uniform
    s = {"w": u(.5, 1.), "h": u(2.1, 2.5), "wall": u(4, 11), "tx": u(26.5, 32), "sens": u(-84, -72),
         "noise": u(.4, .9), "quant": .5 if r.random() < .7 else 1., "phase": r.random() < .25,
         "te": u(.18, .4) / 1e3, "tc": u(.5, 1.2) / 1e3, "ts": u(1.6, 4.) / 1e3, "capture": u(5, 8),
         "over": u(4, 14) / 1e3, "hopgap": u(1, 6) / 1e3, "gap": u(1, 5) / 1e3}
    ids = [1, 2, 3, 4] if r.random() < .75 else [1, 3]
    s["per_round"] = r.random() < .5
    s["dwell"] = u(.06, .16) if s["per_round"] else u(.03, .11) if len(ids) == 4 else u(.05, .18)
    s["mode"] = r.choice(["S0", "S1AB", "S1A"], p=[.64, .31, .05])
    linear = len(ids) == 4 and r.random() < 1 / 3
    jamb, bw, gain = r.random() < .6, u(65, 75), u(6, 8.5)
    tilt = np.radians(u(15, 45) if jamb else u(15, 40))
    ax, ay = (u(.08, .35), s["w"] + u(.05, .2)) if jamb else (u(.05, .35), u(.1, .45) * (.3 if len(ids) == 2 else 1))
    az = u(.9, 1.9) if jamb else u(2.2, 2.7)
    s["ants"] = []
    for i in ids:
        side, ysg, t = (-1 if i < 3 else 1), (1 if i % 2 else -1), tilt + np.radians(r.normal(0, 3))
        pos = np.array([side * ax, ysg * ay, az]) + r.normal(0, .03, 3)
        down = u(-.2, .05) * max(0, az - .9)
        bore = unit([side * np.sin(t), -ysg * np.cos(t), down] if jamb else [side * np.sin(t), -ysg * .1, -np.cos(t)])
        vert = unit(np.array([0, 0, 1.]) - bore[2] * bore) if jamb else unit(np.cross(bore, [0, 1., 0]))
        pol = None if not linear else vert if i in (1, 4) else np.cross(bore, vert)
        s["ants"].append({"id": i, "pos": pos, "bore": bore, "pol": pol, "gain": gain, "bw": bw,
                          "fb": u(11, 18), "cable": u(.8, 2.5), "dsens": r.normal(0, 1)})
    fcc = r.random() < .6
    s["freqs"] = (902.75 + .5 * np.arange(50) if fcc else np.array([865.7, 866.3, 866.9, 867.5])) * 1e6
    nf = len(s["freqs"])
    s.update(hop=u(.2, .4) if fcc else u(.5, 4.), chgain=r.normal(0, .8 if fcc else .3, (len(ids), nf)),
             choff=u(0, 360, nf), floor=u(.15, .35))
    s["refl"] = [(np.array([u(.8, 4.5) * (-1 if k < 2 else 1), u(1.2, 3.5) * r.choice([-1, 1]), u(.3, 2.6)]),
                  u(.25, .75)) for k in range(4)]
    return s

def smooth(a, sig):
    n = int(4 * sig / DT) + 1
    k = np.exp(-.5 * (np.arange(-n, n + 1) * DT / sig) ** 2)
    return np.stack([np.convolve(np.pad(c, n, mode="edge"), k / k.sum(), "valid") for c in a.T], 1)

class Walker:
    """Knots (x, y, speed to get there, pause there) -> smooth path, heading, gait phase."""
    def __init__(self, r, knots, t0=0.):
        self.r, self.knots = r, [(t0, knots[0][0], knots[0][1])]
        for (kx, ky, v, pause) in knots[1:]:
            t, x, y = self.knots[-1]
            t += max(.05, np.hypot(kx - x, ky - y) / v)
            self.knots += [(t, kx, ky), (t + pause + 1e-6, kx, ky)]
        self.end = self.knots[-1][0]
        self.rad, self.height, self.att = r.uniform(.17, .22), r.uniform(1.6, 1.9), r.uniform(9, 18)
        self.gamma, self.sig = r.uniform(.15, .3), r.uniform(.15, .3)
    def run(self, n):
        k = np.array(self.knots)
        p = smooth(np.stack([np.interp(np.arange(n) * DT, k[:, 0], k[:, c]) for c in (1, 2)], 1), self.sig)
        v = np.gradient(p, DT, axis=0)
        sp = np.hypot(*v.T)
        idx = np.maximum(np.maximum.accumulate(np.where(sp > .15, np.arange(n), 0)), int(np.argmax(sp > .15)))
        psi = np.unwrap(np.arctan2(v[idx, 1], v[idx, 0]))
        self.p, self.speed, self.psi = p, sp, smooth(psi[:, None], .15)[:, 0]
        stride = np.cumsum(np.where(sp > .1, .55 + .28 * np.minimum(sp, 2.5), .0)) * DT
        self.ph = 2 * np.pi * stride + self.r.uniform(0, 6.28)
        return self

def item(r, docs=.0):
    return r.choice(["doc", "laptop", "usb"], p=[.55 + .45 * docs, .25 * (1 - docs), .2 * (1 - docs)])

def turn(a, b, psi):
    return a * np.cos(psi) - b * np.sin(psi), a * np.sin(psi) + b * np.cos(psi)

def carried(r, w, n, ntags, pressed=False):
    """Tags of one carried item (or worn against the body): positions, axes, losses."""
    az = r.uniform(-2.6, 2.6) if pressed else r.choice([-1, 1]) * r.uniform(.2, 1.9)
    off = w.rad + (r.uniform(.01, .02) if pressed else r.uniform(.06, .2))
    z, arm = r.uniform(.8, 1.35), 0 if pressed else r.uniform(.02, .065)
    swing = np.radians(r.uniform(10, 20) if pressed else r.uniform(12, 40))
    base, out, fwd = unit(r.normal(0, 1, 3)), [], arm * np.minimum(w.speed, 1.5) * np.sin(w.ph)
    bob = .02 * np.minimum(w.speed, 1.) * np.sin(2 * w.ph)
    for _ in range(ntags):
        d = r.normal(0, .0 if pressed else .05, 3)
        dx, dy = turn(off * np.cos(az) + d[0] + fwd, off * np.sin(az) + d[1], w.psi)
        pos = np.stack([w.p[:, 0] + dx, w.p[:, 1] + dy, z + d[2] + bob], 1)
        a = unit(base + r.normal(0, .35, 3))
        yaw = w.psi + swing * np.sin(w.ph + .4)
        pit = .6 * swing * np.sin(w.ph * .5 + 1.) + .1 * np.sin(np.arange(n) * DT * 1.3 + az)
        e, up = turn(a[0], a[2], pit)
        out.append((pos, np.stack([*turn(e, a[1], yaw), up], 1), item(r), r.uniform(1, 4) if pressed else r.uniform(0, 2)))
    return out

def trolley(r, w, n, ntags):
    """A box ahead of its pusher."""
    lx, ly, lz, z0 = r.uniform(.5, .9), r.uniform(.35, .6), r.uniform(.3, .7), r.uniform(.3, .7)
    ahead, common, out = lx / 2 + w.rad + .25, unit(r.normal(0, 1, 3)), []
    rattle = .01 * np.minimum(w.speed, 1) * np.sin(3 * w.ph)
    for _ in range(ntags):
        dx, dy = turn(ahead + r.uniform(-lx, lx) / 2, r.uniform(-ly, ly) / 2, w.psi)
        pos = np.stack([w.p[:, 0] + dx, w.p[:, 1] + dy, z0 + r.uniform(0, lz) + rattle], 1)
        a = unit(common + r.normal(0, .5, 3))
        out.append((pos, np.stack([*turn(a[0], a[1], w.psi), np.full(n, a[2])], 1), item(r, .7), r.uniform(0, 6)))
    return out

def scenario(r, kind, site):
    """-> walkers (run), list of tags (pos[T,3], axis[T,3], type, loss dB), T"""
    u = r.uniform
    door = lambda: u(-1, 1) * max(.05, site["w"] - .38)
    room = lambda: (u(-6.5, -3.5), u(-1.5, 1.5))
    speed = lambda: float(np.clip(np.exp(r.normal(.2, .4)), .5, 3.))
    def far_out(yd, v):
        if r.random() < .5:
            x = u(1.2, 2.5)
            return [(x, yd + u(-.3, .3), v, 0), (x + u(-.2, .3), r.choice([-1, 1]) * u(4, 6), v, 0)]
        return [(u(4, 8), yd + u(-1, 1), v, 0)]
    def cross(v, out=True):
        yd, x, y = door(), *room()
        ks = [(x, y, v, 0), (u(-.9, -.6), yd, v, 0), (.7, yd, v, 0)] + far_out(yd, v)
        return ks if out else ks[::-1]
    v, t0 = speed(), u(.3, 3)
    load, tags, ks = [int(r.integers(1, 4))], [], []
    v = min(v, u(.6, 1.5)) if kind == "trolley_out" else v
    if kind in ("walk_out", "walk_in", "body_carried", "trolley_out"):
        ks = [cross(v, kind in ("walk_out", "trolley_out") or (kind == "body_carried" and r.random() < .6))]
    elif kind == "out_and_in":
        a = cross(v)[:3]
        x, y = u(1., 3.), door()
        ks = [a + [(x, y, v, u(.3, 5)), (.7, a[2][1], v, 0), (-.7, a[1][1], v, 0), (u(-6, -3), u(-1.5, 1.5), v, 0)]]
    elif kind == "u_turn":
        side, y0 = (-1 if r.random() < .75 else 1), u(-1.2, 1.2)
        ks = [[(side * u(3.5, 6), y0, v, 0), (side * u(.9, 1.3), door(), v, u(0, .8)), (side * u(3.5, 6), u(-1.5, 1.5), v, 0)]]
    elif kind in ("linger_then_leave", "linger_stay"):
        k = [(*room(), v, 0)]
        k += [(u(-2.6, -1.2), u(-.9, .9), u(.5, 1.1), u(.6, 4)) for _ in range(int(r.integers(2, 7)))]
        yd = door()
        if kind == "linger_then_leave":
            k += [(-.75, yd, v, 0), (.7, yd, v, 0)] + far_out(yd, v)
        ks = [k + [(*room(), v, 0)] if kind == "linger_stay" and r.random() < .5 else k]
    elif kind == "two_opposite":
        a, b = cross(v), cross(speed(), False)
        load, g = load + [int(r.integers(1, 4))], u(.2, .35)
        ks = [[(p[0], p[1] * .3 + e, *p[2:]) if abs(p[0]) < 1 else p for p in k] for k, e in ((a, g), (b, -g))]
    elif kind == "trolley_wait":
        v, xw = min(v, u(.6, 1.3)), -u(.6, 1.6) - 1.65
        ks = [[(xw - u(1, 2.5), u(-1, 1), v, 0), (xw, u(-.5, .5), v, u(4, 15)), (xw - u(1.5, 3), u(-1.5, 1.5), v, 0)]]
        ks = ks if r.random() < .4 else [ks[0][:2]]
    ws = [Walker(r, k, t0 + (u(-.3, 1.5) if i else 0)) for i, k in enumerate(ks)]
    dur = max([w.end for w in ws], default=u(5, 25)) + u(.8, 3.)
    n = int(np.clip(dur, 5, 40) / DT)
    for w, m in zip(ws, load):
        w.run(n)
        box = kind.startswith("trolley")
        ts = trolley(r, w, n, int(r.integers(10, 51))) if box else carried(r, w, n, m, kind == "body_carried")
        if kind in ("u_turn", "linger_stay", "trolley_wait"):      # keep the tag itself off the line
            x = np.stack([p[0][:, 0] for p in ts])
            side = np.sign(x.mean())
            near, want = (side * x).min(), u(.5, 2.) if kind == "u_turn" else u(.6, 1.2)
            shift = side * (want - near) if kind == "u_turn" or near < want else 0
            for p in [w.p] + [x[0] for x in ts]:
                p[:, 0] += shift
        tags += ts
    if r.random() < (.2 if ws else .5):                            # an untagged passer-by
        ws.append(Walker(r, cross(speed(), r.random() < .5), u(0, .5 * n * DT)).run(n))
    if kind == "static_only" or r.random() < .45:
        m, cabs = int(np.exp(u(np.log(3), np.log(150.99)))), []
        for _ in range(int(r.integers(1, 6))):
            side = -1 if r.random() < .8 else 1
            cabs.append((np.array([side * u(.7, 4.2), r.choice([-1, 1]) * u(max(1., site["w"]), 3.), u(.4, 1.5)]), u(0, 10)))
        for _ in range(m):
            c, loss = cabs[int(r.integers(len(cabs)))]
            p = c + r.uniform(-1, 1, 3) * [.3, .3, .35]
            p[0] = np.sign(c[0]) * max(.5, abs(p[0]))
            tags.append((np.tile(p, (n, 1)), np.tile(unit(r.normal(0, 1, 3)), (n, 1)), item(r, .7), loss + u(0, 6)))
    return ws, tags, n

def ant_gain(a, v, d):
    th = np.degrees(np.arccos(np.clip((v @ a["bore"]) / d, -1, 1)))
    return a["gain"] - np.minimum(12 * (th / a["bw"]) ** 2, a["fb"])

def channel(site, ws, P, U, tgain, chan):
    """One-way gain in dB, port to chip, [A, T, N], and the phase left over from the direct ray."""
    f, G, R = site["freqs"][chan][:, None], [], []
    k = 2 * np.pi * f / C
    for ai, a in enumerate(site["ants"]):
        v = P - a["pos"]
        d = np.maximum(np.sqrt((v ** 2).sum(-1)), .15)
        ct = (U * v).sum(-1) / d
        s2, ga = np.maximum(1 - ct ** 2, 1e-4), ant_gain(a, v, d)
        db = ga + 10 * np.log10(np.maximum(s2, .04))
        pv = 0 if a["pol"] is None else (v @ a["pol"]) / d
        db += -3 if a["pol"] is None else 10 * np.log10(np.clip(
            (U @ a["pol"] - ct * pv) ** 2 / (s2 * np.maximum(1 - pv ** 2, 1e-3)), .03, 1))
        opp = P[..., 0] * a["pos"][0] < 0
        s = np.where(opp, -a["pos"][0] / np.where(opp, v[..., 0], 1), 0)
        yc, zc = a["pos"][1] + s * v[..., 1], a["pos"][2] + s * v[..., 2]
        db -= np.where(opp, site["wall"] * sig(np.maximum(np.abs(yc) - site["w"], zc - site["h"]) / .06), 0)
        for w in ws:
            c = w.p - a["pos"][:2]
            q = np.clip((c[:, 0:1] * v[..., 0] + c[:, 1:2] * v[..., 1]) / (v[..., 0] ** 2 + v[..., 1] ** 2 + 1e-6), 0, 1)
            miss = np.hypot(c[:, 0:1] - q * v[..., 0], c[:, 1:2] - q * v[..., 1])
            db -= w.att * sig((w.rad - miss) / .025) * sig((w.height - a["pos"][2] - q * v[..., 2]) / .05)
        h = 10 ** (db / 20) / d + 0j
        l = np.sqrt(((P * [1, 1, -1] - a["pos"]) ** 2).sum(-1))
        h += site["floor"] * 10 ** ((ga - 6) / 20) / l * np.exp(-1j * k * (l - d))
        for pos, gam in site["refl"]:
            sv, ls = pos - a["pos"], np.linalg.norm(pos - a["pos"])
            l = ls + np.sqrt(((P - pos) ** 2).sum(-1))
            h += gam * 10 ** ((ant_gain(a, sv, ls) - 5) / 20) / l * np.exp(-1j * k * (l - d))
        for w in ws:
            wp = np.insert(w.p, 2, 1.2, axis=1)
            sv, ls = wp - a["pos"], np.sqrt(((wp - a["pos"]) ** 2).sum(-1)) + .05
            l = ls[:, None] + np.maximum(np.sqrt(((P - wp[:, None]) ** 2).sum(-1)), .2)
            h += w.gamma * (10 ** ((ant_gain(a, sv, ls) - 5) / 20))[:, None] / l * np.exp(-1j * k * (l - d))
        G.append(20 * np.log10(np.abs(h) * C / (4 * np.pi * f) + 1e-9) - a["cable"] + site["chgain"][ai][chan][:, None] + tgain)
        R.append((-2 * k * d + 2 * np.angle(h)).astype(np.float32) if site["phase"] else None)
    return np.array(G), R

def inventory(r, site, n, G, sens, back, persist, chan):
    """The reader's loop: rounds of framed slotted ALOHA. -> list of (t, antenna index, tag, rssi)"""
    end, A, N, tx = n * DT, len(site["ants"]), G.shape[2], site["tx"]
    mode, reads, t, ai = site["mode"], [], 0., int(r.integers(A))
    flagB, expiry, q, last_ch = np.zeros(N, bool), np.zeros(N), [2.] * A, chan[0]
    dead = list(np.sort(r.uniform(0, end, r.poisson(.03 * end)))) + [9e9]
    while t < end:
        t += site["gap"]
        stop, rounds, most = t + site["dwell"], 0, 2 if mode == "S1AB" else 1
        while t < stop and t < end and (rounds < most or not site["per_round"]):
            target = mode == "S1AB" and rounds % 2 == 1
            rounds, now = rounds + 1, chan[min(int(t / DT), n - 1)]
            t += site["over"] * r.uniform(.8, 1.2) + site["hopgap"] * (now != last_ch)
            last_ch = now
            if t > dead[0]:
                t, dead = t + r.uniform(.06, .35), dead[1:]
            flagB &= mode != "S0"
            Q, got = int(round(q[ai])), 0
            while t < stop and t < end:                            # frames of one round
                i = min(int(t / DT), n - 1)
                flagB &= expiry > t if mode != "S0" else True
                g = G[ai, i]
                who = np.flatnonzero((tx + g > sens) & (flagB == target))
                slot = r.integers(0, 1 << Q, len(who))
                cnt = np.bincount(slot, minlength=1 << Q)
                p = tx + 2 * g[who] - back[who]
                dt = np.where(cnt == 0, site["te"], site["tc"])
                o = np.lexsort((-p, slot))                         # strongest first in each slot
                so, po = slot[o], p[o]
                li = np.flatnonzero(np.diff(so, prepend=-1))
                nxt = np.where((cnt[so[li]] > 1), po[np.minimum(li + 1, len(o) - 1)] if len(o) else 0, -200.)
                ok = (cnt[so[li]] == 1) | ((po[li] - nxt > site["capture"]) & (r.random(len(li)) < .7))
                ok &= r.random(len(li)) < .985 * sig(2 * (po[li] - site["sens"] - site["ants"][ai]["dsens"]))
                dt[so[li[ok]]] = site["ts"]
                at = t + np.cumsum(dt)
                for j in li[ok]:
                    tr = at[so[j]]
                    if tr >= min(stop, end):
                        break
                    tag = who[o[j]]
                    flagB[tag], expiry[tag] = not target, tr + persist[tag]
                    reads.append((tr, ai, tag, tx + 2 * G[ai, min(int(tr / DT), n - 1), tag] - back[tag]))
                    got += 1
                t = at[-1]
                coll = int((cnt > 1).sum())
                if coll == 0:
                    break
                Q = int(np.clip(round(np.log2(2.39 * coll)), 0, 8))
            q[ai] = .5 * q[ai] + .5 * np.clip(np.log2(got + .6), 0, 8)
        ai = (ai + 1) % A
    return reads

def make(r, kind, path):
    site = draw_site(r)
    ws, tags, n = scenario(r, kind, site)
    P, U = np.stack([x[0] for x in tags], 1), np.stack([x[1] for x in tags], 1)
    N, nf, seq = len(tags), len(site["freqs"]), []
    tgain = np.array([TYPES[x[2]][0] - x[3] for x in tags]) + r.normal(0, .5, N)
    sens = np.array([TYPES[x[2]][1] for x in tags]) + r.uniform(-1.2, 1.2, N)
    back, persist = r.uniform(4, 8, N), r.uniform(.5, .8, N)
    while len(seq) * site["hop"] < n * DT + site["hop"]:
        seq += list(r.permutation(nf))
    chan = np.array(seq)[((np.arange(n) * DT + r.uniform(0, site["hop"])) / site["hop"]).astype(int)]
    G, R = channel(site, ws, P, U, tgain, chan)
    reads = inventory(r, site, n, G, sens, back, persist, chan)
    head = 0x3034000000 + int(r.integers(1 << 24))
    epcs = ["%010X%06X%08X" % (head, int(r.integers(1 << 24)), j + 1) for j in range(N)]
    with open(path, "w") as fh:
        for tr, ai, tag, p in reads:
            rssi, extra = round((p + r.normal(0, site["noise"])) / site["quant"]) * site["quant"], ""
            if site["phase"]:
                i = min(int(tr / DT), n - 1)
                d0, d1 = np.linalg.norm(P[[i, min(i + 1, n - 1)], tag] - site["ants"][ai]["pos"], axis=1)
                slip = 4 * np.pi * site["freqs"][chan[i]] / C * (d1 - d0) * (tr / DT - i)
                ph = -np.degrees(R[ai][i, tag] - slip) + site["choff"][chan[i]] + r.normal(0, 4)
                extra = ', "phase_deg": %.1f' % (int(ph % 360 / 360 * 4096) % 4096 * 360 / 4096)
            fh.write('{"t_us": %d, "antenna": %d, "epc": "%s", "rssi_dbm": %.1f%s}\n'
                     % (int(tr * 1e6), site["ants"][ai]["id"], epcs[tag], rssi, extra))
    lab = {}
    for j in sorted({x[2] for x in reads}):
        x = P[:, j, 0]
        cr = [{"t_us": int((i + x[i] / (x[i] - x[i + 1])) * DT * 1e6), "direction": "OUT" if x[i] < 0 else "IN"}
              for i in np.flatnonzero((x[:-1] < 0) != (x[1:] < 0))]
        lab[epcs[j]] = {"crossings": cr, "moves": bool(np.linalg.norm(P[:, j] - P[0, j], axis=1).max() > .3)}
    return {"kind": kind, "tags": lab}

def main():
    seed, count, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.makedirs(out, exist_ok=True)
    labels = {}
    for i in range(count):
        name = "%03d_%s.jsonl" % (i, KINDS[i % len(KINDS)])
        labels[name] = make(np.random.default_rng([seed, i]), KINDS[i % len(KINDS)], os.path.join(out, name))
    json.dump(labels, open(os.path.join(out, "labels.json"), "w"), indent=0)
    ants = [{"id": a, "zone": "INSIDE" if a < 3 else "OUTSIDE"} for a in (1, 2, 3, 4)]
    json.dump({"code": "P-101", "antennas": ants}, open(os.path.join(out, "portal.json"), "w"))

main()
