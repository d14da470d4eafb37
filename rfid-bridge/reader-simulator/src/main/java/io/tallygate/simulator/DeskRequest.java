package io.tallygate.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tag laid on a desk, or taken off it, as asked for over HTTP. */
final class DeskRequest {

    private static final String DESK_ANTENNA = "1";
    private static final int MOST_ANTENNA = 64;
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
                TagRead tag = new TagRead(epc, 1, dbm, 0, tid.isEmpty() ? null : tid);
                reader.lay(Stream.of(body.path("antennas").asText(DESK_ANTENNA).split(",", MOST_ANTENNA))
                        .map(antenna -> tag.at(antenna(antenna)))
                        .toArray(TagRead[]::new));
            }
            case "take" -> reader.take(epc);
            default -> throw new IllegalArgumentException("a tag is put on a desk or taken off it");
        }
    }

    private static int antenna(String word) {
        if (!word.matches("[1-9]|[1-5]\\d|6[0-4]")) {
            throw new IllegalArgumentException("'" + word + "' is no antenna, 1 to " + MOST_ANTENNA);
        }
        return Integer.parseInt(word);
    }
}
