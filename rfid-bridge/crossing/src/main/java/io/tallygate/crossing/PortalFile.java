package io.tallygate.crossing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads {@code {"code":"P-101","antennas":[{"id":1,"zone":"INSIDE"},…]}}. */
final class PortalFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PortalFile() {}

    static PortalLayout read(Path path) throws InputFault {
        try {
            return layout(JSON.readTree(Files.readString(path)));
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
