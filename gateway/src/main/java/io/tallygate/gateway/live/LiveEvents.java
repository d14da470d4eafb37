package io.tallygate.gateway.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Timestamp;
import io.tallygate.commons.identity.Level;
import io.tallygate.contracts.incidents.v1.Incident;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.PortalFigures;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import io.tallygate.contracts.rfid.v1.PortalState;
import io.tallygate.contracts.rfid.v1.PortalWarning;
import io.tallygate.epc.EpcCodec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** From the topics' messages to the stream's events. Members without a value are left out. */
final class LiveEvents {

    /** Bridges from before named the tag here, which is not for everybody who sees the board. */
    private static final String REFERENCE_TAG_SILENT = "REFERENCE_TAG_SILENT";

    private LiveEvents() {}

    static LiveEvent of(Crossing crossing) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "crossingId", crossing.getCrossingId());
        put(json, "portalCode", crossing.getPortalCode());
        put(json, "roomCode", crossing.getRoomCode());
        putEpc(json, crossing.getEpc());
        put(json, "itemId", crossing.getItemId());
        put(json, "kind", crossing.getKind());
        put(json, "level", level(crossing.getLevelRank()));
        put(json, "departmentCode", crossing.getDepartmentCode());
        put(json, "direction", crossing.getDirection().name());
        put(json, "decidedAt", micros(crossing.getDecidedAtUs()));
        put(json, "verdict", crossing.getVerdict().name());
        put(json, "reason", crossing.getReason());
        put(json, "permitId", crossing.getPermitId());
        put(json, "ruleVersion", crossing.getRuleVersion());
        json.put("confidence", crossing.getConfidence());
        return new LiveEvent(
                "crossing",
                json.toString(),
                new LiveEvent.Audience.OfTag(crossing.getDepartmentCode(), crossing.getLevelRank()));
    }

    static LiveEvent of(Incident incident) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "id", incident.getId());
        put(json, "kind", incident.getKind());
        put(json, "reason", incident.getReason());
        put(json, "itemId", incident.getItemId());
        putEpc(json, incident.getEpc());
        put(json, "departmentCode", incident.getDepartmentCode());
        put(json, "level", level(incident.getLevelRank()));
        put(json, "portalCode", incident.getPortalCode());
        put(json, "detectedAt", instant(incident.getDetectedAt()));
        put(json, "state", incident.getState());
        put(json, "crossingId", incident.getCrossingId());
        json.put("version", incident.getVersion());
        LiveEvent.Audience audience = incident.getEpc().isEmpty()
                ? new LiveEvent.Audience.OfPortal()
                : new LiveEvent.Audience.OfTag(incident.getDepartmentCode(), incident.getLevelRank());
        return new LiveEvent("incident", json.toString(), audience);
    }

    static LiveEvent of(PortalHealth health) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "portalCode", health.getPortalCode());
        put(json, "state", state(health.getState()));
        put(json, "reason", health.getReason());
        if (!health.getReason().equals(REFERENCE_TAG_SILENT)) {
            put(json, "detail", health.getDetail());
        }
        put(json, "since", micros(health.getSinceUs()));
        put(json, "reportedAt", micros(health.getReportedAtUs()));
        json.put("readsPerSecond", health.getReadsPerSecond());
        json.put("spoolDepth", health.getSpoolDepth());
        json.put("alarmOn", health.getAlarmOn());
        json.put("connects", health.getConnects());
        json.put("thinnedReads", health.getThinnedReads());
        if (health.hasClockSkewUs()) {
            json.put("clockSkewMillis", health.getClockSkewUs() / 1000);
        }
        if (health.hasFigures()) {
            json.set("figures", figures(health.getFigures()));
        }
        ArrayNode warnings = json.putArray("warnings");
        health.getWarningsList().forEach(warning -> warnings.add(warning(warning)));
        return new LiveEvent("portal-health", json.toString(), new LiveEvent.Audience.OfPortal());
    }

    /** That a portal was put up or taken down. What was told of one taken down is void. */
    static LiveEvent ofPortal(String code, boolean active) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "portalCode", code);
        json.put("active", active);
        return new LiveEvent("portal", json.toString(), new LiveEvent.Audience.OfPortal());
    }

    private static ObjectNode figures(PortalFigures figures) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("alarmed", figures.getAlarmed())
                .put("allowed", figures.getAllowed())
                .put("recorded", figures.getRecorded())
                .put("foreign", figures.getForeign())
                .put("queuedCrossings", figures.getQueuedCrossings())
                .put("queuedReads", figures.getQueuedReads());
        if (figures.hasTimeToAlarmUs()) {
            json.put("timeToAlarmMillis", figures.getTimeToAlarmUs() / 1000.0);
        }
        if (figures.hasSlowestTimeToAlarmUs()) {
            json.put("slowestTimeToAlarmMillis", figures.getSlowestTimeToAlarmUs() / 1000.0);
        }
        return json;
    }

    private static ObjectNode warning(PortalWarning warning) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "code", warning.getCode());
        put(json, "detail", warning.getDetail());
        put(json, "since", micros(warning.getSinceUs()));
        return json;
    }

    private static String state(PortalState state) {
        return switch (state) {
            case WATCHING -> "WATCHING";
            case CONNECTING -> "CONNECTING";
            // A state from a newer bridge is one this console cannot vouch for.
            case BLIND, PORTAL_STATE_UNSPECIFIED, UNRECOGNIZED -> "BLIND";
        };
    }

    private static String level(int rank) {
        return Level.ofRank(rank).map(Level::name).orElse("");
    }

    private static String micros(long sinceEpoch) {
        return Instant.EPOCH.plus(sinceEpoch, ChronoUnit.MICROS).toString();
    }

    private static String instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).toString();
    }

    private static void putEpc(ObjectNode json, String epc) {
        if (!epc.isEmpty()) {
            json.put("epc", epc).put("epcUri", EpcCodec.uri(epc));
        }
    }

    private static void put(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }
}
