package io.tallygate.bench.accuracy;

import java.util.Locale;
import java.util.SplittableRandom;

/** What the drawn traces are spared: the figures with and without it tell what it costs. Everything else is drawn as ever. */
enum Spared {
    NOTHING,
    /** Tags share four times the air time, and no read is lost. */
    SCARCE_READS {
        @Override
        Site of(Site site) {
            return site.with(site.reader().lavish(4));
        }
    },
    /** A read tells its strength as it is. */
    NOISE {
        @Override
        Site of(Site site) {
            return site.with(site.reader().exact());
        }
    },
    FADES {
        @Override
        Site of(Site site) {
            return site.withoutFades();
        }
    },
    /** Antennas of both zones are exact mirror images, and no shadow lies on one that does not lie on all. */
    UNLIKE_ZONES {
        @Override
        Site of(Site site) {
            return site.withAntennas(Antenna::alike);
        }
    },
    /** People are no obstacle to waves. */
    BODIES {
        @Override
        boolean bodies() {
            return false;
        }
    },
    /** What is left is the rule's own doing. */
    EVERYTHING {
        @Override
        Site of(Site site) {
            return UNLIKE_ZONES.of(FADES.of(NOISE.of(SCARCE_READS.of(site))));
        }

        @Override
        boolean bodies() {
            return false;
        }
    };

    Site of(Site site) {
        return site;
    }

    boolean bodies() {
        return true;
    }

    /** Anything but nothing. */
    static Spared any(SplittableRandom random) {
        return values()[random.nextInt(1, values().length)];
    }

    /** @throws IllegalArgumentException when there is no such thing */
    static Spared named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static String names() {
        StringBuilder names = new StringBuilder();
        for (Spared spared : values()) {
            if (spared != NOTHING) {
                names.append(names.isEmpty() ? "" : "|")
                        .append(spared.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        return names.toString();
    }
}
