package io.tallygate.bridge;

import io.tallygate.gate.GateStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready as soon as the gate has opened from disk. A reader or a broker that is away is no reason to restart or avoid this
 * process: the portals' own health tells of it.
 */
@Readiness
@ApplicationScoped
public class GateHealthCheck implements HealthCheck {
    private final BridgeGate gate;

    GateHealthCheck(BridgeGate gate) {
        this.gate = gate;
    }

    @Override
    public HealthCheckResponse call() {
        GateStatus status = gate.status();
        Long age = status.replica().ageSeconds();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("gate")
                .up()
                .withData("portals", status.portals().size())
                .withData("items", status.replica().items())
                .withData("spoolDepth", status.spool().depth())
                .withData("spoolBytes", status.spool().bytes())
                .withData("spoolOldestSeconds", status.spool().oldestSeconds())
                .withData("readsLeftOut", status.spool().thinning())
                .withData("crossingsLost", status.spool().lostCrossings());
        List<String> setAside = Stream.concat(
                        status.replica().setAside().stream(), status.spool().setAside().stream())
                .toList();
        if (!setAside.isEmpty()) {
            response.withData("setAside", String.join(" ", setAside));
        }
        return age == null
                ? response.withData("replica", "lost").build()
                : response.withData("replicaAgeSeconds", age).build();
    }
}
