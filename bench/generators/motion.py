#!/usr/bin/env python3
"""Labelled RFID traces at an exit gate, as a small game simulation.   python3 motion.py SEED N DIR

ASSUMPTIONS
Axes: x across the line (room x<0, outside x>0), y along the wall, z up. The doorway is |y|<w/2, w 0.9-2 m, in a wall at x=0.
People (100 Hz simulation): accelerate 1-2.5 m/s2, brake, turn at 3-7 rad/s, cruise at 0.5-3 m/s, sidestep each other, may slow or stop at
  the door to open it (0.6-1 m before the line), hold it from the far side, queue behind each other, let each other pass, come back.
  Laptops: in the swinging hand, bag in the hand, shoulder bag, backpack, at the chest, under the arm; hand items may change sides.
  Arm swing grows with speed and is 0 when standing. Trolleys (50 tags, box 0.55x0.4x0.8 m) are pushed (ahead) or pulled (trailing).
Labels: by the tag's own x. A crossing is a change of side reaching 0.15 m beyond; its time is where x=0. Traces in which a tag wobbles on
  the line, turns less than 0.2 m from it, or crosses at a tag speed outside 0.45-3.3 m/s (an arm in swing up to 6) are drawn again.
  A tag that starts outside and comes in crosses IN; "moves": farther than 0.3 m from its first position at some time in the trace.
Radio, per site: RSSI = R1 - 20 n log10 d + 2*(pattern + tag orientation + fade + body + wall) + shadow + cable + noise
  R1 -36..-45 dBm at 1 m, n 1.7-2.3 (two-way), cos^m power pattern m 1-3.5 with back lobe -9..-18 dB (one way), Gaussian noise 1-2.5 dB,
  fades: Rician field of 10 plane waves of 0.33 m per antenna, K 3-11 dB, plus a scattered wave from every person (so standing tags
  flicker when somebody passes); shadow: smooth field of 1-4 m, sigma 1-3 dB; people block the straight path by 3-8 dB one way by
  clearance (cylinder 1.8 m high: the carrier's own body too, hence body loss by angle); tags against the body lose 0.5-3 dB more each way.
  Wall 2-8 dB one way outside the opening. A read succeeds by a logistic in RSSI about a floor of -73..-80 dBm, and 2-10 % are lost.
Air: antennas take turns (order 1234 or 1324, dwell 40-200 ms, or one round each), inventory rounds with all powered tags drawn anew, in
  random order (in half of the sites the longest unread first, as sessions with flags do), 200-400 reads/s when busy, 4-12 ms overhead a round. So with 150 tags in sight a carried tag gets few reads.
Mounts: posts beside the door, ceiling, or one frame above it. Antennas 0.1-0.5 m from the line. RSSI in steps of 0.1, 0.5 or 1 dB.
Standing tags: 0-150, cabinet 2 m inside (hard), shelves/desks 2-5 m inside, in 1 site of 8 a few 2-4 m outside.
meta.json (extra): site, and per crossing tag speed and reads within 0.5 s of the line.
"""
import sys, os, json, math, random
import numpy as np

DT = 0.01
K0 = 2 * math.pi / 0.33
def wrap(a): return (a + math.pi) % (2 * math.pi) - math.pi

# ------------------------------------------------------------------ people
class Person:
    def __init__(s, R, x, y, v, heading=None):
        s.x, s.y, s.v = x, y, 0.0
        s.R, s.cruise = R, v
        s.h = (0.0 if x < 0 else math.pi) if heading is None else heading
        s.a, s.b, s.turn = R.uniform(1.0, 2.5), R.uniform(1.5, 3.0), R.uniform(3, 7)
        s.plan, s.leader, s.timer = [], None, 0.0
        s.ph, s.ampf = R.uniform(0, 6.28), R.uniform(.5, 1.1)
        s.trolley = None; s.th = s.h
        s.items = []; s.log = []; s.done = False
    def go(s, x, y, v=None, stop=False): s.plan.append(['go', x, y, v or s.cruise, stop]); return s
    def wait(s, t, face=None): s.plan.append(['wait', t, face]); return s
    def until(s, f, face=None): s.plan.append(['until', f, face]); return s
    def face(s, ang, dt):
        d = wrap(ang - s.h); s.h = wrap(s.h + max(-s.turn * dt, min(s.turn * dt, d))); return abs(d)
    def step(s, t, world, W):
        vt = 0.0; mx = my = 0.0; slide = None
        if not s.plan: s.done = True
        else:
            p = s.plan[0]
            if p[0] == 'go':
                dx, dy = p[1] - s.x, p[2] - s.y; d = math.hypot(dx, dy)
                ang = math.atan2(dy, dx)
                if d < 0.06 + s.v * DT * 2 or (not p[4] and d < 0.25):
                    s.plan.pop(0); vt = 0.0 if p[4] else s.v
                else:
                    off = s.face(ang, DT)
                    vn = 0.0
                    if not p[4] and len(s.plan) > 1 and s.plan[1][0] == 'go':
                        q = s.plan[1]; turn = abs(wrap(math.atan2(q[2] - p[2], q[1] - p[1]) - ang))
                        vn = q[3] if turn < .7 else .5
                    vt = min(p[3], math.sqrt(vn * vn + 2 * s.b * .7 * d) + .03)
                    if off > .8: vt = min(vt, .15)
                    L = s.leader
                    if L is not None and not L.done:
                        gap = math.hypot(L.x - s.x, L.y - s.y)
                        if math.cos(math.atan2(L.y - s.y, L.x - s.x) - s.h) > .3:
                            lim = max(0, (gap - .65) * 1.4)
                            if abs(s.x) < 1: lim = max(lim, .6)
                            vt = min(vt, lim)
                slide = ang
            elif p[0] == 'wait':
                s.timer += DT
                if p[2] is not None: s.face(p[2], DT)
                if s.timer >= p[1]: s.timer = 0; s.plan.pop(0)
            else:
                if p[2] is not None: s.face(p[2], DT)
                s.timer += DT
                if p[1]() or s.timer > 15: s.timer = 0; s.plan.pop(0)
        s.v += max(-s.b * DT * 1.3, min(s.a * DT, vt - s.v)); s.v = max(s.v, 0)
        s.x += s.v * math.cos(s.h) * DT; s.y += s.v * math.sin(s.h) * DT
        if s.v > .1:
            for o in world:                       # sidestep
                if o is not s:
                    ex, ey = s.x - o.x, s.y - o.y; d = math.hypot(ex, ey)
                    if d < .9: s.y += (1 if ey >= 0 else -1) * .6 * (.9 - d) * DT
            if abs(s.x) < .4: 
                m = max(.05, W / 2 - .28)
                s.y += (max(-m, min(m, s.y)) - s.y) * .1
        s.ph += 2 * math.pi * (.65 + .25 * s.v) * DT
        if s.trolley == 'pull': s.th = wrap(s.th + s.v / .8 * math.sin(wrap(s.h - s.th)) * DT)
        else: s.th = s.h
        sway = .02 * math.sin(s.ph) * min(1, s.v)
        s.log.append((s.x - sway * math.sin(s.h), s.y + sway * math.cos(s.h), s.h, s.v, s.ph, s.th))

CARRY = {  # forward, side, z, swing, against-body dB
 'hand': (.05, .30, .75, 1, 0), 'bag_hand': (0, .30, .55, .6, 0), 'shoulder_bag': (-.05, .27, .9, .15, .5),
 'backpack': (-.27, 0, 1.2, 0, .8), 'chest': (.26, 0, 1.15, 0, 1.6), 'under_arm': (.02, .22, 1.1, .1, 2.0)}

def give(R, p, mode=None, n=None, swap=None):
    n = n or R.choice([1, 1, 1, 1, 2, 3])
    for _ in range(n):
        m = mode or R.choice(list(CARRY))
        f, sd, z, sw, bd = CARRY[m]
        p.items.append(dict(mode=m, f=f + R.uniform(-.04, .04), s=sd * R.choice([-1, 1]), z=z + R.uniform(-.1, .1), sw=sw,
             bd=R.uniform(.3, 1.5) * bd, swap=(swap if swap is not None else (R.uniform(1, 6) if m in ('hand', 'bag_hand') and R.random() < .2 else None))))
def load(R, p, how=None, n=50):
    p.trolley = how or R.choice(['push', 'push', 'pull']); p.turn = R.uniform(1.2, 2.2); p.a = R.uniform(.7, 1.4); p.th = p.h
    for _ in range(n):
        p.items.append(dict(mode='trolley', f=R.uniform(-.27, .27), s=R.uniform(-.2, .2), z=R.uniform(.25, 1.05), sw=0, bd=0, swap=None))

def item_path(p, it, L):
    x, y, h, v, ph, th = L.T
    if it['mode'] == 'trolley':
        c, s = np.cos(th), np.sin(th); D = .8 if p.trolley == 'push' else -.95
        return np.stack([x + (D + it['f']) * c - it['s'] * s, y + (D + it['f']) * s + it['s'] * c, np.full(len(x), it['z'])], 1)
    A = np.minimum(.25, .12 * v) * p.ampf * it['sw'] * (1 if it['s'] > 0 else -1)
    f = it['f'] + A * np.sin(ph); s = np.full(len(x), it['s'])
    if it['swap'] is not None:
        u = np.clip((np.arange(len(x)) * DT - it['swap']) / .9, 0, 1); u = u * u * (3 - 2 * u)
        s = it['s'] * np.cos(math.pi * u); f = f * (1 - np.sin(math.pi * u)) + .27 * np.sin(math.pi * u)
    z = it['z'] + .02 * np.cos(2 * ph) * np.minimum(1, v)
    return np.stack([x + f * np.cos(h) - s * np.sin(h), y + f * np.sin(h) + s * np.cos(h), z], 1)

# ------------------------------------------------------------------ scenes
KINDS = ['walk_out', 'walk_in', 'run_out', 'u_turn', 'turn_back', 'turn_round_at_door', 'linger_inside', 'linger_then_out', 'linger_outside',
         'cabinet_bystander', 'crowd_walk_out', 'crowd_turn_back', 'body_out', 'body_in', 'side_change_out', 'two_opposite', 'meet_in_doorway',
         'hold_door', 'queue_out', 'come_back', 'trolley_out', 'trolley_in', 'trolley_waiting', 'trolley_wait_then_out', 'trolley_turn_back']
def speed(R, lo=.5, hi=3.0): return R.uniform(lo, hi) if R.random() < .5 else min(hi, max(lo, R.gauss(1.3, .25)))
def scene(R, kind, W):
    U = R.uniform; ppl = []
    def P(side, v=None, far=None, y=None):
        p = Person(R, side * (far or U(2, 5)), U(-1.8, 1.8) if y is None else y, v or speed(R)); ppl.append(p); return p
    def dy(): m = max(.05, W / 2 - .35); return U(-m, m)
    def door(p, side, style=None, y=None, pad=0.):          # approach the line from `side`, and what one does there
        y = dy() if y is None else y; st = style or R.choice(['none', 'none', 'slow', 'open'])
        if st == 'slow': p.go(side * (U(.7, 1.1) + pad), y, max(.55, p.cruise * U(.5, .8)))
        elif st == 'open': p.go(side * (U(.65, 1.0) + pad), y, stop=True).wait(U(.3, 1.5))
        elif R.random() < .7: p.go(side * (U(.8, 1.3) + pad), y)
        return y
    def through(p, side, style=None, far=None, pad=0.):
        y = door(p, side, style, pad=pad)
        v = max(.55, p.cruise * U(.6, .9)) if R.random() < .2 else p.cruise
        p.go(-side * (.9 + pad), y + U(-.1, .1), v); p.go(-side * (far or U(3, 6)), U(-2, 2), stop=True)
    def mill(p, side, n, near=.75):
        for _ in range(n):
            p.go(side * U(near, 3.0), U(-1.5, 1.5), U(.5, 1.2), stop=True).wait(U(.3, 2.5), R.choice([None, U(-3, 3)]))
    nst = R.choice([0, R.randint(1, 20), R.randint(20, 60), R.randint(60, 150)])
    if kind in ('walk_out', 'walk_in'):
        p = P(-1 if kind == 'walk_out' else 1); give(R, p); p.wait(U(0, 2)); through(p, -1 if kind == 'walk_out' else 1)
    elif kind == 'run_out':
        p = P(-1, U(2.0, 3.0), U(3, 6)); p.a = U(2, 3.5); give(R, p); through(p, -1, 'none')
    elif kind == 'u_turn':
        s = R.choice([-1, -1, 1]); p = P(s); give(R, p); y = door(p, s)
        p.go(-s * U(.9, 2.5), y, stop=True).wait(U(0, 3)); y = door(p, -s, 'none'); p.go(s * .9, y).go(s * U(2, 5), U(-2, 2), stop=True)
    elif kind in ('turn_back', 'crowd_turn_back'):
        s = R.choice([-1, -1, -1, 1]); p = P(s); give(R, p)
        p.go(s * U(.55, 1.3), dy(), stop=True).wait(U(0, 2)).go(s * U(2, 5), U(-2, 2), stop=True)
    elif kind == 'turn_round_at_door':      # stands near the door, looks about, turns, goes back or out
        p = P(-1); give(R, p); p.go(-U(.65, 1.2), dy(), stop=True)
        for _ in range(R.randint(2, 4)): p.wait(U(.5, 1.8), U(-3.1, 3.1))
        if R.random() < .5: p.go(-U(2, 4), U(-2, 2), stop=True)
        else: p.go(.9, dy()).go(U(3, 5), U(-2, 2), stop=True)
    elif kind == 'linger_inside': p = P(-1, far=U(1, 3)); give(R, p); mill(p, -1, R.randint(4, 7))
    elif kind == 'linger_outside': p = P(1, far=U(1, 4)); give(R, p); mill(p, 1, R.randint(2, 5)); p.go(U(.8, 2.5), R.choice([-4, 4]), 1.4, stop=True)
    elif kind == 'linger_then_out': p = P(-1, far=U(1, 3)); give(R, p); mill(p, -1, R.randint(2, 4)); through(p, -1)
    elif kind == 'cabinet_bystander':       # nobody carries a tag; they pass, or fetch nothing
        nst = R.randint(20, 150)
        for _ in range(R.randint(1, 3)):
            p = P(R.choice([-1, 1])); p.wait(U(0, 3))
            if R.random() < .6: through(p, 1 if p.x > 0 else -1)
            else: mill(p, -1 if p.x < 0 else 1, 3)
    elif kind == 'crowd_walk_out': p = P(-1); give(R, p); p.wait(U(0, 2)); through(p, -1)
    elif kind in ('body_out', 'body_in'):
        s = -1 if kind == 'body_out' else 1; p = P(s); give(R, p, R.choice(['chest', 'under_arm', 'backpack', 'under_arm', 'chest'])); through(p, s)
        for it in p.items: it['bd'] += U(.5, 1.2)
    elif kind == 'side_change_out':
        p = P(-1, U(.6, 1.6)); give(R, p, R.choice(['hand', 'bag_hand']), 1, swap=U(.5, 4)); through(p, -1)
    elif kind == 'two_opposite':
        a, b = P(-1), P(1); a.wait(U(0, 1.2)); b.wait(U(0, 1.2)); give(R, a)
        if R.random() < .7: give(R, b)
        m = max(.12, W / 4); sg = R.choice([-1, 1])
        for q, s, yy in ((a, -1, m * sg), (b, 1, -m * sg)): q.go(s * 1.0, yy).go(-s * .9, yy).go(-s * U(3, 5), U(-2, 2), stop=True)
    elif kind == 'meet_in_doorway':         # both at the door; one gives way, steps aside, goes after
        a, b = P(-1, U(.7, 1.6)), P(1, U(.7, 1.6)); give(R, a); give(R, b) if R.random() < .8 else None
        f, l, s = (a, b, -1) if R.random() < .5 else (b, a, 1)      # f goes first from side s; l comes from -s
        f.go(s * .95, 0, stop=True).wait(U(.5, 1.6)).go(-s * .9, dy()).go(-s * U(3, 5), U(-2, 2), stop=True)
        k = R.choice([-1, 1]); l.go(-s * .8, 0, stop=True).wait(U(.1, .8)).go(-s * U(.9, 1.2), k * U(.6, .9), .7, stop=True)
        l.until(lambda: f.x * -s > .9, math.pi if s < 0 else 0)
        if R.random() < .75: l.go(-s * .6, 0).go(s * .9, 0).go(s * U(3, 5), U(-2, 2), stop=True)
        else: l.go(-s * U(2, 4), U(-2, 2), stop=True)       # thinks better of it
    elif kind == 'hold_door':               # goes through, holds the door for the next from the far side
        s = R.choice([-1, -1, 1]); a, b = P(s, U(.8, 1.6), 2), P(s, U(.8, 1.8), U(3, 5)); give(R, a); give(R, b) if R.random() < .8 else None
        b.go(s * 1.6, 0); b.until(lambda: a.x * -s > .5); k = R.choice([-1, 1])
        door(a, s, 'open', 0); a.go(-s * U(.75, 1), k * U(.4, .7), stop=True).until(lambda: b.x * -s > 1.3, math.pi if s < 0 else 0)
        b.go(s * .9, -k * .1).go(-s * 1.0, -k * .15).go(-s * U(3, 6), -k * U(.3, 2), stop=True)
        if R.random() < .7: a.go(-s * U(3, 5), k * U(.6, 2), stop=True)
        else: a.go(s * .9, 0).go(s * 3, U(-1, 1), stop=True)      # only held it; goes back
    elif kind == 'queue_out':
        prev = None; n = R.randint(3, 5); y = U(-.2, .2)
        for i in range(n):
            p = P(-1, U(.7, 1.6), 1.6 + .8 * i, y + U(-.15, .15)); p.leader = prev
            if R.random() < .75 or i == 0: give(R, p, n=1)
            p.go(-U(.8, .95), y, stop=True)
            if prev is not None: p.until(lambda q=prev: q.x > .9 or (q.done and q.x < -1.5))
            p.wait(U(.1, .7))
            if i and R.random() < .12: p.go(-2.5, R.choice([-1.5, 1.5]), stop=True)      # leaves the queue
            else: p.go(.9, y).go(U(3, 6), U(-2, 2), stop=True)
            prev = p
    elif kind == 'come_back':               # out, stops, back for something, out again
        p = P(-1, U(1, 2.2), U(2, 3)); give(R, p); through(p, -1, 'none', U(2, 3)); p.wait(U(.5, 2)); through(p, 1, None, U(1.5, 3))
        if R.random() < .7: p.wait(U(.5, 2)); through(p, -1, None, U(2, 4))
    elif kind in ('trolley_out', 'trolley_in'):
        s = -1 if kind == 'trolley_out' else 1; p = P(s, U(.55, 1.6), U(3, 5), U(-.6, .6)); load(R, p); through(p, s, pad=1.0, far=U(4, 6))
    elif kind == 'trolley_turn_back':
        p = P(-1, U(.55, 1.4), U(3.5, 5), U(-.6, .6)); load(R, p); p.go(-U(1.7, 2.4), dy(), stop=True).wait(U(0, 2)).go(-U(4, 6), U(-2, 2), stop=True)
    elif kind in ('trolley_waiting', 'trolley_wait_then_out'):
        p = P(-1, U(.55, 1.4), U(2.2, 4), U(-.8, .8)); load(R, p, 'push'); still = kind == 'trolley_waiting' and R.random() < .5
        if not still: p.go(-U(1.8, 2.6), dy() * 1.5, stop=True)
        p.wait(U(5, 12))
        if kind == 'trolley_wait_then_out': through(p, -1, 'none', pad=.8, far=U(4, 6))
        if kind == 'trolley_waiting' or R.random() < .4:
            q = P(R.choice([-1, 1]), far=U(3, 5)); q.wait(U(0, 2)); give(R, q) if R.random() < .7 else None
            s = 1 if q.x > 0 else -1; yy = (-1 if p.y > 0 else 1); m = max(.1, W / 2 - .35)
            q.go(s * 1.2, yy * m).go(-s * .9, yy * m).go(-s * 4.5, yy * 1.5, stop=True)
    if kind.startswith('crowd'): nst = R.randint(90, 150)
    if 'trolley' in kind: nst = min(nst, 60)
    if R.random() < .15 and len(ppl) < 4:   # somebody else about, without tags
        q = P(R.choice([-1, 1]), U(.6, 1.6), U(1.2, 3), R.choice([-1.6, 1.6])); s = 1 if q.x > 0 else -1
        q.go(s * U(1, 3), -q.y, stop=True)
    return ppl, nst

# ------------------------------------------------------------------ site and radio
def make_site(R, hard):
    U = R.uniform; W = U(.9, 2.0); mount = R.choice(['posts', 'ceiling', 'frame']); ants = []
    gap, zz, tilt, yaw = U(.1, .5), U(1.0, 1.6), U(35, 65), U(10, 45)
    for i in range(4):
        sx = -1 if i < 2 else 1; sy = -1 if i % 2 == 0 else 1
        j = lambda s: R.gauss(0, s)
        if mount == 'posts':
            pos = (sx * gap, sy * (W / 2 + .12), zz + j(.05)); a = math.radians(yaw + j(4)); d = (sx * math.cos(a), -sy * math.sin(a), j(.05))
        else:
            z = U(2.3, 2.8) if mount == 'ceiling' else 2.2; a = math.radians(tilt + j(4))
            pos = (sx * (gap if mount == 'ceiling' else max(.1, gap * .6)), sy * W * .25, z); d = (sx * math.sin(a), j(.08), -math.cos(a))
        n = math.sqrt(sum(c * c for c in d)); ants.append((pos, tuple(c / n for c in d), R.gauss(0, .8)))
    return dict(W=W, mount=mount, ants=ants, R1=U(-45, -36), n=U(1.7, 2.3), m=U(1, 3.5), back=U(-18, -9), noise=U(1, 2.5), K=U(3, 11), sh=U(1, 3),
      Lb=U(3, 8), wall=U(2, 8), floor=U(-80, -73), miss=U(.02, .1), rate=U(200, 400), over=U(.004, .012), dwell=R.choice([0, U(.04, .1), U(.1, .2)]),
      order=R.choice([[0, 1, 2, 3], [0, 2, 1, 3]]), q=R.choice([.1, .5, .5, 1]), scat=U(.05, .25), fair=R.random() < .5)

def statics(R, n, hard):
    out = []; U = R.uniform
    if n == 0: return out
    cab = hard or R.random() < .5; cx, cy = -2 + U(-.1, .1), U(-1.3, 1.3); side = R.choice([-1, 1])
    if R.random() < .3: cx, cy = -U(.9, 1.6), side * U(1.5, 2.0)      # two metres off, beside the way
    desks = [(-U(2, 5), U(-3, 3)) for _ in range(4)]
    for i in range(n):
        if cab and (hard or i < n * .7): out.append((cx + U(-.25, .25), cy + U(-.45, .45), U(.2, 1.8)))
        else: d = R.choice(desks); out.append((d[0] + U(-.4, .4) if d[0] < -2.4 else d[0] - U(0, .6), d[1] + U(-.5, .5), U(.6, 1.2)))
    if R.random() < .125: out += [(U(2, 4), U(-2, 2), U(.6, 1.2)) for _ in range(R.randint(1, 5))]
    return out

def channel(S, G, pos, tagloss, ppl):
    """pos (T,N,3), tagloss (N,) dB one way, ppl (T,P,2) -> (4,T,N) mean RSSI"""
    T, N, _ = pos.shape; out = np.empty((4, T, N), np.float32)
    for a, (ap, ad, cab) in enumerate(S['ants']):
        v = pos - np.array(ap); d = np.maximum(np.sqrt((v ** 2).sum(-1)), .2); c = (v @ np.array(ad)) / d
        back = 10 ** (S['back'] / 10); g = 10 * np.log10(np.maximum(np.clip(c, 0, 1) ** S['m'], back * (1 - .5 * np.abs(c))))
        h = np.ones((T, N), complex); amp = 10 ** (-S['K'] / 20) / math.sqrt(10)
        for u, ph in G['w'][a]: h += amp * np.exp(1j * (K0 * (pos @ u) + ph))
        one = g + tagloss
        for k in range(ppl.shape[1]):
            q = ppl[:, k, None, :]; ta = v[..., :2]; pa = q - np.array(ap[:2])
            u = np.clip((pa * ta).sum(-1) / np.maximum((ta ** 2).sum(-1), .01), 0, 1)
            dist = np.sqrt(((pa - u[..., None] * ta) ** 2).sum(-1)); z = ap[2] + u * v[..., 2]
            one = one - S['Lb'] * np.clip((.29 - dist) / .16, 0, 1) * np.clip((1.85 - z) / .2, 0, 1)
            dp = np.sqrt(((pos[..., :2] - q) ** 2).sum(-1)); da = np.sqrt((pa ** 2).sum(-1) + .6)
            h += S['scat'] / np.maximum(dp, .4) * np.exp(1j * K0 * (dp + da - d)) * np.clip(1.5 / np.maximum(da, .5), 0, 1)
        one = one + np.maximum(20 * np.log10(np.abs(h) + 1e-6), -13)
        cr = ap[0] * pos[..., 0] < 0; f = np.where(cr, -ap[0] / np.where(cr, v[..., 0], 1), 0)
        yc, zc = ap[1] + f * v[..., 1], ap[2] + f * v[..., 2]
        one = one - S['wall'] * (cr & ((np.abs(yc) > S['W'] / 2 + .15) | (zc > 2.3)))
        sh = sum(S['sh'] * math.sqrt(2 / 6) * np.cos(pos @ u + ph) for u, ph in G['s'][a])
        out[a] = S['R1'] + cab - 20 * S['n'] * np.log10(d) + 2 * one + sh
    return out

def crossings(x):
    """-> list of (t, dir, speed) or None if unfair"""
    side = np.where(x > .15, 1, np.where(x < -.15, -1, 0)); cur = 0; last = 0; out = []
    z = np.nonzero((x[:-1] < 0) != (x[1:] < 0))[0]
    nz = np.nonzero(side)[0]
    if len(nz) == 0 or nz[0] != 0 or nz[-1] != len(x) - 1: return None
    fl = [(nz[i], nz[i + 1]) for i in range(len(nz) - 1) if side[nz[i]] != side[nz[i + 1]]]
    if len(z) != len(fl): return None
    for k in z:
        f = x[k] / (x[k] - x[k + 1]); out.append(((k + f) * DT, 'OUT' if x[k + 1] > x[k] else 'IN', abs(x[k + 1] - x[k]) / DT))
    if not out and np.abs(x).min() < .2: return None
    return out

def attempt(R, kind):
    hard = kind in ('cabinet_bystander', 'crowd_walk_out', 'crowd_turn_back') and R.random() < .75
    S = make_site(R, hard); ppl, nst = scene(R, kind, S['W']); st = statics(R, nst, hard)
    t = 0; tail = R.uniform(1.2, 2.5); fin = None
    while t < 40:
        for p in ppl: p.step(t, ppl, S['W'])
        t += DT
        if fin is None and all(p.done for p in ppl): fin = t
        if fin is not None and t > fin + tail and t > 5.2: break
    Ls = [np.array(p.log) for p in ppl]; n = len(Ls[0]); paths = []; loss = []; meta = []
    for p, L in zip(ppl, Ls):
        for it in p.items:
            paths.append(item_path(p, it, L)); loss.append(-it['bd'] - (R.uniform(0, 2.8) if it['mode'] == 'trolley' else R.uniform(0, 2))); meta.append(it['mode'])
    cr = []
    for pa, m in zip(paths, meta):
        c = crossings(pa[:, 0])
        if c is None: return None
        hi = 6 if m in ('hand', 'bag_hand', 'shoulder_bag') else 3.3
        if any(not .45 <= s <= hi or tt > n * DT - 1.0 or tt < .6 for tt, _, s in c): return None
        cr.append(c)
    if not paths and not st: return None
    g = np.random.default_rng(R.getrandbits(48))
    def unit(k):
        w = g.normal(size=(k, 3)); w[:, 2] *= .5; return w / np.linalg.norm(w, axis=1)[:, None]
    G = dict(w=[list(zip(unit(10), g.uniform(0, 6.28, 10))) for _ in range(4)],
             s=[list(zip(unit(6) * (2 * math.pi / g.uniform(1, 4, 6))[:, None], g.uniform(0, 6.28, 6))) for _ in range(4)])
    nm, ns = len(paths), len(st); pl = np.stack([L[:, :2] for L in Ls], 1) if ppl else np.zeros((n, 0, 2))
    grids = []
    if nm: grids.append((2, channel(S, G, np.stack(paths, 1)[::2], np.array(loss), pl[::2])))
    if ns:
        T4 = len(range(0, n, 4)); grids.append((4, channel(S, G, np.broadcast_to(np.array(st), (T4, ns, 3)), -g.uniform(0, 4, ns), pl[::4])))
    def at(a, t, idx=None):
        i = int(t / DT); return np.concatenate([M[a, min(i // s, M.shape[1] - 1)] for s, M in grids])
    # inventory
    reads = []; t = float(g.uniform(0, .02)); end = n * DT; ai = 0; slot = 1 / S['rate']; cnt = nm + ns; last = np.full(cnt, -1.0)
    while t < end:
        a = S['order'][ai % 4]; ai += 1; stop = t + S['dwell']
        while True:
            t += S['over'] * g.uniform(.8, 1.3)
            r = at(a, t); pw = 1 / (1 + np.exp(np.clip(-(r + g.normal(0, 1, cnt) - S['floor']) / .8, -30, 30))); on = np.nonzero(g.random(cnt) < pw)[0]; g.shuffle(on)
            if S['fair']: on = on[np.argsort(last[on] + .05 * g.random(len(on)), kind='stable')]
            for k in on:
                t += slot * g.uniform(.6, 1.4)
                if t >= end or (S['dwell'] and t > stop): break
                if g.random() < S['miss']: continue
                s, M = grids[0] if k < nm else grids[-1]; kk = k if k < nm else k - nm
                rs = M[a, min(int(t / DT) // s, M.shape[1] - 1), kk] + g.normal(0, S['noise'])
                last[k] = t
                reads.append((int(t * 1e6), a + 1, int(k), round(round(float(rs) / S['q']) * S['q'], 1)))
            if t >= end or not S['dwell'] or t >= stop: break
        t += .001
    epcs = set()
    while len(epcs) < cnt: epcs.add('3034257BF4' + '%014X' % R.getrandbits(56))
    epcs = sorted(epcs); R.shuffle(epcs)
    seen = {r[2] for r in reads}; tags = {}; extra = {}
    if not seen: return None
    for k in sorted(seen):
        c = cr[k] if k < nm else []
        mv = bool(k < nm and (np.linalg.norm(paths[k] - paths[k][0], axis=1) > .3).any())
        tags[epcs[k]] = {"crossings": [{"t_us": int(tt * 1e6), "direction": d} for tt, d, _ in c], "moves": mv}
        if c: extra[epcs[k]] = dict(carried=meta[k], speed=[round(s, 2) for _, _, s in c],
              reads_near=[sum(1 for r in reads if r[2] == k and abs(r[0] / 1e6 - tt) < .5) for tt, _, _ in c])
    unseen = sum(1 for k in range(nm) if k not in seen and cr[k])
    return reads, epcs, tags, dict(kind=kind, site={k: v for k, v in S.items() if k != 'ants'}, crossing=extra, standing=ns, crossing_never_read=unseen, seconds=round(end, 2))

def main():
    seed, N, D = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]; os.makedirs(D, exist_ok=True)
    json.dump({"code": "P-101", "antennas": [{"id": i, "zone": "INSIDE" if i < 3 else "OUTSIDE"} for i in (1, 2, 3, 4)]}, open(D + '/portal.json', 'w'))
    labels, metas, redraw = {}, {}, {}
    for i in range(N):
        kind = KINDS[i % len(KINDS)]; R = random.Random(seed * 1000003 + i); r = None
        while r is None:
            r = attempt(R, kind)
            if r is None: redraw[kind] = redraw.get(kind, 0) + 1
        reads, epcs, tags, m = r; name = '%04d_%s.jsonl' % (i, kind)
        with open(os.path.join(D, name), 'w') as f:
            f.write(''.join('{"t_us":%d,"antenna":%d,"epc":"%s","rssi_dbm":%.1f}\n' % (t, a, epcs[k], v) for t, a, k, v in reads))
        labels[name] = {"kind": kind, "tags": tags}; metas[name] = m
    json.dump(labels, open(D + '/labels.json', 'w'), indent=0); json.dump(metas, open(D + '/meta.json', 'w'))
    print('redrawn', redraw)
main()
