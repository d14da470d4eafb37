package io.tallygate.gate.health;

import io.tallygate.contracts.HealthPulse;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import io.tallygate.gate.relay.StatePublisher;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is told of each portal's health: when it changes and every two seconds ({@link HealthPulse}).
 *
 * @param source the health of every portal now
 */
public record HealthNews(Supplier<List<PortalHealth>> source) implements StatePublisher.News<PortalHealth> {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final long REPEAT_US = HealthPulse.EVERY.toNanos() / 1_000;

    @Override
    public String what() {
        return "health";
    }

    @Override
    public Topic topic() {
        return Topic.RFID_HEALTH;
    }

    @Override
    public Duration lookEvery() {
        return LOOK_EVERY;
    }

    @Override
    public List<PortalHealth> states() {
        return source.get();
    }

    @Override
    public String key(PortalHealth health) {
        return health.getPortalCode();
    }

    @Override
    public boolean isDue(PortalHealth last, PortalHealth now) {
        return last.getState() != now.getState()
                || !last.getReason().equals(now.getReason())
                || last.getAlarmOn() != now.getAlarmOn()
                || !last.getWarningsList().equals(now.getWarningsList())
                // A loss shorter than one look leaves no other trace than that it watches since a later moment.
                || last.getSinceUs() != now.getSinceUs()
                || now.getReportedAtUs() - last.getReportedAtUs() >= REPEAT_US;
    }
}
