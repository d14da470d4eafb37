package io.tallygate.crossing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One line of a trace: {@code {"t_us":1000,"antenna":1,"epc":"3034…","rssi_dbm":-57.5}}; other fields may follow, {@code "phase_deg"},
 * {@code "doppler_hz"}, {@code "channel"} and {@code "shift_us"} ({@link TracedRead}) among them.
 */
final class TraceLine {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectReader JSON = MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private TraceLine() {}

    /** @throws IllegalArgumentException when the line is no read; the message says why */
    static TracedRead parse(String line, PortalLayout layout) {
        JsonNode read = tree(line);
        require(read.isObject(), "a read is a JSON object");
        require(
                isLong(read.path("t_us")) && read.path("t_us").longValue() >= 0,
                "\"t_us\" must be a whole number of microseconds, not negative");
        require(
                isLong(read.path("antenna"))
                        && layout.zoneOf(read.path("antenna").intValue()) != null,
                "\"antenna\" must be one of the portal's antennas");
        require(read.path("epc").isTextual(), "\"epc\" must be a text");
        require(read.path("rssi_dbm").isNumber(), "\"rssi_dbm\" must be a number");
        require(
                read.path("shift_us").isMissingNode() || isLong(read.path("shift_us")),
                "\"shift_us\" must be a whole number of microseconds");
        return new TracedRead(observation(read), read.path("shift_us").longValue());
    }

    private static TagObservation observation(JsonNode read) {
        return new TagObservation(
                read.path("t_us").longValue(),
                read.path("antenna").intValue(),
                new Epc(read.path("epc").textValue()),
                read.path("rssi_dbm").doubleValue(),
                optional(read, "phase_deg"),
                optional(read, "doppler_hz"),
                // Nothing rests on it: what others mean by a channel may be anything.
                read.path("channel").isInt() ? read.path("channel").intValue() : 0);
    }

    /** Without its end of line; the same read when parsed. */
    static String of(TracedRead traced) {
        TagObservation read = traced.read();
        ObjectNode line = MAPPER.createObjectNode()
                .put("t_us", read.timeUs())
                .put("antenna", read.antenna())
                .put("epc", read.epc().hex())
                .put("rssi_dbm", read.rssiDbm());
        if (!Double.isNaN(read.phaseDeg())) {
            line.put("phase_deg", read.phaseDeg());
        }
        if (!Double.isNaN(read.dopplerHz())) {
            line.put("doppler_hz", read.dopplerHz());
        }
        if (read.channel() != 0) {
            line.put("channel", read.channel());
        }
        if (traced.shiftUs() != 0) {
            line.put("shift_us", traced.shiftUs());
        }
        return line.toString();
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("not JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static boolean isLong(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong();
    }

    private static double optional(JsonNode read, String field) {
        JsonNode value = read.path(field);
        require(value.isMissingNode() || value.isNull() || value.isNumber(), "\"" + field + "\" must be a number");
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }

    private static void require(boolean holds, String why) {
        if (!holds) {
            throw new IllegalArgumentException(why);
        }
    }
}
