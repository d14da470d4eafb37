#!/usr/bin/env python3
"""Labelled traces of an exit gate as one writes them down first: plain.py SEED N DIR

Loss of one way, log-distance with an exponent of 1.6 to 3.2; antennas 0.25 to 1.7 m off the line, round or with 5 to 16 dB front to back along
the way; no bodies, no fades in space, 1 to 4.5 dB of normal noise on each read by itself; every tag as likely to be read as the next;
30 to 800 reads/s; steps of 0, 0.5 or 1 dB. A site is drawn again when its balance swings by less than 3 dB from 0.75 m inside to 0.75 m outside:
nobody hangs antennas that cannot tell the zones apart.
"""
import json
import math
import os
import random
import sys

KINDS = ["walk_out", "walk_in", "uturn", "linger", "static_only", "opposite", "trolley_out", "trolley_wait", "crowd_out"]
FAR_M = 4.0


class Site:
    def __init__(self, dice):
        while True:
            self.off = dice.uniform(0.25, 1.7)
            self.beside = dice.uniform(0.3, 1.1)
            self.height = dice.uniform(0.5, 2.3)
            self.at_1m = dice.uniform(-55, -38)
            self.exponent = dice.uniform(1.6, 3.2)
            self.back_db = dice.choice([0, dice.uniform(5, 16)])
            if self.balance(0.75) - self.balance(-0.75) >= 3:
                break
        self.noise_db = dice.uniform(1, 4.5)
        self.step_db = dice.choice([0, 0.5, 0.5, 1])
        self.rate = dice.choice([30, 60, 120, 250, 500, 800])
        self.dwell = dice.choice([0.01, 0.02, 0.05, 0.1, 0.2])
        self.floor = dice.uniform(-82, -68)
        self.order = dice.choice([[1, 2, 3, 4], [1, 3, 2, 4]])

    def dbm(self, antenna, x, y=0.0):
        outward = -1 if antenna <= 2 else 1
        along = x - outward * self.off
        beside = self.beside if antenna % 2 else -self.beside
        away = max(0.3, math.sqrt(along**2 + (beside - y) ** 2 + self.height**2))
        facing = along / away * outward
        return self.at_1m - 10 * self.exponent * math.log10(away) - self.back_db * (1 - facing) / 2

    def balance(self, x):
        return self.dbm(3, x) + self.dbm(4, x) - self.dbm(1, x) - self.dbm(2, x)


class Tag:
    def __init__(self, number, place, crossings=(), moves=False, loss=0.0, y=0.0):
        self.epc = "3034257BF4%014X" % number
        self.place, self.crossings, self.moves, self.loss, self.y = place, list(crossings), moves, loss, y


def walker(dice, number, start, sign, ahead=0.0, loss=0.0, y=0.0):
    speed = dice.uniform(0.5, 3) if not isinstance(start, tuple) else start[1]
    begin = start[0] if isinstance(start, tuple) else start
    crossing = begin + (FAR_M - sign * ahead) / speed
    place = lambda t: sign * (min(max(0.0, t - begin) * speed, 2 * FAR_M) - FAR_M) + ahead
    return Tag(number, place, [(crossing, "OUT" if sign > 0 else "IN")], True, loss, y), begin + 2 * FAR_M / speed


def trolley(dice, first, seconds_waiting):
    begin, speed, wait_at = dice.uniform(0, 1), dice.uniform(0.5, 1.6), dice.uniform(-2.4, -1.1)
    leaves = seconds_waiting == 0 or dice.random() < 0.5
    tags = []
    for i in range(50):
        ahead = dice.uniform(-0.4, 0.4)
        reach = (wait_at + FAR_M) / speed

        def place(t, ahead=ahead):
            gone = max(0.0, t - begin)
            if seconds_waiting and gone > reach:
                gone = reach + (max(0.0, gone - reach - seconds_waiting) if leaves else 0)
            return min(-FAR_M + gone * speed, FAR_M) + ahead

        crossing = begin + (FAR_M - ahead) / speed + seconds_waiting
        tags.append(Tag(first + i, place, [(crossing, "OUT")] if leaves else [], True, dice.uniform(0, 8), dice.uniform(-0.3, 0.3)))
    return tags, begin + 2 * FAR_M / speed + seconds_waiting if leaves else begin + reach + 4


def resting(dice, count, first):
    places = [dice.choice([-1, -1, -1, 1]) * dice.uniform(0.9, 4) for _ in range(count)]
    return [Tag(first + i, (lambda x: lambda t: x)(x), loss=dice.uniform(0, 6), y=dice.uniform(-1, 1)) for i, x in enumerate(places)]


def scene(dice, kind):
    rest = {"static_only": dice.randint(1, 80), "crowd_out": dice.randint(10, 100)}.get(kind, dice.choice([0, 0, 3, 10, 30]))
    tags, seconds = resting(dice, rest, 1000), 6.0
    side = dice.choice([-1, -1, 1])
    if kind in ("walk_out", "crowd_out", "walk_in"):
        tag, seconds = walker(dice, 1, dice.uniform(0, 2), -1 if kind == "walk_in" else 1)
        tags.append(tag)
    elif kind == "opposite":
        for number, sign in ((1, 1), (2, -1)):
            tag, end = walker(dice, number, dice.uniform(0, 1.5), sign, y=0.4 * sign)
            tags.append(tag)
            seconds = max(seconds, end)
    elif kind == "uturn":
        begin, speed, turn = dice.uniform(0, 2), dice.uniform(0.5, 2.5), dice.uniform(0.55, 2)
        seconds = begin + 2 * (FAR_M - turn) / speed + 1
        tags.append(Tag(1, lambda t: side * (turn + abs(FAR_M - turn - max(0.0, t - begin) * speed)), [], True))
    elif kind == "linger":
        middle, swing, period, seconds = dice.uniform(1, 2.5), dice.uniform(0.1, 0.5), dice.uniform(2, 8), 15
        tags.append(Tag(1, lambda t: side * (middle + swing * math.sin(2 * math.pi * t / period)), [], True))
    elif kind.startswith("trolley"):
        load, seconds = trolley(dice, 1, dice.uniform(1, 5) if kind == "trolley_wait" else 0)
        tags += load
    return tags, seconds + dice.uniform(0, 1)


def trace(dice, site, tags, seconds):
    lines, t = [], 0.0
    while t < seconds:
        antenna = site.order[int(t / site.dwell) % 4]
        tag = dice.choice(tags)
        dbm = site.dbm(antenna, tag.place(t), tag.y) - tag.loss + dice.gauss(0, site.noise_db)
        if dbm > site.floor:
            told = round(dbm / site.step_db) * site.step_db if site.step_db else round(dbm, 2)
            lines.append({"t_us": int(t * 1e6), "antenna": antenna, "epc": tag.epc, "rssi_dbm": told})
            t += dice.expovariate(site.rate)
        else:
            t += dice.expovariate(site.rate) * 0.4
    return lines


def main(seed, count, folder):
    os.makedirs(folder, exist_ok=True)
    dice, labels = random.Random(seed), {}
    for i in range(count):
        kind = KINDS[i % len(KINDS)]
        site = Site(dice)
        tags, seconds = scene(dice, kind)
        lines = trace(dice, site, tags, seconds)
        name, seen = "%04d-%s.jsonl" % (i, kind), {line["epc"] for line in lines}
        with open(os.path.join(folder, name), "w") as file:
            file.write("".join(json.dumps(line) + "\n" for line in lines))
        labels[name] = {"kind": kind, "tags": {tag.epc: {
            "crossings": [{"t_us": int(t * 1e6), "direction": way} for t, way in tag.crossings],
            "moves": tag.moves} for tag in tags if tag.epc in seen}}
    with open(os.path.join(folder, "labels.json"), "w") as file:
        json.dump(labels, file)
    zones = [{"id": 1, "zone": "INSIDE"}, {"id": 2, "zone": "INSIDE"}, {"id": 3, "zone": "OUTSIDE"}, {"id": 4, "zone": "OUTSIDE"}]
    with open(os.path.join(folder, "portal.json"), "w") as file:
        json.dump({"code": "P-101", "antennas": zones}, file)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
