package io.tallygate.gateway.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.TagRead;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.StrayLevelLearner;
import io.tallygate.crossing.TagObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The reads of one portal as one listener sees them: numbers only, so that nobody learns here which tags there are. Strengths are those
 * that the reader told, without the offsets of the tuning. Any thread.
 */
final class PortalReads {
    private static final int MOST_ANTENNAS = 64;
    /** The learner looks at antenna and strength alone; a real tag is none of its business. */
    private static final Epc ANY_TAG = new Epc("00");

    private final String portalCode;
    private final Instant since;
    private final Map<Integer, AntennaReads> antennas = new TreeMap<>();
    private final StrayLevelLearner strays = new StrayLevelLearner();

    PortalReads(String portalCode, Instant since) {
        this.portalCode = portalCode;
        this.since = since;
    }

    String portalCode() {
        return portalCode;
    }

    synchronized void add(ReadBatch batch) {
        batch.getReadsList().forEach(this::add);
    }

    private void add(TagRead read) {
        AntennaReads antenna = antennas.get(read.getAntenna());
        if (antenna == null) {
            if (antennas.size() == MOST_ANTENNAS) {
                return;
            }
            antenna = new AntennaReads();
            antennas.put(read.getAntenna(), antenna);
        }
        double dbm = read.getRssiCentiDbm() / 100.0;
        antenna.add(read.getEpc(), dbm, Math.max(1, read.getCount()));
        strays.observe(TagObservation.of(read.getSeenAtUs(), read.getAntenna(), ANY_TAG, dbm));
    }

    /** The event's data, on one line: what came since the last call, and the stray level suggested by all that came. */
    synchronized String tick(Instant now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("at", now.toString());
        var list = json.putArray("antennas");
        antennas.forEach((id, antenna) -> put(list.addObject().put("id", id), antenna.take()));
        ObjectNode suggested = json.putObject("suggestedStrayDbm");
        strays.suggested().forEach((id, dbm) -> suggested.put(Integer.toString(id), dbm));
        json.put("observedSeconds", Duration.between(since, now).toSeconds());
        return json.toString();
    }

    private static void put(ObjectNode json, AntennaReads.Figures figures) {
        json.put("reads", figures.reads()).put("tags", figures.tags());
        if (figures.reads() > 0) {
            json.put("strongestDbm", figures.strongestDbm()).put("medianDbm", figures.medianDbm());
        }
    }
}
