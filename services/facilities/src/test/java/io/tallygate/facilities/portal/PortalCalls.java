package io.tallygate.facilities.portal;

import static io.tallygate.facilities.Calls.PORTALS;
import static io.tallygate.facilities.Calls.as;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests that put portals up and change them, as words. */
final class PortalCalls {

    private static final String BODY = """
            {"code": "%1$s", "roomCode": "%2$s", "reader": {"host": "127.0.0.1", "port": %3$d, "tls": false},
             "antennas": [{"id": 3, "zone": "OUTSIDE"}, {"id": 1, "zone": "INSIDE"}],
             "gpo": {"alarm": 1}, "alarmSeconds": 5, "failMode": "SECURE"%4$s}""";

    private PortalCalls() {}

    /** @param more further members, each with a comma before it */
    static String aPortal(String code, String roomCode, int port, String more) {
        return BODY.formatted(code, roomCode, port, more);
    }

    /** @param version for If-Match; null leaves it out */
    static ValidatableResponse put(String code, @Nullable Integer version, String body) {
        return putAs("manager", code, version, body);
    }

    static ValidatableResponse putAs(String user, String code, @Nullable Integer version, String body) {
        Map<String, Object> headers = version == null ? Map.of() : Map.of("If-Match", "\"" + version + "\"");
        return as(user).headers(headers).body(body).put(PORTALS + "/" + code).then();
    }
}
