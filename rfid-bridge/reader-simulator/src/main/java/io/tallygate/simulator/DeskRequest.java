package io.tallygate.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A tag laid on a desk, or taken off it, as asked for over HTTP. */
final class DeskRequest {

    private static final int DESK_ANTENNA = 1;
    private static final double USUAL_DBM = -42;

    private DeskRequest() {}

    /** @throws IllegalArgumentException when it cannot be done; the message says why */
    static void run(SimulatedReader reader, @Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw new IllegalArgumentException("what happens on a desk is a JSON object");
        }
        String epc = body.path("epc").asText("");
        switch (body.path("action").asText("")) {
            case "put" -> {
                String tid = body.path("tid").asText("");
                double dbm = body.path("dbm").asDouble(USUAL_DBM);
                if (!(dbm >= -120 && dbm <= 0)) {
                    throw new IllegalArgumentException("a tag is read at -120 to 0 dBm, not at " + dbm);
                }
                reader.lay(new TagRead(epc, DESK_ANTENNA, dbm, 0, tid.isEmpty() ? null : tid));
            }
            case "take" -> reader.take(epc);
            default -> throw new IllegalArgumentException("a tag is put on a desk or taken off it");
        }
    }
}
