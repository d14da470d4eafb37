package io.tallygate.incidents.incident.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an incident stands. Each state offers only the changes it allows. */
public sealed interface IncidentState {

    IncidentStatus status();

    default Optional<Acknowledgement> acknowledgement() {
        return Optional.empty();
    }

    default Optional<Instant> endedAt() {
        return Optional.empty();
    }

    /** Nobody has taken notice. */
    record Open() implements IncidentState {

        @Override
        public IncidentStatus status() {
            return IncidentStatus.OPEN;
        }

        Acknowledged acknowledged(Acknowledgement by) {
            return new Acknowledged(by);
        }

        Closed ended(Instant at) {
            return new Closed(at, null);
        }
    }

    /** Somebody has taken notice; what caused it may go on. */
    record Acknowledged(Acknowledgement by) implements IncidentState {

        @Override
        public IncidentStatus status() {
            return IncidentStatus.ACKNOWLEDGED;
        }

        @Override
        public Optional<Acknowledgement> acknowledgement() {
            return Optional.of(by);
        }

        Closed ended(Instant at) {
            return new Closed(at, by);
        }
    }

    /** What caused it is over. */
    record Closed(Instant at, @Nullable Acknowledgement by) implements IncidentState {

        @Override
        public IncidentStatus status() {
            return IncidentStatus.CLOSED;
        }

        @Override
        public Optional<Acknowledgement> acknowledgement() {
            return Optional.ofNullable(by);
        }

        @Override
        public Optional<Instant> endedAt() {
            return Optional.of(at);
        }
    }
}
