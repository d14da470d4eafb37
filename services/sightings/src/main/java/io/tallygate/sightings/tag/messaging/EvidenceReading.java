package io.tallygate.sightings.tag.messaging;

import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.TagRead;
import io.tallygate.sightings.tag.domain.Evidence;
import io.tallygate.sightings.tag.domain.Sight;

/** What a crossing's message tells of the gate's decision. */
final class EvidenceReading {

    /** The detector keeps far fewer; an answer carries hundreds of crossings. */
    private static final int MOST = 100;

    private EvidenceReading() {}

    /** What is no number cannot be written as JSON, and tells nobody anything. */
    static Evidence of(Crossing crossing) {
        return new Evidence(
                crossing.getRuleVersion(),
                crossing.getConfidence(),
                crossing.getEvidenceList().stream()
                        .limit(MOST)
                        .map(read -> sight(crossing.getPortalCode(), read))
                        .toList(),
                crossing.getFiguresList().stream()
                        .filter(figure -> Double.isFinite(figure.getValue()))
                        .limit(MOST)
                        .map(figure -> new Evidence.Figure(figure.getName(), figure.getValue()))
                        .toList());
    }

    private static Sight sight(String portalCode, TagRead read) {
        return new Sight(portalCode, read.getAntenna(), read.getRssiCentiDbm(), read.getSeenAtUs());
    }
}
