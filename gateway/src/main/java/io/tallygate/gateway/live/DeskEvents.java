package io.tallygate.gateway.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallygate.contracts.rfid.v1.DeskSight;
import io.tallygate.contracts.rfid.v1.DeskTag;
import io.tallygate.contracts.rfid.v1.PortalState;
import io.tallygate.epc.EpcCodec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** From what a bridge tells of a desk to the event's data, on one line. Members without a value are left out. */
final class DeskEvents {

    private static final double CENTI = 100.0;

    private DeskEvents() {}

    /** @param sight empty when no bridge tells of the desk */
    static String json(String code, Optional<DeskSight> sight) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("deskCode", code);
        json.put("state", sight.map(told -> state(told.getState())).orElse("UNWATCHED"));
        sight.ifPresent(told -> {
            put(json, "reason", told.getReason());
            put(json, "detail", told.getDetail());
            json.put("since", micros(told.getSinceUs())).put("reportedAt", micros(told.getReportedAtUs()));
        });
        json.put("noTid", sight.map(DeskSight::getNoTid).orElse(false));
        var tags = json.putArray("tags");
        sight.ifPresent(told -> told.getTagsList().forEach(tag -> put(tags.addObject(), tag)));
        return json.toString();
    }

    private static void put(ObjectNode json, DeskTag tag) {
        json.put("epc", tag.getEpc()).put("epcUri", EpcCodec.uri(tag.getEpc()));
        put(json, "tid", tag.getTid());
        json.put("rssiDbm", tag.getRssiCentiDbm() / CENTI);
    }

    private static String state(PortalState state) {
        return switch (state) {
            case WATCHING -> "WATCHING";
            case CONNECTING -> "CONNECTING";
            // A state from a newer bridge is one this console cannot vouch for.
            case BLIND, PORTAL_STATE_UNSPECIFIED, UNRECOGNIZED -> "BLIND";
        };
    }

    private static String micros(long sinceEpoch) {
        return Instant.EPOCH.plus(sinceEpoch, ChronoUnit.MICROS).toString();
    }

    private static void put(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }
}
