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

from literature_radio import ANT, Env, simulate
from literature_scene import DT, Epcs, build

# families come equally often, not their kinds
FAM = [['walk_out'], ['walk_in'], ['uturn_inside', 'uturn_outside'], ['linger'], ['static_walk_out', 'static_walk_in'],
       ['trolley_out', 'trolley_in'], ['opposite'], ['body_out', 'body_in'], ['static_only'],
       ['trolley_wait_leave', 'trolley_wait_stay']]


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
