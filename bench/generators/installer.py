#!/usr/bin/env python3
"""installer.py SEED N DIR: labelled traces of an exit gate as an installer remembers it (Impinj R700, Zebra FX9600).

ASSUMPTIONS
 Axes    x along the passage, x<0 room (INSIDE), x>0 corridor (OUTSIDE), line x=0; OUT = -x to +x. y across, z up.
 Mount   door 0.95-2.4 m wide; 3 styles: posts (z .8-1.7 m, toe-in 15-50 deg), overhead (z 2.2-2.6, down-tilt 30-55),
         mixed. Antennas 5-35 cm off the line on their own side, 1,2 aimed into the room, 3,4 into the corridor,
         a few deg / cm / dB of mounting and cable error each. Patch 5.5-8 dBi, 62-75 deg beam, F/B only 10-17 dB
         as installed (metal frames).
 Power   24.5-30 dBm conducted; one-way link h = direct ray (dipole tag, circular patch, wall loss beside the opening,
         body shadow) + floor/side/back/opposite wall images + 5-9 racks + people as moving scatterers.
         RSSI = Ptx + 2*20log|h| - tag loss; so humps per antenna plus lambda/2 ripple and nulls; 0.5 / 1 dB steps.
         Tag answers if energised (soft threshold -15.5..-19.5 dBm) and above the receiver floor (-74..-80 dBm).
 Tags    per-tag offset N(0,1.5) one-way, material/nesting loss, random dipole axis (turns with the bearer),
         shaded hemisphere for tags in a trolley/cabinet.
 Body    4-9 dB one-way when the ray passes through a torso (r .17-.24 m, height 1.6-1.9); tag against the body adds
         2-6 dB detuning everywhere. Overhead antennas see over it. Shadows hit everybody's tags, not only the bearer's.
 Air     one antenna at a time, dwell 30-140 ms; rounds over the tags that answer, 1/rate per read (150-900/s),
         3-9 ms per round lost, tag list shared by all (150 shelved tags starve the walker). Session 0 or dual target;
         single-target S1/S2 left out: nobody commissions a direction portal with it. Some readers leave an empty antenna early.
 Drops   random blanks per tag+antenna (50-250 ms) and per bearer (hand over tag, 100-400 ms).
 Phase   -2*arg h + antenna and channel offsets + noise, FCC (50 ch, 200-400 ms) or ETSI (4 ch, 1-3 s) hopping; Zebra: sometimes none.
 People  paths are smoothed polylines through the opening, speed wobble, arm swing; corridor may be straight or transverse.
 Labels  crossing = last x=0 passage of the tag itself before it is 15 cm beyond. moves = tag moved > 0.3 m in the trace.
"""
import sys, os, json
import numpy as np

from installer_scene import DT, crossings, scene
from installer_site import channel

C = 299792458.0
KINDS = ["walk_out", "walk_in", "uturn_inside", "uturn_outside", "linger", "static_walk_out", "static_walk_in",
         "trolley", "opposite", "body", "static_only", "trolley_wait_leave", "trolley_wait_stay"]


def trace(kind, r):
    site, cs, sts, n = scene(kind, r)
    t = np.arange(n) * DT
    tags = []
    company = r.integers(0, 2 ** 36)
    for ci, c in enumerate(cs):
        for g in c.tags:
            tags.append(dict(P=g["xyz"], ax=g["axt"], sh=g["sht"], loss=g["loss"], shdb=g["shdb"], sens=g["sens"], own=ci))
    for g in sts:
        o = np.ones((n, 1))
        tags.append(dict(P=o * g["p"], ax=o * g["ax"], sh=o * g["shv"], loss=g["loss"], shdb=g["shdb"], sens=g["sens"], own=-1))
    ser = r.choice(2 ** 22, len(tags), replace=False) if tags else []
    for g, se in zip(tags, ser):
        g["epc"] = "3034%014X%06X" % (company * 16 + 2, int(se))
    bodies = [(c.bp, c.body) for c in cs]
    # hopping
    nh = int(t[-1] / site.hop) + 2
    seq = np.concatenate([r.permutation(len(site.freqs)) for _ in range(nh // len(site.freqs) + 1)])
    h0 = r.uniform(0, site.hop)
    chan = lambda tt: seq[((np.asarray(tt) + h0) / site.hop).astype(int)]
    k = 2 * np.pi * site.freqs[chan(t)] / C
    nt = len(tags)
    prob = np.zeros((4, nt, n), np.float32)
    modl = r.uniform(4, 7)
    carrier_blank = {ci: blanks(r, n, .10, .1, .4) for ci in range(len(cs))}
    for i, g in enumerate(tags):
        for a in range(4):
            g1 = 20 * np.log10(np.abs(channel(site, a, g["P"], g["ax"], g["sh"], g["shdb"], bodies, k, g["own"])) + 1e-9) + 1.5 - g["loss"]
            rssi = site.ptx + 2 * g1 - modl
            p = .93 / (1 + np.exp(-(site.ptx + g1 - g["sens"]) / .9)) / (1 + np.exp(-(rssi - site.floor) / .9))
            p[blanks(r, n, .2, .05, .25)] = 0
            if g["own"] >= 0:
                p[carrier_blank[g["own"]]] *= .1
            prob[a, i] = p
    # air protocol
    rate = r.uniform(350, 900) if nt > 30 else r.uniform(150, 700)
    ev = []
    tm, oi, target = r.uniform(0, .02), int(r.integers(0, 4)), 0
    flag = np.zeros(nt, int)
    over = r.uniform(.003, .009)
    end = t[-1]
    while tm < end:
        a = site.order[oi % 4]; oi += 1
        stop = min(tm + site.dwell * r.uniform(.9, 1.1), end); empty = 0
        tm += r.uniform(.001, .004)
        while tm < stop:
            ix = int(tm / DT)
            cand = np.where(r.random(nt) < prob[a, :, ix])[0] if nt else np.zeros(0, int)
            if site.dual and nt:
                cand = cand[flag[cand] == target]
            tm += over * r.uniform(.7, 1.4)
            if len(cand) == 0:
                empty += 1; target ^= 1
                if site.early and empty >= 3:
                    break
                continue
            r.shuffle(cand)
            for c in cand:
                tm += (.5 + .5 * r.exponential()) / rate
                if tm >= stop:
                    break
                if prob[a, c, int(tm / DT)] < .1:
                    continue
                flag[c] = target ^ 1
                ev.append((tm, a, c))
        if r.random() < .002:
            tm += r.uniform(.1, .3)          # reader busy
    reads = []
    if ev:
        et = np.array([e[0] for e in ev]); ea = np.array([e[1] for e in ev]); ec = np.array([e[2] for e in ev])
        ke = 2 * np.pi * site.freqs[chan(et)] / C
        fi = et / DT; i0 = np.minimum(fi.astype(int), n - 2); w = (fi - i0)[:, None]
        H = np.zeros(len(ev), complex)
        for c in np.unique(ec):
            g = tags[c]
            for a in range(4):
                m = np.where((ec == c) & (ea == a))[0]
                if len(m):
                    L = lambda X: X[i0[m]] * (1 - w[m]) + X[i0[m] + 1] * w[m]
                    H[m] = channel(site, a, L(g["P"]), L(g["ax"]), L(g["sh"]), g["shdb"], [(L(x), b) for x, b in bodies], ke[m], g["own"])
        g1 = 20 * np.log10(np.abs(H) + 1e-9) + 1.5 - np.array([tags[c]["loss"] for c in ec])
        rs = site.ptx + 2 * g1 - modl
        sn = np.clip(rs - site.floor, 0, 40)
        rs = np.maximum(rs + r.normal(0, 1, len(rs)) * (.5 + 1.2 * np.exp(-sn / 6)), site.floor - 1)
        tph = r.uniform(0, 6.28, nt)
        ph = -2 * np.angle(H) + site.chph[ea, chan(et)] + tph[ec] + r.normal(0, 1, len(rs)) * (.05 + .25 * np.exp(-sn / 6))
        ph = np.degrees(ph) % 360
        us = (et * 1e6).astype(np.int64)
        if site.vendor == "zebra" and r.random() < .3:
            us = us // 1000 * 1000
        for i in range(len(ev)):
            d = {"t_us": int(us[i]), "antenna": int(ea[i] + 1), "epc": tags[ec[i]]["epc"], "rssi_dbm": float(round(rs[i] / site.q) * site.q)}
            if site.has_phase:
                d["phase_deg"] = round(float(int(ph[i] / 360 * 4096) * 360 / 4096), 2)
            reads.append(d)
    seen = {d["epc"] for d in reads}
    lab = {}
    for g in tags:
        if g["epc"] in seen:
            ext = np.linalg.norm(g["P"].max(0) - g["P"].min(0))
            lab[g["epc"]] = {"crossings": crossings(g["P"][:, 0]), "moves": bool(ext > .3)}
    miss = sum(1 for g in tags if g["epc"] not in seen and crossings(g["P"][:, 0]))
    return reads, lab, dict(site=site, tags=tags, missed=miss, T=end)


def blanks(r, n, rate, lo, hi):
    m = np.zeros(n, bool)
    for _ in range(r.poisson(rate * n * DT)):
        s = int(r.integers(0, n)); m[s:s + int(r.uniform(lo, hi) / DT)] = True
    return m


def main():
    seed, N, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.makedirs(out, exist_ok=True)
    json.dump({"code": "P-101", "antennas": [{"id": i, "zone": z} for i, z in ((1, "INSIDE"), (2, "INSIDE"), (3, "OUTSIDE"), (4, "OUTSIDE"))]},
              open(os.path.join(out, "portal.json"), "w"))
    order = np.random.default_rng(seed).permutation([KINDS[i % len(KINDS)] for i in range(N)])
    labels, missed = {}, 0
    for i, kind in enumerate(order):
        reads, lab, info = trace(str(kind), np.random.default_rng([seed, i]))
        fn = "%04d-%s.jsonl" % (i, kind)
        with open(os.path.join(out, fn), "w") as f:
            for d in reads:
                f.write(json.dumps(d, separators=(",", ":")) + "\n")
        labels[fn] = {"kind": str(kind), "tags": lab}
        missed += info["missed"]
    json.dump(labels, open(os.path.join(out, "labels.json"), "w"), indent=1)
    print("traces", N, "crossing tags never read:", missed)


if __name__ == "__main__":
    main()
