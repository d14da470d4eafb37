#!/usr/bin/env python3
"""tester.py SEED N DIR: labelled RFID traces of an exit gate (line x = 0, room x < 0, corridor x > 0).

Assumptions in figures (site drawn anew for every trace; U = uniform, N = normal):
 geometry   antennas U(0.3, 2) m off the line, the other side x U(0.65, 1.5) of it; on posts y = +-U(0.5, 1.1), z U(0.9, 2.0),
            or (30 %) ceiling y = +-U(0.1, 0.5), z U(2.3, 2.7); 20 % of sites have only antennas 1 and 3.
 antenna    30 % no directivity; else 12(theta/BW)^2 dB, BW U(65, 100) deg, floor 8..18 dB, aimed at the middle
            of the aisle at 1 m height and turned away from the line by 0..45 deg.
 path loss  log-distance; 60 % of sites RSSI counts it twice (n U(1.6, 2.4)), else once (n U(1.6, 3.5)).
            Wall beside the door (opening |y| < U(0.6, 1.2)): 0..8 dB a way.
 fading     standing-wave field fixed in space, sd U(0.5, 2) dB a way; per tag and antenna sd 1.2 dB; tag gain
            sd 1.5 dB (static tags 3 dB, facing anyhow); per-read RSSI noise sd U(1, 4) dB, reported in steps of 0.1/0.5/1.
 bodies     carrier shadows the tag: bag 1-4 dB, in hand 1-4, against the body 4-9 and detuned 1-4; other people
            in the path 2-7 dB (0.25 m wide).  All a way.
 detection  logistic in the forward link, scale U(0.8, 2) dB, half at r50 U(3, 6) m on boresight; RSSI there -72..-60.
 reads      Poisson; a lone tag U(10, 60)/s, all together at most logU(100, 800)/s (>= 3 a static, 6 a carried tag);
            70 % of sites round-robin, dwell 40..140 ms; the rest effectively all antennas at once, a share each.
 commission a site is redrawn until a reference tag at 1 m height has best link >= r50 + 6 dB at x = -1, 0, +1,
            and mean best-inside minus best-outside RSSI beyond +-max(3, 1.5 noise sd) dB at x = -+1 m.
 walking    speed logN(1.25, 0.3) m/s, 12 % U(1.8, 3), clipped to 0.5..3; tag rides 0.05-0.4 m from the body's
            centre, turns with it, swings with the stride (tag's progress stays monotone); sway 2 cm standing.
 no-cross   U-turns and waiting keep the TAG >= 0.5 m (U-turn) or >= 0.6 m (linger) from the line.
 static     half the traces: logU(2, 150) tags in 1-5 cabinets at |x| 0.8..5 m, 80 % of them inside.
 kinds      12 in rotation (KINDS); 15 % of walks get a tagged bystander lingering; people carry 1-3 tags.
 labels     crossing = sign change of the tag's own x on the 5 ms trajectory, interpolated; no trace is dropped.
"""
import json, os, sys
import numpy as np

KINDS = ["walk_out", "walk_in", "out_and_back", "u_turn", "linger_then_leave", "linger_stay", "opposite",
         "body_carried", "trolley_out", "trolley_wait", "pass_by", "static_only"]
FINE = 0.005            # trajectory step, s
STEP = 4                # simulation slot = STEP * FINE = 20 ms

def draw_site(rng):
    while True:
        s = {}
        s["ids"] = [1, 3] if rng.random() < 0.2 else [1, 2, 3, 4]
        ceiling = rng.random() < 0.3
        d = {-1: rng.uniform(0.3, 2.0)}
        d[1] = float(np.clip(d[-1] * rng.uniform(0.65, 1.5), 0.3, 2.0))
        h = rng.uniform(0.1, 0.5) if ceiling else rng.uniform(0.5, 1.1)
        z = rng.uniform(2.3, 2.7) if ceiling else rng.uniform(0.9, 2.0)
        turn = np.tan(np.radians(rng.uniform(0, 45)))
        s["pos"], s["aim"] = [], []
        for a in s["ids"]:
            side = -1 if a <= 2 else 1
            y = h if a in (1, 3) else -h
            aim = np.array([0.0, -y, 1.0 - z])
            aim = aim / np.linalg.norm(aim) + np.array([side * turn, 0, 0])
            s["pos"].append(np.array([side * d[side], y, z]))
            s["aim"].append(aim / np.linalg.norm(aim))
        s["directive"], s["bw"], s["floor"] = rng.random() > 0.3, rng.uniform(65, 100), rng.uniform(8, 18)
        s["ways"] = 2 if rng.random() < 0.6 else 1
        s["n"] = rng.uniform(1.6, 2.4) if s["ways"] == 2 else rng.uniform(1.6, 3.5)
        s["door"], s["wall"], s["block"] = rng.uniform(0.6, 1.2), rng.uniform(0, 8), rng.uniform(2, 7)
        s["fade_sd"], s["noise"] = rng.uniform(0.5, 2.0), rng.uniform(1, 4)
        s["quant"] = [0.1, 0.5, 1.0][rng.integers(3)]
        s["scale"] = rng.uniform(0.8, 2.0)
        s["l50"] = -10 * s["n"] * np.log10(rng.uniform(3, 6))
        s["rssi50"] = rng.uniform(-72, -60)
        s["lone"], s["total"] = rng.uniform(10, 60), 100 * 8 ** rng.random()
        s["robin"], s["dwell"] = rng.random() < 0.7, int(rng.integers(2, 8))     # dwell in slots of 20 ms
        s["waves"] = []
        for _ in s["ids"]:                                      # standing waves: 8 plane ripples per antenna
            k, th = rng.uniform(5, 30, 8), rng.uniform(0, 2 * np.pi, 8)
            s["waves"].append((k * np.cos(th), k * np.sin(th), rng.uniform(-15, 15, 8), rng.uniform(0, 2 * np.pi, 8)))
        if commissioned(s):
            return s

def commissioned(s):
    y = np.linspace(-0.3, 0.3, 3)
    best = {}
    for x in (-1.0, 0.0, 1.0):
        side = {-1: [], 1: []}
        for k, a in enumerate(s["ids"]):
            side[-1 if a <= 2 else 1].append(plain_link(s, k, np.full(3, x), y, np.ones(3)))
        best[x] = {q: np.max(side[q], axis=0).mean() for q in side}
        if max(best[x].values()) < s["l50"] + 6:
            return False
    need = max(3.0, 1.5 * s["noise"]) / s["ways"]
    return best[-1.0][-1] - best[-1.0][1] >= need and best[1.0][1] - best[1.0][-1] >= need

def plain_link(s, k, x, y, z):
    """One-way link in dB, 0 at 1 m on boresight: distance, antenna pattern, wall."""
    p, aim = s["pos"][k], s["aim"][k]
    dx, dy, dz = x - p[0], y - p[1], z - p[2]
    r = np.maximum(np.sqrt(dx * dx + dy * dy + dz * dz), 0.25)
    link = -10 * s["n"] * np.log10(r)
    if s["directive"]:
        c = np.clip((dx * aim[0] + dy * aim[1] + dz * aim[2]) / r, -1, 1)
        link = link - np.minimum(12 * (np.degrees(np.arccos(c)) / s["bw"]) ** 2, s["floor"])
    other = x * p[0] < 0
    f = p[0] / np.where(other, p[0] - x, 1.0)                   # where the ray cuts the line
    y0 = p[1] + f * dy
    return link - np.where(other, s["wall"] / (1 + np.exp(-(np.abs(y0) - s["door"]) / 0.1)), 0.0)

def speed(rng):
    v = rng.uniform(1.8, 3.0) if rng.random() < 0.12 else np.exp(rng.normal(np.log(1.25), 0.3))
    return float(np.clip(v, 0.5, 3.0))

def draw_tags(rng, style):
    """Tags of one carrier: rows of (forward, left, z, gain dB, body loss dB)."""
    if style == "trolley":
        m = int(rng.integers(10, 51))
        f0 = rng.uniform(0.6, 0.9)
        return np.column_stack([f0 + rng.uniform(-0.3, 0.3, m), rng.uniform(-0.25, 0.25, m),
                                rng.uniform(0.25, 0.95, m), rng.normal(-1.5, 2.0, m), np.full(m, rng.uniform(0.5, 2.5))])
    m = int(rng.choice([1, 2, 3], p=[0.6, 0.25, 0.15]))
    th = rng.uniform(-np.pi, np.pi)
    if style == "bag":
        r, z, loss, gain = rng.uniform(0.2, 0.4), rng.uniform(0.5, 1.3), rng.uniform(1, 4), 0.0
    elif style == "hand":
        r, z, loss, gain = rng.uniform(0.25, 0.4), rng.uniform(0.9, 1.2), rng.uniform(1, 4), 0.0
        th = rng.uniform(-0.6, 0.6)
    else:                                                       # against the body
        r, z, loss, gain = rng.uniform(0.1, 0.18), rng.uniform(0.8, 1.4), rng.uniform(4, 9), -rng.uniform(1, 4)
    return np.column_stack([r * np.cos(th) + rng.normal(0, 0.02, m), r * np.sin(th) + rng.normal(0, 0.02, m),
                            z + rng.normal(0, 0.05, m), gain + rng.normal(0, 1.5, m), np.full(m, loss)])

def reach(tags):
    return float(np.hypot(tags[:, 0], tags[:, 1]).max()) + 0.15   # how far tags come from the body, with swing and sway

def start_far(rng, side):
    return [(side * rng.uniform(2.5, 5.0), rng.uniform(-1.5, 1.5), 0, 0)]

def through(rng, side, v, lane=0.0):
    """From side (-1 room, +1 corridor) through the door to the other side; legs (x, y, speed, pause after)."""
    y = lane + rng.uniform(-0.25, 0.25)
    legs = [(side * 0.9, y, v, 0), (-side * 0.9, y + rng.uniform(-0.1, 0.1), v * rng.uniform(0.9, 1.1), 0)]
    if rng.random() < 0.4:                                      # turns off sideways behind the door
        legs.append((-side * rng.uniform(1.3, 2.2), rng.choice([-1, 1]) * rng.uniform(2.5, 5), v, 0))
    else:
        legs.append((-side * rng.uniform(2.5, 5.5), rng.uniform(-1.5, 1.5), v, 0))
    return legs

def linger(rng, side, tags, lo=0.6, hi=2.5, total=12.0):
    legs, t = [], 0.0
    while t < total:
        pause = rng.uniform(0.5, 5.0)
        legs.append((side * (rng.uniform(lo, hi) + reach(tags)), rng.uniform(-1.0, 1.0), rng.uniform(0.3, 0.9), pause))
        t += pause + 2.0
    return legs

def make_people(rng, kind):
    """List of (legs, tags, delay before moving)."""
    v = speed(rng)
    style = str(rng.choice(["bag", "hand", "body"], p=[0.45, 0.35, 0.2]))
    delay = rng.uniform(0.0, 3.0)
    if kind == "static_only":
        return []
    if kind == "opposite":
        out, t0 = [], rng.uniform(1.5, 3.0)
        lane = rng.uniform(0.2, 0.4)
        for side in (-1, 1):
            v = speed(rng)
            legs = start_far(rng, side) + through(rng, side, v, side * lane)
            need = abs(legs[0][0]) / v                          # both reach the line at about the same time
            out.append([legs, draw_tags(rng, style), t0 - need + rng.uniform(-1.2, 1.2)])
        early = min(o[2] for o in out)
        return [(o[0], o[1], o[2] - early + delay) for o in out]
    if kind in ("trolley_out", "trolley_wait"):
        style, v = "trolley", min(v, 1.6)
    if kind == "body_carried":
        style = "body"
    tags = draw_tags(rng, style)
    side = 1 if kind == "walk_in" else -1
    if kind in ("body_carried", "pass_by"):
        side = int(rng.choice([-1, 1]))
    elif kind in ("u_turn", "linger_then_leave", "linger_stay", "trolley_wait"):
        side = -1 if rng.random() < 0.8 else 1
    legs = start_far(rng, side)
    if kind in ("walk_out", "walk_in", "body_carried", "trolley_out"):
        legs += through(rng, side, v)
    elif kind == "out_and_back":
        far = rng.uniform(1.0, 3.0) + reach(tags)
        legs += through(rng, side, v)[:2]
        legs += [(far, rng.uniform(-0.8, 0.8), v, rng.uniform(0.3, 5.0))]
        legs += through(rng, 1, v)
    elif kind == "u_turn":
        near = 0.5 + min(rng.exponential(0.3), 2.0) + reach(tags) - 0.05
        legs += [(side * near, rng.uniform(-0.4, 0.4), v, rng.uniform(0, 1.0)), (side * rng.uniform(3, 5), 0.5, v, 0)]
    elif kind == "linger_then_leave":
        legs += linger(rng, side, tags, total=rng.uniform(4, 12)) + through(rng, side, v)
    elif kind == "linger_stay":
        legs += linger(rng, side, tags, total=rng.uniform(8, 22))
    elif kind == "trolley_wait":
        legs += [(side * (rng.uniform(0.6, 1.8) + reach(tags)), rng.uniform(-0.4, 0.4), v, rng.uniform(4, 15))]
        if rng.random() < 0.6:
            legs += [(side * rng.uniform(3, 5), rng.uniform(-1.5, 1.5), v, 0)]
    elif kind == "pass_by":                                     # along the wall, past the door
        x = side * (rng.uniform(0.6, 2.0) + reach(tags))
        e = rng.choice([-1, 1])
        legs = [(x, -e * rng.uniform(3, 5), 0, 0), (x + side * rng.uniform(0, 0.5), e * rng.uniform(3, 5), v, 0)]
    people = [(legs, tags, delay)]
    if rng.random() < 0.15 and kind in ("walk_out", "walk_in", "out_and_back", "body_carried", "trolley_out"):
        t2 = draw_tags(rng, "bag")
        side = -1 if rng.random() < 0.7 else 1
        l2 = linger(rng, side, t2, lo=0.8, total=12)
        l2 = [(x, float(np.sign(l2[0][1])) * (0.7 + abs(y)), v2, p) for x, y, v2, p in l2]   # beside the way
        people.append((l2, t2, 1.0))
    return people

def timeline(legs, delay):
    """Corner times and places of the body's centre, and the heading of each leg."""
    t, rows = delay, [(0.0, legs[0][0], legs[0][1]), (delay, legs[0][0], legs[0][1])]
    x, y, heads = legs[0][0], legs[0][1], []
    for lx, ly, v, pause in legs[1:]:
        d = np.hypot(lx - x, ly - y)
        if d > 0.01:
            heads.append((t, np.arctan2(ly - y, lx - x)))
        t += d / max(v, 0.3)
        rows.append((t, lx, ly))
        t += pause
        rows.append((t, lx, ly))
        x, y = lx, ly
    return np.array(rows), heads

def smooth(a, seconds):
    w = int(seconds / FINE) | 1
    c = np.cumsum(np.concatenate([[0.0], np.pad(a, w // 2, mode="edge")]))
    return (c[w:] - c[:-w]) / w

def body_track(rng, rows, heads, t):
    x = smooth(np.interp(t, rows[:, 0], rows[:, 1]), 0.4)
    y = smooth(np.interp(t, rows[:, 0], rows[:, 2]), 0.4)
    h = np.zeros(len(t))
    if heads:
        at = np.searchsorted([q[0] for q in heads], t, side="right") - 1
        h = np.unwrap([q[1] for q in heads])[np.maximum(at, 0)]
    path = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    f = rng.uniform(0.2, 0.4, 2)
    x = x + 0.02 * np.sin(2 * np.pi * f[0] * t + rng.uniform(0, 6))
    y = y + 0.02 * np.sin(2 * np.pi * f[1] * t + rng.uniform(0, 6))
    return x, y, smooth(h, 0.6), path

def draw_static(rng, m):
    k, out, cab = int(rng.integers(1, 6)), [], []
    for _ in range(k):
        cab.append(((-1 if rng.random() < 0.8 else 1) * rng.uniform(1.0, 5.0), rng.choice([-1, 1]) * rng.uniform(0.9, 3.0)))
    for _ in range(m):
        cx, cy = cab[rng.integers(k)]
        x = np.sign(cx) * max(0.8, abs(cx + rng.uniform(-0.4, 0.4)))
        out.append((x, cy + rng.uniform(-0.25, 0.25), rng.uniform(0.2, 1.9)))
    return np.array(out).reshape(-1, 3)

def make_trace(rng, kind):
    site = draw_site(rng)
    people = make_people(rng, kind)
    n_static = int(round(2 * 75 ** rng.random())) if kind == "static_only" or rng.random() < 0.46 else 0
    n_box = sum(len(p[1]) for p in people)
    site["total"] = max(site["total"], min(800.0, 3.0 * n_static + 6.0 * n_box))
    lines = [timeline(p[0], p[2]) for p in people]
    if lines:                                                   # too slow for 40 s: everybody hurries alike
        last = max(r[-1, 0] for r, _ in lines)
        squeeze = min(1.0, 38.0 / last)
        lines = [(r * np.array([squeeze, 1, 1]), [(q[0] * squeeze, q[1]) for q in hd]) for r, hd in lines]
        length = min(40.0, max(5.0, last * squeeze + rng.uniform(1.0, 3.0)))
    else:
        length = rng.uniform(5, 20)
    t = np.arange(int(length / FINE)) * FINE
    cols, crossings, moves, bodies = [], [], [], []             # one entry per tag
    for who, (rows, heads) in enumerate(lines):
        bx, by, h, path = body_track(rng, rows, heads, t)
        bodies.append((bx, by))
        swing, ph = rng.uniform(0.0, 0.1), rng.uniform(0, 6.28)
        for fwd, left, z, gain, loss in people[who][1]:
            f = fwd + swing * np.sin(4.5 * path + ph)
            tx = bx + f * np.cos(h) - left * np.sin(h)
            ty = by + f * np.sin(h) + left * np.cos(h)
            i = np.nonzero((tx[:-1] < 0) != (tx[1:] < 0))[0]
            tc = t[i] + FINE * tx[i] / (tx[i] - tx[i + 1])
            crossings.append([{"t_us": int(round(1e6 * c)), "direction": "OUT" if tx[j] < 0 else "IN"} for c, j in zip(tc, i)])
            moves.append(bool(np.hypot(np.ptp(tx), np.ptp(ty)) > 0.3))
            cols.append((tx[::STEP], ty[::STEP], z, gain, loss, who))
    for x, y, z in draw_static(rng, n_static):
        one = np.ones(len(t[::STEP]))
        crossings, moves = crossings + [[]], moves + [False]
        cols.append((x * one, y * one, z, rng.normal(-2.0, 3.0), 0.0, -1))
    m, slots, prefix = len(cols), len(t[::STEP]), "%016X" % (0x3034257BF4000000 + int(rng.integers(1 << 24)))
    epcs = [prefix + "%08X" % v for v in rng.choice(1 << 24, m, replace=False)] if m else []
    reads = simulate(rng, site, cols, bodies, slots) if m else []
    labels = {}
    for _, _, i, _ in reads:
        labels.setdefault(epcs[i], {"crossings": crossings[i], "moves": moves[i]})
    text = "".join('{"t_us": %d, "antenna": %d, "epc": "%s", "rssi_dbm": %.1f}\n' % (u, a, epcs[i], r) for u, a, i, r in reads)
    return text, labels

def simulate(rng, site, cols, bodies, slots):
    X, Y = np.column_stack([c[0] for c in cols]), np.column_stack([c[1] for c in cols])
    Z, gain, loss, who = (np.array([c[k] for c in cols]) for k in (2, 3, 4, 5))
    n_ant, dt, out = len(site["ids"]), STEP * FINE, []
    turn = (np.arange(slots) // site["dwell"] + rng.integers(n_ant)) % n_ant
    for k, a in enumerate(site["ids"]):
        p = site["pos"][k]
        sel = np.nonzero(turn == k)[0] if site["robin"] else np.arange(slots)
        x, y = X[sel], Y[sel]
        link = plain_link(site, k, x, y, Z) + gain + rng.normal(0, 1.2, len(cols))
        kx, ky, kz, ph = site["waves"][k]
        for q in range(8):
            link += site["fade_sd"] * 0.5 * np.cos(kx[q] * x + ky[q] * y + kz[q] * Z + ph[q])
        for b, (bx, by) in enumerate(bodies):
            bx, by = bx[::STEP][sel][:, None], by[::STEP][sel][:, None]
            own = who == b
            if own.any():                                       # carrier's shadow: full when he stands in between
                ox, oy = bx - x[:, own], by - y[:, own]
                ux, uy = p[0] - x[:, own], p[1] - y[:, own]
                c = (ox * ux + oy * uy) / (np.hypot(ox, oy) * np.hypot(ux, uy) + 1e-6)
                link[:, own] -= loss[own] * np.clip(c + 0.2, 0, 1.2) / 1.2
            if not own.all():                                   # somebody else in the path
                ux, uy = p[0] - x[:, ~own], p[1] - y[:, ~own]
                f = np.clip(((bx - x[:, ~own]) * ux + (by - y[:, ~own]) * uy) / (ux * ux + uy * uy + 1e-6), 0, 1)
                d2 = (x[:, ~own] + f * ux - bx) ** 2 + (y[:, ~own] + f * uy - by) ** 2
                link[:, ~own] -= site["block"] * np.exp(-d2 / 0.25 ** 2)
        prob = 1 / (1 + np.exp(np.clip(-(link - site["l50"]) / site["scale"], -30, 30)))
        prob[prob < 0.003] = 0
        busy = np.maximum(prob.sum(axis=1, keepdims=True), 1.0)
        rate = prob * np.minimum(site["lone"], site["total"] / busy)
        if not site["robin"]:
            rate = rate / n_ant
        count = rng.poisson(rate * dt)
        si, ti = np.nonzero(count)
        rep = np.repeat(np.arange(len(si)), count[si, ti])
        si, ti = si[rep], ti[rep]
        us = np.int64(1e6 * dt * (sel[si] + rng.random(len(si))))
        rssi = site["rssi50"] + site["ways"] * (link[si, ti] - site["l50"]) + rng.normal(0, site["noise"], len(si))
        rssi = np.round(rssi / site["quant"]) * site["quant"]
        out += [(int(u), a, int(i), float(r)) for u, i, r in zip(us, ti, rssi)]
    out.sort()
    return out

def main():
    seed, n, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.makedirs(folder, exist_ok=True)
    ants = [{"id": a, "zone": "INSIDE" if a <= 2 else "OUTSIDE"} for a in (1, 2, 3, 4)]
    with open(os.path.join(folder, "portal.json"), "w") as f:
        json.dump({"code": "P-101", "antennas": ants}, f)
    labels = {}
    for k in range(n):
        kind = KINDS[k % len(KINDS)]
        text, tags = make_trace(np.random.default_rng([seed, k]), kind)
        name = "t%04d.jsonl" % k
        with open(os.path.join(folder, name), "w") as f:
            f.write(text)
        labels[name] = {"kind": kind, "tags": tags}
    with open(os.path.join(folder, "labels.json"), "w") as f:
        json.dump(labels, f, indent=1)

if __name__ == "__main__":
    main()
