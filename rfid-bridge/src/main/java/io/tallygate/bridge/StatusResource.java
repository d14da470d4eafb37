package io.tallygate.bridge;

import io.tallygate.gate.GateStatus;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** {@code GET /internal/status}: portals, replica and spool, for this host alone whatever address is listened on. */
@Path("/internal/status")
public class StatusResource {
    private final BridgeGate gate;

    StatusResource(BridgeGate gate) {
        this.gate = gate;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public GateStatus status(@Context HttpServerRequest request) {
        if (!isThisHost(request.remoteAddress().hostAddress())) {
            throw new NotFoundException();
        }
        return gate.status();
    }

    private static boolean isThisHost(@Nullable String address) {
        try {
            return address != null && InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
