"""Labelled RFID traces at an exit gate: a STATISTICIAN's generator (no physics engine).    python3 curves.py SEED N DIR

Assumptions (every hyperparameter is drawn anew for each trace = site):
* Mean RSSI of antenna a at position x along the way: a smooth curve by a fair draw among sigmoid (12-32 dB high, 0.2-0.8 m scale), bell, skewed bell
  (14-36 dB, 0.6-2.2 m wide, centre 0.3-1.6 m on the antenna's own side) and log-distance (n 1.8-4.5, height 0.25-1.2 m); beyond 1.5 m of the centre it
  falls by another 1-4 dB/m; the second antenna of a zone is up to 8 dB weaker. OUTSIDE is shifted so that the zones' maxima are equal at
  x = -0.12..0.12 m. Sites are rejected unless the right zone is >= 4 dB stronger at +-0.5 m and >= 2.5 dB wherever it can be read out to 4.5 m.
* Random effects: tag N(0, 1-4 dB; common to all antennas); tag x antenna, an AR(1) process in position (0.08-0.7 m) and one in time (0.15-3 s; half
  shared by the walk, half the tag's own), the three together worth a shift of the line by 0.03-0.12 m (1 sd); residual noise 0.5-3 dB per read.
* Body: 3-10 dB loss on all antennas (never more than the link margin allows), plus a part that changes sign with the heading (line shift <= 0.15 m).
  People without a tag cast slow shadows (2-8 dB, all antennas of a zone alike on both zones) on static tags; two people shadow each other as they pass.
* Read probability: pmax (0.6-0.98) x logistic((RSSI - r50)/1-3 dB); the level at the line is 6-20 dB above r50.
* Reads: antennas in turn (15-100 ms each, fixed order), inventory rounds; a read takes 1/(200-400) s, a round 3-20 % of the dwell (<= 10 ms) extra; a round cut by the end of the
  dwell loses the rest of its queue. Order: random, or (half of the sites, and all with a trolley) longest unserved first. RSSI in steps of 0.1, 0.5 or 1 dB.
* Motion: legs at 0.5-3 m/s with pauses (trolleys 0.5-1.5 m/s, with at most 40 static tags about, for else most of their tags get no read in time); whoever turns stays at least max(0.35 m, 3 sd of the line shift) from the line; nobody pauses within 0.4 m of
  it; static tags are at least 0.8 m inside (cabinet: 2 m; a few sites have some outside). A crossing is where the tag's own x passes 0.
* Not modelled: clock error, stray reads of wrong EPC, lost antennas, Doppler/phase, tags parked on the line.
"""
import sys, os, json
import numpy as np
DT = 0.02
IN = np.array([1, 1, -1, -1])           # sign of own side: u = -x for inside
KINDS = ["walk_out", "walk_in", "u_turn", "out_and_back", "linger", "static_cabinet", "walk_out_crowd", "trolley_out", "trolley_wait", "turn_back",
         "two_opposite", "body_walk", "pass_by", "static_shadowed"]


def curve(r):
    k = r.integers(4); c = r.uniform(.3, 1.6)
    fall = r.uniform(1, 4)
    if k == 0:
        A, s, c = r.uniform(12, 32), r.uniform(.2, .8), r.uniform(0, .5)
        f = lambda u: A / (1 + np.exp(-np.clip((u - c) / s, -50, 50))) - A
    elif k == 1:
        A, w = r.uniform(14, 36), r.uniform(.6, 2.2)
        f = lambda u: A * (np.exp(-(u - c) ** 2 / (2 * w * w)) - 1)
    elif k == 2:
        A, w1, w2 = r.uniform(14, 36), r.uniform(.5, 1.5), r.uniform(.8, 3)
        f = lambda u: A * (np.exp(-(u - c) ** 2 / (2 * np.where(u < c, w1, w2) ** 2)) - 1)
    else:
        n, h = r.uniform(1.8, 4.5), r.uniform(.25, 1.2)
        f = lambda u: -5 * n * np.log10(1 + (u - c) ** 2 / h ** 2)
    return lambda u: f(u) - fall * np.maximum(0, np.sqrt((u - c) ** 2 + .09) - 1.5)


class Site:
    def __init__(s, r):
        g = np.arange(-6, 6.001, .05)
        while True:
            cv = [curve(r) for _ in range(4)]
            lev = np.array([0, 0, 0, 0.]); lev[r.integers(2)] -= r.uniform(0, 8); lev[2 + r.integers(2)] -= r.uniform(0, 8)
            xc = r.uniform(-.12, .12)
            M = np.array([cv[a](IN[a] * -g) + lev[a] for a in range(4)])
            zi, zo = M[:2].max(0), M[2:].max(0)
            d = np.interp(xc, g, zi - zo); lev[2:] += d; M[2:] += d; zo = zo + d
            D = zi - zo; Dm = M[:2].mean(0) - M[2:].mean(0)
            at = lambda x, v=D: np.interp(x, g, v)
            margin = r.uniform(6, 20); lc = np.interp(xc, g, zi)
            rd = np.maximum(zi, zo) > lc - margin - 3
            near, far = (np.abs(g) >= .5), (np.abs(g) <= 4.5)
            ok = at(-.5) >= 4 and at(.5) <= -4 and at(-.4, Dm) > 0 and at(.4, Dm) < 0
            ok = ok and np.all((-np.sign(g) * D)[near & far & rd] >= 2.5) and lc - margin < max(zi.max(), zo.max()) - 8
            if ok and np.all(np.maximum(zi, zo)[np.abs(g) < 1.2] > lc - margin):
                break
        s.r50 = r.uniform(-84, -68); s.cv, s.lev = cv, lev + s.r50 - (lc - margin); s.margin = margin
        s.slope = (at(-.4) - at(.4)) / .8
        s.sdm = r.uniform(.03, .12)
        s.sd = np.sqrt(r.dirichlet([1.5, 1.5, 1.5])) * s.sdm * s.slope
        s.tag = min(r.uniform(1, 4), margin / 4); s.noise = r.uniform(.5, 3); s.tau = np.exp(r.uniform(np.log(.15), np.log(3))); s.ell = r.uniform(.08, .7)
        s.pmax, s.ps = r.uniform(.6, .98), r.uniform(1, 3); s.cap = r.uniform(200, 400); s.dwell = np.exp(r.uniform(np.log(.015), np.log(.1)))
        s.over = min(.010, s.dwell * r.uniform(.03, .2)); s.fair = r.random() < .5; s.order = [[0, 1, 2, 3], [0, 2, 1, 3]][r.integers(2)]; s.q = [.1, .5, 1.][r.integers(3)]
        s.dmin = max(.35, 3 * s.sdm)

    def mean(s, x):                       # x (n,T) -> (n,4,T)
        return np.stack([s.cv[a](IN[a] * -x) + s.lev[a] for a in range(4)], 1)


def ar(r, shape, steps, rho):
    z = r.normal(size=(steps,) + shape); q = np.sqrt(1 - rho * rho)
    for i in range(1, steps):
        z[i] = rho * z[i - 1] + q * z[i]
    return np.moveaxis(z, 0, -1)


def path(r, pts):
    """pts: [x0, (x, v, pause) ...], the pause coming after arrival; returns x on the DT grid"""
    x = [np.full(int(pts[1] / DT), pts[0])]; cur = pts[0]
    for to, v, pause in pts[2:]:
        n = max(1, int(abs(to - cur) / v / DT))
        w = 1 + .15 * np.sin(np.linspace(0, r.uniform(3, 12), n) + r.uniform(0, 6))
        w = np.maximum(w * v, .5); w = np.cumsum(w); w /= w[-1]
        x += [cur + (to - cur) * w, np.full(int(pause / DT), to)]; cur = to
    x = np.concatenate(x); k = np.hanning(13)[1:-1]; k /= k.sum()
    return np.convolve(np.pad(x, 5, mode="edge"), k, "valid")


def speed(r): return r.uniform(.5, 3)


def move(r, s, k, front):
    """x of the carrier; front: the carrier's foremost and rearmost tag offsets (hi, lo)"""
    hi, lo = front; a = r.uniform(-6, -2.5) - hi; b = r.uniform(2, 5) - lo; p0 = r.uniform(.3, 3); v = r.uniform(.5, 1.5) if hi - lo > .5 else speed(r)     # trolleys are slower
    stop = lambda far: -hi - r.uniform(s.dmin, far)
    if k == "out": return path(r, [a, p0, (b, v, r.uniform(.3, 3))])
    if k == "in": return path(r, [b, p0, (a, v, r.uniform(.3, 3))])
    if k == "uturn":
        if r.random() < .3:
            t = -lo + r.uniform(s.dmin, 1.5)
            return path(r, [b, p0, (t, v, r.choice([0, .3])), (b, speed(r), .5)])
        return path(r, [a, p0, (stop(1.5), v, r.choice([0, .3])), (a, speed(r), .5)])
    if k == "outback": return path(r, [a, p0, (-lo + r.uniform(.8, 3), v, r.uniform(0, 5)), (a, speed(r), .5)])
    if k in ("linger", "wait", "back"):
        pts = [a, p0]; n = {"linger": r.integers(3, 8), "wait": 1, "back": r.integers(1, 3)}[k]
        for _ in range(n):
            x = -hi - r.uniform(max(.5, s.dmin), 2.2)
            pts.append((x, r.uniform(.5, 1.5), {"linger": r.uniform(.3, 2.5), "wait": r.uniform(3, 18), "back": r.uniform(.2, 2)}[k]))
        if k == "back" or r.random() < .5: pts.append((a, speed(r), .5))
        else: pts.append((b, v, 1.))
        return path(r, pts)


def trace(r, kind):
    s = Site(r); s.fair = s.fair or kind.startswith("trolley")
    groups = []          # (x carrier, offsets, body?, y-bump?)
    def person(k, body=False, n=None, half=.2):
        n = n or int(r.integers(1, 5)); off = r.uniform(-half, half, n)
        groups.append([move(r, s, k, (off.max(), off.min())), off, body, 0.])
    if kind in ("walk_out", "walk_out_crowd"): person("out")
    elif kind == "walk_in": person("in")
    elif kind == "u_turn": person("uturn")
    elif kind == "out_and_back": person("outback")
    elif kind == "linger": person("linger")
    elif kind == "trolley_out": person("out", n=50, half=.5)
    elif kind == "trolley_wait": person("wait", n=int(r.integers(20, 51)), half=.5)
    elif kind == "turn_back": person("back")
    elif kind == "two_opposite": person("out"); person("in")
    elif kind == "body_walk": person(["out", "out", "in", "uturn"][r.integers(4)], body=True)
    elif kind == "pass_by":
        side = -1 if r.random() < .75 else 1; T = r.uniform(5, 12)
        xx = side * r.uniform(.8 if s.dmin < .5 else 1., 2.5) + .15 * np.sin(np.arange(int(T / DT)) * DT * r.uniform(.5, 2))
        groups.append([xx, r.uniform(-.15, .15, r.integers(1, 5)), False, speed(r)])
    T = max([len(g[0]) for g in groups] + [int(r.uniform(5, 14) / DT)]); T = min(T, int(40 / DT) - 1)
    if kind == "two_opposite":           # meet near the line
        i, j = [int(np.argmin(np.abs(g[0]))) for g in groups]; sh = i - j + int(r.normal(0, .5) / DT)
        q = 1 if sh > 0 else 0; groups[q][0] = np.pad(groups[q][0], (abs(sh), 0), mode="edge"); T = max(T, len(groups[q][0]))
    X, R, moved = [], [], []; t = np.arange(T) * DT; grid = np.arange(-12, 12, .04)
    shared_t = lambda: ar(r, (4,), T, np.exp(-DT / s.tau))
    def effects(x, n, bound):
        m = s.mean(x)
        m += np.clip(r.normal(size=(n, 1, 1)), -2.5, 2.5) * s.tag + np.clip(r.normal(size=(n, 4, 1)), -2.5, 2.5) * s.sd[0]
        if bound:
            P = .71 * (ar(r, (1, 4), len(grid), np.exp(-.04 / s.ell)) + ar(r, (n, 4), len(grid), np.exp(-.04 / s.ell)))
            for i in range(n):
                for a in range(4): m[i, a] += s.sd[1] * np.interp(x[i], grid, P[i, a])
        else: m += s.sd[1] * r.normal(size=(n, 4, 1))
        m += s.sd[2] * .71 * (shared_t()[None] + (ar(r, (n, 4), T, np.exp(-DT / s.tau)) if bound else r.normal(size=(n, 4, 1))))
        return m
    for xc, off, body, yv in groups:
        xc = np.pad(xc, (0, max(0, T - len(xc))), mode="edge")[:T]; n = len(off); x = xc[None] + off[:, None]; m = effects(x, n, True)
        if body:
            head = np.convolve(np.clip(np.gradient(xc) / DT / .4, -1, 1), np.ones(11) / 11, "same")
            m -= min(r.uniform(3, 10), s.margin - 5)
            m -= .5 * r.uniform(-.15, .15) * s.slope * head[None, None] * IN[None, :, None]
        if yv:
            y = (t - r.uniform(.3, .7) * t[-1]) * yv; m -= (r.uniform(4, 12) * np.log10(1 + y * y))[None, None]
        X.append(x); R.append(m); moved += [bool(yv) or bool(np.ptp(x[i]) > .3) for i in range(n)]
    if len(groups) == 2:
        d = r.uniform(0, 6) * np.exp(-((X[0].mean(0) - X[1].mean(0)) / .5) ** 2)
        d = np.minimum(d, s.margin / 3); R[0] -= d; R[1] -= d
    u = r.random()
    ns = 0 if u < .3 else int(r.integers(1, 30)) if u < .6 else int(r.integers(30, 100)) if u < .85 else int(r.integers(100, 151))
    if kind in ("static_cabinet", "walk_out_crowd"): ns = int(r.integers(50, 151))
    if kind.startswith("trolley"): ns = min(ns, int(r.integers(0, 41)))
    if kind == "static_shadowed": ns = int(r.integers(5, 120))
    if ns:
        cab = kind == "static_cabinet" or r.random() < .4
        x = -2 + r.uniform(-.4, .4, ns) if cab else r.uniform(-5, -max(.8, 2 * s.dmin), ns)
        if r.random() < .1: x[: max(1, ns // 10)] = r.uniform(1, 4, max(1, ns // 10))
        m = effects(np.repeat(x[:, None], T, 1), ns, False) - r.uniform(2, 18) * r.random((ns, 1, 1))
        if kind == "static_shadowed" or r.random() < .3:
            for _ in range(r.integers(1, 5)):
                c, w = r.uniform(0, t[-1]), r.uniform(.2, 2)
                m -= (r.uniform(2, 8) * np.exp(-((t - c) / w) ** 2))[None, None] * r.uniform(.3, 1, (ns, 1, 1))
        X.append(np.repeat(x[:, None], T, 1)); R.append(m); moved += [False] * ns
    X, R = np.concatenate(X), np.concatenate(R); n = len(X)
    epc = set()
    while len(epc) < n: epc.add("3034257BF4" + "%014X" % int(r.integers(1 << 56)))
    epc = [str(e) for e in r.permutation(sorted(epc))]
    reads = []; last = np.full(n, -1.); now = r.uniform(0, .05); slot = int(r.integers(4)); end = (T - 1) * DT
    while now < end:
        a = s.order[slot % 4]; slot += 1; stop = min(now + s.dwell * r.uniform(.9, 1.1), end)
        while now < stop:
            m = R[:, a, int(now / DT)] + r.normal(size=n) * s.noise
            p = s.pmax / (1 + np.exp(np.clip(-(m - s.r50) / s.ps, -50, 50)))
            hit = np.flatnonzero(r.random(n) < p)
            hit = hit[np.argsort(last[hit])] if s.fair else r.permutation(hit)
            now += s.over
            for i in hit:
                now += r.uniform(.8, 1.2) / s.cap
                if now >= stop: break
                last[i] = now; reads.append((int(now * 1e6), a + 1, i, round(round(m[i] / s.q) * s.q, 1)))
        now = stop + .001
    seen = sorted({q[2] for q in reads}); tags = {}
    for i in seen:
        x = X[i]; cr = [{"t_us": int((j + x[j] / (x[j] - x[j + 1])) * DT * 1e6), "direction": "OUT" if x[j] < 0 else "IN"}
                        for j in np.flatnonzero((x[:-1] < 0) != (x[1:] < 0))]
        tags[epc[i]] = {"crossings": cr, "moves": moved[i]}
    lines = ['{"t_us":%d,"antenna":%d,"epc":"%s","rssi_dbm":%s}\n' % (q[0], q[1], epc[q[2]], q[3]) for q in reads]
    # identifiability, noise free: share of moments of moving tags at 0.4..2 m where the right zone is the stronger
    mv = np.array(moved); good = (0, 0)
    if mv.any():
        D = R[mv, :2].max(1) - R[mv, 2:].max(1); k = (np.abs(X[mv]) > .4) & (np.abs(X[mv]) < 2)
        good = (int((D * -X[mv] > 0)[k].sum()), int(k.sum()))
    by = {}
    for q in reads: by.setdefault(epc[q[2]], []).append(q[0])
    return lines, tags, by, good


def main():
    seed, N, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.makedirs(out, exist_ok=True); r0 = np.random.default_rng(seed); order = [KINDS[i % len(KINDS)] for i in range(N)]; order = list(r0.permutation(order))
    json.dump({"code": "P-101", "antennas": [{"id": i, "zone": "INSIDE" if i < 3 else "OUTSIDE"} for i in (1, 2, 3, 4)]}, open(out + "/portal.json", "w"))
    labels, before, after, G, cnt, nonx, outs = {}, [], [], [0, 0], {}, 0, 0; nonm = 0; kk = {}
    for i, kind in enumerate(order):
        kind = str(kind)
        for k in range(100):          # a trace without any read is drawn again
            lines, tags, by, good = trace(np.random.default_rng([seed, i, k]), kind)
            if lines: break
        name = "t%04d_%s.jsonl" % (i, kind); open(os.path.join(out, name), "w").writelines(lines)
        labels[name] = {"kind": kind, "tags": tags}; cnt[kind] = cnt.get(kind, 0) + 1; G[0] += good[0]; G[1] += good[1]
        for e, g in tags.items():
            nonx += not g["crossings"]; nonm += (not g["crossings"]) and g["moves"]
            for c in g["crossings"]:
                if c["direction"] == "OUT":
                    v = np.array(by[e]) - c["t_us"]; outs += 1
                    before.append(int(((v < 0) & (v > -5e5)).sum())); after.append(int(((v >= 0) & (v < 5e5)).sum())); kk.setdefault(kind, []).append(after[-1])
    json.dump(labels, open(out + "/labels.json", "w"))
    b, a = np.array(before), np.array(after)
    print(out, "kinds", cnt); print("OUT crossings", outs, "non-crossing tags", nonx, "of which moving", nonm)
    for w, v in (("0.5 s before", b), ("0.5 s after", a)):
        print("reads", w, "pct 1/5/25/50/75/95:", np.percentile(v, [1, 5, 25, 50, 75, 95]).tolist(), "none: %.2f %%" % (100 * (v == 0).mean()))
    print("OUT crossings by kind: number, median reads in the 0.5 s after, share without any:", {k: (len(v), float(np.median(v)), round(float(np.mean(np.array(v) == 0)), 4)) for k, v in kk.items()})
    print("right zone stronger at 0.4-2 m (noise free): %.3f %%" % (100 * G[0] / G[1]))


if __name__ == "__main__":
    main()
