package io.tallygate.bench.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallygate.crossing.Direction;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.TagObservation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The truth of one trace of a {@link TraceSet}: {@code {"kind":…,"tags":{EPC:{"crossings":[{"t_us":…,"direction":"OUT"}],"moves":true}}}}. */
record SetLabels(String kind, Map<Epc, List<TrueCrossing>> tags, Set<Epc> moved) {

    /** @throws IllegalArgumentException when it is anything else; the message says what */
    static SetLabels of(JsonNode label) {
        require(label.path("kind").isTextual(), "\"kind\" must be a text");
        require(label.path("tags").isObject(), "\"tags\" must be an object");
        Map<Epc, List<TrueCrossing>> tags = new LinkedHashMap<>();
        Set<Epc> moved = new HashSet<>();
        label.path("tags").properties().forEach(tag -> {
            Epc epc = new Epc(tag.getKey());
            tags.put(epc, crossings(epc, tag.getValue().path("crossings")));
            require(tag.getValue().path("moves").isBoolean(), epc + ": \"moves\" must be true or false");
            if (tag.getValue().path("moves").booleanValue()) {
                moved.add(epc);
            }
        });
        return new SetLabels(label.path("kind").textValue(), tags, moved);
    }

    private static List<TrueCrossing> crossings(Epc epc, JsonNode given) {
        require(given.isArray(), epc + ": \"crossings\" must be an array");
        List<TrueCrossing> crossings = new ArrayList<>();
        for (JsonNode crossing : given) {
            require(
                    crossing.path("t_us").isIntegralNumber()
                            && crossing.path("t_us").canConvertToLong(),
                    epc + ": \"t_us\" must be a whole number of microseconds");
            crossings.add(new TrueCrossing(
                    epc, direction(epc, crossing), crossing.path("t_us").longValue(), Double.NaN));
        }
        crossings.sort(Comparator.comparingLong(TrueCrossing::atUs));
        return crossings;
    }

    private static Direction direction(Epc epc, JsonNode crossing) {
        return switch (crossing.path("direction").asText()) {
            case "OUT" -> Direction.OUT;
            case "IN" -> Direction.IN;
            default -> throw new IllegalArgumentException(epc + ": \"direction\" must be OUT or IN");
        };
    }

    /** @throws IllegalArgumentException when the read's tag has no label: what it does would count for nothing */
    TagObservation withKnownEpc(TagObservation read) {
        require(tags.containsKey(read.epc()), "tag " + read.epc() + " has no label");
        return read;
    }

    private static void require(boolean holds, String why) {
        if (!holds) {
            throw new IllegalArgumentException(why);
        }
    }
}
