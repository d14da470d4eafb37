package io.tallygate.bench.accuracy;

/** What happens at the gate. */
enum Scenario {
    WALK_OUT(8) {
        @Override
        void play(Cast cast, Dice dice) {
            cast.carrying(through(dice, -1)).lying(few(dice));
        }
    },
    WALK_IN(4) {
        @Override
        void play(Cast cast, Dice dice) {
            cast.carrying(through(dice, 1)).lying(few(dice));
        }
    },
    /** Out and, a few seconds later, back in: two crossings. */
    OUT_AND_BACK(3) {
        @Override
        void play(Cast cast, Dice dice) {
            double speed = dice.between(0.5, 3);
            cast.carrying(Way.from(start(dice), -FAR_M)
                            .to(dice.between(1, FAR_M), speed)
                            .pause(dice.between(0.5, 4))
                            .to(-FAR_M, dice.between(0.5, 3))
                            .end())
                    .lying(few(dice));
        }
    },
    /** Stands a while near the door, then leaves. */
    WAIT_THEN_OUT(3) {
        @Override
        void play(Cast cast, Dice dice) {
            cast.carrying(Way.from(start(dice), -FAR_M)
                            .to(dice.between(-2, -0.7), dice.between(0.5, 2))
                            .pause(dice.between(1, 8))
                            .to(FAR_M, dice.between(0.5, 2.5))
                            .end())
                    .lying(few(dice));
        }
    },
    AGAINST_BODY(4) {
        @Override
        void play(Cast cast, Dice dice) {
            Way y = Way.still(dice.between(-0.3, 0.3));
            cast.carrying(through(dice, -1), y, dice.between(10, 20), dice.between(0.16, 0.22))
                    .lying(few(dice));
        }
    },
    TWO_PEOPLE(4) {
        @Override
        void play(Cast cast, Dice dice) {
            double side = dice.sign() * dice.between(0.25, 0.45);
            double begin = start(dice);
            double speed = dice.between(0.5, 2);
            double other = dice.between(0.5, 2);
            Way out = Way.from(begin, -FAR_M).to(FAR_M, speed).end();
            Way in = Way.from(begin + dice.between(-0.5, 0.5), FAR_M)
                    .to(-FAR_M, other)
                    .end();
            cast.carrying(out, Way.still(side), dice.between(5, 10), dice.between(0.25, 0.4))
                    .carrying(in, Way.still(-side), dice.between(5, 10), dice.between(0.25, 0.4))
                    .lying(few(dice));
        }
    },
    TROLLEY_OF_50(1) {
        @Override
        void play(Cast cast, Dice dice) {
            cast.trolley(
                            Way.from(start(dice), -FAR_M)
                                    .to(FAR_M, dice.between(0.5, 1.5))
                                    .end(),
                            50)
                    .lying(dice.chance(0.5) ? 0 : dice.whole(1, 30));
        }
    },
    /** A trolley of 50 waits near the gate, then leaves, goes back or stays. */
    TROLLEY_WAITS(1) {
        @Override
        void play(Cast cast, Dice dice) {
            Way.Walk walk = Way.from(start(dice), -FAR_M)
                    .to(dice.between(-2.3, -1.05), dice.between(0.5, 1.5))
                    .pause(dice.between(1, 5));
            switch (dice.whole(0, 2)) {
                case 0 -> walk.to(FAR_M, dice.between(0.5, 1.5));
                case 1 -> walk.to(-FAR_M, dice.between(0.5, 1.5));
                default -> walk.pause(dice.between(1, 4));
            }
            cast.trolley(walk.end(), 50).lying(dice.chance(0.5) ? 0 : dice.whole(1, 30));
        }
    },
    /** A trolley of 5 to 50 is brought in: fifty tags that must not alarm. */
    TROLLEY_IN(1) {
        @Override
        void play(Cast cast, Dice dice) {
            cast.trolley(
                            Way.from(start(dice), FAR_M)
                                    .to(-FAR_M, dice.between(0.5, 1.5))
                                    .end(),
                            dice.whole(5, 50))
                    .lying(dice.chance(0.5) ? 0 : dice.whole(1, 30));
        }
    },
    /** A minute or two in which tags lie near the gate and people without any walk through. */
    LONG_REST(1) {
        @Override
        void play(Cast cast, Dice dice) {
            for (int people = dice.whole(1, 2); people > 0; people--) {
                Way.Walk x = Way.from(start(dice), -FAR_M);
                for (int i = dice.whole(4, 8); i > 0; i--) {
                    x.to(FAR_M, dice.between(0.5, 2)).pause(dice.between(0, 8));
                    x.to(-FAR_M, dice.between(0.5, 2)).pause(dice.between(0, 8));
                }
                cast.bystander(x.end(), Way.still(dice.between(-0.6, 0.6)));
            }
            cast.lying(dice.whole(5, 60));
        }
    },
    /** 10 to 40 tags lie near the gate and share the air time. */
    CROWD_OF_40(5) {
        @Override
        void play(Cast cast, Dice dice) {
            cast.carrying(through(dice, -1)).lying(dice.whole(10, 40));
        }
    },
    CROWD_OF_150(4) {
        @Override
        void play(Cast cast, Dice dice) {
            cast.carrying(through(dice, -1)).lying(dice.whole(41, 150));
        }
    },
    /** Turns back half a metre or more before the line, on either side of it. */
    U_TURN(8) {
        @Override
        void play(Cast cast, Dice dice) {
            double side = dice.chance(0.75) ? -1 : 1;
            double speed = dice.between(0.5, 2.5);
            cast.carrying(Way.from(start(dice), side * FAR_M)
                            // The tag may be held 40 cm before its carrier: it is the tag that stays 0.5 m off.
                            .to(side * dice.between(0.9, 1.6), speed)
                            .pause(dice.between(0.05, 0.6))
                            .to(side * FAR_M, speed)
                            .end())
                    .lying(few(dice));
        }
    },
    /** Walks about 1.1 m or more from the line and never through it. */
    LINGERING(6) {
        @Override
        void play(Cast cast, Dice dice) {
            double side = dice.chance(0.75) ? -1 : 1;
            Way.Walk x = Way.from(start(dice), side * FAR_M);
            Way.Walk y = Way.from(start(dice), 0);
            for (int i = 0; i < 5; i++) {
                x.to(side * dice.between(1.1, 2.2), dice.between(0.3, 1)).pause(dice.between(0.2, 2));
                y.to(dice.between(-0.8, 0.8), dice.between(0.2, 0.6)).pause(dice.between(0.2, 2));
            }
            cast.carrying(x.end(), y.end(), dice.between(5, 10), dice.between(0.25, 0.4))
                    .lying(few(dice));
        }
    },
    /** Walks by the door along the wall, about a metre inside. */
    PASSING_BY(4) {
        @Override
        void play(Cast cast, Dice dice) {
            double side = dice.sign();
            Way along = Way.from(start(dice), side * FAR_M)
                    .to(-side * FAR_M, dice.between(0.5, 2))
                    .end();
            cast.carrying(Way.still(dice.between(-1.6, -1.2)), along, dice.between(5, 10), dice.between(0.15, 0.4))
                    .lying(few(dice));
        }
    },
    /** Nothing moves but somebody without a tag, who walks through twice. */
    TAGS_AT_REST(2) {
        @Override
        void play(Cast cast, Dice dice) {
            Way x = Way.from(start(dice), -FAR_M)
                    .to(FAR_M, dice.between(0.5, 2))
                    .to(-FAR_M, dice.between(0.5, 2))
                    .end();
            cast.bystander(x, Way.still(dice.between(-0.3, 0.3))).lying(dice.whole(1, 80));
        }
    },
    /** Tags lie at the line itself, where both zones hear them alike, while somebody goes out and in with another. */
    REST_AT_LINE(1) {
        @Override
        void play(Cast cast, Dice dice) {
            Way.Walk x = Way.from(start(dice), -FAR_M);
            for (int i = dice.whole(2, 4); i > 0; i--) {
                x.to(FAR_M, dice.between(0.5, 2)).pause(dice.between(0, 4));
                x.to(-FAR_M, dice.between(0.5, 2)).pause(dice.between(0, 4));
            }
            cast.carrying(x.end());
            for (int tags = dice.whole(5, 15); tags > 0; tags--) {
                cast.lyingAt(dice.between(-0.7, 0.3), dice.sign() * dice.between(0.5, 1.2));
            }
        }
    };

    /** Where walks begin and end. */
    static final double FAR_M = 3.5;

    private final int weight;

    Scenario(int weight) {
        this.weight = weight;
    }

    /** How many of its traces go into a round. */
    int weight() {
        return weight;
    }

    abstract void play(Cast cast, Dice dice);

    private static double start(Dice dice) {
        return dice.between(0.2, 3);
    }

    private static int few(Dice dice) {
        return dice.chance(0.4) ? 0 : dice.whole(1, 9);
    }

    private static Way through(Dice dice, double from) {
        return Way.from(start(dice), from * FAR_M)
                .to(-from * FAR_M, dice.between(0.5, 3))
                .end();
    }
}
