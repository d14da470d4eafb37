package io.tallygate.crossing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"code":"P-101","antennas":[{"id":1,"zone":"INSIDE"},…]}}, optionally with {@code "tuning":{"certainty":0.7,
 * "leadMetres":0.1, "fadeDb":6, "leastSwingDb":6}} and, for an antenna, {@code "strayDbm":-65} and {@code "offsetDb":2}.
 *
 * @param tuning the standard one but for what the file says
 */
public record PortalFile(PortalLayout layout, CrossingTuning tuning) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KNOBS = Set.of("certainty", "leadMetres", "fadeDb", "leastSwingDb");

    /** @throws InputFault when there is no such file or it is no portal */
    public static PortalFile read(Path path) throws InputFault {
        try {
            return portal(JSON.readTree(Files.readString(path)));
        } catch (JsonProcessingException malformed) {
            throw new InputFault(
                    path.toString(),
                    malformed.getLocation().getLineNr(),
                    "not JSON: " + malformed.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new InputFault(path.toString(), "cannot be read as UTF-8 text: " + unreadable.getMessage());
        } catch (IllegalArgumentException wrong) {
            throw new InputFault(path.toString(), 1, String.valueOf(wrong.getMessage()));
        }
    }

    /** What {@link #read} reads the same portal from; all of its tuning is said, so that a later standard changes nothing. */
    public String json() {
        ObjectNode portal = JSON.createObjectNode().put("code", layout.code());
        ArrayNode antennas = portal.putArray("antennas");
        new TreeMap<>(layout.antennas()).forEach((id, zone) -> {
            ObjectNode antenna = antennas.addObject().put("id", id).put("zone", zone.name());
            putIfGiven(antenna, "strayDbm", tuning.strayDbm().get(id));
            putIfGiven(antenna, "offsetDb", tuning.offsetsDb().get(id));
        });
        portal.putObject("tuning")
                .put("certainty", tuning.certainty())
                .put("leadMetres", tuning.leadMetres())
                .put("fadeDb", tuning.fadeDb())
                .put("leastSwingDb", tuning.leastSwingDb());
        return portal.toPrettyString() + "\n";
    }

    private static void putIfGiven(ObjectNode antenna, String name, @Nullable Double value) {
        if (value != null) {
            antenna.put(name, value);
        }
    }

    private static PortalFile portal(JsonNode portal) {
        return new PortalFile(layout(portal), tuning(portal));
    }

    private static CrossingTuning tuning(JsonNode portal) {
        JsonNode given = portal.path("tuning");
        require(given.isMissingNode() || given.isObject(), "\"tuning\" must be an object");
        given.fieldNames()
                .forEachRemaining(name -> require(KNOBS.contains(name), "there is no tuning \"" + name + "\""));
        CrossingTuning usual = CrossingTuning.standard();
        return new CrossingTuning(
                number(given, "certainty", usual.certainty()),
                number(given, "leadMetres", usual.leadMetres()),
                number(given, "fadeDb", usual.fadeDb()),
                number(given, "leastSwingDb", usual.leastSwingDb()),
                ofAntennas(portal, "strayDbm"),
                ofAntennas(portal, "offsetDb"));
    }

    private static double number(JsonNode node, String name, double otherwise) {
        JsonNode value = node.path(name);
        require(value.isMissingNode() || value.isNumber(), "\"" + name + "\" must be a number");
        return value.isNumber() ? value.doubleValue() : otherwise;
    }

    private static Map<Integer, Double> ofAntennas(JsonNode portal, String name) {
        Map<Integer, Double> values = new HashMap<>();
        for (JsonNode antenna : portal.path("antennas")) {
            if (antenna.has(name)) {
                values.put(antenna.path("id").intValue(), number(antenna, name, Double.NaN));
            }
        }
        return values;
    }

    private static PortalLayout layout(JsonNode portal) {
        require(portal.path("code").isTextual(), "\"code\" must be a text");
        require(portal.path("antennas").isArray(), "\"antennas\" must be an array");
        Map<Integer, Zone> antennas = new HashMap<>();
        for (JsonNode antenna : portal.path("antennas")) {
            require(
                    antenna.path("id").canConvertToInt() && antenna.path("id").isIntegralNumber(),
                    "an antenna needs an \"id\" number");
            int id = antenna.path("id").intValue();
            require(antennas.put(id, zone(antenna.path("zone").asText())) == null, "antenna " + id + " stands twice");
        }
        return new PortalLayout(portal.path("code").textValue(), antennas);
    }

    private static Zone zone(String name) {
        return switch (name) {
            case "INSIDE" -> Zone.INSIDE;
            case "OUTSIDE" -> Zone.OUTSIDE;
            default -> throw new IllegalArgumentException("a zone is INSIDE or OUTSIDE, not \"" + name + "\"");
        };
    }

    private static void require(boolean holds, String why) {
        if (!holds) {
            throw new IllegalArgumentException(why);
        }
    }
}
