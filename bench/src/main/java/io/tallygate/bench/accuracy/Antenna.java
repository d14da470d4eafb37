package io.tallygate.bench.accuracy;

import io.tallygate.crossing.Zone;

/**
 * An antenna where it hangs.
 *
 * @param looks unit vector of its beam
 * @param beamDegrees width of the beam at half power, one way
 * @param frontToBackDb how much less it gets from behind, one way; 0 is an antenna that hears alike all round
 * @param offsetDb its cable, port and make against the others
 */
record Antenna(
        int id,
        Zone zone,
        Place place,
        Place looks,
        double beamDegrees,
        double frontToBackDb,
        double offsetDb,
        FadeField fades,
        ShadowField shadows) {

    /** As every other antenna of its make. */
    Antenna alike() {
        return new Antenna(id, zone, place, looks, beamDegrees, frontToBackDb, 0, fades, ShadowField.none());
    }

    /** What reaches it from a tag at {@code tag}, there and back, before the tag's own loss and the reader's noise. */
    double dbmFrom(Place tag, PathLoss pathLoss, double fading) {
        Place way = tag.minus(place);
        double fade = fading == 0 ? 0 : fading * fades.dbAt(tag);
        return pathLoss.dbmAt(way.length()) + offsetDb + 2 * patternDb(way.unit()) + shadows.dbAt(tag) + fade;
    }

    private double patternDb(Place direction) {
        double off = Math.toDegrees(Math.acos(Math.clamp(direction.dot(looks), -1, 1)));
        double half = off / beamDegrees;
        return -Math.min(12 * half * half, frontToBackDb);
    }
}
