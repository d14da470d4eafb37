package io.tallygate.bench.accuracy;

/**
 * A person, upright: takes up to {@code lossDb} from any tag, their own or another, whose line to an antenna goes through them.
 *
 * @param ahead metres that the middle of the body is ahead of {@code x}
 */
record Body(Way x, Way y, double ahead, double lossDb) {
    private static final double HEIGHT_M = 1.75;
    private static final double RADIUS_M = 0.14;

    double lossDb(Place tag, Place antenna, double second) {
        double upTo = antenna.z() <= HEIGHT_M || antenna.z() <= tag.z()
                ? 1
                : Math.clamp((HEIGHT_M - tag.z()) / (antenna.z() - tag.z()), 0, 1);
        double dx = upTo * (antenna.x() - tag.x());
        double dy = upTo * (antenna.y() - tag.y());
        double bx = x.at(second) + ahead - tag.x();
        double by = y.at(second) - tag.y();
        double along = Math.clamp((bx * dx + by * dy) / Math.max(1e-9, dx * dx + dy * dy), 0, 1);
        double off = Math.hypot(bx - along * dx, by - along * dy) / RADIUS_M;
        return off > 3 ? 0 : lossDb * Math.exp(-off * off);
    }
}
